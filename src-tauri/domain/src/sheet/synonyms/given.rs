//! The file of words as people edit it, made ready to be looked up. Refuses a file of another shape and names of unknown fields.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use super::first::forms;
use super::headings::headings;
use super::{Synonyms, SynonymsBroken, key, mark};
use crate::sheet::field::{Field, SheetKind};

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    #[serde(rename = "version")]
    _version: u32,
    pub fields: BTreeMap<String, BTreeMap<Field, Vec<String>>>,
    pub known_but_not_kept: Vec<String>,
    pub known_but_not_kept_in: BTreeMap<SheetKind, Vec<String>>,
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

/// The words of lines that are no data.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenRows {
    subtotal: Vec<String>,
    subtotal_end: Vec<String>,
    count_units: Vec<String>,
    signature: Vec<String>,
    remark: Vec<String>,
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
}

/// Every spelling of the values of a set, with their codes.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_file_is_refused_with_its_place() {
        assert!(Synonyms::from_json("{").is_err());
        let unknown = include_str!("../../../../../assets/house/import.json").replacen(
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
            serde_json::from_str(include_str!("../../../../../assets/house/import.json")).unwrap();
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
}
