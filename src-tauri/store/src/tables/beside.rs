//! What stands beside a customer: persons, tags, rivals, and whom they sent to us.

use domain::id::CustomerId;
use domain::rows::{Customer, Person, Rival, Tag};
use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;
use crate::tables::group::OF_CUSTOMER;

impl Reader<'_> {
    /// Who comes along and who decides, in the order in which they were noted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn persons_of(&self, customer: CustomerId) -> Outcome<Vec<Person>> {
        self.rows(&format!("{OF_CUSTOMER} ORDER BY id"), [customer.0])
    }

    /// A customer's tags, by label.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tags_of(&self, customer: CustomerId) -> Outcome<Vec<Tag>> {
        // By the customer: the label alone would lead past everybody who has it.
        self.rows(
            &format!("+label IS NOT NULL AND {OF_CUSTOMER} ORDER BY label"),
            [customer.0],
        )
    }

    /// What else a customer looks at, by model.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rivals_of(&self, customer: CustomerId) -> Outcome<Vec<Rival>> {
        self.rows(&format!("{OF_CUSTOMER} ORDER BY model"), [customer.0])
    }

    /// Whom a customer sent to us, the earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn referred_by(&self, customer: CustomerId, limit: u32) -> Outcome<Vec<Customer>> {
        self.rows(
            "referrer IS NOT NULL AND referrer = ?1 ORDER BY id LIMIT ?2",
            params![customer.0, limit],
        )
    }

    /// How many customers a customer sent to us.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_referred_by(&self, customer: CustomerId) -> Outcome<u64> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM customer WHERE referrer IS NOT NULL AND referrer = ?1 AND void = 0",
        )?;
        Ok(statement.query_row([customer.0], |row| row.get::<_, i64>(0))? as u64)
    }
}
