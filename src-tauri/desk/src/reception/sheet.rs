//! The daily sheet: the register of a day as it is handed over and filed. Numbers stay masked, since paper lies around.

use domain::id::StaffId;
use domain::rows::{Visit, VisitKind};
use domain::when::{ClockTime, Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::missing::is_traffic;
use super::sheet_foot::{SheetFoot, foot};
use super::sheet_row::{SheetRow, sheet_row};
use super::sheet_totals::{SheetConsultant, SheetTotals, consultants, totals};
use crate::desk::Look;
use crate::names::Names;
use crate::problem::Outcome;
use crate::verb::{SALES, Verb};

/// Whoever writes the register sees its sheet.
pub const DAILY_SHEET: Verb = Verb::new("daily_sheet", SALES);

/// Which day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DailySheetAsk {
    /// Today, when not said.
    pub day: Option<Day>,
}

/// Who signed a sheet, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetSignature {
    /// As colleagues say it; nothing for somebody whose row has not come yet.
    pub name: Option<String>,
    /// When.
    pub at: Option<Moment>,
}

/// A day of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DailySheet {
    /// Which.
    pub day: Day,
    /// Code of `weathers`: of the day, or of its latest visit that has one.
    pub weather: Option<String>,
    /// What was special about it.
    pub note: Option<String>,
    /// Sales traffic that came in, in order of arrival.
    pub parties: Vec<SheetRow>,
    /// Calls, in order.
    pub calls: Vec<SheetRow>,
    /// Whoever came for something else; not counted as traffic.
    pub others: Vec<SheetRow>,
    /// What it adds up to.
    pub totals: SheetTotals,
    /// The same by consultant, most parties first.
    pub consultants: Vec<SheetConsultant>,
    /// How the branch's customers stand now.
    pub foot: SheetFoot,
    /// The receptionist who handed it over.
    pub signed: Option<SheetSignature>,
    /// The manager who took it.
    pub checked: Option<SheetSignature>,
}

/// The sheet of a day.
///
/// # Errors
/// The machine's.
pub fn daily_sheet(look: &Look<'_>, ask: DailySheetAsk) -> Outcome<DailySheet> {
    let day = ask.day.unwrap_or_else(|| look.now.day());
    let from = Moment::from_day_time(day, ClockTime::MIDNIGHT);
    let until = Moment::from_day_time(day.plus(1), ClockTime::MIDNIGHT);
    let names = Names::read(look.tables)?;
    let (mut parties, mut calls, mut others) = (Vec::new(), Vec::new(), Vec::new());
    let mut open = 0;
    for seen in look.tables.visits_between(from, until)? {
        // Whoever is still here from a day before stands on that day's sheet.
        if seen.visit.arrived < from {
            continue;
        }
        open += u32::from(seen.open);
        if !is_traffic(look.house, &seen.visit) {
            others.push(seen.visit);
        } else if seen.visit.kind == VisitKind::Call {
            calls.push(seen.visit);
        } else {
            parties.push(seen.visit);
        }
    }
    let row = look.tables.business_day_on(day)?;
    let signature = |who: Option<StaffId>, at| {
        who.map(|who| SheetSignature {
            name: names.of(Some(who)),
            at,
        })
    };
    let latest_weather = || {
        let met = parties.iter().chain(&calls).chain(&others);
        met.filter(|visit| visit.weather.is_some())
            .max_by_key(|visit| visit.arrived)
            .and_then(|visit| visit.weather.clone())
    };
    Ok(DailySheet {
        day,
        weather: row
            .as_ref()
            .and_then(|row| row.weather.clone())
            .or_else(latest_weather),
        note: row.as_ref().and_then(|row| row.note.clone()),
        totals: totals(&parties, &calls, &others, open),
        consultants: consultants(&parties, &calls, &names),
        foot: foot(look, day)?,
        signed: row
            .as_ref()
            .and_then(|row| signature(row.signed_by, row.signed_at)),
        checked: row
            .as_ref()
            .and_then(|row| signature(row.checked_by, row.checked_at)),
        parties: rows(&parties, &names),
        calls: rows(&calls, &names),
        others: rows(&others, &names),
    })
}

fn rows(visits: &[Visit], names: &Names) -> Vec<SheetRow> {
    (1..)
        .zip(visits)
        .map(|(no, visit)| sheet_row(no, visit, names))
        .collect()
}
