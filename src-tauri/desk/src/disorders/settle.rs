//! The one thing to do about each: say which value is right; take note of a step that did not count.

use domain::id::CustomerId;
use domain::log::Fields;
use domain::rows::Step;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::customers::workable;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{MANAGERS, OWNERS, Verb};
use crate::work::{Acted, Work};

/// The owner, and managers: as for changing the card.
pub const SETTLE_FIELD: Verb = Verb::new("settle_field", OWNERS);
/// Managers.
pub const DISMISS_STEP: Verb = Verb::new("dismiss_step", MANAGERS);

/// Which field, and which of its two values.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettleField {
    /// Wire name of the table.
    pub table: String,
    /// Which row.
    pub row: Uuid,
    /// Which field.
    pub field: String,
    /// The other value is right, not the one that stands.
    pub other: bool,
}

/// Which step.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DismissStep {
    /// Which.
    pub step: Uuid,
}

/// Says which of two values is right: it is written again, by somebody who has seen both.
///
/// # Errors
/// [`Code::NothingChanged`] where nothing is contested any more; [`Code::NotYours`]; [`Code::WrittenByNewer`].
pub fn settle_field(work: &mut Work<'_>, ask: SettleField) -> Outcome<Acted> {
    let contested = work.tables.contested(None, u32::MAX)?;
    let found = contested
        .into_iter()
        .find(|found| found.table == ask.table && found.row == ask.row && found.field == ask.field);
    let found = found.ok_or(Problem::refused(Code::NothingChanged))?;
    workable(work, work.tables.shown_as(CustomerId(found.subject))?)?;
    if work.tables.newer(&ask.table, ask.row)? {
        return Err(Problem::refused(Code::WrittenByNewer));
    }
    let right = if ask.other {
        found.other.value
    } else {
        found.stands.value.clone()
    };
    let field = |value| Fields::from([(ask.field.clone().into(), value)]);
    work.change(
        found.subject,
        ask.table.clone(),
        ask.row,
        field(right),
        field(found.stands.value),
    );
    Ok(work.acted())
}

/// Takes note of a step that was not possible any more: it is told of no longer.
///
/// # Errors
/// [`Code::NothingChanged`] where it is not told of any more.
pub fn dismiss_step(work: &mut Work<'_>, ask: DismissStep) -> Outcome<Acted> {
    let steps = work.tables.illegal_steps(u32::MAX)?;
    let found = steps.into_iter().find(|found| found.step.id == ask.step);
    let found = found.ok_or(Problem::refused(Code::NothingChanged))?;
    work.void::<Step>(found.subject, &found.step);
    Ok(work.acted())
}
