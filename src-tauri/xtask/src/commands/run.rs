//! `run`: builds the application and opens its window, on a private screen where there is none.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::args::Args;
use crate::commands::{setup, ui};
use crate::place::Place;
use crate::process::{self, Child};
use crate::screen::Screen;
use crate::stop::{Outcome, Stop};
use crate::system::Purpose;

/// A part of the window's title that is the same in every language (see `tauri.conf.json`).
const TITLE: &str = "Forecourt";

/// `cargo xtask run [--release] [--once] [-- ARGS]`
pub fn command(place: &Place, mut args: Args) -> Outcome {
    let release = args.flag("--release");
    let once = args.flag("--once");
    let for_the_app = args.after_dashes();
    args.finish()?;

    let private = once || (cfg!(target_os = "linux") && !Screen::is_there_already());
    let purpose = if private {
        Purpose::Screen
    } else {
        Purpose::Build
    };
    setup::machine(place, purpose)?;
    ui::build(place)?;
    let app = build(place, release)?;
    if private {
        on_a_private_screen(place, &app, &for_the_app, once)
    } else {
        process::run(Command::new(app).args(for_the_app))
    }
}

/// Compiles the desktop binary and returns its path.
fn build(place: &Place, release: bool) -> Outcome<PathBuf> {
    // `--workspace` only so that Cargo chooses the same features as in a full test run, and compiles
    // nothing twice.
    let mut command = place.cargo(["build", "--workspace", "--bin", "forecourt"]);
    if release {
        command.arg("--release");
    }
    process::run(&mut command)?;
    Ok(place.program_of_ours("forecourt", release))
}

fn on_a_private_screen(place: &Place, app: &PathBuf, args: &[String], once: bool) -> Outcome {
    let screen = Screen::open()?;
    println!(
        "No display: the window opens on the private screen {}.",
        screen.display()
    );
    let mut command = screen.here(Command::new(app).args(args));
    if once {
        // Neither the data of this account nor a window that has them open may matter.
        screen.with_empty_home(&mut command);
    }
    let mut app = Child::start(&mut command)?;
    let picture = place.below_target("run/window.png")?;
    photograph(&screen, &mut app, &picture)?;
    println!("Its picture: {}", picture.display());
    if once {
        return Ok(());
    }
    println!("It runs until Ctrl+C.");
    app.succeed()
}

fn photograph(screen: &Screen, app: &mut Child, picture: &std::path::Path) -> Outcome {
    let mut still_runs = || match app.ended()? {
        None => Ok(()),
        Some(status) => Err(Stop::Failed(format!(
            "the application ended before its window could be seen ({status})"
        ))),
    };
    process::until(Duration::from_secs(60), "a visible window", || {
        still_runs()?;
        Ok(screen.shows(TITLE).then_some(()))
    })?;
    screen.picture(picture, still_runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_that_is_waited_for_is_in_the_configuration_of_the_window() {
        let text = include_str!("../../../../tauri.conf.json");
        let configuration: serde_json::Value = serde_json::from_str(text).unwrap();
        let title = &configuration["app"]["windows"][0]["title"];
        assert!(title.as_str().unwrap().contains(TITLE));
    }
}
