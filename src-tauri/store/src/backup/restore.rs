//! The way back: a backup becomes this folder's store.
//!
//! The restored store is made and checked beside the present one and takes its place only then. It begins a new life of its
//! device's log, because the present one, or the one that was lost, may have gone further than the backup knows. On another PC
//! the device is enrolled anew by who opens it with the recovery key; that is not done here.

use std::fs;
use std::path::{Path, PathBuf};

use domain::id::{BranchId, DeviceId, Ids};
use domain::when::Moment;
use uuid::Uuid;

use super::copy::{copy, sync, sync_folder};
use super::errors::BackupFailed;
use super::footer::Footer;
use super::make::sound;
use super::names;
use super::place::{PART, place, withdraw};
use crate::commit::{Watch, stretch};
use crate::error::StoreFailed;
use crate::keys::{DataKey, DeviceKey, DeviceSigner, Password, Policy, RecoveryKey, Slots};
use crate::open::{self, Cipher, FILE, FolderLock};
use crate::{Store, Writer};

/// What opens a backup.
pub enum Unlock<'u> {
    /// The key on paper, on whatever machine.
    Paper(&'u RecoveryKey),
    /// The password of a user of that time, on the PC that made the backup.
    Password {
        /// Who.
        user: Uuid,
        /// As it was then.
        password: &'u Password,
        /// This PC's.
        device_key: &'u DeviceKey,
        /// How passwords are stretched.
        policy: &'u Policy,
    },
    /// The key of a store that is open, or was until now: the one of its own backups.
    Key(&'u DataKey),
}

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// When the backup was made: what was entered later is not in it.
    pub moment: Moment,
    /// Ops in its log.
    pub ops: u64,
    /// The showroom.
    pub branch: BranchId,
    /// The PC that made it.
    pub device: DeviceId,
    /// Where the store that was here is now, if there was one.
    pub aside: Option<PathBuf>,
}

/// Restores a backup into a data folder that nobody has open. A store that is there is put aside into a folder of its own.
/// `ids` is fresh randomness for the new life's id.
///
/// # Errors
/// [`BackupFailed`]: the folder then has the store that it had, or gets the restored one when it is next taken. `Unreadable` and
/// `NotSound` for a damaged backup, `Newer`, `Password`, `Paper`, `OtherKey`; [`StoreFailed::InUse`] while the folder is open.
pub fn restore(
    file: &Path,
    folder: &Path,
    unlock: &Unlock<'_>,
    now: Moment,
    ids: Ids,
    watch: Option<Watch<'_>>,
) -> Result<Restored, BackupFailed> {
    let footer = Footer::read(file)?;
    let slots = footer.slots()?;
    // Takes longest to be refused, so it comes before anything is written.
    let opened;
    let data_key = match *unlock {
        Unlock::Key(key) if slots.is_under(key) => key,
        Unlock::Key(_) => return Err(BackupFailed::OtherKey),
        Unlock::Paper(key) => {
            opened = slots.recover(key).map_err(BackupFailed::Paper)?.data_key;
            &opened
        }
        Unlock::Password {
            user,
            password,
            device_key,
            policy,
        } => {
            opened = slots
                .unlock(user, password, device_key, policy)
                .map_err(BackupFailed::Password)?
                .data_key;
            &opened
        }
    };
    let _lock = FolderLock::take(folder)?;
    let part = folder.join(PART);
    let built = build(file, &footer, &slots, data_key, &part, now, ids, watch);
    let placed = built.and_then(|()| {
        place(folder, &names::stamp(now), &mut || Ok(())).map_err(|failed| {
            withdraw(folder);
            failed.into()
        })
    });
    if placed.is_err() {
        drop(fs::remove_dir_all(&part));
    }
    Ok(Restored {
        moment: footer.moment,
        ops: footer.ops,
        branch: footer.branch,
        device: footer.device,
        aside: placed?,
    })
}

/// Makes the restored store in `part`, checked, with a new life begun, every file of it on the disk.
#[expect(
    clippy::too_many_arguments,
    reason = "one step of the function above, apart for its length"
)]
fn build(
    file: &Path,
    footer: &Footer,
    slots: &Slots,
    data_key: &DataKey,
    part: &Path,
    now: Moment,
    ids: Ids,
    mut watch: Option<Watch<'_>>,
) -> Result<(), BackupFailed> {
    if part.exists() {
        // Cut off before it was decided: made again.
        fs::remove_dir_all(part)?;
    }
    fs::create_dir(part)?;
    crate::os::only_for_this_account(part)?;
    let cipher = Cipher::new(data_key.sqlcipher_pragma(slots.cipher_salt()));
    let database = part.join(FILE);
    let mut source = open::reader(file, &Cipher::new(data_key.backup_pragma(&footer.salt)))
        .map_err(BackupFailed::of_file)?;
    let moment = source.transaction().map_err(StoreFailed::from)?;
    moment
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(BackupFailed::of_file)?;
    let mut copying = stretch(&mut watch, 0, 500);
    copy(&moment, &database, &cipher, Some(&mut copying)).map_err(BackupFailed::of_file)?;
    drop(copying);
    drop(moment);

    let device = DeviceId(slots.device());
    let mut store = Store::open(part, &cipher, |sealed| {
        let signer = sealed.and_then(|sealed| DeviceSigner::open(&sealed, device.0, data_key).ok());
        let signer =
            signer.ok_or_else(|| StoreFailed::Damaged("the key that seals the log".into()))?;
        Ok(Writer {
            branch: footer.branch,
            device,
            key: signer.signing_key().clone(),
            ids,
        })
    })
    .map_err(BackupFailed::of_file)?;
    let mut reading = stretch(&mut watch, 500, 1000);
    let heads = &footer.heads;
    sound(
        &store.conn,
        footer.branch,
        store.own_key(),
        heads,
        Some(&mut reading),
    )?;
    drop(reading);
    // The old life's end is sealed while its key is at hand; nobody writes to it any more.
    store.seal()?;
    // People who were erased after the backup was made.
    for beside in [file.parent(), part.parent()].into_iter().flatten() {
        let listed = crate::erase::listed(beside).map_err(BackupFailed::of_file)?;
        store.erase_listed(&listed)?;
    }
    store.begin_new_life()?;
    store.set_meta("restored_at", &now.0.to_string())?;
    store.set_meta("restored_from", &footer.moment.0.to_string())?;
    store.close()?;
    sync(&database)?;
    slots.save(part)?;
    Ok(sync_folder(part)?)
}
