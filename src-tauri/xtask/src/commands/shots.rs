//! `shots`: pictures of every screen and dialogue, in every language, light and dark, on a small and on a large screen.
//!
//! The program is the binary `shots` of the package `stage`; its list of places is `stage/src/bin/shots/places.rs`.

use std::process::Command;

use crate::args::Args;
use crate::commands::{setup, ui};
use crate::node;
use crate::place::Place;
use crate::process;
use crate::screen::Screen;
use crate::stop::{Outcome, Stop};
use crate::system::Purpose;

/// `cargo xtask shots [PART] [--lang LANG]`
pub fn command(place: &Place, mut args: Args) -> Outcome {
    let lang = args.value("--lang")?;
    let only = args.word();
    args.finish()?;
    if !cfg!(target_os = "linux") {
        return Err(Stop::Usage(
            "Pictures are taken on a private screen, which only Linux has.".to_owned(),
        ));
    }
    setup::system_packages(place, Purpose::Test)?;
    node::packages(place)?;
    ui::build(place)?;
    let mut build = place.cargo(["build", "--workspace", "--bin", "shots"]);
    build.args(["--bin", "forecourt", "--bin", "forecourt-cli"]);
    process::run(&mut build)?;

    let into = place.below_target("shots/index.html")?;
    let mut shots = Command::new(place.program_of_ours("shots", false));
    shots
        .arg("--app")
        .arg(place.program_of_ours("forecourt", false));
    shots
        .arg("--into")
        .arg(into.parent().unwrap_or(&place.root));
    for (option, value) in [("--lang", lang), ("--only", only)] {
        shots.args(value.iter().flat_map(|value| [option, value.as_str()]));
    }
    let screen = Screen::open()?;
    process::run(screen.with_empty_home(&mut screen.here(&shots)))
}
