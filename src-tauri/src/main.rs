//! 展厅本 Forecourt, the desktop application.

// No console window beside the real one.
#![cfg_attr(windows, windows_subsystem = "windows")]

fn main() {
    shell::run();
}
