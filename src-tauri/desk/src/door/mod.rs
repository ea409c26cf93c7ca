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
mod tidy;
mod undo;

pub use account::{ChangePassword, SignIn};
pub use backup::{
    BACK_UP_NOW, BACKUP_STATUS, BackupStatus, CheckResult, KeptBackup, REBUILD, Rebuilt, Restore,
    SET_BACKUP_FOLDER, SetBackupFolder, VERIFY, VerifyReport,
};
pub use demo::{MakeDemo, OpenDemo};
pub use drafts::{DRAFTS, DROP_DRAFT, DropDraft, KEEP_DRAFT, KeepDraft, KeptDraft, drafts};
pub(crate) use people::refused as slots_refused;
pub use pin::{SetPin, SwitchByPin};
pub use recover::Recover;
pub(crate) use recover::by_paper;
pub use set_up::{ConfirmRecoveryKey, SetUpBranch, SetUpDone};
pub use staff::{
    ADD_STAFF, AddStaff, CHANGE_STAFF, ChangeStaff, OneTimePassword, RESET_PASSWORD, ResetPassword,
    STAFF_LIST, Staff, StaffAdded, change_staff, staff_list,
};
pub use status::{DeviceKeyKept, DoorState, DoorStatus, MeView, Person};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError, Weak};

use domain::id::{BranchId, DeviceId, Ids, StaffId, by_rule};
use domain::log::Vector;
use domain::when::Moment;
use store::keys::{DataKey, DeviceKey, DeviceKeyPlace, DeviceKeyring, Policy, RootPublic, Slots};
use store::{FolderLock, Tidier};

use crate::commands::Noun;
use crate::course::{Course, Progress};
use crate::desk::Desk;
use crate::exchange::{ExchangeStatus, Invitations, Link, Wire};
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
    inside: Arc<Mutex<Inside>>,
    pub(crate) course: Arc<Course>,
    pub(crate) imports: Imports,
    invitations: Invitations,
}

struct Inside {
    /// For the thread that keeps the line.
    me: Weak<Mutex<Inside>>,
    /// The line to other PCs, where the program around wants one.
    wire: Option<Arc<Wire>>,
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
    /// Ends before anything else here does.
    link: Option<Link>,
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
        let inside = |me: &Weak<Mutex<Inside>>| {
            Mutex::new(Inside {
                me: me.clone(),
                wire: None,
                folder: place.folder.clone(),
                open: None,
                papers: Arc::new(Papers::below(place.folder.join(PAPERS))),
                unconfirmed: None,
                drawn: 0,
            })
        };
        let inside = Arc::new_cyclic(inside);
        let course = Arc::<Course>::default();
        Self {
            place,
            inside,
            imports: Imports::new(Arc::clone(&course)),
            invitations: Invitations::default(),
            course,
        }
    }

    /// Keeps a line to the other PCs of the branch while the store is open.
    #[must_use]
    pub fn on_the_line(self, wire: Wire) -> Self {
        self.inside().wire = Some(Arc::new(wire));
        self
    }

    /// How it stands with the other PCs. Asked also while nobody is signed in.
    #[must_use]
    pub fn exchange_status(&self) -> ExchangeStatus {
        self.line().0
    }

    /// The line is tried at once: the network is there again, or somebody wants to see it.
    pub fn try_again(&self) {
        if let Some(link) = self
            .inside()
            .open
            .as_ref()
            .and_then(|open| open.link.as_ref())
        {
            link.nudge();
        }
    }

    /// The invitation that this PC holds open.
    pub(crate) fn invitations(&self) -> Invitations {
        self.invitations.clone()
    }

    /// The branch's root, by its public keys.
    pub(crate) fn root(&self) -> Option<RootPublic> {
        self.inside().open.as_ref()?.keys.slots.root()
    }

    /// Does something on the thread that keeps the line; nothing where none is kept.
    pub(crate) fn spawn(
        &self,
        work: impl Future<Output = ()> + Send + 'static,
    ) -> Option<tokio::task::AbortHandle> {
        let inside = self.inside();
        let link = inside.open.as_ref()?.link.as_ref()?;
        Some(link.spawn(work))
    }

    /// The clock of the line.
    pub(crate) fn clock(&self) -> Option<fn() -> Moment> {
        self.inside().wire.as_ref().map(|wire| wire.clock)
    }

    /// How far every log is with the hub.
    pub(crate) fn theirs(&self) -> Option<Vector> {
        let inside = self.inside();
        let link = inside.open.as_ref()?.link.as_ref()?;
        Some(link.theirs())
    }

    /// Tells the screens what changed without a command.
    pub(crate) fn tell(&self, nouns: &'static [Noun]) -> Option<impl Fn() + Send + use<>> {
        let wire = self.inside().wire.clone()?;
        Some(move || (wire.touched)(nouns))
    }

    /// How it stands, and when each PC was last heard of.
    pub(crate) fn line(&self) -> (ExchangeStatus, BTreeMap<DeviceId, Moment>) {
        let inside = self.inside();
        let link = inside.open.as_ref().and_then(|open| open.link.as_ref());
        link.map(|link| (link.status(), link.seen()))
            .unwrap_or_default()
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
        self.invitations.forget();
        self.inside().shut();
        Ok(())
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
        if let Some(mut open) = self.open.take() {
            drop(open.link.take());
            // The tail is sealed on the way out, so that a log copied now can be checked to its end.
            drop(open.desk.store().seal());
        }
    }

    /// Begins to keep the line, unless that is done already. A demo is nobody's branch and speaks with nobody.
    fn keep_the_line(&mut self) {
        let demo = self.folder.ends_with(DEMO);
        let (Some(wire), Some(open)) = (&self.wire, &mut self.open) else {
            return;
        };
        if demo || open.link.is_some() {
            return;
        }
        let me = self.me.clone();
        let people = Box::new(move || follow_people(&me));
        let device = DeviceId(open.keys.slots.device());
        // Without a thread the PC works alone; the next opening tries again.
        open.link = Link::begin(Arc::clone(&open.desk), Arc::clone(wire), device, people).ok();
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

/// People or their keys were changed on another PC: slots, PINs and the sitting follow. Called by the thread that keeps the line, for
/// which whoever closes the door waits; so it does not insist.
fn follow_people(inside: &Weak<Mutex<Inside>>) {
    /// About a second.
    const TRIES: u32 = 200;
    let Some(inside) = inside.upgrade() else {
        return;
    };
    for _ in 0..TRIES {
        match inside.try_lock() {
            Ok(mut inside) => {
                // What does not go now, on a full disk, goes at the next sign-in.
                drop(inside.follow_people());
                return;
            }
            Err(TryLockError::Poisoned(_)) => return,
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
        }
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
