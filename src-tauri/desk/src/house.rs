//! The house's own data: lists and rules, copied from `assets/house/` into the store at first start and edited in the app.

use std::collections::BTreeMap;

use domain::id::by_rule;
use domain::message::Lang;
use domain::rows::{HouseItem, HouseRule};
use domain::when::Day;
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;
use uuid::Uuid;

use crate::problem::{Code, Outcome, Problem};

const LISTS: &str = include_str!("../../../assets/house/lists.json");
const RULES: &str = include_str!("../../../assets/house/rules.json");

/// A text in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Label {
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    pub zh_cn: String,
    /// Traditional Chinese.
    #[serde(rename = "zh-TW")]
    pub zh_tw: String,
    /// English.
    pub en: String,
}

impl Label {
    /// In a language.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhCn => &self.zh_cn,
            Lang::ZhTw => &self.zh_tw,
            Lang::En => &self.en,
        }
    }
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Item {
    /// Stands in the records for ever.
    pub code: String,
    /// What people read.
    pub label: Label,
    /// Still offered.
    pub active: bool,
    /// Levels: days until the next contact.
    pub interval: Option<i32>,
    /// Levels, purchase windows: days within which the purchase is expected.
    pub within: Option<i32>,
    /// Sub-sources: code of the source above.
    pub parent: Option<String>,
}

/// A text to say on the phone or to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MessageText {
    /// Stands for ever.
    pub code: String,
    /// Code of `ways`: `phone` is said, the others are sent.
    pub way: String,
    /// What it is for.
    pub title: Label,
    /// Blanks: `{customer}` 张先生, `{consultant}`, `{branch}`, `{brand}`, `{model}`, `{day}`, `{time}`.
    pub body: Label,
}

/// The rules, one field per setting. Wire names are those of `assets/house/rules.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rules {
    /// Fields that a walk-in needs to be complete.
    pub complete_walk_in: Vec<String>,
    /// Fields that a call needs to be complete.
    pub complete_call: Vec<String>,
    /// Fields that a party at an event needs to be complete.
    pub complete_event: Vec<String>,
    /// Minutes without input until the screen locks.
    pub lock_after_minutes: u32,
    /// The same where a receptionist is signed in.
    pub lock_after_minutes_reception: u32,
    /// A visit without a deal → call the next day.
    pub next_day_call: bool,
    /// Purposes that count as sales traffic.
    pub traffic_purposes: Vec<String>,
    /// Levels at which no rule makes follow-up cards.
    pub no_card_levels: Vec<String>,
    /// Days for which a contact waits for the manager's remark.
    pub review_days: u32,
    /// Minutes after which somebody with an appointment is late.
    pub appointment_grace_minutes: u32,
    /// Texts to say or to send, with blanks for names.
    pub messages: Vec<MessageText>,
}

/// Everything that is data of the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct House {
    /// The showroom's name.
    pub branch: String,
    /// The brand it sells.
    pub brand: String,
    /// This PC's two characters in document numbers.
    #[serde(skip)]
    pub pc: String,
    /// Every list by name.
    pub lists: BTreeMap<String, Vec<Item>>,
    /// The settings.
    pub rules: Rules,
}

#[derive(Deserialize)]
struct ShippedItem {
    code: String,
    /// Codes that only the program writes are not offered.
    #[serde(default = "offered")]
    active: bool,
    #[serde(flatten)]
    label: Label,
    interval: Option<i32>,
    within: Option<i32>,
    parent: Option<String>,
}

fn offered() -> bool {
    true
}

/// The lists and rules that are shipped.
fn shipped() -> (
    BTreeMap<String, Vec<ShippedItem>>,
    BTreeMap<String, serde_json::Value>,
) {
    let lists = serde_json::from_str(LISTS).expect("assets/house/lists.json is checked by a test");
    let rules = serde_json::from_str(RULES).expect("assets/house/rules.json is checked by a test");
    (lists, rules)
}

impl House {
    /// The house as it is shipped, before a branch makes it its own.
    #[cfg(test)]
    pub(crate) fn as_shipped() -> Self {
        let (lists, rules) = shipped();
        let item = |item: ShippedItem| Item {
            code: item.code,
            label: item.label,
            active: item.active,
            interval: item.interval,
            within: item.within,
            parent: item.parent,
        };
        let lists = lists
            .into_iter()
            .map(|(list, items)| (list, items.into_iter().map(item).collect()))
            .collect();
        let rules = serde_json::from_value(rules.into_iter().collect()).expect("checked by a test");
        Self {
            branch: String::new(),
            brand: String::new(),
            pc: "01".to_owned(),
            lists,
            rules,
        }
    }

    /// Reads it from the tables; what the branch has not changed is as shipped.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(tables: &Reader<'_>) -> Outcome<Self> {
        let branch = tables.branch()?;
        let pc = tables.pc_code()?.unwrap_or_else(|| "00".to_owned());
        let mut lists: BTreeMap<String, Vec<Item>> = BTreeMap::new();
        for row in tables.house_items()? {
            let label = Label {
                zh_cn: row.label_zh_cn,
                zh_tw: row.label_zh_tw,
                en: row.label_en,
            };
            let days = |days: Option<i64>| days.and_then(|days| i32::try_from(days).ok());
            let item = Item {
                code: row.code,
                label,
                active: row.active,
                interval: days(row.interval),
                within: days(row.within),
                parent: row.parent,
            };
            lists.entry(row.list).or_default().push(item);
        }
        let mut rules = shipped().1;
        for row in tables.house_rules()? {
            if let Ok(value) = serde_json::from_str(&row.value) {
                rules.insert(row.name, value);
            }
        }
        let rules = serde_json::from_value(rules.into_iter().collect())
            .map_err(|_| Problem::broken("a house rule has another shape than its name"))?;
        let (branch, brand) = branch
            .map(|branch| (branch.name, branch.brand.unwrap_or_default()))
            .unwrap_or_default();
        Ok(Self {
            branch,
            brand,
            pc,
            lists,
            rules,
        })
    }

    /// Whether a list offers, or once offered, a code.
    #[must_use]
    pub fn has(&self, list: &str, code: &str) -> bool {
        self.item(list, code).is_some()
    }

    /// One choice.
    #[must_use]
    pub fn item(&self, list: &str, code: &str) -> Option<&Item> {
        self.lists.get(list)?.iter().find(|item| item.code == code)
    }

    /// Refuses a code that the list does not have.
    ///
    /// # Errors
    /// [`Code::NotInList`].
    pub fn must_have(&self, list: &str, code: &str) -> Outcome<()> {
        if self.has(list, code) {
            Ok(())
        } else {
            Err(Problem::refused(Code::NotInList)
                .with("list", list)
                .with("value", code))
        }
    }

    /// When a customer of a level is to be contacted again, counted from a day; never, for levels that nobody follows up.
    #[must_use]
    pub fn next_contact(&self, level: &str, from: Day) -> Option<Day> {
        if self.rules.no_card_levels.iter().any(|none| none == level) {
            return None;
        }
        self.item("levels", level)?
            .interval
            .map(|days| from.plus(i64::from(days)))
    }

    /// The levels, hot first.
    #[must_use]
    pub fn level_codes(&self) -> Vec<&str> {
        let levels = self.lists.get("levels").map_or(&[][..], Vec::as_slice);
        levels.iter().map(|item| item.code.as_str()).collect()
    }

    /// Days of one interval of a level: what lies between due and expiry of a card.
    #[must_use]
    pub fn interval(&self, level: &str) -> i64 {
        self.item("levels", level)
            .and_then(|item| item.interval)
            .map_or(1, i64::from)
            .max(1)
    }
}

/// The shipped lists and rules as rows: what the act that sets a branch up writes.
pub fn shipped_rows(branch: Uuid) -> (Vec<HouseItem>, Vec<HouseRule>) {
    let (lists, rules) = shipped();
    let mut items = Vec::new();
    for (list, choices) in lists {
        items.extend((1..).zip(choices).map(|(place, item)| HouseItem {
            id: by_rule(branch, &list, &item.code),
            list: list.clone(),
            code: item.code,
            label_zh_cn: item.label.zh_cn,
            label_zh_tw: item.label.zh_tw,
            label_en: item.label.en,
            place,
            active: item.active,
            interval: item.interval.map(i64::from),
            within: item.within.map(i64::from),
            parent: item.parent,
        }));
    }
    let rule = |(name, value): (String, serde_json::Value)| HouseRule {
        id: by_rule(branch, "rule", &name),
        name,
        value: value.to_string(),
    };
    (items, rules.into_iter().map(rule).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_and_rules_can_be_read_and_no_code_stands_twice() {
        let (lists, rules) = shipped();
        serde_json::from_value::<Rules>(rules.into_iter().collect()).unwrap();
        for (list, items) in lists {
            let mut codes: Vec<_> = items.iter().map(|item| &item.code).collect();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), items.len(), "{list}");
        }
    }
}
