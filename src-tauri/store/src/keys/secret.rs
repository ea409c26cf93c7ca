//! Thirty-two secret bytes, and the one way to make further ones from them.
//!
//! A secret lives in one place on the heap: moving it moves a pointer, so that no forgotten copies stay behind on the
//! stack, and dropping it overwrites it. It refuses to be cloned, printed or serialised. It does not lock its page in
//! memory: what the system swaps or hibernates to disk is the business of full-disk encryption.

use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Length of every symmetric key and seed here, in bytes.
pub const SECRET_LEN: usize = 32;

/// Thirty-two secret bytes, overwritten when dropped.
pub struct Secret(Box<[u8; SECRET_LEN]>);

impl Secret {
    /// Fresh bytes from the operating system.
    #[must_use]
    pub fn random() -> Self {
        let mut secret = Self::zero();
        fill_random(secret.0.as_mut_slice());
        secret
    }

    /// Takes over existing key material; `None` unless it is exactly 32 bytes. The caller wipes its own copy.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != SECRET_LEN {
            return None;
        }
        let mut secret = Self::zero();
        secret.0.copy_from_slice(bytes);
        Some(secret)
    }

    /// A sub-key by HKDF-SHA-256 (RFC 5869), named by `purpose`: equal inputs give equal keys, another purpose gives
    /// an unrelated one.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> Self {
        Self::derive_from(b"", &[self.as_bytes()], purpose.as_bytes())
    }

    /// HKDF-SHA-256 over several pieces of key material of fixed length.
    pub(crate) fn derive_from(salt: &[u8], material: &[&[u8]], info: &[u8]) -> Self {
        let mut extract = hkdf::HkdfExtract::<Sha256>::new(Some(salt));
        for piece in material {
            extract.input_ikm(piece);
        }
        let (mut root, expand): (_, Hkdf<Sha256>) = extract.finalize();
        root.as_mut_slice().zeroize();
        let mut secret = Self::zero();
        expand
            .expand(info, secret.0.as_mut_slice())
            .expect("HKDF-SHA-256 gives up to 8,160 bytes and 32 are asked for");
        secret
    }

    /// Runs `fill` over the bytes in their place, so that no copy is made.
    pub(crate) fn filled_by<E>(fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
        let mut secret = Self::zero();
        fill(secret.0.as_mut_slice())?;
        Ok(secret)
    }

    /// The bytes, for a cipher. Do not copy them into anything that is not wiped.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; SECRET_LEN] {
        &self.0
    }

    fn zero() -> Self {
        Self(Box::new([0; SECRET_LEN]))
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for Secret {}

/// Compares in constant time.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes().ct_eq(other.as_bytes()).into()
    }
}

impl Eq for Secret {}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Fills `bytes` from the operating system's generator, never from the source that gives reproducible ids.
pub(crate) fn fill_random(bytes: &mut [u8]) {
    getrandom::fill(bytes)
        .expect("every supported system has a random source; without one no key may be made");
}

/// `N` random bytes that are not secret: salts, nonces.
pub(crate) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill_random(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purpose_gives_the_same_key_again_and_another_purpose_another_key() {
        let root = Secret::random();
        assert_eq!(root.derive("one"), root.derive("one"));
        assert_ne!(root.derive("one"), root.derive("two"));
        assert_ne!(root.derive("one"), root);
        assert_ne!(root.derive("one"), Secret::random().derive("one"));
    }

    #[test]
    fn derivation_is_hkdf_sha_256_as_in_test_case_3_of_rfc_5869() {
        let okm = Secret::derive_from(b"", &[&[0x0b; 11], &[0x0b; 11]], b"");
        assert_eq!(
            data_encoding::HEXLOWER.encode(okm.as_bytes()),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
        );
    }

    #[test]
    fn only_thirty_two_bytes_make_a_secret() {
        assert!(Secret::from_slice(&[1; 31]).is_none());
        assert!(Secret::from_slice(&[1; 33]).is_none());
        assert_eq!(
            Secret::from_slice(&[1; 32])
                .expect("right length")
                .as_bytes(),
            &[1; 32]
        );
    }

    #[test]
    fn printing_a_secret_shows_nothing_of_it() {
        let secret = Secret::from_slice(&[0xab; 32]).expect("right length");
        assert_eq!(format!("{secret:?} {secret:#?}"), "Secret(…) Secret(…)");
    }
}
