//! `test`: everything that must be green, counted.

use std::process::Command;

use crate::args::Args;
use crate::commands::{check, setup, ui};
use crate::node;
use crate::place::Place;
use crate::process;
use crate::screen::Screen;
use crate::steps::{self, Step};
use crate::stop::{Outcome, Stop};
use crate::system::{self, Purpose};
use crate::tally::Tally;

/// The desktop package; its integration tests are the stories in the real window.
const DESKTOP: &str = "forecourt";

/// `cargo xtask test [--fast]`
pub fn command(place: &Place, mut args: Args) -> Outcome {
    let fast = args.flag("--fast");
    args.finish()?;
    let mut all = vec![
        Step::preparation("system packages", || {
            setup::system_packages(place, Purpose::Test)
        }),
        Step::preparation("UI packages", || node::packages(place)),
        Step::preparation("browser", || node::browser(place)),
        Step::preparation("UI build", || ui::build(place)),
    ];
    all.extend(check::steps(place, check::Mode { fix: false, fast }));
    all.push(Step::counted("Rust tests", || rust(place)));
    all.push(Step::counted("UI tests", || vitest(place)));
    if !fast {
        all.push(Step::counted("stories", || stories(place)));
    }
    steps::run(all)
}

// Every call of Cargo names the whole workspace and then only some targets: with fewer packages it
// would choose other features of shared dependencies and compile them twice.

fn rust(place: &Place) -> Outcome<Tally> {
    let mut command = place.cargo(["test", "--workspace", "--no-fail-fast"]);
    command.args(["--lib", "--bins"]);
    for package in place.packages().filter(|package| *package != DESKTOP) {
        choose(&mut command, &place.targets(package, "test"));
    }
    let mut tally = counted(&mut command)?;
    tally += counted(&mut place.cargo(["test", "--workspace", "--doc", "--no-fail-fast"]))?;
    Ok(tally)
}

fn stories(place: &Place) -> Outcome<Tally> {
    let stories = place.targets(DESKTOP, "test");
    if stories.is_empty() {
        return Err(Stop::Failed(format!(
            "package {DESKTOP} has no stories in tests/"
        )));
    }
    // Cargo chooses by name alone.
    for package in place.packages().filter(|package| *package != DESKTOP) {
        let tests = place.targets(package, "test");
        if let Some(name) = tests.iter().find(|test| stories.contains(test)) {
            return Err(Stop::Failed(format!(
                "a story and a test of {package} are both called `{name}`"
            )));
        }
    }
    let mut command = place.cargo(["test", "--workspace", "--no-fail-fast"]);
    choose(&mut command, &stories);
    command.envs(system::test_programs());
    if cfg!(target_os = "linux") {
        let screen = Screen::open()?;
        counted(screen.with_empty_home(&mut screen.here(&command)))
    } else {
        counted(&mut command)
    }
}

fn choose(command: &mut Command, tests: &[&str]) {
    for test in tests {
        command.args(["--test", test]);
    }
}

/// Runs Rust tests and adds up what they say.
fn counted(command: &mut Command) -> Outcome<Tally> {
    let mut tally = Tally::default();
    let ended = process::watch(command, |line| {
        println!("{line}");
        tally += Tally::of_rust_line(line);
    });
    judged(tally, ended)
}

fn vitest(place: &Place) -> Outcome<Tally> {
    let report = place.below_target("vitest.json")?;
    let _ = std::fs::remove_file(&report);
    let mut command = place.node_tool("npm", ["run", "test", "--"]);
    command
        .args(["--reporter=default", "--reporter=json"])
        .arg(format!("--outputFile.json={}", report.display()))
        .envs(system::test_programs());
    let ended = process::run(&mut command);
    let text = std::fs::read_to_string(&report).unwrap_or_default();
    let tally = serde_json::from_str(&text).map(|report| Tally::of_vitest(&report));
    judged(tally.unwrap_or_default(), ended)
}

/// What the runner counted, together with how it ended.
fn judged(tally: Tally, ended: Outcome) -> Outcome<Tally> {
    match ended {
        Ok(()) => Ok(tally),
        Err(Stop::Failed(message)) => {
            println!("{message}");
            Ok(tally.ended_badly())
        }
        Err(stop) => Err(stop),
    }
}
