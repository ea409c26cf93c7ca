//! The showroom's day: places in the turn, turns passed over, and how late the log says it is.

use domain::rows::{Duty, TurnSkip};
use domain::when::{Day, Moment};
use rusqlite::OptionalExtension;

use crate::Reader;
use crate::error::Outcome;

impl Reader<'_> {
    /// What is written of a day's turn.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn duty_of(&self, day: Day) -> Outcome<Vec<Duty>> {
        self.rows("day = ?1", [day.to_string()])
    }

    /// The last day, up to and with this one, whose order somebody arranged.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_arranged(&self, until: Day) -> Outcome<Option<Day>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT day FROM duty WHERE day <= ?1 AND place IS NOT NULL AND void = 0 ORDER BY day DESC LIMIT 1",
        )?;
        let found: Option<String> = statement
            .query_row([until.to_string()], |row| row.get(0))
            .optional()?;
        Ok(found.and_then(|day| day.parse().ok()))
    }

    /// Turns that were passed over since a moment, earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn skipped_since(&self, from: Moment) -> Outcome<Vec<TurnSkip>> {
        self.rows("at >= ?1 ORDER BY at, id", [from.0])
    }

    /// The latest time at which this PC wrote one of its last entries; nothing in an empty log. Only the last ones are
    /// looked at, so that a clock that was once far ahead is forgotten after a day's work.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_entered(&self) -> Outcome<Option<Moment>> {
        let mut statement = self.conn.prepare_cached(include_str!("last_entered.sql"))?;
        let Some(incarnation) = crate::local::meta(self.conn, "incarnation")?
            .and_then(|id| uuid::Uuid::parse_str(&id).ok())
        else {
            return Ok(None);
        };
        Ok(statement
            .query_row([incarnation], |row| row.get::<_, Option<i64>>(0))?
            .map(Moment))
    }
}
