//! This PC's own signing key: what log segments and signed papers carry.
//!
//! A random Ed25519 seed of its own, not made from the device key: moving to another device key must not change who
//! signed. It is sealed under the data key, so it signs only while the store is open, and the caller keeps the sealed
//! form inside the store. It signs for the PC, never for a person.

use std::fmt;

use ed25519_dalek::{Signer, SigningKey};
use uuid::Uuid;

use super::data_key::DataKey;
use super::errors::SealRefused;
use super::pair::SIGNATURE_LEN;
use super::seal::{Aad, open, seal};
use super::secret::Secret;

/// The signing key of this PC; on the heap, overwritten when dropped.
pub struct DeviceSigner(Box<SigningKey>);

impl DeviceSigner {
    /// A new one, when the PC is enrolled (and after a restore: a clone must not sign alike).
    #[must_use]
    pub fn create() -> Self {
        Self::from_seed(&Secret::random())
    }

    /// Seals it for this device under the data key.
    #[must_use]
    pub fn seal(&self, device: Uuid, data_key: &DataKey) -> Vec<u8> {
        seal(&data_key.signer(), &aad(device), self.0.as_bytes())
    }

    /// Opens the sealed form.
    ///
    /// # Errors
    /// [`SealRefused`] for another device, another data key or any changed byte.
    pub fn open(sealed: &[u8], device: Uuid, data_key: &DataKey) -> Result<Self, SealRefused> {
        let seed = open(&data_key.signer(), &aad(device), sealed)?;
        Secret::from_slice(&seed)
            .map(|seed| Self::from_seed(&seed))
            .ok_or(SealRefused)
    }

    /// The verifying key, as the enrolment carries it.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs; check with [`verify`](super::verify). The message begins with what it is for.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_LEN] {
        self.0.sign(message).to_bytes()
    }

    /// The key itself, for the log that seals its segments with it.
    #[must_use]
    pub fn signing_key(&self) -> &SigningKey {
        &self.0
    }

    fn from_seed(seed: &Secret) -> Self {
        Self(Box::new(SigningKey::from_bytes(seed.as_bytes())))
    }
}

impl fmt::Debug for DeviceSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceSigner(…)")
    }
}

fn aad(device: Uuid) -> Aad {
    Aad::of("forecourt/device-signer/v1").id(device)
}

#[cfg(test)]
mod tests {
    use super::super::pair::verify;
    use super::*;

    const PC: Uuid = Uuid::from_u128(3);

    #[test]
    fn a_sealed_signer_signs_the_same_after_a_restart() {
        let (signer, data_key) = (DeviceSigner::create(), DataKey::create());
        let again = DeviceSigner::open(&signer.seal(PC, &data_key), PC, &data_key).expect("opens");
        assert_eq!(again.public(), signer.public());
        assert_eq!(
            verify(&signer.public(), b"head", &again.sign(b"head")),
            Ok(())
        );
        assert!(verify(&signer.public(), b"heap", &again.sign(b"head")).is_err());
    }

    #[test]
    fn another_device_another_data_key_or_a_changed_byte_opens_nothing() {
        let (signer, data_key) = (DeviceSigner::create(), DataKey::create());
        let mut sealed = signer.seal(PC, &data_key);
        let refused =
            |sealed: &[u8], pc, key: &DataKey| DeviceSigner::open(sealed, pc, key).is_err();
        assert!(refused(&sealed, Uuid::from_u128(4), &data_key));
        assert!(refused(&sealed, PC, &DataKey::create()));
        sealed[30] ^= 1;
        assert!(refused(&sealed, PC, &data_key));
    }

    #[test]
    fn printing_a_signer_shows_nothing_of_it() {
        assert_eq!(format!("{:?}", DeviceSigner::create()), "DeviceSigner(…)");
    }
}
