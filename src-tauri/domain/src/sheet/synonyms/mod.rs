//! The words by which sheets are understood: headings, values, lines that are no data. They are data
//! (`assets/house/import.json`), so a dealer's own word needs no new program. Refuses to contain any of them itself.

mod first;
mod given;
mod headings;
mod values;

use std::collections::{HashMap, HashSet};

use super::field::{Field, SheetKind};
use super::fold::{letters, narrow};
use crate::find::fold;

pub(super) use headings::Meaning;

use headings::{Exact, Similar};

/// The words, ready to be looked up.
#[derive(Debug, Clone)]
pub struct Synonyms {
    exact: Exact,
    similar: Similar,
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The words that the program is shipped with.
    pub(in crate::sheet) fn shipped() -> Synonyms {
        static SHIPPED: std::sync::LazyLock<Synonyms> = std::sync::LazyLock::new(|| {
            Synonyms::from_json(include_str!("../../../../../assets/house/import.json")).unwrap()
        });
        SHIPPED.clone()
    }
}
