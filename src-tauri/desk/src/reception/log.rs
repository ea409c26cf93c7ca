//! Somebody came in, or rang.

use domain::id::{ActId, CustomerId, StaffId, VisitId};
use domain::rows::{Frequency, Visit, VisitKind};
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::attach::{Seen, attach, consultant, recognise};
use super::day;
use super::fields::VisitFields;
use super::missing::{missing, note_filed};
use super::view::{VisitRow, row_of};
use crate::appointments;
use crate::names::Names;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{SALES, Verb};
use crate::work::Work;

/// A party at the door.
pub const LOG_WALK_IN: Verb = Verb::new("log_walk_in", SALES);
/// A call.
pub const LOG_CALL: Verb = Verb::new("log_call", SALES);

/// What is known of the party.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LogVisit {
    /// The register form, as far as it is filled.
    pub fields: VisitFields,
    /// How they came, where that is not what the command says: to an event, or otherwise.
    pub kind: Option<VisitKind>,
}

/// Whether the party was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Recognition {
    /// A card was made.
    New,
    /// They have one.
    Known,
}

/// What was written, and whom to call.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LoggedVisit {
    /// To be undone by.
    pub act: ActId,
    /// The row.
    pub visit: VisitRow,
    /// Their card.
    pub customer: Option<CustomerId>,
    /// Known or new; nothing without a number.
    pub recognised: Option<Recognition>,
    /// Whose customer it is.
    pub owner: Option<StaffId>,
    /// The same, as colleagues say it.
    pub owner_name: Option<String>,
    /// Somebody else receives them than their owner.
    pub owner_is_other: bool,
}

/// Logs a party at the door. A known number finds its card and its owner; a new one makes a card; without one it is a
/// visit with a name. Missing fields make the record 待补全.
///
/// # Errors
/// [`Code::InTheFuture`], [`Code::LeftBeforeArrived`]; those of the fields.
pub fn log_walk_in(work: &mut Work<'_>, ask: LogVisit) -> Outcome<LoggedVisit> {
    let kind = ask.kind.unwrap_or(VisitKind::WalkIn);
    if kind == VisitKind::Call {
        return Err(Problem::refused(Code::BadRequest).with("field", "kind"));
    }
    log(work, kind, ask.fields)
}

/// Logs a call. It has no stay: it is over when it is written down.
///
/// # Errors
/// As [`log_walk_in`].
pub fn log_call(work: &mut Work<'_>, ask: LogVisit) -> Outcome<LoggedVisit> {
    if ask.kind.is_some_and(|kind| kind != VisitKind::Call) {
        return Err(Problem::refused(Code::BadRequest).with("field", "kind"));
    }
    log(work, VisitKind::Call, ask.fields)
}

pub(super) fn log(
    work: &mut Work<'_>,
    kind: VisitKind,
    fields: VisitFields,
) -> Outcome<LoggedVisit> {
    let fields = fields.checked(&work.checks())?;
    let mut visit = empty_visit(work.new_id(), kind, work.now.moment());
    fields.fill(&mut visit);
    work.happened(Some(visit.arrived))?;
    check_times(&visit)?;

    let seen = recognise(work, &visit)?;
    appointments::arrived(work, &mut visit, seen.customer())?;
    if visit.consultant.is_none() {
        visit.consultant = consultant(work, &seen)?;
    }
    if visit.weather.is_none() {
        visit.weather = day::weather_of(work.tables, visit.arrived.day())?;
    }
    day::written(work, visit.arrived.day())?;
    if visit.frequency.is_none() && matches!(kind, VisitKind::WalkIn | VisitKind::Event) {
        visit.frequency = match &seen {
            Seen::Known(_) => Some(Frequency::Again),
            Seen::New(_) => Some(Frequency::First),
            Seen::Nobody => None,
        };
    }
    if let Seen::New(customer) = &seen {
        // The card belongs to whoever receives them.
        let mut customer = customer.clone();
        customer.owner = visit.consultant;
        return write(work, visit, Seen::New(customer));
    }
    write(work, visit, seen)
}

fn write(work: &mut Work<'_>, mut visit: Visit, seen: Seen) -> Outcome<LoggedVisit> {
    let seen = attach(work, &mut visit, seen)?;
    if let Some(customer) = seen.customer() {
        // Nobody is asked again for what their card says.
        visit.name = visit
            .name
            .or_else(|| Some(customer.name.clone()).filter(|name| !name.is_empty()));
        visit.model = visit.model.or_else(|| customer.model.clone());
        visit.source = visit.source.or_else(|| customer.source.clone());
    }
    note_filed(work.house, &mut visit);
    visit.missing = missing(work.house, &visit);
    let subject = visit.customer.map_or(visit.id.0, |customer| customer.0);
    work.insert(subject, &visit);
    let open = visit.kind != VisitKind::Call && visit.left.is_none();
    if !open {
        work.step(subject, "visit", visit.id.0, "left", None)?;
    }
    logged(work, &visit, open, &seen)
}

/// What is answered for a visit that was written.
pub(super) fn logged(
    work: &Work<'_>,
    visit: &Visit,
    open: bool,
    seen: &Seen,
) -> Outcome<LoggedVisit> {
    let names = Names::read(work.tables)?;
    let owner = seen.customer().and_then(|customer| customer.owner);
    Ok(LoggedVisit {
        act: work.act,
        visit: row_of(visit, open, &names, work.me, work.house),
        customer: visit.customer,
        recognised: match seen {
            Seen::Nobody => None,
            Seen::New(_) => Some(Recognition::New),
            Seen::Known(_) => Some(Recognition::Known),
        },
        owner,
        owner_name: names.of(owner),
        owner_is_other: owner.is_some() && owner != visit.consultant,
    })
}

pub(super) fn check_times(visit: &Visit) -> Outcome<()> {
    if visit.left.is_some_and(|left| left < visit.arrived) {
        return Err(Problem::refused(Code::LeftBeforeArrived).with("field", "left"));
    }
    Ok(())
}

/// A visit of which nothing is known but when and how they came.
pub(crate) fn empty_visit(id: VisitId, kind: VisitKind, arrived: Moment) -> Visit {
    Visit {
        id,
        kind,
        arrived,
        missing: String::new(),
        customer: None,
        name: None,
        gender: None,
        phone: None,
        party_size: None,
        left: None,
        weather: None,
        transport: None,
        purpose: None,
        frequency: None,
        consultant: None,
        area: None,
        source: None,
        current_car: None,
        model: None,
        colour: None,
        competitor: None,
        level: None,
        purchase_type: None,
        test_drive: None,
        quoted_price: None,
        wechat: None,
        talk: None,
        drink: None,
        result: None,
        not_filed_reason: None,
        remark: None,
        rings: None,
        greeting_given: None,
        call_reason: None,
        transferred_to: None,
        transfer_seconds: None,
        connected: None,
        summary_agreed: None,
        next_contact_offered: None,
        callback_promised: None,
        kept: None,
        import: None,
        sub_source: None,
        event: None,
        missed: None,
        caller_hung_up_first: None,
        callback_by: None,
        called_back: None,
    }
}
