//! Reads amounts, counts and names out of cell texts. Refuses half readings: what is not wholly understood is an error, and
//! the raw text is kept by the caller.

use super::ProblemCode;
use super::fold::{cut, narrow, tidy};
use super::synonyms::{Synonyms, key};
use crate::phone::{self, Phone};
use crate::rows::Gender;

/// Characters of a name.
const LONGEST_NAME: usize = 60;
/// 100 million yuan, in fen.
const MOST_FEN: f64 = 1e10;

/// Fen, from `12.98万`, `129,800元`, `13w`; a bare number below 1,000 is in units of ten thousand yuan, as cars are priced.
/// With the problem where it is a span, of which the upper end is taken.
pub(super) fn money(
    text: &str,
    heading: &str,
) -> Result<Option<(i64, Option<ProblemCode>)>, ProblemCode> {
    const WORDS: [&str; 12] = [
        "人民币",
        "rmb",
        "cny",
        "¥",
        "￥",
        "约",
        "左右",
        "以内",
        "以下",
        "预算",
        "元",
        "块",
    ];
    let mut text = narrow(text).to_lowercase().replace([' ', ','], "");
    for word in WORDS {
        text = text.replace(word, "");
    }
    let text = text.replace(['~', '至', '到'], "-");
    let mut amounts = Vec::new();
    for part in text.split('-') {
        let digits = part.trim_end_matches(['万', '萬', 'w', 'k', '千']);
        let number: f64 = digits.parse().map_err(|_| ProblemCode::NumberUnreadable)?;
        let unit = match part[digits.len()..].chars().next() {
            Some('万' | '萬' | 'w') => Some(10_000.0),
            Some(_) => Some(1_000.0),
            None => None,
        };
        amounts.push((number, unit));
    }
    let &(number, unit) = amounts.last().ok_or(ProblemCode::NumberUnreadable)?;
    let in_ten_thousands = heading.contains('万') || heading.contains('萬');
    let unit = unit.unwrap_or(if number < 1_000.0 && (in_ten_thousands || number > 0.0) {
        10_000.0
    } else {
        1.0
    });
    let fen = (number * unit * 100.0).round();
    match amounts.len() {
        1 if fen == 0.0 => return Ok(None),
        1 | 2 => {}
        _ => return Err(ProblemCode::NumberUnreadable),
    }
    if !(1.0..=MOST_FEN).contains(&fen) {
        return Err(ProblemCode::NumberOutOfRange);
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "at most 10^10 by the condition"
    )]
    Ok(Some((
        fen as i64,
        (amounts.len() == 2).then_some(ProblemCode::NumberRange),
    )))
}

/// A count: `3`, `3人`, `两位`, `2大1小`; 0 is no answer.
pub(super) fn count(text: &str, most: i64) -> Result<Option<i64>, ProblemCode> {
    const UNITS: [char; 18] = [
        '人', '位', '个', '個', '名', '次', '声', '聲', '秒', '大', '小', '+', '约', '約', '成',
        '儿', '童', 's',
    ];
    let text: String = narrow(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(digit)
        .collect();
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let numbers: Vec<&str> = text.split(UNITS).filter(|part| !part.is_empty()).collect();
    let mut total = 0_i64;
    for number in &numbers {
        let number: i64 = number.parse().map_err(|_| ProblemCode::NumberUnreadable)?;
        total = total.saturating_add(number);
    }
    match total {
        _ if numbers.is_empty() => Err(ProblemCode::NumberUnreadable),
        0 => Ok(None),
        n if (1..=most).contains(&n) => Ok(Some(n)),
        _ => Err(ProblemCode::NumberOutOfRange),
    }
}

fn digit(c: char) -> char {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let c = if matches!(c, '两' | '兩' | '俩') {
        '二'
    } else {
        c
    };
    let at = DIGITS
        .iter()
        .position(|d| *d == c)
        .and_then(|at| u32::try_from(at).ok());
    at.and_then(|at| char::from_digit(at, 10)).unwrap_or(c)
}

/// What a cell for a name says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct NameReading {
    pub(super) name: Option<String>,
    /// From 先生 or 女士.
    pub(super) gender: Option<Gender>,
    /// Numbers written beside the name.
    pub(super) phones: Vec<Phone>,
    pub(super) problem: Option<ProblemCode>,
}

/// A person's name. `张三先生` is 张三, a man; `王先生` stays as it is: it is all that is known.
pub(super) fn name(text: &str, synonyms: &Synonyms) -> NameReading {
    let mut reading = NameReading::default();
    let mut text = tidy(text)
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if text
        .chars()
        .filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
        .count()
        >= 7
    {
        let phone = phone::read(&text);
        if phone.phones.is_empty() || phone.doubtful.is_some() {
            reading.problem = Some(ProblemCode::NameUnreadable);
        } else {
            (reading.phones, text) = (phone.phones, phone.rest);
        }
    } else if !text.chars().any(char::is_alphabetic) && !text.is_empty() && text.is_ascii() {
        return NameReading {
            problem: Some(ProblemCode::NameUnreadable),
            ..reading
        };
    }
    let may = synonyms.may_have_title(&text);
    let letters = if may { key(&text) } else { String::new() };
    for (title, gender) in synonyms.titles.iter().filter(|_| may) {
        let ascii_before =
            title.is_ascii() && key(text.split([' ', '.']).next().unwrap_or("")) == *title;
        if letters.ends_with(&**title) && !title.is_ascii() || ascii_before {
            reading.gender = Gender::from_code(gender);
            let kept = text.trim_end_matches([')', '）', ' ', '】', ']']);
            let before = kept.chars().count().saturating_sub(title.chars().count());
            let bare: String = kept.chars().take(before).collect();
            let bare = bare.trim_end_matches(['(', '（', ' ', '【', '[', '-', '/']);
            let characters = bare.chars().count();
            let surname_alone = characters < 2
                || (characters == 2 && synonyms.compound_surnames.contains(&key(bare)));
            if !title.is_ascii() && !surname_alone && bare.chars().all(|c| !c.is_ascii()) {
                text = bare.to_owned();
            }
            break;
        }
    }
    let (short, too_long) = cut(&text, LONGEST_NAME);
    if too_long {
        reading.problem = Some(ProblemCode::TextTooLong);
    }
    reading.name = Some(short.trim().to_owned()).filter(|name| !name.is_empty());
    reading
}

/// A colleague's name without the number, the title or the label that may stand beside it: `王磊 13800138000`.
pub(super) fn colleague(text: &str) -> String {
    let text = tidy(text);
    if text.bytes().filter(u8::is_ascii_digit).count() >= 7 {
        let phone = phone::read(&text);
        if !phone.phones.is_empty() && !phone.rest.is_empty() {
            return phone.rest;
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::synonyms::tests::shipped;

    #[test]
    fn money_has_many_spellings() {
        for (text, heading, fen) in [
            ("12.98万", "", 12_980_000),
            ("129800", "报价", 12_980_000),
            ("129,800元", "", 12_980_000),
            ("¥129,800.00", "", 12_980_000),
            ("12.98", "报价(万元)", 12_980_000),
            ("13w", "", 13_000_000),
            ("约13万", "", 13_000_000),
            ("１３万", "", 13_000_000),
            ("15", "预算", 15_000_000),
            ("130000.5", "", 13_000_050),
        ] {
            assert_eq!(money(text, heading), Ok(Some((fen, None))), "{text}");
        }
        assert_eq!(
            money("10-15万", ""),
            Ok(Some((15_000_000, Some(ProblemCode::NumberRange))))
        );
        assert_eq!(money("0", ""), Ok(None));
        for text in ["12.98万 优惠1万", "面议", "1.2.3", "十二万", "-"] {
            assert_eq!(
                money(text, ""),
                Err(ProblemCode::NumberUnreadable),
                "{text}"
            );
        }
        assert_eq!(money("99999999999", ""), Err(ProblemCode::NumberOutOfRange));
    }

    #[test]
    fn persons_are_counted_in_words_too() {
        for (text, n) in [
            ("3", 3),
            ("3人", 3),
            ("两位", 2),
            ("2大1小", 3),
            ("２＋１", 3),
            ("3.0", 3),
            ("一个", 1),
        ] {
            assert_eq!(count(text, 99), Ok(Some(n)), "{text}");
        }
        assert_eq!(count("0", 99), Ok(None));
        assert_eq!(count("一家三口", 99), Err(ProblemCode::NumberUnreadable));
        assert_eq!(count("400", 99), Err(ProblemCode::NumberOutOfRange));
        assert_eq!(
            count("99999999999999999999", 99),
            Err(ProblemCode::NumberUnreadable)
        );
    }

    #[test]
    fn a_title_behind_a_name_says_the_gender() {
        let words = shipped();
        for (text, name_read, gender) in [
            ("张三先生", "张三", Some(Gender::Male)),
            ("王先生", "王先生", Some(Gender::Male)),
            ("李小姐", "李小姐", Some(Gender::Female)),
            ("欧阳女士", "欧阳女士", Some(Gender::Female)),
            ("歐陽娜娜女士", "歐陽娜娜", Some(Gender::Female)),
            ("张三（先生）", "张三", Some(Gender::Male)),
            ("Mr. Wang", "Mr. Wang", Some(Gender::Male)),
            ("𠮷田🚗", "𠮷田🚗", None),
            ("O'Brien \"Bob\"", "O'Brien \"Bob\"", None),
            ("=1+1先生", "=1+1先生", Some(Gender::Male)),
        ] {
            let reading = name(text, &words);
            assert_eq!(
                (reading.name.as_deref(), reading.gender),
                (Some(name_read), gender),
                "{text}"
            );
        }
    }

    #[test]
    fn a_number_beside_the_name_is_taken_out() {
        let reading = name("张三 13800138000", &shipped());
        assert_eq!(
            (reading.name.as_deref(), reading.phones.len()),
            (Some("张三"), 1)
        );
        assert_eq!(colleague("王磊 13800138000"), "王磊");
        assert_eq!(colleague("王磊（139-0013-9000）"), "王磊");
        assert_eq!(colleague(" 王 磊 "), "王 磊");
    }

    #[test]
    fn digits_are_no_name_and_a_long_one_is_cut() {
        let words = shipped();
        assert_eq!(
            name("12345", &words).problem,
            Some(ProblemCode::NameUnreadable)
        );
        assert_eq!(name("12345", &words).name, None);
        let long = name(&"王".repeat(100), &words);
        assert_eq!(
            (long.name.map(|n| n.chars().count()), long.problem),
            (Some(60), Some(ProblemCode::TextTooLong))
        );
    }
}
