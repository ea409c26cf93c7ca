//! What a cell says about a choice: one item, several, nothing. Refuses to take a text of which only a part is known, unless it begins
//! or ends with the words of a single item.

use std::collections::HashSet;

use super::Lists;
use super::code::sets;
use crate::sheet::field::Field;
use crate::sheet::fold::{narrow, without_brackets};
use crate::sheet::synonyms::{key, mark};

/// What a cell says about a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::sheet) enum Choice {
    /// Nothing.
    Nothing,
    /// One item.
    One(String),
    /// Several items; this is the first.
    Several(String),
    /// No item that is known.
    Unknown,
}

impl Lists {
    /// What a text says about a choice.
    pub(in crate::sheet) fn choose(&self, field: Field, text: &str) -> Choice {
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
        found.or_else(|| self.patterned(field, &spelled[0]))
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
mod tests {
    use super::*;
    use crate::sheet::lists::tests::house;
    use crate::sheet::synonyms::tests::shipped;

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
