//! A new branch: keys, store, administrator, the house's lists; and the paper key, typed back.

use std::path::Path;

use domain::id::{BranchId, DeviceId, Ids};
use domain::log::to_hex;
use domain::role::Role;
use domain::rows::{Branch, Device, Staff, StaffRole};
use serde::{Deserialize, Serialize};
use store::keys::{
    DataKey, DeviceKey, DeviceKeyPlace, DeviceSigner, RecoveryKey, Slots, SlotsFailed, UserKeys,
};
use store::{Cipher, FILE, FolderLock, Store, Writer};
use ts_rs::TS;
use uuid::Uuid;

use super::account::{choose, open_store, seed_text};
use super::{Door, Keys, staff_id};
use crate::desk::Desk;
use crate::holds::hold_code;
use crate::house;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::{Me, Session, Signer};
use crate::text;
use crate::verb::{ADMIN, Verb};

/// The first act of every log.
pub const SET_UP_BRANCH: Verb = Verb::signed("set_up_branch", ADMIN);

/// What a new branch needs.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetUpBranch {
    /// As it stands over the door.
    pub branch: String,
    /// The brand it sells; may be empty.
    pub brand: String,
    /// The administrator's name, which is also the login.
    pub admin_name: String,
    /// At least 10 characters.
    pub password: String,
}

/// What is shown once.
#[derive(Serialize, TS)]
pub struct SetUpDone {
    /// To be printed for the general manager.
    pub recovery_key: String,
}

/// The recovery key, typed from the paper.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmRecoveryKey {
    /// Case, spaces and dashes do not matter.
    pub recovery_key: String,
}

/// A new branch's administrator: also manages sales until the house says otherwise, so that nothing is out of reach on the first day.
const FIRST_ROLES: &[Role] = &[Role::Admin, Role::SalesManager];

impl Door {
    /// Sets a branch up in the empty data folder and signs the administrator in.
    ///
    /// # Errors
    /// [`Code::StoreExists`], [`Code::SlotsDamaged`], [`Code::StoreNewer`]; the rules for names and passwords; the machine's.
    pub fn set_up_branch(&self, ask: SetUpBranch, now: Now) -> Outcome<SetUpDone> {
        self.found(ask, FIRST_ROLES, false, now)
    }

    pub(crate) fn found(
        &self,
        ask: SetUpBranch,
        roles: &[Role],
        demo: bool,
        now: Now,
    ) -> Outcome<SetUpDone> {
        let name = text::required(&ask.branch, 60)?;
        let admin_name = text::required(&ask.admin_name, 40)?;
        let brand = text::optional(&ask.brand, 40)?;
        let password = choose(&ask.password, &admin_name)?;

        let mut inside = self.inside();
        let folder = inside.folder.clone();
        let (lock, device_key, device_place) = self.empty(&folder)?;

        let mut ids = inside.ids(&self.place.seed);
        let (branch, device): (BranchId, DeviceId) =
            (ids.draw(now.moment()), ids.draw(now.moment()));
        let data = DataKey::create();
        let recovery = RecoveryKey::create();
        let mut slots = Slots::create(branch.0, device.0, &data, &device_key);
        slots
            .set_recovery(recovery.root().public(), &data)
            .map_err(super::people::refused)?;
        let admin = staff_id(branch, &admin_name);
        let (user_keys, seed) = UserKeys::create(admin.0, &password, &self.place.policy);
        let signer = DeviceSigner::create();

        let cipher = Cipher::new(data.sqlcipher_pragma(slots.cipher_salt()));
        let writer = Writer {
            branch,
            device,
            key: signer.signing_key().clone(),
            ids: ids.clone(),
        };
        let mut made = Store::create(&folder, &cipher, writer, &recovery.root().public().sign)?;
        made.keep_signer(&signer.seal(device.0, &data))?;
        drop((made, lock));

        let staff = Staff {
            id: admin,
            name: admin_name.clone(),
            login: admin_name.clone(),
            active: true,
            sign_key: to_hex(&user_keys.public().sign),
            agree_key: to_hex(&user_keys.public().agree),
            sealed_seed: seed_text(&seed)?,
            one_time_password: false,
        };
        let keys = Keys {
            data,
            device: device_key,
            device_place,
            slots,
        };
        let mut open = open_store(&folder, keys, next(&mut ids))?;
        let me = Me {
            id: admin,
            name: admin_name,
            roles: vec![Role::Admin],
        };
        // Nobody is an administrator before this act: the key on paper makes the first one.
        let founder = Session {
            me,
            keys: Some(Signer::Root(recovery.root())),
        };
        let root_key = to_hex(&recovery.root().public().sign);
        open.desk.perform(&SET_UP_BRANCH, &founder, now, |work| {
            work.insert(
                branch.0,
                &Branch {
                    id: branch,
                    name,
                    brand,
                    root_key,
                    demo,
                },
            );
            work.insert(
                branch.0,
                &Device {
                    id: device,
                    key: to_hex(&signer.public()),
                    code: "01".to_owned(),
                    name: None,
                },
            );
            hold_code(work, device, "01");
            let (items, rules) = house::shipped_rows(branch.0);
            items.iter().for_each(|item| work.insert(branch.0, item));
            rules.iter().for_each(|rule| work.insert(branch.0, rule));
            work.insert(admin.0, &staff);
            for role in roles {
                work.insert(
                    admin.0,
                    &StaffRole {
                        id: role_row(admin.0, *role),
                        staff: admin,
                        role: role.code().to_owned(),
                    },
                );
            }
            Ok(())
        })?;
        open.follow_staff(&folder)?;
        inside.open = Some(open);
        inside.unconfirmed = Some(
            RecoveryKey::parse(&recovery.printed())
                .map_err(|_| Problem::broken("a printed recovery key reads back"))?,
        );
        inside.seat(admin, Some(Signer::User(user_keys)))?;
        Ok(SetUpDone {
            recovery_key: recovery.printed().to_string(),
        })
    }

    /// Takes an empty folder for a new store; gives this PC's device key with it.
    fn empty(&self, folder: &Path) -> Outcome<(FolderLock, DeviceKey, DeviceKeyPlace)> {
        match Slots::load(folder) {
            Err(SlotsFailed::Missing) => {}
            Ok(_) => return Err(Problem::refused(Code::StoreExists)),
            // A key file that cannot be read belongs to a branch too: nothing is set up over it.
            Err(unread) => return Err(super::people::failed(unread)),
        }
        let lock = FolderLock::take(folder)?;
        set_aside(folder)?;
        let (key, place) = self
            .keyring(folder)
            .read_or_create()
            .map_err(|cause| Problem::failed(Code::DeviceKeyFailed).with("detail", cause.code()))?;
        Ok((lock, key, place))
    }

    /// Puts a store into the empty data folder that was made elsewhere in this program; its people sign in afterwards.
    pub(crate) fn fill_the_folder(
        &self,
        make: impl FnOnce(Making<'_>) -> Outcome<(Desk, DataKey, Slots)>,
    ) -> Outcome<()> {
        let mut inside = self.inside();
        let folder = inside.folder.clone();
        let (lock, device, device_place) = self.empty(&folder)?;
        let mut ids = inside.ids(&self.place.seed);
        let making = Making {
            folder: &folder,
            device_key: &device,
            ids: &mut ids,
        };
        let (desk, data, slots) = make(making)?;
        drop((desk, lock));
        let keys = Keys {
            data,
            device,
            device_place,
            slots,
        };
        // Only with its slots it is a store that somebody can open; without them it is put aside as unfinished.
        open_store(&folder, keys, next(&mut ids))?.follow_staff(&folder)
    }

    /// Takes the recovery key back from the paper: proof that it was written down right.
    ///
    /// # Errors
    /// [`Code::RecoveryKeyTypo`], [`Code::RecoveryKeyWrong`].
    pub fn confirm_recovery_key(&self, ask: &ConfirmRecoveryKey) -> Outcome<()> {
        let typed = RecoveryKey::parse(&ask.recovery_key)
            .map_err(|_| Problem::refused(Code::RecoveryKeyTypo))?;
        let mut inside = self.inside();
        let Some(open) = &inside.open else {
            return Err(Problem::refused(Code::NotSignedIn));
        };
        if open.keys.slots.root() != Some(typed.root().public()) {
            return Err(Problem::refused(Code::RecoveryKeyWrong));
        }
        open.desk.store().set_meta("recovery_confirmed", "yes")?;
        inside.unconfirmed = None;
        Ok(())
    }
}

/// What a new store is made with.
pub(crate) struct Making<'m> {
    /// Where.
    pub folder: &'m Path,
    /// Slots are bound to it.
    pub device_key: &'m DeviceKey,
    /// Chance.
    pub ids: &'m mut Ids,
}

/// The row of one role of one person: the same on every PC.
pub(super) fn role_row(staff: Uuid, role: Role) -> Uuid {
    domain::id::by_rule(staff, "role", role.code())
}

fn next(ids: &mut Ids) -> Ids {
    Ids::from_seed(ids.bytes())
}

/// A store without slots was begun and never finished, or lost them: nobody here has a key to it. It is kept whole, under
/// another name.
fn set_aside(folder: &Path) -> Outcome<()> {
    let free = |n: &u32| {
        ENDS.iter()
            .all(|end| !folder.join(format!("{FILE}.unfinished-{n}{end}")).exists())
    };
    let Some(n) = (1..).find(free) else {
        return Ok(());
    };
    for end in ENDS {
        let file = folder.join(format!("{FILE}{end}"));
        if file.exists() {
            std::fs::rename(&file, folder.join(format!("{FILE}.unfinished-{n}{end}")))
                .map_err(store::StoreFailed::from)?;
        }
    }
    Ok(())
}

/// What a store's file is accompanied by; the file itself comes last, so that being cut off leaves something to find.
const ENDS: [&str; 3] = ["-shm", "-wal", ""];
