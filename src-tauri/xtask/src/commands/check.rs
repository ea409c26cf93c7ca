//! `check`: what can be judged without running the product.

use std::process::Command;

use crate::args::Args;
use crate::commands::{generate, setup, ui};
use crate::node;
use crate::place::Place;
use crate::process;
use crate::rules;
use crate::steps::{self, Step};
use crate::stop::{Outcome, Stop};
use crate::system::Purpose;

/// How to check.
#[derive(Clone, Copy)]
pub struct Mode {
    /// Mend what a program can mend.
    pub fix: bool,
    /// Leave out what needs a tool built first.
    pub fast: bool,
}

/// `cargo xtask check [--fix]`
pub fn command(place: &Place, mut args: Args) -> Outcome {
    let fix = args.flag("--fix");
    args.finish()?;
    let mut all = vec![
        Step::preparation("system packages", || {
            setup::system_packages(place, Purpose::Build)
        }),
        Step::preparation("UI packages", || node::packages(place)),
        Step::check("generated files", move || generated(place, fix)),
        Step::preparation("UI build", || ui::build(place)),
    ];
    all.extend(steps(place, Mode { fix, fast: false }));
    steps::run(all)
}

/// All checks but the one of the generated files, which a full test run contains.
pub fn steps(place: &Place, mode: Mode) -> Vec<Step<'_>> {
    let fix = mode.fix;
    let mut all = vec![
        Step::check("Rust format", move || rust_format(place, fix)),
        Step::check("Rust lints", move || clippy(place, fix)),
        Step::check("UI lints", move || biome(place, fix)),
        Step::check("UI types", || {
            process::run(&mut place.node_tool("npm", ["run", "types"]))
        }),
        Step::check("dependencies of crates", || {
            told(rules::crates::judge(&place.metadata))
        }),
        Step::check("imports of the UI", || {
            told(rules::imports::judge(&place.ui().join("src"))?)
        }),
        Step::check("words in every language", || {
            told(rules::words::judge(
                &place.root.join("assets/words"),
                &place.ui().join("src"),
            )?)
        }),
        Step::check("help in every language", || {
            told(rules::help::judge(&place.root.join("assets/help"))?)
        }),
        Step::check("files", || told(rules::files::judge(&place.root)?)),
    ];
    if !mode.fast {
        all.push(Step::check("licences and sources", || cargo_deny(place)));
    }
    all
}

fn generated(place: &Place, fix: bool) -> Outcome {
    if fix {
        generate::write(place)
    } else {
        generate::compare(place)
    }
}

fn rust_format(place: &Place, fix: bool) -> Outcome {
    let mut command = place.cargo(["fmt", "--all"]);
    if !fix {
        command.arg("--check");
    }
    process::run(&mut command)
}

fn clippy(place: &Place, fix: bool) -> Outcome {
    let mut command = place.cargo(["clippy", "--workspace", "--all-targets"]);
    if fix {
        command.args(["--fix", "--allow-dirty", "--allow-staged"]);
    }
    process::run(command.args(["--", "-D", "warnings"]))
}

fn biome(place: &Place, fix: bool) -> Outcome {
    let script = if fix { "format" } else { "lint" };
    process::run(&mut place.node_tool("npm", ["run", script]))
}

fn cargo_deny(place: &Place) -> Outcome {
    let program = setup::cargo_deny(place)?;
    let mut command = Command::new(program);
    // Its warnings (two versions of one crate) are for those who look for them.
    command.args(["--log-level", "error", "check"]);
    command.args(["bans", "licenses", "sources"]);
    process::run(command.current_dir(&place.root))
}

/// Prints the findings of one of our own rules; none is success.
fn told(findings: Vec<String>) -> Outcome {
    for finding in &findings {
        println!("  {finding}");
    }
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Stop::Told)
    }
}
