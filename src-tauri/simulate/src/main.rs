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
mod node;
mod template;
mod world;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use clap::Parser;

use crate::template::Template;
use crate::world::{Tally, World};

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
}

/// One run; what is wrong afterwards.
fn run(template: &Template, seed: u64, ops: u64, nodes: usize) -> (Tally, Vec<String>) {
    let mut world = World::new(template, seed, ops, nodes);
    world.run();
    let wrong = check::check(&world);
    if !wrong.is_empty() && std::env::var_os("FORECOURT_DESCRIBE").is_some() {
        println!("{}", check::describe(&world));
    }
    (world.tally.clone(), wrong)
}

fn main() -> ExitCode {
    let args = Args::parse();
    let begun = Instant::now();
    let template = Template::make(args.nodes as u64);
    let next = AtomicU64::new(args.first_seed);
    let end = args.first_seed + args.seeds;
    let sum: Mutex<(Tally, Vec<u64>)> = Mutex::default();
    let jobs = args
        .jobs
        .or_else(|| std::thread::available_parallelism().ok().map(Into::into))
        .unwrap_or(1);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= end {
                        return;
                    }
                    let (tally, wrong) = run(&template, seed, args.ops, args.nodes);
                    let mut sum = sum.lock().unwrap_or_else(PoisonError::into_inner);
                    add(&mut sum.0, &tally);
                    if !wrong.is_empty() {
                        report(&args, seed, &wrong);
                        sum.1.push(seed);
                    }
                }
            });
        }
    });
    let (tally, failed) = sum.into_inner().unwrap_or_else(PoisonError::into_inner);
    let done: BTreeMap<_, _> = tally.by_verb.iter().collect();
    println!("{done:?}");
    println!("{:?}", tally.faults);
    println!(
        "{} runs of {} PCs, {} acts, {} refused, {} rounds, {} violations, {:.1} s",
        args.seeds,
        args.nodes,
        tally.acts,
        tally.refused,
        tally.rounds,
        failed.len(),
        begun.elapsed().as_secs_f64()
    );
    if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn report(args: &Args, seed: u64, wrong: &[String]) {
    println!("seed {seed}: {}", wrong.join("\n  "));
    println!(
        "  again: cargo xtask simulate --seeds 1 --first-seed {seed} --ops {} --nodes {}",
        args.ops, args.nodes
    );
}

fn add(sum: &mut Tally, tally: &Tally) {
    sum.acts += tally.acts;
    sum.refused += tally.refused;
    sum.rounds += tally.rounds;
    for (verb, count) in &tally.by_verb {
        *sum.by_verb.entry(verb.clone()).or_default() += count;
    }
    for (fault, count) in &tally.faults {
        *sum.faults.entry(fault).or_default() += count;
    }
}
