//! What the operating system must offer, and how Debian and Ubuntu install it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::place;
use crate::process;
use crate::stop::{Outcome, Stop};

/// What somebody wants to do on this machine; each includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Compile everything and open the window on a screen.
    Build,
    /// Open the window on a machine that has no screen.
    Screen,
    /// Run all tests, in the real window and in a browser too.
    Test,
    /// Measure others beside the product.
    Peers,
}

/// A Debian package, what it gives (for people on other systems), and who needs it.
struct Package {
    name: &'static str,
    gives: &'static str,
    needed: Purpose,
}

const fn package(needed: Purpose, name: &'static str, gives: &'static str) -> Package {
    Package {
        name,
        gives,
        needed,
    }
}

const PACKAGES: &[Package] = &[
    package(
        Purpose::Build,
        "build-essential",
        "C compiler, linker and make",
    ),
    package(Purpose::Build, "pkg-config", "pkg-config"),
    package(
        Purpose::Build,
        "libwebkit2gtk-4.1-dev",
        "WebKitGTK 4.1 with headers",
    ),
    package(Purpose::Build, "libssl-dev", "OpenSSL 3 with headers"),
    package(
        Purpose::Build,
        "libdbus-1-dev",
        "D-Bus library with headers",
    ),
    package(
        Purpose::Build,
        "fonts-noto-cjk",
        "a font with Chinese characters",
    ),
    package(Purpose::Screen, "xvfb", "the X server Xvfb"),
    package(Purpose::Screen, "dbus", "dbus-run-session and dbus-daemon"),
    package(
        Purpose::Screen,
        "imagemagick",
        "ImageMagick: import and identify",
    ),
    package(Purpose::Screen, "xdotool", "xdotool"),
    package(
        Purpose::Test,
        "webkit2gtk-driver",
        "WebKitWebDriver of WebKitGTK 4.1",
    ),
    package(
        Purpose::Test,
        "poppler-utils",
        "pdftotext: reads printed papers",
    ),
    package(Purpose::Test, CHROMIUM, "Chromium or Google Chrome"),
    package(Purpose::Peers, "python3-venv", "Python 3 with venv"),
];

/// The one package for which another will do, and which Ubuntu only has as a snap.
const CHROMIUM: &str = "chromium";

/// A browser of the Chromium family, if the machine has one.
pub fn chromium() -> Option<PathBuf> {
    place::program(&[CHROMIUM, "chromium-browser", "google-chrome"])
}

/// Installs what is missing for the purpose.
///
/// # Errors
/// Where apt is absent: the list of what to install by hand.
pub fn install(purpose: Purpose) -> Outcome {
    let has_apt = ["dpkg-query", "apt-get"].map(|name| place::program(&[name]).is_some());
    if has_apt != [true, true] {
        return Err(Stop::Missing(by_hand(purpose)));
    }
    let missing = missing(purpose, &installed()?, chromium().is_none() && !is_ubuntu());
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing with apt: {}", missing.join(" "));
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(missing);
    apt(&["update"])?;
    apt(&install)
}

fn is_ubuntu() -> bool {
    std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}

/// The programs that tests in the real window and in a browser start, as environment variables;
/// what the user has set wins.
pub fn test_programs() -> Vec<(&'static str, PathBuf)> {
    let programs = [
        ("CHROMIUM", chromium()),
        ("WEBKIT_WEBDRIVER", place::program(&["WebKitWebDriver"])),
    ];
    programs
        .into_iter()
        .filter(|(name, _)| std::env::var_os(name).is_none())
        .filter_map(|(name, path)| Some((name, path?)))
        .collect()
}

fn missing(
    purpose: Purpose,
    installed: &BTreeSet<String>,
    wants_chromium: bool,
) -> Vec<&'static str> {
    let needed = PACKAGES.iter().filter(|package| package.needed <= purpose);
    needed
        .map(|package| package.name)
        .filter(|name| !installed.contains(*name))
        .filter(|name| *name != CHROMIUM || wants_chromium)
        .collect()
}

fn installed() -> Outcome<BTreeSet<String>> {
    let text = process::read(
        Command::new("dpkg-query")
            .args([
                "--show",
                "--showformat",
                "${db:Status-Status} ${Package}\\n",
            ])
            .stderr(Stdio::null()),
    )?;
    let names = text
        .lines()
        .filter_map(|line| line.strip_prefix("installed "));
    Ok(names.map(str::to_owned).collect())
}

fn apt(words: &[&str]) -> Outcome {
    let is_root = process::read(Command::new("id").arg("-u"))?.trim() == "0";
    let frontend = "DEBIAN_FRONTEND=noninteractive";
    let mut line = vec!["env", frontend, "apt-get"];
    if !is_root {
        if place::program(&["sudo"]).is_none() {
            return Err(Stop::Missing(format!(
                "Neither root nor sudo. As root, run:\n  apt-get {}",
                words.join(" ")
            )));
        }
        line.insert(0, "sudo");
    }
    process::run_asking(Command::new(line[0]).args(&line[1..]).args(words))
}

fn by_hand(purpose: Purpose) -> String {
    let list = if cfg!(target_os = "macos") {
        "  Xcode command line tools: xcode-select --install\n".to_owned()
    } else if cfg!(windows) {
        "  Visual Studio Build Tools 2022 with the workload \"Desktop development with C++\"\n  \
         Microsoft Edge WebView2 Runtime\n  OpenSSL 3 for development, OPENSSL_DIR set to it\n"
            .to_owned()
    } else {
        let needed = PACKAGES.iter().filter(|package| package.needed <= purpose);
        needed
            .map(|package| format!("  {} (Debian: {})\n", package.gives, package.name))
            .collect()
    };
    format!(
        "Only Debian and Ubuntu are set up automatically. Install this, then repeat the command with \
         --no-setup:\n{list}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_needs_less_than_testing() {
        let nothing = BTreeSet::new();
        let build = missing(Purpose::Build, &nothing, true);
        let test = missing(Purpose::Test, &nothing, true);
        assert!(build.contains(&"libwebkit2gtk-4.1-dev"));
        assert!(!build.contains(&"xvfb"));
        assert!(build.iter().all(|name| test.contains(name)));
        assert!(
            !test.contains(&"python3-venv"),
            "others are measured by who asks for it"
        );
        assert_eq!(
            missing(Purpose::Peers, &nothing, true).len(),
            PACKAGES.len()
        );
    }

    #[test]
    fn what_is_installed_is_not_asked_for_again() {
        let all = PACKAGES.iter().map(|package| package.name.to_owned());
        let mut installed: BTreeSet<String> = all.collect();
        assert!(missing(Purpose::Test, &installed, true).is_empty());
        installed.remove("xdotool");
        assert_eq!(missing(Purpose::Test, &installed, true), ["xdotool"]);
    }

    #[test]
    fn where_another_browser_will_do_chromium_is_not_asked_for() {
        let nothing = BTreeSet::new();
        assert!(!missing(Purpose::Test, &nothing, false).contains(&CHROMIUM));
    }
}
