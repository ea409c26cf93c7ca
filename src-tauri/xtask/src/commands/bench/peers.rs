//! Installs the programs that we compare with, each exactly as its lock file says: nothing of them is part of the product.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::commands::setup;
use crate::place::Place;
use crate::process;
use crate::stamp::Stamp;
use crate::stop::{Outcome, Stop};
use crate::system::Purpose;

/// Installs them, unless they are; gives the folder that they are in.
pub fn install(place: &Place) -> Outcome<PathBuf> {
    setup::system_packages(place, Purpose::Peers)?;
    let sources = place.root.join("src-tauri/bench/peers");
    let tools = place.below_target("tools/peers/installed-from")?;
    let tools = tools.parent().unwrap_or(&place.root).to_owned();
    anki(place, &sources.join("anki"), &tools)?;
    pouchdb(&sources.join("pouchdb"), &tools.join("pouchdb"), place)?;
    Ok(tools)
}

fn anki(place: &Place, from: &Path, tools: &Path) -> Outcome {
    let list = from.join("requirements.txt");
    let stamp = Stamp::of(
        place.below_target("tools/peers/anki-from")?,
        std::slice::from_ref(&list),
        &[],
    )?;
    if stamp.is_fresh() {
        return Ok(());
    }
    let into = tools.join("anki");
    println!("Installing Anki to compare with");
    process::run(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&into),
    )?;
    let mut install = Command::new(into.join("bin/python"));
    install.args([
        "-m",
        "pip",
        "install",
        "--require-hashes",
        "--only-binary",
        ":all:",
    ]);
    process::run(install.arg("-r").arg(&list))?;
    stamp.press()
}

fn pouchdb(from: &Path, into: &Path, place: &Place) -> Outcome {
    let sources = ["package.json", "package-lock.json", "run.mjs"];
    let stamp = Stamp::of(
        place.below_target("tools/peers/pouchdb-from")?,
        &sources.map(|name| from.join(name)),
        &[],
    )?;
    if stamp.is_fresh() {
        return Ok(());
    }
    println!("Installing PouchDB to compare with");
    let cannot = |cause| Stop::because(format!("cannot write {}", into.display()), cause);
    std::fs::create_dir_all(into).map_err(cannot)?;
    for name in sources {
        std::fs::copy(from.join(name), into.join(name)).map_err(cannot)?;
    }
    let mut install = place.node_tool("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run(install.current_dir(into))?;
    stamp.press()
}
