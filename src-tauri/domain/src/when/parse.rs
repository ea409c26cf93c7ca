//! The spellings of days and times that people type, taken apart. Knows grammar only: which year a bare `3月1日` belongs
//! to is decided in [`super::reading`]. Refuses ranges (`3.1-3.5`) and months without a day.

use super::{ClockTime, TimeRefused};
use crate::sheet::fold::narrow;

/// A number and how many digits it was written with: `03` is (3, 2).
pub(crate) type Written = (u32, usize);

/// What a text says about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateText {
    /// Named or ordered by a word: year, month, day.
    Named(Written, u32, u32),
    /// Three numbers between separators, in the order in which they stand.
    Three(Written, Written, Written),
    /// Month and day.
    MonthDay(u32, u32),
    /// Day of the month: `5日`.
    DayOnly(u32),
    /// One run of digits.
    Run(Written),
}

/// Stands for the name of a month (U+32C0 is January); not in anybody's way.
const JANUARY: u32 = 0x32c0;
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Takes a text apart: what it says about the day, and the rest (a time of day, words).
pub(crate) fn date_text(text: &str) -> Option<(DateText, String)> {
    let plain = plain(text);
    let mut scan = Scan {
        chars: plain.chars().collect(),
        at: 0,
    };
    scan.skip(&[' ', '\'', '"', '民', '国', '國', '公', '西', '元']);
    let found = scan.date()?;
    scan.skip(&[' ', 't', ',', '\n', '(', ')']);
    let rest: String = scan.chars[scan.at..].iter().collect();
    let goes_on = rest.starts_with(|c: char| {
        c.is_ascii_digit() && scan.at > 0 && scan.chars[scan.at - 1].is_ascii_digit()
    });
    let ranges = rest.starts_with([
        '-', '~', '/', '.', '至', '到', '、', '年', '月', ':', '%', '万',
    ]);
    (!goes_on && !ranges).then_some((found, rest))
}

/// One spelling: narrow, lower case, no weekdays, Chinese numerals as digits, month names as one character.
fn plain(text: &str) -> String {
    let text = digits_of_numerals(&without_weekday(&narrow(text).to_lowercase()));
    if !text.bytes().any(|b| b.is_ascii_alphabetic()) {
        return text.trim().to_owned();
    }
    let mut out = String::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_alphabetic() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            let named = |names: &[&str]| {
                names
                    .iter()
                    .position(|n| word.len() >= 3 && n.starts_with(&*word))
            };
            if let Some(month) = named(&MONTHS).or_else(|| (word == "sept").then_some(8)) {
                out.extend(
                    u32::try_from(month)
                        .ok()
                        .and_then(|m| char::from_u32(JANUARY + m)),
                );
            } else if named(&WEEKDAYS).is_none() {
                out.push_str(&word);
            }
            word.clear();
        }
        out.push(c);
    }
    out.trim().trim_start_matches(',').trim().to_owned()
}

fn without_weekday(text: &str) -> String {
    const DAYS: [char; 8] = ['一', '二', '三', '四', '五', '六', '日', '天'];
    let mut out = text.to_owned();
    for lead in ["星期", "礼拜", "禮拜", "周", "週", "("] {
        while let Some(at) = out.find(lead) {
            let mut after = out[at + lead.len()..].chars();
            let day = after.next().filter(|c| DAYS.contains(c));
            let closed = lead != "(" || after.next() == Some(')');
            match day {
                Some(day) if closed => out.replace_range(at..at + lead.len() + day.len_utf8(), ""),
                _ => break,
            }
        }
    }
    out.replace("()", "")
}

/// `二〇二六年三月二十一日` → `2026年3月21日`; only beside a word that makes a number of them.
fn digits_of_numerals(text: &str) -> String {
    const UNITS: [char; 9] = ['年', '月', '日', '号', '號', '点', '點', '时', '時'];
    if !text.contains(UNITS) || !text.chars().any(|c| numeral(c).is_some()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<u32> = Vec::new();
    for c in text.chars().chain(['\0']) {
        match numeral(c) {
            Some(n) => run.push(n),
            None => {
                out.push_str(&run_of_numerals(&run));
                run.clear();
                if c != '\0' {
                    out.push(c);
                }
            }
        }
    }
    out
}

fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        _ => return None,
    })
}

fn run_of_numerals(run: &[u32]) -> String {
    if run.iter().all(|n| *n < 10) {
        return run.iter().map(u32::to_string).collect();
    }
    let (mut total, mut digit) = (0, 0);
    for &n in run.iter().take(4) {
        match n {
            10 => (total, digit) = (total + if digit == 0 { 10 } else { digit * 10 }, 0),
            20 | 30 => (total, digit) = (total + n, 0),
            n => digit = n,
        }
    }
    (total + digit).to_string()
}

struct Scan {
    chars: Vec<char>,
    at: usize,
}

impl Scan {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn skip(&mut self, any: &[char]) {
        while self.peek().is_some_and(|c| any.contains(&c)) {
            self.at += 1;
        }
    }

    /// One of these characters, spaces before it included; moves on only when it is there.
    fn eat(&mut self, any: &[char]) -> bool {
        let before = self.at;
        self.skip(&[' ']);
        let hit = self.peek().is_some_and(|c| any.contains(&c));
        self.at = if hit { self.at + 1 } else { before };
        hit
    }

    fn number(&mut self) -> Option<Written> {
        self.skip(&[' ']);
        let digits: String = self.chars[self.at..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .collect();
        self.at += digits.len();
        if digits.len() > 8 {
            None
        } else {
            Some((digits.parse().ok()?, digits.len()))
        }
    }

    fn month_name(&mut self) -> Option<u32> {
        self.skip(&[' ']);
        let month = u32::from(self.peek()?)
            .checked_sub(JANUARY)
            .filter(|m| *m < 12)?;
        self.at += 1;
        Some(month + 1)
    }

    /// A separator with a digit behind it.
    fn separator(&mut self) -> Option<char> {
        let before = self.at;
        if self.eat(&['-', '/', '.', '\\', '_', ','])
            && self.chars[self.at..]
                .iter()
                .find(|c| **c != ' ')
                .is_some_and(char::is_ascii_digit)
        {
            return Some(self.chars[self.at - 1]);
        }
        self.at = before;
        None
    }

    /// The same separator once more: `3.1-3.5` is a range and not three numbers.
    fn same_separator(&mut self, first: Option<char>) -> bool {
        let before = self.at;
        let same = self.separator().is_some_and(|c| Some(c) == first);
        if !same {
            self.at = before;
        }
        same
    }

    fn date(&mut self) -> Option<DateText> {
        if let Some(month) = self.month_name() {
            self.skip(&['-', '/', '.', ',']);
            let (day, _) = self.number()?;
            self.skip(&['-', '/', '.', ',']);
            return Some(self.english(month, day));
        }
        let first = self.number()?;
        if self.eat(&['年']) {
            let (month, _) = self.number()?;
            if !self.eat(&['月']) && self.separator().is_none() {
                return None;
            }
            let (day, _) = self.number()?;
            self.eat(&['日', '号', '號']);
            return Some(DateText::Named(first, month, day));
        }
        if self.eat(&['月']) {
            let (day, _) = self.number()?;
            self.eat(&['日', '号', '號']);
            return Some(DateText::MonthDay(first.0, day));
        }
        if self.eat(&['日', '号', '號']) {
            return Some(DateText::DayOnly(first.0));
        }
        let before = self.at;
        self.skip(&['-', '/', '.', ' ']);
        if let Some(month) = self.month_name() {
            self.skip(&['-', '/', '.', ',']);
            return Some(self.english(month, first.0));
        }
        self.at = before;
        self.numbers(first)
    }

    fn english(&mut self, month: u32, day: u32) -> DateText {
        let before = self.at;
        match self.number() {
            Some(year) if self.peek() != Some(':') => DateText::Named(year, month, day),
            _ => {
                self.at = before;
                DateText::MonthDay(month, day)
            }
        }
    }

    fn numbers(&mut self, first: Written) -> Option<DateText> {
        let spaced = first.1 == 4 && self.peek() == Some(' ');
        let separator = self.separator();
        if separator.is_none()
            && !(spaced
                && self
                    .chars
                    .get(self.at + 1)
                    .is_some_and(char::is_ascii_digit))
        {
            let ends = self.peek().is_none_or(|c| c == ' ' || c == 't')
                && (first.1 == 8 || self.at == self.chars.len());
            return ends.then_some(DateText::Run(first));
        }
        let second = self.number()?;
        let third = if self.eat(&['月'])
            || self.same_separator(separator)
            || (spaced && self.peek() == Some(' '))
        {
            Some(self.number()?)
        } else {
            None
        };
        self.eat(&['日', '号', '號']);
        match third {
            Some(third) => Some(DateText::Three(first, second, third)),
            None if first.1 > 2 || second.1 > 2 => None,
            None => Some(DateText::MonthDay(first.0, second.0)),
        }
    }
}

/// A time of day: `14:30`, `14.30`, `下午2:30`, `2:30 PM`, `14点半`, `1430`.
pub(crate) fn time_text(text: &str) -> Result<ClockTime, TimeRefused> {
    let mut text = digits_of_numerals(&narrow(text).to_lowercase());
    let mut said = |words: &[&str]| {
        let mut any = false;
        for word in words {
            if text.contains(word) {
                text = text.replace(word, "");
                any = true;
            }
        }
        any
    };
    let noon = said(&["中午", "正午"]);
    let after_noon = said(&["下午", "傍晚", "晚上", "夜里", "夜裡", "晚", "p.m.", "pm"]);
    let before_noon = said(&["上午", "早上", "凌晨", "清晨", "早晨", "早", "a.m.", "am"]);
    said(&[
        "大约", "大約", "左右", "约", "約", "钟", "鐘", "整", " ", "\n", "\t",
    ]);
    let (hour, minute) = hour_and_minute(&text).ok_or(if text.is_empty() {
        TimeRefused::Empty
    } else {
        TimeRefused::Unreadable
    })?;
    let hour = match hour {
        1..12 if after_noon => hour + 12,
        1..=3 if noon => hour + 12,
        12 if before_noon => 0,
        hour => hour,
    };
    ClockTime::new(hour, minute)
}

fn hour_and_minute(text: &str) -> Option<(u32, u32)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (head, tail) = text.split_at(digits);
    let hour: u32 = head.parse().ok()?;
    if tail.is_empty() {
        return match digits {
            1 | 2 => Some((hour, 0)),
            3 | 4 => Some((hour / 100, hour % 100)),
            6 => Some((hour / 10_000, hour / 100 % 100)),
            _ => None,
        };
    }
    let by_word = tail.starts_with(['点', '點', '时', '時', 'h']);
    let tail = tail
        .strip_prefix([':', '.', '点', '點', '时', '時', 'h', ';', ','])
        .filter(|_| digits <= 2)?;
    let tail = tail.trim_end_matches('z');
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let (minutes, after) = tail.split_at(digits);
    let minute = match (minutes, after) {
        ("", "") if by_word => 0,
        ("", "半") => 30,
        ("1" | "3", "刻") => 15 * minutes.parse::<u32>().ok()?,
        // Typed as 14.30, shown by a spreadsheet as 14.3.
        (m, "") if m.len() == 1 && text.contains('.') => 10 * m.parse::<u32>().ok()?,
        (m, "" | "分") if m.len() <= 2 => m.parse().ok()?,
        (m, seconds) if m.len() <= 2 && seconds.starts_with([':', '.', '分']) => {
            let seconds = seconds[seconds.chars().next()?.len_utf8()..].trim_end_matches('秒');
            (seconds.bytes().all(|b| b.is_ascii_digit() || b == b'.') && !seconds.is_empty())
                .then_some(m.parse().ok()?)?
        }
        _ => return None,
    };
    Some((hour, minute))
}
