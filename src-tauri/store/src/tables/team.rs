//! How far behind each person is: counts from the indexes alone, and never further than is worth knowing.

use domain::id::{CustomerId, StaffId};
use domain::when::Day;
use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;

impl Reader<'_> {
    /// How many cards an owner has in [from, until], counted up to `most`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_cards_between(
        &self,
        owner: StaffId,
        from: Day,
        until: Day,
        most: u32,
    ) -> Outcome<u64> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM (SELECT 1 FROM open_card WHERE owner = ?1 AND due BETWEEN ?2 AND ?3 LIMIT ?4)",
        )?;
        let count: i64 = statement.query_row(
            params![owner.0, from.to_string(), until.to_string(), most],
            |row| row.get(0),
        )?;
        Ok(count as u64)
    }

    /// The day for which an owner's earliest card was due.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn earliest_card(&self, owner: StaffId) -> Outcome<Option<Day>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT min(due) FROM open_card WHERE owner = ?1")?;
        let due: Option<String> = statement.query_row([owner.0], |row| row.get(0))?;
        Ok(due.and_then(|due| due.parse().ok()))
    }

    /// How many customers of a level an owner has, counted up to `most`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_of_level(&self, owner: StaffId, level: &str, most: u32) -> Outcome<u64> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM (SELECT 1 FROM glance INDEXED BY glance_owner_level WHERE owner = ?1 AND level = ?2 LIMIT ?3)",
        )?;
        let count: i64 = statement.query_row(params![owner.0, level, most], |row| row.get(0))?;
        Ok(count as u64)
    }

    /// How many visits each consultant still has to complete.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn incomplete_by_consultant(&self) -> Outcome<Vec<(StaffId, u64)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT consultant, count(*) FROM visit INDEXED BY visit_missing
             WHERE missing <> '' AND void = 0 AND consultant IS NOT NULL GROUP BY consultant",
        )?;
        let found = statement.query_map([], |row| {
            Ok((StaffId(row.get(0)?), row.get::<_, i64>(1)? as u64))
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// An owner's customers whose birthday is on one of these days of the year, each as `MM-DD`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn birthdays(
        &self,
        owner: StaffId,
        days: &[String],
        limit: u32,
    ) -> Outcome<Vec<CustomerId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM customer INDEXED BY customer_birthday
             WHERE owner = ?1 AND substr(birthday, 6) = ?2 AND birthday IS NOT NULL AND void = 0 LIMIT ?3",
        )?;
        let mut found = Vec::new();
        for day in days {
            let ids = statement.query_map(params![owner.0, day, limit], |row| {
                row.get(0).map(CustomerId)
            })?;
            for id in ids {
                found.push(id?);
            }
        }
        Ok(found)
    }
}
