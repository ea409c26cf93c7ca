//! Two cards are one person: managers put them together, and take them apart again.
//!
//! Nothing is moved. Every visit, contact and number keeps the card that it was written for; whoever looks sees one. What a colleague
//! writes meanwhile on either card, on a PC that has not heard of it, shows on the one.

use domain::id::CustomerId;
use domain::log::Fields;
use domain::rows::{Customer, Merged};
use domain::table::Row;
use domain::value::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::problem::{Code, Outcome, Problem};
use crate::verb::{MANAGERS, Verb};
use crate::work::{Acted, Work};

/// Managers put two cards together.
pub const MERGE_CUSTOMERS: Verb = Verb::new("merge_customers", MANAGERS);
/// And take them apart.
pub const UNMERGE_CUSTOMERS: Verb = Verb::new("unmerge_customers", MANAGERS);

/// What stays each card's own.
const OWN: &[&str] = &["code", "card_day", "import", "kept"];

/// Which two.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeCustomers {
    /// Where both say something, this one is right.
    pub keep: CustomerId,
    /// The other.
    pub other: CustomerId,
}

/// What is taken apart.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnmergeCustomers {
    /// Which merge.
    pub merge: Uuid,
}

/// Puts two cards together.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NothingChanged`] when they are one already; [`Code::WrittenByNewer`].
pub fn merge_customers(work: &mut Work<'_>, ask: MergeCustomers) -> Outcome<Acted> {
    let found = |id| -> Outcome<Customer> {
        let customer = work.tables.get::<Customer>(id)?;
        customer.ok_or(Problem::refused(Code::NotFound))
    };
    let (keep, other) = (found(ask.keep)?, found(ask.other)?);
    if keep.id == other.id {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let shown = keep.id.min(other.id);
    // Where both say something the kept one's word is said once more, so that it is the last.
    let both = Customer::TABLE
        .columns
        .iter()
        .zip(keep.values().into_iter().zip(other.values()));
    let settled: Fields = both
        .filter(|(column, (kept, given))| {
            !OWN.contains(&column.name) && !kept.is_null() && !given.is_null() && kept != given
        })
        .map(|(column, (kept, _))| (column.name.into(), kept))
        .collect();
    if !settled.is_empty() {
        if work.tables.newer("customer", shown.0)? {
            return Err(Problem::refused(Code::WrittenByNewer));
        }
        let names = settled.keys().map(AsRef::as_ref);
        let base = work.tables.fields("customer", shown.0, names)?;
        work.change(shown.0, "customer", shown.0, settled, base);
    }
    let merged = Merged::of(keep.id, other.id, work.act);
    work.put(shown.0, &merged)?;
    // In the history of both.
    work.note(keep.id.max(other.id).0);
    Ok(work.acted())
}

/// Takes two cards apart. What the merge had settled is as before, where nobody wrote over it since.
///
/// # Errors
/// [`Code::NotFound`] for what is no merge, or is taken apart already.
pub fn unmerge_customers(work: &mut Work<'_>, ask: UnmergeCustomers) -> Outcome<Acted> {
    let merged: Merged = work
        .tables
        .get(ask.merge)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let done = work.tables.act(merged.act)?;
    let entries = done.map(|done| done.entries).unwrap_or_default();
    for change in entries.iter().flat_map(|(_, changes)| changes) {
        if change.table != "customer" || change.fields.contains_key("void") {
            continue;
        }
        let names = change.fields.keys().map(AsRef::as_ref);
        let now = work.tables.fields("customer", change.row, names)?;
        let unchanged = |field: &&str| now.get(*field) == change.fields.get(*field);
        let back: Fields = change
            .fields
            .keys()
            .filter(|field| unchanged(&field.as_ref()))
            .map(|field| {
                let before = change.base.get(field).cloned();
                (field.clone(), before.unwrap_or(Value::Null))
            })
            .collect();
        let base = change
            .fields
            .iter()
            .filter(|(field, _)| back.contains_key(*field))
            .map(|(field, value)| (field.clone(), value.clone()))
            .collect();
        if !back.is_empty() {
            work.change(merged.a.0, "customer", change.row, back, base);
        }
    }
    work.void(merged.a.0, &merged);
    work.note(merged.b.0);
    Ok(work.acted())
}
