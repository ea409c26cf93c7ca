//! `cargo xtask`: the front door of the project. It prepares the machine, then builds, opens, tests,
//! checks and measures the application.
//!
//! It holds no rule of the trade, depends on none of our crates (so that it compiles in seconds, whatever
//! state they are in), and leaves no process behind.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "talking to the developer in the terminal is what this program is for"
)]

mod args;
mod commands;
mod node;
mod place;
mod process;
mod rules;
mod screen;
mod stamp;
mod steps;
mod stop;
mod system;
mod tally;

use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::dispatch(args::Args::new(std::env::args().skip(1))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            if let Some(message) = stop.message() {
                eprintln!("{message}");
            }
            ExitCode::from(stop.exit_code())
        }
    }
}
