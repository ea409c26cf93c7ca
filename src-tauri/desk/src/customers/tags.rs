//! Words by which customers are grouped: those of the house list, and free ones.

use domain::id::{CustomerId, by_rule};
use domain::rows::Tag;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::edit::workable;
use crate::house::House;
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{OWNERS, Verb};
use crate::work::{Acted, Work};

/// The owner, and managers.
pub const ADD_TAG: Verb = Verb::new("add_tag", OWNERS);
/// The owner, and managers.
pub const REMOVE_TAG: Verb = Verb::new("remove_tag", OWNERS);

/// The most characters of a tag: it stands in a line with others.
const MOST: usize = 30;

/// A word for a customer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TagCustomer {
    /// Whom.
    pub customer: CustomerId,
    /// Code of `tags`, its name in any language, or a free word.
    pub label: String,
}

/// Puts a tag on a card.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NameMissing`], [`Code::TextTooLong`], [`Code::NothingChanged`] when it is there.
pub fn add_tag(work: &mut Work<'_>, ask: TagCustomer) -> Outcome<Acted> {
    let customer = workable(work, ask.customer)?;
    let label = label_of(work.house, &ask.label)?;
    let row = Tag {
        id: tag_id(customer.id, &label),
        customer: customer.id,
        label,
    };
    if work.tables.get::<Tag>(row.id)?.is_some() {
        return Err(Problem::refused(Code::NothingChanged));
    }
    if work.tables.has_row("tag", row.id)? {
        work.unvoid(customer.id.0, &row);
    } else {
        work.insert(customer.id.0, &row);
    }
    Ok(work.acted())
}

/// Takes a tag off a card.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NotFound`].
pub fn remove_tag(work: &mut Work<'_>, ask: TagCustomer) -> Outcome<Acted> {
    let customer = workable(work, ask.customer)?;
    let label = label_of(work.house, &ask.label)?;
    let row: Tag = work
        .tables
        .get(tag_id(customer.id, &label))?
        .ok_or(Problem::refused(Code::NotFound))?;
    work.void(customer.id.0, &row);
    Ok(work.acted())
}

/// One word, one spelling: what the house list has is kept as its code.
///
/// # Errors
/// [`Code::NameMissing`], [`Code::TextTooLong`].
pub(super) fn label_of(house: &House, typed: &str) -> Outcome<String> {
    let typed = text::required(&typed.replace('\n', " "), MOST)?;
    let folded = domain::find::fold(&typed);
    let known = house.lists.get("tags").into_iter().flatten().find(|item| {
        let label = &item.label;
        item.code == typed
            || [&label.zh_cn, &label.zh_tw, &label.en]
                .into_iter()
                .any(|name| domain::find::fold(name) == folded)
    });
    Ok(known.map_or(typed, |item| item.code.clone()))
}

fn tag_id(customer: CustomerId, label: &str) -> Uuid {
    by_rule(customer.0, "tag", &domain::find::fold(label))
}
