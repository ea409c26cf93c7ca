//! What Node installs for the user interface: its packages, and a browser to test it in where the
//! system offers none.

use std::path::PathBuf;
use std::process::Command;

use crate::place::Place;
use crate::process;
use crate::stamp::Stamp;
use crate::stop::{Outcome, Stop};
use crate::system;

/// The oldest Node that the build tools of the user interface run on.
const OLDEST: (u32, u32) = (20, 19);

/// `npm ci`, when the lock file is not the one that was installed last.
pub fn packages(place: &Place) -> Outcome {
    require_node()?;
    let lock = lock(place)?;
    let stamp = Stamp::of(
        place.ui().join("node_modules/.installed-from"),
        &[lock],
        &[],
    )?;
    if stamp.is_fresh() {
        return Ok(());
    }
    println!("Installing the packages of the user interface");
    // The list of what is fetched is the only progress that npm shows on every terminal.
    process::run(&mut place.node_tool("npm", ["ci", "--loglevel", "http"]))?;
    stamp.press()
}

/// Playwright's own Chromium, unless the machine has one: Ubuntu's is a snap, which does not start in
/// a container.
pub fn browser(place: &Place) -> Outcome {
    if !place.may_install || system::chromium().is_some() {
        return Ok(());
    }
    let file = place.below_target("xtask/browser-installed-from")?;
    let stamp = Stamp::of(file, &[lock(place)?], &[])?;
    if stamp.is_fresh() {
        return Ok(());
    }
    println!("Installing a browser to test the user interface in");
    let mut install = place.node_tool("npx", ["--no-install", "playwright", "install"]);
    process::run_asking(install.args(["--with-deps", "--only-shell", "chromium"]))?;
    stamp.press()
}

fn lock(place: &Place) -> Outcome<PathBuf> {
    let lock = place.ui().join("package-lock.json");
    if lock.is_file() {
        Ok(lock)
    } else {
        Err(Stop::Failed("ui/package-lock.json is missing".to_owned()))
    }
}

/// Refuses a Node that is absent or too old.
fn require_node() -> Outcome {
    let (major, minor) = OLDEST;
    let advice = format!("Install Node {major}.{minor} or newer, with npm: https://nodejs.org");
    let version = process::read(Command::new("node").arg("--version"))
        .map_err(|_| Stop::Missing(format!("Node is missing. {advice}")))?;
    if parsed(&version).is_some_and(|version| version >= OLDEST) {
        return Ok(());
    }
    let version = version.trim();
    Err(Stop::Missing(format!(
        "Node {version} is too old. {advice}"
    )))
}

/// Major and minor version out of what `node --version` says.
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read_from_its_answer() {
        assert_eq!(parsed("v20.20.2\n"), Some((20, 20)));
        assert!(parsed("v20.9.0") < Some(OLDEST));
        assert!(parsed("v22.1.0") > Some(OLDEST));
        assert_eq!(parsed("unknown"), None);
    }
}
