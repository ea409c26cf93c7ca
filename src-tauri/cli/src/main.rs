//! `forecourt-cli`: the headless twin of the window, for administrators and scripts. The same desk, the same rules, no window.

mod args;
mod clock;
mod outside;
mod report;
mod run;
mod words;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match run::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => report::problem(&problem, args.json),
    }
}
