//! Which backups are in a folder, whether a new one is due, and which may go.

use std::fs;
use std::path::{Path, PathBuf};

use domain::id::{BranchId, DeviceId};
use domain::when::Moment;

use super::errors::BackupFailed;
use super::footer::Footer;
use super::names::EXTENSION;

/// How many backups of a device stay.
pub const KEPT: usize = 4;
/// A backup is due when the last one is older than this.
const DAY_MINUTES: i64 = 24 * 60;

/// A whole backup: its end says so. What is inside was checked when it was made, and is again when it is restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it is.
    pub file: PathBuf,
    /// When it was made.
    pub moment: Moment,
    /// How long the file is.
    pub bytes: u64,
    /// Ops in its log.
    pub ops: u64,
    /// Whose.
    pub branch: BranchId,
    /// The PC that made it.
    pub device: DeviceId,
}

impl Kept {
    pub(super) fn of(file: PathBuf, footer: &Footer, bytes: u64) -> Self {
        Self {
            file,
            moment: footer.moment,
            bytes,
            ops: footer.ops,
            branch: footer.branch,
            device: footer.device,
        }
    }
}

/// Every whole backup in the folder, of whatever device, latest first. Damaged and unfinished ones are left out.
///
/// # Errors
/// [`BackupFailed::FolderMissing`]; the machine's.
pub fn kept(folder: &Path) -> Result<Vec<Kept>, BackupFailed> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).map_err(BackupFailed::of_folder)? {
        let file = entry.map_err(BackupFailed::of_folder)?.path();
        if file
            .extension()
            .is_none_or(|extension| extension != EXTENSION)
        {
            continue;
        }
        if let (Ok(footer), Ok(found)) = (Footer::read(&file), fs::metadata(&file)) {
            all.push(Kept::of(file, &footer, found.len()));
        }
    }
    all.sort_by(|a, b| b.moment.cmp(&a.moment).then_with(|| b.file.cmp(&a.file)));
    Ok(all)
}

/// Whether a device has no backup in the folder that is younger than a day. One dated later than now does not count: a clock
/// that once ran ahead must not put off backups until it is right.
///
/// # Errors
/// As [`kept`].
pub fn due(folder: &Path, device: DeviceId, now: Moment) -> Result<bool, BackupFailed> {
    let recent = |one: &Kept| {
        one.device == device
            && (0..DAY_MINUTES).contains(&one.moment.minutes_until(now))
            && one.moment <= now
    };
    Ok(!kept(folder)?.iter().any(recent))
}

/// Removes what is beyond [`KEPT`] of the device of `made`, which was just found sound and always stays. Those dated later than
/// now go first, then the oldest. One that cannot be removed is in nobody's way.
pub(super) fn prune(folder: &Path, made: &Kept) {
    let Ok(all) = kept(folder) else { return };
    let mut others: Vec<Kept> = all
        .into_iter()
        .filter(|one| {
            one.device == made.device && one.branch == made.branch && one.file != made.file
        })
        .collect();
    others.sort_by_key(|one| (one.moment > made.moment, std::cmp::Reverse(one.moment)));
    for one in others.iter().skip(KEPT - 1) {
        drop(fs::remove_file(&one.file));
    }
}
