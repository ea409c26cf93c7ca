//! What a save costs: exactly one sync of the disk, counted by the system. Where it cannot be watched (no `strace`), the test
//! says that it was left out.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

#[path = "backup/pc.rs"]
mod pc;

use std::process::Command;

use pc::Pc;

/// Set for the child: how many acts it saves, and whether it tidies between them.
const ACTS: &str = "FORECOURT_TEST_ACTS";

/// Not a test of its own: the program that is watched.
#[test]
fn child_that_saves() {
    let Ok(told) = std::env::var(ACTS) else {
        return;
    };
    let (acts, tidy) = told.split_once(' ').unwrap();
    let mut pc = Pc::new(1);
    let mut tidier = pc.store.tidier(&pc.cipher()).unwrap();
    for n in 0..acts.parse().unwrap() {
        pc.customer(&format!("王{n}"));
        if tidy == "tidy" {
            tidier.tidy().unwrap();
        }
    }
}

/// Syncs of a whole run; `None` where nobody can count.
fn syncs(acts: u32, tidy: &str) -> Option<u64> {
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let mut command = Command::new("strace");
    command
        .args([
            "-f",
            "-qq",
            "-e",
            "trace=fsync,fdatasync,sync_file_range,syncfs,sync,msync",
            "-o",
        ])
        .arg(&trace);
    command
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "child_that_saves"])
        .env(ACTS, format!("{acts} {tidy}"));
    let said = command.output().ok()?;
    if !said.status.success() {
        assert!(
            !String::from_utf8_lossy(&said.stdout).contains("panicked"),
            "{}",
            String::from_utf8_lossy(&said.stdout)
        );
        return None;
    }
    let trace = std::fs::read_to_string(trace).unwrap();
    Some(
        trace
            .lines()
            .filter(|line| line.contains("sync") && !line.contains("resumed>"))
            .count() as u64,
    )
}

#[test]
fn a_save_costs_exactly_one_sync() {
    let (Some(few), Some(many)) = (syncs(20, ""), syncs(320, "")) else {
        eprintln!("left out: nobody here can watch what a program asks of the system");
        return;
    };
    // Opening and closing cost the same in both.
    assert_eq!(many - few, 300, "300 acts more: {few} and {many} syncs");
}

#[test]
fn tidying_costs_its_own_syncs_and_leaves_a_save_at_one_beside_the_new_beginning_of_the_file() {
    let (Some(few), Some(many)) = (syncs(20, "tidy"), syncs(120, "tidy")) else {
        eprintln!("left out: nobody here can watch what a program asks of the system");
        return;
    };
    let each = (many - few) / 100;
    assert_eq!((many - few) % 100, 0);
    // Two of tidying (write-ahead file, store), one of the save, and one for the first page of a write-ahead file begun anew.
    assert_eq!(each, 4, "{few} and {many} syncs");
}
