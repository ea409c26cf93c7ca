//! Requests that somebody be erased, and what was.

use domain::id::CustomerId;
use domain::rows::{Erasure, ErasureRequest};
use rusqlite::params;
use uuid::Uuid;

use crate::Reader;
use crate::error::Outcome;
use crate::tables::group::OF_CUSTOMER;

impl Reader<'_> {
    /// Requests that nobody answered, the earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn erasures_asked(&self, limit: u32) -> Outcome<Vec<ErasureRequest>> {
        self.rows("declined_by IS NULL ORDER BY id LIMIT ?1", [limit])
    }

    /// Those about a customer.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn erasures_asked_for(&self, customer: CustomerId) -> Outcome<Vec<ErasureRequest>> {
        self.rows(
            &format!("{OF_CUSTOMER} AND declined_by IS NULL ORDER BY id"),
            [customer.0],
        )
    }

    /// What was erased, the latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn erasures_done(&self, limit: u32) -> Outcome<Vec<Erasure>> {
        self.rows("1 = 1 ORDER BY at DESC, id LIMIT ?1", [limit])
    }

    /// Whether nothing may be left of a subject.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_erased(&self, subject: Uuid) -> Outcome<bool> {
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM erased WHERE subject = ?1")?
            .exists([subject])?)
    }

    /// A customer's visits that stand in the log under an id of their own, from before it was known whose they were.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn visits_as_subjects(&self, customer: CustomerId) -> Outcome<Vec<Uuid>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id FROM visit WHERE {OF_CUSTOMER} AND EXISTS (SELECT 1 FROM log WHERE subject = visit.id)"
        ))?;
        let found = statement.query_map(params![customer.0], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
