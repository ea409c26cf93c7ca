//! What is printed: a line or a table for people, JSON for scripts. Problems go to the error stream, with an exit code of their nature.

use std::process::ExitCode;

use desk::problem::{Nature, Problem};
use serde::Serialize;

use crate::words;

/// Prints an answer.
pub fn answer<T: Serialize>(json: bool, answer: &T, people: impl FnOnce() -> String) {
    if json {
        println!("{}", serde_json::to_string(answer).unwrap_or_default());
    } else {
        println!("{}", people());
    }
}

/// Prints a problem and gives its exit code.
pub fn problem(problem: &Problem, json: bool) -> ExitCode {
    if json {
        eprintln!("{}", serde_json::to_string(problem).unwrap_or_default());
    } else {
        eprintln!("{}", words::problem(problem));
        if let Some(detail) = problem.args.get("detail") {
            eprintln!("({}: {detail})", problem.code);
        }
    }
    ExitCode::from(match problem.nature {
        Nature::Refused => 3,
        Nature::Failed => 4,
        Nature::Broken => 5,
    })
}
