//! `bench`: measures what the product promises, on the product's own commands, each figure beside a floor or a peer of the same run.
//!
//! Refuses to fail because a machine is slow: a run fails only when it could not measure, or when what it measured did something
//! wrong. Run by `cargo xtask bench`.

mod args;
mod bare;
mod book;
mod branch;
mod clock;
mod feel;
mod figure;
mod import;
mod os;
mod people;
mod search;
mod start;
mod sync;
mod timing;
mod today;
mod trouble;
mod write;

use std::path::Path;
use std::process::ExitCode;

use args::{Args, What};
use clap::Parser;
use figure::Report;
use trouble::Outcome;

fn main() -> ExitCode {
    let args = Args::parse();
    let mut report = Report::default();
    let ended = measure(&args, &mut report);
    // What was measured before it went wrong is worth keeping.
    let written = args
        .json
        .as_deref()
        .map_or(Ok(()), |file| report.write(file));
    for what in report.wrong() {
        eprintln!("wrong: {what}");
    }
    for trouble in [&ended, &written]
        .into_iter()
        .filter_map(|outcome| outcome.as_ref().err())
    {
        eprintln!("failed: {trouble}");
    }
    if ended.is_ok() && written.is_ok() && report.wrong().is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn measure(args: &Args, report: &mut Report) -> Outcome {
    match args.what {
        What::Search => search::measure(args.customers, report),
        What::Write => write::measure(args.customers, report),
        What::Saves => write::save(args.customers, args.acts),
        What::Today => today::measure(args.customers, report),
        What::Start => start::measure(args.customers, report),
        What::Feel => feel::measure(args.customers, report),
        What::Import => import::measure(args.customers, report),
        What::Sync => sync::measure(args.customers, args.peers.as_deref(), report),
        What::Pc => sync::play(args.folder.as_deref().unwrap_or(Path::new("")), args.port),
    }
}
