//! Bytes of a text file as text: by its byte order mark, else by what the bytes can be. Refuses bytes that are no text.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::Unreadable;

/// Bytes that are looked at to tell UTF-16 without a mark.
const LOOKED_AT: usize = 4_096;
/// One broken character in so many is a slip; more are another encoding or no text.
const SLIPS: usize = 1_000;

pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..]);
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    if start.contains(&0) {
        return with(sixteen_bits(start).ok_or(Unreadable::NotATable)?, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return plausible(Cow::Borrowed(text));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // A list in Chinese is GB18030 or Big5; any other guess is a table of mostly digits.
    let (first, second) = if guess == BIG5 {
        (BIG5, GB18030)
    } else {
        (GB18030, BIG5)
    };
    // Nearly all of it UTF-8: cut off in the middle of a character, or one cell pasted from elsewhere.
    [first, second, UTF_8]
        .into_iter()
        .find_map(|encoding| with(encoding, bytes).ok())
        .ok_or(Unreadable::NotATable)
}

fn with<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Result<Cow<'b, str>, Unreadable> {
    let (text, slips) = encoding.decode_without_bom_handling(bytes);
    if slips {
        let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
        if broken > 1 + text.chars().count() / SLIPS {
            return Err(Unreadable::NotATable);
        }
    }
    plausible(text)
}

/// Bytes of programs decode to text too, with control characters in it.
fn plausible(text: Cow<'_, str>) -> Result<Cow<'_, str>, Unreadable> {
    let control = text
        .chars()
        .take(LOOKED_AT)
        .filter(|c| {
            c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{1a}' | '\u{b}' | '\u{c}')
        })
        .count();
    if control > 2 {
        Err(Unreadable::NotATable)
    } else {
        Ok(text)
    }
}

/// In UTF-16 line ends, commas and digits leave every other byte 0.
fn sixteen_bits(start: &[u8]) -> Option<&'static Encoding> {
    let zeros = |of: usize| {
        start
            .iter()
            .skip(of)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    match (even * 10 < odd, odd * 10 < even) {
        (true, _) => Some(UTF_16LE),
        (_, true) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "日期,客户姓名,联系电话,备注\n2026-03-01,张三丰,13800138000,𠮷田先生🚗 决定本周提车\n";

    fn sixteen(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn one_text_in_every_encoding_is_the_same_text() {
        let mut with_mark = b"\xef\xbb\xbf".to_vec();
        with_mark.extend(TEXT.as_bytes());
        let mut little = b"\xff\xfe".to_vec();
        little.extend(sixteen(TEXT, u16::to_le_bytes));
        let mut big = b"\xfe\xff".to_vec();
        big.extend(sixteen(TEXT, u16::to_be_bytes));
        let all = [
            TEXT.as_bytes().to_vec(),
            with_mark,
            GB18030.encode(TEXT).0.into_owned(),
            little,
            big,
            sixteen(TEXT, u16::to_le_bytes),
            sixteen(TEXT, u16::to_be_bytes),
        ];
        for (nth, bytes) in all.iter().enumerate() {
            assert_eq!(decode(bytes).as_deref(), Ok(TEXT), "{nth}");
        }
    }

    #[test]
    fn a_list_from_taiwan_is_big5() {
        let text = "日期,客戶姓名,聯絡電話,銷售顧問,車種,備註\n2026/3/1,陳小明,0912345678,林志豪,休旅車,下週三下午再來賞車，太太決定\n";
        assert_eq!(decode(&BIG5.encode(text).0).as_deref(), Ok(text));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert_eq!(
            decode(&[0, 1, 2, 3, 0, 0, 0, 7]),
            Err(Unreadable::NotATable)
        );
        let noise: Vec<u8> = (0..2_000_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
            .filter(|byte| *byte != 0)
            .collect();
        assert_eq!(decode(&noise), Err(Unreadable::NotATable));
    }

    #[test]
    fn a_file_cut_off_in_a_character_is_still_read() {
        let bytes = TEXT.repeat(50);
        assert!(decode(&bytes.as_bytes()[..bytes.len() - 2]).is_ok());
    }
}
