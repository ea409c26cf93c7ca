//! Many PCs in one process, on a network and under clocks that lie: the product's own verbs on the product's own stores, thousands of
//! times over, the same for the same seed. Run by `cargo xtask simulate`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a terminal is what this program talks to"
)]

mod acts;
mod check;
mod faults;
mod line;
#[path = "../../store/tests/support/next.rs"]
mod next;
mod node;
#[path = "../../store/tests/support/pages.rs"]
mod pages;
#[cfg(feature = "planted")]
mod plants;
mod quiet;
mod runs;
mod saved;
mod template;
mod told;
mod versions;
mod world;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::runs::Shape;

/// Simulates a branch of many PCs.
#[derive(Debug, Clone, Parser)]
#[command(name = "simulate")]
struct Args {
    /// How many runs.
    #[arg(long, default_value_t = 200)]
    seeds: u64,
    /// The first of them.
    #[arg(long, default_value_t = 1)]
    first_seed: u64,
    /// What is done in each.
    #[arg(long, default_value_t = 500)]
    ops: u64,
    /// PCs of each.
    #[arg(long, default_value_t = 5)]
    nodes: usize,
    /// Runs at once; as many as the machine has cores, when not said.
    #[arg(long)]
    jobs: Option<usize>,
    /// Puts mistakes in on purpose, one after the other, and says which are found.
    #[arg(long)]
    planted_bugs: bool,
    /// Writes what it came to into this file, again and again; goes on where the file says that it was stopped.
    #[arg(long)]
    json: Option<PathBuf>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let shape = Shape {
        ops: args.ops,
        nodes: args.nodes,
    };
    let jobs = args
        .jobs
        .or_else(|| std::thread::available_parallelism().ok().map(Into::into))
        .unwrap_or(1);
    let seeds = args.first_seed..args.first_seed + args.seeds;
    if args.planted_bugs {
        return planted(&seeds, shape, jobs);
    }
    match told::run(&seeds, shape, jobs, args.json.as_deref()) {
        Ok(told) if told.failures.is_empty() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(cause) => {
            eprintln!("{cause}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(feature = "planted")]
fn planted(seeds: &std::ops::Range<u64>, shape: Shape, jobs: usize) -> ExitCode {
    if plants::all_found(seeds, shape, jobs) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(not(feature = "planted"))]
fn planted(_: &std::ops::Range<u64>, _: Shape, _: usize) -> ExitCode {
    eprintln!("this program was built without mistakes: --features simulate/planted");
    ExitCode::FAILURE
}
