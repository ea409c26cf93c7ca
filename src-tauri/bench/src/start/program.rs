//! A program with a window, started on a branch's data.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::branch::Branch;
use crate::os;
use crate::trouble::{Outcome, Trouble};

/// Names the application.
const APP: &str = "FORECOURT_APP";
/// How long processes may take to end, or something to appear. Generous: it is no figure.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Where the application is.
pub fn app() -> Outcome<PathBuf> {
    let path = std::env::var_os(APP)
        .map(PathBuf::from)
        .ok_or_else(|| Trouble::new(format!("{APP} names no application")))?;
    path.canonicalize()
        .map_err(|cause| Trouble::from(cause).during(path.display()))
}

/// A program and the data that it is started on.
pub struct Program<'b> {
    /// Its file.
    pub path: PathBuf,
    /// The branch that it opens.
    pub branch: &'b Branch,
}

impl Program<'_> {
    /// Lets a command start it, or what starts it, on the branch's data.
    pub fn on_data<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env("FORECOURT_DATA", self.branch.data())
            .env("XDG_CONFIG_HOME", self.branch.config())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
    }

    /// Starts it.
    pub fn start(&self) -> Outcome<Running> {
        let child = self.on_data(&mut Command::new(&self.path)).spawn();
        Ok(Running(child.map_err(|cause| {
            Trouble::from(cause).during(self.path.display())
        })?))
    }

    /// Opens its window, to be driven.
    pub async fn window(&self) -> stage::Window {
        let environment = [
            ("FORECOURT_DATA", self.branch.data()),
            ("XDG_CONFIG_HOME", self.branch.config()),
        ];
        let program = stage::Program {
            path: self.path.clone(),
            environment: environment
                .map(|(name, folder)| (name.to_owned(), folder.into_os_string()))
                .into(),
        };
        stage::Window::open(&program, None).await
    }
}

/// A program of ours that runs; it and what it started are gone when this is dropped.
pub struct Running(Child);

impl Running {
    /// Refuses to wait for a program that has ended.
    pub fn still_runs(&mut self, path: &Path) -> Outcome {
        match self.0.try_wait()? {
            None => Ok(()),
            Some(status) => Err(Trouble::new(format!("{} ended: {status}", path.display()))),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let all = os::tree(self.0.id());
        // A driver that is gone closes nothing any more: what it started ends by itself or not at all.
        all.iter().for_each(|id| os::kill(*id));
        drop(self.0.wait());
        let begun = Instant::now();
        // Those of the web view end when nobody speaks to them any more; the next start is not to be disturbed by them.
        while all
            .iter()
            .any(|id| Path::new(&format!("/proc/{id}")).exists())
            && begun.elapsed() < Duration::from_secs(5)
        {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
