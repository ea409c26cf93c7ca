//! `setup`: makes a machine that has only Rust, Node and a package manager ready for the project.

use std::path::PathBuf;
use std::process::Command;

use crate::args::Args;
use crate::node;
use crate::place::Place;
use crate::process;
use crate::stop::{Outcome, Stop};
use crate::system::{self, Purpose};

/// One pinned version for everybody: a newer one may judge differently.
const CARGO_DENY: &str = "0.20.2";

/// `cargo xtask setup [run|check|test]`
pub fn command(place: &Place, mut args: Args) -> Outcome {
    let purpose = args.word();
    args.finish()?;
    let purpose = match purpose.as_deref() {
        Some("run") => Purpose::Screen,
        Some("check") => Purpose::Build,
        None | Some("test") => Purpose::Test,
        Some(other) => return Err(Stop::Usage(format!("setup for `{other}`?"))),
    };
    machine(place, purpose)?;
    if purpose == Purpose::Test {
        node::browser(place)?;
    }
    if purpose != Purpose::Screen {
        cargo_deny(place)?;
    }
    println!("Ready.");
    Ok(())
}

/// System packages and the packages of the user interface.
pub fn machine(place: &Place, purpose: Purpose) -> Outcome {
    system_packages(place, purpose)?;
    node::packages(place)
}

/// Installs missing system packages, unless the user forbade it.
pub fn system_packages(place: &Place, purpose: Purpose) -> Outcome {
    if place.may_install {
        system::install(purpose)
    } else {
        Ok(())
    }
}

/// The pinned cargo-deny, built once into the target folder.
///
/// Unoptimised and without the features that fetch advisories it builds several times sooner than a
/// release, and still judges our tree in seconds.
pub fn cargo_deny(place: &Place) -> Outcome<PathBuf> {
    let home = place.target.join("tools");
    let program = home
        .join("bin/cargo-deny")
        .with_extension(std::env::consts::EXE_EXTENSION);
    let version = Command::new(&program).arg("--version").output();
    let wanted = format!("cargo-deny {CARGO_DENY}");
    if version.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).trim() == wanted) {
        return Ok(program);
    }
    println!("Building cargo-deny {CARGO_DENY}, once");
    let build = home.join("build");
    let mut install = place.cargo(["install", "cargo-deny", "--version", CARGO_DENY, "--locked"]);
    install
        .args(["--debug", "--no-default-features", "--root"])
        .arg(&home)
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0");
    process::run(&mut install)?;
    std::fs::remove_dir_all(&build)
        .map_err(|cause| Stop::because(format!("cannot remove {}", build.display()), cause))?;
    Ok(program)
}
