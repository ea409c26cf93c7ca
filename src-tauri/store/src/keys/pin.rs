//! The six-digit PIN: the way back from a locked screen, never a key.
//!
//! While *locked*, the store stays open and the PIN only says who sits there. It wraps nothing: a million combinations
//! would be searched in no time. Its hash is peppered by the data key and kept inside the encrypted store by the caller,
//! so it cannot be tried on a stolen disk. How often it may be tried here is the business of [`super::pin_attempts`].

use std::fmt;

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::data_key::DataKey;
use super::errors::ParamsRefused;
use super::hex;
use super::secret::random_bytes;
use super::stretch::{Policy, STRETCH_SALT_LEN, StretchParams};

/// Digits of a PIN.
pub const PIN_LEN: usize = 6;

/// What people choose first, beyond repetitions and straight runs: dates of the dictionary of love and luck in China,
/// and paths over the keypad.
const POPULAR: [&str; 14] = [
    "147258", "147369", "159357", "159753", "258369", "258456", "314159", "321654", "456123",
    "520131", "521314", "789456", "987456", "963852",
];

/// A PIN was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub enum PinRefused {
    /// Anything but six digits.
    NotSixDigits,
    /// One of the first that anyone tries.
    TooSimple,
}

impl PinRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotSixDigits => "pin_not_six_digits",
            Self::TooSimple => "pin_too_simple",
        }
    }
}

/// Six digits; overwritten when dropped.
pub struct Pin(Zeroizing<[u8; PIN_LEN]>);

impl Pin {
    /// A new PIN.
    ///
    /// # Errors
    /// [`PinRefused`]: not six digits, or one of the first that anyone tries.
    pub fn choose(text: &str) -> Result<Self, PinRefused> {
        let pin = Self::typed(text)?;
        if pin.is_simple() {
            Err(PinRefused::TooSimple)
        } else {
            Ok(pin)
        }
    }

    /// What someone typed to return; full-width digits count.
    ///
    /// # Errors
    /// [`PinRefused::NotSixDigits`]
    pub fn typed(text: &str) -> Result<Self, PinRefused> {
        let mut digits = Zeroizing::new([0; PIN_LEN]);
        let mut typed = text.trim().nfkc();
        for digit in digits.iter_mut() {
            let value = typed.next().and_then(|c| c.to_digit(10));
            *digit = value.ok_or(PinRefused::NotSixDigits)? as u8;
        }
        if typed.next().is_some() {
            Err(PinRefused::NotSixDigits)
        } else {
            Ok(Self(digits))
        }
    }

    fn is_simple(&self) -> bool {
        let step = |by: u8| self.0.windows(2).all(|pair| (pair[0] + by) % 10 == pair[1]);
        let repeats = |period: usize| self.0.iter().zip(&self.0[period..]).all(|(a, b)| a == b);
        let in_pairs = self.0.chunks(2).all(|pair| pair[0] == pair[1]);
        let popular = POPULAR
            .iter()
            .any(|pin| pin.bytes().map(|b| b - b'0').eq(*self.0));
        // 000000, 123456 and 890123, 987654, 121212, 123123, 112233.
        step(1) || step(9) || (1..=3).any(repeats) || in_pairs || popular
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

/// The stretched PIN of one user on one PC, for a table of the encrypted store.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinHash {
    params: StretchParams,
    #[serde(with = "hex")]
    salt: [u8; STRETCH_SALT_LEN],
    #[serde(with = "hex")]
    hash: [u8; 32],
}

impl PinHash {
    /// Hashes a PIN for this user, peppered by the data key of this PC.
    #[must_use]
    pub fn create(pin: &Pin, user: Uuid, data_key: &DataKey, policy: &Policy) -> Self {
        let (params, salt) = (policy.fresh(), random_bytes());
        let hash = policy
            .stretch(
                params,
                pin.0.as_slice(),
                &salt,
                user.as_bytes(),
                Some(&data_key.pin_pepper()),
            )
            .expect("a policy accepts what it prescribes");
        Self {
            params,
            salt,
            hash: *hash.as_bytes(),
        }
    }

    /// Whether this is the PIN. Call [`PinAttempts::before_check`](super::PinAttempts::before_check) and write its result down first.
    ///
    /// # Errors
    /// [`ParamsRefused`] when the stored parameters are outside the policy.
    pub fn matches(
        &self,
        pin: &Pin,
        user: Uuid,
        data_key: &DataKey,
        policy: &Policy,
    ) -> Result<bool, ParamsRefused> {
        let pepper = data_key.pin_pepper();
        let hash = policy.stretch(
            self.params,
            pin.0.as_slice(),
            &self.salt,
            user.as_bytes(),
            Some(&pepper),
        )?;
        Ok(hash.as_bytes().ct_eq(&self.hash).into())
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANG: Uuid = Uuid::from_u128(1);

    fn policy() -> Policy {
        Policy::cheap_for_tests()
    }

    fn pin(text: &str) -> Pin {
        Pin::typed(text).expect("six digits")
    }

    #[test]
    fn six_digits_in_any_width_are_a_pin_and_nothing_else_is() {
        assert_eq!(*pin("４８２９１７").0, *pin(" 482917 ").0);
        for typed in ["", "48291", "4829170", "48291a", "48 917", "四八二九一七"] {
            assert_eq!(
                Pin::typed(typed).err(),
                Some(PinRefused::NotSixDigits),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_anyone_would_try_first_is_too_simple() {
        for typed in [
            "000000", "111111", "999999", "123456", "012345", "890123", "654321", "098765",
            "210987", "121212", "123123", "520520", "112233", "998877", "147258", "521314",
            "147369",
        ] {
            assert_eq!(
                Pin::choose(typed).err(),
                Some(PinRefused::TooSimple),
                "{typed}"
            );
        }
        for typed in ["482917", "100001", "135790", "199001"] {
            assert!(Pin::choose(typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn a_simple_pin_of_old_days_can_still_be_typed() {
        assert!(Pin::typed("123456").is_ok());
    }

    #[test]
    fn the_right_pin_matches_and_no_other() {
        let key = DataKey::create();
        let hash = PinHash::create(&pin("482917"), WANG, &key, &policy());
        let is = |typed: &str, user, key| hash.matches(&pin(typed), user, key, &policy());
        assert_eq!(is("482917", WANG, &key), Ok(true));
        assert_eq!(is("482918", WANG, &key), Ok(false));
        assert_eq!(
            is("482917", Uuid::from_u128(2), &key),
            Ok(false),
            "another user's"
        );
        assert_eq!(
            is("482917", WANG, &DataKey::create()),
            Ok(false),
            "taken out of the store"
        );
    }

    #[test]
    fn a_hash_survives_storing_and_refuses_lowered_parameters() {
        let key = DataKey::create();
        let hash = PinHash::create(&pin("482917"), WANG, &key, &policy());
        let stored = serde_json::to_string(&hash).expect("written");
        let mut read: PinHash = serde_json::from_str(&stored).expect("read");
        assert_eq!(
            read.matches(&pin("482917"), WANG, &key, &policy()),
            Ok(true)
        );
        read.params.m = 8;
        let refused = read.matches(&pin("482917"), WANG, &key, &policy());
        assert_eq!(refused, Err(ParamsRefused::Weak));
    }

    #[test]
    fn printing_a_pin_or_its_hash_shows_nothing_of_it() {
        let hash = PinHash::create(&pin("482917"), WANG, &DataKey::create(), &policy());
        assert_eq!(format!("{:?} {hash:?}", pin("482917")), "Pin(…) PinHash(…)");
    }
}
