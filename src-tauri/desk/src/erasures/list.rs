//! The requests that wait, and what was erased: without a name, since none is left.

use domain::id::{CustomerId, ErasureId, drawn_at};
use domain::when::Moment;
use serde::Serialize;
use ts_rs::TS;

use crate::customers::{Rows, seen};
use crate::desk::Look;
use crate::problem::Outcome;
use crate::verb::{ADMIN, MANAGERS, Verb};
use crate::work::Nothing;

/// Managers.
pub const ERASURES: Verb = Verb::new("erasures", MANAGERS);

/// More than a screen shows.
const MOST: u32 = 100;

/// A request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ErasureAsked {
    /// Which.
    pub id: ErasureId,
    /// Whom.
    pub customer: CustomerId,
    /// Their name.
    pub name: String,
    /// Masked.
    pub phone: Option<String>,
    /// Whose they are.
    pub owner_name: Option<String>,
    /// Code of `erasure_reasons`.
    pub reason: String,
    /// Who asks.
    pub by_name: Option<String>,
    /// When it was asked.
    pub asked_at: Moment,
    /// It is mine to take back.
    pub mine: bool,
    /// It is mine to decide: I administer, and did not ask myself.
    pub may_decide: bool,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ErasureDone {
    /// Which.
    pub id: ErasureId,
    /// When.
    pub at: Moment,
    /// Who did it.
    pub by_name: Option<String>,
    /// Who asked; nobody, where it was done with the recovery key.
    pub asked_by_name: Option<String>,
    /// Code of `erasure_reasons`.
    pub reason: String,
}

/// Requests and what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ErasuresView {
    /// The earliest first.
    pub waiting: Vec<ErasureAsked>,
    /// The latest first.
    pub done: Vec<ErasureDone>,
}

/// Requests and what was done.
///
/// # Errors
/// The machine's.
pub fn erasures(look: &Look<'_>, _: Nothing) -> Outcome<ErasuresView> {
    let rows = Rows::new(look.tables, look.now.day())?;
    let mut waiting = Vec::new();
    for request in look.tables.erasures_asked(MOST)? {
        // One whose customer was hidden meanwhile is still to be erased, but has no row to show.
        let Some(glance) = look.tables.glance(request.customer)? else {
            continue;
        };
        let known = seen(look.me, rows.row(glance), true);
        let mine = request.by == look.me.id;
        waiting.push(ErasureAsked {
            id: request.id,
            customer: request.customer,
            name: known.name,
            phone: known.phone,
            owner_name: known.owner_name,
            reason: request.reason,
            by_name: rows.names.of(Some(request.by)),
            asked_at: drawn_at(request.id.0),
            mine,
            may_decide: !mine && look.me.is(ADMIN),
        });
    }
    let done = look.tables.erasures_done(MOST)?.into_iter();
    let done = done.map(|done| ErasureDone {
        id: done.id,
        at: done.at,
        by_name: rows.names.of(Some(done.by)),
        asked_by_name: rows.names.of(done.asked_by),
        reason: done.reason,
    });
    Ok(ErasuresView {
        waiting,
        done: done.collect(),
    })
}
