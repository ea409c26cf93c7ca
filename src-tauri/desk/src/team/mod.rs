//! Who is behind: one row per person who looks after customers, whoever burns most first.

use domain::id::StaffId;
use domain::role::Role;
use domain::when::{ClockTime, Day, Moment};
use serde::Serialize;
use ts_rs::TS;

use crate::appointments::{ExpectedAsk, expected};
use crate::desk::Look;
use crate::problem::Outcome;
use crate::verb::{MANAGERS, Verb};
use crate::work::Nothing;

/// Managers.
pub const TEAM: Verb = Verb::new("team", MANAGERS);

/// Further than this nobody counts: the row says that there are more.
const MOST: u32 = 1_000;
/// Levels whose prospects are shown apart.
const HOT: [&str; 3] = ["H", "A", "B"];

/// A count that stops somewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Count {
    /// How many, a thousand at most.
    pub n: u64,
    /// There are more.
    pub more: bool,
}

impl Count {
    fn up_to(counted: u64) -> Self {
        Self {
            n: counted.min(u64::from(MOST)),
            more: counted > u64::from(MOST),
        }
    }
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamRow {
    /// Who.
    pub staff: StaffId,
    /// As colleagues say it.
    pub name: String,
    /// Cards that are late.
    pub overdue: Count,
    /// Days since the earliest of them was due; 0 when none is late.
    pub oldest_overdue_days: i64,
    /// Cards due today.
    pub due: Count,
    /// Cards finished today.
    pub done: u64,
    /// Visits still to be completed.
    pub incomplete: u64,
    /// Whom they expect today and who has not come yet.
    pub appointments: u64,
    /// Customers of level H.
    pub level_h: Count,
    /// Customers of level A.
    pub level_a: Count,
    /// Customers of level B.
    pub level_b: Count,
}

/// The team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamView {
    /// Today.
    pub day: Day,
    /// Whoever burns most first.
    pub rows: Vec<TeamRow>,
}

/// How far behind each person is.
///
/// # Errors
/// The machine's.
pub fn team(look: &Look<'_>, _: Nothing) -> Outcome<TeamView> {
    let day = look.now.day();
    let (from, until) = (
        Moment::from_day_time(day, ClockTime::MIDNIGHT),
        Moment::from_day_time(day.plus(1), ClockTime::MIDNIGHT),
    );
    let incomplete = look.tables.incomplete_by_consultant()?;
    let expected = expected(look, ExpectedAsk::default())?.rows;
    let mut rows = Vec::new();
    for person in look.tables.staff()?.into_iter().filter(|who| who.active) {
        let roles = look.tables.roles_of(person.id)?;
        let sells = [Role::Consultant, Role::Dcc]
            .iter()
            .any(|role| roles.contains(role));
        // A manager with customers of their own is one of the team.
        let earliest = look.tables.earliest_card(person.id)?;
        if !sells && earliest.is_none() {
            continue;
        }
        let between = |from: Day, until: Day| -> Outcome<Count> {
            Ok(Count::up_to(look.tables.count_cards_between(
                person.id,
                from,
                until,
                MOST + 1,
            )?))
        };
        let level = |level: &str| -> Outcome<Count> {
            Ok(Count::up_to(look.tables.count_of_level(
                person.id,
                level,
                MOST + 1,
            )?))
        };
        rows.push(TeamRow {
            staff: person.id,
            name: person.name,
            overdue: between(Day::FIRST, day.plus(-1))?,
            oldest_overdue_days: earliest.map_or(0, |due| due.days_until(day).max(0)),
            due: between(day, day)?,
            done: look.tables.count_cards_done(person.id, from, until)?,
            incomplete: incomplete
                .iter()
                .find(|(who, _)| *who == person.id)
                .map_or(0, |(_, n)| *n),
            appointments: expected
                .iter()
                .filter(|row| row.staff == person.id && row.visit.is_none())
                .count() as u64,
            level_h: level(HOT[0])?,
            level_a: level(HOT[1])?,
            level_b: level(HOT[2])?,
        });
    }
    rows.sort_by(|one, other| {
        let burns = |row: &TeamRow| {
            (
                row.overdue,
                row.oldest_overdue_days,
                row.due,
                row.incomplete,
            )
        };
        burns(other).cmp(&burns(one))
    });
    Ok(TeamView { day, rows })
}
