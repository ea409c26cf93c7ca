//! Which list and which words a field's choices come from, and the code of a single word. Refuses to read more than one word.

use super::Lists;
use crate::sheet::field::Field;
use crate::sheet::synonyms::{Synonyms, key, mark};

/// The house list and the set of synonyms of a field; no list where the choices are fixed.
pub(super) fn sets(field: Field) -> Option<(Option<&'static str>, &'static str)> {
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
pub(in crate::sheet) fn value_of<'a>(
    synonyms: &'a Synonyms,
    field: Field,
    word: &str,
) -> Option<&'a str> {
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
    /// The code of a word, already a [`key`] or a [`mark`], if the house still has it.
    pub(super) fn word(&self, field: Field, word: &str) -> Option<String> {
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
}
