//! Figures of the daily sheet, counted in indexes alone: no customer and no contact is read for them.

use domain::rows::BusinessDay;
use domain::when::{ClockTime, Day, Moment};
use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;

/// Follow-up contacts, counted by when they took place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ContactCount {
    /// On the day.
    pub day: u64,
    /// From the first of its month to the day.
    pub month: u64,
}

/// New cards, by the level at which their customers stand now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAtLevel {
    /// Code of `levels`.
    pub level: String,
    /// Made since the first day.
    pub all: u64,
    /// Of these made up to the second.
    pub until: u64,
}

impl Reader<'_> {
    /// Head and foot of a day's sheet, once somebody wrote into them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn business_day_on(&self, day: Day) -> Outcome<Option<BusinessDay>> {
        Ok(self
            .rows("day = ?1 ORDER BY id LIMIT 1", [day.to_string()])?
            .pop())
    }

    /// How many customers stand at a level now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_at_level(&self, level: &str) -> Outcome<u64> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM glance INDEXED BY glance_level WHERE level = ?1",
        )?;
        Ok(statement.query_row([level], |row| row.get::<_, i64>(0))? as u64)
    }

    /// Customers whose card was made since a day, by the level at which they stand now; and how many of these cards were made
    /// up to another day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn new_since(&self, from: Day, to: Day) -> Outcome<Vec<NewAtLevel>> {
        let mut statement = self.conn.prepare_cached(include_str!("new_since.sql"))?;
        let asked = params![from.to_string(), to.to_string()];
        let found = statement.query_map(asked, |row| {
            Ok(NewAtLevel {
                level: row.get(0)?,
                all: row.get::<_, i64>(1)? as u64,
                until: row.get::<_, i64>(2)? as u64,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Contacts of a day, and of its month up to it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_contacts(&self, first_of_month: Day, day: Day) -> Outcome<ContactCount> {
        let midnight = |day| Moment::from_day_time(day, ClockTime::MIDNIGHT).0;
        let mut statement = self
            .conn
            .prepare_cached(include_str!("count_contacts.sql"))?;
        let asked = params![
            midnight(first_of_month),
            midnight(day),
            midnight(day.plus(1))
        ];
        Ok(statement.query_row(asked, |row| {
            Ok(ContactCount {
                day: row.get::<_, i64>(0)? as u64,
                month: row.get::<_, i64>(1)? as u64,
            })
        })?)
    }
}
