//! `forecourt-cli`: the headless twin of the window, for administrators and scripts. The same desk, the same rules, no window.

mod args;
mod clock;
mod outside;
mod report;
mod run;
mod words;

use std::process::ExitCode;

use clap::Parser;

/// A large import makes and frees millions of small texts; with glibc's allocator a fifth of its time went into finding room.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match run::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => report::problem(&problem, args.json),
    }
}
