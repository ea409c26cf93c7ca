//! A data key wrapped for someone's public key: what a slot holds.
//!
//! An ephemeral X25519 key agrees with the public one; HKDF makes the wrapping key from the agreed secret and, for a
//! user's slot, from the device key too, so that the folder alone is worth nothing even to who knows a password. Wrapping
//! needs no password: any open PC does it for any user. Public keys of small order, for which everyone knows the agreed
//! secret, are refused.

use serde::{Deserialize, Serialize};
use x25519_dalek::{PublicKey, SharedSecret, StaticSecret};

use super::data_key::DataKey;
use super::device::DeviceKey;
use super::errors::{SealRefused, SlotsRefused};
use super::hex;
use super::pair::KeyPairs;
use super::seal::{Aad, open, seal};
use super::secret::Secret;

/// A wrapped data key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Envelope {
    #[serde(with = "hex")]
    ephemeral: [u8; 32],
    #[serde(rename = "box", with = "hex")]
    sealed: Vec<u8>,
}

impl Envelope {
    /// Wraps for the holder of the X25519 public key `to`; with a device key, for that device only.
    pub(super) fn wrap(
        data_key: &DataKey,
        to: &[u8; 32],
        device: Option<&DeviceKey>,
        aad: &Aad,
    ) -> Result<Self, SlotsRefused> {
        let secret = Box::new(StaticSecret::from(*Secret::random().as_bytes()));
        let ephemeral = PublicKey::from(&*secret).to_bytes();
        let agreed = Box::new(secret.diffie_hellman(&PublicKey::from(*to)));
        let key =
            wrapping_key(&agreed, &ephemeral, to, device).ok_or(SlotsRefused::BadPublicKey)?;
        Ok(Self {
            ephemeral,
            sealed: seal(&key, aad, data_key.secret().as_bytes()),
        })
    }

    /// Opens with the private half.
    pub(super) fn unwrap(
        &self,
        pairs: &KeyPairs,
        device: Option<&DeviceKey>,
        aad: &Aad,
    ) -> Result<DataKey, SealRefused> {
        let agreed = Box::new(
            pairs
                .agree()
                .diffie_hellman(&PublicKey::from(self.ephemeral)),
        );
        let key = wrapping_key(&agreed, &self.ephemeral, &pairs.public().agree, device)
            .ok_or(SealRefused)?;
        let secret = open(&key, aad, &self.sealed)?;
        Secret::from_slice(&secret)
            .map(DataKey::from_secret)
            .ok_or(SealRefused)
    }
}

fn wrapping_key(
    agreed: &SharedSecret,
    ephemeral: &[u8; 32],
    to: &[u8; 32],
    device: Option<&DeviceKey>,
) -> Option<Secret> {
    if !agreed.was_contributory() {
        return None;
    }
    let info = [ephemeral.as_slice(), to.as_slice()].concat();
    Some(match device {
        Some(device) => Secret::derive_from(
            b"forecourt/slot/v1/device",
            &[agreed.as_bytes(), device.secret().as_bytes()],
            &info,
        ),
        None => Secret::derive_from(b"forecourt/slot/v1/recovery", &[agreed.as_bytes()], &info),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs() -> KeyPairs {
        KeyPairs::from_seed(&Secret::random(), "user")
    }

    #[test]
    fn only_the_addressee_on_this_device_opens_it() {
        let (data_key, wang, device) = (DataKey::create(), pairs(), DeviceKey::create());
        let aad = Aad::of("test");
        let to = wang.public().agree;
        let envelope = Envelope::wrap(&data_key, &to, Some(&device), &aad).expect("wrapped");

        let opened = envelope.unwrap(&wang, Some(&device), &aad).expect("opens");
        assert_eq!(opened.secret(), data_key.secret());

        let refused = |pairs: &KeyPairs, device: Option<&DeviceKey>, aad: &Aad| {
            envelope.unwrap(pairs, device, aad).is_err()
        };
        assert!(refused(&pairs(), Some(&device), &aad), "someone else");
        assert!(
            refused(&wang, Some(&DeviceKey::create()), &aad),
            "another device"
        );
        assert!(refused(&wang, None, &aad), "no device");
        assert!(
            refused(&wang, Some(&device), &Aad::of("other")),
            "another meaning"
        );
    }

    #[test]
    fn an_envelope_without_a_device_opens_anywhere_but_not_as_one_with_a_device() {
        let (data_key, root) = (DataKey::create(), pairs());
        let aad = Aad::of("test");
        let envelope =
            Envelope::wrap(&data_key, &root.public().agree, None, &aad).expect("wrapped");
        assert!(envelope.unwrap(&root, None, &aad).is_ok());
        assert!(
            envelope
                .unwrap(&root, Some(&DeviceKey::create()), &aad)
                .is_err()
        );
    }

    #[test]
    fn a_public_key_of_small_order_is_refused() {
        for small in [[0; 32], {
            let mut one = [0; 32];
            one[0] = 1;
            one
        }] {
            let refused = Envelope::wrap(&DataKey::create(), &small, None, &Aad::of("test"));
            assert_eq!(refused.err(), Some(SlotsRefused::BadPublicKey));
        }
    }
}
