//! A private screen for machines without one: an X server, a D-Bus and a runtime folder of its own.
//! All of it is gone when the value is dropped.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::process::{self, Child};
use crate::stop::{Outcome, Stop};

const SIZE: &str = "1366x768x24";
const BUS: &str = "bus.conf";
const FIRST_PAINT: Duration = Duration::from_secs(60);

/// A running X server that shows nothing to anybody.
pub struct Screen {
    display: String,
    folder: TempDir,
    _server: Child,
}

impl Screen {
    /// Starts the server on a display number that is free.
    pub fn open() -> Outcome<Self> {
        let folder = private_folder()?;
        std::fs::write(folder.path().join(BUS), include_str!("bus.conf"))
            .map_err(|cause| Stop::because("cannot configure the bus of the screen", cause))?;
        // The server chooses the number itself and writes it to descriptor 1.
        let mut server = Child::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", SIZE])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let number = server
            .lines()
            .recv_timeout(Duration::from_secs(20))
            .map_err(|cause| Stop::because("Xvfb does not start", cause))?;
        Ok(Self {
            display: format!(":{number}"),
            folder,
            _server: server,
        })
    }

    /// Whether the session has a screen of its own.
    pub fn is_there_already() -> bool {
        ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    }

    /// The name of the display, `:99`.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// A folder that lives as long as the screen.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The same command with its windows here.
    pub fn here(&self, command: &Command) -> Command {
        let mut here = Command::new("dbus-run-session");
        here.arg("--config-file").arg(self.folder().join(BUS));
        here.arg("--").arg(command.get_program());
        here.args(command.get_args());
        here.envs(
            command
                .get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        );
        if let Some(folder) = command.get_current_dir() {
            here.current_dir(folder);
        }
        self.dress(&mut here);
        here
    }

    /// Lets the command find no data of this account and leave none behind.
    pub fn with_empty_home<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            command.env(name, self.folder().join(name));
        }
        command
    }

    fn dress(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("XDG_RUNTIME_DIR", self.folder.path())
            .env("GDK_BACKEND", "x11")
            // No graphics card, no accessibility bus.
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .env("NO_AT_BRIDGE", "1");
    }

    fn tool(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        self.dress(&mut command);
        command.stderr(Stdio::null());
        command
    }

    /// Whether a visible window has this text in its title.
    pub fn shows(&self, title: &str) -> bool {
        let mut search = self.tool("xdotool");
        search.args(["search", "--onlyvisible", "--name", title]);
        process::read(&mut search).is_ok_and(|windows| !windows.trim().is_empty())
    }

    /// Waits until the screen shows more than one colour and has stopped changing, and keeps that
    /// picture. `still_wanted` may end the waiting with its reason.
    pub fn picture(&self, file: &Path, mut still_wanted: impl FnMut() -> Outcome) -> Outcome {
        let mut before = None;
        process::until(FIRST_PAINT, "a painted window", || {
            still_wanted()?;
            process::run(self.tool("import").args(["-window", "root"]).arg(file))?;
            let mut identify = self.tool("identify");
            let seen = process::read(identify.args(["-format", "%k %#"]).arg(file))?;
            let settled = !seen.starts_with("1 ") && before.as_ref() == Some(&seen);
            before = Some(seen);
            Ok(settled.then_some(()))
        })
    }
}

fn private_folder() -> Outcome<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("forecourt-screen-");
    #[cfg(unix)]
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    #[cfg(unix)]
    builder.permissions(mode);
    builder
        .tempdir()
        .map_err(|cause| Stop::because("cannot create a folder for the screen", cause))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    /// Stands in for the application: any program that opens a window with a title.
    fn window(screen: &Screen, title: &str) -> Outcome<Child> {
        let mut display = Command::new("display");
        Child::start(&mut screen.here(display.args(["-title", title, "logo:"])))
    }

    #[test]
    fn a_window_on_the_private_screen_is_found_by_its_title_and_photographed() {
        let screen = Screen::open().unwrap();
        let mut app = window(&screen, "A title to look for").unwrap();
        process::until(FIRST_PAINT, "the window", || {
            Ok(screen.shows("title to look").then_some(()))
        })
        .unwrap();
        assert!(!screen.shows("Another title"));
        let file = screen.folder().join("window.png");
        screen.picture(&file, || Ok(())).unwrap();
        assert!(std::fs::read(&file).unwrap().starts_with(b"\x89PNG"));
        assert_eq!(app.ended(), Ok(None));
    }

    #[test]
    fn an_application_that_dies_ends_the_waiting_for_its_picture() {
        let screen = Screen::open().unwrap();
        let file = screen.folder().join("window.png");
        let problem = screen.picture(&file, || Err(Stop::Failed("it died".to_owned())));
        assert_eq!(problem, Err(Stop::Failed("it died".to_owned())));
    }

    #[test]
    fn two_screens_get_two_displays_and_leave_no_folder_behind() {
        let (one, two) = (Screen::open().unwrap(), Screen::open().unwrap());
        assert_ne!(one.display(), two.display());
        let folders = [&one, &two].map(|screen| screen.folder().to_owned());
        drop((one, two));
        assert!(folders.iter().all(|folder| !folder.exists()));
    }
}
