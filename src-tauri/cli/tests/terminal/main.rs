//! The program as a script or an administrator at a terminal meets it: what it prints, where, and with which exit code.
//!
//! Only where secrets are kept in files below the given home, so that no test touches the account that runs it.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

#[allow(dead_code, reason = "each test takes what it needs")]
#[path = "../../../store/tests/mounts/mod.rs"]
mod mounts;
mod pc;

mod backup;
mod branch;
mod busy;
mod demo;
mod import;
mod usage;
