//! Others that carry records between machines, measured in the same run with the same customers. `cargo xtask bench sync --peers`
//! installs them.

use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::customers::{self, Customer};
use crate::branch::folder;
use crate::trouble::{Outcome, Trouble};

/// What carrying the customers took another.
#[derive(Debug, Deserialize)]
pub struct Peer {
    pub peer: String,
    pub version: String,
    customers: usize,
    pub push_s: f64,
    pub pull_s: f64,
    pub edits_push_s: f64,
    pub edits_pull_s: f64,
    pub bytes_up: f64,
    pub server_peak_bytes: f64,
    pub client_peak_bytes: f64,
}

/// Measures them with what lies in a folder of tools.
///
/// # Errors
/// When one of them cannot be measured.
pub fn measure(tools: &Path, drawn: &[Customer]) -> Outcome<Vec<Peer>> {
    let file = folder()?.join("sync-customers.jsonl");
    customers::write_lines(drawn, &file)?;
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
    let mut anki = Command::new(tools.join("anki/bin/python"));
    anki.arg("-B").arg(here.join("anki/run.py"));
    let mut pouchdb = Command::new("node");
    pouchdb.arg(tools.join("pouchdb/run.mjs"));
    let mut pouchdb_fast = Command::new("node");
    pouchdb_fast
        .arg(tools.join("pouchdb/run.mjs"))
        .args(["--batch", "1000"]);
    let mut all = Vec::new();
    for (name, command) in [
        ("Anki", &mut anki),
        ("PouchDB", &mut pouchdb),
        ("PouchDB, batches of 1,000", &mut pouchdb_fast),
    ] {
        println!("  {name} …");
        let mut peer = run(command, &file).map_err(|trouble| trouble.during(name))?;
        if peer.customers != drawn.len() {
            return Err(Trouble::new(format!("{name} carried {}", peer.customers)));
        }
        peer.peer = format!("{name} {}", peer.version);
        all.push(peer);
    }
    std::fs::remove_file(&file)?;
    Ok(all)
}

fn run(command: &mut Command, customers: &Path) -> Outcome<Peer> {
    let out = customers.with_extension("out.json");
    command.arg("--customers").arg(customers);
    let status = command.arg("--out").arg(&out).status()?;
    if !status.success() {
        return Err(Trouble::new(format!("ended with {status}")));
    }
    let peer = serde_json::from_slice(&std::fs::read(&out)?)?;
    std::fs::remove_file(&out)?;
    Ok(peer)
}
