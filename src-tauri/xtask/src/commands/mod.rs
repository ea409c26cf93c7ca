//! The commands, one file each, and the page that explains them.

mod bench;
mod check;
mod generate;
mod run;
mod setup;
mod shots;
mod simulate;
mod test;
mod ui;

use crate::args::Args;
use crate::place::Place;
use crate::stop::{Outcome, Stop};

const HELP: &str = "\
cargo xtask COMMAND [OPTIONS]

Everyday
  run [--release] [-- ARGS]   Prepare the machine, build, open the window. Without a display the window
                              opens on a private screen and its picture is kept in target/run/.
      --once                  On a private screen, with an empty data folder: take the picture, close.
  test [--fast]               Everything: all of `check`, Rust, components in a browser, stories in the
                              real window. Ends with a table and the line `N passed, N failed`.
      --fast                  Without the stories in the real window and without cargo-deny.
  check [--fix]               Formats, lints, types, dependency rules, generated files, licences, words,
                              file names. --fix mends what a program can mend.

When something changed
  generate                    Write what is generated from Rust again: the TypeScript of the UI and
                              the snapshot of the database's shape.
  ui                          Build the user interface into ui/dist, if it changed.
  setup [run|check|test]      Only prepare the machine, for one purpose (default: test).

Looking
  shots [PART] [--lang LANG]  Pictures of every screen and dialogue of a demo branch, in 3 languages,
                              light and dark, 1366x768 and 1920x1080, into target/shots/ with an
                              index page. PART: only places whose name has it.

Trying out
  simulate [--seeds N] [--first-seed S] [--ops N] [--nodes N] [--jobs N] [--json FILE] [--release]
                              Branches of many PCs in one process, under every fault, the same for the
                              same seed. A seed that fails prints the command that repeats it.

Measuring
  bench [NAME] [--customers N] [--json FILE]
                              Measure search, write, today, start, feel or import (default: all).
                              Table and figures of each are kept in target/bench/; FILE gets all
                              figures as one JSON list. Fails when a run fails or what it does is
                              wrong, never because a machine is slow.

Everywhere
  --no-setup                  Install nothing; take the machine as it is.
  --help                      This page.

Exit codes: 0 done, 1 something failed, 2 wrong use or missing software, 130 interrupted.";

/// Finds the command on the line and runs it.
pub fn dispatch(mut args: Args) -> Outcome {
    let asks_for_help = args.flag("--help") | args.flag("-h");
    let may_install = !args.flag("--no-setup");
    let command = args.word();
    if asks_for_help || matches!(command.as_deref(), None | Some("help")) {
        println!("{HELP}");
        return Ok(());
    }
    let command = command.unwrap_or_default();
    let work: fn(&Place, Args) -> Outcome = match command.as_str() {
        "bench" => bench::command,
        "check" => check::command,
        "generate" => generate::command,
        "run" => run::command,
        "setup" => setup::command,
        "shots" => shots::command,
        "simulate" => simulate::command,
        "test" => test::command,
        "ui" => ui::command,
        _ => return Err(Stop::Usage(format!("There is no command `{command}`."))),
    };
    work(&Place::find(may_install)?, args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_command_is_wrong_use() {
        let words = ["tset".to_owned()].into_iter();
        let problem = dispatch(Args::new(words)).unwrap_err();
        assert_eq!(problem.exit_code(), 2);
        assert!(problem.message().unwrap().contains("`tset`"));
    }

    #[test]
    fn the_help_page_fits_a_terminal() {
        assert!(HELP.lines().all(|line| line.chars().count() <= 104));
    }
}
