//! When nobody's password is known any more, or this is another machine: the key on paper.

use std::path::Path;

use domain::id::{BranchId, DeviceId};
use domain::log::to_hex;
use domain::rows::Staff;
use serde::Deserialize;
use store::keys::{DeviceSigner, RecoverRefused, Recovered, RecoveryKey, Slots, UserKeys};
use store::{Cipher, FolderLock, Store, Writer};
use ts_rs::TS;

use super::account::{choose, open_store, seed_text};
use super::people::{failed, refused};
use super::{Door, Inside, Keys, staff_id};
use crate::exchange::{INVITE, enrol};
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::{Me, Session, Signer};
use crate::verb::{EVERYONE, Verb};

/// A password given anew by the key on paper, signed by the branch's root.
pub const RECOVER: Verb = Verb::signed("recover", EVERYONE);

/// The paper key, and the person who gets in with it.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// Case, spaces and dashes do not matter.
    pub recovery_key: String,
    /// Whose password is set.
    pub login: String,
    /// At least 10 characters.
    pub new_password: String,
}

/// What the key on paper opens: the slots of a folder, its data key and the branch's root.
///
/// # Errors
/// [`Code::RecoveryKeyTypo`], [`Code::RecoveryKeyWrong`], [`Code::SlotsDamaged`].
pub(crate) fn by_paper(folder: &Path, typed: &str) -> Outcome<(Slots, Recovered)> {
    let paper = RecoveryKey::parse(typed).map_err(|_| Problem::refused(Code::RecoveryKeyTypo))?;
    let (slots, _) = Slots::load(folder).map_err(failed)?;
    let found = slots.recover(&paper).map_err(|cause| match cause {
        RecoverRefused::OtherRecoveryKey | RecoverRefused::NoRecoverySlot => {
            Problem::refused(Code::RecoveryKeyWrong)
        }
        RecoverRefused::Damaged => Problem::failed(Code::SlotsDamaged),
    })?;
    Ok((slots, found))
}

impl Door {
    /// Opens with the recovery key and gives one person a new password. On another machine the store becomes this PC's:
    /// a new device, a new life of the log.
    ///
    /// # Errors
    /// [`Code::RecoveryKeyTypo`], [`Code::RecoveryKeyWrong`], [`Code::StaffUnknown`]; the rules for passwords.
    pub fn recover(&self, ask: &Recover, now: Now) -> Outcome<Me> {
        let mut inside = self.inside();
        let (slots, found) = by_paper(&inside.folder, &ask.recovery_key)?;
        let user = staff_id(BranchId(slots.branch()), &ask.login);
        let password = choose(&ask.new_password, &ask.login)?;
        // Nobody is sent out by a wrong key.
        self.imports.forget();
        inside.shut();

        let root = Signer::Root(found.root);
        let (open, root) = self.open_as_this_pc(&mut inside, slots, found.data_key, root, now)?;
        let (user_keys, seed) = UserKeys::create(user.0, &password, &self.place.policy);
        let seed = seed_text(&seed)?;
        let (me, _) = super::me(&open.desk, user)
            .map_err(|_| Problem::refused(Code::StaffUnknown).with("name", &ask.login))?;
        let sitting = Session {
            me,
            keys: Some(root),
        };
        open.desk.perform(&RECOVER, &sitting, now, |work| {
            let before: Staff = work
                .tables
                .get(user)?
                .ok_or(Problem::refused(Code::StaffUnknown))?;
            let public = user_keys.public();
            let after = Staff {
                sign_key: to_hex(&public.sign),
                agree_key: to_hex(&public.agree),
                sealed_seed: seed,
                one_time_password: false,
                ..before.clone()
            };
            work.update(user.0, &before, &after)?;
            Ok(())
        })?;
        open.desk.store().forget_pin(user)?;
        inside.open = Some(open);
        inside.seat(user, Some(Signer::User(user_keys)))
    }

    /// Opens a store whose data key is known, and enrols this PC where the slots belong to another device.
    fn open_as_this_pc(
        &self,
        inside: &mut Inside,
        mut slots: Slots,
        data: store::keys::DataKey,
        root: Signer,
        now: Now,
    ) -> Outcome<(super::Open, Signer)> {
        let folder = inside.folder.clone();
        let keyring = self.keyring(&folder);
        let device_failed = |cause: store::keys::DeviceKeyFailed| {
            Problem::failed(Code::DeviceKeyFailed).with("detail", cause.code())
        };
        if let Some((device, device_place)) = keyring
            .find(|key| slots.is_bound_to(key))
            .map_err(device_failed)?
        {
            let ids = inside.ids(&self.place.seed);
            let keys = Keys {
                data,
                device,
                device_place,
                slots,
            };
            return Ok((open_store(&folder, keys, ids)?, root));
        }
        let lock = FolderLock::take(&folder)?;
        let (device, device_place) = keyring.read_or_create().map_err(device_failed)?;
        let mut ids = inside.ids(&self.place.seed);
        let id: DeviceId = ids.draw(now.moment());
        slots.rebind(id.0, &data, &device).map_err(refused)?;
        let signer = DeviceSigner::create();
        let cipher = Cipher::new(data.sqlcipher_pragma(slots.cipher_salt()));
        let writer = Writer {
            branch: BranchId(slots.branch()),
            device: id,
            key: signer.signing_key().clone(),
            ids,
        };
        let mut store = Store::open(&folder, &cipher, |_| Ok(writer))?;
        store.begin_life_of(id)?;
        store.keep_signer(&signer.seal(id.0, &data))?;
        drop((store, lock));
        slots.save(&folder).map_err(failed)?;
        let ids = inside.ids(&self.place.seed);
        let open = open_store(
            &folder,
            Keys {
                data,
                device,
                device_place,
                slots,
            },
            ids,
        )?;
        let enroller = Session {
            me: Me {
                id: domain::id::StaffId(uuid::Uuid::nil()),
                name: String::new(),
                roles: vec![domain::role::Role::Admin],
            },
            keys: Some(root),
        };
        open.desk.perform(&INVITE, &enroller, now, |work| {
            enrol(work, id, &signer.public(), None)
        })?;
        let root = enroller
            .keys
            .ok_or_else(|| Problem::broken("a key that was just given"))?;
        Ok((open, root))
    }
}
