//! The program with the empty window: built beside the application, with the same features, when it is not there.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::trouble::{Outcome, Trouble};

const NAME: &str = "blank";

/// Where it is.
pub fn program(app: &Path) -> Outcome<PathBuf> {
    let path = app.with_file_name(NAME);
    // Cargo decides whether it is still the same as its sources.
    let mut build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    build.args([
        "build",
        "--quiet",
        "--release",
        "--workspace",
        "--bin",
        NAME,
        "--features",
        NAME,
    ]);
    if let Some(target) = app.ancestors().nth(2) {
        build.env("CARGO_TARGET_DIR", target);
    }
    match build.status() {
        Ok(status) if status.success() => Ok(path),
        Ok(status) => Err(Trouble::new(format!(
            "the empty window could not be built: {status}"
        ))),
        // Where nobody can build, the one that is there will do.
        Err(_) if path.exists() => Ok(path),
        Err(cause) => Err(Trouble::from(cause).during("cargo")),
    }
}
