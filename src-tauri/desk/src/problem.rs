//! What a person is told when something does not go. A code and its arguments; the words stand in the catalogues.
//!
//! A code is added when somebody uses it. Nobody matches on text.

use std::collections::BTreeMap;

use serde::Serialize;
use store::StoreFailed;
use ts_rs::TS;

/// Whose move it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// A rule: explain it, do not retry.
    Refused,
    /// The machine: mend the cause and retry.
    Failed,
    /// We did something wrong: log it, apologise.
    Broken,
}

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{code} {args:?}")]
pub struct Problem {
    /// Key of the words.
    pub code: Code,
    /// What fills their gaps.
    pub args: BTreeMap<String, String>,
    /// Whose move it is.
    pub nature: Nature,
}

/// The short form used everywhere in this crate.
pub type Outcome<T> = Result<T, Problem>;

impl Problem {
    /// A rule refuses.
    #[must_use]
    pub fn refused(code: Code) -> Self {
        Self {
            code,
            args: BTreeMap::new(),
            nature: Nature::Refused,
        }
    }

    /// The machine failed.
    #[must_use]
    pub fn failed(code: Code) -> Self {
        Self {
            code,
            args: BTreeMap::new(),
            nature: Nature::Failed,
        }
    }

    /// We are wrong. `detail` is for us, and never holds personal data.
    #[must_use]
    pub fn broken(detail: &str) -> Self {
        Self {
            code: Code::Broken,
            args: BTreeMap::new(),
            nature: Nature::Broken,
        }
        .with("detail", detail)
    }

    /// Fills a gap of the words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

macro_rules! problem_codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)?) => {
        /// Every reason, by its wire spelling.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
        pub enum Code { $($(#[$doc])* #[serde(rename = $code)] $variant),+ }

        impl Code {
            /// All of them, for the catalogues' test.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The wire spelling, which is also the key of the words below `errors.`.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// From the spelling that another crate uses for the same reason.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for Code {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.key())
            }
        }
    };
}

problem_codes! {
    // The machine.
    /// Our own mistake.
    Broken = "broken",
    /// Any failure without a better code.
    StoreFailed = "store_failed",
    /// Another process has the store open.
    StoreInUse = "store_in_use",
    /// There is no store here.
    StoreMissing = "store_missing",
    /// There is one already.
    StoreExists = "store_exists",
    /// The file is not ours.
    NotAStore = "not_a_store",
    /// The right store, and another key than its own; or its first page is damaged.
    StoreOtherKey = "store_other_key",
    /// A newer version wrote it.
    StoreNewer = "store_newer",
    /// Damaged.
    StoreDamaged = "store_damaged",
    /// No room.
    DiskFull = "disk_full",
    /// Cannot be written.
    ReadOnly = "read_only",
    /// Input or output failed.
    DiskFailed = "disk_failed",
    /// Other accounts can write into the folder.
    FolderOpenToOthers = "folder_open_to_others",
    /// A build without cipher.
    WrongEngine = "wrong_engine",
    /// Stopped by the person; nothing was written.
    Cancelled = "cancelled",

    // The door.
    /// Nobody is signed in.
    NotSignedIn = "not_signed_in",
    /// The role does not allow it.
    NotAllowed = "not_allowed",
    /// The request is not of the form that the command takes.
    BadRequest = "bad_request",
    /// Name or password is wrong.
    WrongPassword = "wrong_password",
    /// This PC does not have the key for this folder.
    OtherDevice = "other_device",
    /// The key file is damaged.
    SlotsDamaged = "slots_damaged",
    /// An administrator shut this PC out of the branch.
    DeviceShutOut = "device_shut_out",
    /// No PC is the hub yet.
    HubMissing = "hub_missing",
    /// The hub does not answer.
    HubUnreachable = "hub_unreachable",
    /// Another machine answers where the hub was.
    HubIsAnother = "hub_is_another",
    /// What the hub says is not understood.
    HubNotUnderstood = "hub_not_understood",
    /// The hub runs another version of the program.
    HubVersion = "hub_version",
    /// The hub's disk is full.
    HubDiskFull = "hub_disk_full",
    /// The hub cannot just now.
    HubFailed = "hub_failed",
    /// Another program has the port.
    HubPortInUse = "hub_port_in_use",
    /// Nobody enrolled this PC.
    DeviceUnknown = "device_unknown",
    /// No pairing code.
    PairingCodeTypo = "pairing_code_typo",
    /// A code that nobody gave out, or that is over.
    PairingCodeWrong = "pairing_code_wrong",
    /// Too many wrong codes.
    PairingTooOften = "pairing_too_often",
    /// Somebody else is joining just now.
    PairingBusy = "pairing_busy",
    /// The PC that invited does not answer.
    PairingNoAnswer = "pairing_no_answer",
    /// No host and port.
    AddressUnreadable = "address_unreadable",
    /// The PC at which one sits.
    OwnDevice = "own_device",
    /// Another PC has to be the hub first.
    DeviceIsHub = "device_is_hub",
    /// Keys or roles were changed on another PC since the password was given.
    SignatureNotBelieved = "signature_not_believed",
    /// The device key cannot be had.
    DeviceKeyFailed = "device_key_failed",
    /// Fewer than 10 characters.
    PasswordTooShort = "password_too_short",
    /// More than can be meant.
    PasswordTooLong = "password_too_long",
    /// The password is the login.
    PasswordIsLogin = "password_is_login",
    /// The PIN is not 6 digits.
    PinNotSixDigits = "pin_not_six_digits",
    /// The PIN is one that everybody tries first.
    PinTooSimple = "pin_too_simple",
    /// Wrong PIN, with attempts left.
    WrongPin = "wrong_pin",
    /// Five failures: the password is needed.
    PinClosed = "pin_closed",
    /// This person has no PIN on this PC.
    NoPin = "no_pin",
    /// Signed in by PIN; this needs the password.
    PasswordNeeded = "password_needed",
    /// The recovery key has a typing mistake.
    RecoveryKeyTypo = "recovery_key_typo",
    /// Another branch's recovery key.
    RecoveryKeyWrong = "recovery_key_wrong",
    /// A name is needed.
    NameMissing = "name_missing",
    /// Too long to be meant.
    TextTooLong = "text_too_long",
    /// Somebody has this login.
    LoginTaken = "login_taken",
    /// Nobody of this name.
    StaffUnknown = "staff_unknown",
    /// At least one role.
    RoleMissing = "role_missing",
    /// The last administrator stays.
    LastAdmin = "last_admin",

    // Visits and customers.
    /// It is not there, or hidden.
    NotFound = "not_found",
    /// A newer version wrote into this record.
    WrittenByNewer = "written_by_newer",
    /// Somebody else's customer.
    NotYours = "not_yours",
    /// The party has left already.
    VisitLeft = "visit_left",
    /// Parties are still here: the day cannot be closed.
    OpenVisits = "open_visits",
    /// The day is not closed yet.
    DayOpen = "day_open",
    /// They were called back already.
    CalledBack = "called_back",
    /// Left before arrived.
    LeftBeforeArrived = "left_before_arrived",
    /// Later than now.
    InTheFuture = "in_the_future",
    /// A number out of its range.
    OutOfRange = "out_of_range",
    /// A code that the house list does not have.
    NotInList = "not_in_list",
    /// Not a phone number.
    PhoneUnreadable = "phone_unreadable",
    /// Too few digits.
    PhoneTooShort = "phone_too_short",
    /// Too many digits.
    PhoneTooLong = "phone_too_long",
    /// Several numbers where one is asked for.
    PhoneSeveral = "phone_several",
    /// Somebody has this number.
    CustomerExists = "customer_exists",
    /// Whoever has no phone is a visit, not a customer.
    PhoneMissing = "phone_missing",
    /// A customer keeps one number at least.
    LastPhone = "last_phone",
    /// Nothing was changed.
    NothingChanged = "nothing_changed",
    /// One's own customer, or nobody's: there is nothing to ask for.
    NothingToClaim = "nothing_to_claim",
    /// Nothing may be left of this person.
    CustomerErased = "customer_erased",
    /// Somebody asked already; an administrator has not decided yet.
    ErasureWaits = "erasure_waits",
    /// More was written of the person since it was asked.
    ErasureChanged = "erasure_changed",
    /// One asked oneself: somebody else has to decide.
    NeedsAnother = "needs_another",
    /// Asked already; a manager has not decided yet.
    ClaimWaits = "claim_waits",
    /// Decided or taken back already.
    ClaimClosed = "claim_closed",

    // Cards.
    /// The card is done or skipped.
    CardClosed = "card_closed",
    /// A result in words is needed.
    ContentMissing = "content_missing",
    /// A reason is needed.
    ReasonMissing = "reason_missing",
    /// The next date lies before today.
    DueInThePast = "due_in_the_past",

    // Appointments.
    /// The time has passed already.
    AppointmentInThePast = "appointment_in_the_past",
    /// Its time has not come yet.
    AppointmentNotYet = "appointment_not_yet",
    /// They came.
    AppointmentKept = "appointment_kept",
    /// It was called off, or given up as not kept.
    AppointmentOver = "appointment_over",

    // Undo.
    /// Not one's own, or not allowed any more.
    CannotUndo = "cannot_undo",
    /// Somebody changed it since.
    ChangedSince = "changed_since",

    // Import.
    /// Nothing in the file.
    FileEmpty = "file_empty",
    /// Has a password.
    FileEncrypted = "file_encrypted",
    /// No workbook and no table of text.
    FileNotATable = "file_not_a_table",
    /// A table, in a format that is not read here.
    FileOtherFormat = "file_other_format",
    /// More than can be meant: size, rows, or what it unpacks to.
    FileTooBig = "file_too_big",
    /// Another program has it open and lets nobody read.
    FileInUse = "file_in_use",
    /// Not there.
    FileNotFound = "file_not_found",
    /// Damaged.
    FileUnreadable = "file_unreadable",
    /// No columns that we know.
    ColumnsUnknown = "columns_unknown",
    /// Not a single row could be used.
    NothingToImport = "nothing_to_import",
    /// The preview is gone: read the file again.
    ImportGone = "import_gone",

    // Papers.
    /// This PC has no font with Chinese characters.
    NoChineseFont = "no_chinese_font",
    /// Nothing opens a PDF here.
    NoViewer = "no_viewer",
    /// The file cannot be written there.
    PaperNotWritten = "paper_not_written",

    // Backup.
    /// No second folder was chosen.
    BackupFolderMissing = "backup_folder_missing",
    /// The folder cannot be written.
    BackupFolderFailed = "backup_folder_failed",
    /// There is no copy in the folder.
    BackupMissing = "backup_missing",
    /// The folder has no room.
    BackupFolderFull = "backup_folder_full",
    /// A newer version made it.
    BackupNewer = "backup_newer",
    /// Another store's key.
    BackupOtherKey = "backup_other_key",
    /// The file is no backup, or damaged.
    BackupUnreadable = "backup_unreadable",
    /// Checked after it was written, and found wrong.
    BackupNotSound = "backup_not_sound",
}

impl From<StoreFailed> for Problem {
    fn from(failed: StoreFailed) -> Self {
        let problem = Self::failed(Code::from_key(&failed.code()).unwrap_or(Code::StoreFailed));
        match failed {
            StoreFailed::Cancelled => Self::refused(Code::Cancelled),
            // Somebody else is at it: nothing is wrong with the machine.
            StoreFailed::InUse => Self::refused(Code::StoreInUse),
            StoreFailed::Missing => Self::refused(Code::StoreMissing),
            StoreFailed::Erased => Self::refused(Code::CustomerErased),
            StoreFailed::ShutOut => Self::refused(Code::DeviceShutOut),
            StoreFailed::NotBelieved => Self::refused(Code::SignatureNotBelieved),
            StoreFailed::Newer { needs, knows } => {
                problem.with("needs", needs).with("knows", knows)
            }
            _ => problem.with("detail", failed.detail()),
        }
    }
}
