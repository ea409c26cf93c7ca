//! Copies in a second folder, the way back from one, and the checks of the store itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::id::DeviceId;
use domain::role::Role;
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use store::Watch;
use store::backup::{self, Backup, BackupFailed, Unlock};
use store::keys::{Password, RecoverRefused, RecoveryKey};
use ts_rs::TS;

use super::{Door, Open, staff_id};
use crate::course::Phase;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{ADMIN, EVERYONE, Verb};

/// Everyone sees whether there is a copy.
pub const BACKUP_STATUS: Verb = Verb::new("backup_status", EVERYONE);
/// Administrators choose where to.
pub const SET_BACKUP_FOLDER: Verb = Verb::new("set_backup_folder", ADMIN);
/// Whoever wants to be sure.
pub const BACK_UP_NOW: Verb = Verb::new("back_up_now", EVERYONE);
/// Administrators.
pub const REBUILD: Verb = Verb::new("rebuild", ADMIN);
/// Administrators.
pub const VERIFY: Verb = Verb::new("verify", ADMIN);

/// Name of this PC's setting.
const FOLDER: &str = "backup_folder";
/// Where copies go until somebody chooses a better place, below the data folder.
const DEFAULT: &str = "backups";

/// Where to.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SetBackupFolder {
    /// A folder on another disk, at best; the data folder's own, when nothing.
    #[ts(type = "string | null")]
    pub path: Option<PathBuf>,
}

/// Which copy, and what opens it: the paper key, anywhere; somebody's password of that time, on the PC that made it.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Restore {
    /// The file.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// Case, spaces and dashes do not matter.
    pub recovery_key: Option<String>,
    /// Instead of the paper key, together with the password.
    pub login: Option<String>,
    /// Of that login.
    pub password: Option<String>,
}

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptBackup {
    /// The file.
    pub file: String,
    /// When it was made.
    pub at: Moment,
    /// How long it is.
    pub bytes: u64,
}

/// Where the copies are, and whether the last one is of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupStatus {
    /// The folder.
    pub folder: String,
    /// Somebody chose it; otherwise copies lie beside the store, on the same disk.
    pub chosen: bool,
    /// When the last one was made.
    pub last: Option<Moment>,
    /// How long it is.
    pub last_bytes: Option<u64>,
    /// Why there is none.
    pub problem: Option<Problem>,
    /// The last one is older than a day.
    pub due: bool,
    /// All of this PC's, latest first.
    pub kept: Vec<KeptBackup>,
}

/// What was folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Rebuilt {
    /// Ops of the log.
    pub ops: u64,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckResult {
    /// All well.
    pub ok: bool,
    /// What is wrong, for whoever helps.
    pub detail: Option<String>,
}

/// All checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VerifyReport {
    /// All well.
    pub ok: bool,
    /// Ops of the log.
    pub ops: u64,
    /// By name.
    pub checks: BTreeMap<String, CheckResult>,
}

impl Door {
    /// Where the copies are.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`], the machine's. A folder that is not there is told in the answer.
    pub fn backup_status(&self, now: Now) -> Outcome<BackupStatus> {
        self.must(&BACKUP_STATUS)?;
        let (folder, chosen, device) = self.backup_folder()?;
        let mut status = BackupStatus {
            folder: folder.display().to_string(),
            chosen,
            last: None,
            last_bytes: None,
            problem: None,
            due: true,
            kept: Vec::new(),
        };
        match backup::kept(&folder)
            .and_then(|kept| Ok((kept, backup::due(&folder, device, now.moment())?)))
        {
            Ok((kept, due)) => {
                let mine = kept.into_iter().filter(|kept| kept.device == device);
                status.kept = mine
                    .map(|kept| KeptBackup {
                        file: kept.file.display().to_string(),
                        at: kept.moment,
                        bytes: kept.bytes,
                    })
                    .collect();
                status.due = due;
                status.last = status.kept.first().map(|kept| kept.at);
                status.last_bytes = status.kept.first().map(|kept| kept.bytes);
            }
            // The usual folder is made with the first copy.
            Err(BackupFailed::FolderMissing) if !chosen => {}
            Err(failed) => status.problem = Some(failed.into()),
        }
        Ok(status)
    }

    /// Chooses the folder for copies.
    ///
    /// # Errors
    /// [`Code::BackupFolderMissing`], [`Code::BackupFolderFailed`] when it cannot be written.
    pub fn set_backup_folder(&self, ask: &SetBackupFolder, now: Now) -> Outcome<BackupStatus> {
        let (desk, _) = self.must(&SET_BACKUP_FOLDER)?;
        if let Some(folder) = &ask.path {
            try_out(folder)?;
        }
        let text = ask
            .path
            .as_deref()
            .map(|path| path.display().to_string())
            .unwrap_or_default();
        desk.store().set_meta(FOLDER, &text)?;
        self.backup_status(now)
    }

    /// Makes a copy now, reads it back, and lets the oldest go.
    ///
    /// # Errors
    /// Those of folders and disks; [`Code::BackupNotSound`]. The former copies stay.
    pub fn back_up_now(&self, now: Now) -> Outcome<BackupStatus> {
        self.must(&BACK_UP_NOW)?;
        let step = self.course.begin(Phase::Copying);
        let mut watch = |done: u64, all: u64| step.tell(Phase::Copying, done, all).is_continue();
        self.back_up(now, Some(&mut watch))?;
        self.backup_status(now)
    }

    /// Makes a copy when the last one is older than a day. For a timer; somebody has to have opened the store, nobody has to
    /// sit there.
    ///
    /// # Errors
    /// As [`back_up_now`](Self::back_up_now).
    pub fn back_up_if_due(&self, now: Now) -> Outcome<bool> {
        if self.inside().open.is_none() {
            return Ok(false);
        }
        let (folder, _, device) = self.backup_folder()?;
        if backup::due(&folder, device, now.moment()).unwrap_or(true) {
            self.back_up(now, None)?;
            return Ok(true);
        }
        Ok(false)
    }

    fn back_up(&self, now: Now, watch: Option<Watch<'_>>) -> Outcome<()> {
        let (folder, chosen, _) = self.backup_folder()?;
        if !chosen {
            std::fs::create_dir_all(&folder).map_err(store::StoreFailed::from)?;
        }
        let prepared = {
            let inside = self.inside();
            let Some(Open { desk, keys, .. }) = &inside.open else {
                return Err(Problem::refused(Code::NotSignedIn));
            };
            Backup::prepare(&mut desk.store(), desk.cipher(), &keys.data, &keys.slots)?
        };
        prepared.make(&folder, now.moment(), watch)?;
        Ok(())
    }

    /// Brings a copy back into the data folder. The store that is here is put aside, never deleted. The door is closed afterwards.
    ///
    /// # Errors
    /// [`Code::RecoveryKeyTypo`], [`Code::RecoveryKeyWrong`], [`Code::WrongPassword`], [`Code::OtherDevice`] for a password away from
    /// the PC that made the copy, [`Code::BackupUnreadable`]; the store that was here stays then.
    pub fn restore(&self, ask: &Restore, now: Now) -> Outcome<()> {
        // What opens it is tried before anybody is sent out.
        let footer = backup::Footer::read(&ask.path)?;
        let slots = footer.slots()?;
        let folder = self.folder();
        let data_key = match (&ask.recovery_key, &ask.login, &ask.password) {
            (Some(key), _, _) => {
                let paper =
                    RecoveryKey::parse(key).map_err(|_| Problem::refused(Code::RecoveryKeyTypo))?;
                slots.recover(&paper).map_err(BackupFailed::Paper)?.data_key
            }
            (None, Some(login), Some(password)) => {
                let device_failed = |cause: store::keys::DeviceKeyFailed| {
                    Problem::failed(Code::DeviceKeyFailed).with("detail", cause.code())
                };
                let found = self
                    .keyring(&folder)
                    .find(|key| slots.is_bound_to(key))
                    .map_err(device_failed)?;
                let (device_key, _) = found.ok_or(Problem::refused(Code::OtherDevice))?;
                let user = staff_id(footer.branch, login).0;
                let unlocked = slots
                    .unlock(
                        user,
                        &Password::typed(password),
                        &device_key,
                        &self.place.policy,
                    )
                    .map_err(BackupFailed::Password)?;
                // Turning the branch back to an earlier day is an administrator's to decide, or whoever holds the paper's.
                if !unlocked.roles.iter().any(|role| role == Role::Admin.code()) {
                    return Err(Problem::refused(Code::NotAllowed).with("verb", "restore"));
                }
                unlocked.data_key
            }
            _ => return Err(Problem::refused(Code::PasswordNeeded)),
        };
        self.imports.forget();
        let mut inside = self.inside();
        inside.shut();
        let ids = inside.ids(&self.place.seed);
        std::fs::create_dir_all(&folder).map_err(store::StoreFailed::from)?;
        let step = self.course.begin(Phase::Restoring);
        let mut watch = |done: u64, all: u64| step.tell(Phase::Restoring, done, all).is_continue();
        backup::restore(
            &ask.path,
            &folder,
            &Unlock::Key(&data_key),
            now.moment(),
            ids,
            Some(&mut watch),
        )?;
        Ok(())
    }

    /// Folds the log into fresh tables.
    ///
    /// # Errors
    /// The machine's; then the tables are as before.
    pub fn rebuild(&self) -> Outcome<Rebuilt> {
        let (desk, _) = self.must(&REBUILD)?;
        let step = self.course.begin(Phase::Rebuilding);
        let mut watch = |done: u64, all: u64| step.tell(Phase::Rebuilding, done, all).is_continue();
        let ops = desk.store().rebuild(Some(&mut watch))?;
        Ok(Rebuilt { ops })
    }

    /// Checks cipher, pages, the log's chain and seals, and that the tables are what the log says. What a check finds, and what
    /// stops it, is in the answer.
    ///
    /// # Errors
    /// Those of every signed verb.
    pub fn verify(&self) -> Outcome<VerifyReport> {
        let (desk, _) = self.must(&VERIFY)?;
        let step = self.course.begin(Phase::Checking);
        let mut watch = |done: u64, all: u64| step.tell(Phase::Checking, done, all).is_continue();
        let checked = desk.store().verify(Some(&mut watch))?;
        let ok = checked.ok();
        let check = |check: store::Check| {
            (
                check.name.to_owned(),
                CheckResult {
                    ok: check.trouble.is_none(),
                    detail: check.trouble,
                },
            )
        };
        Ok(VerifyReport {
            ok,
            ops: checked.ops,
            checks: checked.checks.into_iter().map(check).collect(),
        })
    }

    fn must(
        &self,
        verb: &Verb,
    ) -> Outcome<(
        std::sync::Arc<crate::desk::Desk>,
        std::sync::Arc<crate::session::Session>,
    )> {
        let (desk, session) = self.signed_in()?;
        session.me.must(verb)?;
        Ok((desk, session))
    }

    fn backup_folder(&self) -> Outcome<(PathBuf, bool, DeviceId)> {
        let inside = self.inside();
        let Some(open) = &inside.open else {
            return Err(Problem::refused(Code::NotSignedIn));
        };
        let chosen = open
            .desk
            .read(|tables| Ok(tables.meta(FOLDER)?))?
            .filter(|folder| !folder.is_empty());
        let folder = chosen
            .as_ref()
            .map_or_else(|| inside.folder.join(DEFAULT), PathBuf::from);
        Ok((folder, chosen.is_some(), DeviceId(open.keys.slots.device())))
    }
}

/// A folder that cannot be written is told at once, not in the night.
fn try_out(folder: &Path) -> Outcome<()> {
    if !folder.is_dir() {
        return Err(Problem::refused(Code::BackupFolderMissing).with("folder", folder.display()));
    }
    let probe = folder.join(".forecourt-probe");
    let written = std::fs::write(&probe, b"probe");
    drop(std::fs::remove_file(&probe));
    written.map_err(|cause| {
        Problem::failed(Code::BackupFolderFailed)
            .with("folder", folder.display())
            .with("detail", cause)
    })
}

impl From<BackupFailed> for Problem {
    fn from(failed: BackupFailed) -> Self {
        match failed {
            BackupFailed::Store(failed) => failed.into(),
            BackupFailed::Paper(RecoverRefused::Damaged) => {
                Self::failed(Code::BackupUnreadable).with("detail", failed.detail())
            }
            BackupFailed::Paper(_) => Self::refused(Code::RecoveryKeyWrong),
            BackupFailed::Password(cause) => super::account::unlock(cause),
            failed => {
                Self::failed(Code::from_key(&failed.code()).unwrap_or(Code::BackupUnreadable))
                    .with("detail", failed.detail())
            }
        }
    }
}
