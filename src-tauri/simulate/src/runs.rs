//! Runs: one, many beside each other, and the smallest that still goes wrong.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::check;
use crate::template::Template;
use crate::world::{Tally, World};

/// How long a run is, and of how many PCs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Shape {
    /// What is done in it.
    pub ops: u64,
    /// PCs.
    pub nodes: usize,
}

/// A run in which something was wrong.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Failure {
    /// Which.
    pub seed: u64,
    /// The shortest that still goes wrong, as far as was tried.
    pub shape: Shape,
    /// What is wrong.
    pub wrong: Vec<String>,
    /// Repeats it.
    pub again: String,
}

/// One run; what is wrong afterwards.
pub fn one(template: &Template, seed: u64, shape: Shape) -> (Tally, Vec<String>) {
    let run = AssertUnwindSafe(|| {
        let mut world = World::new(template, seed, shape.ops, shape.nodes);
        world.run();
        let wrong = check::check(&mut world);
        if !wrong.is_empty() && std::env::var_os("FORECOURT_DESCRIBE").is_some() {
            println!("{}", check::describe(&world));
        }
        (world.tally.clone(), wrong)
    });
    catch_unwind(run).unwrap_or_else(|_| (Tally::default(), vec!["it panicked".to_owned()]))
}

/// Runs beside each other; `each` is told of every one, and says whether to go on.
pub fn many(
    template: &Template,
    seeds: &Range<u64>,
    (shape, jobs): (Shape, usize),
    each: impl FnMut(u64, Tally, Vec<String>) -> bool + Send,
) {
    let next = AtomicU64::new(seeds.start);
    let stop = AtomicBool::new(false);
    let each = Mutex::new(each);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end {
                        return;
                    }
                    let (tally, wrong) = one(template, seed, shape);
                    let mut each = each.lock().unwrap_or_else(PoisonError::into_inner);
                    if !each(seed, tally, wrong) {
                        stop.store(true, Ordering::Relaxed);
                    }
                }
            });
        }
    });
}

/// Makes a run that goes wrong shorter, while it still does.
pub fn shrink(template: &Template, seed: u64, whole: Shape, wrong: Vec<String>) -> Failure {
    const TRIES: u32 = 40;
    let (mut shape, mut wrong, mut tries) = (whole, wrong, 0);
    let mut smaller = true;
    while smaller && tries < TRIES {
        smaller = false;
        let fewer = (2..shape.nodes).map(|nodes| Shape { nodes, ..shape });
        let shorter = [
            shape.ops / 4,
            shape.ops / 2,
            shape.ops * 3 / 4,
            shape.ops * 9 / 10,
        ];
        let shorter = shorter
            .into_iter()
            .filter(|ops| (1..shape.ops).contains(ops))
            .map(|ops| Shape { ops, ..shape });
        for candidate in shorter.chain(fewer).collect::<Vec<_>>() {
            tries += 1;
            let (_, found) = one(template, seed, candidate);
            if !found.is_empty() {
                (shape, wrong, smaller) = (candidate, found, true);
                break;
            }
        }
    }
    let Shape { ops, nodes } = shape;
    Failure {
        seed,
        shape,
        wrong,
        again: format!(
            "cargo xtask simulate --seeds 1 --first-seed {seed} --ops {ops} --nodes {nodes}"
        ),
    }
}
