//! What managers have read of the contacts that were made, and what they have not.

use domain::id::{ContactId, CustomerId, StaffId};
use domain::rows::{Contact, Review};
use domain::when::Moment;
use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;
use crate::tables::group::OF_CUSTOMER;

impl Reader<'_> {
    /// Contacts entered since a moment that nobody has reviewed and that `me` did not make, latest first, after a place in that order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn contacts_to_review(
        &self,
        me: StaffId,
        since: Moment,
        staff: Option<StaffId>,
        after: Option<(Moment, ContactId)>,
        limit: u32,
    ) -> Outcome<Vec<Contact>> {
        let (entered, id) = after.map_or((Moment(i64::MAX), None), |(at, id)| (at, Some(id.0)));
        self.rows(
            "id IN (SELECT id FROM contact AS made INDEXED BY contact_entered
                    WHERE entered >= ?2 AND entered <= ?4 AND (?5 IS NULL OR entered < ?4 OR id < ?5)
                      AND void = 0 AND staff <> ?1 AND (?3 IS NULL OR staff = ?3)
                      AND NOT EXISTS (SELECT 1 FROM review WHERE review.contact = made.id AND review.void = 0)
                    ORDER BY entered DESC, id DESC LIMIT ?6)
             ORDER BY entered DESC, id DESC",
            params![
                me.0,
                since.0,
                staff.map(|staff| staff.0),
                entered.0,
                id,
                limit
            ],
        )
    }

    /// How many of them there are, counted up to `most`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_contacts_to_review(
        &self,
        me: StaffId,
        since: Moment,
        staff: Option<StaffId>,
        most: u32,
    ) -> Outcome<u64> {
        let mut statement = self.conn.prepare_cached(
            "SELECT count(*) FROM (SELECT 1 FROM contact AS made INDEXED BY contact_entered
               WHERE entered >= ?2 AND void = 0 AND staff <> ?1 AND (?3 IS NULL OR staff = ?3)
                 AND NOT EXISTS (SELECT 1 FROM review WHERE review.contact = made.id AND review.void = 0)
               LIMIT ?4)",
        )?;
        let count: i64 = statement.query_row(
            params![me.0, since.0, staff.map(|staff| staff.0), most],
            |row| row.get(0),
        )?;
        Ok(count as u64)
    }

    /// Remarks that whoever made the contact has not read, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unread_reviews(&self, staff: StaffId, limit: u32) -> Outcome<Vec<Review>> {
        self.rows(
            "id IN (SELECT review.id FROM review INDEXED BY review_unread
                    JOIN contact ON contact.id = review.contact AND contact.staff = ?1 AND contact.void = 0
                    WHERE review.remark IS NOT NULL AND review.read_at IS NULL AND review.void = 0
                    ORDER BY review.at DESC LIMIT ?2)
             ORDER BY at DESC, id",
            params![staff.0, limit],
        )
    }

    /// The review of a contact.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn review_of(&self, contact: ContactId) -> Outcome<Option<Review>> {
        Ok(self
            .rows("contact = ?1 ORDER BY id LIMIT 1", [contact.0])?
            .pop())
    }

    /// The last contact with a customer before another.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn contact_before(&self, customer: CustomerId, at: Moment) -> Outcome<Option<Contact>> {
        Ok(self
            .rows(
                &format!("{OF_CUSTOMER} AND at < ?2 ORDER BY at DESC, id DESC LIMIT 1"),
                params![customer.0, at.0],
            )?
            .pop())
    }
}
