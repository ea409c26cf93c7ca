//! Putting a restored store in the place of the present one, so that a power cut at any step loses neither.
//!
//! The restored files are made whole in one folder, [`PART`]; renaming that to [`READY`] decides. From then on every step can be
//! done again: what is still in [`READY`] has not been placed, and what is placed is no longer there. The present files go into a
//! folder beside it, never away. Whoever takes the data folder next finishes what was cut off.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::copy::{sync, sync_folder};
use super::names;
use crate::error::Outcome;
use crate::keys::{SLOT_FILE, rename};
use crate::open::FILE;

/// Where a store is restored to, until it is found sound.
pub(super) const PART: &str = "restore-part";
/// The same folder once it is decided that it takes the place.
const READY: &str = "restore-ready";
/// A file in it that names the folder for the present store.
const ASIDE: &str = "aside";
/// What that folder's name begins with.
const ASIDE_PREFIX: &str = "before-restore-";

/// Called before every change on the disk; an error cuts off there, as a test does.
pub(super) type Step<'s> = &'s mut dyn FnMut() -> io::Result<()>;

/// What is moved, in this order. The write-ahead file goes with its database; the slots come last, because a folder without
/// them looks like one without a store.
fn files() -> [String; 5] {
    [
        format!("{FILE}-wal"),
        format!("{FILE}-shm"),
        FILE.to_owned(),
        format!("{SLOT_FILE}.1"),
        SLOT_FILE.to_owned(),
    ]
}

/// Decides for the restored store in [`PART`] and puts it in place. Gives the folder that has the store that was there.
pub(super) fn place(folder: &Path, stamp: &str, step: Step<'_>) -> Outcome<Option<PathBuf>> {
    let part = folder.join(PART);
    let aside = names::free(folder, &format!("{ASIDE_PREFIX}{stamp}"), "");
    step()?;
    fs::create_dir(&aside)?;
    crate::os::only_for_this_account(&aside)?;
    let note = part.join(ASIDE);
    fs::write(
        &note,
        aside.file_name().unwrap_or_default().as_encoded_bytes(),
    )?;
    sync(&note)?;
    sync_folder(&part)?;
    step()?;
    rename(&part, &folder.join(READY))?;
    sync_folder(folder)?;
    finish_by(folder, step)?;
    Ok(aside.exists().then_some(aside))
}

/// Takes back a decision of which nothing was carried out. `false` when something was: then it has to be finished.
pub(super) fn withdraw(folder: &Path) -> bool {
    let ready = folder.join(READY);
    let untouched = aside_of(folder).is_some_and(|aside| fs::remove_dir(aside).is_ok());
    !ready.exists()
        || (untouched && ready.join(FILE).exists() && rename(&ready, &folder.join(PART)).is_ok())
}

/// Finishes a restore that was cut off after it was decided. `false` when there is none. The caller holds the folder's lock.
pub(crate) fn finish(folder: &Path) -> Outcome<bool> {
    if !folder.join(READY).exists() {
        return Ok(false);
    }
    finish_by(folder, &mut || Ok(()))?;
    Ok(true)
}

fn finish_by(folder: &Path, step: Step<'_>) -> Outcome<()> {
    let ready = folder.join(READY);
    let aside = match aside_of(folder) {
        Some(aside) => aside,
        None => names::free(folder, &format!("{ASIDE_PREFIX}unknown"), ""),
    };
    if !aside.exists() {
        fs::create_dir(&aside)?;
    }
    let database_waits = ready.join(FILE).exists();
    for name in files() {
        let (restored, present) = (ready.join(&name), folder.join(&name));
        // A write-ahead file has no successor: it is moved as long as its database is.
        let waits = restored.exists() || (database_waits && name.starts_with(FILE));
        if waits && present.exists() {
            step()?;
            rename(&present, &names::free(&aside, &name, ""))?;
            sync_folder(&aside)?;
            sync_folder(folder)?;
        }
        if restored.exists() {
            step()?;
            rename(&restored, &present)?;
            sync_folder(folder)?;
            sync_folder(&ready)?;
        }
    }
    step()?;
    // Empty where there was no store before.
    drop(fs::remove_dir(&aside));
    fs::remove_dir_all(&ready)?;
    Ok(sync_folder(folder)?)
}

/// The folder for the present store, as decided.
fn aside_of(folder: &Path) -> Option<PathBuf> {
    let name = fs::read_to_string(folder.join(READY).join(ASIDE)).ok()?;
    let plain = name.starts_with(ASIDE_PREFIX) && !name.contains(['/', '\\']);
    plain.then(|| folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::StoreFailed;

    fn write(folder: &Path, content: &str, files: &[&str]) {
        fs::create_dir_all(folder).unwrap();
        for name in files {
            fs::write(folder.join(name), content).unwrap();
        }
    }

    fn content(folder: &Path, name: &str) -> Option<String> {
        fs::read_to_string(folder.join(name)).ok()
    }

    const STORE: &[&str] = &["forecourt.db", "slots.json", "slots.json.1"];

    /// A folder with a store, its write-ahead file and a restored store; cut off at the given step.
    fn cut_off_at(cut: usize) -> (tempfile::TempDir, Outcome<Option<PathBuf>>) {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "old", STORE);
        write(
            folder.path(),
            "old",
            &["forecourt.db-wal", "forecourt.db-shm"],
        );
        write(&folder.path().join(PART), "new", STORE);
        let mut steps = 0;
        let outcome = place(folder.path(), "2026-03-01-0930", &mut || {
            steps += 1;
            if steps > cut {
                Err(io::Error::other("power cut"))
            } else {
                Ok(())
            }
        });
        (folder, outcome)
    }

    /// How many steps there are when nothing fails.
    fn steps() -> usize {
        (0..).find(|cut| cut_off_at(*cut).1.is_ok()).unwrap()
    }

    fn is_old(folder: &Path) -> bool {
        STORE
            .iter()
            .chain(&["forecourt.db-wal"])
            .all(|name| content(folder, name).as_deref() == Some("old"))
    }

    fn is_new(folder: &Path) -> bool {
        STORE
            .iter()
            .all(|name| content(folder, name).as_deref() == Some("new"))
            && content(folder, "forecourt.db-wal").is_none()
    }

    #[test]
    fn the_present_store_is_put_aside_whole_and_the_restored_one_takes_its_place() {
        let (folder, outcome) = cut_off_at(usize::MAX);
        let aside = outcome.unwrap().unwrap();
        assert!(is_new(folder.path()));
        assert!(is_old(&aside), "with its write-ahead file");
        assert!(!folder.path().join(READY).exists() && !folder.path().join(PART).exists());
    }

    #[test]
    fn cut_off_at_any_step_it_is_the_old_store_or_becomes_the_new_one_and_nothing_is_lost() {
        let all = steps();
        assert!(all > 8, "{all} steps");
        for cut in 0..all {
            let (folder, outcome) = cut_off_at(cut);
            assert!(outcome.is_err());
            let folder = folder.path();
            if !finish(folder).unwrap() {
                assert!(is_old(folder), "step {cut}: nothing was decided");
                assert!(content(&folder.join(PART), FILE).is_some(), "step {cut}");
                continue;
            }
            assert!(is_new(folder), "step {cut}");
            assert!(
                is_old(&folder.join("before-restore-2026-03-01-0930")),
                "step {cut}"
            );
            assert!(!finish(folder).unwrap(), "step {cut}: finished once");
        }
    }

    #[test]
    fn cut_off_again_and_again_it_still_comes_to_its_end() {
        let (folder, outcome) = cut_off_at(2);
        assert!(outcome.is_err());
        let mut rounds = 0;
        let mut one_step_a_time = || {
            rounds += 1;
            let mut left = 1;
            finish_by(folder.path(), &mut || {
                left -= 1;
                if left < 0 {
                    Err(io::Error::other("power cut"))
                } else {
                    Ok(())
                }
            })
        };
        while let Err(failed) = one_step_a_time() {
            assert!(matches!(failed, StoreFailed::Io(_)));
        }
        assert!(rounds > 5);
        assert!(
            is_new(folder.path()) && is_old(&folder.path().join("before-restore-2026-03-01-0930"))
        );
    }

    #[test]
    fn what_was_decided_is_withdrawn_only_while_nothing_was_moved() {
        let all = steps();
        let mut withdrawn = 0;
        for cut in 2..all {
            let (folder, _) = cut_off_at(cut);
            if withdraw(folder.path()) {
                withdrawn += 1;
                assert!(
                    is_old(folder.path()) && !finish(folder.path()).unwrap(),
                    "step {cut}"
                );
            } else {
                assert!(
                    finish(folder.path()).unwrap() && is_new(folder.path()),
                    "step {cut}"
                );
            }
        }
        assert!(withdrawn > 0 && withdrawn < all - 2);
    }

    #[test]
    fn into_an_empty_folder_nothing_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join(PART), "new", STORE);
        assert_eq!(
            place(folder.path(), "2026-03-01-0930", &mut || Ok(())).unwrap(),
            None
        );
        assert!(is_new(folder.path()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), STORE.len());
    }
}
