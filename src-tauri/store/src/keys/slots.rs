//! The slots of one PC: this PC's data key, wrapped for every active user and for the recovery key.
//!
//! Whoever has the store open may add, replace and remove slots for others; nobody's password is needed. Each slot is
//! bound to branch, device, user, roles, public key and the whole sealed seed; the table as a whole is authenticated by
//! a sub-key of the data key, so that nothing added, taken away or put back from an older copy survives an unlock
//! unnoticed; an older file put back as a whole is told by its [`Slots::generation`]. It holds no role: role names here only bind; the log decides what someone may do. It cannot take away a
//! data key that someone already saw: that would need the store to be encrypted anew.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::data_key::{CipherSalt, DataKey, new_cipher_salt};
use super::device::DeviceKey;
use super::envelope::Envelope;
use super::errors::SlotsRefused;
use super::pair::{RootPublic, UserPublic};
use super::seal::{open, seal};
use super::slot_table::{RecoverySlot, Table, UserSlot, VERSION};
use super::user::SealedSeed;

/// An active user, as the log knows them.
#[derive(Clone, Debug)]
pub struct Member {
    /// The user's id.
    pub user: Uuid,
    /// Wire names of the roles, in any order.
    pub roles: Vec<String>,
    /// Public keys from the op that created the user (or reset the password).
    pub public: UserPublic,
    /// The sealed seed from the same op, or from the latest change of password.
    pub seed: SealedSeed,
}

/// The slots of one PC. No secret is in it in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots {
    pub(super) table: Table,
    /// The table, authenticated under [`DataKey::slots`].
    pub(super) mac: Vec<u8>,
}

impl Slots {
    /// An empty table for a new store, with a new salt for its database.
    #[must_use]
    pub fn create(branch: Uuid, device: Uuid, data_key: &DataKey, device_key: &DeviceKey) -> Self {
        let table = Table {
            version: VERSION,
            generation: 0,
            branch,
            device,
            cipher_salt: new_cipher_salt(),
            device_check: device_key.check(),
            users: BTreeMap::new(),
            recovery: None,
        };
        let mut slots = Self {
            table,
            mac: Vec::new(),
        };
        slots.authenticate(data_key);
        slots
    }

    /// Makes or replaces the slot of a user: a new user, a new password, other roles.
    ///
    /// # Errors
    /// [`SlotsRefused`]; the slots stay as they were.
    pub fn put(
        &mut self,
        member: Member,
        data_key: &DataKey,
        device_key: &DeviceKey,
    ) -> Result<(), SlotsRefused> {
        self.must_belong_to(data_key)?;
        if !self.is_bound_to(device_key) {
            return Err(SlotsRefused::OtherDevice);
        }
        let Member {
            user,
            mut roles,
            public: UserPublic { agree, .. },
            seed,
        } = member;
        roles.sort_unstable();
        roles.dedup();
        let aad = self.table.user_aad(user, &roles, &agree, &seed);
        let slot = Envelope::wrap(data_key, &agree, Some(device_key), &aad)?;
        self.table.users.insert(
            user,
            UserSlot {
                roles,
                agree,
                seed,
                slot,
            },
        );
        self.authenticate(data_key);
        Ok(())
    }

    /// Whether the user's slot was made from exactly this: nothing about the user changed since, so that
    /// [`put`](Self::put) would only wrap the same again. The order of the roles does not matter.
    #[must_use]
    pub fn is_of(&self, member: &Member) -> bool {
        let mut roles = member.roles.clone();
        roles.sort_unstable();
        roles.dedup();
        self.table.users.get(&member.user).is_some_and(|slot| {
            slot.roles == roles && slot.agree == member.public.agree && slot.seed == member.seed
        })
    }

    /// Takes a user's slot away; `false` when there was none.
    ///
    /// # Errors
    /// [`SlotsRefused::OtherDataKey`]
    pub fn remove(&mut self, user: Uuid, data_key: &DataKey) -> Result<bool, SlotsRefused> {
        self.must_belong_to(data_key)?;
        let was_there = self.table.users.remove(&user).is_some();
        self.authenticate(data_key);
        Ok(was_there)
    }

    /// Makes or replaces the recovery slot; the public root key is enough, the paper stays in the safe.
    ///
    /// # Errors
    /// [`SlotsRefused`]; the slots stay as they were.
    pub fn set_recovery(
        &mut self,
        root: RootPublic,
        data_key: &DataKey,
    ) -> Result<(), SlotsRefused> {
        self.must_belong_to(data_key)?;
        let slot = Envelope::wrap(data_key, &root.agree, None, &self.table.recovery_aad(&root))?;
        self.table.recovery = Some(RecoverySlot { root, slot });
        self.authenticate(data_key);
        Ok(())
    }

    /// Moves all slots to another device after a recovery there: same users, same passwords, same data key.
    ///
    /// # Errors
    /// [`SlotsRefused`]; the slots stay as they were.
    pub fn rebind(
        &mut self,
        device: Uuid,
        data_key: &DataKey,
        device_key: &DeviceKey,
    ) -> Result<(), SlotsRefused> {
        self.must_belong_to(data_key)?;
        let mut table = self.table.clone();
        table.device = device;
        table.device_check = device_key.check();
        for (user, old) in &self.table.users {
            let aad = table.user_aad(*user, &old.roles, &old.agree, &old.seed);
            let slot = Envelope::wrap(data_key, &old.agree, Some(device_key), &aad)?;
            table.users.insert(
                *user,
                UserSlot {
                    slot,
                    ..old.clone()
                },
            );
        }
        if let Some(RecoverySlot { root, .. }) = self.table.recovery {
            let slot = Envelope::wrap(data_key, &root.agree, None, &table.recovery_aad(&root))?;
            table.recovery = Some(RecoverySlot { root, slot });
        }
        self.table = table;
        self.authenticate(data_key);
        Ok(())
    }

    /// Whether these slots were made with this device key: tells a copied folder from a wrong password, and which of
    /// several kept device keys is meant. Eight bytes of a hash; enough to tell apart, useless for guessing 256 bits.
    #[must_use]
    pub fn is_bound_to(&self, device_key: &DeviceKey) -> bool {
        self.table.device_check == device_key.check()
    }

    /// Whether these slots were made under this data key and not changed since.
    #[must_use]
    pub fn is_under(&self, data_key: &DataKey) -> bool {
        self.must_belong_to(data_key).is_ok()
    }

    /// The salt of the SQLCipher file.
    #[must_use]
    pub fn cipher_salt(&self) -> &CipherSalt {
        &self.table.cipher_salt
    }

    /// The branch this PC belongs to.
    #[must_use]
    pub fn branch(&self) -> Uuid {
        self.table.branch
    }

    /// This PC.
    #[must_use]
    pub fn device(&self) -> Uuid {
        self.table.device
    }

    /// Grows with every change. The whole file put back from an older copy is authentic: keep this number inside the
    /// encrypted store after each save, and close again when an unlocked file has a lower one.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.table.generation
    }

    /// Everyone with a slot, in the order of their ids.
    pub fn users(&self) -> impl Iterator<Item = Uuid> + '_ {
        self.table.users.keys().copied()
    }

    /// The public key that a user's slot was made for.
    #[must_use]
    pub fn agree_key(&self, user: Uuid) -> Option<[u8; 32]> {
        self.table.users.get(&user).map(|slot| slot.agree)
    }

    /// The public root key of the recovery slot.
    #[must_use]
    pub fn root(&self) -> Option<RootPublic> {
        self.table.recovery.as_ref().map(|slot| slot.root)
    }

    fn authenticate(&mut self, data_key: &DataKey) {
        self.table.generation = self.table.generation.saturating_add(1);
        self.mac = seal(&data_key.slots(), &self.table.aad(), b"");
    }

    /// That this data key wrote the table as it is.
    pub(super) fn must_belong_to(&self, data_key: &DataKey) -> Result<(), SlotsRefused> {
        open(&data_key.slots(), &self.table.aad(), &self.mac)
            .map(drop)
            .map_err(|_| SlotsRefused::OtherDataKey)
    }
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
