//! The showroom's day: its weather, the sheet that closes it, and what opens it again.

use domain::id::by_rule;
use domain::rows::{BusinessDay, Visit};
use domain::when::{ClockTime, Day, Moment};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;
use uuid::Uuid;

use crate::names::Names;
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{COUNTER, MANAGERS, Verb};
use crate::work::{Acted, Work};

/// Reception and managers.
pub const SET_WEATHER: Verb = Verb::new("set_weather", COUNTER);
/// Reception and managers.
pub const CLOSE_DAY: Verb = Verb::new("close_day", COUNTER);
/// Managers take the sheet over.
pub const CHECK_DAY: Verb = Verb::new("check_day", MANAGERS);
/// Reception and managers.
pub const REOPEN_DAY: Verb = Verb::new("reopen_day", COUNTER);

/// A row of the table, by its wire name.
const NOUN: &str = "business_day";

/// Open or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayState {
    /// Being written.
    Open,
    /// Signed; whoever comes later opens it again.
    Closed,
}

/// Head and foot of the daily sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DaySheet {
    /// Code of `weathers`.
    pub weather: Option<String>,
    /// Open or closed. Open too where a party of the day is still here: somebody else logged it while the day was closed.
    pub state: DayState,
    /// What was special about the day.
    pub note: Option<String>,
    /// Who handed a closed sheet over.
    pub signed_by_name: Option<String>,
    /// When.
    pub signed_at: Option<Moment>,
    /// The manager who took it.
    pub checked_by_name: Option<String>,
    /// When.
    pub checked_at: Option<Moment>,
}

/// The day's weather.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SetWeather {
    /// Today, when not said.
    pub day: Option<Day>,
    /// Code of `weathers`; nothing takes it back.
    pub weather: Option<String>,
}

/// Which day, and what was special about it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CloseDay {
    /// Today, when not said.
    pub day: Option<Day>,
    /// What was special about it; what was noted before stays, when not said.
    pub note: Option<String>,
}

/// Which day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DayAsk {
    /// Today, when not said.
    pub day: Option<Day>,
}

/// Notes the weather. Parties that are logged from now on have it.
///
/// # Errors
/// [`Code::NotInList`], [`Code::NothingChanged`], [`Code::InTheFuture`].
pub fn set_weather(work: &mut Work<'_>, ask: SetWeather) -> Outcome<Acted> {
    if let Some(weather) = &ask.weather {
        work.house.must_have("weathers", weather)?;
    }
    let before = the_day(work, ask.day)?;
    if before.weather == ask.weather {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let after = BusinessDay {
        weather: ask.weather,
        ..before
    };
    work.put(after.id, &after)?;
    Ok(work.acted())
}

/// Signs the sheet of a day, once nobody is here any more.
///
/// # Errors
/// [`Code::OpenVisits`] with how many there are, [`Code::NothingChanged`] when it is closed already, [`Code::InTheFuture`].
pub fn close_day(work: &mut Work<'_>, ask: CloseDay) -> Outcome<Acted> {
    let before = the_day(work, ask.day)?;
    let open = open_on(&work.tables.open_visits()?, before.day);
    if open > 0 {
        return Err(Problem::refused(Code::OpenVisits).with("n", open));
    }
    if is_closed(work.tables, before.id)? {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let note = match &ask.note {
        Some(note) => {
            text::optional(note, text::NOTE).map_err(|problem| problem.with("field", "note"))?
        }
        None => before.note.clone(),
    };
    let after = BusinessDay {
        note,
        signed_by: Some(work.me.id),
        signed_at: Some(work.now.moment()),
        // Whoever checked an earlier version of it did not check this one.
        checked_by: None,
        checked_at: None,
        ..before
    };
    work.put(after.id, &after)?;
    work.step(after.id, NOUN, after.id, "closed", None)?;
    Ok(work.acted())
}

/// A manager takes a closed sheet over.
///
/// # Errors
/// [`Code::DayOpen`], [`Code::NothingChanged`] when it was checked already.
pub fn check_day(work: &mut Work<'_>, ask: DayAsk) -> Outcome<Acted> {
    let before = the_day(work, ask.day)?;
    if !is_closed(work.tables, before.id)? {
        return Err(Problem::refused(Code::DayOpen));
    }
    if before.checked_by.is_some() {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let after = BusinessDay {
        checked_by: Some(work.me.id),
        checked_at: Some(work.now.moment()),
        ..before
    };
    work.put(after.id, &after)?;
    Ok(work.acted())
}

/// Opens a closed day again. To take that back, one closes it.
///
/// # Errors
/// [`Code::DayOpen`].
pub fn reopen_day(work: &mut Work<'_>, ask: DayAsk) -> Outcome<()> {
    let day = the_day(work, ask.day)?;
    if !is_closed(work.tables, day.id)? {
        return Err(Problem::refused(Code::DayOpen));
    }
    work.step(day.id, NOUN, day.id, "open", None)
}

/// Something of this day was written: its sheet is not what was signed any more.
pub(super) fn written(work: &mut Work<'_>, day: Day) -> Outcome<()> {
    let Some(id) = day_id(work.tables, day)? else {
        return Ok(());
    };
    if is_closed(work.tables, id)? {
        work.step(id, NOUN, id, "open", None)?;
    }
    Ok(())
}

/// The weather of a day, where somebody noted it.
pub(super) fn weather_of(tables: &Reader<'_>, day: Day) -> Outcome<Option<String>> {
    let Some(id) = day_id(tables, day)? else {
        return Ok(None);
    };
    Ok(tables.get::<BusinessDay>(id)?.and_then(|day| day.weather))
}

/// Head and foot of a day's sheet.
pub(super) fn sheet(
    tables: &Reader<'_>,
    names: &Names,
    open: &[Visit],
    day: Day,
) -> Outcome<DaySheet> {
    let id = day_id(tables, day)?;
    let row: Option<BusinessDay> = match id {
        Some(id) => tables.get(id)?,
        None => None,
    };
    let closed = match id {
        Some(id) => is_closed(tables, id)? && open_on(open, day) == 0,
        None => false,
    };
    let signed = row.as_ref().filter(|_| closed);
    Ok(DaySheet {
        weather: row.as_ref().and_then(|row| row.weather.clone()),
        state: if closed {
            DayState::Closed
        } else {
            DayState::Open
        },
        note: row.as_ref().and_then(|row| row.note.clone()),
        signed_by_name: names.of(signed.and_then(|row| row.signed_by)),
        signed_at: signed.and_then(|row| row.signed_at),
        checked_by_name: names.of(signed.and_then(|row| row.checked_by)),
        checked_at: signed.and_then(|row| row.checked_at),
    })
}

/// Parties that came up to the end of a day and are still here.
fn open_on(open: &[Visit], day: Day) -> usize {
    let until = Moment::from_day_time(day.plus(1), ClockTime::MIDNIGHT);
    open.iter().filter(|visit| visit.arrived < until).count()
}

/// The row of a day, whether it is written yet or not.
pub(crate) fn day_id(tables: &Reader<'_>, day: Day) -> Outcome<Option<Uuid>> {
    Ok(tables
        .branch()?
        .map(|branch| by_rule(branch.id.0, "day", &day.to_string())))
}

fn is_closed(tables: &Reader<'_>, id: Uuid) -> Outcome<bool> {
    Ok(tables.state(NOUN, id)?.as_deref() == Some("closed"))
}

/// A day's row as it is, or a blank. The days to come have no sheet yet.
fn the_day(work: &Work<'_>, day: Option<Day>) -> Outcome<BusinessDay> {
    let today = work.now.day();
    let day = day.unwrap_or(today);
    if day > today {
        return Err(Problem::refused(Code::InTheFuture));
    }
    let id = day_id(work.tables, day)?.ok_or(Problem::refused(Code::NotFound))?;
    Ok(work.tables.get(id)?.unwrap_or(BusinessDay {
        id,
        day,
        weather: None,
        note: None,
        signed_by: None,
        signed_at: None,
        checked_by: None,
        checked_at: None,
    }))
}
