//! 展厅本 Forecourt, the desktop application.

// No console window beside the real one.
#![cfg_attr(windows, windows_subsystem = "windows")]

/// A large import makes and frees millions of small texts; the system's allocator takes half as long again over it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    shell::run();
}
