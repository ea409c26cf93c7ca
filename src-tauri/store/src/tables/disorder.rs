//! What did not go together when the acts of several PCs met: fields written by two who did not know of each other, steps that were not
//! possible any more, acts of authority that do not count.

use domain::id::{DeviceId, StaffId};
use domain::log::Change;
use domain::rows::Step;
use domain::table::Row as _;
use domain::value::Value;
use domain::when::Moment;
use rusqlite::{Row, params};
use uuid::Uuid;

use crate::Reader;
use crate::error::Outcome;
use crate::log::changes_of;

/// A field that two logs wrote without knowing of each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Contested {
    /// Wire name of the table.
    pub table: String,
    /// Which row.
    pub row: Uuid,
    /// Which field.
    pub field: String,
    /// Whom it concerns.
    pub subject: Uuid,
    /// What stands.
    pub stands: Said,
    /// What was written before, and not seen by whoever wrote what stands.
    pub other: Said,
}

/// One writing of a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// What.
    pub value: Value,
    /// Whose it is.
    pub by: Deed,
}

/// Who did something, where and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    /// Who.
    pub actor: StaffId,
    /// On which PC.
    pub device: DeviceId,
    /// When it was entered.
    pub entered_at: Moment,
}

/// A step that was not possible any more when all acts were together.
#[derive(Debug, Clone, PartialEq)]
pub struct IllegalStep {
    /// The step.
    pub step: Step,
    /// Whom it concerns.
    pub subject: Uuid,
    /// Where the row stands instead.
    pub state: String,
    /// Who took it.
    pub by: Deed,
}

/// An act, or acts alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acts {
    /// What was done.
    pub verb: String,
    /// How many.
    pub count: u64,
    /// The last of them.
    pub last: Deed,
}

impl Reader<'_> {
    /// Contested fields, of everyone or about one subject; the latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn contested(&self, subject: Option<Uuid>, limit: u32) -> Outcome<Vec<Contested>> {
        let mut statement = self.conn.prepare_cached(include_str!("contested.sql"))?;
        let mut found = statement.query(params![subject, limit])?;
        let mut all = Vec::new();
        while let Some(row) = found.next()? {
            let (table, of, field): (String, Uuid, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let said = |from: usize| -> rusqlite::Result<Option<Said>> {
                let body = row.get_ref(from + 3)?.as_str_or_null()?;
                let by = deed(row, from)?;
                let value = changes_of(body.unwrap_or_default())
                    .into_iter()
                    .find(|change: &Change| change.table == *table && change.row == of)
                    .and_then(|mut change| change.fields.remove(field.as_str()));
                Ok(value.map(|value| Said { value, by }))
            };
            let subject = row.get(3)?;
            if let (Some(stands), Some(other)) = (said(4)?, said(8)?) {
                all.push(Contested {
                    table,
                    row: of,
                    field,
                    subject,
                    stands,
                    other,
                });
            }
        }
        Ok(all)
    }

    /// Steps that were not possible any more, the latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn illegal_steps(&self, limit: u32) -> Outcome<Vec<IllegalStep>> {
        let mut steps: Vec<Step> = self.rows(
            "id IN (SELECT step FROM exception) ORDER BY at DESC, id LIMIT ?1",
            [limit],
        )?;
        let mut all = Vec::with_capacity(steps.len());
        for step in steps.drain(..) {
            let Some(workflow) = domain::workflow::of(&step.noun) else {
                continue;
            };
            let state: Option<String> = self
                .conn
                .prepare_cached(&format!(
                    "SELECT state FROM {} WHERE id = ?1",
                    workflow.noun
                ))?
                .query_row([step.row], |found| found.get(0))
                .map_or_else(none_where_missing, |state| Ok(Some(state)))?;
            let by = self.written(step.id)?;
            if let (Some(state), Some((subject, by))) = (state, by) {
                all.push(IllegalStep {
                    step,
                    subject,
                    state,
                    by,
                });
            }
        }
        Ok(all)
    }

    /// Whom a step concerns, and who took it.
    fn written(&self, step: Uuid) -> Outcome<Option<(Uuid, Deed)>> {
        let stamps: Vec<u8> = self
            .conn
            .prepare_cached("SELECT stamps FROM step WHERE id = ?1")?
            .query_row([step], |found| found.get(0))?;
        let bit = Step::TABLE.bit("to");
        let Some(writing) = crate::stamps::Stamps::read(&stamps)
            .zip(bit)
            .and_then(|(stamps, bit)| stamps.of(bit))
        else {
            return Ok(None);
        };
        Ok(self
            .conn
            .prepare_cached(
                "SELECT subject, actor, device, entered_at FROM log JOIN incarnation USING (n) WHERE log.n = ?1 AND log.seq = ?2",
            )?
            .query_row(params![writing.n, writing.seq as i64], |row| {
                Ok(Some((row.get(0)?, deed(row, 1)?)))
            })
            .or_else(none_where_missing)?)
    }

    /// Acts of authority that do not count: whoever signed them was not entitled to, as far as is known here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn withheld(&self) -> Outcome<Vec<Acts>> {
        self.acts(include_str!("withheld.sql"), params![])
    }

    /// Who ever did what: a verb's name beside each person.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn deeds(&self) -> Outcome<Vec<(StaffId, String)>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT actor, verb FROM deed ORDER BY actor, verb")?;
        let found = statement.query_map([], |row| Ok((StaffId(row.get(0)?), row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// How often somebody did something, and when last. Walks the log: for what should not have been done.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn acts_of(&self, actor: StaffId, verb: &str) -> Outcome<Option<Acts>> {
        Ok(self
            .acts(include_str!("acts_of.sql"), params![actor.0, verb])?
            .pop())
    }

    /// Every role that somebody has or had: a role code beside each person.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn roles_ever(&self) -> Outcome<Vec<(StaffId, String)>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT DISTINCT staff, role FROM staff_role WHERE staff IS NOT NULL AND role IS NOT NULL")?;
        let found = statement.query_map([], |row| Ok((StaffId(row.get(0)?), row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn acts(&self, sql: &str, params: impl rusqlite::Params) -> Outcome<Vec<Acts>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let found = statement.query_map(params, |row| {
            Ok(Acts {
                verb: row.get(0)?,
                count: row.get::<_, i64>(1)? as u64,
                last: deed(row, 2)?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

/// Actor, device and time, from a column on.
fn deed(row: &Row<'_>, from: usize) -> rusqlite::Result<Deed> {
    Ok(Deed {
        actor: StaffId(row.get(from)?),
        device: DeviceId(row.get(from + 1)?),
        entered_at: Moment(row.get(from + 2)?),
    })
}

fn none_where_missing<T>(cause: rusqlite::Error) -> rusqlite::Result<Option<T>> {
    match cause {
        rusqlite::Error::QueryReturnedNoRows => Ok(None),
        other => Err(other),
    }
}
