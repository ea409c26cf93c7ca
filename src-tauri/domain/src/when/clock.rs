//! A time of day, to the minute, as clocks in the showroom show it.

use serde::{Deserialize, Serialize};

use crate::codes;

/// Minutes since midnight, written `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClockTime(u16);

codes! {
    /// Why a text or cell is no time of day.
    TimeRefused {
        /// Nothing was written.
        Empty = "time_missing",
        /// No spelling of a time that is known here.
        Unreadable = "time_unreadable",
        /// No clock shows it: 25:70.
        NoSuchTime = "time_impossible",
    }
}

impl std::fmt::Display for TimeRefused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for TimeRefused {}

impl ClockTime {
    /// 00:00.
    pub const MIDNIGHT: Self = Self(0);

    /// Hour 0–23, minute 0–59.
    ///
    /// # Errors
    /// [`TimeRefused::NoSuchTime`] beyond that.
    pub fn new(hour: u32, minute: u32) -> Result<Self, TimeRefused> {
        match u16::try_from(hour * 60 + minute) {
            Ok(minutes) if hour < 24 && minute < 60 => Ok(Self(minutes)),
            _ => Err(TimeRefused::NoSuchTime),
        }
    }

    /// Minutes since midnight, less than 1,440.
    ///
    /// # Errors
    /// [`TimeRefused::NoSuchTime`] beyond that.
    pub fn from_minutes(minutes: u16) -> Result<Self, TimeRefused> {
        if minutes < 1_440 {
            Ok(Self(minutes))
        } else {
            Err(TimeRefused::NoSuchTime)
        }
    }

    /// Minutes since midnight.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for ClockTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Only the one stored spelling, `HH:MM`; cells are read by [`super::read_time`].
impl std::str::FromStr for ClockTime {
    type Err = TimeRefused;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let two = |t: &str| {
            (t.len() == 2 && t.bytes().all(|b| b.is_ascii_digit()))
                .then(|| t.parse::<u32>().ok())
                .flatten()
        };
        let (hour, minute) = text.split_once(':').ok_or(TimeRefused::Unreadable)?;
        match (two(hour), two(minute)) {
            (Some(hour), Some(minute)) => Self::new(hour, minute),
            _ => Err(TimeRefused::Unreadable),
        }
    }
}

impl TryFrom<String> for ClockTime {
    type Error = TimeRefused;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_and_read_one_way() {
        let time = ClockTime::new(9, 5).unwrap();
        assert_eq!(serde_json::to_string(&time).unwrap(), "\"09:05\"");
        assert_eq!("09:05".parse(), Ok(time));
        for other in ["9:05", "24:00", "09:60", "0905", "", "-1:00"] {
            assert!(other.parse::<ClockTime>().is_err(), "{other}");
        }
    }
}
