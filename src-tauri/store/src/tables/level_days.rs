//! Levels by day, as contacts and visits wrote them: what the level sheet (意向客户级别状况表) is made of.

use domain::id::{CustomerId, StaffId};
use domain::when::Moment;
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params, params_from_iter};

use super::glance::{COLUMNS, Glance, read};
use super::page::Cursor;
use crate::Reader;
use crate::error::Outcome;

/// A contact or a visit, and the level that was written with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLevel {
    /// When.
    pub at: Moment,
    /// After it; nothing when none was said.
    pub level: Option<String>,
    /// Before it, where that was noted.
    pub from: Option<String>,
}

/// Whose customers of which level, from where on.
#[derive(Debug, Clone)]
pub struct LevelWalk {
    /// Of one owner; everybody's, when not said.
    pub owner: Option<StaffId>,
    /// Their level now.
    pub level: String,
    /// Only who was met since.
    pub met_since: Option<Moment>,
    /// As the part before says: key is the last contact.
    pub after: Option<Cursor>,
    /// Customers at most.
    pub limit: u32,
}

impl Reader<'_> {
    /// Customers who are at a level now, latest contact first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn customers_of_level(&self, walk: &LevelWalk) -> Outcome<Vec<Glance>> {
        let mut values = vec![Sql::Text(walk.level.clone())];
        let mut conditions = vec!["level = ?1".to_owned()];
        let mut place = |value: Sql| {
            values.push(value);
            format!("?{}", values.len())
        };
        let index = match walk.owner {
            Some(owner) => {
                let owner = place(Sql::Blob(owner.0.as_bytes().to_vec()));
                conditions.push(format!("owner = {owner}"));
                "glance_owner_level"
            }
            None => "glance_level",
        };
        if let Some(since) = walk.met_since {
            conditions.push(format!("last_contact >= {}", place(Sql::Integer(since.0))));
        }
        if let Some(after) = &walk.after {
            let at = place(Sql::Integer(after.key.parse().unwrap_or(i64::MAX)));
            let customer = place(Sql::Blob(after.customer.0.as_bytes().to_vec()));
            conditions.push(format!("(last_contact, customer) < ({at}, {customer})"));
        }
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM glance INDEXED BY {index} WHERE {} ORDER BY last_contact DESC, customer DESC LIMIT {}",
            conditions.join(" AND "),
            walk.limit
        ))?;
        let found = statement.query_map(params_from_iter(&values), read)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The level that was last written before a moment, with a contact or a visit.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn level_before(&self, customer: CustomerId, at: Moment) -> Outcome<Option<String>> {
        let mut statement = self.conn.prepare_cached(include_str!("level_before.sql"))?;
        Ok(statement
            .query_row(params![customer.0, at.0], |row| row.get(0))
            .optional()?)
    }

    /// Contacts and visits in [from, until), the earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn levels_between(
        &self,
        customer: CustomerId,
        from: Moment,
        until: Moment,
    ) -> Outcome<Vec<DayLevel>> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("levels_between.sql"))?;
        let found = statement.query_map(params![customer.0, from.0, until.0], |row| {
            Ok(DayLevel {
                at: Moment(row.get(0)?),
                level: row.get(1)?,
                from: row.get(2)?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
