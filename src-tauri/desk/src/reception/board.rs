//! Who is here, who is next in turn, what is still incomplete.

use domain::id::StaffId;
use domain::role::Role;
use domain::rows::{Frequency, VisitKind};
use domain::when::{ClockTime, Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::{VisitRow, row_of};
use crate::desk::Look;
use crate::names::Names;
use crate::problem::Outcome;
use crate::verb::{CUSTOMER_READERS, Verb};

/// Everyone who meets customers sees who is in the showroom.
pub const RECEPTION: Verb = Verb::new("reception", CUSTOMER_READERS);

/// Records still to be completed that one answer lists.
const INCOMPLETE_LISTED: u32 = 200;

/// Which day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReceptionAsk {
    /// Today, when not said.
    pub day: Option<Day>,
}

/// The day's figures, as the daily sheet has them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Totals {
    /// Parties that came in.
    pub walk_ins: u32,
    /// Calls.
    pub calls: u32,
    /// Persons in those parties; a party without a number of persons counts as one.
    pub people: i64,
    /// Came for the first time.
    pub first: u32,
    /// Came again.
    pub again: u32,
    /// Were invited.
    pub invited: u32,
    /// Left a number.
    pub with_phone: u32,
    /// Did not.
    pub without_phone: u32,
    /// Still here.
    pub open: u32,
}

/// A place in the turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RotaPlace {
    /// Who.
    pub staff: StaffId,
    /// As colleagues say it.
    pub name: String,
    /// With a party now.
    pub busy: bool,
    /// Parties today.
    pub received_today: u64,
}

/// The board.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReceptionView {
    /// Of which day.
    pub day: Day,
    /// Here now, first come first; also from days before.
    pub open: Vec<VisitRow>,
    /// Gone, latest first.
    pub left: Vec<VisitRow>,
    /// Calls, latest first.
    pub calls: Vec<VisitRow>,
    /// 待补全, latest first: one's own, or everybody's for whoever sees everything.
    pub incomplete: Vec<VisitRow>,
    /// How many there are in all.
    pub incomplete_count: u64,
    /// The day's figures.
    pub totals: Totals,
    /// In the order of whose turn it is.
    pub rota: Vec<RotaPlace>,
    /// Who is next: the first in turn who is not with a party.
    pub next: Option<StaffId>,
}

/// The board of a day.
///
/// # Errors
/// The machine's.
pub fn reception(look: &Look<'_>, ask: ReceptionAsk) -> Outcome<ReceptionView> {
    let today = look.now.day();
    let day = ask.day.unwrap_or(today);
    let from = Moment::from_day_time(day, ClockTime::MIDNIGHT);
    let until = Moment::from_day_time(day.plus(1), ClockTime::MIDNIGHT);
    let names = Names::read(look.tables)?;
    let (mut open, mut left, mut calls) = (Vec::new(), Vec::new(), Vec::new());
    let mut totals = Totals::default();
    for seen in look.tables.visits_between(from, until)? {
        let visit = &seen.visit;
        let row = row_of(visit, seen.open, &names, look.me);
        let of_the_day = visit.arrived >= from && visit.arrived < until;
        if of_the_day {
            count(&mut totals, visit);
        }
        match (seen.open, visit.kind) {
            (true, _) => open.push(row),
            (false, VisitKind::Call) => calls.push(row),
            (false, _) => left.push(row),
        }
    }
    totals.open = open.len() as u32;
    left.reverse();
    calls.reverse();
    let whose = (!look.me.is(crate::verb::SEE_ALL)).then_some(look.me.id);
    let incomplete = incomplete(look, &names, whose, INCOMPLETE_LISTED)?;
    let rota = rota(look, today)?;
    let next = rota
        .iter()
        .find(|place| !place.busy)
        .map(|place| place.staff);
    let incomplete_count = look.tables.count_incomplete_visits(whose)?;
    Ok(ReceptionView {
        day,
        open,
        left,
        calls,
        incomplete,
        incomplete_count,
        totals,
        rota,
        next,
    })
}

/// Records still to be completed, as rows.
pub(crate) fn incomplete(
    look: &Look<'_>,
    names: &Names,
    whose: Option<StaffId>,
    limit: u32,
) -> Outcome<Vec<VisitRow>> {
    let mut rows = Vec::new();
    for visit in look.tables.incomplete_visits(whose, limit)? {
        let open = look.tables.state("visit", visit.id.0)?.as_deref() == Some("open");
        rows.push(row_of(&visit, open, names, look.me));
    }
    Ok(rows)
}

fn count(totals: &mut Totals, visit: &domain::rows::Visit) {
    if visit.kind == VisitKind::Call {
        totals.calls += 1;
    } else {
        totals.walk_ins += 1;
        totals.people += visit.party_size.unwrap_or(1);
    }
    match visit.frequency {
        Some(Frequency::First) => totals.first += 1,
        Some(Frequency::Again) => totals.again += 1,
        Some(Frequency::Invited) => totals.invited += 1,
        None => {}
    }
    if visit.phone.is_some() || visit.customer.is_some() {
        totals.with_phone += 1;
    } else {
        totals.without_phone += 1;
    }
}

/// Whose turn it is: whoever received nobody yet, in the order of the list, then whoever received longest ago.
fn rota(look: &Look<'_>, today: Day) -> Outcome<Vec<RotaPlace>> {
    let received = look
        .tables
        .received_since(Moment::from_day_time(today, ClockTime::MIDNIGHT))?;
    let busy: Vec<StaffId> = look
        .tables
        .open_visits()?
        .iter()
        .filter_map(|visit| visit.consultant)
        .collect();
    let mut places = Vec::new();
    for staff in look
        .tables
        .staff()?
        .into_iter()
        .filter(|staff| staff.active)
    {
        if !look.tables.roles_of(staff.id)?.contains(&Role::Consultant) {
            continue;
        }
        let last = received.iter().find(|(who, _, _)| *who == staff.id);
        let place = RotaPlace {
            staff: staff.id,
            busy: busy.contains(&staff.id),
            received_today: last.map_or(0, |(_, n, _)| *n),
            name: staff.name,
        };
        places.push((last.map(|(_, _, at)| *at), place));
    }
    places.sort_by_key(|(last, _)| *last);
    Ok(places.into_iter().map(|(_, place)| place).collect())
}
