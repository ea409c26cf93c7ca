//! One cell of a sheet, as the file holds it: typed where the file is typed, text where it is not.

use chrono::{NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, formula text included.
    Text(String),
    /// A number without a date or time format.
    Number(f64),
    /// A number with a date format.
    Date(NaiveDateTime),
    /// A time of day or a duration without a date, in minutes.
    Time(f64),
    /// A truth value.
    Bool(bool),
    /// An error value such as `#REF!`.
    Error(String),
}

impl Cell {
    /// Text as a cell; empty or blank text is no content.
    #[must_use]
    pub fn text_of(text: &str) -> Self {
        if text.trim().is_empty() {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(|c| {
                c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}')
            }),
            _ => false,
        }
    }

    /// As a person would read it. A number loses no digits: `13800138000`, never `1.38e10`.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number_text(*number),
            Self::Date(at) if at.hour() == 0 && at.minute() == 0 => at.date().to_string(),
            Self::Date(at) => at.format("%Y-%m-%d %H:%M").to_string(),
            Self::Time(minutes) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "a float saturates; cells hold few minutes"
                )]
                let minutes = minutes.round() as i64;
                format!(
                    "{:02}:{:02}",
                    minutes.div_euclid(60),
                    minutes.rem_euclid(60)
                )
            }
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
        }
    }
}

/// Fifteen significant digits, as spreadsheets show them, and never an exponent below 10²¹.
fn number_text(number: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and below 10^15 by the condition"
    )]
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return (number as i64).to_string();
    }
    let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if shown.abs() < 1e21 {
        shown.to_string()
    } else {
        format!("{shown:e}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_digits() {
        for (number, text) in [
            (13_800_138_000.0, "13800138000"),
            (12.58, "12.58"),
            (0.1 + 0.2, "0.3"),
            (-3.0, "-3"),
            (4.3e17, "430000000000000000"),
        ] {
            assert_eq!(Cell::Number(number).text(), text);
        }
    }

    #[test]
    fn a_cell_of_invisible_marks_is_blank() {
        assert!(Cell::Text("\u{3000}\u{200b}\n".into()).is_blank());
        assert!(!Cell::Number(0.0).is_blank());
    }

    #[test]
    fn dates_and_times_are_shown_plainly() {
        let at = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(
            Cell::Date(at.and_hms_opt(0, 0, 0).unwrap()).text(),
            "2026-03-01"
        );
        assert_eq!(
            Cell::Date(at.and_hms_opt(14, 5, 0).unwrap()).text(),
            "2026-03-01 14:05"
        );
        assert_eq!(Cell::Time(615.0).text(), "10:15");
    }
}
