//! A key pair for signing and one for agreement, both made from one 32-byte seed: what a user and a branch root are.
//!
//! The public half may be known to everyone in the branch. The signing half proves who ordered something (enrol, revoke,
//! erase, restore); with the agreement half a data key can be wrapped for someone who is not there. It refuses
//! malleable signatures and public keys of small order.

use std::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use x25519_dalek::{PublicKey, StaticSecret};

use super::errors::SignatureRefused;
use super::hex;
use super::secret::Secret;

/// Bytes of an Ed25519 signature.
pub const SIGNATURE_LEN: usize = 64;

/// The public half. In JSON: `{"sign": 64 hex digits, "agree": 64 hex digits}`, names fixed for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKeys {
    /// Ed25519 verifying key.
    #[serde(with = "hex")]
    pub sign: [u8; 32],
    /// X25519 public key.
    #[serde(with = "hex")]
    pub agree: [u8; 32],
}

/// The public keys of a user, as the log carries them.
pub type UserPublic = PublicKeys;

/// The public keys of the branch root; the private half is printed as the recovery key.
pub type RootPublic = PublicKeys;

impl PublicKeys {
    /// Whether the holder of the private half signed exactly this.
    ///
    /// # Errors
    /// [`SignatureRefused`]
    pub fn verify(
        &self,
        message: &[u8],
        signature: &[u8; SIGNATURE_LEN],
    ) -> Result<(), SignatureRefused> {
        verify(&self.sign, message, signature)
    }
}

/// Whether the holder of this Ed25519 key signed exactly this (strict: one signature has one form).
///
/// # Errors
/// [`SignatureRefused`], also for a key that is none.
pub fn verify(
    public: &[u8; 32],
    message: &[u8],
    signature: &[u8; SIGNATURE_LEN],
) -> Result<(), SignatureRefused> {
    VerifyingKey::from_bytes(public)
        .and_then(|key| key.verify_strict(message, &Signature::from_bytes(signature)))
        .map_err(|_| SignatureRefused)
}

/// Both private halves; on the heap, overwritten when dropped.
pub struct KeyPairs {
    sign: Box<SigningKey>,
    agree: Box<StaticSecret>,
}

impl KeyPairs {
    /// Makes them from a seed. `owner` names the kind of owner: one seed gives unrelated keys for another kind.
    pub(super) fn from_seed(seed: &Secret, owner: &str) -> Self {
        let sign = seed.derive(&format!("forecourt/{owner}/v1/sign"));
        let agree = seed.derive(&format!("forecourt/{owner}/v1/agree"));
        Self {
            sign: Box::new(SigningKey::from_bytes(sign.as_bytes())),
            agree: Box::new(StaticSecret::from(*agree.as_bytes())),
        }
    }

    /// The halves that everyone may see.
    #[must_use]
    pub fn public(&self) -> PublicKeys {
        PublicKeys {
            sign: self.sign.verifying_key().to_bytes(),
            agree: PublicKey::from(&*self.agree).to_bytes(),
        }
    }

    /// Signs; equal messages have equal signatures. The message begins with what it is for: a signature is taken out
    /// of no other context.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_LEN] {
        self.sign.sign(message).to_bytes()
    }

    /// The X25519 half, to open what was wrapped for it.
    pub(super) fn agree(&self) -> &StaticSecret {
        &self.agree
    }
}

impl fmt::Debug for KeyPairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyPairs(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_gives_the_same_pairs_again_and_others_for_another_owner() {
        let seed = Secret::random();
        let user = KeyPairs::from_seed(&seed, "user").public();
        let root = KeyPairs::from_seed(&seed, "root").public();
        assert_eq!(user, KeyPairs::from_seed(&seed, "user").public());
        assert_ne!(user.sign, root.sign);
        assert_ne!(user.agree, root.agree);
    }

    #[test]
    fn a_signature_holds_for_this_message_and_this_key_only() {
        let pairs = KeyPairs::from_seed(&Secret::random(), "user");
        let other = KeyPairs::from_seed(&Secret::random(), "user");
        let signature = pairs.sign(b"revoke PC 3");
        assert_eq!(pairs.public().verify(b"revoke PC 3", &signature), Ok(()));
        assert_eq!(
            pairs.public().verify(b"revoke PC 4", &signature),
            Err(SignatureRefused)
        );
        assert_eq!(
            other.public().verify(b"revoke PC 3", &signature),
            Err(SignatureRefused)
        );
    }

    #[test]
    fn every_flipped_bit_of_a_signature_is_refused() {
        let pairs = KeyPairs::from_seed(&Secret::random(), "user");
        let signature = pairs.sign(b"erase");
        for bit in 0..SIGNATURE_LEN * 8 {
            let mut changed = signature;
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(
                pairs.public().verify(b"erase", &changed),
                Err(SignatureRefused)
            );
        }
    }

    #[test]
    fn a_public_key_that_everyone_can_sign_for_is_refused() {
        // The neutral point of the curve: with R = neutral and S = 0 it "verifies" everything unless checked.
        let mut neutral = [0; 32];
        neutral[0] = 1;
        let mut signature = [0; SIGNATURE_LEN];
        signature[0] = 1;
        assert_eq!(
            verify(&neutral, b"grant", &signature),
            Err(SignatureRefused)
        );
    }

    #[test]
    fn public_keys_have_a_fixed_form_in_json() {
        let keys = PublicKeys {
            sign: [1; 32],
            agree: [2; 32],
        };
        let text = format!(
            r#"{{"sign":"{}","agree":"{}"}}"#,
            "01".repeat(32),
            "02".repeat(32)
        );
        assert_eq!(serde_json::to_string(&keys).expect("written"), text);
        assert_eq!(
            serde_json::from_str::<PublicKeys>(&text).expect("read"),
            keys
        );
    }

    #[test]
    fn printing_key_pairs_shows_nothing_of_them() {
        let pairs = KeyPairs::from_seed(&Secret::random(), "user");
        assert_eq!(format!("{pairs:?}"), "KeyPairs(…)");
    }
}
