//! Signing in with the password, and changing it.

use std::sync::Arc;

use domain::id::BranchId;
use serde::Deserialize;
use store::keys::{DeviceSigner, Password, PasswordRefused, Slots, UnlockRefused};
use store::{Cipher, FolderLock, Store, Writer};
use ts_rs::TS;

use super::people::failed;
use super::{Door, Inside, Keys, Open, me, staff_id};
use crate::desk::Desk;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::{Me, Session, Signer};
use crate::verb::{EVERYONE, Verb};

/// One's own password.
pub const CHANGE_PASSWORD: Verb = Verb::signed("change_password", EVERYONE);

/// A login and its password.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// As the administrator wrote it; case, width and spaces do not matter.
    pub login: String,
    /// As it was chosen.
    pub password: String,
}

/// The old password once more, and the new one.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// What opens now.
    pub old: String,
    /// At least 10 characters.
    pub new: String,
}

impl Door {
    /// Opens the store with a password, or changes who sits at an open one.
    ///
    /// # Errors
    /// [`Code::WrongPassword`] for a wrong name as for a wrong password; [`Code::OtherDevice`] for a copied folder;
    /// [`Code::StoreInUse`]; the machine's.
    pub fn sign_in(&self, ask: SignIn) -> Outcome<Me> {
        let mut inside = self.inside();
        let folder = inside.folder.clone();
        let (slots, _) = Slots::load(&folder).map_err(failed)?;
        let user = staff_id(BranchId(slots.branch()), &ask.login);
        let (device, device_place) = self
            .keyring(&folder)
            .find(|key| slots.is_bound_to(key))
            .map_err(|cause| Problem::failed(Code::DeviceKeyFailed).with("detail", cause.code()))?
            .ok_or(Problem::refused(Code::OtherDevice))?;
        let unlocked = slots
            .unlock(
                user.0,
                &Password::typed(&ask.password),
                &device,
                &self.place.policy,
            )
            .map_err(unlock)?;
        let ids = inside.ids(&self.place.seed);
        if inside.open.is_none() {
            let keys = Keys {
                data: unlocked.data_key,
                device,
                device_place,
                slots,
            };
            inside.open = Some(open_store(&folder, keys, ids)?);
        }
        let signed = inside.seat(user, Some(Signer::User(unlocked.user)));
        if signed.is_err() {
            inside.shut();
        }
        signed
    }

    /// Replaces one's own password; the keys stay the same.
    ///
    /// # Errors
    /// [`Code::WrongPassword`] for the old one; the rules for a new one.
    pub fn change_password(&self, ask: ChangePassword, now: Now) -> Outcome<()> {
        let (desk, session) = self.signed_in()?;
        let (_, staff) = me(&desk, session.me.id)?;
        let seed: store::keys::SealedSeed =
            serde_json::from_str(&staff.sealed_seed).map_err(|_| Problem::broken("sealed seed"))?;
        let keys = seed
            .open(staff.id.0, &Password::typed(&ask.old), &self.place.policy)
            .map_err(unlock)?;
        let password = choose(&ask.new, &staff.login)?;
        let sealed = seed_text(&keys.seal(&password, &self.place.policy))?;
        // The session may have begun by PIN; the old password just given is what this act is signed with.
        let sitting = Session {
            me: session.me.clone(),
            keys: Some(Signer::User(keys)),
        };
        desk.perform(&CHANGE_PASSWORD, &sitting, now, |work| {
            let after = domain::rows::Staff {
                sealed_seed: sealed,
                one_time_password: false,
                ..staff.clone()
            };
            work.update(staff.id.0, &staff, &after)?;
            Ok(())
        })?;
        let mut inside = self.inside();
        let folder = inside.folder.clone();
        let Some(open) = &mut inside.open else {
            return Err(Problem::refused(Code::NotSignedIn));
        };
        open.session = Arc::new(sitting);
        open.follow_staff(&folder)
    }
}

impl Inside {
    /// Gives the open store to a person.
    pub(super) fn seat(&mut self, user: domain::id::StaffId, keys: Option<Signer>) -> Outcome<Me> {
        let folder = self.folder.clone();
        let Some(open) = &mut self.open else {
            return Err(Problem::refused(Code::NotSignedIn));
        };
        let (me, staff) = me(&open.desk, user)?;
        open.follow_staff(&folder)?;
        let failures = open
            .desk
            .store()
            .pin(user)?
            .map_or(0, |(_, failures)| failures);
        if keys.is_some() && failures > 0 {
            // The password was given: the PIN's failures are forgotten.
            open.desk.store().set_pin_failures(user, 0)?;
        }
        super::status::keep_last_login(&folder, &open.keys.device, &staff.login);
        open.session = Arc::new(Session {
            me: me.clone(),
            keys,
        });
        open.locked = false;
        self.papers.forget();
        self.keep_the_line();
        Ok(me)
    }
}

/// Opens the folder's store with its keys, nobody seated yet.
pub(super) fn open_store(
    folder: &std::path::Path,
    keys: Keys,
    ids: domain::id::Ids,
) -> Outcome<Open> {
    let lock = FolderLock::take(folder)?;
    let cipher = Cipher::new(keys.data.sqlcipher_pragma(keys.slots.cipher_salt()));
    let (branch, device) = (keys.slots.branch(), keys.slots.device());
    let store = Store::open(folder, &cipher, |sealed| {
        let key = sealed
            .and_then(|sealed| DeviceSigner::open(&sealed, device, &keys.data).ok())
            .ok_or_else(|| store::StoreFailed::Damaged("the key that seals the log".into()))?;
        Ok(Writer {
            branch: BranchId(branch),
            device: domain::id::DeviceId(device),
            key: key.signing_key().clone(),
            ids,
        })
    })?;
    let tidier = store.tidier(&cipher)?;
    let desk = Arc::new(Desk::new(store, cipher));
    let nobody = Me {
        id: domain::id::StaffId(uuid::Uuid::nil()),
        name: String::new(),
        roles: Vec::new(),
    };
    Ok(Open {
        link: None,
        desk,
        session: Arc::new(Session {
            me: nobody,
            keys: None,
        }),
        locked: true,
        keys,
        tidier,
        _lock: lock,
    })
}

/// A password that follows the rules.
pub(super) fn choose(password: &str, login: &str) -> Outcome<Password> {
    Password::choose(password, login).map_err(|cause| {
        Problem::refused(match cause {
            PasswordRefused::TooShort => Code::PasswordTooShort,
            PasswordRefused::TooLong => Code::PasswordTooLong,
            PasswordRefused::SameAsLogin => Code::PasswordIsLogin,
        })
    })
}

/// The sealed seed as the staff row has it.
pub(super) fn seed_text(seed: &store::keys::SealedSeed) -> Outcome<String> {
    serde_json::to_string(seed).map_err(|_| Problem::broken("a sealed seed always has a JSON form"))
}

/// A wrong name and a wrong password get one answer, so that nobody learns who works here.
pub(super) fn unlock(cause: UnlockRefused) -> Problem {
    match cause {
        UnlockRefused::UnknownUser | UnlockRefused::WrongPassword => {
            Problem::refused(Code::WrongPassword)
        }
        UnlockRefused::OtherDevice => Problem::refused(Code::OtherDevice),
        other => Problem::failed(Code::SlotsDamaged).with("detail", other.code()),
    }
}
