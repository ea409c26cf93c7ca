//! Reads the day or the time out of a cell: date cells, serial numbers, and whatever people type.
//! Refuses to invent a year: it comes from the sheet, from the row before, or from today, as the [`DayHint`] says.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::parse::{DateText, Written, date_text, time_text};
use super::{ClockTime, Day, DayRefused, TimeRefused};
use crate::sheet::Cell;

/// What is known about the days of a sheet before its cells are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHint {
    /// The year in the title, sheet name or file name.
    pub default_year: Option<i32>,
    /// The month there, 1–12: a cell may then say no more than `5日`, and December belongs to the year before January.
    pub month: Option<u32>,
    /// A day near which the wanted one lies, such as the row above's.
    pub near: Option<Day>,
    /// Today, for sheets that name no year at all: their days are not in the future.
    pub today: Option<Day>,
    /// Earlier days are [`DayRefused::OutOfRange`]; 1990 unless a birthday is read.
    pub earliest_year: i32,
    /// Whether serial numbers count from 1904, as in workbooks of old Macs.
    pub date_1904: bool,
}

impl Default for DayHint {
    fn default() -> Self {
        Self {
            default_year: None,
            month: None,
            near: None,
            today: None,
            earliest_year: 1990,
            date_1904: false,
        }
    }
}

/// The day that a cell says.
///
/// # Errors
/// Why it says none.
pub fn read_day(cell: &Cell, hint: &DayHint) -> Result<Day, DayRefused> {
    read_day_time(cell, hint).map(|(day, _)| day)
}

/// The day that a cell says, and the time of day where it says one too.
///
/// # Errors
/// Why it says no day.
pub fn read_day_time(cell: &Cell, hint: &DayHint) -> Result<(Day, Option<ClockTime>), DayRefused> {
    match cell {
        Cell::Empty => Err(DayRefused::Empty),
        cell if cell.is_blank() => Err(DayRefused::Empty),
        // `5` in a column with the format `d"日"` is 5 January 1900 to the spreadsheet.
        Cell::Date(at) if at.year() == 1900 && at.month() == 1 && hint.month.is_some() => {
            hint.day_of_month(at.day()).map(|d| (d, None))
        }
        Cell::Date(at) => Ok((hint.checked(at.year(), at.month(), at.day())?, clock_of(at))),
        Cell::Number(number) => hint.number(*number),
        Cell::Text(text) => hint.text(text),
        Cell::Time(_) | Cell::Bool(_) | Cell::Error(_) => Err(DayRefused::Unreadable),
    }
}

/// The time of day that a cell says.
///
/// # Errors
/// Why it says none.
pub fn read_time(cell: &Cell) -> Result<ClockTime, TimeRefused> {
    read_times(cell).map(|(time, _)| time)
}

/// As [`read_time`], with the end where the cell says a span: `14:30-15:20`.
///
/// # Errors
/// Why it says no time.
pub fn read_times(cell: &Cell) -> Result<(ClockTime, Option<ClockTime>), TimeRefused> {
    match cell {
        cell if cell.is_blank() => Err(TimeRefused::Empty),
        Cell::Date(at) => clock_of(at)
            .map(|t| (t, None))
            .ok_or(TimeRefused::Unreadable),
        Cell::Time(minutes) => minutes_of(*minutes).map(|t| (t, None)),
        Cell::Number(number) => number_time(*number).map(|t| (t, None)),
        Cell::Text(text) => text_times(text),
        _ => Err(TimeRefused::Unreadable),
    }
}

fn text_times(text: &str) -> Result<(ClockTime, Option<ClockTime>), TimeRefused> {
    let whole = time_text(text);
    if let Ok(time) = whole {
        return Ok((time, None));
    }
    let narrowed = crate::sheet::fold::narrow(text);
    for mark in ['-', '~', '至', '到'] {
        if let Some((from, to)) = narrowed.split_once(mark)
            && from.trim().len() > 2
            && to.trim().len() > 2
            && let (Ok(from), Ok(to)) = (time_text(from), time_text(to))
        {
            return Ok((from, Some(to)));
        }
    }
    if let Some((_, rest)) = date_text(text)
        && let Ok(time) = time_text(&rest)
    {
        return Ok((time, None));
    }
    whole.map(|t| (t, None))
}

fn clock_of(at: &NaiveDateTime) -> Option<ClockTime> {
    // Floats end at 10:14:59.99 where 10:15 was meant.
    let seconds = at.num_seconds_from_midnight();
    let minutes = u16::try_from((seconds + 1) / 60).ok()?.min(1_439);
    if seconds == 0 {
        None
    } else {
        ClockTime::from_minutes(minutes).ok()
    }
}

fn minutes_of(minutes: f64) -> Result<ClockTime, TimeRefused> {
    if !(0.0..1_440.0).contains(&minutes) {
        return Err(TimeRefused::NoSuchTime);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 1440 by the condition"
    )]
    let whole = (minutes + 0.02).floor() as u16;
    ClockTime::from_minutes(whole.min(1_439))
}

/// A bare number in a column of times: a fraction of a day, `14`, `14.3` typed as 14.30, or `1430`.
fn number_time(number: f64) -> Result<ClockTime, TimeRefused> {
    match number {
        0.0 => Err(TimeRefused::Empty),
        n if n > 0.0 && n < 1.0 => minutes_of(n * 1_440.0),
        n if (32_000.0..74_000.0).contains(&n) && n.fract() > 0.0 => {
            minutes_of(n.fract() * 1_440.0)
        }
        n if n > 0.0 && n < 2_400.0 => time_text(&Cell::Number(n).text()),
        _ => Err(TimeRefused::Unreadable),
    }
}

impl DayHint {
    fn checked(&self, year: i32, month: u32, day: u32) -> Result<Day, DayRefused> {
        let day = Day::new(year, month, day)?;
        if year < self.earliest_year {
            Err(DayRefused::OutOfRange)
        } else {
            Ok(day)
        }
    }

    fn text(&self, text: &str) -> Result<(Day, Option<ClockTime>), DayRefused> {
        let trimmed = crate::sheet::fold::narrow(text);
        if let Ok(number) = trimmed.trim().parse::<f64>()
            && (10_000.0..100_000.0).contains(&number)
        {
            return self.serial(number);
        }
        let (said, rest) = date_text(text).ok_or(DayRefused::Unreadable)?;
        let day = match said {
            DateText::Named(year, month, day) => self.checked(self.full_year(year), month, day),
            DateText::Three(a, b, c) => self.three(a, b, c),
            DateText::MonthDay(month, day) => self.in_some_year(month, day),
            DateText::DayOnly(day) => self.day_of_month(day),
            DateText::Run(run) => self.run(run),
        }?;
        Ok((day, time_text(&rest).ok()))
    }

    fn number(&self, number: f64) -> Result<(Day, Option<ClockTime>), DayRefused> {
        if (10_000.0..100_000.0).contains(&number) {
            return self.serial(number);
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number of at most eight digits"
        )]
        if number.fract() == 0.0 && (0.0..1e8).contains(&number) {
            let digits = (number as u32).to_string();
            let length = if digits.len() == 3 { 4 } else { digits.len() };
            return self.run((number as u32, length)).map(|day| (day, None));
        }
        let text = Cell::Number(number).text();
        let (month, day) = text.split_once('.').ok_or(DayRefused::Unreadable)?;
        let (Ok(month), Ok(tenths)) = (month.parse(), day.parse::<u32>()) else {
            return Err(DayRefused::Unreadable);
        };
        // The number 3.1 may have been typed as 3.10: the day that follows the row above decides.
        let typed = self.in_some_year(month, tenths);
        let longer = if day.len() == 1 && tenths <= 3 {
            self.in_some_year(month, tenths * 10).ok()
        } else {
            None
        };
        match (self.near, typed, longer) {
            (Some(near), Ok(typed), Some(longer)) if typed < near && longer >= near => {
                Ok((longer, None))
            }
            (_, typed, _) => typed.map(|day| (day, None)),
        }
    }

    /// Days since the beginning of 1900 (which spreadsheets believe a leap year) or 1904.
    fn serial(&self, number: f64) -> Result<(Day, Option<ClockTime>), DayRefused> {
        let epoch = if self.date_1904 {
            (1904, 1, 1)
        } else {
            (1899, 12, 30)
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "10,000 to 100,000 by the callers' conditions"
        )]
        let days = chrono::Days::new(number.floor() as u64);
        let date = NaiveDate::from_ymd_opt(epoch.0, epoch.1, epoch.2)
            .and_then(|d| d.checked_add_days(days))
            .ok_or(DayRefused::OutOfRange)?;
        let time = minutes_of(number.fract() * 1_440.0)
            .ok()
            .filter(|t| *t != ClockTime::MIDNIGHT);
        Ok((self.checked(date.year(), date.month(), date.day())?, time))
    }

    fn run(&self, (value, length): Written) -> Result<Day, DayRefused> {
        let (high, low) = (value / 100, value % 100);
        match length {
            8 => self.checked(
                i32::try_from(high / 100).map_err(|_| DayRefused::OutOfRange)?,
                high % 100,
                low,
            ),
            6 => self.checked(self.full_year((high / 100, 2)), high % 100, low),
            4 => self.in_some_year(high, low),
            1 | 2 => self.day_of_month(value),
            _ => Err(DayRefused::Unreadable),
        }
    }

    /// Three numbers: 2026/3/1, 26/3/1, 3/1/2026, 1/3/26, and 115/3/1 of the Republic's calendar.
    fn three(&self, a: Written, b: Written, c: Written) -> Result<Day, DayRefused> {
        if a.1 >= 3 {
            return self.checked(self.full_year(a), b.0, c.0);
        }
        if c.1 >= 3 {
            let year = self.full_year(c);
            // Month first, as English spreadsheets write; day first only where it cannot be otherwise.
            return if a.0 > 12 && b.0 <= 12 {
                self.checked(year, b.0, a.0)
            } else {
                self.checked(year, a.0, b.0)
            };
        }
        let year_first = self.checked(self.full_year(a), b.0, c.0);
        let year_last = self.checked(self.full_year(c), a.0, b.0);
        let anchor = self
            .default_year
            .or(self.near.map(Day::year))
            .or(self.today.map(Day::year));
        match (year_first, year_last) {
            (Ok(first), Ok(last)) => {
                let far = |day: Day| {
                    anchor.map_or(u32::from(day.year() < 2010), |year| {
                        day.year().abs_diff(year)
                    })
                };
                Ok(if far(last) < far(first) { last } else { first })
            }
            (Err(_), Ok(last)) if a.0 <= 12 => Ok(last),
            (first, _) => first,
        }
    }

    /// Two digits belong to this century, or to the last where that would be the future of a birthday;
    /// three digits count from 1911.
    fn full_year(&self, (value, length): Written) -> i32 {
        let value = i32::try_from(value).unwrap_or(i32::MAX);
        let latest = self.today.map_or(2030, Day::year);
        match length {
            1 | 2 if self.earliest_year < 1990 && 2000 + value > latest => 1900 + value,
            1 | 2 if value >= 90 => 1900 + value,
            1 | 2 => 2000 + value,
            3 => value.saturating_add(1911),
            _ => value,
        }
    }

    fn day_of_month(&self, day: u32) -> Result<Day, DayRefused> {
        match (self.default_year, self.month) {
            (Some(year), Some(month)) => self.checked(year, month, day),
            _ => Err(DayRefused::Unreadable),
        }
    }

    /// Month and day without a year.
    fn in_some_year(&self, month: u32, day: u32) -> Result<Day, DayRefused> {
        // 2028 is a leap year: what it does not have, no year has.
        Day::new(2028, month, day)?;
        let nearest = |anchor: Day| {
            let years = anchor.year() - 1..=anchor.year() + 1;
            let days = years.filter_map(|year| Day::new(year, month, day).ok());
            days.min_by_key(|d| anchor.days_until(*d).abs())
                .ok_or(DayRefused::NoSuchDay)
        };
        let day = match (self.default_year, self.month, self.near, self.today) {
            (Some(year), Some(of), _, _) => nearest(Day::new(year, of, 15)?)?,
            (Some(year), None, _, _) => Day::new(year, month, day)?,
            (None, _, Some(near), _) => nearest(near)?,
            (None, _, None, Some(today)) => {
                let this = Day::new(today.year(), month, day)
                    .ok()
                    .filter(|d| *d <= today.plus(1));
                this.map_or_else(|| Day::new(today.year() - 1, month, day), Ok)?
            }
            (None, _, None, None) => return Err(DayRefused::YearMissing),
        };
        self.checked(day.year(), day.month(), day.day_of_month())
    }
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
