//! Why a backup was not made or not restored, as codes. Nothing half-written is left in either folder.

use std::io;

use crate::error::StoreFailed;
use crate::keys::{RecoverRefused, SlotsFailed, UnlockRefused};

/// Why a backup was not made, found or restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupFailed {
    /// The folder for backups is not there: another disk, not plugged in.
    #[error("backup_folder_missing")]
    FolderMissing,
    /// Nothing can be written in the folder for backups, or it fails.
    #[error("backup_folder_failed")]
    FolderFailed(String),
    /// The folder for backups has no room.
    #[error("backup_folder_full")]
    FolderFull,
    /// The file is no backup, is cut off, or is damaged.
    #[error("backup_unreadable")]
    Unreadable,
    /// A newer version of the program made it.
    #[error("backup_newer")]
    Newer,
    /// It was written and then found wrong when checked.
    #[error("backup_not_sound")]
    NotSound(String),
    /// The password does not open it.
    #[error("{}", .0.code())]
    Password(UnlockRefused),
    /// The key on paper does not open it.
    #[error("{}", .0.code())]
    Paper(RecoverRefused),
    /// The open store's key is not the one of this backup: the key on paper may be.
    #[error("backup_other_key")]
    OtherKey,
    /// Something else about this PC's own folder or store.
    #[error(transparent)]
    Store(#[from] StoreFailed),
}

impl BackupFailed {
    /// The code that the words are found by.
    #[must_use]
    pub fn code(&self) -> String {
        self.to_string()
    }

    /// For the log of the program, never for the screen.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::FolderFailed(detail) | Self::NotSound(detail) => detail.clone(),
            Self::Store(failed) => failed.detail(),
            other => other.to_string(),
        }
    }

    /// A failure while writing into the folder for backups: its disk, not this PC's.
    pub(super) fn of_folder(failed: impl Into<StoreFailed>) -> Self {
        match failed.into() {
            StoreFailed::DiskFull => Self::FolderFull,
            StoreFailed::Missing => Self::FolderMissing,
            // What is copied from, not what is copied to.
            StoreFailed::Damaged(detail) => Self::Store(StoreFailed::Damaged(detail)),
            StoreFailed::Cancelled => Self::Store(StoreFailed::Cancelled),
            other => Self::FolderFailed(other.detail()),
        }
    }

    /// A failure while reading a backup.
    pub(super) fn of_file(failed: impl Into<StoreFailed>) -> Self {
        match failed.into() {
            // The footer said which salt belongs to the key, so the key is right and the first page is not.
            StoreFailed::NotAStore
            | StoreFailed::OtherKey
            | StoreFailed::Missing
            | StoreFailed::Damaged(_) => Self::Unreadable,
            other => Self::Store(other),
        }
    }
}

impl From<SlotsFailed> for BackupFailed {
    fn from(failed: SlotsFailed) -> Self {
        match failed {
            SlotsFailed::NewerVersion(_) => Self::Newer,
            SlotsFailed::Io(cause) => Self::Store(cause.into()),
            SlotsFailed::Missing | SlotsFailed::Damaged => Self::Unreadable,
        }
    }
}

impl From<io::Error> for BackupFailed {
    fn from(cause: io::Error) -> Self {
        Self::Store(cause.into())
    }
}
