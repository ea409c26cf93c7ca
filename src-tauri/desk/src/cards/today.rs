//! Whom do I contact next, and what did I promise?

use std::collections::BTreeMap;

use domain::id::StaffId;
use domain::rows::Staff;
use domain::when::{ClockTime, Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::birthdays::{BirthdayRow, birthdays_of};
use super::view::{CardRow, Cards};
use crate::appointments::{AppointmentRow, missed_of, todays_of};
use crate::desk::Look;
use crate::problem::{Code, Outcome, Problem};
use crate::reception::{VisitRow, incomplete};
use crate::reviews::{RemarkRow, unread_of};
use crate::verb::{CUSTOMER_READERS, SEE_ALL, Verb};

/// Everyone has a today; whoever sees everything sees everybody's.
pub const TODAY: Verb = Verb::new("today", CUSTOMER_READERS);

/// Cards that one answer lists; the counts are of all. More than a day's work: when one is done, the next comes up.
const LISTED: usize = 50;
/// Cards of the days to come that are listed, so that they can be worked early.
const UPCOMING: usize = 30;
/// Days ahead for which cards are counted.
const AHEAD: i64 = 7;

/// Whose.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TodayAsk {
    /// One's own, when not said.
    pub staff: Option<StaffId>,
}

/// Cards of a day to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DayCount {
    /// Which day.
    pub day: Day,
    /// How many.
    pub count: u64,
}

/// A person's day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TodayView {
    /// Today.
    pub day: Day,
    /// Whose.
    pub staff: StaffId,
    /// As colleagues say it.
    pub staff_name: String,
    /// Late: hottest level first, then longest overdue.
    pub overdue: Vec<CardRow>,
    /// Due today, hottest level first.
    pub due: Vec<CardRow>,
    /// Due in the next days, soonest first.
    pub upcoming: Vec<CardRow>,
    /// How many are late in all.
    pub overdue_count: u64,
    /// How many are due today in all.
    pub due_count: u64,
    /// Cards finished today.
    pub done_today: u64,
    /// Cards of the days to come.
    pub coming: Vec<DayCount>,
    /// Who comes today, in the order of their times.
    pub appointments: Vec<AppointmentRow>,
    /// Customers who did not come, and with whom nobody has spoken since.
    pub missed: Vec<AppointmentRow>,
    /// Remarks on one's contacts that are not read yet; one's own alone.
    pub remarks: Vec<RemarkRow>,
    /// Customers whose birthday it is.
    pub birthdays: Vec<BirthdayRow>,
    /// Records that this person still has to complete.
    pub incomplete: Vec<VisitRow>,
    /// Level → the next contact, if one is made today.
    pub next_by_level: BTreeMap<String, Option<Day>>,
}

/// A person's cards of today.
///
/// # Errors
/// [`Code::NotAllowed`] for somebody else's day; [`Code::StaffUnknown`].
pub fn today(look: &Look<'_>, ask: TodayAsk) -> Outcome<TodayView> {
    let staff = ask.staff.unwrap_or(look.me.id);
    if staff != look.me.id && !look.me.is(SEE_ALL) {
        return Err(Problem::refused(Code::NotAllowed).with("verb", TODAY.name));
    }
    let person: Staff = look
        .tables
        .get(staff)?
        .ok_or(Problem::refused(Code::StaffUnknown))?;
    let day = look.now.day();
    let cards = Cards::new(look.tables, day)?;
    let rows = |found: Vec<domain::rows::Card>| -> Outcome<Vec<CardRow>> {
        let mut rows = Vec::with_capacity(found.len());
        for card in found {
            rows.extend(cards.row(&card)?);
        }
        Ok(rows)
    };
    let levels = look.house.level_codes();
    let hottest = |from: Day, until: Day| -> Outcome<Vec<CardRow>> {
        rows(
            look.tables
                .cards_due_by_level(staff, from, until, &levels, LISTED)?,
        )
    };
    let overdue = hottest(Day::FIRST, day.plus(-1))?;
    let due = hottest(day, day)?;
    let upcoming = rows(
        look.tables
            .cards_due(staff, day.plus(1), day.plus(AHEAD), UPCOMING)?,
    )?;
    let per_day = look.tables.cards_per_day(staff, day, day.plus(AHEAD))?;
    let count_of = |wanted: Day| {
        per_day
            .iter()
            .find(|(day, _)| *day == wanted)
            .map_or(0, |(_, count)| *count)
    };
    let from = Moment::from_day_time(day, ClockTime::MIDNIGHT);
    let until = Moment::from_day_time(day.plus(1), ClockTime::MIDNIGHT);
    Ok(TodayView {
        day,
        staff,
        staff_name: person.name,
        overdue,
        due,
        upcoming,
        overdue_count: look.tables.count_cards_before(staff, day)?,
        due_count: count_of(day),
        done_today: look.tables.count_cards_done(staff, from, until)?,
        coming: (1..=AHEAD)
            .map(|ahead| DayCount {
                day: day.plus(ahead),
                count: count_of(day.plus(ahead)),
            })
            .collect(),
        appointments: todays_of(look, staff)?,
        missed: missed_of(look, staff)?,
        remarks: unread_of(look, &cards.names, staff)?,
        birthdays: birthdays_of(look, staff)?,
        incomplete: incomplete(look, &cards.names, Some(staff), 50)?,
        next_by_level: look
            .house
            .lists
            .get("levels")
            .into_iter()
            .flatten()
            .map(|level| {
                (
                    level.code.clone(),
                    look.house.next_contact(&level.code, day),
                )
            })
            .collect(),
    })
}
