//! Opening the slots: signing in with a password, and recovering with the paper.
//!
//! Every way ends in the same check: the data key must be the one that authenticated the table as it stands. It keeps no
//! count of wrong passwords: the stretching is the limit, and a file could be put back anyway.

use uuid::Uuid;

use super::data_key::DataKey;
use super::device::DeviceKey;
use super::errors::{RecoverRefused, UnlockRefused};
use super::password::Password;
use super::recovery::{RecoveryKey, RootKeys};
use super::slots::Slots;
use super::stretch::Policy;
use super::user::UserKeys;

/// What signing in gives.
#[derive(Debug)]
pub struct Unlocked {
    /// The key of this PC's data.
    pub data_key: DataKey,
    /// The user's own keys.
    pub user: UserKeys,
    /// Codes of the user's roles, as the slot binds them: nobody who edits the file can add one.
    pub roles: Vec<String>,
}

/// What the recovery key gives.
#[derive(Debug)]
pub struct Recovered {
    /// The key of this PC's data.
    pub data_key: DataKey,
    /// The keys of the branch root.
    pub root: RootKeys,
}

impl Slots {
    /// Signs a user in: password → seed → key pair, and with the device key → data key.
    ///
    /// # Errors
    /// [`UnlockRefused`]; `OtherDevice` and the parameters are found out before the password is stretched.
    pub fn unlock(
        &self,
        user: Uuid,
        password: &Password,
        device_key: &DeviceKey,
        policy: &Policy,
    ) -> Result<Unlocked, UnlockRefused> {
        let slot = self
            .table
            .users
            .get(&user)
            .ok_or(UnlockRefused::UnknownUser)?;
        if !self.is_bound_to(device_key) {
            return Err(UnlockRefused::OtherDevice);
        }
        let keys = slot.seed.open(user, password, policy)?;
        let aad = self
            .table
            .user_aad(user, &slot.roles, &slot.agree, &slot.seed);
        let data_key = slot
            .slot
            .unwrap(keys.pairs(), Some(device_key), &aad)
            .map_err(|_| UnlockRefused::Damaged)?;
        self.must_belong_to(&data_key)
            .map_err(|_| UnlockRefused::Damaged)?;
        Ok(Unlocked {
            data_key,
            user: keys,
            roles: slot.roles.clone(),
        })
    }

    /// Opens with the recovery key, on whatever machine.
    ///
    /// # Errors
    /// [`RecoverRefused`]
    pub fn recover(&self, key: &RecoveryKey) -> Result<Recovered, RecoverRefused> {
        let found = self
            .table
            .recovery
            .as_ref()
            .ok_or(RecoverRefused::NoRecoverySlot)?;
        let root = key.root();
        if root.public() != found.root {
            return Err(RecoverRefused::OtherRecoveryKey);
        }
        let aad = self.table.recovery_aad(&found.root);
        let data_key = found
            .slot
            .unwrap(&root, None, &aad)
            .map_err(|_| RecoverRefused::Damaged)?;
        self.must_belong_to(&data_key)
            .map_err(|_| RecoverRefused::Damaged)?;
        Ok(Recovered { data_key, root })
    }
}
