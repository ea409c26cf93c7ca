//! `simulate`: builds the program that runs a branch of many PCs in one process, and runs it.
//!
//! Everything about it, options included, is the program's own; this command only prepares, builds and hands them on.

use std::process::Command;

use crate::args::Args;
use crate::commands::setup;
use crate::place::Place;
use crate::process;
use crate::stop::Outcome;
use crate::system::Purpose;

/// The package, and its program.
const PROGRAM: &str = "simulate";
/// Options that take a value.
const VALUES: [&str; 6] = [
    "--seeds",
    "--first-seed",
    "--ops",
    "--nodes",
    "--jobs",
    "--json",
];
/// The option for which the program is built with mistakes in it.
const PLANTED: &str = "--planted-bugs";

/// `cargo xtask simulate [OPTIONS]`
pub fn command(place: &Place, mut args: Args) -> Outcome {
    let release = args.flag("--release");
    let mut options = Vec::new();
    for name in VALUES {
        if let Some(value) = args.value(name)? {
            options.extend([name.to_owned(), value]);
        }
    }
    let planted = args.flag(PLANTED);
    if planted {
        options.push(PLANTED.to_owned());
    }
    args.finish()?;
    setup::system_packages(place, Purpose::Build)?;
    let mut build = place.cargo(["build", "--workspace", "--bin", PROGRAM]);
    if release {
        build.arg("--release");
    }
    if planted {
        build.args(["--features", "simulate/planted"]);
    }
    process::run(&mut build)?;
    let mut run = Command::new(place.program_of_ours(PROGRAM, release));
    run.args(options).current_dir(&place.root);
    process::run(&mut run)
}
