//! Follow-up cards and contacts.

use domain::id::{CardId, CustomerId, StaffId};
use domain::rows::{Card, Contact};
use domain::when::{Day, Moment};
use rusqlite::{OptionalExtension, params};

use crate::Reader;
use crate::error::Outcome;
use crate::tables::group::OF_CUSTOMER;

impl Reader<'_> {
    /// The cards that an owner is to work in [from, until], earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cards_due(
        &self,
        owner: StaffId,
        from: Day,
        until: Day,
        limit: usize,
    ) -> Outcome<Vec<Card>> {
        self.open_cards(
            "SELECT card FROM open_card WHERE owner = ?1 AND due BETWEEN ?2 AND ?3 ORDER BY due, card LIMIT ?4",
            params![owner.0, from.to_string(), until.to_string(), limit as i64],
        )
    }

    /// The same in the order of `levels`, cards of other levels last; within a level earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cards_due_by_level(
        &self,
        owner: StaffId,
        from: Day,
        until: Day,
        levels: &[&str],
        limit: usize,
    ) -> Outcome<Vec<Card>> {
        let (from, until) = (from.to_string(), until.to_string());
        let mut cards = Vec::new();
        for level in levels {
            cards.extend(self.open_cards(
                include_str!("cards_of_level.sql"),
                params![owner.0, from, until, level, (limit - cards.len()) as i64],
            )?);
        }
        if cards.len() < limit {
            let levels = serde_json::to_string(levels).unwrap_or_default();
            cards.extend(self.open_cards(
                include_str!("cards_of_other_levels.sql"),
                params![owner.0, from, until, levels, (limit - cards.len()) as i64],
            )?);
        }
        Ok(cards)
    }

    fn open_cards(&self, sql: &str, params: impl rusqlite::Params) -> Outcome<Vec<Card>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids: Vec<CardId> = statement
            .query_map(params, |row| row.get(0).map(CardId))?
            .collect::<Result<_, _>>()?;
        let mut cards = Vec::with_capacity(ids.len());
        for id in ids {
            cards.extend(self.get::<Card>(id)?);
        }
        Ok(cards)
    }

    /// How many open cards an owner has per day, in [from, until].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cards_per_day(&self, owner: StaffId, from: Day, until: Day) -> Outcome<Vec<(Day, u64)>> {
        let mut statement = self.conn.prepare_cached("SELECT due, count(*) FROM open_card WHERE owner = ?1 AND due BETWEEN ?2 AND ?3 GROUP BY due ORDER BY due")?;
        let found = statement.query_map(
            params![owner.0, from.to_string(), until.to_string()],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)? as u64)),
        )?;
        let mut days = Vec::new();
        for day in found {
            let (day, count) = day?;
            days.extend(day.parse().ok().map(|day| (day, count)));
        }
        Ok(days)
    }

    /// How many cards of an owner were due before a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_cards_before(&self, owner: StaffId, day: Day) -> Outcome<u64> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT count(*) FROM open_card WHERE owner = ?1 AND due < ?2")?;
        Ok(
            statement.query_row(params![owner.0, day.to_string()], |row| {
                row.get::<_, i64>(0)
            })? as u64,
        )
    }

    /// A customer's cards that are to be worked, earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_cards_of(&self, customer: CustomerId) -> Outcome<Vec<Card>> {
        self.rows(
            "id IN (SELECT card FROM open_card WHERE customer = ?1) ORDER BY due, id",
            [customer.0],
        )
    }

    /// Every open card that a rule made for a customer, also those behind the earliest.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_rule_cards_of(&self, customer: CustomerId) -> Outcome<Vec<Card>> {
        self.rows(
            &format!("{OF_CUSTOMER} AND state = 'open' AND rule IS NOT NULL ORDER BY due, id"),
            [customer.0],
        )
    }

    /// The last contact with a customer.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_contact_with(&self, customer: CustomerId) -> Outcome<Option<Contact>> {
        Ok(self
            .rows(
                &format!("{OF_CUSTOMER} ORDER BY at DESC, id DESC LIMIT 1"),
                [customer.0],
            )?
            .pop())
    }

    /// How many cards a person finished in [from, until), counted by the time of the event.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_cards_done(&self, staff: StaffId, from: Moment, until: Moment) -> Outcome<u64> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("count_cards_done.sql"))?;
        Ok(statement
            .query_row(params![staff.0, from.0, until.0], |row| {
                row.get::<_, i64>(0)
            })
            .optional()?
            .unwrap_or(0) as u64)
    }
}
