//! The party has gone; and why, where nothing could be filed (未留档).

use domain::id::VisitId;
use domain::rows::{Visit, VisitResult};
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::duty::free_again;
use super::missing::{is_traffic, missing};
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
    /// Why they left no number, code of `not_filed_reasons`. Of whoever is filed meanwhile nothing is written.
    pub not_filed_reason: Option<String>,
}

/// Lets a party go.
///
/// # Errors
/// [`Code::VisitLeft`], [`Code::LeftBeforeArrived`], [`Code::InTheFuture`], [`Code::NotInList`].
pub fn leave_visit(work: &mut Work<'_>, ask: LeaveVisit) -> Outcome<Acted> {
    let before: Visit = work
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if work.tables.state("visit", ask.id.0)?.as_deref() != Some("open") {
        return Err(Problem::refused(Code::VisitLeft));
    }
    work.happened(ask.at)?;
    let mut after = Visit {
        left: Some(work.happened_at()),
        ..before.clone()
    };
    if let Some(reason) = ask.not_filed_reason {
        work.house.must_have("not_filed_reasons", &reason)?;
        let filed = before.phone.is_some() || before.customer.is_some();
        if !filed && is_traffic(work.house, &before) {
            after.result = Some(VisitResult::NotFiled);
            after.not_filed_reason = Some(reason);
            after.missing = missing(work.house, &after);
        }
    }
    super::log::check_times(&after)?;
    let subject = before.customer.map_or(before.id.0, |customer| customer.0);
    work.update(subject, &before, &after)?;
    work.step(subject, "visit", before.id.0, "left", None)?;
    if let Some(consultant) = before.consultant {
        free_again(work, before.id, consultant)?;
    }
    Ok(work.acted())
}
