//! The party has gone.

use domain::id::VisitId;
use domain::rows::Visit;
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problem::{Code, Outcome, Problem};
use crate::verb::{SALES, Verb};
use crate::work::{Acted, Work};

/// Whoever sees them go.
pub const LEAVE_VISIT: Verb = Verb::new("leave_visit", SALES);

/// Who went, and when.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LeaveVisit {
    /// Which visit.
    pub id: VisitId,
    /// Now, when not said.
    pub at: Option<Moment>,
}

/// Lets a party go.
///
/// # Errors
/// [`Code::VisitLeft`], [`Code::LeftBeforeArrived`], [`Code::InTheFuture`].
pub fn leave_visit(work: &mut Work<'_>, ask: LeaveVisit) -> Outcome<Acted> {
    let before: Visit = work
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if work.tables.state("visit", ask.id.0)?.as_deref() != Some("open") {
        return Err(Problem::refused(Code::VisitLeft));
    }
    work.happened(ask.at)?;
    let after = Visit {
        left: Some(work.happened_at()),
        ..before.clone()
    };
    super::log::check_times(&after)?;
    let subject = before.customer.map_or(before.id.0, |customer| customer.0);
    work.update(subject, &before, &after)?;
    work.step(subject, "visit", before.id.0, "left", None)?;
    Ok(work.acted())
}
