//! Calls that wait for ours: nobody answered in time, or we promised to call back.

use domain::id::VisitId;
use domain::rows::{Callback, Visit};
use domain::when::Moment;
use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;

impl Reader<'_> {
    /// Calls since a moment that wait to be called back: those promised for a time first, the earliest on top; then the
    /// others, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn awaiting_callback(&self, since: Moment, limit: u32) -> Outcome<Vec<Visit>> {
        self.rows(
            "id IN (SELECT id FROM visit INDEXED BY visit_callback
                    WHERE (missed = 1 OR callback_promised = 1) AND called_back IS NULL AND void = 0 AND arrived >= ?1)
             ORDER BY callback_by IS NULL, callback_by, arrived DESC LIMIT ?2",
            params![since.0, limit],
        )
    }

    /// How many calls since a moment wait to be called back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_awaiting_callback(&self, since: Moment) -> Outcome<u64> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM visit INDEXED BY visit_callback
             WHERE (missed = 1 OR callback_promised = 1) AND called_back IS NULL AND void = 0 AND arrived >= ?1",
        )?;
        let count: i64 = statement.query_row([since.0], |row| row.get(0))?;
        Ok(count as u64)
    }

    /// The attempts to call somebody back, earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn callbacks_of(&self, visit: VisitId) -> Outcome<Vec<Callback>> {
        self.rows("visit = ?1 ORDER BY at, id", [visit.0])
    }
}
