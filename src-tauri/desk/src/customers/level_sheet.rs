//! 意向客户级别状况表: customers × days of a month. A planned day shows `*` until a contact or visit puts the level there; at the end
//! stands the month's last level, and whoever has not bought rolls into the next month.

use std::collections::BTreeMap;

use domain::id::{CustomerId, StaffId};
use domain::when::{ClockTime, Day, Moment};
use serde::{Deserialize, Serialize};
use store::{Cursor, DayLevel, Glance, LevelWalk};
use ts_rs::TS;
use uuid::Uuid;

use super::list::{CustomerRow, Rows};
use crate::desk::Look;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{CUSTOMER_READERS, SEE_ALL, Verb};

/// Everybody's, or one's own.
pub const LEVEL_SHEET: Verb = Verb::new("level_sheet", CUSTOMER_READERS);

/// Rows of one page at most.
const PAGE: u32 = 200;
/// Customers that one call looks at, at most.
const LOOKED: usize = 1_000;

/// Which month, whose.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields = nullable)]
pub struct LevelSheetAsk {
    /// Any day of the month; this month, when not said.
    pub month: Option<Day>,
    /// Whose customers; one's own, or everybody's for whoever sees them, when not said.
    pub staff: Option<StaffId>,
    /// As the page before says.
    pub after: Option<String>,
    /// Rows at most.
    pub limit: Option<u32>,
}

/// What stands in a day's cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetDay {
    /// Day of the month, 1–31.
    pub day: u32,
    /// Level after that day's last contact or visit; nothing when none was said.
    pub level: Option<String>,
    /// Something is planned for that day and has not happened: `*`.
    pub planned: bool,
}

/// One customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetRow {
    /// Who.
    pub customer: CustomerRow,
    /// The file was opened in this month.
    pub new: bool,
    /// Level when the month began, or the file was opened.
    pub start: Option<String>,
    /// Days on which something happened or is planned.
    pub days: Vec<SheetDay>,
    /// Level at the end of the month; today's, while it runs.
    pub end: Option<String>,
}

/// One page of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LevelSheet {
    /// First day of the month.
    pub month: Day,
    /// Days of the month.
    pub days: u32,
    /// Whose; nothing for everybody's.
    pub staff: Option<StaffId>,
    /// By level now, hot first; within a level the latest contact first.
    pub rows: Vec<SheetRow>,
    /// What to ask for the page after; nothing on the last.
    pub next: Option<String>,
}

/// The month that is looked at.
struct Month {
    first: Day,
    last: Day,
    from: Moment,
    until: Moment,
}

impl Month {
    fn of(day: Day) -> Self {
        let first = day.plus(1 - i64::from(day.day_of_month()));
        let beyond = first.plus(31);
        let next = beyond.plus(1 - i64::from(beyond.day_of_month()));
        Self {
            first,
            last: next.plus(-1),
            from: Moment::from_day_time(first, ClockTime::MIDNIGHT),
            until: Moment::from_day_time(next, ClockTime::MIDNIGHT),
        }
    }

    fn has(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// A page of the level sheet.
///
/// # Errors
/// [`Code::NotAllowed`] for another consultant's sheet.
pub fn level_sheet(look: &Look<'_>, ask: LevelSheetAsk) -> Outcome<LevelSheet> {
    let everybody = look.me.is(SEE_ALL);
    if !everybody && ask.staff.is_some_and(|staff| staff != look.me.id) {
        return Err(Problem::refused(Code::NotAllowed).with("verb", LEVEL_SHEET.name));
    }
    let staff = ask.staff.or((!everybody).then_some(look.me.id));
    let month = Month::of(ask.month.unwrap_or_else(|| look.now.day()));
    let limit = ask.limit.unwrap_or(100).clamp(1, PAGE) as usize;
    let rows = Rows::new(look.tables, look.now.day())?;
    let levels = look.house.level_codes();
    let (mut at, mut after) = place(ask.after.as_deref(), levels.len())?;
    let mut sheet = LevelSheet {
        month: month.first,
        days: month.last.day_of_month(),
        staff,
        rows: Vec::new(),
        next: None,
    };
    let mut looked = 0;
    while let Some(level) = levels.get(at) {
        let open = prospect(look, level);
        let part = look.tables.customers_of_level(&LevelWalk {
            owner: staff,
            level: (*level).to_owned(),
            // Who bought or was lost before the month began is on an older sheet.
            met_since: (!open).then_some(month.from),
            after: after.take(),
            limit: limit as u32,
        })?;
        let whole = part.len() < limit;
        for glance in part {
            looked += 1;
            let cursor = format!("{at},{},{}", glance.last_contact.0, glance.customer.0);
            sheet.rows.extend(row(look, &rows, &month, glance)?);
            if sheet.rows.len() == limit || looked == LOOKED {
                sheet.next = Some(cursor);
                return Ok(sheet);
            }
            after = Some(cursor_of(&cursor)?);
        }
        if whole {
            at += 1;
            after = None;
        }
    }
    Ok(sheet)
}

/// The level is followed up: neither bought nor lost.
fn prospect(look: &Look<'_>, level: &str) -> bool {
    !look
        .house
        .rules
        .no_card_levels
        .iter()
        .any(|none| none == level)
}

/// A customer's row; nothing for one who was no prospect in that month.
fn row(
    look: &Look<'_>,
    rows: &Rows<'_>,
    month: &Month,
    glance: Glance,
) -> Outcome<Option<SheetRow>> {
    let id = glance.customer;
    let Some(opened) = look.tables.get::<domain::rows::Customer>(id)? else {
        return Ok(None);
    };
    if opened.card_day > month.last {
        return Ok(None);
    }
    let new = month.has(opened.card_day);
    let done = look.tables.levels_between(id, month.from, month.until)?;
    let running = month.has(look.now.day());
    let start = match look.tables.level_before(id, month.from)? {
        Some(level) => Some(level),
        None => first_known(look, id, &done, month)?.or_else(|| Some(opened.level.clone())),
    };
    let was_prospect = start.as_deref().is_none_or(|level| prospect(look, level));
    if !new && !was_prospect {
        return Ok(None);
    }
    let written = done.iter().rev().find_map(|done| done.level.clone());
    let end = if running || month.first > look.now.day() {
        Some(opened.level.clone())
    } else {
        written.or_else(|| start.clone())
    };
    Ok(Some(SheetRow {
        days: cells(look, id, month, &done)?,
        customer: rows.row(glance),
        new,
        start,
        end,
    }))
}

/// Where nothing was written before the month: the level from which the first change went out.
fn first_known(
    look: &Look<'_>,
    id: CustomerId,
    done: &[DayLevel],
    month: &Month,
) -> Outcome<Option<String>> {
    let first = |all: &[DayLevel]| {
        all.iter()
            .find_map(|done| done.from.clone().or_else(|| done.level.clone()))
    };
    if let Some(level) = first(done) {
        return Ok(Some(level));
    }
    let later = look
        .tables
        .levels_between(id, month.until, Moment(i64::MAX))?;
    Ok(first(&later))
}

fn cells(
    look: &Look<'_>,
    id: CustomerId,
    month: &Month,
    done: &[DayLevel],
) -> Outcome<Vec<SheetDay>> {
    let mut days: BTreeMap<u32, SheetDay> = BTreeMap::new();
    for card in look.tables.open_cards_of(id)? {
        if month.has(card.due) {
            let day = card.due.day_of_month();
            days.insert(
                day,
                SheetDay {
                    day,
                    level: None,
                    planned: true,
                },
            );
        }
    }
    // The level goes on through days on which none was said.
    let mut level = None;
    for done in done {
        level = done.level.clone().or(done.from.clone()).or(level);
        let day = done.at.day().day_of_month();
        days.insert(
            day,
            SheetDay {
                day,
                level: level.clone(),
                planned: false,
            },
        );
    }
    Ok(days.into_values().collect())
}

/// The level's place in the house list, and the customer after whom it goes on.
fn place(after: Option<&str>, levels: usize) -> Outcome<(usize, Option<Cursor>)> {
    let Some(after) = after else {
        return Ok((0, None));
    };
    let at = after.split(',').next().and_then(|at| at.parse().ok());
    match at {
        Some(at) if at < levels => Ok((at, Some(cursor_of(after)?))),
        _ => Err(bad()),
    }
}

fn cursor_of(text: &str) -> Outcome<Cursor> {
    let mut parts = text.split(',').skip(1);
    let (Some(key), Some(customer)) = (parts.next(), parts.next()) else {
        return Err(bad());
    };
    let customer = Uuid::parse_str(customer).map_err(|_| bad())?;
    if key.parse::<i64>().is_err() {
        return Err(bad());
    }
    Ok(Cursor {
        key: key.to_owned(),
        customer: CustomerId(customer),
    })
}

fn bad() -> Problem {
    Problem::refused(Code::BadRequest).with("field", "after")
}
