//! Days, times of day and moments.
//!
//! Instants are UTC; days and clock times are those of China, which has had one zone and no summer time since 1991:
//! a fixed offset of eight hours, whatever the PC says. Refuses to read the clock: time is passed in.

mod calendar;
mod clock;
pub(crate) mod parse;
mod reading;

pub use calendar::{Day, DayRefused};
pub use clock::{ClockTime, TimeRefused};
pub use reading::{DayHint, read_day, read_day_time, read_time, read_times};

use serde::{Deserialize, Serialize};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// China stands eight hours before UTC.
const OFFSET: i64 = 8 * 60 * MINUTE;

/// Milliseconds since 1970, UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS,
)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The moment at which clocks in China show this time on this day.
    #[must_use]
    pub fn from_day_time(day: Day, time: ClockTime) -> Self {
        Self(day.days_since_1970() * DAY + i64::from(time.minutes()) * MINUTE - OFFSET)
    }

    /// The day in China; the first or last day that [`Day`] knows for a moment beyond it.
    #[must_use]
    pub fn day(self) -> Day {
        Day::from_days_since_1970(self.0.saturating_add(OFFSET).div_euclid(DAY))
    }

    /// What clocks in China show, to the minute.
    #[must_use]
    pub fn clock_time(self) -> ClockTime {
        let minutes = self.0.saturating_add(OFFSET).rem_euclid(DAY) / MINUTE;
        // Less than a day's minutes by the division above.
        ClockTime::from_minutes(u16::try_from(minutes).unwrap_or(0)).unwrap_or(ClockTime::MIDNIGHT)
    }

    /// Whole minutes from this moment to a later one; negative when it was earlier.
    #[must_use]
    pub fn minutes_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0) / MINUTE
    }

    /// So many minutes later (or earlier, when negative).
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(MINUTE)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_morning_is_the_evening_before_in_utc() {
        let moment = Moment::from_day_time("2026-03-01".parse().unwrap(), "07:30".parse().unwrap());
        assert_eq!(moment.0, 1_772_321_400_000);
        assert_eq!(moment.day().to_string(), "2026-03-01");
        assert_eq!(moment.clock_time().to_string(), "07:30");
    }

    #[test]
    fn midnight_in_china_begins_the_new_day() {
        let midnight = Moment::from_day_time("2026-03-02".parse().unwrap(), ClockTime::MIDNIGHT);
        assert_eq!(midnight.day().to_string(), "2026-03-02");
        assert_eq!(Moment(midnight.0 - 1).day().to_string(), "2026-03-01");
        assert_eq!(Moment(midnight.0 - 1).clock_time().to_string(), "23:59");
    }

    #[test]
    fn an_absurd_clock_gives_a_day_at_the_edge() {
        assert_eq!(Moment(i64::MAX).day(), Day::LAST);
        assert_eq!(Moment(i64::MIN).day(), Day::FIRST);
        let _ = (
            Moment(i64::MAX).clock_time(),
            Moment(i64::MIN).plus_minutes(i64::MIN),
        );
    }

    #[test]
    fn a_stay_is_counted_in_minutes() {
        let arrived = Moment(0);
        assert_eq!(arrived.minutes_until(arrived.plus_minutes(75)), 75);
    }
}
