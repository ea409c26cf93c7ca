//! What the headings of columns mean. Refuses a word that is only a small part of its heading: that is a sentence.

use std::collections::{BTreeMap, HashMap};

use super::given::Given;
use super::{Synonyms, key};
use crate::sheet::field::{Field, SheetKind};

/// What a heading means in one kind of sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sheet) enum Meaning {
    /// A column of this field.
    Field(Field),
    /// Known, and not imported.
    NotKept,
}

/// Kind of sheet → heading → what it means, and how far from the usual word it is.
pub(super) type Exact = BTreeMap<SheetKind, HashMap<String, (Meaning, u32)>>;
/// Kind of sheet → the words that longer headings are known by, the longest first.
pub(super) type Similar = BTreeMap<SheetKind, Vec<(String, Meaning)>>;

/// A word of the kind's own wins over one that is known and not kept, that over one of every kind.
pub(super) fn headings(given: &Given) -> (Exact, Similar) {
    let (mut exact, mut similar) = (Exact::new(), Similar::new());
    let none = BTreeMap::new();
    for kind in SheetKind::ALL {
        let mut all: HashMap<String, (Meaning, u32)> = HashMap::new();
        let mut take = |words: &[String], meaning: Meaning| {
            for (at, word) in (0_u32..).zip(words) {
                all.entry(key(word)).or_insert((meaning, at));
            }
        };
        let own: &[&str] = if *kind == SheetKind::Unknown {
            &["register", "customers"]
        } else {
            &[kind.code()]
        };
        for section in own {
            for (field, words) in given.fields.get(*section).unwrap_or(&none) {
                take(words, Meaning::Field(*field));
            }
        }
        take(
            given
                .known_but_not_kept_in
                .get(kind)
                .map_or(&[], Vec::as_slice),
            Meaning::NotKept,
        );
        if *kind != SheetKind::Catalogue {
            for (field, words) in given.fields.get("every").unwrap_or(&none) {
                take(words, Meaning::Field(*field));
            }
        }
        take(&given.known_but_not_kept, Meaning::NotKept);
        // One Han character or a short Latin word stands inside too many others.
        let whole = |word: &String| {
            if word.is_ascii() {
                word.len() >= 5
            } else {
                word.chars().count() >= 2
            }
        };
        let mut parts: Vec<_> = all
            .iter()
            .filter(|(word, _)| whole(word))
            .map(|(word, (meaning, _))| (word.clone(), *meaning))
            .collect();
        parts.sort_by(|a, b| {
            b.0.chars()
                .count()
                .cmp(&a.0.chars().count())
                .then_with(|| a.0.cmp(&b.0))
        });
        exact.insert(*kind, all);
        similar.insert(*kind, parts);
    }
    (exact, similar)
}

impl Synonyms {
    /// What a heading, already a [`key`], means as a whole, and how far from the usual word it is (0 is the most usual).
    pub(in crate::sheet) fn exactly(
        &self,
        kind: SheetKind,
        heading: &str,
    ) -> Option<(Meaning, u32)> {
        self.exact.get(&kind)?.get(heading).copied()
    }

    /// Whether a longer heading that contains a word of this meaning can still mean it: `顾问电话` is no customer's number.
    pub(in crate::sheet) fn allows(&self, meaning: Meaning, heading: &str) -> bool {
        match meaning {
            Meaning::Field(field) => self
                .no_part_of
                .get(&field)
                .is_none_or(|words| !words.iter().any(|w| heading.contains(&**w))),
            Meaning::NotKept => true,
        }
    }

    /// What the longest known word in a heading means, and how many of its characters that word has.
    pub(in crate::sheet) fn similarly(
        &self,
        kind: SheetKind,
        heading: &str,
    ) -> Option<(Meaning, usize)> {
        let total = heading.chars().count();
        self.similar.get(&kind)?.iter().find_map(|(word, meaning)| {
            let length = word.chars().count();
            let fits = if word.is_ascii() {
                heading.starts_with(&**word)
            } else {
                heading.starts_with(&**word) || heading.ends_with(&**word)
            };
            let within = fits || (length >= 3 && !word.is_ascii() && heading.contains(&**word));
            (within && length * 3 >= total && self.allows(*meaning, heading))
                .then_some((*meaning, length))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::synonyms::tests::shipped;

    #[test]
    fn a_heading_is_found_in_every_script() {
        let words = shipped();
        for (heading, field) in [
            ("联系电话", Field::Phone),
            ("聯絡電話", Field::Phone),
            ("Phone No.", Field::Phone),
            ("客戶姓名", Field::Name),
            ("Customer Name", Field::Name),
            ("來店時間", Field::Arrived),
            ("Time in", Field::Arrived),
            ("銷售顧問", Field::Consultant),
            ("意向車型", Field::Model),
        ] {
            assert_eq!(
                words
                    .exactly(SheetKind::Register, &key(heading))
                    .map(|m| m.0),
                Some(Meaning::Field(field)),
                "{heading}"
            );
        }
    }

    #[test]
    fn a_longer_heading_is_known_by_the_word_in_it() {
        let words = shipped();
        for (heading, field) in [
            ("本次意向车型明细", Field::Model),
            ("试乘试驾Y/N", Field::TestDrive),
            ("客户联系电话必填", Field::Phone),
        ] {
            assert_eq!(
                words
                    .similarly(SheetKind::Register, &key(heading))
                    .map(|m| m.0),
                Some(Meaning::Field(field)),
                "{heading}"
            );
        }
        assert_eq!(
            words
                .similarly(SheetKind::Register, &key("销售顾问电话"))
                .map(|m| m.0),
            Some(Meaning::NotKept)
        );
        assert_eq!(
            words.similarly(
                SheetKind::Register,
                &key("这是一张很长的说明文字里面提到了电话两个字")
            ),
            None
        );
    }
}
