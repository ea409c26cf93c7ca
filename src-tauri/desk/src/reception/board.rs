//! Who is here, who is next in turn, what is still incomplete.

use domain::id::StaffId;
use domain::rows::VisitKind;
use domain::when::{ClockTime, Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day::{DaySheet, sheet};
use super::totals::Totals;
use super::turn::{RotaPlace, rota};
use super::view::{VisitRow, row_of};
use super::waiting::{WaitingCall, waiting};
use crate::desk::Look;
use crate::names::Names;
use crate::problem::Outcome;
use crate::verb::{CUSTOMER_READERS, Verb};

/// Everyone who meets customers sees who is in the showroom.
pub const RECEPTION: Verb = Verb::new("reception", CUSTOMER_READERS);

/// Records still to be completed that one answer lists.
const INCOMPLETE_LISTED: u32 = 200;

/// Minutes that a clock may be behind without anybody noticing.
const BEHIND: i64 = 10;

/// Which day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReceptionAsk {
    /// Today, when not said.
    pub day: Option<Day>,
}

/// The board.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReceptionView {
    /// Of which day.
    pub day: Day,
    /// Here now to look at cars, first come first; also from days before.
    pub open: Vec<VisitRow>,
    /// Came to look at cars and gone, latest first.
    pub left: Vec<VisitRow>,
    /// Came for something else: who is still here, then who has gone, latest first.
    pub others: Vec<VisitRow>,
    /// Calls, latest first.
    pub calls: Vec<VisitRow>,
    /// Calls that wait to be called back, of the last 30 days, whatever the day in view.
    pub waiting: Vec<WaitingCall>,
    /// How many there are in all.
    pub waiting_count: u64,
    /// 待补全, latest first: one's own, or everybody's for whoever sees everything.
    pub incomplete: Vec<VisitRow>,
    /// How many there are in all.
    pub incomplete_count: u64,
    /// The day's figures.
    pub totals: Totals,
    /// In the order of whose turn it is.
    pub rota: Vec<RotaPlace>,
    /// Who is next: the first in turn whom nothing keeps from receiving.
    pub next: Option<StaffId>,
    /// Head and foot of the day's sheet.
    pub sheet: DaySheet,
    /// Minutes by which this PC's clock is behind what was written last, where that is more than a moment.
    pub clock_behind: Option<i64>,
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
    let (mut others_open, mut others) = (Vec::new(), Vec::new());
    let mut here = Vec::new();
    let mut totals = Totals::default();
    for seen in look.tables.visits_between(from, until)? {
        let visit = &seen.visit;
        let row = row_of(visit, seen.open, &names, look.me, look.house);
        let of_the_day = visit.arrived >= from && visit.arrived < until;
        if of_the_day {
            totals.count(look.house, visit);
        }
        match (seen.open, visit.kind, row.sales) {
            (_, VisitKind::Call, _) => calls.push(row),
            (true, _, true) => open.push(row),
            (false, _, true) => left.push(row),
            (true, _, false) => others_open.push(row),
            (false, _, false) => others.push(row),
        }
        if seen.open {
            here.push(seen.visit);
        }
    }
    totals.open = here.len() as u32;
    left.reverse();
    calls.reverse();
    others.reverse();
    others_open.append(&mut others);
    let whose = (!look.me.is(crate::verb::SEE_ALL)).then_some(look.me.id);
    let incomplete = incomplete(look, &names, whose, INCOMPLETE_LISTED)?;
    let (waiting, waiting_count) = waiting(look, &names)?;
    // Who came after the day in view is here all the same.
    let here = if day == today {
        here
    } else {
        look.tables.open_visits()?
    };
    let rota = rota(look.tables, look.house, &here, today)?;
    let next = rota
        .iter()
        .find(|place| place.free())
        .map(|place| place.staff);
    let incomplete_count = look.tables.count_incomplete_visits(whose)?;
    Ok(ReceptionView {
        day,
        open,
        left,
        others: others_open,
        calls,
        waiting,
        waiting_count,
        incomplete,
        incomplete_count,
        totals,
        rota,
        next,
        sheet: sheet(look.tables, &names, &here, day)?,
        clock_behind: clock_behind(look)?,
    })
}

/// By how much this PC's clock is behind the log: somebody set it back, or its battery is flat.
fn clock_behind(look: &Look<'_>) -> Outcome<Option<i64>> {
    let last = look.tables.last_entered()?;
    Ok(last
        .map(|last| look.now.moment().minutes_until(last))
        .filter(|minutes| *minutes > BEHIND))
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
        rows.push(row_of(&visit, open, names, look.me, look.house));
    }
    Ok(rows)
}
