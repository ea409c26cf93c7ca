//! A PC of a branch with two users and a recovery slot, for the tests of this module.

use uuid::Uuid;

use super::{
    DataKey, DeviceKey, Member, Password, Policy, RecoveryKey, Slots, UnlockRefused, Unlocked,
    UserKeys,
};

pub(super) const WANG: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001);
pub(super) const LI: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0002);
pub(super) const BRANCH: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0003);
pub(super) const DEVICE: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0004);

/// A PC of a branch with two users and a recovery slot.
pub(super) struct Pc {
    pub(super) slots: Slots,
    pub(super) data_key: DataKey,
    pub(super) device_key: DeviceKey,
    pub(super) recovery_key: RecoveryKey,
}

pub(super) fn policy() -> Policy {
    Policy::cheap_for_tests()
}

pub(super) fn password_of(user: Uuid) -> Password {
    Password::typed(if user == WANG {
        "wang's password"
    } else {
        "li's password"
    })
}

pub(super) fn member(user: Uuid) -> Member {
    let (keys, seed) = UserKeys::create(user, &password_of(user), &policy());
    let roles = vec!["sales".to_owned(), "reception".to_owned()];
    Member {
        user,
        roles,
        public: keys.public(),
        seed,
    }
}

impl Pc {
    pub(super) fn with_two_users() -> Self {
        let (data_key, device_key) = (DataKey::create(), DeviceKey::create());
        let recovery_key = RecoveryKey::create();
        let mut slots = Slots::create(BRANCH, DEVICE, &data_key, &device_key);
        slots
            .put(member(WANG), &data_key, &device_key)
            .expect("put");
        slots.put(member(LI), &data_key, &device_key).expect("put");
        slots
            .set_recovery(recovery_key.root().public(), &data_key)
            .expect("set");
        Self {
            slots,
            data_key,
            device_key,
            recovery_key,
        }
    }

    pub(super) fn unlock(&self, user: Uuid) -> Result<Unlocked, UnlockRefused> {
        self.slots
            .unlock(user, &password_of(user), &self.device_key, &policy())
    }
}
