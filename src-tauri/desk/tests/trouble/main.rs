//! What the machine can do to a branch: a second program, files that are no store, damage, a wrong clock, a process that is
//! killed, a disk that is full or cannot be written. Each is told by its own code, and what was said to be saved stays saved.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a helper of tests fails and speaks as a test does"
)]

#[path = "../../../store/tests/mounts/mod.rs"]
mod mounts;
#[path = "../support/mod.rs"]
mod support;

mod clock;
mod disk;
mod files;
mod killed;

use std::path::{Path, PathBuf};

use desk::door::{Door, Place};
use serde_json::json;
use store::keys::{DeviceKeyring, Policy};
use support::Branch;

/// The same PC, after the program was started anew. Each start has randomness of its own.
fn started_again(folder: &Path, start: u8) -> Door {
    Door::new(Place {
        folder: folder.join("data"),
        keyring: DeviceKeyring::in_folder(&folder.join("device")),
        policy: Policy::cheap_for_tests(),
        seed: [start; 32],
    })
}

/// Every file of a folder by name, with its content.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    all.sort();
    all.into_iter()
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

/// Parties of today.
fn walk_ins(branch: &Branch) -> u64 {
    branch.ok("reception", json!({}))["totals"]["walk_ins"]
        .as_u64()
        .unwrap()
}
