//! Reads what stands in a cell for a telephone number: several numbers, words around them, half a number.
//! Refuses to drop anything: what is no number comes back as words or as a doubt.

mod groups;
mod printed;

use self::groups::{Group, longest_number};
use self::printed::{Written, plain_number};
use super::plan::{number, why_none};
use super::{Phone, PhoneRefused};
use crate::sheet::fold::narrow;

/// Characters of a cell that are looked at: more is a note in the wrong column.
const LONGEST: usize = 400;
/// As many numbers as one cell may give.
const MOST: usize = 8;
/// Fewer digits than this are no attempt at a number (a room, an age, a `0` for none).
const AN_ATTEMPT: usize = 5;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhoneReading {
    /// The numbers that are surely numbers, in the order of the cell, each once.
    pub phones: Vec<Phone>,
    /// The words left over, such as `王总 微信同号`.
    pub rest: String,
    /// Digits that are no number, and why.
    pub doubtful: Option<PhoneRefused>,
}

/// Reads a cell's text. Never fails: see [`PhoneReading::doubtful`].
#[must_use]
pub fn read(text: &str) -> PhoneReading {
    let text: String = narrow(text).chars().take(LONGEST).collect();
    let text = match plain_number(text.trim()) {
        Written::Exact(digits) => digits,
        Written::Rounded => {
            return PhoneReading {
                doubtful: Some(PhoneRefused::DigitsLost),
                ..PhoneReading::default()
            };
        }
        Written::Text(text) => text,
    };
    let mut reader = Reader::default();
    for c in text.chars() {
        reader.take(c);
    }
    reader.end_segment();
    reader.finish()
}

#[derive(Default)]
struct Reader {
    groups: Vec<Group>,
    /// Whether the next digit starts a new group.
    gap: bool,
    plus: bool,
    masks: usize,
    rest: String,
    out: PhoneReading,
}

impl Reader {
    fn take(&mut self, c: char) {
        match c {
            '0'..='9' => {
                if self.gap || self.groups.is_empty() {
                    self.groups.push(Group {
                        digits: String::new(),
                        plus: self.plus,
                    });
                    (self.gap, self.plus) = (false, false);
                }
                if let Some(group) = self.groups.last_mut() {
                    group.digits.push(c);
                }
            }
            '+' => (self.gap, self.plus) = (true, true),
            ' ' | '-' | '.' | '(' | ')' | '[' | ']' | '_' | '\'' | '"' | '`' | '=' | '~' => {
                self.gap = true;
                if !self.rest.is_empty() && !self.rest.ends_with(' ') {
                    self.rest.push(' ');
                }
            }
            '*' | '•' | '●' | '✱' | '×' | 'x' | 'X'
                if self.masks > 0 || !self.groups.is_empty() =>
            {
                self.masks += 1
            }
            '*' | '•' | '●' | '✱' => self.masks += 1,
            '/' | '、' | ';' | ',' | '\n' | '\t' | '|' | '\\' | '&' | ':' => {
                self.end_segment();
                if !self.rest.is_empty() && !self.rest.ends_with(' ') {
                    self.rest.push(' ');
                }
            }
            word => {
                self.end_segment();
                self.rest.push(word);
            }
        }
    }

    /// Digits up to here can no longer be continued.
    fn end_segment(&mut self) {
        let groups = std::mem::take(&mut self.groups);
        let masks = std::mem::take(&mut self.masks);
        (self.gap, self.plus) = (false, false);
        let total: usize = groups.iter().map(|g| g.digits.len()).sum();
        if masks >= 2 && total >= 3 {
            self.doubt(PhoneRefused::Masked);
            return;
        }
        let mut left = Vec::new();
        let mut at = 0;
        while at < groups.len() {
            match longest_number(&groups[at..]) {
                Some((count, phone)) => {
                    let after: usize = groups[at + count..].iter().map(|g| g.digits.len()).sum();
                    // 138 0013 8000 123 is one number with too many digits, not a number and a remark.
                    if count > 1 && (1..AN_ATTEMPT).contains(&after) && phone.starts_with('1') {
                        return self.doubt(PhoneRefused::TooLong);
                    }
                    self.found(phone);
                    at += count;
                }
                None => {
                    left.push(groups[at].digits.as_str());
                    at += 1;
                }
            }
        }
        self.leave(&left, groups.iter().any(|g| g.plus));
    }

    fn found(&mut self, phone: String) {
        let phone = Phone(phone);
        if self.out.phones.len() < MOST && !self.out.phones.contains(&phone) {
            self.out.phones.push(phone);
        }
    }

    /// Digits that are no number: an extension, a room, or half a number.
    fn leave(&mut self, left: &[&str], plus: bool) {
        let joined = left.concat();
        if joined.bytes().all(|b| b == b'0') {
            return;
        }
        if joined.len() >= AN_ATTEMPT || (self.out.phones.is_empty() && joined.len() >= 3) {
            self.doubt(
                number(&joined, plus)
                    .err()
                    .unwrap_or_else(|| why_none(&joined)),
            );
        }
        if joined.len() < AN_ATTEMPT {
            if !self.rest.is_empty() && !self.out.phones.is_empty() && !self.rest.ends_with('转') {
                self.rest.push(' ');
            }
            self.rest.push_str(&left.join(" "));
        }
    }

    fn doubt(&mut self, why: PhoneRefused) {
        self.out.doubtful.get_or_insert(why);
    }

    fn finish(mut self) -> PhoneReading {
        let words = self
            .rest
            .split_whitespace()
            .map(without_label)
            .filter(|w| !w.is_empty());
        self.out.rest = words.collect::<Vec<_>>().join(" ");
        self.out
    }
}

/// `电话138…` says nothing that the column does not say.
fn without_label(word: &str) -> &str {
    const LABELS: [&str; 10] = [
        "联系电话",
        "手机号码",
        "手机号",
        "电话",
        "手机",
        "Tel",
        "TEL",
        "tel",
        "Mobile",
        "mobile",
    ];
    LABELS
        .iter()
        .find_map(|label| word.strip_prefix(label).filter(|rest| rest.is_empty()))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn phones(text: &str) -> Vec<String> {
        read(text)
            .phones
            .iter()
            .map(|p| p.as_str().to_owned())
            .collect()
    }

    #[test]
    fn two_numbers_in_a_cell_are_two_numbers() {
        for text in [
            "13800138000/13900139000",
            "13800138000、13900139000",
            "13800138000;13900139000",
            "13800138000\n13900139000",
            "13800138000 13900139000",
            "13800138000，13900139000",
            "138-0013-8000 / 139-0013-9000",
            "王13800138000李13900139000",
            "13800138000-13900139000",
            "手机:13800138000 电话:13900139000",
        ] {
            assert_eq!(phones(text), ["13800138000", "13900139000"], "{text}");
        }
        assert_eq!(
            phones("13800138000 0731-85551234"),
            ["13800138000", "073185551234"]
        );
        assert_eq!(phones("13800138000/13800138000"), ["13800138000"]);
    }

    #[test]
    fn words_beside_a_number_are_kept() {
        for (text, rest) in [
            ("13800138000 王总 微信同号", "王总 微信同号"),
            ("王总13800138000", "王总"),
            ("13800138000（太太）", "太太"),
            ("电话：13800138000", ""),
            ("0731-85551234转801", "转801"),
            ("0731-85551234-801", "801"),
            ("13800138000晚上打", "晚上打"),
        ] {
            let reading = read(text);
            assert_eq!(
                (
                    reading.phones.len(),
                    reading.rest.as_str(),
                    reading.doubtful
                ),
                (1, rest, None),
                "{text}"
            );
        }
    }

    #[test]
    fn half_a_number_is_a_doubt_and_never_a_phone() {
        for (text, why) in [
            ("1380013800", PhoneRefused::TooShort),
            ("138001380001", PhoneRefused::TooLong),
            ("13800138000123", PhoneRefused::TooLong),
            ("138 0013 8000 123", PhoneRefused::TooLong),
            ("85551234", PhoneRefused::TooShort),
            ("138", PhoneRefused::TooShort),
            ("10013800138", PhoneRefused::Unknown),
            ("138****8000", PhoneRefused::Masked),
            ("138xxxx8000", PhoneRefused::Masked),
            ("138-****-8000", PhoneRefused::Masked),
            ("138＊＊＊＊8000", PhoneRefused::Masked),
            ("1.38E+10", PhoneRefused::DigitsLost),
            ("1.38001E+10", PhoneRefused::DigitsLost),
            ("400-888-1234", PhoneRefused::TooShort),
        ] {
            let reading = read(text);
            assert_eq!(
                (reading.phones, reading.doubtful),
                (vec![], Some(why)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_good_number_beside_a_bad_one_is_still_good() {
        let reading = read("13800138000/1390013900");
        assert_eq!(
            (reading.phones.len(), reading.doubtful),
            (1, Some(PhoneRefused::TooShort))
        );
    }

    #[test]
    fn no_number_is_no_doubt() {
        for text in ["", "无", "未留", "-", "/", "0", "拒留电话", "微信联系"] {
            let reading = read(text);
            assert_eq!(
                (reading.phones.len(), reading.doubtful),
                (0, None),
                "{text}"
            );
        }
        assert_eq!(read("未留").rest, "未留");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,60}") {
            let _ = read(&text);
        }

        #[test]
        fn every_mobile_is_read_however_it_is_grouped(digits in "1[3-9][0-9]{9}", cuts in proptest::collection::vec(1..11_usize, 0..4), sep in "[ .\\-]") {
            let mut spelled = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if cuts.contains(&at) {
                    spelled.push_str(&sep);
                }
                spelled.push(digit);
            }
            // An amount with its decimals: 130000000.00.
            prop_assume!(!spelled.ends_with(".0") && !spelled.ends_with(".00"));
            prop_assert_eq!(phones(&spelled), vec![digits]);
        }

        #[test]
        fn ten_and_fourteen_digits_are_never_a_phone(ten in "1[3-9][0-9]{8}", fourteen in "1[3-9][0-9]{12}") {
            prop_assert!(read(&ten).phones.is_empty());
            prop_assert!(read(&fourteen).phones.is_empty());
        }
    }
}
