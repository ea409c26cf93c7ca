//! Texts to say or to send, with blanks for names: 「{customer}您好，我是{branch}的{consultant}」.
//!
//! A blank that is not known never stands in the text: something that leaves the sentence readable stands there instead.
//! Refuses to know where the texts are kept, and who may send what.

use serde::{Deserialize, Serialize};

use crate::find::surname;
use crate::rows::Gender;
use crate::when::{ClockTime, Day};

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lang {
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// Traditional Chinese.
    #[serde(rename = "zh-TW")]
    ZhTw,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// The blanks that a text may have.
pub const BLANKS: &[&str] = &[
    "customer",
    "consultant",
    "branch",
    "brand",
    "model",
    "day",
    "time",
];

/// What is known when a text is filled.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The customer's whole name.
    pub name: String,
    /// For 先生 and 女士.
    pub gender: Option<Gender>,
    /// Who speaks.
    pub consultant: String,
    /// The showroom.
    pub branch: String,
    /// What it sells.
    pub brand: String,
    /// What they look at.
    pub model: String,
    /// When they come: so many days from now on, and which day that is.
    pub day: Option<(i64, Day)>,
    /// At what time.
    pub time: Option<ClockTime>,
}

/// Fills the blanks of a text. What is no blank stays as it was written.
#[must_use]
pub fn fill(text: &str, lang: Lang, known: &Known) -> String {
    let mut filled = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let blank = rest
            .find('}')
            .and_then(|close| value(&rest[1..close], lang, known).map(|value| (close, value)));
        match blank {
            Some((close, value)) => {
                if value.is_empty() {
                    close_gap(&mut filled, &mut rest, close);
                } else {
                    filled.push_str(&value);
                    rest = &rest[close + 1..];
                }
            }
            None => {
                filled.push('{');
                rest = &rest[1..];
            }
        }
    }
    filled.push_str(rest);
    filled.trim().to_owned()
}

/// Nothing stands in a blank: nor does the space or the comma that would have parted it from the rest.
fn close_gap(filled: &mut String, rest: &mut &str, close: usize) {
    *rest = &rest[close + 1..];
    let before = filled.trim_end_matches(' ').len();
    match rest.chars().next() {
        _ if before == 0 => {
            filled.clear();
            *rest = rest.trim_start_matches(['，', ',', '、', '！', '!', ' ']);
        }
        Some(',' | '，' | ' ' | '.' | '。') => filled.truncate(before),
        Some('!' | '！') => {
            let end = filled[..before].trim_end_matches([',', '，']).len();
            filled.truncate(end);
        }
        // No space parts Han characters.
        Some(next) if !next.is_ascii() => filled.truncate(before),
        _ => {}
    }
}

/// What stands in a blank; `None` for what is no blank.
fn value(blank: &str, lang: Lang, known: &Known) -> Option<String> {
    let or =
        |said: &str, otherwise: &str| if said.is_empty() { otherwise } else { said }.to_owned();
    Some(match blank {
        "customer" => address(&known.name, known.gender, lang),
        "consultant" => known.consultant.clone(),
        "branch" => or(
            &known.branch,
            in_words(lang, "我们店", "我們店", "our showroom"),
        ),
        "brand" => or(&known.brand, in_words(lang, "我们", "我們", "our brand")),
        "model" => or(&known.model, in_words(lang, "这款车", "這款車", "car")),
        "day" => match known.day {
            Some((ahead, day)) => day_in_words(ahead, day, lang),
            None => in_words(lang, "这几天", "這幾天", "one of the next days").to_owned(),
        },
        "time" => match known.time {
            Some(time) => time.to_string(),
            None => in_words(lang, "", "", "the time agreed").to_owned(),
        },
        _ => return None,
    })
}

fn in_words(
    lang: Lang,
    zh_cn: &'static str,
    zh_tw: &'static str,
    en: &'static str,
) -> &'static str {
    match lang {
        Lang::ZhCn => zh_cn,
        Lang::ZhTw => zh_tw,
        Lang::En => en,
    }
}

/// How somebody is spoken to: 张先生; the whole name where the gender is not known; nothing without a name.
#[must_use]
pub fn address(name: &str, gender: Option<Gender>, lang: Lang) -> String {
    const TITLES: &[&str] = &["先生", "女士", "小姐", "太太", "老师", "老師", "总", "總"];
    let name = name.trim();
    let Some(gender) = gender else {
        return name.to_owned();
    };
    if name.is_empty() || TITLES.iter().any(|title| name.ends_with(title)) {
        return name.to_owned();
    }
    let han = name.chars().all(|c| matches!(c, '\u{3400}'..='\u{9fff}'));
    // Four characters are the longest name of a person that is usual; more are a company.
    let family = match (han, name.chars().count()) {
        (true, 1..=4) => surname(name),
        (true, _) => return name.to_owned(),
        (false, _) => name.split_whitespace().next_back().unwrap_or(name),
    };
    let title = match (lang, gender) {
        (Lang::En, Gender::Male) => "Mr",
        (Lang::En, Gender::Female) => "Ms",
        (_, Gender::Male) => "先生",
        (_, Gender::Female) => "女士",
    };
    match lang {
        Lang::En => format!("{title} {family}"),
        _ if han => format!("{family}{title}"),
        _ => format!("{family} {title}"),
    }
}

fn day_in_words(ahead: i64, day: Day, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const DAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    const HAN: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    let weekday = day.weekday() as usize - 1;
    match (lang, ahead) {
        (Lang::ZhCn | Lang::ZhTw, 0) => "今天".to_owned(),
        (Lang::ZhCn | Lang::ZhTw, 1) => "明天".to_owned(),
        (Lang::ZhCn, _) => format!(
            "{}月{}日（周{}）",
            day.month(),
            day.day_of_month(),
            HAN[weekday]
        ),
        (Lang::ZhTw, _) => format!(
            "{}月{}日（週{}）",
            day.month(),
            day.day_of_month(),
            HAN[weekday]
        ),
        (Lang::En, _) => format!(
            "{} {} {}",
            DAYS[weekday],
            day.day_of_month(),
            MONTHS[day.month() as usize - 1]
        ),
    }
}

#[cfg(test)]
mod tests;
