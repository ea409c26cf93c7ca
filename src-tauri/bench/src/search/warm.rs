//! Searching with the file in the system's cache.

use desk::door::Door;
use fastrand::Rng;
use rusqlite::Connection;

use super::inputs::{Input, Stock};
use super::{look_up, request};
use crate::branch::{Branch, SEED, ask};
use crate::timing::Series;
use crate::trouble::Outcome;

/// Asked first and not counted: statements are prepared, the reading connection is open.
const UNCOUNTED: usize = 10;
const LOOKUPS: usize = 2_000;

/// Every input once.
pub fn time(door: &Door, branch: &Branch, inputs: &[Input]) -> Outcome<Series> {
    for input in inputs.iter().rev().take(UNCOUNTED) {
        ask(door, "search", request(&input.text), branch.now())?;
    }
    let mut times = Series::default();
    for input in inputs {
        let request = request(&input.text);
        times.time(|| ask(door, "search", request, branch.now()))?;
    }
    Ok(times)
}

/// Customers by their ids.
pub fn floor(conn: &Connection, stock: &Stock) -> Outcome<Series> {
    let mut rng = Rng::with_seed(SEED);
    let mut uncounted = Series::default();
    for _ in 0..LOOKUPS / 10 {
        look_up(&mut uncounted, conn, stock.any(&mut rng))?;
    }
    let mut times = Series::default();
    for _ in 0..LOOKUPS {
        look_up(&mut times, conn, stock.any(&mut rng))?;
    }
    Ok(times)
}
