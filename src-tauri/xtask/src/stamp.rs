//! Stamps: a file that remembers the contents something was made from, so that it is not made again.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::stop::{Outcome, Stop};

/// One stamp file and the contents that it should tell.
pub struct Stamp {
    file: PathBuf,
    now: String,
}

impl Stamp {
    /// Reads all files that `sources` name (files, or folders with all below them) except what is in
    /// a folder called like one of `skip`.
    pub fn of(file: PathBuf, sources: &[PathBuf], skip: &[&str]) -> Outcome<Self> {
        let mut hasher = DefaultHasher::new();
        for source in sources {
            for path in files_below(source, skip)? {
                path.hash(&mut hasher);
                read(&path)?.hash(&mut hasher);
            }
        }
        Ok(Self {
            file,
            now: format!("{:016x}", hasher.finish()),
        })
    }

    /// Whether the contents are still those of the last `press`.
    pub fn is_fresh(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|then| then == self.now)
    }

    /// Remembers the contents.
    pub fn press(&self) -> Outcome {
        std::fs::write(&self.file, &self.now)
            .map_err(|cause| Stop::because(format!("cannot write {}", self.file.display()), cause))
    }
}

/// All files at or below a path, sorted; folders called like one of `skip` are left out, and so are
/// links. A path that does not exist has none.
pub fn files_below(path: &Path, skip: &[&str]) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![path.to_owned()];
    while let Some(path) = open.pop() {
        let Ok(kind) = path.symlink_metadata() else {
            continue;
        };
        if kind.is_file() {
            found.push(path);
        } else if kind.is_dir() {
            let entries = path.read_dir().map_err(|cause| unreadable(&path, cause))?;
            for entry in entries {
                let entry = entry.map_err(|cause| unreadable(&path, cause))?;
                if !skip.iter().any(|name| entry.file_name() == *name) {
                    open.push(entry.path());
                }
            }
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|cause| unreadable(path, cause))
}

fn unreadable(path: &Path, cause: std::io::Error) -> Stop {
    Stop::because(format!("cannot read {}", path.display()), cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_fresh_until_a_source_changes_and_blind_to_skipped_folders() {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("ui");
        std::fs::create_dir_all(source.join("dist")).unwrap();
        std::fs::write(source.join("app.ts"), "one").unwrap();
        let stamp = || {
            let file = folder.path().join("stamp");
            Stamp::of(file, std::slice::from_ref(&source), &["dist"]).unwrap()
        };
        assert!(!stamp().is_fresh());
        stamp().press().unwrap();
        assert!(stamp().is_fresh());
        std::fs::write(source.join("dist/app.js"), "built").unwrap();
        assert!(stamp().is_fresh());
        std::fs::write(source.join("app.ts"), "two").unwrap();
        assert!(!stamp().is_fresh());
    }

    #[test]
    fn a_source_that_does_not_exist_has_no_files() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            files_below(&folder.path().join("none"), &[])
                .unwrap()
                .is_empty()
        );
    }
}
