//! Long work in steps: says which one runs and goes on after a failure, so that one run shows every
//! problem; ends with a table of steps, seconds and results.

use std::time::{Duration, Instant};

use crate::stop::{Outcome, Stop};
use crate::tally::Tally;

/// One step: its name for people, and the work.
pub struct Step<'a> {
    name: &'static str,
    work: Box<dyn FnOnce() -> Outcome<Tally> + 'a>,
}

impl<'a> Step<'a> {
    /// A step that counts its own results.
    pub fn counted(name: &'static str, work: impl FnOnce() -> Outcome<Tally> + 'a) -> Self {
        Self {
            name,
            work: Box::new(work),
        }
    }

    /// A check: counts as one, passed or failed.
    pub fn check(name: &'static str, work: impl FnOnce() -> Outcome + 'a) -> Self {
        Self::counted(name, || work().map(|()| Tally::ONE_PASSED))
    }

    /// Preparation: counts only when it fails.
    pub fn preparation(name: &'static str, work: impl FnOnce() -> Outcome + 'a) -> Self {
        Self::counted(name, || work().map(|()| Tally::default()))
    }
}

/// A step that has ended.
struct Done {
    name: &'static str,
    took: Duration,
    tally: Tally,
}

/// Runs all steps and ends with the table and the line `N passed, N failed`.
///
/// # Errors
/// An interruption or missing software ends the run at once; failed steps end it, told, after the last.
pub fn run(steps: Vec<Step<'_>>) -> Outcome {
    let total = steps.len();
    let mut done = Vec::new();
    for (at, step) in steps.into_iter().enumerate() {
        println!("[{}/{total}] {} …", at + 1, step.name);
        let began = Instant::now();
        let tally = match (step.work)() {
            Ok(tally) => tally,
            Err(stop @ (Stop::Interrupted | Stop::Missing(_))) => return Err(stop),
            Err(stop) => {
                if let Some(message) = stop.message() {
                    println!("{message}");
                }
                Tally::ONE_FAILED
            }
        };
        done.push(Done {
            name: step.name,
            took: began.elapsed(),
            tally,
        });
    }
    println!("\n{}", table(&done));
    if done.iter().all(|step| step.tally.failed == 0) {
        Ok(())
    } else {
        Err(Stop::Told)
    }
}

/// One line per step, and the sum of all below.
fn table(done: &[Done]) -> String {
    let width = done.iter().map(|step| step.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut sum = Tally::default();
    for Done { name, took, tally } in done {
        let result = match (tally.passed, tally.failed) {
            (0 | 1, 0) => "ok".to_owned(),
            (passed, 0) => format!("ok, {passed} passed"),
            (0, 1) => "FAILED".to_owned(),
            _ => format!("FAILED, {tally}"),
        };
        let seconds = took.as_secs_f64();
        text += &format!("{name:<width$}  {seconds:>7.1} s  {result}\n");
        sum += *tally;
    }
    text + &sum.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_does_not_keep_the_next_from_running() {
        let mut ran = false;
        let outcome = run(vec![
            Step::check("breaks", || Err(Stop::Failed("on purpose".to_owned()))),
            Step::check("runs", || {
                ran = true;
                Ok(())
            }),
        ]);
        assert_eq!(outcome, Err(Stop::Told));
        assert!(ran);
    }

    #[test]
    fn an_interruption_ends_the_run_at_once() {
        let outcome = run(vec![
            Step::check("interrupted", || Err(Stop::Interrupted)),
            Step::check("never", || panic!("ran after the interruption")),
        ]);
        assert_eq!(outcome, Err(Stop::Interrupted));
    }

    #[test]
    fn a_failed_preparation_makes_the_run_fail() {
        let broken = || Err(Stop::Failed("no network".to_owned()));
        assert_eq!(
            run(vec![Step::preparation("packages", broken)]),
            Err(Stop::Told)
        );
        assert_eq!(run(vec![Step::preparation("packages", || Ok(()))]), Ok(()));
    }

    #[test]
    fn the_table_tells_step_seconds_result_and_sum() {
        let done = |name, millis, passed, failed| Done {
            name,
            took: Duration::from_millis(millis),
            tally: Tally { passed, failed },
        };
        let text = table(&[
            done("packages", 420, 0, 0),
            done("lints", 12_000, 0, 1),
            done("Rust tests", 133_040, 210, 2),
            done("UI tests", 9_000, 40, 0),
        ]);
        let expected = "\
packages        0.4 s  ok
lints          12.0 s  FAILED
Rust tests    133.0 s  FAILED, 210 passed, 2 failed
UI tests        9.0 s  ok, 40 passed
250 passed, 3 failed";
        assert_eq!(text, expected);
    }
}
