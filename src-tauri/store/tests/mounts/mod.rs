//! Small disks of their own for tests: the test runs once more, as a child that may mount what only it sees. Where the system
//! does not let it, the test says that it was left out.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PLACE: &str = "FORECOURT_TEST_MOUNTS";

pub struct Place(PathBuf);

/// In the child: where it may mount. In the parent: runs the child and gives nothing.
pub fn own(test: &str) -> Option<Place> {
    if let Ok(place) = std::env::var(PLACE) {
        return Some(Place(place.into()));
    }
    let place = tempfile::tempdir().unwrap();
    let apart = |program: &str| {
        let mut command = Command::new("unshare");
        command
            .args(["--user", "--map-root-user", "--mount", program])
            .stdin(Stdio::null());
        command
    };
    let probe = apart("mount")
        .args(["-t", "tmpfs", "none"])
        .arg(place.path())
        .output();
    if !probe.is_ok_and(|said| said.status.success()) {
        eprintln!("left out: this system lets no test mount a disk of its own");
        return None;
    }
    let program = std::env::current_exe().unwrap();
    let child = apart(program.to_str().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(PLACE, place.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&child.stderr)
    );
    assert!(said.contains("1 passed"), "the child ran the test: {said}");
    None
}

impl Place {
    /// A new disk of so many KiB.
    pub fn disk(&self, name: &str, kib: u32) -> PathBuf {
        let disk = self.0.join(name);
        std::fs::create_dir(&disk).unwrap();
        mount(
            &[
                "-t",
                "tmpfs",
                "-o",
                &format!("size={kib}k,mode=700"),
                "none",
            ],
            &disk,
        );
        disk
    }

    /// More room.
    pub fn grow(&self, disk: &Path, kib: u32) {
        mount(&["-o", &format!("remount,size={kib}k")], disk);
    }

    /// No more writing.
    pub fn read_only(&self, disk: &Path) {
        mount(&["-o", "remount,ro"], disk);
    }
}

fn mount(args: &[&str], disk: &Path) {
    let said = Command::new("mount").args(args).arg(disk).output().unwrap();
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
}
