//! One branch, many PCs: they join, work, lose each other and find each other again, over real lines on this machine.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

#[path = "../support/mod.rs"]
mod support;

mod disorders;
mod joining;
mod pcs;
mod people;
mod working;
