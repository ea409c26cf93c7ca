//! Phones, plates, VINs and accounts as words: runs of three and four characters, from which any longer run is looked for and
//! then checked on the row. Refuses to judge whether a number is right.

use super::fold::fold;
use super::words::{ACCOUNT, LETTERS, NUMBER, PLATE, VIN, Words};

/// Characters of a number that are indexed.
const LONGEST: usize = 32;
/// Characters in a row that a long run is cut into.
pub(super) const GRAM: usize = 4;
/// Letters of an account that are looked up as typed; a longer beginning is checked on the row.
pub(super) const ACCOUNT_LETTERS: usize = 8;

/// The digits of a phone, without the country code in front of a Chinese mobile number.
pub(super) fn phone(text: &str) -> String {
    let digits: String = fold(text)
        .chars()
        .filter(char::is_ascii_digit)
        .take(LONGEST)
        .collect();
    without_country(&digits).to_owned()
}

/// Drops 86 or 0086 in front of a complete mobile number.
fn without_country(digits: &str) -> &str {
    ["0086", "86"]
        .iter()
        .find_map(|code| digits.strip_prefix(code))
        .filter(|rest| is_mobile(rest))
        .unwrap_or(digits)
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11
        && digits.starts_with('1')
        && !digits.starts_with("10")
        && !digits.starts_with("11")
        && !digits.starts_with("12")
}

/// A plate, VIN or account without signs and spaces, in small letters.
pub(super) fn compact(text: &str) -> String {
    fold(text)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(LONGEST)
        .collect()
}

/// What is no Han character in a compact plate, VIN or account.
pub(super) fn tail(text: &str) -> String {
    text.chars().filter(char::is_ascii).collect()
}

/// Words by which any run of three characters or more of a phone or plate is found.
pub(super) fn number_words(number: &str, words: &mut Words) {
    words.push_grams(NUMBER, number, 3);
    words.push_grams(NUMBER, number, GRAM);
}

/// Words by which a plate is found from its province on.
pub(super) fn plate_words(plate: &str, words: &mut Words) {
    number_words(&tail(plate), words);
    let starts_with_province = plate.starts_with(|c: char| !c.is_ascii());
    for length in 1..=GRAM.min(plate.chars().count()) {
        if starts_with_province {
            words.push(PLATE, &plate.chars().take(length).collect::<String>());
        }
    }
}

/// Words by which any run of four characters or more of a VIN is found.
pub(super) fn vin_words(vin: &str, words: &mut Words) {
    words.push_grams(VIN, vin, GRAM);
}

/// Words by which an account name is found from its beginning on.
pub(super) fn account_words(account: &str, words: &mut Words) {
    words.push_beginnings(LETTERS, account, GRAM, ACCOUNT_LETTERS);
    words.push_beginnings(ACCOUNT, account, ACCOUNT_LETTERS, ACCOUNT_LETTERS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_mobile_is_the_same_digits() {
        for spelling in [
            "13800138000",
            "+86 138-0013-8000",
            "０１３８００１３８０００".trim_start_matches('０'),
            "0086 13800138000",
            "8613800138000",
            "138 0013 8000",
        ] {
            assert_eq!(phone(spelling), "13800138000", "{spelling}");
        }
    }

    #[test]
    fn a_number_that_only_looks_like_a_country_code_is_left_alone() {
        assert_eq!(phone("86123456"), "86123456");
        assert_eq!(phone("020-38888888"), "02038888888");
    }

    #[test]
    fn a_plate_is_found_from_its_province_and_by_any_three_characters() {
        let mut words = Words::default();
        plate_words(&compact("粵A·12345"), &mut words);
        assert_eq!(
            words.into_text(),
            "k粤 k粤a k粤a1 k粤a12 n123 n1234 n234 n2345 n345 na12 na123"
        );
    }
}
