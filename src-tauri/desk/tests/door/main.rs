//! The door: setting a branch up, signing in by password and PIN, people who come and go, the paper key, what a thief sees.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

#[path = "../support/mod.rs"]
mod support;

mod at_rest;
mod pin;
mod recover;
mod set_up;
mod sign_in;
mod staff;

use std::path::Path;

use desk::commands::dispatch;
use desk::door::Door;
use desk::now::Now;
use desk::problem::Problem;
use serde_json::{Value, json};
use support::{Branch, moment};

/// Nine in the morning of the day on which every branch here was set up.
fn morning() -> Now {
    Now(moment("2026-03-01", "09:00"))
}

/// Gives a command to a door without a [`Branch`] around it.
fn ask(door: &Door, name: &str, ask: Value) -> Result<Value, Problem> {
    dispatch(door, name, ask, morning()).map(|reply| reply.answer)
}

/// How the program stands at the door.
fn status(branch: &Branch) -> Value {
    branch.ok("door_status", json!({}))
}

/// Who is offered for signing in.
fn names(status: &Value) -> Vec<&str> {
    status["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["name"].as_str().unwrap())
        .collect()
}

/// Copies a folder with everything below it, as a thief or a careful person does.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
