//! One PC: a home of its own with a data folder in it, and the program that runs on it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A program with a window, and what it finds around it.
#[derive(Debug, Clone)]
pub struct Program {
    /// Its file.
    pub path: PathBuf,
    /// Its environment.
    pub environment: Vec<(String, OsString)>,
}

/// A PC that nobody has used yet; gone when it is dropped.
pub struct Pc {
    home: TempDir,
    program: PathBuf,
    zone: Option<&'static str>,
    hub_port: Option<u16>,
}

impl Pc {
    /// With this program on it: stories say `env!("CARGO_BIN_EXE_forecourt")`.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>) -> Self {
        let pc = Self {
            home: tempfile::tempdir().expect("a folder"),
            program: program.into(),
            zone: None,
            hub_port: None,
        };
        for folder in ["home", "config", "share", "cache"] {
            std::fs::create_dir_all(pc.below(folder)).expect("a folder");
        }
        pc
    }

    /// The same PC, which believes itself elsewhere: `America/Los_Angeles`.
    #[must_use]
    pub fn in_zone(mut self, zone: &'static str) -> Self {
        self.zone = Some(zone);
        self
    }

    /// The same PC, which answers others on a port of its own, should it be their hub: several PCs of a story are one machine.
    #[must_use]
    pub fn answering_on(mut self, port: u16) -> Self {
        self.hub_port = Some(port);
        self
    }

    /// A place below the home.
    #[must_use]
    pub fn below(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.below("data")
    }

    /// The program as it starts here.
    #[must_use]
    pub fn program(&self) -> Program {
        let folders = [
            ("FORECOURT_DATA", "data"),
            ("HOME", "home"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "share"),
            ("XDG_CACHE_HOME", "cache"),
        ];
        Program {
            path: self.program.clone(),
            environment: folders
                .iter()
                .map(|(name, folder)| ((*name).to_owned(), self.below(folder).into_os_string()))
                .chain(self.zone.map(|zone| ("TZ".to_owned(), zone.into())))
                .chain(
                    self.hub_port
                        .map(|port| ("FORECOURT_HUB_PORT".to_owned(), port.to_string().into())),
                )
                .collect(),
        }
    }

    /// The command line on this PC's data, with a password. Answers what it printed.
    #[must_use]
    pub fn cli(&self, password: &str, arguments: &[&str]) -> Value {
        let output = Command::new(cli(&self.program))
            .args(arguments)
            .arg("--json")
            .env("FORECOURT_PASSWORD", password)
            .envs(self.program().environment)
            .stdin(Stdio::null())
            .output()
            .expect("the command line starts");
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

/// The command line, beside the window; built when nobody has.
fn cli(program: &Path) -> PathBuf {
    let path = program.with_file_name(format!("forecourt-cli{}", std::env::consts::EXE_SUFFIX));
    if !path.exists() {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            // With the features of the whole workspace, as the tests are built: with others everything heavy is compiled anew.
            .args(["build", "--workspace", "--bin", "forecourt-cli"])
            .status()
            .expect("cargo");
        assert!(built.success(), "the command line builds");
    }
    path
}
