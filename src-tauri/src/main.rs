//! 展厅本 Forecourt, the desktop application.

// No console window beside the real one.
#![cfg_attr(windows, windows_subsystem = "windows")]

/// A large import makes and frees millions of small texts; with glibc's allocator a fifth of its time went into finding room.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    shell::run();
}
