//! The device key: thirty-two bytes that never leave this PC and that every user's slot needs.
//!
//! Kept in the system's own store where there is one, else in a file in the user's settings, outside the data folder,
//! which only the user can read; the caller shows which of the two it is. On a stolen disk that file is there too: then
//! the passwords alone protect, so the screen recommends disk encryption. It never makes a new key where one may exist
//! but could not be read, and never overwrites one.

use std::fmt;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::errors::DeviceKeyFailed;
use super::os::{self, SystemAnswer};
use super::secret::Secret;
use super::{file, secret};

/// First word of the file.
const FILE_FORM: &str = "forecourt-device-key-1";

/// The key of this device. Never cloned, printed or serialised; overwritten when dropped.
pub struct DeviceKey(Secret);

impl DeviceKey {
    /// A new one, kept nowhere.
    #[must_use]
    pub fn create() -> Self {
        Self(Secret::random())
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.0
    }

    /// Eight bytes that tell one device key from another and lead nowhere.
    pub(super) fn check(&self) -> [u8; 8] {
        let derived = self.0.derive("forecourt/device-key/v1/check");
        let mut check = [0; 8];
        check.copy_from_slice(&derived.as_bytes()[..8]);
        check
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceKey(…)")
    }
}

/// Where a device key is kept, for the screen to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviceKeyPlace {
    /// The system's own store of secrets.
    System,
    /// This file, as safe as the user's account and the disk.
    File(PathBuf),
}

/// Where device keys are looked for and kept.
#[derive(Clone, Debug)]
pub struct DeviceKeyring {
    with_system: bool,
    file: PathBuf,
}

impl DeviceKeyring {
    /// The user's own: the system's store, or `forecourt/device-key` in the user's settings (`$XDG_CONFIG_HOME` or
    /// `~/.config`; on Windows `%LOCALAPPDATA%`, which does not roam).
    ///
    /// # Errors
    /// [`DeviceKeyFailed::InsideDataFolder`] when that would be within `data_folder`; `NoConfigFolder`.
    pub fn of_this_user(data_folder: &Path) -> Result<Self, DeviceKeyFailed> {
        let config = dirs::config_local_dir().ok_or(DeviceKeyFailed::NoConfigFolder)?;
        Self::apart_from(data_folder, &config.join("forecourt"))
    }

    /// A file in this folder and nothing else: for tests, and for whoever names another place.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            with_system: false,
            file: folder.join("device-key"),
        }
    }

    /// The kept key that fits, usually [`Slots::is_bound_to`](super::Slots::is_bound_to): for a store that exists.
    /// `None` means that this PC never had it: a copied folder, or a lost key.
    ///
    /// # Errors
    /// [`DeviceKeyFailed::SystemStoreSilent`] when the key may be in a store that does not answer; `Damaged`, `Io`.
    pub fn find(
        &self,
        fits: impl Fn(&DeviceKey) -> bool,
    ) -> Result<Option<(DeviceKey, DeviceKeyPlace)>, DeviceKeyFailed> {
        find(self.ask_system(), self.read_file(), fits)
    }

    /// The kept key, or a new one, kept: for a store that is being made, by the process that holds its lock.
    ///
    /// # Errors
    /// [`DeviceKeyFailed`]; a damaged key is not replaced.
    pub fn read_or_create(&self) -> Result<(DeviceKey, DeviceKeyPlace), DeviceKeyFailed> {
        let system = self.ask_system();
        let system_answers = matches!(system, SystemAnswer::Nothing);
        match find(system, self.read_file(), |_| true) {
            Ok(Some(found)) => return Ok(found),
            // A new store needs a key that can be read again: the file, then.
            Ok(None) | Err(DeviceKeyFailed::SystemStoreSilent) => {}
            Err(failed) => return Err(failed),
        }
        let key = DeviceKey::create();
        if system_answers && os::write_system_store(key.secret().as_bytes()) {
            // Only what can be read back may be relied on.
            if let SystemAnswer::Kept(bytes) = os::read_system_store() {
                return Ok((from_bytes(&bytes)?, DeviceKeyPlace::System));
            }
        }
        self.keep_in_file(&key).map_err(DeviceKeyFailed::Io)?;
        self.read_file()?.ok_or(DeviceKeyFailed::Damaged)
    }

    fn apart_from(data_folder: &Path, folder: &Path) -> Result<Self, DeviceKeyFailed> {
        // Links and relative paths are followed as far as the folders exist.
        let real = |path: &Path| std::path::absolute(path).map(|path| resolve(&path));
        let data_folder = real(data_folder).map_err(DeviceKeyFailed::Io)?;
        if real(folder)
            .map_err(DeviceKeyFailed::Io)?
            .starts_with(data_folder)
        {
            return Err(DeviceKeyFailed::InsideDataFolder);
        }
        Ok(Self {
            with_system: true,
            ..Self::in_folder(folder)
        })
    }

    fn ask_system(&self) -> SystemAnswer {
        if self.with_system {
            os::read_system_store()
        } else {
            SystemAnswer::NoStore
        }
    }

    fn read_file(&self) -> Result<Option<(DeviceKey, DeviceKeyPlace)>, DeviceKeyFailed> {
        let Some(content) = file::read(&self.file).map_err(DeviceKeyFailed::Io)? else {
            return Ok(None);
        };
        let content = Zeroizing::new(content);
        os::make_private(&self.file).map_err(DeviceKeyFailed::Io)?;
        let key = from_file(&content).ok_or(DeviceKeyFailed::Damaged)?;
        Ok(Some((key, DeviceKeyPlace::File(self.file.clone()))))
    }

    /// Keeps it unless another process was faster.
    fn keep_in_file(&self, key: &DeviceKey) -> std::io::Result<()> {
        if let Some(folder) = self.file.parent() {
            os::create_private_folder(folder)?;
        }
        file::write_once(&self.file, to_file(key).as_bytes()).map(drop)
    }
}

/// Which of the two places holds the key that fits; the system's comes first.
fn find(
    system: SystemAnswer,
    in_file: Result<Option<(DeviceKey, DeviceKeyPlace)>, DeviceKeyFailed>,
    fits: impl Fn(&DeviceKey) -> bool,
) -> Result<Option<(DeviceKey, DeviceKeyPlace)>, DeviceKeyFailed> {
    let mut failed = None;
    match system {
        SystemAnswer::Kept(bytes) => match from_bytes(&bytes) {
            Ok(key) if fits(&key) => return Ok(Some((key, DeviceKeyPlace::System))),
            Ok(_) => {}
            Err(damaged) => failed = Some(damaged),
        },
        SystemAnswer::Silent => failed = Some(DeviceKeyFailed::SystemStoreSilent),
        SystemAnswer::Nothing | SystemAnswer::NoStore => {}
    }
    match in_file {
        Ok(Some(found)) if fits(&found.0) => Ok(Some(found)),
        Ok(_) => failed.map_or(Ok(None), Err),
        Err(error) => Err(failed.unwrap_or(error)),
    }
}

fn from_bytes(bytes: &[u8]) -> Result<DeviceKey, DeviceKeyFailed> {
    Secret::from_slice(bytes)
        .map(DeviceKey)
        .ok_or(DeviceKeyFailed::Damaged)
}

/// One line: form, key, and a checksum, so that a damaged file is told from another key.
fn to_file(key: &DeviceKey) -> Zeroizing<String> {
    let mut line = Zeroizing::new(String::with_capacity(
        FILE_FORM.len() + 2 * secret::SECRET_LEN + 11,
    ));
    line.push_str(FILE_FORM);
    line.push(' ');
    HEXLOWER.encode_append(key.secret().as_bytes(), &mut line);
    line.push(' ');
    HEXLOWER.encode_append(&checksum(key), &mut line);
    line.push('\n');
    line
}

fn from_file(content: &[u8]) -> Option<DeviceKey> {
    let line = std::str::from_utf8(content).ok()?;
    let digits = line.strip_prefix(FILE_FORM)?.split_whitespace().next()?;
    let key = DeviceKey(Secret::from_slice(&Zeroizing::new(
        HEXLOWER.decode(digits.as_bytes()).ok()?,
    ))?);
    (to_file(&key).as_bytes() == content).then_some(key)
}

fn checksum(key: &DeviceKey) -> [u8; 4] {
    let hash = Sha256::new()
        .chain_update(FILE_FORM)
        .chain_update(key.secret().as_bytes())
        .finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}

/// The real path of the deepest part that exists, and the rest after it.
fn resolve(path: &Path) -> PathBuf {
    path.canonicalize()
        .unwrap_or_else(|_| match (path.parent(), path.file_name()) {
            (Some(parent), Some(name)) => resolve(parent).join(name),
            _ => path.to_owned(),
        })
}

#[cfg(test)]
#[path = "device_tests.rs"]
mod tests;
