//! Sealed boxes: XChaCha20-Poly1305 with everything the box means as associated data.
//!
//! `version (1) ‖ nonce (24) ‖ ciphertext ‖ tag (16)`. The nonce is random: 192 bits make a repetition under one key
//! impossible in practice, so no counter has to survive a crash. A box opens only for the same key *and* the same
//! [`Aad`]; it never says which of the two was wrong, and it gives no bytes before the tag has been checked.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, Tag, XChaCha20Poly1305, XNonce};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::errors::SealRefused;
use super::secret::{Secret, random_bytes};

const VERSION: u8 = 1;
const NONCE_LEN: usize = 24;
const TAG_LEN: usize = 16;

/// Bytes that a sealed box is longer than its content.
pub const SEAL_OVERHEAD: usize = 1 + NONCE_LEN + TAG_LEN;

/// What a box is bound to: its purpose, then fields, each with its length in front, so that two different lists of
/// fields never give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aad(Vec<u8>);

impl Aad {
    /// Begins with the purpose, for instance `forecourt/blob/v1`: a box never opens in another role than its own.
    #[must_use]
    pub fn of(purpose: &str) -> Self {
        Self(Vec::new()).bytes(purpose.as_bytes())
    }

    /// Adds bytes.
    #[must_use]
    pub fn bytes(mut self, field: &[u8]) -> Self {
        self.0
            .extend_from_slice(&(field.len() as u64).to_le_bytes());
        self.0.extend_from_slice(field);
        self
    }

    /// Adds text.
    #[must_use]
    pub fn text(self, field: &str) -> Self {
        self.bytes(field.as_bytes())
    }

    /// Adds an id.
    #[must_use]
    pub fn id(self, field: Uuid) -> Self {
        self.bytes(field.as_bytes())
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, field: u32) -> Self {
        self.bytes(&field.to_le_bytes())
    }

    /// The bytes that the cipher authenticates.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Seals `plaintext`; the result is [`SEAL_OVERHEAD`] bytes longer and differs every time.
#[must_use]
pub fn seal(key: &Secret, aad: &Aad, plaintext: &[u8]) -> Vec<u8> {
    let nonce: [u8; NONCE_LEN] = random_bytes();
    let mut sealed = Vec::with_capacity(plaintext.len() + SEAL_OVERHEAD);
    sealed.push(VERSION);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(plaintext);
    let content = &mut sealed[1 + NONCE_LEN..];
    let tag = cipher(key)
        .encrypt_inout_detached(&XNonce::from(nonce), aad.as_bytes(), content.into())
        .expect("the cipher takes up to 256 GiB, more than a buffer in memory holds here");
    sealed.extend_from_slice(&tag);
    sealed
}

/// Opens what [`seal`] made.
///
/// # Errors
/// [`SealRefused`] when the key, the associated data or any byte is not the same, or the version is unknown.
pub fn open(key: &Secret, aad: &Aad, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealRefused> {
    let (version, rest) = sealed.split_first().ok_or(SealRefused)?;
    if *version != VERSION {
        return Err(SealRefused);
    }
    let (nonce, rest) = rest.split_first_chunk::<NONCE_LEN>().ok_or(SealRefused)?;
    let (content, tag) = rest.split_last_chunk::<TAG_LEN>().ok_or(SealRefused)?;
    let mut plaintext = Zeroizing::new(content.to_vec());
    cipher(key)
        .decrypt_inout_detached(
            &XNonce::from(*nonce),
            aad.as_bytes(),
            plaintext.as_mut_slice().into(),
            &Tag::from(*tag),
        )
        .map_err(|_| SealRefused)?;
    Ok(plaintext)
}

fn cipher(key: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.as_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> (Secret, Aad, Vec<u8>) {
        let key = Secret::random();
        let aad = Aad::of("test/letter").text("to Wang").number(7);
        let sealed = seal(&key, &aad, "王先生 138".as_bytes());
        (key, aad, sealed)
    }

    #[test]
    fn what_was_sealed_opens_with_the_same_key_and_meaning() {
        let (key, aad, sealed) = letter();
        let opened = open(&key, &aad, &sealed).expect("opens");
        assert_eq!(opened.as_slice(), "王先生 138".as_bytes());
        assert_eq!(sealed.len(), opened.len() + SEAL_OVERHEAD);
    }

    #[test]
    fn nothing_can_be_sealed_too() {
        let key = Secret::random();
        let sealed = seal(&key, &Aad::of("test/empty"), b"");
        assert_eq!(
            open(&key, &Aad::of("test/empty"), &sealed)
                .expect("opens")
                .len(),
            0
        );
    }

    #[test]
    fn another_key_or_another_meaning_does_not_open_it() {
        let (key, aad, sealed) = letter();
        assert_eq!(open(&Secret::random(), &aad, &sealed), Err(SealRefused));
        let other = Aad::of("test/letter").text("to Wang").number(8);
        assert_eq!(open(&key, &other, &sealed), Err(SealRefused));
        assert_eq!(
            open(&key, &Aad::of("test/postcard"), &sealed),
            Err(SealRefused)
        );
    }

    #[test]
    fn every_flipped_bit_and_every_truncation_is_refused() {
        let (key, aad, sealed) = letter();
        for position in 0..sealed.len() {
            for bit in 0..8 {
                let mut damaged = sealed.clone();
                damaged[position] ^= 1 << bit;
                assert_eq!(
                    open(&key, &aad, &damaged),
                    Err(SealRefused),
                    "byte {position}"
                );
            }
            assert_eq!(open(&key, &aad, &sealed[..position]), Err(SealRefused));
        }
    }

    #[test]
    fn the_same_words_never_look_the_same_twice() {
        let (key, aad, first) = letter();
        assert_ne!(first, seal(&key, &aad, "王先生 138".as_bytes()));
    }

    #[test]
    fn moving_a_letter_from_one_field_to_the_next_changes_the_meaning() {
        assert_ne!(
            Aad::of("p").text("ab").text("c"),
            Aad::of("p").text("a").text("bc")
        );
        assert_ne!(Aad::of("p").text("a"), Aad::of("p").text("a").text(""));
    }
}
