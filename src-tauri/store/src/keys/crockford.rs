//! Crockford's base32: thirty-two characters that survive being read aloud, written by hand and typed in.
//!
//! No I, L, O or U; reading takes lower case, full width (an IME left on), O for 0, I and L for 1, and skips spaces and
//! dashes. It neither guesses at any other character nor checks anything: see [`super::recovery`] for the check.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters between two dashes.
const GROUP: usize = 4;

/// The character of a value from 0 to 31 (higher bits are ignored).
pub(super) fn letter(value: u8) -> char {
    LETTERS[usize::from(value & 31)] as char
}

/// One letter for each byte: for codes that people read, not for secrets.
pub(crate) fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| letter(*byte)).collect()
}

/// The values in a typed text; `None` at a character that is neither a letter of ours, nor a space, nor a dash.
pub(super) fn values(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut values = Zeroizing::new(Vec::with_capacity(text.len()));
    for typed in text.nfkc() {
        if typed.is_whitespace() || is_dash(typed) {
            continue;
        }
        let meant = match typed.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = LETTERS.iter().position(|letter| *letter as char == meant)?;
        values.push(u8::try_from(value).ok()?);
    }
    Some(values)
}

/// Writes values in groups of four with dashes between.
pub(super) fn grouped(values: impl ExactSizeIterator<Item = u8>) -> Zeroizing<String> {
    let count = values.len();
    let mut text = Zeroizing::new(String::with_capacity(count + count / GROUP));
    for (position, value) in values.enumerate() {
        if position > 0 && position % GROUP == 0 {
            text.push('-');
        }
        text.push(letter(value));
    }
    text
}

fn is_dash(typed: char) -> bool {
    // Hyphens and dashes of word processors, the minus sign, the Chinese dash and the long-vowel mark of an IME.
    matches!(
        typed,
        '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{fe58}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<u8>> {
        values(text).map(|values| values.to_vec())
    }

    #[test]
    fn every_letter_reads_back_as_itself() {
        for value in 0..32 {
            assert_eq!(read(&letter(value).to_string()), Some(vec![value]));
        }
    }

    #[test]
    fn look_alikes_lower_case_full_width_spaces_and_dashes_are_forgiven() {
        let meant = read("0011-7K3F");
        assert!(meant.is_some());
        for typed in [
            "ooil7k3f",
            "OOIL 7K3F",
            "００１１－７Ｋ３Ｆ",
            " 0 0 1 1 — 7 k 3 f ",
            "0011–7K3F",
        ] {
            assert_eq!(read(typed), meant, "{typed}");
        }
    }

    #[test]
    fn a_foreign_letter_is_not_guessed() {
        for typed in ["U", "u", "7K*F", "七", "é"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn groups_of_four_are_divided_by_dashes() {
        assert_eq!(grouped((0..10).map(|v| v as u8)).as_str(), "0123-4567-89");
        assert_eq!(grouped((0..8).map(|v| v as u8)).as_str(), "0123-4567");
    }
}
