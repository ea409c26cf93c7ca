//! The door of the store: who is inside, and as what the program stands there.
//!
//! *Empty*: no branch here yet. *Closed*: keys wiped, the password is needed. *Locked*: the screen is empty, the store open,
//! a PIN returns. *Open*: somebody is signed in. Keys never leave this module.

mod account;
mod backup;
mod demo;
mod drafts;
mod import;
mod papers;
mod people;
mod pin;
mod recover;
mod set_up;
mod staff;
mod status;
mod undo;

pub use account::{ChangePassword, SignIn};
pub use backup::{
    BACK_UP_NOW, BACKUP_STATUS, BackupStatus, CheckResult, KeptBackup, REBUILD, Rebuilt, Restore,
    SET_BACKUP_FOLDER, SetBackupFolder, VERIFY, VerifyReport,
};
pub use demo::{MakeDemo, OpenDemo};
pub use drafts::{DRAFTS, DROP_DRAFT, DropDraft, KEEP_DRAFT, KeepDraft, KeptDraft, drafts};
pub use pin::{SetPin, SwitchByPin};
pub use recover::Recover;
pub use set_up::{ConfirmRecoveryKey, SetUpBranch, SetUpDone};
pub use staff::{
    ADD_STAFF, AddStaff, CHANGE_STAFF, ChangeStaff, OneTimePassword, RESET_PASSWORD, ResetPassword,
    STAFF_LIST, Staff, StaffAdded, staff_list,
};
pub use status::{DeviceKeyKept, DoorState, DoorStatus, MeView, Person};

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::id::{BranchId, Ids, StaffId, by_rule};
use store::keys::{DataKey, DeviceKey, DeviceKeyPlace, DeviceKeyring, Policy, Slots};
use store::{FolderLock, Tidier};

use crate::course::{Course, Progress};
use crate::desk::Desk;
use crate::import::Imports;
use crate::papers::Papers;
use crate::problem::{Code, Outcome, Problem};
use crate::session::{Me, Session};

/// What the program is told about this PC.
#[derive(Debug, Clone)]
pub struct Place {
    /// The data folder.
    pub folder: PathBuf,
    /// Where the device key is kept.
    pub keyring: DeviceKeyring,
    /// How passwords are stretched.
    pub policy: Policy,
    /// Real randomness, or a test's choice: new ids come from it.
    pub seed: [u8; 32],
}

/// The door. One per process.
pub struct Door {
    place: Place,
    inside: Mutex<Inside>,
    pub(crate) course: Arc<Course>,
    pub(crate) imports: Imports,
}

struct Inside {
    /// The folder in use: the place's own, or the demo's below it.
    folder: PathBuf,
    open: Option<Open>,
    /// Papers of whoever sits here.
    papers: Arc<Papers>,
    /// The recovery key was shown and not yet typed back.
    unconfirmed: Option<store::keys::RecoveryKey>,
    drawn: u64,
}

/// What is in memory while the store is open.
struct Open {
    desk: Arc<Desk>,
    session: Arc<Session>,
    locked: bool,
    keys: Keys,
    tidier: Tidier,
    _lock: FolderLock,
}

struct Keys {
    data: DataKey,
    device: DeviceKey,
    device_place: DeviceKeyPlace,
    slots: Slots,
}

/// Where the demo branch lives, below the data folder.
const DEMO: &str = "demo";
/// Where papers lie while a viewer shows them, below the data folder.
const PAPERS: &str = "papers";

impl Door {
    /// At the place; nothing is opened yet.
    #[must_use]
    pub fn new(place: Place) -> Self {
        let inside = Inside {
            folder: place.folder.clone(),
            open: None,
            papers: Arc::new(Papers::below(place.folder.join(PAPERS))),
            unconfirmed: None,
            drawn: 0,
        };
        let course = Arc::<Course>::default();
        Self {
            place,
            inside: Mutex::new(inside),
            imports: Imports::new(Arc::clone(&course)),
            course,
        }
    }

    /// How far the long work is that runs, if one does. Asked while the door may be held by it.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.course.now()
    }

    /// Stops it; what it had begun is as before.
    pub fn stop(&self) {
        self.course.stop();
    }

    /// The desk and the sitting, for a command.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`] when closed or locked.
    pub fn signed_in(&self) -> Outcome<(Arc<Desk>, Arc<Session>)> {
        match &self.inside().open {
            Some(open) if !open.locked => Ok((Arc::clone(&open.desk), Arc::clone(&open.session))),
            _ => Err(Problem::refused(Code::NotSignedIn)),
        }
    }

    /// The data folder in use.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.inside().folder.clone()
    }

    /// Empties the screen; the store stays open so that backup goes on.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`] when nobody is.
    pub fn lock(&self) -> Outcome<()> {
        let mut inside = self.inside();
        inside.papers.forget();
        match &mut inside.open {
            Some(open) => {
                open.locked = true;
                Ok(())
            }
            None => Err(Problem::refused(Code::NotSignedIn)),
        }
    }

    /// Closes the store and wipes the keys.
    ///
    /// # Errors
    /// None today; closing what is closed is no mistake.
    pub fn close(&self) -> Outcome<()> {
        self.imports.forget();
        self.inside().shut();
        Ok(())
    }

    /// Moves what was saved into place and merges the search index, a little at a time. For a timer; nobody waits for it.
    /// Answers whether there may be more to do.
    ///
    /// # Errors
    /// The machine's; nothing is lost then.
    pub fn tidy(&self) -> Outcome<bool> {
        let mut inside = self.inside();
        let Some(open) = &mut inside.open else {
            return Ok(false);
        };
        open.tidier.tidy()?;
        open.desk.tidy_search()
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Device keys of the demo lie with the demo: it is nobody's secret, and must not disturb the real one.
    fn keyring(&self, folder: &Path) -> DeviceKeyring {
        if folder == self.place.folder {
            self.place.keyring.clone()
        } else {
            DeviceKeyring::in_folder(&folder.join("device"))
        }
    }
}

impl Inside {
    fn shut(&mut self) {
        self.papers.forget();
        if let Some(open) = self.open.take() {
            // The tail is sealed on the way out, so that a log copied now can be checked to its end.
            drop(open.desk.store().seal());
        }
    }

    /// A fresh source of ids; each opening draws from its own.
    fn ids(&mut self, seed: &[u8; 32]) -> Ids {
        self.drawn += 1;
        let mut source = Ids::from_seed(*seed);
        let mut own = source.bytes();
        for (byte, salt) in own.iter_mut().zip(self.drawn.to_be_bytes()) {
            *byte ^= salt;
        }
        Ids::from_seed(own)
    }
}

/// The id of whoever signs in with this login: made from it, so that nothing on the disk has to say the name, and two PCs
/// that take in the same person make the same row.
#[must_use]
pub fn staff_id(branch: BranchId, login: &str) -> StaffId {
    by_rule(branch.0, "login", &fold_login(login))
}

/// Logins are compared without regard to width, case and spaces.
fn fold_login(login: &str) -> String {
    domain::find::fold(login)
        .split_whitespace()
        .collect::<String>()
        .to_lowercase()
}

/// The person, from the rows.
fn me(desk: &Desk, id: StaffId) -> Outcome<(Me, domain::rows::Staff)> {
    desk.read(|tables| {
        let staff = tables
            .get::<domain::rows::Staff>(id)?
            .filter(|staff| staff.active)
            .ok_or(Problem::refused(Code::WrongPassword))?;
        let roles = tables.roles_of(id)?;
        Ok((
            Me {
                id,
                name: staff.name.clone(),
                roles,
            },
            staff,
        ))
    })
}
