//! Who is here, who was here, what is still to be completed.

use domain::id::{CustomerId, StaffId, VisitId};
use domain::rows::Visit;
use domain::when::Moment;
use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;
use crate::tables::group::OF_CUSTOMER;

/// A visit with its state.
#[derive(Debug, Clone, PartialEq)]
pub struct StatefulVisit {
    /// The row.
    pub visit: Visit,
    /// Whether the party is still here.
    pub open: bool,
}

/// A day's visits, in order of arrival.
pub type DayOfVisits = Vec<StatefulVisit>;

impl Reader<'_> {
    /// Visits that arrived in [from, until), and those still open from before.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn visits_between(&self, from: Moment, until: Moment) -> Outcome<DayOfVisits> {
        let open = self.open_visits()?;
        let ids: std::collections::BTreeSet<VisitId> = open.iter().map(|visit| visit.id).collect();
        let mut all: Vec<StatefulVisit> = self
            .rows::<Visit>(
                "arrived >= ?1 AND arrived < ?2 ORDER BY arrived, id",
                params![from.0, until.0],
            )?
            .into_iter()
            .map(|visit| StatefulVisit {
                open: ids.contains(&visit.id),
                visit,
            })
            .collect();
        let earlier = open
            .into_iter()
            .filter(|visit| visit.arrived < from)
            .map(|visit| StatefulVisit { visit, open: true });
        let mut whole: Vec<StatefulVisit> = earlier.collect();
        whole.append(&mut all);
        Ok(whole)
    }

    /// Parties that are here now, first come first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_visits(&self) -> Outcome<Vec<Visit>> {
        // The index is named: without statistics SQLite would rather walk all visits by the day.
        self.rows(
            "id IN (SELECT id FROM visit INDEXED BY visit_open WHERE state = 'open' AND void = 0) ORDER BY arrived",
            [],
        )
    }

    /// Visits that lack something the house asks for, of one consultant or of everyone, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn incomplete_visits(
        &self,
        consultant: Option<StaffId>,
        limit: u32,
    ) -> Outcome<Vec<Visit>> {
        self.rows(
            "id IN (SELECT id FROM visit INDEXED BY visit_missing
                    WHERE missing <> '' AND void = 0 AND (?1 IS NULL OR consultant = ?1)
                    ORDER BY arrived DESC LIMIT ?2)
             ORDER BY arrived DESC",
            params![consultant.map(|staff| staff.0), limit],
        )
    }

    /// How many visits lack something, of one consultant or of everyone.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_incomplete_visits(&self, consultant: Option<StaffId>) -> Outcome<u64> {
        let mut statement = self.conn.prepare_cached("SELECT count(*) FROM visit INDEXED BY visit_missing WHERE missing <> '' AND void = 0 AND (?1 IS NULL OR consultant = ?1)")?;
        let count: i64 =
            statement.query_row([consultant.map(|staff| staff.0)], |row| row.get(0))?;
        Ok(count as u64)
    }

    /// A customer's visits, latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn visits_of(&self, customer: CustomerId, limit: u32) -> Outcome<Vec<Visit>> {
        self.rows(
            &format!("{OF_CUSTOMER} ORDER BY arrived DESC LIMIT ?2"),
            params![customer.0, limit],
        )
    }

    /// When each consultant last received a party of sales traffic, since a moment; and how many. A party without a purpose counts.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn received_since(
        &self,
        from: Moment,
        purposes: &[String],
    ) -> Outcome<Vec<(StaffId, u64, Moment)>> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("received_since.sql"))?;
        let purposes = serde_json::to_string(purposes).unwrap_or_default();
        let found = statement.query_map(params![from.0, purposes], |row| {
            Ok((
                StaffId(row.get(0)?),
                row.get::<_, i64>(1)? as u64,
                Moment(row.get(2)?),
            ))
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
