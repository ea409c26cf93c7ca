//! `bench`: runs the measuring program and shows its figures.
//!
//! The program is the binary of the package `bench`: `bench NAME --json FILE [--customers N]` writes a
//! JSON list of figures, and fails only when it could not measure or when what it measured did
//! something wrong. This command judges no figure: a slow machine is not a failure.
//! For those that open windows the environment names the application (`FORECOURT_APP`) and a private screen.

mod peers;
mod table;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::args::Args;
use crate::commands::{setup, ui};
use crate::node;
use crate::place::Place;
use crate::process;
use crate::screen::Screen;
use crate::stop::{Outcome, Stop};
use crate::system::Purpose;

/// The package with the measuring program, and the program's name.
const PACKAGE: &str = "bench";

/// What it measures.
const BENCHES: [&str; 7] = ["search", "write", "today", START, FEEL, "import", SYNC];

/// Those that open windows.
const START: &str = "start";
const FEEL: &str = "feel";

/// The one that others can be measured beside, and how many customers it carries where nobody says.
const SYNC: &str = "sync";
const CARRIED: &str = "100000";

/// `cargo xtask bench [NAME] [--customers N] [--peers] [--json FILE]`
pub fn command(place: &Place, mut args: Args) -> Outcome {
    let customers = args.value("--customers")?;
    if customers
        .as_ref()
        .is_some_and(|number| number.parse::<u64>().is_err())
    {
        return Err(Stop::Usage("--customers wants a number".to_owned()));
    }
    let json = args.value("--json")?.map(PathBuf::from);
    let with_peers = args.flag("--peers");
    let chosen = chosen(args.word().as_deref())?;
    args.finish()?;

    prepare(place, chosen.iter().any(|name| opens_windows(name)))?;
    let peers = match with_peers && chosen.contains(&SYNC) {
        true => Some(peers::install(place)?),
        false => None,
    };
    let mut figures = Vec::new();
    let mut failed = Vec::new();
    for name in chosen {
        println!("Measuring {name} …");
        let file = place.below_target(format!("bench/{name}.json"))?;
        let _ = std::fs::remove_file(&file);
        let carried = (name == SYNC).then_some(CARRIED);
        let wished = customers.as_deref().or(carried);
        let peers = peers.as_deref().filter(|_| name == SYNC);
        let mut ended = measure(place, name, (wished, peers), &file);
        // A run that found something wrong may still have figures to show.
        match read(&file) {
            Ok(found) => {
                let table = table::of(&found);
                println!("{table}");
                write(&file.with_extension("md"), &table)?;
                figures.extend(found);
            }
            Err(problem) => ended = ended.and(Err(problem)),
        }
        match ended {
            Ok(()) => {}
            Err(Stop::Failed(message)) => {
                println!("{message}");
                failed.push(name);
            }
            Err(stop) => return Err(stop),
        }
    }
    if let Some(file) = json {
        write(&file, &(Value::from(figures).to_string() + "\n"))?;
    }
    if failed.is_empty() {
        return Ok(());
    }
    let names = failed.join(", ");
    Err(Stop::Failed(format!("bench {names}")))
}

fn chosen(name: Option<&str>) -> Outcome<Vec<&'static str>> {
    let Some(name) = name else {
        return Ok(BENCHES.to_vec());
    };
    match BENCHES.iter().find(|known| **known == name) {
        Some(known) => Ok(vec![known]),
        None => Err(Stop::Usage(format!("There is no bench `{name}`."))),
    }
}

/// Builds the measuring program as it is released, and the application where windows are measured.
fn prepare(place: &Place, opens_windows: bool) -> Outcome {
    if !place.targets(PACKAGE, "bin").contains(&PACKAGE) {
        return Err(Stop::Failed(format!(
            "there is no package {PACKAGE} with a binary {PACKAGE}, so nothing can be measured"
        )));
    }
    let mut build = place.cargo(["build", "--release", "--workspace", "--bin", PACKAGE]);
    if opens_windows {
        setup::system_packages(place, Purpose::Screen)?;
        node::packages(place)?;
        ui::build(place)?;
        build.args(["--bin", "forecourt"]);
    } else {
        setup::system_packages(place, Purpose::Build)?;
    }
    process::run(&mut build)
}

fn measure(
    place: &Place,
    name: &str,
    (customers, peers): (Option<&str>, Option<&Path>),
    file: &Path,
) -> Outcome {
    let mut command = Command::new(place.program_of_ours(PACKAGE, true));
    command.arg(name).arg("--json").arg(file);
    command.current_dir(&place.root);
    if let Some(number) = customers {
        command.args(["--customers", number]);
    }
    if let Some(tools) = peers {
        command.arg("--peers").arg(tools);
    }
    if !opens_windows(name) {
        return process::run(&mut command);
    }
    command.env("FORECOURT_APP", place.program_of_ours("forecourt", true));
    if cfg!(target_os = "linux") {
        let screen = Screen::open()?;
        process::run(screen.with_empty_home(&mut screen.here(&command)))
    } else {
        process::run(&mut command)
    }
}

fn opens_windows(name: &str) -> bool {
    matches!(name, START | FEEL)
}

fn read(file: &Path) -> Outcome<Vec<Value>> {
    let name = file.display();
    let text = std::fs::read(file).map_err(|cause| Stop::because(&name, cause))?;
    match serde_json::from_slice(&text) {
        Ok(Value::Array(figures)) if figures.iter().all(|one| one["name"].is_string()) => {
            Ok(figures)
        }
        Ok(_) => Err(Stop::Failed(format!("{name} is no list of named figures"))),
        Err(cause) => Err(Stop::because(name, cause)),
    }
}

fn write(file: &Path, text: &str) -> Outcome {
    std::fs::write(file, text)
        .map_err(|cause| Stop::because(format!("cannot write {}", file.display()), cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_name_everything_is_measured() {
        assert_eq!(chosen(None).unwrap(), BENCHES);
        assert_eq!(chosen(Some("today")), Ok(vec!["today"]));
        assert_eq!(chosen(Some("tody")).unwrap_err().exit_code(), 2);
    }

    #[test]
    fn a_file_that_is_no_list_of_figures_is_a_failed_run() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("search.json");
        assert!(read(&file).is_err());
        for text in ["{}", "[1]", r#"[{"p50":1}]"#, "[{"] {
            std::fs::write(&file, text).unwrap();
            assert!(read(&file).is_err(), "{text}");
        }
        std::fs::write(&file, r#"[{"name":"search zs","of_our_own":1}]"#).unwrap();
        assert_eq!(read(&file).unwrap()[0]["of_our_own"], 1);
    }
}
