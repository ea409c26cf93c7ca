//! The words by which sheets are understood: headings, values, lines that are no data. They are data
//! (`assets/house/import.json`), so a dealer's own word needs no new program. Refuses to contain any of them itself.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::field::{Field, SheetKind};
use super::fold::{letters, narrow};
use crate::find::fold;

/// What a heading means in one kind of sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A column of this field.
    Field(Field),
    /// Known, and not imported.
    NotKept,
}

/// The words, ready to be looked up.
#[derive(Debug, Clone)]
pub struct Synonyms {
    exact: BTreeMap<SheetKind, HashMap<String, (Meaning, u32)>>,
    similar: BTreeMap<SheetKind, Vec<(String, Meaning)>>,
    no_part_of: HashMap<Field, Vec<String>>,
    values: HashMap<String, HashMap<String, String>>,
    pub(super) level_affixes: HashSet<String>,
    /// 先生 and 女士 with the code of the gender.
    pub(super) titles: Vec<(String, String)>,
    /// 来 and 离 under a group heading of times: arrival or departure.
    pub(super) time_ends: (HashSet<String>, HashSet<String>),
    /// Surnames of two characters.
    pub(super) compound_surnames: HashSet<String>,
    nothing: HashSet<String>,
    nothing_begins: HashSet<char>,
    ditto: HashSet<String>,
    ditto_begins: HashSet<char>,
    title_ends: HashSet<char>,
    pub(super) subtotal: Vec<String>,
    pub(super) subtotal_end: Vec<String>,
    pub(super) count_units: HashSet<String>,
    pub(super) signature: Vec<String>,
    pub(super) remark: Vec<String>,
    pub(super) sheets: Vec<(SheetKind, Vec<String>)>,
}

/// The file of synonyms cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the synonyms are broken: {0}")]
pub struct SynonymsBroken(pub String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    #[serde(rename = "version")]
    _version: u32,
    fields: BTreeMap<String, BTreeMap<Field, Vec<String>>>,
    known_but_not_kept: Vec<String>,
    known_but_not_kept_in: BTreeMap<SheetKind, Vec<String>>,
    no_part_of: HashMap<Field, Vec<String>>,
    values: HashMap<String, HashMap<String, Vec<String>>>,
    time_ends: BTreeMap<String, Vec<String>>,
    level_affixes: Vec<String>,
    titles: BTreeMap<String, Vec<String>>,
    compound_surnames: Vec<String>,
    nothing: Vec<String>,
    ditto: Vec<String>,
    rows: GivenRows,
    sheets: BTreeMap<SheetKind, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenRows {
    subtotal: Vec<String>,
    subtotal_end: Vec<String>,
    count_units: Vec<String>,
    signature: Vec<String>,
    remark: Vec<String>,
}

/// A heading or a value without what makes no difference: width, capitals, traditional forms, spaces, punctuation.
pub(super) fn key(text: &str) -> String {
    letters(&fold(&narrow(text)))
}

/// As [`key`], but signs stay: `√`, `×`, `/`.
pub(super) fn mark(text: &str) -> String {
    fold(&narrow(text))
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

impl Synonyms {
    /// Reads the words from the text of `import.json`.
    ///
    /// # Errors
    /// When it is not of the expected shape or names an unknown field.
    pub fn from_json(json: &str) -> Result<Self, SynonymsBroken> {
        let given: Given = serde_json::from_str(json).map_err(|e| SynonymsBroken(e.to_string()))?;
        let (exact, similar) = headings(&given);
        let keys = |words: &[String]| words.iter().map(|w| key(w)).collect::<HashSet<_>>();
        let marks = |words: &[String]| words.iter().map(|w| mark(w)).collect::<HashSet<_>>();
        let sorted = |words: &[String]| {
            let mut words: Vec<String> = keys(words).into_iter().collect();
            words.sort_by_key(|w| std::cmp::Reverse(w.chars().count()));
            words
        };
        let values = given
            .values
            .iter()
            .map(|(set, codes)| (set.clone(), words_of(codes)))
            .collect();
        let mut titles: Vec<(String, String)> = given
            .titles
            .iter()
            .flat_map(|(code, words)| words.iter().map(|w| (key(w), code.clone())))
            .collect();
        titles.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        let ends = |end: &str| {
            given
                .time_ends
                .get(end)
                .map(|words| keys(words))
                .unwrap_or_default()
        };
        Ok(Self {
            exact,
            similar,
            no_part_of: given
                .no_part_of
                .iter()
                .map(|(field, words)| (*field, sorted(words)))
                .collect(),
            values,
            level_affixes: keys(&given.level_affixes),
            title_ends: forms(titles.iter().filter_map(|(word, _)| word.chars().last())),
            titles,
            time_ends: (ends("from"), ends("to")),
            compound_surnames: keys(&given.compound_surnames),
            nothing_begins: forms(given.nothing.iter().filter_map(|w| mark(w).chars().next())),
            nothing: marks(&given.nothing),
            ditto_begins: forms(given.ditto.iter().filter_map(|w| mark(w).chars().next())),
            ditto: marks(&given.ditto),
            subtotal: sorted(&given.rows.subtotal),
            subtotal_end: sorted(&given.rows.subtotal_end),
            count_units: keys(&given.rows.count_units),
            signature: sorted(&given.rows.signature),
            remark: sorted(&given.rows.remark),
            sheets: given
                .sheets
                .iter()
                .map(|(kind, words)| (*kind, sorted(words)))
                .collect(),
        })
    }

    /// What a heading, already a [`key`], means as a whole, and how far from the usual word it is (0 is the most usual).
    pub(super) fn exactly(&self, kind: SheetKind, heading: &str) -> Option<(Meaning, u32)> {
        self.exact.get(&kind)?.get(heading).copied()
    }

    /// Whether a longer heading that contains a word of this meaning can still mean it: `顾问电话` is no customer's number.
    pub(super) fn allows(&self, meaning: Meaning, heading: &str) -> bool {
        match meaning {
            Meaning::Field(field) => self
                .no_part_of
                .get(&field)
                .is_none_or(|words| !words.iter().any(|w| heading.contains(&**w))),
            Meaning::NotKept => true,
        }
    }

    /// What the longest known word in a heading means, and how many of its characters that word has.
    pub(super) fn similarly(&self, kind: SheetKind, heading: &str) -> Option<(Meaning, usize)> {
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

    /// The code of this word, already a [`key`], among the values of a set such as `source`.
    pub(super) fn value(&self, set: &str, word: &str) -> Option<&str> {
        self.values.get(set)?.get(word).map(String::as_str)
    }

    /// Every word of a set with its code.
    pub(super) fn words(&self, set: &str) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .get(set)
            .into_iter()
            .flatten()
            .map(|(word, code)| (word.as_str(), code.as_str()))
    }

    /// Yes, no, or neither. Marks such as `√` count.
    pub(super) fn yes_no(&self, text: &str) -> Option<bool> {
        let code = self.value("yes_no", &mark(text)).or_else(|| {
            self.value("yes_no", &key(text))
                .filter(|_| !key(text).is_empty())
        })?;
        Some(code == "yes")
    }

    /// Whether a text says that there is nothing: `无`, `/`, `未留`.
    pub(super) fn says_nothing(&self, text: &str) -> bool {
        // Longer texts say something; the longest word for nothing has eight characters. Asked for every cell of a sheet:
        // the first character answers it nearly always.
        text.len() <= 40 && begins(text, &self.nothing_begins) && self.nothing.contains(&mark(text))
    }

    /// Whether a text says that the row above is repeated: `同上`, `〃`.
    pub(super) fn says_ditto(&self, text: &str) -> bool {
        text.len() <= 16 && begins(text, &self.ditto_begins) && self.ditto.contains(&mark(text))
    }

    /// Whether a name can have a title behind or before it.
    pub(super) fn may_have_title(&self, name: &str) -> bool {
        let end = name.chars().rev().find(|c| c.is_alphanumeric());
        end.is_some_and(|c| self.title_ends.contains(&c))
            || name.trim_start().starts_with(['m', 'M', 'ｍ', 'Ｍ'])
    }
}

/// Whether a text begins with one of these characters, or with one that could be a form of them.
fn begins(text: &str, with: &HashSet<char>) -> bool {
    let usual = |c: &char| c.is_ascii() || ('\u{4e00}'..='\u{9fff}').contains(c);
    text.chars()
        .find(|c| !c.is_whitespace())
        .is_none_or(|c| !usual(&c) || with.contains(&c))
}

/// These characters with their capitals and traditional forms.
fn forms(of: impl Iterator<Item = char>) -> HashSet<char> {
    static TRADITIONAL: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let folded = |c: char| {
            fold(c.encode_utf8(&mut [0; 4]))
                .chars()
                .next()
                .filter(|f| *f != c)
        };
        ('\u{4e00}'..='\u{9fff}')
            .filter_map(|c| folded(c).map(|f| (c, f)))
            .collect()
    });
    let plain: HashSet<char> = of.collect();
    let traditional = TRADITIONAL
        .iter()
        .filter(|(_, simplified)| plain.contains(simplified))
        .map(|(c, _)| *c);
    let capitals = plain
        .iter()
        .filter(|c| c.is_ascii_lowercase())
        .map(char::to_ascii_uppercase);
    // Narrow forms of signs that have several.
    let marks = ['"', '\'', '-', '/', '\\', '*', '_', '.', '?'];
    traditional
        .chain(capitals)
        .chain(marks)
        .chain(plain.iter().copied())
        .collect()
}

fn words_of(codes: &HashMap<String, Vec<String>>) -> HashMap<String, String> {
    let mut all = HashMap::new();
    for (code, words) in codes {
        for word in words {
            for spelled in [key(word), mark(word)] {
                if !spelled.is_empty() {
                    all.insert(spelled, code.clone());
                }
            }
        }
    }
    all
}

type Exact = BTreeMap<SheetKind, HashMap<String, (Meaning, u32)>>;
type Similar = BTreeMap<SheetKind, Vec<(String, Meaning)>>;

/// A word of the kind's own wins over one that is known and not kept, that over one of every kind.
fn headings(given: &Given) -> (Exact, Similar) {
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The words that the program is shipped with.
    pub(in crate::sheet) fn shipped() -> Synonyms {
        static SHIPPED: LazyLock<Synonyms> = LazyLock::new(|| {
            Synonyms::from_json(include_str!("../../../../assets/house/import.json")).unwrap()
        });
        SHIPPED.clone()
    }

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

    #[test]
    fn a_broken_file_is_refused_with_its_place() {
        assert!(Synonyms::from_json("{").is_err());
        let unknown = include_str!("../../../../assets/house/import.json").replacen(
            "\"seq\":",
            "\"sequel\":",
            1,
        );
        assert!(
            Synonyms::from_json(&unknown)
                .unwrap_err()
                .0
                .contains("sequel")
        );
    }

    #[test]
    fn no_word_of_a_set_has_two_codes() {
        let given: serde_json::Value =
            serde_json::from_str(include_str!("../../../../assets/house/import.json")).unwrap();
        for (set, codes) in given["values"].as_object().unwrap() {
            let mut seen: HashMap<String, &str> = HashMap::new();
            for (code, words) in codes.as_object().unwrap() {
                for word in words.as_array().unwrap() {
                    let before = seen.insert(mark(word.as_str().unwrap()), code);
                    assert!(
                        before.is_none_or(|b| b == code),
                        "{set}: {word} is {before:?} and {code}"
                    );
                }
            }
        }
    }

    #[test]
    fn yes_and_no_have_many_spellings() {
        let words = shipped();
        for (text, said) in [
            ("✓", Some(true)),
            ("√", Some(true)),
            ("是", Some(true)),
            ("Ｙ", Some(true)),
            ("已加", Some(true)),
            ("×", Some(false)),
            ("沒有", Some(false)),
            ("N", Some(false)),
            ("也许", None),
        ] {
            assert_eq!(words.yes_no(text), said, "{text}");
        }
        for text in [
            "未留", "——", "無", "沒有", "Ｎ/Ａ", "N/A", " 無 ", "／", "拒絕", "NULL", "？？",
        ] {
            assert!(words.says_nothing(text), "{text}");
        }
        assert!(
            !words.says_nothing("王")
                && !words.says_nothing("無錫")
                && words.says_ditto("〃")
                && words.says_ditto("同上")
                && words.says_ditto("\"")
        );
    }
}
