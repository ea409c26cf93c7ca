//! Passwords: the rule for new ones, one spelling for every keyboard, and one-time passwords.
//!
//! A stolen folder costs guessing a password *and* having the device key, so length is the whole rule: no forced
//! digits or symbols, which people answer with `Password1!`. Text is NFKC-normalised: an input method left in full
//! width, or a composed accent, gives the same password.

use std::fmt;

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::crockford;
use super::secret::fill_random;

/// Fewest characters (not bytes) of a new password.
pub const PASSWORD_MIN_CHARS: usize = 10;

/// Most characters of a new password: a pasted document is a mistake.
pub const PASSWORD_MAX_CHARS: usize = 256;

/// A password was not accepted as a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub enum PasswordRefused {
    /// Fewer than [`PASSWORD_MIN_CHARS`] characters.
    TooShort,
    /// More than [`PASSWORD_MAX_CHARS`] characters.
    TooLong,
    /// The login name again.
    SameAsLogin,
}

impl PasswordRefused {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooShort => "password_too_short",
            Self::TooLong => "password_too_long",
            Self::SameAsLogin => "password_is_login",
        }
    }
}

/// A password in the form that is stretched; overwritten when dropped.
pub struct Password(Zeroizing<String>);

impl Password {
    /// A new password, for the user with this login name.
    ///
    /// # Errors
    /// [`PasswordRefused`] when it is too short, too long, or the login name in whatever case and width.
    pub fn choose(text: &str, login: &str) -> Result<Self, PasswordRefused> {
        let password = Self::typed(text);
        let chars = password.0.chars().count();
        if chars < PASSWORD_MIN_CHARS {
            return Err(PasswordRefused::TooShort);
        }
        if chars > PASSWORD_MAX_CHARS {
            return Err(PasswordRefused::TooLong);
        }
        let lower = |text: &str| Zeroizing::new(normalised(text).to_lowercase());
        if lower(&password.0) == lower(login) {
            return Err(PasswordRefused::SameAsLogin);
        }
        Ok(password)
    }

    /// What someone typed to sign in: normalised, not judged (the rule may have been another one once).
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(normalised(text))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A password that an administrator hands over on paper and that is to be changed at the first sign-in: four groups of
/// four, 80 bits, in lower case so that it needs no shift key.
#[must_use]
pub fn one_time_password() -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0; 16]);
    fill_random(bytes.as_mut_slice());
    let mut text = crockford::grouped(bytes.iter().copied());
    text.make_ascii_lowercase();
    text
}

fn normalised(text: &str) -> Zeroizing<String> {
    // The full length at once: a string that grows leaves its beginning behind in freed memory.
    let len = text.nfkc().map(char::len_utf8).sum();
    let mut normal = Zeroizing::new(String::with_capacity(len));
    normal.extend(text.nfkc());
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_characters_are_enough_whatever_they_weigh() {
        assert_eq!(
            Password::choose("123456789", "wang").err(),
            Some(PasswordRefused::TooShort)
        );
        assert!(Password::choose("1234567890", "wang").is_ok());
        assert_eq!(
            Password::choose("春眠不觉晓", "wang").err(),
            Some(PasswordRefused::TooShort)
        );
        assert!(Password::choose("春眠不觉晓处处闻啼鸟", "wang").is_ok());
    }

    #[test]
    fn a_pasted_document_is_no_password() {
        assert!(Password::choose(&"长".repeat(256), "wang").is_ok());
        assert_eq!(
            Password::choose(&"长".repeat(257), "wang").err(),
            Some(PasswordRefused::TooLong)
        );
    }

    #[test]
    fn the_login_name_in_any_case_or_width_is_no_password() {
        for typed in ["wangxiaoming", "WangXiaoMing", "ｗａｎｇｘｉａｏｍｉｎｇ"] {
            let refused = Password::choose(typed, "wangxiaoming").err();
            assert_eq!(refused, Some(PasswordRefused::SameAsLogin), "{typed}");
        }
    }

    #[test]
    fn full_width_and_composed_spellings_are_the_same_password() {
        let plain = Password::typed("Abc 123-é");
        assert_eq!(
            plain.as_bytes(),
            Password::typed("Ａｂｃ　１２３－e\u{301}").as_bytes()
        );
        assert_ne!(
            plain.as_bytes(),
            Password::typed("abc 123-é").as_bytes(),
            "case matters"
        );
    }

    #[test]
    fn a_one_time_password_can_be_read_aloud_is_accepted_and_never_repeats() {
        let first = one_time_password();
        let groups: Vec<_> = first.split('-').collect();
        assert_eq!(groups.len(), 4);
        for group in groups {
            assert_eq!(group.len(), 4);
            assert!(
                group
                    .chars()
                    .all(|c| c.is_ascii_digit() || c.is_ascii_lowercase()),
                "{group}"
            );
            assert!(!group.contains(['i', 'l', 'o', 'u']), "{group}");
        }
        assert!(Password::choose(&first, "wang").is_ok());
        assert_ne!(first, one_time_password());
    }

    #[test]
    fn printing_a_password_shows_nothing_of_it() {
        assert_eq!(
            format!("{:?}", Password::typed("hunter2hunter2")),
            "Password(…)"
        );
    }
}
