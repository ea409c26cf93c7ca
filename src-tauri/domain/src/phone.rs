//! A telephone number as this trade knows it: the key by which a customer is recognised, so one spelling per number.
//!
//! Refuses to guess: ten digits, fourteen digits, stars in the middle or a number that a spreadsheet has rounded are
//! never a phone, whatever the missing digits might have been.

mod plan;
mod reading;

use serde::{Deserialize, Serialize};

pub use reading::{PhoneReading, read};

use crate::codes;

/// A normalised number. Mainland mobile: 11 digits. Landline: area code with its zero, then 7 or 8 digits.
/// Anywhere else: `+`, country code, number, as in `+85291234567`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

codes! {
    /// Why a text is not (or not surely) one telephone number.
    PhoneRefused {
        /// Nothing was written.
        Empty = "phone_empty",
        /// Too few digits.
        TooShort = "phone_too_short",
        /// Too many digits.
        TooLong = "phone_too_long",
        /// Stars or crosses stand for some of the digits.
        Masked = "phone_masked",
        /// The right length, but no such numbers are given out.
        Unknown = "phone_unknown",
        /// A spreadsheet shortened the number (`1.38E+10`): the last digits are lost.
        DigitsLost = "phone_digits_lost",
        /// More than one number where one is asked for.
        Several = "phone_several",
        /// Words beside the number where only a number is asked for.
        Words = "phone_words",
    }
}

impl std::fmt::Display for PhoneRefused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for PhoneRefused {}

impl Phone {
    /// The one number in a form field, in any usual spelling: spaces, dashes, full-width digits, `+86`.
    ///
    /// # Errors
    /// Why it is not exactly one number and nothing else.
    pub fn parse(text: &str) -> Result<Self, PhoneRefused> {
        let reading = read(text);
        if let Some(doubt) = reading.doubtful {
            return Err(doubt);
        }
        let mut phones = reading.phones.into_iter();
        match (phones.next(), phones.next()) {
            (Some(_), None) if !reading.rest.is_empty() => Err(PhoneRefused::Words),
            (Some(phone), None) => Ok(phone),
            (Some(_), Some(_)) => Err(PhoneRefused::Several),
            (None, _) if reading.rest.is_empty() => Err(PhoneRefused::Empty),
            (None, _) => Err(PhoneRefused::Words),
        }
    }

    /// The normalised digits, with `+` in front of a number from outside the mainland.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a mainland mobile number.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        plan::is_mobile(&self.0)
    }

    /// For a list: `138****8000`, `0731****1234`, `+852****67`. Hides at least three digits of every number.
    #[must_use]
    pub fn masked(&self) -> String {
        let (head, tail) = if self.is_mobile() {
            (3, 4)
        } else if let Some(area) = plan::area_length(&self.0) {
            (area, if self.0.len() - area >= 8 { 4 } else { 3 })
        } else {
            (4, 2)
        };
        format!("{}****{}", &self.0[..head], &self.0[self.0.len() - tail..])
    }

    /// For reading aloud: `138 0013 8000`, `0731 8555 1234`, `+852 9123 4567`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let number = self.0.as_str();
        let head = if self.is_mobile() {
            3
        } else if let Some(area) = plan::area_length(number) {
            area
        } else if plan::is_greater_china(number) {
            4
        } else {
            return number.to_owned();
        };
        let (head, rest) = number.split_at(head);
        // Groups of four from the right: 555 1234, 8555 1234.
        let (middle, last) = rest.split_at(rest.len() - 4);
        match middle.len() {
            5 => format!("{head} {} {} {last}", &middle[..1], &middle[1..]),
            _ => format!("{head} {middle} {last}"),
        }
    }
}

impl std::fmt::Display for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Phone {
    type Err = PhoneRefused;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneRefused;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        if plan::is_mobile(&text) {
            Ok(Self(text))
        } else {
            Self::parse(&text)
        }
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(text: &str) -> Phone {
        Phone::parse(text).unwrap()
    }

    #[test]
    fn a_phone_with_spaces_is_the_same_phone() {
        for spelling in [
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "138.0013.8000",
            " 13800138000 ",
            "１３８００１３８０００",
            "+86 138 0013 8000",
            "+8613800138000",
            "0086-13800138000",
            "86 13800138000",
            "(+86)13800138000",
            "（86）138 0013 8000",
            "'13800138000",
            "13800138000.0",
            "1.3800138000E+10",
            "138\u{3000}0013\u{3000}8000",
            "013800138000",
            "=\"13800138000\"",
            "\u{202d}13800138000\u{202c}",
            "13,800,138,000",
        ] {
            assert_eq!(
                Phone::parse(spelling).as_ref().map(Phone::as_str),
                Ok("13800138000"),
                "{spelling}"
            );
        }
    }

    #[test]
    fn a_landline_keeps_its_area_code() {
        for spelling in [
            "0731-85551234",
            "(0731)85551234",
            "0731 8555 1234",
            "073185551234",
            "+86 731 85551234",
            "+86-0731-85551234",
            "0731—8555—1234",
        ] {
            assert_eq!(
                Phone::parse(spelling).as_ref().map(Phone::as_str),
                Ok("073185551234"),
                "{spelling}"
            );
        }
        assert_eq!(
            phone("010-1234 5678".replace("1234", "6234").as_str()).as_str(),
            "01062345678"
        );
    }

    #[test]
    fn a_number_from_outside_keeps_its_country() {
        assert_eq!(phone("+852 9123 4567").as_str(), "+85291234567");
        assert_eq!(phone("00853-66123456").as_str(), "+85366123456");
        assert_eq!(phone("+886 0912 345 678").as_str(), "+886912345678");
        assert_eq!(phone("+44 20 7946 0958").as_str(), "+442079460958");
    }

    #[test]
    fn a_form_refuses_what_is_not_exactly_one_number() {
        for (text, why) in [
            ("", PhoneRefused::Empty),
            ("无", PhoneRefused::Words),
            ("1380013800", PhoneRefused::TooShort),
            ("13800138000123", PhoneRefused::TooLong),
            ("138****8000", PhoneRefused::Masked),
            ("12345678901", PhoneRefused::Unknown),
            ("1.38E+10", PhoneRefused::DigitsLost),
            ("13800138000 王总", PhoneRefused::Words),
            ("13800138000/13900139000", PhoneRefused::Several),
        ] {
            assert_eq!(Phone::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn masks_hide_the_middle_of_every_kind_of_number() {
        assert_eq!(phone("13800138000").masked(), "138****8000");
        assert_eq!(phone("0731-85551234").masked(), "0731****1234");
        assert_eq!(phone("0731-5551234").masked(), "0731****234");
        assert_eq!(phone("010-62345678").masked(), "010****5678");
        assert_eq!(phone("+85291234567").masked(), "+852****67");
    }

    #[test]
    fn groups_read_aloud() {
        assert_eq!(phone("13800138000").grouped(), "138 0013 8000");
        assert_eq!(phone("0731-5551234").grouped(), "0731 555 1234");
        assert_eq!(phone("+85291234567").grouped(), "+852 9123 4567");
        assert_eq!(phone("+886912345678").grouped(), "+886 9 1234 5678");
        assert_eq!(phone("+442079460958").grouped(), "+442079460958");
    }

    #[test]
    fn a_stored_phone_comes_back_only_when_it_is_one() {
        let json = serde_json::to_string(&phone("138 0013 8000")).unwrap();
        assert_eq!(json, "\"13800138000\"");
        assert_eq!(
            serde_json::from_str::<Phone>(&json).unwrap(),
            phone("13800138000")
        );
        assert!(serde_json::from_str::<Phone>("\"1380013\"").is_err());
    }
}
