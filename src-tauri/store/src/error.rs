//! What can go wrong below the rules. Every failure has a code; the words are the screen's.

use std::io;

/// The machine failed, or the file is not what it should be. Never a rule of the trade.
#[derive(Debug, thiserror::Error)]
pub enum StoreFailed {
    /// Another process has this store open.
    #[error("store_in_use")]
    InUse,
    /// There is no store in the folder.
    #[error("store_missing")]
    Missing,
    /// The file is no store, or a store of another PC.
    #[error("not_a_store")]
    NotAStore,
    /// It is the store that is meant, and this key does not open it: the key or the first page was exchanged.
    #[error("store_other_key")]
    OtherKey,
    /// A newer version of the program wrote it.
    #[error("store_newer")]
    Newer {
        /// What the file asks for.
        needs: i64,
        /// What this program knows.
        knows: i64,
    },
    /// The disk has no room.
    #[error("disk_full")]
    DiskFull,
    /// The folder or the file cannot be written.
    #[error("read_only")]
    ReadOnly,
    /// The folder is open to other accounts of this PC.
    #[error("folder_open_to_others")]
    FolderOpen,
    /// SQLite was built without the cipher, or is too old.
    #[error("wrong_engine")]
    WrongEngine(String),
    /// The file is damaged.
    #[error("store_damaged")]
    Damaged(String),
    /// An administrator shut this PC out: what it would write counts nowhere.
    #[error("device_shut_out")]
    ShutOut,
    /// The signature under an act of authority is not that of anybody who may decide: keys or roles were changed on another PC.
    #[error("signature_not_believed")]
    NotBelieved,
    /// It is about somebody of whom nothing may be left.
    #[error("subject_erased")]
    Erased,
    /// The person stopped it; nothing was written.
    #[error("cancelled")]
    Cancelled,
    /// Anything else of SQLite.
    #[error("store_failed")]
    Sqlite(#[source] rusqlite::Error),
    /// Anything else of the operating system.
    #[error("disk_failed")]
    Io(#[source] io::Error),
}

impl StoreFailed {
    /// The code that the words are found by.
    #[must_use]
    pub fn code(&self) -> String {
        self.to_string()
    }

    /// For the log of the program, never for the screen.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::Sqlite(cause) => cause.to_string(),
            Self::Io(cause) => cause.to_string(),
            Self::WrongEngine(detail) | Self::Damaged(detail) => detail.clone(),
            other => other.to_string(),
        }
    }
}

impl From<rusqlite::Error> for StoreFailed {
    fn from(cause: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        // No room for the file that readers and the writer share; SQLite calls that an error of input or output.
        if cause
            .sqlite_error()
            .is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
        {
            return Self::DiskFull;
        }
        match cause.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly
            }
            Some(ErrorCode::NotADatabase) => Self::NotAStore,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(cause.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::OperationInterrupted) => Self::Cancelled,
            _ => Self::Sqlite(cause),
        }
    }
}

impl From<io::Error> for StoreFailed {
    fn from(cause: io::Error) -> Self {
        match cause.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Io(cause),
        }
    }
}

/// The short form used everywhere in this crate.
pub type Outcome<T> = Result<T, StoreFailed>;
