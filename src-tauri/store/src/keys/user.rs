//! A user's keys: made once, sealed under the password, carried in the log to every PC of the branch.
//!
//! The seed is random, so a new password gives the same keys a new seal and nothing else has to change. A forgotten
//! password cannot be recovered: an administrator makes new keys for the user. It refuses parameters outside the
//! policy before stretching, and it cannot tell a wrong password from a changed box.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::errors::UnlockRefused;
use super::hex;
use super::pair::{KeyPairs, SIGNATURE_LEN, UserPublic};
use super::password::Password;
use super::seal::{Aad, open, seal};
use super::secret::{Secret, random_bytes};
use super::stretch::{Policy, STRETCH_SALT_LEN, StretchParams};

const VERSION: u32 = 1;

/// A user's private keys while signed in; overwritten when dropped.
pub struct UserKeys {
    user: Uuid,
    seed: Secret,
    pairs: KeyPairs,
}

impl UserKeys {
    /// New keys for a user, and the seal that the log carries.
    #[must_use]
    pub fn create(user: Uuid, password: &Password, policy: &Policy) -> (Self, SealedSeed) {
        let keys = Self::from_seed(user, Secret::random());
        let sealed = keys.seal(password, policy);
        (keys, sealed)
    }

    /// Seals the same keys under another password (the user changes it while signed in).
    #[must_use]
    pub fn seal(&self, password: &Password, policy: &Policy) -> SealedSeed {
        let params = policy.fresh();
        let salt = random_bytes();
        let key = policy
            .stretch(
                params,
                password.as_bytes(),
                &salt,
                self.user.as_bytes(),
                None,
            )
            .expect("a policy accepts what it prescribes");
        let aad = aad(VERSION, self.user, params, &salt);
        let sealed = seal(&key, &aad, self.seed.as_bytes());
        SealedSeed {
            version: VERSION,
            params,
            salt,
            sealed,
        }
    }

    /// Whose keys these are.
    #[must_use]
    pub fn user(&self) -> Uuid {
        self.user
    }

    /// The public halves.
    #[must_use]
    pub fn public(&self) -> UserPublic {
        self.pairs.public()
    }

    /// Signs on behalf of the user.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_LEN] {
        self.pairs.sign(message)
    }

    pub(super) fn pairs(&self) -> &KeyPairs {
        &self.pairs
    }

    fn from_seed(user: Uuid, seed: Secret) -> Self {
        let pairs = KeyPairs::from_seed(&seed, "user");
        Self { user, seed, pairs }
    }
}

impl fmt::Debug for UserKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UserKeys({}, …)", self.user)
    }
}

/// A user's seed under the password. In JSON: `{"version", "params": {"m", "t", "p"}, "salt", "box"}`, fixed for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedSeed {
    pub(super) version: u32,
    pub(super) params: StretchParams,
    #[serde(with = "hex")]
    pub(super) salt: [u8; STRETCH_SALT_LEN],
    #[serde(rename = "box", with = "hex")]
    pub(super) sealed: Vec<u8>,
}

impl SealedSeed {
    /// Opens it; takes as long as the parameters say (a quarter of a second).
    ///
    /// # Errors
    /// [`UnlockRefused::WrongPassword`] also for another user and for a changed box; `Damaged` for a form that was
    /// never written; `WeakParams` and `CostlyParams` from the policy, before any work.
    pub fn open(
        &self,
        user: Uuid,
        password: &Password,
        policy: &Policy,
    ) -> Result<UserKeys, UnlockRefused> {
        if self.version != VERSION {
            return Err(UnlockRefused::Damaged);
        }
        let key = policy.stretch(
            self.params,
            password.as_bytes(),
            &self.salt,
            user.as_bytes(),
            None,
        )?;
        let seed = open(
            &key,
            &aad(self.version, user, self.params, &self.salt),
            &self.sealed,
        )
        .map_err(|_| UnlockRefused::WrongPassword)?;
        let seed = Secret::from_slice(&seed).ok_or(UnlockRefused::Damaged)?;
        Ok(UserKeys::from_seed(user, seed))
    }

    /// Binds something else to this very seal.
    pub(super) fn bind(&self, aad: Aad) -> Aad {
        self.params
            .bind(aad.number(self.version))
            .bytes(&self.salt)
            .bytes(&self.sealed)
    }
}

fn aad(version: u32, user: Uuid, params: StretchParams, salt: &[u8]) -> Aad {
    params
        .bind(Aad::of("forecourt/user-seed").number(version).id(user))
        .bytes(salt)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANG: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001);

    fn policy() -> Policy {
        Policy::cheap_for_tests()
    }

    fn password(text: &str) -> Password {
        Password::typed(text)
    }

    #[test]
    fn the_password_brings_the_same_keys_back() {
        let (keys, sealed) = UserKeys::create(WANG, &password("a long password"), &policy());
        let again = sealed
            .open(WANG, &password("a long password"), &policy())
            .expect("opens");
        assert_eq!(again.public(), keys.public());
        assert_eq!(again.sign(b"x"), keys.sign(b"x"));
    }

    #[test]
    fn a_wrong_password_or_another_user_opens_nothing() {
        let (_, sealed) = UserKeys::create(WANG, &password("a long password"), &policy());
        let wrong = sealed.open(WANG, &password("a wrong password"), &policy());
        assert_eq!(wrong.err(), Some(UnlockRefused::WrongPassword));
        let other = sealed.open(Uuid::from_u128(2), &password("a long password"), &policy());
        assert_eq!(other.err(), Some(UnlockRefused::WrongPassword));
    }

    #[test]
    fn a_changed_password_keeps_the_keys_and_retires_the_old_one() {
        let (keys, _) = UserKeys::create(WANG, &password("the old password"), &policy());
        let sealed = keys.seal(&password("the new password"), &policy());
        let again = sealed
            .open(WANG, &password("the new password"), &policy())
            .expect("opens");
        assert_eq!(again.public(), keys.public());
        assert!(
            sealed
                .open(WANG, &password("the old password"), &policy())
                .is_err()
        );
    }

    #[test]
    fn cheap_parameters_do_not_open_in_the_product() {
        let (_, sealed) = UserKeys::create(WANG, &password("a long password"), &policy());
        let refused = sealed.open(WANG, &password("a long password"), &Policy::production());
        assert_eq!(refused.err(), Some(UnlockRefused::WeakParams));
    }

    #[test]
    fn lowered_raised_or_changed_parameters_are_refused() {
        let (_, sealed) = UserKeys::create(WANG, &password("a long password"), &policy());
        let try_with = |change: fn(&mut StretchParams)| {
            let mut changed = sealed.clone();
            change(&mut changed.params);
            changed
                .open(WANG, &password("a long password"), &policy())
                .err()
        };
        assert_eq!(try_with(|p| p.m = 8), Some(UnlockRefused::WeakParams));
        assert_eq!(try_with(|p| p.t = 0), Some(UnlockRefused::WeakParams));
        assert_eq!(try_with(|p| p.p = 0), Some(UnlockRefused::WeakParams));
        assert_eq!(
            try_with(|p| p.m = u32::MAX),
            Some(UnlockRefused::CostlyParams)
        );
        assert_eq!(try_with(|p| p.m -= 1), Some(UnlockRefused::WrongPassword));
        assert_eq!(try_with(|p| p.t -= 1), Some(UnlockRefused::WrongPassword));
        assert_eq!(try_with(|p| p.p += 1), Some(UnlockRefused::WrongPassword));
    }

    #[test]
    fn an_unknown_version_is_not_guessed_at() {
        let (_, mut sealed) = UserKeys::create(WANG, &password("a long password"), &policy());
        sealed.version = 2;
        let refused = sealed.open(WANG, &password("a long password"), &policy());
        assert_eq!(refused.err(), Some(UnlockRefused::Damaged));
    }

    #[test]
    fn the_product_s_own_parameters_make_a_seal_that_opens() {
        let product = Policy::production();
        let (keys, sealed) = UserKeys::create(WANG, &password("a long password"), &product);
        let again = sealed
            .open(WANG, &password("a long password"), &product)
            .expect("opens");
        assert_eq!(again.public(), keys.public());
    }

    #[test]
    fn printing_user_keys_shows_nothing_of_them() {
        let (keys, _) = UserKeys::create(WANG, &password("a long password"), &policy());
        assert_eq!(format!("{keys:?}"), format!("UserKeys({WANG}, …)"));
    }
}
