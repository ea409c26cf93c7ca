//! The consultant completes what reception began.

use domain::id::VisitId;
use domain::rows::Visit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::attach::{Seen, attach, recognise};
use super::day;
use super::fields::VisitFields;
use super::log::{LoggedVisit, check_times, logged};
use super::missing::{missing, note_filed};
use super::view::{VisitRow, masked, row_of};
use super::waiting::{CallbackTried, tried, waits};
use crate::appointments;
use crate::desk::Look;
use crate::names::Names;
use crate::problem::{Code, Outcome, Problem};
use crate::session::Me;
use crate::verb::{CUSTOMER_READERS, SALES, Verb};
use crate::work::Work;

/// The consultant of the visit, reception, managers.
pub const COMPLETE_VISIT: Verb = Verb::new("complete_visit", SALES);
/// One visit with all its fields.
pub const VISIT: Verb = Verb::new("visit", CUSTOMER_READERS);

/// Which visit, and what is added or corrected.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompleteVisit {
    /// Which.
    pub id: VisitId,
    /// Fields that are not named stay.
    pub fields: VisitFields,
}

/// Which visit.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VisitAsk {
    /// Which.
    pub id: VisitId,
}

/// A visit with all its fields.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VisitView {
    /// As lists show it.
    pub row: VisitRow,
    /// The form. The number is masked here too: it is shown in full from the customer's card, and that is logged.
    pub fields: VisitFields,
    /// Whether the one who looks may complete it.
    pub editable: bool,
    /// Calls: they wait to be called back.
    pub waits: bool,
    /// Calls: the attempts to call back, earliest first.
    pub tried: Vec<CallbackTried>,
}

/// Adds to a visit. A number that comes late finds or makes the card as it does at the counter.
///
/// # Errors
/// [`Code::NotYours`]; those of the fields.
pub fn complete_visit(work: &mut Work<'_>, ask: CompleteVisit) -> Outcome<LoggedVisit> {
    let before: Visit = work
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !may_complete(work.me, &before) {
        return Err(Problem::refused(Code::NotYours));
    }
    let fields = ask.fields.checked(&work.checks())?;
    let mut after = before.clone();
    fields.fill(&mut after);
    check_times(&after)?;
    if after == before {
        return Err(Problem::refused(Code::NothingChanged));
    }
    // A corrected number may be somebody else's.
    if after.phone != before.phone
        && after.customer == before.customer
        && !has_number(work, &before)?
    {
        after.customer = None;
    }
    let seen = match recognise(work, &after)? {
        Seen::New(mut customer) => {
            after.consultant = after
                .consultant
                .or(Some(work.me.id).filter(|_| work.me.is(crate::verb::OWNERS)));
            customer.owner = after.consultant;
            Seen::New(customer)
        }
        other => other,
    };
    if before.customer.is_none() {
        appointments::arrived(work, &mut after, seen.customer())?;
    }
    // What the card's level became since is not taken back by a drink that is written down late.
    let told = (after.customer == before.customer && after.level == before.level)
        .then(|| after.level.take())
        .flatten();
    let seen = attach(work, &mut after, seen)?;
    after.level = after.level.or(told);
    note_filed(work.house, &mut after);
    day::written(work, after.arrived.day())?;
    after.missing = missing(work.house, &after);
    let subject = after.customer.map_or(after.id.0, |customer| customer.0);
    work.update(subject, &before, &after)?;
    let open = work.tables.state("visit", before.id.0)?.as_deref() == Some("open");
    if open && after.left.is_some() {
        work.step(subject, "visit", before.id.0, "left", None)?;
    }
    logged(work, &after, open && after.left.is_none(), &seen)
}

/// Whether the visit's customer already had a number of their own: then a new number is another phone of theirs.
fn has_number(work: &Work<'_>, visit: &Visit) -> Outcome<bool> {
    match visit.customer {
        Some(customer) => Ok(!work.tables.phones_of(customer)?.is_empty()),
        None => Ok(false),
    }
}

/// One visit with all its fields.
///
/// # Errors
/// [`Code::NotFound`].
pub fn visit(look: &Look<'_>, ask: VisitAsk) -> Outcome<VisitView> {
    let visit: Visit = look
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let open = look.tables.state("visit", ask.id.0)?.as_deref() == Some("open");
    let names = Names::read(look.tables)?;
    let mut fields = VisitFields::of(&visit);
    fields.phone = Some(visit.phone.as_deref().map(masked));
    Ok(VisitView {
        row: row_of(&visit, open, &names, look.me, look.house),
        fields,
        editable: may_complete(look.me, &visit),
        waits: waits(&visit),
        tried: tried(look, &names, visit.id)?,
    })
}

fn may_complete(me: &Me, visit: &Visit) -> bool {
    me.may_see(visit.consultant)
}
