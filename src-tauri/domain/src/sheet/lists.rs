//! The house's lists and the trade's fixed choices: from what stands in a cell to the code that the records keep.
//! Refuses to choose between two: what is not surely one item of the list is unknown.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::field::Field;
use super::fold::{narrow, without_brackets};
use super::synonyms::{Synonyms, SynonymsBroken, key, mark};

/// The lists and the words for their items.
#[derive(Debug, Clone)]
pub struct Lists {
    pub(super) synonyms: Synonyms,
    /// List → label → code.
    labels: HashMap<String, HashMap<String, String>>,
    codes: HashMap<String, HashSet<String>>,
}

/// What a cell says about a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// Nothing.
    Nothing,
    /// One item.
    One(String),
    /// Several items; this is the first.
    Several(String),
    /// No item that is known.
    Unknown,
}

/// The house list and the set of synonyms of a field; no list where the choices are fixed.
fn sets(field: Field) -> Option<(Option<&'static str>, &'static str)> {
    Some(match field {
        Field::Gender => (None, "gender"),
        Field::Kind => (None, "kind"),
        Field::Frequency => (None, "frequency"),
        Field::Result => (None, "result"),
        Field::Level => (Some("levels"), "level"),
        Field::Source => (Some("sources"), "source"),
        Field::Purpose => (Some("purposes"), "purpose"),
        Field::Transport => (Some("transports"), "transport"),
        Field::Weather => (Some("weathers"), "weather"),
        Field::Drink => (Some("drinks"), "drink"),
        Field::PurchaseType => (Some("purchase_types"), "purchase_type"),
        Field::PurchaseWindow => (Some("purchase_windows"), "purchase_window"),
        Field::NotFiledReason => (Some("not_filed_reasons"), "not_filed_reason"),
        Field::Colour => (Some("colours"), "colour"),
        Field::AgeBand => (Some("age_bands"), "age_band"),
        Field::IdKind => (Some("id_kinds"), "id_kind"),
        Field::BestTime => (Some("best_times"), "best_time"),
        Field::PreferredWay | Field::NextContactOffered => (Some("ways"), "way"),
        Field::MainUse => (Some("main_uses"), "main_use"),
        Field::BuyerKind => (Some("buyer_kinds"), "buyer_kind"),
        Field::BuyingStep => (Some("buying_steps"), "buying_step"),
        _ => return None,
    })
}

/// Whether a word is a value of the field by the synonyms alone, and its code.
pub(super) fn value_of<'a>(synonyms: &'a Synonyms, field: Field, word: &str) -> Option<&'a str> {
    if field.is_yes_no() {
        return synonyms
            .yes_no(word)
            .map(|yes| if yes { "yes" } else { "no" });
    }
    let (_, set) = sets(field)?;
    synonyms
        .value(set, &key(word))
        .or_else(|| synonyms.value(set, &mark(word)))
}

impl Lists {
    /// Only the fixed choices; the house's lists are added item by item.
    #[must_use]
    pub fn new(synonyms: &Synonyms) -> Self {
        Self {
            synonyms: synonyms.clone(),
            labels: HashMap::new(),
            codes: HashMap::new(),
        }
    }

    /// With all lists of a text like `assets/house/lists.json`: list → items with `code` and labels.
    ///
    /// # Errors
    /// When the text has another shape.
    pub fn from_json(synonyms: &Synonyms, json: &str) -> Result<Self, SynonymsBroken> {
        let broken = |e: &dyn std::fmt::Display| SynonymsBroken(e.to_string());
        let lists: HashMap<String, Vec<HashMap<String, Value>>> =
            serde_json::from_str(json).map_err(|e| broken(&e))?;
        let mut all = Self::new(synonyms);
        for (list, items) in &lists {
            for item in items {
                let code = item
                    .get("code")
                    .and_then(Value::as_str)
                    .ok_or_else(|| broken(&"an item without code"))?;
                let labels: Vec<&str> = item
                    .iter()
                    .filter(|(name, _)| *name != "code")
                    .filter_map(|(_, value)| value.as_str())
                    .collect();
                all.add(list, code, &labels);
            }
        }
        Ok(all)
    }

    /// Adds one item of a house list, such as `sources`, with its labels in every language.
    pub fn add(&mut self, list: &str, code: &str, labels: &[&str]) {
        let words = self.labels.entry(list.to_owned()).or_default();
        for label in labels.iter().chain([&code]) {
            for spelled in [key(label), key(&without_brackets(&narrow(label)))] {
                if !spelled.is_empty() {
                    words.entry(spelled).or_insert_with(|| code.to_owned());
                }
            }
        }
        self.codes
            .entry(list.to_owned())
            .or_default()
            .insert(code.to_owned());
    }

    /// What a text says about a choice.
    pub(super) fn choose(&self, field: Field, text: &str) -> Choice {
        if let Some(code) = self.whole(field, text) {
            return Choice::One(code);
        }
        if self.synonyms.says_nothing(text) || mark(text).is_empty() {
            return Choice::Nothing;
        }
        let narrowed = narrow(text);
        // B→A: the level after the contact is the one that counts.
        if let Some((_, after)) = narrowed
            .rsplit_once(['→', '➔', '➜'])
            .or_else(|| narrowed.rsplit_once("->"))
            && let Some(code) = self.whole(field, after)
        {
            return Choice::One(code);
        }
        let pieces: Vec<&str> = narrowed
            .split(['/', '、', ',', ';', '\n', '+', '&', '|', ' '])
            .filter(|piece| !key(piece).is_empty())
            .collect();
        let codes: Vec<_> = pieces
            .iter()
            .map(|piece| self.whole(field, piece))
            .collect();
        if pieces.len() > 1 && codes.iter().all(Option::is_some) {
            let mut known: Vec<String> = codes.into_iter().flatten().collect();
            known.dedup();
            let first = known.remove(0);
            return if known.is_empty() {
                Choice::One(first)
            } else {
                Choice::Several(first)
            };
        }
        self.part(field, &key(text))
            .map_or(Choice::Unknown, Choice::One)
    }

    fn whole(&self, field: Field, text: &str) -> Option<String> {
        let spelled = [key(text), key(&without_brackets(&narrow(text))), mark(text)];
        let found = spelled.iter().find_map(|word| self.word(field, word));
        found.or_else(|| match field {
            Field::Level => self.level(&spelled[0]),
            Field::Frequency => self.frequency(&spelled[0]),
            Field::AgeBand => self.age(&spelled[0]),
            _ => None,
        })
    }

    fn word(&self, field: Field, word: &str) -> Option<String> {
        if word.is_empty() {
            return None;
        }
        let (list, set) = sets(field)?;
        let labelled = list.and_then(|list| self.labels.get(list)?.get(word));
        let known = |code: &&str| {
            list.is_none_or(|list| {
                self.codes
                    .get(list)
                    .is_some_and(|codes| codes.contains(*code))
            })
        };
        labelled.cloned().or_else(|| {
            self.synonyms
                .value(set, word)
                .filter(known)
                .map(str::to_owned)
        })
    }

    /// `H级`, `A类客户`, `B30天内`, `级别C`.
    fn level(&self, word: &str) -> Option<String> {
        let affixes = &self.synonyms.level_affixes;
        let is_more = |rest: &str| {
            rest.is_empty() || affixes.contains(rest) || self.word(Field::Level, rest).is_some()
        };
        let latin = |c: char| c.is_ascii_alphanumeric();
        let head: String = word.chars().take_while(|c| latin(*c)).collect();
        let tail: String = word.chars().skip_while(|c| !latin(*c)).collect();
        let splits = [
            (word.strip_prefix(&*head), &*head),
            (word.strip_suffix(&*tail), &*tail),
        ];
        let affixed = splits.iter().find_map(|(rest, code)| {
            if rest.is_some_and(is_more) {
                self.word(Field::Level, code)
            } else {
                None
            }
        });
        // A7天内: the days belong to the letter.
        let digit_follows = head.len() > 1 && head[1..].bytes().all(|b| b.is_ascii_digit());
        affixed.or_else(|| {
            let letter = head
                .get(..1)
                .filter(|_| digit_follows)
                .and_then(|letter| self.word(Field::Level, letter))?;
            self.word(Field::Level, &word[1..])
                .filter(|of_days| *of_days == letter)
        })
    }

    /// `第3次`, `2`: any time but the first is again.
    fn frequency(&self, word: &str) -> Option<String> {
        let number = word
            .trim_start_matches('第')
            .trim_end_matches('次')
            .trim_end_matches("来店")
            .trim_end_matches("到店");
        let times: u32 = number.parse().ok()?;
        (1..=99).contains(&times).then(|| {
            if times == 1 {
                "first".to_owned()
            } else {
                "again".to_owned()
            }
        })
    }

    /// An age in years belongs to a band whose code says from–to: `26_35`, `56_up`.
    fn age(&self, word: &str) -> Option<String> {
        let years: u32 = word
            .trim_end_matches('岁')
            .trim_end_matches('多')
            .parse()
            .ok()?;
        let within = |code: &&String| {
            let Some((from, to)) = code.split_once('_') else {
                return false;
            };
            from.parse().is_ok_and(|from: u32| years >= from)
                && to.parse().map_or(to == "up", |to: u32| years <= to)
        };
        self.codes.get("age_bands")?.iter().find(within).cloned()
    }

    /// A longer text that begins or ends with known words of one single item: `汽车之家APP`, `抖音广告投放`.
    fn part(&self, field: Field, word: &str) -> Option<String> {
        const NOT: [char; 5] = ['非', '不', '未', '没', '无'];
        let open = matches!(
            field,
            Field::Source
                | Field::Purpose
                | Field::Transport
                | Field::Drink
                | Field::NotFiledReason
                | Field::Kind
                | Field::Weather
                | Field::MainUse
        );
        if !open || word.contains(NOT) {
            return None;
        }
        let (list, set) = sets(field)?;
        let labels = list
            .and_then(|list| self.labels.get(list))
            .into_iter()
            .flatten()
            .map(|(word, code)| (word.as_str(), code.as_str()));
        let known = |code: &str| {
            list.is_none_or(|list| {
                self.codes
                    .get(list)
                    .is_some_and(|codes| codes.contains(code))
            })
        };
        let mut codes: HashSet<&str> = HashSet::new();
        for (part, code) in labels.chain(self.synonyms.words(set).filter(|(_, code)| known(code))) {
            let long = if part.is_ascii() {
                part.len() >= 4
            } else {
                part.chars().count() >= 2
            };
            if long && (word.starts_with(part) || word.ends_with(part)) {
                codes.insert(code);
            }
        }
        let mut codes = codes.into_iter();
        codes
            .next()
            .filter(|_| codes.next().is_none())
            .map(str::to_owned)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::sheet::synonyms::tests::shipped;

    /// The lists that the program is shipped with.
    pub(in crate::sheet) fn house() -> Lists {
        static HOUSE: std::sync::LazyLock<Lists> = std::sync::LazyLock::new(|| {
            Lists::from_json(
                &shipped(),
                include_str!("../../../../assets/house/lists.json"),
            )
            .unwrap()
        });
        HOUSE.clone()
    }

    fn one(field: Field, text: &str) -> Option<String> {
        match house().choose(field, text) {
            Choice::One(code) => Some(code),
            _ => None,
        }
    }

    #[test]
    fn a_level_has_many_spellings() {
        for (text, code) in [
            ("H", "H"),
            ("ｈ", "H"),
            ("H级", "H"),
            ("H 級", "H"),
            ("A类客户", "A"),
            ("B（30天内）", "B"),
            ("C卡", "C"),
            ("级别：A", "A"),
            ("B→A", "A"),
            ("O已订车", "O"),
            ("已订", "O"),
            ("F1", "F1"),
            ("一周内", "H"),
            ("H7天内", "H"),
            ("战败", "F1"),
        ] {
            assert_eq!(one(Field::Level, text).as_deref(), Some(code), "{text}");
        }
        for text in ["甲", "高", "HA", "B30"] {
            assert_eq!(
                house().choose(Field::Level, text),
                Choice::Unknown,
                "{text}"
            );
        }
        assert_eq!(
            house().choose(Field::Level, "H/A"),
            Choice::Several("H".into())
        );
        assert_eq!(house().choose(Field::Level, "-"), Choice::Nothing);
    }

    #[test]
    fn a_source_is_known_by_its_label_its_synonyms_and_their_beginning() {
        for (text, code) in [
            ("朋友介绍", "owner_referral"),
            ("車主介紹", "owner_referral"),
            ("Passing by", "walk_by"),
            ("汽车之家APP", "vertical_site"),
            ("抖音广告投放", "short_video"),
            ("懂车帝/易车", "vertical_site"),
            ("店头促销", "walk_in"),
            ("short_video", "short_video"),
        ] {
            assert_eq!(one(Field::Source, text).as_deref(), Some(code), "{text}");
        }
        assert_eq!(house().choose(Field::Source, "非自然到店"), Choice::Unknown);
        assert_eq!(house().choose(Field::Source, "天上掉下来"), Choice::Unknown);
        assert_eq!(
            house().choose(Field::Source, "抖音、车展"),
            Choice::Several("short_video".into())
        );
    }

    #[test]
    fn an_item_that_the_house_has_struck_off_is_unknown() {
        let mut lists = Lists::new(&shipped());
        lists.add("sources", "walk_by", &["路过"]);
        assert_eq!(lists.choose(Field::Source, "短视频"), Choice::Unknown);
        lists.add("sources", "cinema", &["影院贴片"]);
        assert_eq!(
            lists.choose(Field::Source, "影院贴片"),
            Choice::One("cinema".into())
        );
    }

    #[test]
    fn fixed_choices_need_no_list() {
        for (field, text, code) in [
            (Field::Gender, "女士", "female"),
            (Field::Kind, "來電", "call"),
            (Field::Frequency, "F", "first"),
            (Field::Frequency, "第3次", "again"),
            (Field::Frequency, "2", "again"),
            (Field::Result, "未留档", "not_filed"),
            (Field::AgeBand, "30岁", "26_35"),
            (Field::AgeBand, "26–35", "26_35"),
            (Field::PreferredWay, "微信", "wechat"),
            (Field::Weather, "小雨", "rain"),
        ] {
            assert_eq!(one(field, text).as_deref(), Some(code), "{text}");
        }
    }
}
