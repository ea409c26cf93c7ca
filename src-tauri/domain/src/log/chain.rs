//! The chain: each op's hash covers the one before it, so that nothing can be changed, dropped, added or moved unseen.
//!
//! It runs over the *salted hash* of each body. Erasing a body and its salt leaves the chain verifiable and the contents
//! beyond guessing. Hashes are recomputed by the receiver, never believed.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::op::Header;
use crate::id::{BranchId, DeviceId, IncarnationId};

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The head of an empty chain.
    pub const ZERO: Self = Self([0; 32]);
}

/// 16 random bytes mixed into a body's hash; deleted with the body.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Salt(pub [u8; 16]);

/// The hash of a body under its salt.
#[must_use]
pub fn body_hash(salt: &Salt, body: &[u8]) -> Hash {
    Hash(
        Sha256::new()
            .chain_update(salt.0)
            .chain_update(body)
            .finalize()
            .into(),
    )
}

/// The chain's head after an op.
#[must_use]
pub fn head_after(previous: &Hash, header: &Header, body: &Hash) -> Hash {
    let header =
        serde_json::to_vec(header).expect("a header of texts and integers always has a JSON form");
    Hash(
        Sha256::new()
            .chain_update(previous.0)
            .chain_update(&header)
            .chain_update(body.0)
            .finalize()
            .into(),
    )
}

/// What a device signs to seal its log up to `seq`.
#[must_use]
pub fn seal_message(
    branch: BranchId,
    device: DeviceId,
    incarnation: IncarnationId,
    seq: u64,
    head: &Hash,
) -> Vec<u8> {
    let mut message = b"forecourt segment 1".to_vec();
    for id in [branch.0, device.0, incarnation.0] {
        message.extend_from_slice(id.as_bytes());
    }
    message.extend_from_slice(&seq.to_be_bytes());
    message.extend_from_slice(&head.0);
    message
}

macro_rules! hex {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                from_hex(&text)
                    .map(Self)
                    .ok_or_else(|| serde::de::Error::custom("not hexadecimal of the right length"))
            }
        }
    };
}
hex!(Hash);
hex!(Salt);

/// Bytes from lower-case or upper-case hexadecimal of exactly the right length.
#[must_use]
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits: Vec<u8> = text
        .chars()
        .map(|digit| digit.to_digit(16).map(|value| value as u8))
        .collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits
        .chunks(2)
        .map(|pair| {
            if let [high, low] = pair {
                Some(high << 4 | low)
            } else {
                None
            }
        })
        .collect::<Option<_>>()?;
    bytes.try_into().ok()
}

/// Lower-case hexadecimal.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
