//! Somebody else receives the party.

use domain::id::{CustomerId, StaffId, VisitId};
use domain::rows::{Customer, Visit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::missing::missing;
use crate::form::colleague;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{COUNTER, Verb};
use crate::work::{Acted, Work};

/// Reception and managers.
pub const REASSIGN_VISIT: Verb = Verb::new("reassign_visit", COUNTER);

/// Entries of a customer's history that are looked at; whoever has more was worked.
const LOOKED_AT: u32 = 50;

/// Which visit, to whom.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReassignVisit {
    /// Which.
    pub id: VisitId,
    /// To whom.
    pub consultant: StaffId,
}

/// Gives a visit to another consultant. A card that this very visit made, and that nobody worked since, goes along; others
/// keep their owner, and who has none yet gets one.
///
/// # Errors
/// [`Code::NotFound`], [`Code::StaffUnknown`], [`Code::NothingChanged`].
pub fn reassign_visit(work: &mut Work<'_>, ask: ReassignVisit) -> Outcome<Acted> {
    let before: Visit = work
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let consultant = colleague(&work.checks(), ask.consultant)?;
    if before.consultant == consultant {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let mut after = Visit {
        consultant,
        ..before.clone()
    };
    after.missing = missing(work.house, &after);
    let subject = before.customer.map_or(before.id.0, |customer| customer.0);
    work.update(subject, &before, &after)?;
    if let Some(id) = before.customer
        && let Some(customer) = work.tables.get::<Customer>(id)?
        && (customer.owner.is_none()
            || (customer.owner == before.consultant && untouched(work, &before, id)?))
    {
        let owned = Customer {
            owner: consultant,
            ..customer.clone()
        };
        work.update(subject, &customer, &owned)?;
    }
    Ok(work.acted())
}

/// Whether this very visit made the card, and neither its consultant nor anybody's work with the customer touched it since.
fn untouched(work: &Work<'_>, visit: &Visit, customer: CustomerId) -> Outcome<bool> {
    let history = work.tables.history(customer.0, None, LOOKED_AT)?;
    let writes = |logged: &store::Logged, table: &str, row: uuid::Uuid| {
        logged
            .changes
            .iter()
            .any(|change| change.table == table && change.row == row && change.base.is_empty())
    };
    let Some(made) = history
        .iter()
        .position(|logged| writes(logged, "customer", customer.0))
    else {
        return Ok(false);
    };
    let by_this_visit = history[made]
        .changes
        .iter()
        .any(|change| change.table == "visit" && change.row == visit.id.0);
    let of_the_visit = |verb: &str| {
        matches!(
            verb,
            "complete_visit" | "leave_visit" | "reassign_visit" | "undo"
        )
    };
    let nobody_since = history
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != made)
        .all(|(_, logged)| {
            of_the_visit(&logged.verb)
                && (Some(logged.actor) != visit.consultant || logged.verb == "leave_visit")
        });
    Ok(by_this_visit && nobody_since)
}
