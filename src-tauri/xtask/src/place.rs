//! Where things are: the checkout, the target folder, programs of the machine.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::process;
use crate::stop::{Outcome, Stop};

/// The checkout that we work for.
pub struct Place {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the user's configuration puts it.
    pub target: PathBuf,
    /// Our own packages and what they ask for, as `cargo metadata --no-deps` tells it.
    pub metadata: Value,
    /// False when the user forbade us to install anything (`--no-setup`).
    pub may_install: bool,
}

impl Place {
    /// Asks Cargo about this checkout.
    pub fn find(may_install: bool) -> Outcome<Self> {
        // Cargo says at run time whose program it runs: two checkouts may share one target folder.
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&package)
            .join("../..")
            .canonicalize()
            .map_err(|cause| Stop::because("the checkout has moved", cause))?;
        let text = process::read(
            Command::new(cargo_program())
                .args(["metadata", "--format-version", "1", "--no-deps"])
                .current_dir(&root),
        )?;
        let metadata: Value = serde_json::from_str(&text)
            .map_err(|cause| Stop::because("cargo metadata is unreadable", cause))?;
        let target = metadata["target_directory"]
            .as_str()
            .ok_or_else(|| Stop::Failed("cargo metadata names no target folder".to_owned()))?;
        Ok(Self {
            target: PathBuf::from(target),
            root,
            metadata,
            may_install,
        })
    }

    /// The folder of the user interface.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A path below the target folder whose parent exists.
    pub fn below_target(&self, path: impl AsRef<Path>) -> Outcome<PathBuf> {
        let path = self.target.join(path);
        let folder = path.parent().unwrap_or(&self.target);
        std::fs::create_dir_all(folder)
            .map_err(|cause| Stop::because(format!("cannot create {}", folder.display()), cause))?;
        Ok(path)
    }

    /// A cargo command in the workspace, building into our target folder.
    pub fn cargo<const N: usize>(&self, args: [&str; N]) -> Command {
        let mut command = Command::new(cargo_program());
        command
            .args(args)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// Where Cargo puts a program of ours.
    pub fn program_of_ours(&self, name: &str, release: bool) -> PathBuf {
        let profile = if release { "release" } else { "debug" };
        let program = self.target.join(profile).join(name);
        program.with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// A command of Node's (`npm`, `npx`) in the folder of the user interface.
    pub fn node_tool<const N: usize>(&self, program: &str, args: [&str; N]) -> Command {
        let program = if cfg!(windows) {
            format!("{program}.cmd")
        } else {
            program.to_owned()
        };
        let mut command = Command::new(program);
        command.args(args).current_dir(self.ui());
        command
    }

    /// The names of our packages.
    pub fn packages(&self) -> impl Iterator<Item = &str> {
        let packages = self.metadata["packages"].as_array().into_iter().flatten();
        packages.filter_map(|package| package["name"].as_str())
    }

    /// The names of a package's targets of one kind (`test`, `bin`, …).
    pub fn targets(&self, package: &str, kind: &str) -> Vec<&str> {
        let packages = self.metadata["packages"].as_array().into_iter().flatten();
        packages
            .filter(|found| found["name"] == package)
            .flat_map(|found| found["targets"].as_array().into_iter().flatten())
            .filter(|target| target["kind"][0] == kind)
            .filter_map(|target| target["name"].as_str())
            .collect()
    }
}

/// The cargo that started us, so that nested builds use the same toolchain.
fn cargo_program() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// The first of these programs that the machine has: on the PATH, or where distributions hide what
/// is not meant for people.
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let hidden = ["/usr/libexec", "/usr/lib/webkit2gtk-4.1"].map(PathBuf::from);
    let folders: Vec<PathBuf> = std::env::split_paths(&path).chain(hidden).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}
