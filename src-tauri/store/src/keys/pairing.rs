//! The code by which a new PC joins a branch: read off one screen, typed at another, good once.
//!
//! Twenty base32 characters. The first ten are the beginning of the hub's fingerprint, so that the new PC speaks with no other machine;
//! the last ten are a secret of 50 random bits that both PCs seal what they say with. The hub between them sees only a name derived from
//! it. It refuses nothing but what is no such code; how long a code is good, and how often one may err, is for whoever gave it out.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::crockford;
use super::secret::{Secret, fill_random};

/// Letters of either half.
const HALF: usize = 10;
/// Bits of either half.
const BITS: u32 = 50;

/// The text is no pairing code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("pairing_code_typo")]
pub struct PairingCodeRefused;

/// A pairing code; overwritten when dropped.
pub struct PairingCode {
    fingerprint: u64,
    secret: Box<[u8; HALF]>,
}

impl PairingCode {
    /// A new one, for the hub with this fingerprint (its first 50 bits count).
    #[must_use]
    pub fn create(fingerprint: u64) -> Self {
        let mut secret = Box::new([0; HALF]);
        fill_random(secret.as_mut_slice());
        secret.iter_mut().for_each(|value| *value &= 31);
        Self {
            fingerprint: fingerprint >> (64 - BITS) << (64 - BITS),
            secret,
        }
    }

    /// Reads what somebody typed, as forgiving as a recovery key.
    ///
    /// # Errors
    /// [`PairingCodeRefused`]
    pub fn parse(text: &str) -> Result<Self, PairingCodeRefused> {
        let values = crockford::values(text).ok_or(PairingCodeRefused)?;
        let (fingerprint, secret) = values.split_at_checked(HALF).ok_or(PairingCodeRefused)?;
        let secret: [u8; HALF] = secret.try_into().map_err(|_| PairingCodeRefused)?;
        let bits = fingerprint
            .iter()
            .fold(0u64, |sum, value| sum << 5 | u64::from(*value));
        Ok(Self {
            fingerprint: bits << (64 - BITS),
            secret: Box::new(secret),
        })
    }

    /// As it stands on the screen: five groups of four.
    #[must_use]
    pub fn printed(&self) -> Zeroizing<String> {
        let mut values = Zeroizing::new([0; 2 * HALF]);
        for (place, value) in (0..HALF as u32).rev().zip(values.iter_mut()) {
            *value = (self.fingerprint >> (64 - BITS) >> (5 * place)) as u8 & 31;
        }
        values[HALF..].copy_from_slice(self.secret.as_slice());
        crockford::grouped(values.iter().copied())
    }

    /// The beginning of the hub's fingerprint: 50 bits, the rest 0.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// What both PCs seal with.
    #[must_use]
    pub fn key(&self) -> Secret {
        self.derived(b"forecourt/pairing/v1/seal")
    }

    /// Under this name the hub brings both together: says nothing of the key.
    #[must_use]
    pub fn name(&self) -> String {
        domain::log::to_hex(&self.derived(b"forecourt/pairing/v1/name").as_bytes()[..8])
    }

    fn derived(&self, purpose: &[u8]) -> Secret {
        let fingerprint = self.fingerprint.to_be_bytes();
        Secret::derive_from(b"", &[&fingerprint, self.secret.as_slice()], purpose)
    }
}

impl Drop for PairingCode {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl ZeroizeOnDrop for PairingCode {}

impl fmt::Debug for PairingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PairingCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_from_the_screen_means_the_same() {
        let code = PairingCode::create(0xfedc_ba98_7654_3210);
        let printed = code.printed();
        assert_eq!(printed.len(), 24, "{}", printed.as_str());
        let typed = printed.to_lowercase().replace('-', " ");
        let again = PairingCode::parse(&typed).expect("read");
        assert_eq!(again.fingerprint(), 0xfedc_ba98_7654_0000);
        assert_eq!(again.name(), code.name());
        assert_eq!(again.key().as_bytes(), code.key().as_bytes());
    }

    #[test]
    fn no_two_codes_are_the_same() {
        let (one, other) = (PairingCode::create(0), PairingCode::create(0));
        assert_ne!(one.name(), other.name());
        assert_ne!(one.key().as_bytes(), other.key().as_bytes());
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "0000-0000", "0000-0000-0000-0000-000!", &"0".repeat(21)] {
            assert_eq!(
                PairingCode::parse(text).err(),
                Some(PairingCodeRefused),
                "{text}"
            );
        }
    }

    #[test]
    fn printing_a_code_for_a_log_shows_nothing_of_it() {
        assert_eq!(format!("{:?}", PairingCode::create(1)), "PairingCode(…)");
    }
}
