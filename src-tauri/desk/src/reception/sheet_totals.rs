//! What a daily sheet adds up to: parties, never persons, as the trade counts; persons beside them.

use domain::id::StaffId;
use domain::rows::{Frequency, Visit, VisitKind, VisitResult};
use serde::Serialize;
use ts_rs::TS;

use super::sheet_row::{frequency, result};
use crate::names::Names;

/// Levels of whoever has bought: no retention is owed for them.
const SOLD: [&str; 2] = ["O", "D"];

/// The day's figures. Parties are sales traffic alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct SheetTotals {
    /// Parties that came in to look at cars, at an event too.
    pub parties: u32,
    /// Of these at an event.
    pub events: u32,
    /// Persons in them; a party without a number of persons counts as one.
    pub people: i64,
    /// Calls.
    pub calls: u32,
    /// Of these not answered in time.
    pub missed: u32,
    /// Came for something else.
    pub others: u32,
    /// Came for the first time.
    pub first: u32,
    /// Came again.
    pub again: u32,
    /// Were invited.
    pub invited: u32,
    /// Left name and number.
    pub filed: u32,
    /// First visits that did not buy: what retention is measured against.
    pub first_unsold: u32,
    /// Of these left name and number.
    pub first_filed: u32,
    /// Drove.
    pub test_drives: u32,
    /// Added WeChat.
    pub wechat: u32,
    /// Lack something that the house asks for; calls too.
    pub incomplete: u32,
    /// Still here.
    pub open: u32,
}

/// One consultant's day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetConsultant {
    /// Who; nobody for parties that nobody received.
    pub staff: Option<StaffId>,
    /// As colleagues say it.
    pub name: Option<String>,
    /// Parties.
    pub received: u32,
    /// Calls.
    pub calls: u32,
    /// First visits.
    pub first: u32,
    /// Parties that left name and number.
    pub filed: u32,
    /// Test drives.
    pub test_drives: u32,
}

pub(super) fn totals(
    parties: &[Visit],
    calls: &[Visit],
    others: &[Visit],
    open: u32,
) -> SheetTotals {
    let mut totals = SheetTotals {
        calls: calls.len() as u32,
        others: others.len() as u32,
        open,
        ..SheetTotals::default()
    };
    totals.missed = count(calls, |call| call.missed == Some(true));
    totals.incomplete = count(parties, incomplete) + count(calls, incomplete);
    for visit in parties {
        totals.parties += 1;
        totals.people += visit.party_size.unwrap_or(1);
        totals.events += u32::from(visit.kind == VisitKind::Event);
        totals.filed += u32::from(is_filed(visit));
        totals.test_drives += u32::from(visit.test_drive == Some(true));
        totals.wechat += u32::from(visit.wechat == Some(true));
        match frequency(visit) {
            Frequency::First => {
                totals.first += 1;
                if !is_sold(visit) {
                    totals.first_unsold += 1;
                    totals.first_filed += u32::from(is_filed(visit) && visit.name.is_some());
                }
            }
            Frequency::Again => totals.again += 1,
            Frequency::Invited => totals.invited += 1,
        }
    }
    totals
}

pub(super) fn consultants(
    parties: &[Visit],
    calls: &[Visit],
    names: &Names,
) -> Vec<SheetConsultant> {
    let mut all: Vec<SheetConsultant> = Vec::new();
    for visit in parties.iter().chain(calls) {
        let place = all.iter().position(|one| one.staff == visit.consultant);
        let place = place.unwrap_or_else(|| {
            all.push(SheetConsultant {
                staff: visit.consultant,
                name: names.of(visit.consultant),
                received: 0,
                calls: 0,
                first: 0,
                filed: 0,
                test_drives: 0,
            });
            all.len() - 1
        });
        let one = &mut all[place];
        if visit.kind == VisitKind::Call {
            one.calls += 1;
            continue;
        }
        one.received += 1;
        one.first += u32::from(frequency(visit) == Frequency::First);
        one.filed += u32::from(is_filed(visit));
        one.test_drives += u32::from(visit.test_drive == Some(true));
    }
    // Whom nobody received stands last.
    all.sort_by(|a, b| {
        let key = |one: &SheetConsultant| {
            (
                one.staff.is_none(),
                u32::MAX - one.received,
                u32::MAX - one.calls,
            )
        };
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    all
}

fn count(visits: &[Visit], is: impl Fn(&Visit) -> bool) -> u32 {
    visits.iter().filter(|visit| is(visit)).count() as u32
}

fn incomplete(visit: &Visit) -> bool {
    !visit.missing.is_empty()
}

fn is_filed(visit: &Visit) -> bool {
    result(visit) == Some(VisitResult::Filed)
}

fn is_sold(visit: &Visit) -> bool {
    visit
        .level
        .as_deref()
        .is_some_and(|level| SOLD.contains(&level))
}
