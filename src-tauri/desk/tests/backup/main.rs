//! Copies in a second folder, and the way back from one.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

#[path = "../support/mod.rs"]
mod support;

mod lives;
mod making;
mod restoring;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::Branch;

fn customer(branch: &Branch, name: &str, phone: &str) {
    branch.ok(
        "add_customer",
        json!({ "fields": { "name": name }, "phone": phone, "level": "H" }),
    );
}

fn finds(branch: &Branch, name: &str) -> bool {
    !branch.ok("search", json!({ "text": name }))["rows"]
        .as_array()
        .unwrap()
        .is_empty()
}

/// Makes a copy now and says where it is.
fn copy(branch: &Branch) -> String {
    branch.ok("back_up_now", json!({}))["kept"][0]["file"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn with_paper(branch: &Branch, file: &str) -> Value {
    json!({ "path": file, "recovery_key": branch.recovery_key })
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Where the store that a restore replaced is now.
fn put_aside(branch: &Branch) -> Vec<PathBuf> {
    let data = branch.folder.path().join("data");
    files(&data)
        .into_iter()
        .filter(|name| name.starts_with("before-restore-"))
        .map(|name| data.join(name))
        .collect()
}
