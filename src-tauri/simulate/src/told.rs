//! What many runs came to: on the terminal, and in a file from which a run of hours goes on where it was stopped.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::path::Path;
use std::time::Instant;

use crate::runs::{self, Failure, Shape};
use crate::template::Template;
use crate::world::Tally;

/// Runs between two writings of the file.
const BETWEEN: u64 = 50;

/// What runs came to.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Told {
    pub first_seed: u64,
    /// The seed before which every run is in here.
    pub next_seed: u64,
    pub shape: Shape,
    pub seconds: f64,
    pub acts: u64,
    pub refused: u64,
    pub rounds: u64,
    pub by_verb: BTreeMap<String, u64>,
    pub faults: BTreeMap<String, u64>,
    pub failures: Vec<Failure>,
}

impl Told {
    fn new(first_seed: u64, shape: Shape) -> Self {
        Self {
            first_seed,
            next_seed: first_seed,
            shape,
            seconds: 0.0,
            acts: 0,
            refused: 0,
            rounds: 0,
            by_verb: BTreeMap::new(),
            faults: BTreeMap::new(),
            failures: Vec::new(),
        }
    }

    fn add(&mut self, tally: &Tally) {
        self.acts += tally.acts;
        self.refused += tally.refused;
        self.rounds += tally.rounds;
        for (verb, count) in &tally.by_verb {
            *self.by_verb.entry(verb.clone()).or_default() += count;
        }
        for (fault, count) in &tally.faults {
            *self.faults.entry((*fault).to_owned()).or_default() += count;
        }
    }

    fn print(&self) {
        println!("{:?}", self.by_verb);
        println!("{:?}", self.faults);
        println!(
            "{} runs of {} PCs, {} acts, {} refused, {} rounds, {} violations, {:.1} s",
            self.next_seed - self.first_seed,
            self.shape.nodes,
            self.acts,
            self.refused,
            self.rounds,
            self.failures.len(),
            self.seconds
        );
    }
}

/// Runs these seeds, or those of them that a file does not tell of yet.
///
/// # Errors
/// When the file cannot be read or written, or tells of other runs.
pub fn run(seeds: &Range<u64>, shape: Shape, jobs: usize, file: Option<&Path>) -> io::Result<Told> {
    let mut told = match file.map(std::fs::read) {
        Some(Ok(bytes)) => serde_json::from_slice(&bytes)?,
        Some(Err(cause)) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
        _ => Told::new(seeds.start, shape),
    };
    if told.first_seed != seeds.start || told.shape != shape {
        return Err(io::Error::other("the file tells of other runs"));
    }
    let template = Template::make(shape.nodes as u64);
    while told.next_seed < seeds.end {
        let begun = Instant::now();
        let part = told.next_seed..seeds.end.min(told.next_seed + BETWEEN);
        let mut failed = Vec::new();
        runs::many(&template, &part, (shape, jobs), |seed, tally, wrong| {
            told.add(&tally);
            if !wrong.is_empty() {
                failed.push((seed, wrong));
            }
            true
        });
        for (seed, wrong) in failed {
            let failure = runs::shrink(&template, seed, shape, wrong);
            println!("seed {seed}: {}", failure.wrong.join("\n  "));
            println!("  again: {}", failure.again);
            told.failures.push(failure);
        }
        told.next_seed = part.end;
        told.seconds += begun.elapsed().as_secs_f64();
        if let Some(file) = file {
            std::fs::write(file, serde_json::to_vec_pretty(&told)?)?;
        }
    }
    told.print();
    Ok(told)
}
