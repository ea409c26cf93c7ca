//! The words by which columns and choices are known: shipped synonyms and the house's own lists.

use std::sync::OnceLock;

use domain::sheet::{Lists, Synonyms};

use crate::house::House;

const SYNONYMS: &str = include_str!("../../../../assets/house/import.json");

/// The shipped synonyms.
pub(super) fn synonyms() -> &'static Synonyms {
    static READ: OnceLock<Synonyms> = OnceLock::new();
    READ.get_or_init(|| {
        Synonyms::from_json(SYNONYMS).expect("assets/house/import.json is checked by a test")
    })
}

/// The house's lists, by every label they have.
pub(super) fn lists(house: &House) -> Lists {
    let mut lists = Lists::new(synonyms());
    for (list, items) in &house.lists {
        for item in items {
            lists.add(
                list,
                &item.code,
                &[&item.label.zh_cn, &item.label.zh_tw, &item.label.en],
            );
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_shipped_synonyms_can_be_read() {
        super::synonyms();
    }
}
