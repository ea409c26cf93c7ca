//! A screen of its own for each window: stories run beside each other, and nothing covers anything.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running X server that shows nothing to anybody; gone when it is dropped.
pub struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// The usual small screen of a showroom.
    #[must_use]
    pub fn new() -> Self {
        Self::sized(1366, 768)
    }

    /// A screen of so many points.
    #[must_use]
    pub fn sized(width: u32, height: u32) -> Self {
        let size = format!("{width}x{height}x24");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &size])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts (package xvfb)");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("piped"))
            .read_line(&mut number)
            .expect("a display");
        Self {
            server,
            display: format!(":{}", number.trim()),
        }
    }

    /// Its name, `:99`.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display
    }

    /// What a person would see.
    pub fn picture(&self, file: &Path) {
        self.import(&[], file);
    }

    /// The same, of the upper left part alone.
    pub fn picture_of(&self, file: &Path, (width, height): (u32, u32)) {
        self.import(&["-crop", &format!("{width}x{height}+0+0")], file);
    }

    fn import(&self, options: &[&str], file: &Path) {
        let taken = Command::new("import")
            .args(["-window", "root", "-display", &self.display])
            .args(options)
            .arg(file)
            .status();
        assert!(
            taken
                .expect("import starts (package imagemagick)")
                .success(),
            "a picture"
        );
    }
}

impl Default for Screen {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}
