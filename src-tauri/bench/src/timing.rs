//! Durations of many like steps, and what is said of them.

use std::time::Instant;

use crate::os;

/// Durations in milliseconds: by the clock on the wall, and of the processor where the system tells it.
#[derive(Debug, Clone, Default)]
pub struct Series {
    wall: Vec<f64>,
    cpu: Vec<f64>,
}

impl Series {
    /// Does a step and notes how long it took.
    pub fn time<T>(&mut self, step: impl FnOnce() -> T) -> T {
        let cpu = os::thread_cpu();
        let begun = Instant::now();
        let done = step();
        self.wall.push(begun.elapsed().as_secs_f64() * 1e3);
        if let (Some(before), Some(after)) = (cpu, os::thread_cpu()) {
            self.cpu.push((after - before).as_secs_f64() * 1e3);
        }
        done
    }

    /// Notes a figure that was measured elsewhere.
    pub fn note(&mut self, figure: f64) {
        self.wall.push(figure);
    }

    /// Adds what another series has.
    pub fn extend(&mut self, other: &Self) {
        self.wall.extend(&other.wall);
        self.cpu.extend(&other.cpu);
    }

    /// Every figure turned into another one.
    pub fn map(&self, turn: impl Fn(f64) -> f64) -> Self {
        Self {
            wall: self.wall.iter().map(|figure| turn(*figure)).collect(),
            cpu: Vec::new(),
        }
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.wall.len()
    }

    /// Half are below it.
    pub fn p50(&self) -> Option<f64> {
        percentile(&self.wall, 50)
    }

    /// Of 100, 95 are below it.
    pub fn p95(&self) -> Option<f64> {
        percentile(&self.wall, 95)
    }

    /// None is above it.
    pub fn greatest(&self) -> Option<f64> {
        percentile(&self.wall, 100)
    }

    /// Of 100, 99 are below it.
    pub fn p99(&self) -> Option<f64> {
        percentile(&self.wall, 99)
    }

    /// Of 100, 99 use less of the processor.
    pub fn cpu_p99(&self) -> Option<f64> {
        percentile(&self.cpu, 99)
    }

    /// Half use less of the processor.
    pub fn cpu_p50(&self) -> Option<f64> {
        percentile(&self.cpu, 50)
    }
}

/// The smallest figure that at least `percent` of them do not exceed.
fn percentile(figures: &[f64], percent: usize) -> Option<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_figures_that_were_seen() {
        let hundred: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(percentile(&hundred, 50), Some(50.0));
        assert_eq!(percentile(&hundred, 99), Some(99.0));
        assert_eq!(percentile(&[3.0, 1.0], 99), Some(3.0));
        assert_eq!(percentile(&[], 50), None);
    }
}
