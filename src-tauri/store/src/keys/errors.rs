//! The refusals and failures of this module, as codes; the sentences are in the translations.
//!
//! `…Refused` is a rule that can be explained to the person, `…Failed` is the machine. No variant carries a secret, and
//! none says more than the person at the screen may know. What is wrong with a typed password, PIN or recovery key stands
//! beside those.

use std::io;

use thiserror::Error;

/// A sealed box did not open: another key, another meaning, or a changed byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub struct SealRefused;

impl SealRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        "seal_broken"
    }
}

/// A signature does not belong to this key and message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub struct SignatureRefused;

impl SignatureRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        "signature_wrong"
    }
}

/// Stretching parameters that the policy does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub enum ParamsRefused {
    /// Below the floor: someone made guessing cheap.
    Weak,
    /// Above the ceiling: someone wants this PC to stand still.
    Costly,
}

impl ParamsRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Weak => "key_params_weak",
            Self::Costly => "key_params_costly",
        }
    }
}

/// Signing in did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub enum UnlockRefused {
    /// No slot for this user on this PC: never had one, or removed.
    UnknownUser,
    /// The key of this device is not the one the slots were made with: a copied folder, or a reinstalled system. The
    /// recovery key helps.
    OtherDevice,
    /// The password is wrong (or the sealed seed was changed: the cipher cannot tell).
    WrongPassword,
    /// Not what was once written.
    Damaged,
    /// The parameters in the file were lowered.
    WeakParams,
    /// The parameters in the file would stop this PC.
    CostlyParams,
}

impl UnlockRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownUser => "user_has_no_slot",
            Self::OtherDevice => "slots_of_other_device",
            Self::WrongPassword => "password_wrong",
            Self::Damaged => "slots_damaged",
            Self::WeakParams => ParamsRefused::Weak.code(),
            Self::CostlyParams => ParamsRefused::Costly.code(),
        }
    }
}

impl From<ParamsRefused> for UnlockRefused {
    fn from(refused: ParamsRefused) -> Self {
        match refused {
            ParamsRefused::Weak => Self::WeakParams,
            ParamsRefused::Costly => Self::CostlyParams,
        }
    }
}

/// The recovery key did not open the data key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub enum RecoverRefused {
    /// No recovery slot was ever made here.
    NoRecoverySlot,
    /// A recovery key, but not this branch's.
    OtherRecoveryKey,
    /// Not what was once written.
    Damaged,
}

impl RecoverRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoRecoverySlot => "recovery_never_set",
            Self::OtherRecoveryKey => "recovery_key_other",
            Self::Damaged => "slots_damaged",
        }
    }
}

/// The slots were not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub enum SlotsRefused {
    /// The open data key is not the one of these slots, or the slots were changed behind its back.
    OtherDataKey,
    /// The device key is not the one of these slots.
    OtherDevice,
    /// A public key of the kind that makes the shared secret known to everyone.
    BadPublicKey,
}

impl SlotsRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherDataKey => "slots_of_other_data_key",
            Self::OtherDevice => "slots_of_other_device",
            Self::BadPublicKey => "public_key_bad",
        }
    }
}

/// The slot file could not be read or written.
#[derive(Debug, Error)]
#[error("{}", self.code())]
pub enum SlotsFailed {
    /// Neither the file nor its copy is there: a new installation, or the wrong folder.
    Missing,
    /// Neither the file nor its copy is what was once written.
    Damaged,
    /// Written by a newer version of the product.
    NewerVersion(u32),
    /// The system refused to read or write.
    Io(#[source] io::Error),
}

impl SlotsFailed {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "slots_missing",
            Self::Damaged => "slots_damaged",
            Self::NewerVersion(_) => "slots_newer",
            Self::Io(_) => "slots_io",
        }
    }
}

/// The key of this device could not be found or kept.
#[derive(Debug, Error)]
#[error("{}", self.code())]
pub enum DeviceKeyFailed {
    /// What is kept is not a device key.
    Damaged,
    /// The system's key store exists but did not answer (locked, refused by the person), and no file has the key.
    SystemStoreSilent,
    /// The system names no folder for the user's settings.
    NoConfigFolder,
    /// The folder for the key lies inside the data folder: copying that would copy the key.
    InsideDataFolder,
    /// The system refused to read or write the file.
    Io(#[source] io::Error),
}

impl DeviceKeyFailed {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Damaged => "device_key_damaged",
            Self::SystemStoreSilent => "device_key_store_silent",
            Self::NoConfigFolder => "device_key_no_folder",
            Self::InsideDataFolder => "device_key_inside_data",
            Self::Io(_) => "device_key_io",
        }
    }
}
