//! Mistakes put in on purpose: each has to be found.

use std::ops::Range;
use std::time::Instant;

use domain::planted::{Bug, plant};

use crate::runs::{self, Shape};
use crate::template::Template;

/// Whether every one is found within these runs.
pub fn all_found(seeds: &Range<u64>, shape: Shape, jobs: usize) -> bool {
    let template = Template::make(shape.nodes as u64);
    // Some of them make the program stop in the middle: that is one way to be found.
    std::panic::set_hook(Box::new(|_| {}));
    let mut found = 0;
    for bug in Bug::ALL {
        plant(Some(*bug));
        let begun = Instant::now();
        let mut first: Option<(u64, String)> = None;
        let mut ran = 0;
        runs::many(&template, seeds, (shape, jobs), |seed, _, mut wrong| {
            ran += 1;
            if !wrong.is_empty() && first.is_none() {
                first = Some((seed, wrong.swap_remove(0)));
            }
            first.is_none()
        });
        plant(None);
        let seconds = begun.elapsed().as_secs_f64();
        match first {
            Some((seed, wrong)) => {
                found += 1;
                let wrong: String = wrong.chars().take(100).collect();
                println!("{bug:?}: seed {seed}, {seconds:.1} s: {wrong}");
            }
            None => println!("{bug:?}: NOT FOUND in {ran} runs, {seconds:.1} s"),
        }
    }
    println!("{found} of {} planted mistakes found", Bug::ALL.len());
    found == Bug::ALL.len()
}
