//! Why a file gives no rows. Refuses sentences: words are the catalogue's.

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum Unreadable {
    /// 0 bytes, or nothing in any cell.
    Empty,
    /// A password protects it.
    Encrypted,
    /// A picture, a document, a program: no table at all.
    NotATable,
    /// A table in a format that is not read here (OpenDocument, binary Excel, web page): save as .xlsx first.
    OtherFormat,
    /// More bytes, rows or cells than [`crate::Limits`] allow, packed or unpacked.
    TooBig,
    /// Another program has it open and lets nobody read it.
    InUse,
    /// No such file.
    NotFound,
    /// The right format, but damaged, or the disk does not give it.
    Broken,
    /// The person stopped it.
    Stopped,
}

impl Unreadable {
    /// Every one.
    pub const ALL: &'static [Self] = &[
        Self::Empty,
        Self::Encrypted,
        Self::NotATable,
        Self::OtherFormat,
        Self::TooBig,
        Self::InUse,
        Self::NotFound,
        Self::Broken,
        Self::Stopped,
    ];

    /// The spelling on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "file_empty",
            Self::Encrypted => "file_encrypted",
            Self::NotATable => "file_not_a_table",
            Self::OtherFormat => "file_other_format",
            Self::TooBig => "file_too_big",
            Self::InUse => "file_in_use",
            Self::NotFound => "file_not_found",
            Self::Broken => "file_unreadable",
            Self::Stopped => "import_stopped",
        }
    }
}

impl From<std::io::Error> for Unreadable {
    fn from(error: std::io::Error) -> Self {
        // Windows: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
        if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
            return Self::InUse;
        }
        if error.kind() == std::io::ErrorKind::NotFound {
            Self::NotFound
        } else {
            Self::Broken
        }
    }
}
