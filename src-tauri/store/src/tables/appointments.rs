//! Who is expected, and who did not come.

use domain::id::CustomerId;
use domain::rows::Appointment;
use domain::when::Moment;
use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;
use crate::tables::group::OF_CUSTOMER;

impl Reader<'_> {
    /// Appointments for a time in [from, until), in that order, whatever became of them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn appointments_between(&self, from: Moment, until: Moment) -> Outcome<Vec<Appointment>> {
        self.rows(
            "at >= ?1 AND at < ?2 ORDER BY at, id",
            params![from.0, until.0],
        )
    }

    /// Appointments of [from, until) that were not kept, latest first: nobody came by the end of the day, which is
    /// `today`'s beginning for those before it, or somebody said that nobody came.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn appointments_missed(
        &self,
        from: Moment,
        today: Moment,
        until: Moment,
    ) -> Outcome<Vec<Appointment>> {
        self.rows(
            "at >= ?1 AND at < ?3 AND (state = 'no_show' OR (state = 'expected' AND at < ?2)) ORDER BY at DESC, id",
            params![from.0, today.0, until.0],
        )
    }

    /// A customer's appointments for a time in [from, until), in that order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn appointments_of(
        &self,
        customer: CustomerId,
        from: Moment,
        until: Moment,
    ) -> Outcome<Vec<Appointment>> {
        // `+`: by the customer, not through everybody's appointments of those days.
        self.rows(
            &format!("{OF_CUSTOMER} AND +at >= ?2 AND +at < ?3 ORDER BY +at, id"),
            params![customer.0, from.0, until.0],
        )
    }
}
