//! Small files that must be either the old or the new one, whatever happens: temporary file, sync, rename, sync folder.
//!
//! For the slot file and the device key; bigger things have their own ways. The file is readable by its user only. It
//! never truncates a file in place and never removes one it did not make.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use data_encoding::HEXLOWER;

use super::os;
use super::secret::random_bytes;

/// More than any of these files ever has; a longer one is not ours.
const MAX_LEN: u64 = 4 * 1024 * 1024;

/// Pauses between attempts while another program (an antivirus, an indexer) holds the file.
const PAUSES_MS: [u64; 6] = [10, 25, 60, 150, 400, 1_000];

/// A new content, durable under a temporary name.
pub(super) struct Staged {
    temporary: PathBuf,
    path: PathBuf,
}

/// Writes the new content beside the file. A crash from here on leaves the old file as it was.
pub(super) fn stage(path: &Path, content: &[u8]) -> io::Result<Staged> {
    stage_as(with_suffix(path, ".new"), path, content)
}

impl Staged {
    /// Puts the new content in the place of the old.
    pub(super) fn publish(self) -> io::Result<()> {
        rename(&self.temporary, &self.path)?;
        sync_folder_of(&self.path)
    }

    /// Puts the new content in place unless a file is there already; `false` when it was.
    fn publish_once(self) -> io::Result<bool> {
        let linked = fs::hard_link(&self.temporary, &self.path);
        let made = match linked {
            Ok(()) => fs::remove_file(&self.temporary).map(|()| true),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                fs::remove_file(&self.temporary).map(|()| false)
            }
            // A file system without links: two processes at the very same moment are then not told apart.
            Err(_) if !self.path.exists() => fs::rename(&self.temporary, &self.path).map(|()| true),
            Err(_) => fs::remove_file(&self.temporary).map(|()| false),
        }?;
        sync_folder_of(&self.path)?;
        Ok(made)
    }
}

/// Renames, trying again while an antivirus or an indexer holds the file. Durable after the folder is synced.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(os::is_held_by_another, std::thread::sleep, || {
        fs::rename(from, to)
    })
}

/// Replaces a file.
pub(super) fn write_atomically(path: &Path, content: &[u8]) -> io::Result<()> {
    stage(path, content)?.publish()
}

/// Makes a file unless it exists; `false` when it did, and then it is untouched. Of several processes one succeeds.
pub(super) fn write_once(path: &Path, content: &[u8]) -> io::Result<bool> {
    let suffix = format!(".{}.new", HEXLOWER.encode(&random_bytes::<8>()));
    stage_as(with_suffix(path, &suffix), path, content)?.publish_once()
}

/// Reads a small file; `None` when there is none.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    // Room for all at once: a buffer that grows leaves pieces of a key behind in freed memory.
    let len = file.metadata()?.len().min(MAX_LEN);
    let mut content = Vec::with_capacity(usize::try_from(len).unwrap_or(0) + 1);
    file.take(MAX_LEN).read_to_end(&mut content)?;
    Ok(Some(content))
}

/// Moves a file aside under the first free name `<name>.damaged-<n>`, so that nothing is lost.
pub(super) fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let aside = (1_u32..)
        .map(|n| with_suffix(path, &format!(".damaged-{n}")))
        .find(|aside| !aside.exists())
        .ok_or(io::ErrorKind::AlreadyExists)?;
    fs::rename(path, &aside)?;
    Ok(aside)
}

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn stage_as(temporary: PathBuf, path: &Path, content: &[u8]) -> io::Result<Staged> {
    let mut file = os::create_private_file(&temporary)?;
    file.write_all(content)?;
    file.sync_all()?;
    Ok(Staged {
        temporary,
        path: path.to_owned(),
    })
}

fn sync_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) => os::sync_folder(folder),
        None => Ok(()),
    }
}

/// Tries again, with growing pauses, as long as the error is one that passes.
fn patiently<T>(
    passes: impl Fn(&io::Error) -> bool,
    pause: impl Fn(Duration),
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    for wait in PAUSES_MS {
        match attempt() {
            Err(error) if passes(&error) => pause(Duration::from_millis(wait)),
            done => return done,
        }
    }
    attempt()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("folder")
            .map(|entry| {
                entry
                    .expect("entry")
                    .file_name()
                    .into_string()
                    .expect("name")
            })
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_crash_before_the_rename_leaves_the_old_file() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("file");
        write_atomically(&path, b"old").expect("written");
        drop(stage(&path, b"new, much longer").expect("staged"));
        assert_eq!(read(&path).expect("read").as_deref(), Some(&b"old"[..]));

        // What the crash left behind, even half written, is in nobody's way.
        fs::write(with_suffix(&path, ".new"), b"ne").expect("torn");
        write_atomically(&path, b"newer").expect("written");
        assert_eq!(read(&path).expect("read").as_deref(), Some(&b"newer"[..]));
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn of_many_who_make_the_same_file_one_succeeds_and_all_see_its_content() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("file");
        let made: Vec<bool> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..16_u8)
                .map(|n| {
                    scope.spawn({
                        let path = &path;
                        move || write_once(path, &[n; 32])
                    })
                })
                .collect();
            threads
                .into_iter()
                .map(|t| t.join().expect("ran").expect("no error"))
                .collect()
        });
        assert_eq!(made.iter().filter(|made| **made).count(), 1);
        let winner = made.iter().position(|made| *made).expect("one") as u8;
        assert_eq!(read(&path).expect("read"), Some(vec![winner; 32]));
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn a_file_that_is_not_there_is_not_an_error() {
        let folder = tempfile::tempdir().expect("folder");
        assert_eq!(read(&folder.path().join("file")).expect("read"), None);
    }

    #[test]
    fn what_is_set_aside_never_replaces_what_was_set_aside_before() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("file");
        for content in ["one", "two"] {
            fs::write(&path, content).expect("written");
            set_aside(&path).expect("moved");
        }
        assert_eq!(names(folder.path()), ["file.damaged-1", "file.damaged-2"]);
    }

    #[test]
    fn a_file_held_for_a_moment_is_waited_for_and_one_held_for_good_is_reported() {
        let busy = || io::Error::from(io::ErrorKind::ResourceBusy);
        let (attempts, waited) = (Cell::new(0), Cell::new(Duration::ZERO));
        let pause = |time| waited.set(waited.get() + time);
        let passes = |error: &io::Error| error.kind() == io::ErrorKind::ResourceBusy;

        let third = patiently(passes, pause, || {
            attempts.set(attempts.get() + 1);
            if attempts.get() < 3 {
                Err(busy())
            } else {
                Ok(attempts.get())
            }
        });
        assert_eq!(third.expect("in the end"), 3);
        assert_eq!(waited.get(), Duration::from_millis(35));

        let never = patiently(passes, pause, || Err::<(), _>(busy()));
        assert_eq!(never.expect_err("held").kind(), io::ErrorKind::ResourceBusy);

        attempts.set(0);
        let other = patiently(passes, pause, || {
            attempts.set(attempts.get() + 1);
            Err::<(), _>(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert_eq!(other.expect_err("full").kind(), io::ErrorKind::StorageFull);
        assert_eq!(attempts.get(), 1, "a full disk does not pass by waiting");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("file");
        // A leftover that others can read must not lend its permissions.
        fs::write(with_suffix(&path, ".new"), b"").expect("leftover");
        write_atomically(&path, b"x").expect("written");
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
