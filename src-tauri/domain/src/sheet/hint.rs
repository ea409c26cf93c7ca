//! What titles, the tab's name and the file's name say about the days of a sheet: `2026年3月`, `3月1日`, `202603`.
//! Refuses dates of printing and spans of several months: they say nothing about single rows.

use super::fold::narrow;
use super::layout::Hint;
use super::synonyms::{Synonyms, key};
use crate::rows::VisitKind;
use crate::when::Day;

/// A part of a date in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Found {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

/// What the texts above the headings, the tab and the file say, in this order of trust.
pub(super) fn hint(titles: &[String], tab: &str, file: &str, synonyms: &Synonyms) -> Hint {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let printed = |text: &&String| {
        let text = key(text);
        !synonyms
            .remark
            .iter()
            .any(|word| word.chars().count() >= 3 && !word.is_ascii() && text.contains(&**word))
    };
    let sources: Vec<&str> = titles
        .iter()
        .filter(printed)
        .map(String::as_str)
        .chain([tab, stem])
        .collect();
    let mut found = Found::default();
    for source in &sources {
        let here = dates(source);
        // A month of another source than the year belongs to it; a day only to the month beside it.
        found.day = found
            .day
            .or(if found.month.is_none() || found.month == here.month {
                here.day
            } else {
                None
            });
        found.month = found.month.or(here.month);
        found.year = found.year.or(here.year);
    }
    let day = match found {
        Found {
            year: Some(year),
            month: Some(month),
            day: Some(day),
        } => Day::new(year, month, day).ok().map(|day| day.to_string()),
        Found {
            year: None,
            month: Some(month),
            day: Some(day),
        } => Some(format!("{month}月{day}日")),
        Found {
            month: Some(_),
            day: None,
            ..
        } => alone(tab).map(|day| format!("{day}日")),
        _ => None,
    };
    let said: Vec<String> = sources.iter().map(|source| key(source)).collect();
    Hint {
        year: found.year,
        month: found.month,
        day,
        visit: visit(&said),
    }
}

/// `来电登记表` and `来店登记表` say what each row is; `来店(电)登记表` does not.
fn visit(said: &[String]) -> Option<VisitKind> {
    let decisive = said.iter().find(|text| {
        ["来店", "来电", "展厅", "call", "walkin"]
            .iter()
            .any(|word| text.contains(word))
    })?;
    let call = decisive.contains("来电") || decisive.contains("call");
    let shop = ["来店", "展厅", "店电", "walkin"]
        .iter()
        .any(|word| decisive.contains(word));
    match (call, shop) {
        (true, false) => Some(VisitKind::Call),
        (false, true) if !decisive.contains("来店电") => Some(VisitKind::WalkIn),
        _ => None,
    }
}

/// A tab that says no more than a day of the month: `5`, `05日`, `12号`.
fn alone(tab: &str) -> Option<u32> {
    let tab = narrow(tab);
    let number = tab.trim().trim_end_matches(['日', '号', '號']);
    number
        .parse()
        .ok()
        .filter(|day| number.len() <= 2 && (1..=31).contains(day))
}

fn dates(text: &str) -> Found {
    let chars: Vec<char> = narrow(text).to_lowercase().chars().collect();
    let (mut at, mut found) = (0, Found::default());
    while at < chars.len() {
        let Some((value, length)) = run(&chars, at) else {
            if let Some(month) = english_month(&chars[at..]) {
                found.month = found.month.or(Some(month));
            }
            at += if chars[at].is_ascii_alphabetic() {
                chars[at..]
                    .iter()
                    .take_while(|c| c.is_ascii_alphabetic())
                    .count()
            } else {
                1
            };
            continue;
        };
        let (here, next) = from_number(&chars, at, value, length);
        if let (Some(before), Some(month)) = (found.month, here.month)
            && (before != month || found.day != here.day)
        {
            // A second date: a span. Of two months it says nothing more than the year.
            return Found {
                year: found.year.or(here.year),
                month: Some(month).filter(|m| *m == before),
                day: None,
            };
        }
        found = Found {
            year: found.year.or(here.year),
            month: found.month.or(here.month),
            day: found.day.or(here.day),
        };
        at = next;
    }
    found
}

/// The digits that begin here and how many they are.
fn run(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let digits: String = chars[at..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .collect();
    (1..=8)
        .contains(&digits.len())
        .then(|| digits.parse().ok().map(|value| (value, digits.len())))?
}

fn from_number(chars: &[char], at: usize, value: u32, length: usize) -> (Found, usize) {
    let after = at + length;
    let next = chars.get(after).copied().unwrap_or(' ');
    let year = |value: u32| {
        i32::try_from(value)
            .ok()
            .filter(|year| (1990..=2100).contains(year))
    };
    let none = (Found::default(), after);
    match length {
        8 => match (year(value / 10_000), value / 100 % 100, value % 100) {
            (Some(y), m @ 1..=12, d @ 1..=31) => (
                Found {
                    year: Some(y),
                    month: Some(m),
                    day: Some(d),
                },
                after,
            ),
            _ => none,
        },
        6 => match (year(value / 100), value % 100) {
            (Some(y), m @ 1..=12) => (
                Found {
                    year: Some(y),
                    month: Some(m),
                    day: None,
                },
                after,
            ),
            _ => none,
        },
        4 if year(value).is_some() => month_after(chars, after, next, year(value)),
        3 if next == '年' => month_after(chars, after, next, i32::try_from(value + 1911).ok()),
        // The end of a span of months: 1-3月.
        1 | 2
            if next == '月'
                && at >= 2
                && matches!(chars[at - 1], '-' | '~' | '至' | '到' | '、')
                && chars[at - 2].is_ascii_digit() =>
        {
            none
        }
        1 | 2 if next == '月' => month_and_day(chars, after, None, value, '月'),
        1 | 2 if matches!(next, '.' | '-') && !chars[..at].iter().any(char::is_ascii_digit) => {
            // 3.1 as a whole text is a day; inside a longer one it may be anything.
            match run(chars, after + 1) {
                Some((day @ 1..=31, l @ 1..=2))
                    if at == 0 && after + 1 + l == chars.len() && (1..=12).contains(&value) =>
                {
                    (
                        Found {
                            year: None,
                            month: Some(value),
                            day: Some(day),
                        },
                        chars.len(),
                    )
                }
                _ => none,
            }
        }
        _ => none,
    }
}

fn month_after(chars: &[char], after: usize, separator: char, year: Option<i32>) -> (Found, usize) {
    let alone = (
        Found {
            year,
            ..Found::default()
        },
        after,
    );
    if !matches!(separator, '年' | '.' | '-' | '/' | '_') {
        return alone;
    }
    let at = after
        + 1
        + chars[(after + 1).min(chars.len())..]
            .iter()
            .take_while(|c| **c == ' ')
            .count();
    match chars.get(at).and_then(|_| run(chars, at)) {
        Some((month @ 1..=12, length @ 1..=2)) => {
            let next = chars.get(at + length).copied().unwrap_or(' ');
            // 2026年1-3月 is a quarter.
            if separator == '年' && next != '月' {
                alone
            } else {
                month_and_day(chars, at + length, year, month, next)
            }
        }
        _ => alone,
    }
}

fn month_and_day(
    chars: &[char],
    after: usize,
    year: Option<i32>,
    month: u32,
    separator: char,
) -> (Found, usize) {
    if !(1..=12).contains(&month) {
        return (
            Found {
                year,
                ..Found::default()
            },
            after,
        );
    }
    let found = Found {
        year,
        month: Some(month),
        day: None,
    };
    if !matches!(separator, '月' | '.' | '-' | '/' | '_') {
        return (found, after);
    }
    let at = (after + 1).min(chars.len());
    match chars.get(at).and_then(|_| run(chars, at)) {
        Some((day @ 1..=31, length @ 1..=2)) => {
            let next = chars.get(at + length).copied().unwrap_or(' ');
            let of_month = separator != '月' || matches!(next, '日' | '号' | '號');
            let day = Some(day).filter(|_| of_month && (year.is_some() || separator == '月'));
            (
                Found { day, ..found },
                if day.is_some() {
                    at + length
                } else {
                    after + 1
                },
            )
        }
        _ => (found, at),
    }
}

fn english_month(chars: &[char]) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    const FULL: [&str; 12] = [
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
    let word: String = chars
        .iter()
        .take_while(|c| c.is_ascii_alphabetic())
        .collect();
    let at = MONTHS
        .iter()
        .position(|m| *m == word)
        .or_else(|| FULL.iter().position(|m| *m == word))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::synonyms::tests::shipped;

    fn of(title: &str, tab: &str, file: &str) -> (Option<i32>, Option<u32>, Option<String>) {
        let hint = hint(&[title.to_owned()], tab, file, &shipped());
        (hint.year, hint.month, hint.day)
    }

    #[test]
    fn a_month_is_found_wherever_it_is_written() {
        for (title, tab, file) in [
            ("2026年3月", "", ""),
            ("特约店：示例 ２０２６年０３月", "", ""),
            ("", "2026.3", ""),
            ("", "3月", "来店登记表2026.xlsx"),
            ("", "", "register-2026-03.xlsx"),
            ("", "Sheet1", "客流202603.csv"),
            ("2026-03", "", ""),
            ("民國115年3月", "", ""),
            ("Walk-ins, March 2026", "", ""),
            ("2026年3月1日-3月31日", "", ""),
            ("2026年3月份来店登记", "", ""),
            ("2026/3", "", ""),
        ] {
            assert_eq!(
                of(title, tab, file),
                (Some(2026), Some(3), None),
                "{title} {tab} {file}"
            );
        }
    }

    #[test]
    fn a_day_in_the_title_or_on_the_tab_is_a_day_for_all_rows() {
        assert_eq!(
            of("2026年3月5日 来店登记表", "", "").2.as_deref(),
            Some("2026-03-05")
        );
        assert_eq!(
            of("日期：2026-03-05", "", "").2.as_deref(),
            Some("2026-03-05")
        );
        assert_eq!(of("2026年3月", "5", "").2.as_deref(), Some("5日"));
        assert_eq!(of("2026年3月", "05日", "").2.as_deref(), Some("5日"));
        assert_eq!(of("", "3月5日", "").2.as_deref(), Some("3月5日"));
        assert_eq!(
            of("", "3.5", "2026年登记.xlsx").2.as_deref(),
            Some("2026-03-05")
        );
        assert_eq!(of("", "20260305", "").2.as_deref(), Some("2026-03-05"));
    }

    #[test]
    fn what_is_no_date_of_the_rows_is_left_alone() {
        assert_eq!(of("打印时间：2026-04-02", "Sheet1", ""), (None, None, None));
        assert_eq!(of("2026年1-3月", "", ""), (Some(2026), None, None));
        assert_eq!(
            of("电话 0731-85551234", "Sheet2", "表12.xlsx"),
            (None, None, None)
        );
        assert_eq!(
            of("2026年2月26日至2026年3月25日", "", ""),
            (Some(2026), None, None)
        );
    }

    #[test]
    fn a_register_of_calls_says_so_in_its_title() {
        let of = |title: &str| visit(&[key(title)]);
        assert_eq!(of("来电登记表"), Some(VisitKind::Call));
        assert_eq!(of("来店客户登记表"), Some(VisitKind::WalkIn));
        assert_eq!(of("来店（电）登记表"), None);
        assert_eq!(of("来店来电登记表"), None);
        assert_eq!(of("登记表"), None);
    }
}
