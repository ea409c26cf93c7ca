//! The numbering plan: which runs of digits are given out as telephone numbers.
//! Mainland mobile numbers start 13–19 and have 11 digits; Beijing 010 and the cities 02x have 8 digits after the area
//! code, the rest (03xx–09xx) 7 or 8. Refuses to know single number ranges: they change every year.

use super::PhoneRefused;

/// What a run of digits means: the normalised number, or why it is none.
pub(super) fn number(digits: &str, plus: bool) -> Result<String, PhoneRefused> {
    if plus {
        return international(digits);
    }
    if is_mobile(digits) || area_length(digits).is_some() {
        return Ok(digits.to_owned());
    }
    if let Some(rest) = digits
        .strip_prefix("86")
        .or_else(|| digits.strip_prefix('0'))
        && is_mobile(rest)
    {
        return Ok(rest.to_owned());
    }
    // `00` is the same as `+`; 001 and eleven digits is rather a mobile number with two zeros too many.
    if let Some(rest) = digits.strip_prefix("00")
        && !rest.starts_with(['0', '1'])
        && rest.len() >= 9
    {
        return international(rest);
    }
    Err(why_none(digits))
}

fn international(digits: &str) -> Result<String, PhoneRefused> {
    if let Some(national) = digits.strip_prefix("86") {
        let with_zero = format!("0{national}");
        return match national {
            n if is_mobile(n) || area_length(n).is_some() => Ok(n.to_owned()),
            n if n.starts_with('0') && is_mobile(&n[1..]) => Ok(n[1..].to_owned()),
            _ if area_length(&with_zero).is_some() => Ok(with_zero),
            n => Err(why_none(n)),
        };
    }
    if let Some(rest) = digits
        .strip_prefix("852")
        .or_else(|| digits.strip_prefix("853"))
    {
        return exactly(8, rest).map(|()| format!("+{digits}"));
    }
    if let Some(rest) = digits.strip_prefix("886") {
        let rest = rest.strip_prefix('0').unwrap_or(rest);
        return if rest.len() == 8 {
            Ok(())
        } else {
            exactly(9, rest)
        }
        .map(|()| format!("+886{rest}"));
    }
    match digits.len() {
        0..8 => Err(PhoneRefused::TooShort),
        8..=15 if !digits.starts_with('0') => Ok(format!("+{digits}")),
        8..=15 => Err(PhoneRefused::Unknown),
        _ => Err(PhoneRefused::TooLong),
    }
}

fn exactly(length: usize, digits: &str) -> Result<(), PhoneRefused> {
    match digits.len().cmp(&length) {
        std::cmp::Ordering::Less => Err(PhoneRefused::TooShort),
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => Err(PhoneRefused::TooLong),
    }
}

/// Why these digits are no number.
pub(super) fn why_none(digits: &str) -> PhoneRefused {
    match digits.len() {
        0..11 => PhoneRefused::TooShort,
        11 => PhoneRefused::Unknown,
        12 if digits.starts_with('0') => PhoneRefused::Unknown,
        _ => PhoneRefused::TooLong,
    }
}

/// Eleven digits that start with 13–19.
pub(super) fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11
        && bytes[0] == b'1'
        && (b'3'..=b'9').contains(&bytes[1])
        && bytes.iter().all(u8::is_ascii_digit)
}

/// The length of the area code, where the digits are a landline with one.
pub(super) fn area_length(digits: &str) -> Option<usize> {
    let bytes = digits.as_bytes();
    if !bytes.iter().all(u8::is_ascii_digit) || bytes.first() != Some(&b'0') {
        return None;
    }
    let area = match bytes.get(1)? {
        b'1' if bytes.get(2) == Some(&b'0') => 3,
        b'2' => 3,
        b'3'..=b'9' => 4,
        _ => return None,
    };
    let long_enough = if area == 3 {
        bytes.len() == 11
    } else {
        (11..=12).contains(&bytes.len())
    };
    // No local number starts with 0 (trunk) or 1 (services, mobile).
    (long_enough && bytes[area] >= b'2').then_some(area)
}

/// Hong Kong, Macau, Taiwan: three digits of country code.
pub(super) fn is_greater_china(number: &str) -> bool {
    ["+852", "+853", "+886"]
        .iter()
        .any(|code| number.starts_with(code))
}
