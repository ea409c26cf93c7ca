//! A day of the calendar. Refuses days before 1900 and after 2100: nobody born or sold then comes to a showroom.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::codes;

/// A day in China, written `YYYY-MM-DD`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS,
)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Day(NaiveDate);

codes! {
    /// Why a text or cell is no day.
    DayRefused {
        /// Nothing was written.
        Empty = "date_missing",
        /// No spelling of a day that is known here.
        Unreadable = "date_unreadable",
        /// No calendar has it: 30 February, month 13.
        NoSuchDay = "date_impossible",
        /// Month and day, and nothing anywhere says which year.
        YearMissing = "date_year_missing",
        /// A real day, but not of this trade's time.
        OutOfRange = "date_out_of_range",
    }
}

impl std::fmt::Display for DayRefused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for DayRefused {}

impl Day {
    /// 1 January 1900.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    });
    /// 31 December 2100.
    pub const LAST: Self = Self(match NaiveDate::from_ymd_opt(2100, 12, 31) {
        Some(day) => day,
        None => NaiveDate::MAX,
    });

    /// The day of this year, month (1–12) and day of the month.
    ///
    /// # Errors
    /// [`DayRefused::NoSuchDay`], or [`DayRefused::OutOfRange`] before 1900 and after 2100.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DayRefused> {
        NaiveDate::from_ymd_opt(year, month, day)
            .ok_or(DayRefused::NoSuchDay)
            .and_then(Self::try_from)
    }

    /// As chrono's date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The year, as 2026.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1–12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1–31.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week, 1 for Monday to 7 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().number_from_monday()
    }

    /// So many days later (or earlier, when negative); stops at the first and last day.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let by = Days::new(days.unsigned_abs());
        let moved = if days < 0 {
            self.0.checked_sub_days(by)
        } else {
            self.0.checked_add_days(by)
        };
        let edge = if days < 0 { Self::FIRST } else { Self::LAST };
        moved.map_or(edge, |day| Self(day).clamp(Self::FIRST, Self::LAST))
    }

    /// Days from this day to a later one; negative when it was earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_days()
    }

    pub(super) fn days_since_1970(self) -> i64 {
        i64::from(self.0.num_days_from_ce()) - 719_163
    }

    pub(super) fn from_days_since_1970(days: i64) -> Self {
        let from_ce = days.saturating_add(719_163).clamp(0, 2_000_000);
        let day = i32::try_from(from_ce)
            .ok()
            .and_then(NaiveDate::from_num_days_from_ce_opt);
        day.map_or(Self::LAST, |day| Self(day).clamp(Self::FIRST, Self::LAST))
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = DayRefused;
    fn try_from(date: NaiveDate) -> Result<Self, Self::Error> {
        let day = Self(date);
        if (Self::FIRST..=Self::LAST).contains(&day) {
            Ok(day)
        } else {
            Err(DayRefused::OutOfRange)
        }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Only the one stored spelling, `YYYY-MM-DD`; cells are read by [`super::read_day`].
impl std::str::FromStr for Day {
    type Err = DayRefused;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(3, '-');
        let mut part = |length: usize| {
            let part = parts
                .next()
                .filter(|p| p.len() == length && p.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|p| p.parse::<u32>().ok())
                .ok_or(DayRefused::Unreadable)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        Self::new(
            i32::try_from(year).map_err(|_| DayRefused::OutOfRange)?,
            month,
            day,
        )
    }
}

impl TryFrom<String> for Day {
    type Error = DayRefused;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_and_read_one_way() {
        let day = Day::new(2026, 3, 1).unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-03-01\"");
        assert_eq!(serde_json::from_str::<Day>("\"2026-03-01\"").unwrap(), day);
        for other in [
            "2026-3-1",
            "2026/03/01",
            "2026-03-01x",
            "2026-02-30",
            "1776-07-04",
            "",
        ] {
            assert!(other.parse::<Day>().is_err(), "{other}");
        }
    }

    #[test]
    fn days_are_counted_across_months_and_leap_years() {
        let day = Day::new(2028, 2, 28).unwrap();
        assert_eq!(day.plus(2), Day::new(2028, 3, 1).unwrap());
        assert_eq!(day.plus(2).days_until(day), -2);
        assert_eq!(day.plus(i64::MAX), Day::LAST);
        assert_eq!(day.plus(i64::MIN), Day::FIRST);
    }

    #[test]
    fn the_first_of_march_2026_is_a_sunday() {
        assert_eq!(Day::new(2026, 3, 1).unwrap().weekday(), 7);
    }
}
