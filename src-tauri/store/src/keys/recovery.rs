//! The recovery key: 128 bits on paper in the general manager's safe.
//!
//! It is the branch root: its signing key is what enrolments and revocations chain back to, and its agreement key opens
//! the recovery slot of every PC of the branch, on any machine (it is not bound to a device). Whoever holds the paper
//! and a copy of the data has everything, so it is never stored, only printed. Random bits need no stretching.
//!
//! Written form: 26 base32 characters and 2 check characters, in seven groups of four. The check is the number modulo
//! the prime 1,021: every single wrong character and every two neighbours swapped are caught.

use std::fmt;

use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::crockford;
use super::pair::KeyPairs;
use super::secret::{Secret, fill_random};

/// Bytes of a recovery key.
pub const RECOVERY_KEY_LEN: usize = 16;

const KEY_LETTERS: u32 = 26;
const CHECK_LETTERS: u32 = 2;
const CHECK_PRIME: u128 = 1_021;

/// The text is not a recovery key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub enum RecoveryKeyRefused {
    /// Too few or too many characters.
    WrongLength,
    /// A character that no recovery key contains.
    UnknownLetter,
    /// The check characters do not fit: a character is wrong or two are swapped.
    Mistyped,
}

impl RecoveryKeyRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongLength => "recovery_key_length",
            Self::UnknownLetter => "recovery_key_letter",
            Self::Mistyped => "recovery_key_mistyped",
        }
    }
}

/// The branch root's private keys; overwritten when dropped.
pub type RootKeys = KeyPairs;

/// The key on paper; overwritten when dropped.
pub struct RecoveryKey(Box<[u8; RECOVERY_KEY_LEN]>);

impl RecoveryKey {
    /// A new one, for a new branch.
    #[must_use]
    pub fn create() -> Self {
        let mut key = Self(Box::new([0; RECOVERY_KEY_LEN]));
        fill_random(key.0.as_mut_slice());
        key
    }

    /// Reads what someone typed from the paper: case, spaces, dashes, full width, O for 0 and I or L for 1 are forgiven.
    ///
    /// # Errors
    /// [`RecoveryKeyRefused`]: a foreign character, a wrong length, or check characters that do not fit.
    pub fn parse(text: &str) -> Result<Self, RecoveryKeyRefused> {
        let values = crockford::values(text).ok_or(RecoveryKeyRefused::UnknownLetter)?;
        let (key, check) = values
            .split_last_chunk::<{ CHECK_LETTERS as usize }>()
            .filter(|(key, _)| key.len() == KEY_LETTERS as usize)
            .ok_or(RecoveryKeyRefused::WrongLength)?;
        // 26 letters hold 130 bits: the first letter of a real key is below 8.
        if key[0] > 7 {
            return Err(RecoveryKeyRefused::Mistyped);
        }
        let number = Zeroizing::new(
            key.iter()
                .fold(0, |sum, value| sum << 5 | u128::from(*value)),
        );
        if check_of(*number) != (check[0], check[1]) {
            return Err(RecoveryKeyRefused::Mistyped);
        }
        Ok(Self(Box::new(number.to_be_bytes())))
    }

    /// The form for the paper, for instance `0ABC-…` (seven groups of four). Print it; keep it nowhere.
    #[must_use]
    pub fn printed(&self) -> Zeroizing<String> {
        let number = Zeroizing::new(u128::from_be_bytes(*self.0));
        let (high, low) = check_of(*number);
        let mut values = Zeroizing::new([0; (KEY_LETTERS + CHECK_LETTERS) as usize]);
        for (place, value) in (0..KEY_LETTERS).rev().zip(values.iter_mut()) {
            *value = five_bits(*number >> (5 * place));
        }
        values[KEY_LETTERS as usize] = high;
        values[KEY_LETTERS as usize + 1] = low;
        crockford::grouped(values.iter().copied())
    }

    /// The keys of the branch root.
    #[must_use]
    pub fn root(&self) -> RootKeys {
        let seed = Secret::derive_from(
            b"",
            &[self.0.as_slice()],
            b"forecourt/recovery-key/v1/root-seed",
        );
        KeyPairs::from_seed(&seed, "root")
    }
}

fn check_of(number: u128) -> (u8, u8) {
    let check = number % CHECK_PRIME;
    (five_bits(check >> 5), five_bits(check))
}

fn five_bits(number: u128) -> u8 {
    (number & 31) as u8
}

impl Drop for RecoveryKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for RecoveryKey {}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(key: &RecoveryKey) -> Vec<char> {
        key.printed().chars().filter(|c| *c != '-').collect()
    }

    fn text(letters: &[char]) -> String {
        letters.iter().collect()
    }

    #[test]
    fn what_is_printed_reads_back_as_the_same_key() {
        let (least, most) = (
            RecoveryKey(Box::new([0; 16])),
            RecoveryKey(Box::new([255; 16])),
        );
        for key in (0..200).map(|_| RecoveryKey::create()).chain([least, most]) {
            let printed = key.printed();
            assert_eq!(printed.len(), 34);
            assert_eq!(
                printed.capacity(),
                35,
                "no growing string left pieces behind"
            );
            assert_eq!(RecoveryKey::parse(&printed).expect("reads").0, key.0);
        }
    }

    #[test]
    fn typing_is_forgiven_its_case_spaces_and_look_alikes() {
        let key = RecoveryKey(Box::new([0x01; 16]));
        let printed = key.printed();
        for typed in [
            printed.to_lowercase(),
            printed.replace('-', " "),
            printed.replace('-', ""),
            printed.replace('0', "O").replace('1', "l"),
            printed
                .replace('0', "o")
                .replace('1', "I")
                .replace('-', " – "),
            format!("  {}\n", printed.as_str()),
        ] {
            assert_eq!(
                RecoveryKey::parse(&typed).expect("reads").0,
                key.0,
                "{typed}"
            );
        }
    }

    #[test]
    fn every_single_wrong_letter_is_caught() {
        for key in (0..20).map(|_| RecoveryKey::create()) {
            let right = letters(&key);
            for place in 0..right.len() {
                for value in 0..32 {
                    let mut typed = right.clone();
                    typed[place] = crockford::letter(value);
                    if typed != right {
                        let refused = RecoveryKey::parse(&text(&typed)).err();
                        assert_eq!(refused, Some(RecoveryKeyRefused::Mistyped), "{typed:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn two_swapped_neighbours_are_caught() {
        for key in (0..50).map(|_| RecoveryKey::create()) {
            let right = letters(&key);
            for place in 1..right.len() {
                let mut typed = right.clone();
                typed.swap(place - 1, place);
                if typed != right {
                    let refused = RecoveryKey::parse(&text(&typed)).err();
                    assert_eq!(refused, Some(RecoveryKeyRefused::Mistyped), "{typed:?}");
                }
            }
        }
    }

    #[test]
    fn a_missing_an_extra_or_a_foreign_letter_is_named() {
        let right = RecoveryKey::create().printed();
        let refused = |typed: &str| RecoveryKey::parse(typed).err();
        assert_eq!(refused(""), Some(RecoveryKeyRefused::WrongLength));
        assert_eq!(refused(&right[1..]), Some(RecoveryKeyRefused::WrongLength));
        assert_eq!(
            refused(&format!("{}0", &*right)),
            Some(RecoveryKeyRefused::WrongLength)
        );
        assert_eq!(
            refused(&format!("U{}", &right[1..])),
            Some(RecoveryKeyRefused::UnknownLetter)
        );
    }

    #[test]
    fn one_paper_gives_one_root_and_another_paper_another() {
        let key = RecoveryKey::create();
        let typed_again = RecoveryKey::parse(&key.printed().to_lowercase()).expect("reads");
        assert_eq!(key.root().public(), typed_again.root().public());
        assert_ne!(key.root().public(), RecoveryKey::create().root().public());
    }

    #[test]
    fn printing_a_recovery_key_in_a_log_shows_nothing_of_it() {
        assert_eq!(format!("{:?}", RecoveryKey::create()), "RecoveryKey(…)");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(typed in ".{0,60}") {
            let _ = RecoveryKey::parse(&typed);
        }

        #[test]
        fn letters_in_the_right_number_are_a_key_only_when_they_print_the_same(
            typed in "[0-9A-HJKMNP-TV-Z]{28}",
        ) {
            if let Ok(key) = RecoveryKey::parse(&typed) {
                proptest::prop_assert_eq!(key.printed().replace('-', ""), typed);
            }
        }
    }
}
