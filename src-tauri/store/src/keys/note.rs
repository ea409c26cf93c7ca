//! Small notes beside the store that only this device can read: who signed in last, whose names stand at the door.
//!
//! For what is wanted before anybody has given a password and would tell a thief of the folder who works here. Each note
//! is bound to its name, so that one cannot be put in the place of another. It refuses nothing by age: an older note
//! under the same name opens too, so nothing that decides about access may be kept in one.

use zeroize::Zeroizing;

use super::device::DeviceKey;
use super::errors::SealRefused;
use super::seal::{Aad, open, seal};
use super::secret::Secret;

impl DeviceKey {
    /// Seals a note under its name; the result differs every time.
    #[must_use]
    pub fn seal_note(&self, name: &str, content: &[u8]) -> Vec<u8> {
        seal(&self.notes(), &aad(name), content)
    }

    /// Opens what [`seal_note`](Self::seal_note) made under this name.
    ///
    /// # Errors
    /// [`SealRefused`] for another device's note, another name or any changed byte.
    pub fn open_note(&self, name: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealRefused> {
        open(&self.notes(), &aad(name), sealed)
    }

    fn notes(&self) -> Secret {
        self.secret().derive("forecourt/device-key/v1/notes")
    }
}

fn aad(name: &str) -> Aad {
    Aad::of("forecourt/note/v1").text(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_opens_on_its_device_under_its_name_and_nowhere_else() {
        let key = DeviceKey::create();
        let sealed = key.seal_note("people", "王芳".as_bytes());
        let opened = key.open_note("people", &sealed).expect("opens");
        assert_eq!(opened.as_slice(), "王芳".as_bytes());
        assert_eq!(key.open_note("last_login", &sealed), Err(SealRefused));
        let other = DeviceKey::create();
        assert_eq!(other.open_note("people", &sealed), Err(SealRefused));
    }

    #[test]
    fn every_changed_byte_of_a_note_is_refused() {
        let key = DeviceKey::create();
        let sealed = key.seal_note("people", "王芳".as_bytes());
        for place in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[place] ^= 1;
            let opened = key.open_note("people", &damaged);
            assert_eq!(opened, Err(SealRefused), "byte {place}");
        }
        assert_eq!(key.open_note("people", &[]), Err(SealRefused));
    }

    #[test]
    fn a_note_says_nothing_in_clear() {
        let sealed = DeviceKey::create().seal_note("people", b"wang.fang");
        assert!(!sealed.windows(4).any(|part| part == b"wang"));
    }
}
