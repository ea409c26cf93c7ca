//! How files and folders of backup and restore are called, so that a person finds the right one and no PC touches another's.

use std::path::{Path, PathBuf};

use domain::id::DeviceId;
use domain::when::Moment;

/// What every backup's name ends with.
pub(super) const EXTENSION: &str = "backup";
/// What the name of an unfinished one ends with.
const UNFINISHED: &str = "backup-unfinished";

/// Day and time in China as file names sort: `2026-03-01-0930`.
pub(super) fn stamp(moment: Moment) -> String {
    let minutes = moment.clock_time().minutes();
    format!("{}-{:02}{:02}", moment.day(), minutes / 60, minutes % 60)
}

/// Where a backup of this device and moment goes: a name that is free.
pub(super) fn backup(folder: &Path, device: DeviceId, moment: Moment) -> PathBuf {
    let name = format!("forecourt-{}-{}", stamp(moment), short(device));
    free(folder, &name, &format!(".{EXTENSION}"))
}

/// What a device's backup is called until it is found sound: always the same, so that the next one removes what a crash left.
pub(super) fn unfinished(folder: &Path, device: DeviceId) -> PathBuf {
    folder.join(format!("forecourt-{}.{UNFINISHED}", short(device)))
}

/// A name that nothing in the folder has yet.
pub(super) fn free(folder: &Path, name: &str, end: &str) -> PathBuf {
    let first = folder.join(format!("{name}{end}"));
    if !first.exists() {
        return first;
    }
    (2u32..)
        .map(|n| folder.join(format!("{name}-{n}{end}")))
        .find(|path| !path.exists())
        .unwrap_or(first)
}

/// The end of an id: its beginning is a time, which two PCs may share.
fn short(device: DeviceId) -> String {
    device.0.simple().to_string().split_off(24)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_backup_is_called_by_day_time_and_device_and_never_like_one_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let device = DeviceId(Uuid::from_u128(0xabcd));
        // 2026-03-01 09:30 in China.
        let moment = Moment(1_772_328_600_000);
        let first = backup(folder.path(), device, moment);
        assert_eq!(
            first.file_name().unwrap(),
            "forecourt-2026-03-01-0930-0000abcd.backup"
        );
        std::fs::write(&first, b"").unwrap();
        let second = backup(folder.path(), device, moment);
        assert_eq!(
            second.file_name().unwrap(),
            "forecourt-2026-03-01-0930-0000abcd-2.backup"
        );
    }
}
