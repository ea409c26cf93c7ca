//! The house's lists and the trade's fixed choices: from what stands in a cell to the code that the records keep.
//! Refuses to choose between two: what is not surely one item of the list is unknown.

mod choose;
mod code;
mod pattern;

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::fold::{narrow, without_brackets};
use super::synonyms::{Synonyms, SynonymsBroken, key};

pub(super) use choose::Choice;
pub(super) use code::value_of;

/// The lists and the words for their items.
#[derive(Debug, Clone)]
pub struct Lists {
    pub(super) synonyms: Synonyms,
    /// List → label → code.
    labels: HashMap<String, HashMap<String, String>>,
    codes: HashMap<String, HashSet<String>>,
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
                include_str!("../../../../../assets/house/lists.json"),
            )
            .unwrap()
        });
        HOUSE.clone()
    }
}
