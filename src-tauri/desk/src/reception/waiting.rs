//! Calls that wait to be called back, as the board lists them.

use domain::id::VisitId;
use domain::rows::Visit;
use domain::when::Moment;
use serde::Serialize;
use ts_rs::TS;

use super::view::{VisitRow, row_of};
use crate::desk::Look;
use crate::names::Names;
use crate::problem::Outcome;

/// Whoever waited longer does not expect it any more.
const DAYS: i64 = 30;
/// Calls that one answer lists.
const LISTED: u32 = 200;

/// A call that waits for ours.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WaitingCall {
    /// The call.
    pub call: VisitRow,
    /// Nobody answered it; otherwise we promised.
    pub missed: bool,
    /// When we said that we would call.
    pub by: Option<Moment>,
    /// That time has passed; or, where none was said, the day of the call has.
    pub overdue: bool,
    /// Attempts so far.
    pub tried: u32,
    /// The last of them.
    pub last_tried: Option<Moment>,
}

/// An attempt to call back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CallbackTried {
    /// When.
    pub at: Moment,
    /// By whom.
    pub staff_name: Option<String>,
    /// Whether they answered.
    pub reached: bool,
    /// What was said.
    pub note: Option<String>,
}

/// The calls that wait, promised times first; and how many there are in all.
pub(super) fn waiting(look: &Look<'_>, names: &Names) -> Outcome<(Vec<WaitingCall>, u64)> {
    let now = look.now.moment();
    let since = now.plus_minutes(-DAYS * 24 * 60);
    let mut calls = Vec::new();
    for visit in look.tables.awaiting_callback(since, LISTED)? {
        let tried = look.tables.callbacks_of(visit.id)?;
        calls.push(WaitingCall {
            missed: visit.missed == Some(true),
            by: visit.callback_by,
            overdue: overdue(&visit, now),
            tried: u32::try_from(tried.len()).unwrap_or(u32::MAX),
            last_tried: tried.last().map(|tried| tried.at),
            call: row_of(&visit, false, names, look.me, look.house),
        });
    }
    let count = look.tables.count_awaiting_callback(since)?;
    Ok((calls, count))
}

/// The attempts to call somebody back, earliest first.
pub(super) fn tried(look: &Look<'_>, names: &Names, visit: VisitId) -> Outcome<Vec<CallbackTried>> {
    let tried = look.tables.callbacks_of(visit)?;
    Ok(tried
        .into_iter()
        .map(|one| CallbackTried {
            at: one.at,
            staff_name: names.of(Some(one.staff)),
            reached: one.reached,
            note: one.note,
        })
        .collect())
}

/// Whether a call waits for ours.
pub(super) fn waits(visit: &Visit) -> bool {
    (visit.missed == Some(true) || visit.callback_promised == Some(true))
        && visit.called_back.is_none()
}

fn overdue(visit: &Visit, now: Moment) -> bool {
    match visit.callback_by {
        Some(by) => by < now,
        None => visit.arrived.day() < now.day(),
    }
}
