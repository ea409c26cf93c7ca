//! Making a backup while people write on, and believing in it only after it was read back.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use domain::id::{BranchId, DeviceId};
use domain::rows::CATALOGUE;
use domain::when::Moment;
use ed25519_dalek::VerifyingKey;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::copy::{copy, sync, sync_folder};
use super::errors::BackupFailed;
use super::footer::Footer;
use super::kept::{Kept, prune};
use super::names;
use crate::commit::{Watch, stretch};
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
use crate::keys::{CipherSalt, DataKey, Slots, new_cipher_salt};
use crate::open::{self, Cipher};
use crate::verify::{Check, Known, file_checks};
use crate::{Edition, Reader, Store};

/// A backup about to be made: what it needs of the open store and its keys, so that neither is held while it is made.
pub struct Backup {
    source: Connection,
    branch: BranchId,
    device: DeviceId,
    own: Option<(DeviceId, VerifyingKey)>,
    cipher: Cipher,
    salt: CipherSalt,
    slots: Vec<u8>,
}

impl Backup {
    /// Takes what a backup needs: a moment's work, which also seals the log up to now. `cipher`, `data_key` and `slots` are those
    /// of the open store; the device is that of the slots.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn prepare(
        store: &mut Store,
        cipher: &Cipher,
        data_key: &DataKey,
        slots: &Slots,
    ) -> Outcome<Self> {
        store.seal()?;
        let salt = new_cipher_salt();
        Ok(Self {
            source: open::reader(&store.path, cipher)?,
            branch: store.branch,
            device: DeviceId(slots.device()),
            own: store.own_key(),
            cipher: Cipher::new(data_key.backup_pragma(&salt)),
            salt,
            slots: slots.to_bytes(),
        })
    }

    /// Writes the backup into `folder`, reads it back, and gives it its name; then the oldest beyond [`KEPT`](super::KEPT) go.
    /// Runs beside the writer and holds up nobody. `watch` is told about pages copied.
    ///
    /// # Errors
    /// [`BackupFailed`]: the folder then holds what it held before.
    pub fn make(
        mut self,
        folder: &Path,
        now: Moment,
        mut watch: Option<Watch<'_>>,
    ) -> Result<Kept, BackupFailed> {
        if !folder.is_dir() {
            return Err(BackupFailed::FolderMissing);
        }
        let unfinished = Unfinished(names::unfinished(folder, self.device));
        unfinished.remove();
        let moment = self.source.transaction().map_err(StoreFailed::from)?;
        // The first query fixes the moment that is copied.
        let incarnations = Incarnations::read(&moment, Edition::THIS)?;
        let (heads, ops) = (heads(&incarnations), Reader::new(&moment, CATALOGUE).ops()?);
        let erased = crate::erase::known(&moment)?;
        let mut copying = stretch(&mut watch, 0, 500);
        copy(&moment, &unfinished.0, &self.cipher, Some(&mut copying))
            .map_err(BackupFailed::of_folder)?;
        drop(copying);
        drop(moment);

        let database = fs::metadata(&unfinished.0)
            .map_err(BackupFailed::of_folder)?
            .len();
        let copied = open::reader(&unfinished.0, &self.cipher)
            .map_err(|failed| BackupFailed::NotSound(failed.detail()))?;
        let mut reading = stretch(&mut watch, 500, 1000);
        sound(&copied, self.branch, self.own, &heads, Some(&mut reading))?;
        drop(reading);
        drop(copied);

        let footer = Footer {
            moment: now,
            ops,
            branch: self.branch,
            device: self.device,
            database,
            salt: self.salt,
            heads,
            slots: self.slots,
        };
        finish(&unfinished.0, &footer).map_err(BackupFailed::of_folder)?;
        match Footer::read(&unfinished.0) {
            Ok(read) if read == footer => {}
            _ => return Err(BackupFailed::NotSound("footer".into())),
        }
        let file = names::backup(folder, self.device, now);
        crate::keys::rename(&unfinished.0, &file)
            .and_then(|()| sync_folder(folder))
            .map_err(BackupFailed::of_folder)?;
        let bytes = fs::metadata(&file).map_err(BackupFailed::of_folder)?.len();
        // For the older backups beside it.
        crate::erase::list(folder, &erased).map_err(BackupFailed::of_folder)?;
        let made = Kept::of(file, &footer, bytes);
        prune(folder, &made);
        Ok(made)
    }
}

/// Adds slots and footer behind the database, durably.
fn finish(path: &Path, footer: &Footer) -> io::Result<()> {
    let mut file = fs::File::options().append(true).open(path)?;
    file.write_all(&footer.slots)?;
    file.write_all(&footer.bytes())?;
    drop(file);
    sync(path)
}

/// Whether a copied file is what it should be: cipher, pages, every hash and seal, and the ends of all logs.
pub(super) fn sound(
    conn: &Connection,
    branch: BranchId,
    own: Option<(DeviceId, VerifyingKey)>,
    expected: &[u8; 32],
    watch: Option<Watch<'_>>,
) -> Result<(), BackupFailed> {
    let unsound = |failed: StoreFailed| BackupFailed::NotSound(failed.detail());
    let incarnations = Incarnations::read(conn, Edition::THIS).map_err(unsound)?;
    if heads(&incarnations) != *expected {
        return Err(BackupFailed::NotSound("log_heads".into()));
    }
    let checks = file_checks(
        conn,
        &Known {
            branch,
            incarnations: &incarnations,
            own,
        },
        watch,
    )?;
    match checks.into_iter().find(|check| check.trouble.is_some()) {
        Some(Check { name, trouble }) => Err(BackupFailed::NotSound(format!(
            "{name}: {}",
            trouble.unwrap_or_default()
        ))),
        None => Ok(()),
    }
}

/// One digest of where every log ends.
fn heads(incarnations: &Incarnations) -> [u8; 32] {
    let mut digest = Sha256::new();
    for (incarnation, seq) in incarnations.vector().0 {
        digest.update(incarnation.0.as_bytes());
        digest.update(seq.to_be_bytes());
        let tail = incarnations
            .number(incarnation)
            .and_then(|n| incarnations.tail(n));
        digest.update(tail.map_or([0; 32], |tail| tail.head.0));
    }
    digest.finalize().into()
}

/// A file without its final name; whatever is left of it is removed when dropped.
struct Unfinished(PathBuf);

impl Unfinished {
    fn remove(&self) {
        for end in ["", "-journal", "-wal", "-shm"] {
            let mut path = self.0.clone().into_os_string();
            path.push(end);
            drop(fs::remove_file(path));
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        self.remove();
    }
}
