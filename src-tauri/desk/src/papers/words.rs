//! The words of papers. They stand in `assets/print/words`, apart from those of the screens: a screen would load them in vain, and a
//! paper is worded as forms are.

use std::collections::BTreeMap;

use domain::when::{Day, Moment};
use serde_json::Value;

use super::PaperLang;
use crate::desk::Look;
use crate::house::{House, Label};
use crate::problem::{Outcome, Problem};

/// Words of one language, and how it writes days.
pub(super) struct Words<'h> {
    pub lang: PaperLang,
    house: &'h House,
    all: BTreeMap<String, String>,
}

impl<'h> Words<'h> {
    pub fn of(lang: PaperLang, house: &'h House) -> Outcome<Self> {
        let text = match lang {
            PaperLang::ZhCn => include_str!("../../../../assets/print/words/zh-CN.json"),
            PaperLang::ZhTw => include_str!("../../../../assets/print/words/zh-TW.json"),
            PaperLang::En => include_str!("../../../../assets/print/words/en.json"),
        };
        let all = serde_json::from_str(text).map_err(|_| Problem::broken("the words of papers"))?;
        Ok(Self { lang, house, all })
    }

    /// Words by key; the key where there are none, which a test would have seen.
    pub fn get(&self, key: &str) -> String {
        self.all.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// Words with blanks filled.
    pub fn fill(&self, key: &str, blanks: &[(&str, String)]) -> String {
        blanks.iter().fold(self.get(key), |words, (name, value)| {
            words.replace(&format!("{{{name}}}"), value)
        })
    }

    /// All of them, for the template.
    pub fn all(&self) -> Value {
        self.all
            .iter()
            .map(|(key, words)| (key.clone(), Value::String(words.clone())))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }

    /// What a code of a list means; the code itself where the list does not have it any more.
    pub fn label(&self, list: &str, code: Option<&str>) -> String {
        let Some(code) = code else {
            return String::new();
        };
        let item = self.house.item(list, code);
        item.map_or_else(|| code.to_owned(), |item| self.in_lang(&item.label))
    }

    fn in_lang(&self, label: &Label) -> String {
        match self.lang {
            PaperLang::ZhCn => label.zh_cn.clone(),
            PaperLang::ZhTw => label.zh_tw.clone(),
            PaperLang::En => label.en.clone(),
        }
    }

    /// 2026年3月1日 星期日 / Sunday, 1 March 2026.
    pub fn full_day(&self, day: Day) -> String {
        self.dated("full_day", day)
    }

    /// 2026年3月 / March 2026.
    pub fn full_month(&self, day: Day) -> String {
        self.dated("full_month", day)
    }

    fn dated(&self, key: &str, day: Day) -> String {
        self.fill(
            key,
            &[
                ("year", day.year().to_string()),
                ("month", day.month().to_string()),
                ("month_name", self.get(&format!("month_{}", day.month()))),
                ("day", day.day_of_month().to_string()),
                ("weekday", self.get(&format!("weekday_{}", day.weekday()))),
            ],
        )
    }

    /// When and by whom it is printed.
    pub fn printed(&self, look: &Look<'_>) -> String {
        let at = self.moment(look.now.moment());
        self.fill("printed", &[("at", at), ("by", look.me.name.clone())])
    }

    /// 2026-03-01 18:30.
    pub fn moment(&self, moment: Moment) -> String {
        format!("{} {}", moment.day(), moment.clock_time())
    }

    /// 1小时05分 / 1 h 05.
    pub fn stay(&self, minutes: i64) -> String {
        if minutes < 60 {
            self.fill("minutes", &[("n", minutes.max(0).to_string())])
        } else {
            let rest = format!("{:02}", minutes % 60);
            self.fill("hours", &[("h", (minutes / 60).to_string()), ("m", rest)])
        }
    }
}
