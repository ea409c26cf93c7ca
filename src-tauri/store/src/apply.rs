//! The one place where tables are written: the changes of an op, local or from another PC, merged by each table's declaration.
//!
//! Idempotent, and indifferent to the order in which ops arrive. What only a newer version knows is left in the log and marked.

mod contests;

use std::collections::{BTreeMap, BTreeSet};

use domain::log::{Change, Order};
use domain::planted::{Bug, planted};
use domain::rows::Step;
use domain::table::Row as _;
use domain::table::{Merge, Table};
use domain::value::Value;
use domain::workflow::{self, Taken};
use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use uuid::Uuid;

use crate::columns::{fits, insert, sql, update};
use crate::commit::Watch;
use crate::concurrent::{self, Place};
use crate::derive::Deriving;
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
use crate::stamps::{Stamps, Writing};

/// The column by which a row belongs to a customer; `NULL` where it belongs to none.
pub(crate) fn parent_of(table: &Table) -> &'static str {
    if table.name == "customer" {
        "id"
    } else if table.bit("customer").is_some() {
        "customer"
    } else {
        "NULL"
    }
}

/// A row of a table with a workflow: its noun and its id.
type Stateful = (&'static str, Uuid);

/// What applying has touched so far: rows for deriving, table names for the screens.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// Wire names of tables.
    pub tables: BTreeSet<&'static str>,
    /// Customers whose index rows are still to be derived anew: of the old rows and of the new ones.
    pub customers: BTreeSet<Uuid>,
}

/// So many customers are derived together, while their rows are still at hand.
const TOGETHER: usize = 1_000;

pub(crate) struct Apply<'a> {
    pub conn: &'a Connection,
    pub incarnations: &'a Incarnations,
    pub touched: Touched,
    deriving: Deriving,
    /// Fields that may have begun, or ceased, to be contested.
    contests: BTreeSet<Place>,
    /// Where the log is, if it is not beside the tables.
    log: Option<&'a Connection>,
    /// As many as come are derived together: for whoever goes through years of log, in which each customer comes again and again.
    all_together: bool,
    /// What is being applied is an act of authority that counts.
    authority: bool,
}

impl<'a> Apply<'a> {
    pub fn new(conn: &'a Connection, incarnations: &'a Incarnations) -> Self {
        Self {
            conn,
            incarnations,
            touched: Touched::default(),
            deriving: Deriving::default(),
            contests: BTreeSet::new(),
            log: None,
            all_together: false,
            authority: false,
        }
    }

    /// Derives nobody before the end.
    pub fn deriving_last(self) -> Self {
        Self {
            all_together: true,
            ..self
        }
    }

    /// From a log that is elsewhere than the tables.
    pub fn reading(self, log: &'a Connection) -> Self {
        Self {
            log: Some(log),
            ..self
        }
    }

    /// Derives whoever is left; gives the wire names of the tables written.
    pub fn finish(mut self, watch: Option<Watch<'_>>) -> Outcome<BTreeSet<&'static str>> {
        self.contested()?;
        self.derive(watch)?;
        self.deriving.write(self.conn)?;
        Ok(self.touched.tables)
    }

    fn derive(&mut self, watch: Option<Watch<'_>>) -> Outcome<()> {
        let customers = std::mem::take(&mut self.touched.customers);
        self.deriving.derive(self.conn, &customers, watch)
    }

    /// Merges an op of an act of authority that counts.
    pub fn authorised(&mut self, writing: Writing, changes: &[Change]) -> Outcome<()> {
        self.authority = true;
        let applied = self.changes(writing, changes);
        self.authority = false;
        applied
    }

    /// Merges one op's changes.
    pub fn changes(&mut self, writing: Writing, changes: &[Change]) -> Outcome<()> {
        // Once per row, however many of the op's steps are its.
        let mut to_fold = BTreeMap::new();
        for change in changes {
            if let Some((row, new)) = self.change(writing, change)? {
                *to_fold.entry(row).or_insert(false) |= new;
            }
        }
        for ((noun, row), new) in to_fold {
            self.fold(noun, row, new)?;
        }
        if self.touched.customers.len() >= TOGETHER && !self.all_together {
            self.derive(None)?;
        }
        Ok(())
    }

    /// Merges one change; gives the row whose state it may move, and whether that row is new.
    fn change(&mut self, writing: Writing, change: &Change) -> Outcome<Option<(Stateful, bool)>> {
        let Some(table) = self.incarnations.edition.tables.table(&change.table) else {
            self.mark_newer(change)?;
            return Ok(None);
        };
        if table.signed && !self.authority {
            self.withhold(writing)?;
            return Ok(None);
        }
        let mut fields = Vec::with_capacity(change.fields.len());
        for (name, value) in &change.fields {
            match table.bit(name) {
                Some(bit) if fits(table.kind(name), value) => {
                    fields.push((bit, name.as_ref(), value))
                }
                _ => self.mark_newer(change)?,
            }
        }
        self.touched.tables.insert(table.name);
        if table.name == "merged" && !planted(Bug::HalfAMerge) {
            self.touch_both(change)?;
        }
        let new = self.merge(table, change.row, writing, fields)?;
        Ok(match table.name {
            "step" => self.row_of_step(change, new)?.map(|row| (row, false)),
            name => workflow::of(name).map(|_| ((name, change.row), new)),
        })
    }

    /// Two cards become one, or two again: the index rows of both depend on it.
    fn touch_both(&mut self, change: &Change) -> Outcome<()> {
        let known: Option<(Option<Uuid>, Option<Uuid>)> = self
            .prepared("SELECT a, b FROM merged WHERE id = ?1")?
            .query_row([change.row], |found| Ok((found.get(0)?, found.get(1)?)))
            .optional()?;
        let (a, b) = known.unwrap_or_default();
        let said = ["a", "b"].map(|field| change.fields.get(field).and_then(Value::as_id));
        self.touched
            .customers
            .extend([a, b].into_iter().chain(said).flatten());
        Ok(())
    }

    /// Writes those fields that this writing wins; answers whether the row is new.
    fn merge(
        &mut self,
        table: &'static Table,
        row: Uuid,
        writing: Writing,
        mut fields: Vec<(u32, &str, &Value)>,
    ) -> Outcome<bool> {
        let parent = parent_of(table);
        let known: Option<(Vec<u8>, Option<Uuid>)> = self
            .prepared(&format!(
                "SELECT stamps, {parent} FROM {} WHERE id = ?1",
                table.name
            ))?
            .query_row([row], |found| Ok((found.get(0)?, found.get(1)?)))
            .optional()?;
        let mut stamps = match &known {
            Some((bytes, _)) => Stamps::read(bytes)
                .ok_or_else(|| StoreFailed::Damaged(format!("stamps of {} {row}", table.name)))?,
            None => Stamps::default(),
        };
        let noted = known.is_some()
            && concurrent::can_be(table)
            && self.note_before(table, row, writing, (&fields, &mut stamps));
        let first = fields.first().map(|(bit, _, _)| *bit);
        fields.retain(|(bit, _, _)| {
            let bit = first.filter(|_| planted(Bug::WholeRows)).unwrap_or(*bit);
            stamps
                .of(bit)
                .is_none_or(|holder| self.wins(table, bit, writing, holder))
        });
        if fields.is_empty() && known.is_some() && !noted {
            return Ok(false);
        }
        // Index rows depend on it: of the customer it belonged to, and of the one it belongs to now.
        let new_parent = fields
            .iter()
            .find(|(_, name, _)| *name == parent)
            .and_then(|(_, _, value)| value.as_id());
        self.touched.customers.extend(match &known {
            Some(_) if planted(Bug::OldParentStale) => None,
            Some((_, parent)) => *parent,
            None => (parent == "id").then_some(row),
        });
        self.touched.customers.extend(new_parent);
        stamps.set(
            writing,
            fields.iter().fold(0, |bits, (bit, _, _)| bits | 1 << bit),
        );
        let head = [
            ToSqlOutput::Borrowed(ValueRef::Blob(row.as_bytes())),
            ToSqlOutput::Owned(Sql::Blob(stamps.bytes())),
        ];
        let values = fields
            .iter()
            .map(|(_, name, value)| sql(table.kind(name), value));
        let names = fields.iter().map(|(_, name, _)| *name);
        let statement = if known.is_some() {
            update(table.name, names)
        } else {
            insert(table.name, names)
        };
        if planted(Bug::UniqueNumbers) && table.name == "phone" && known.is_none() {
            self.unique_number(&fields)?;
        }
        self.prepared(&statement)?
            .execute(params_from_iter(head.into_iter().chain(values)))?;
        Ok(known.is_none())
    }

    /// What a database would say of a second card with a number, if it were told that numbers are unique.
    fn unique_number(&self, fields: &[(u32, &str, &Value)]) -> Outcome<()> {
        let digits = fields.iter().find(|(_, name, _)| *name == "digits");
        let known = match digits.and_then(|(_, _, digits)| digits.as_text()) {
            Some(digits) => self
                .prepared("SELECT 1 FROM phone WHERE digits = ?1")?
                .exists([digits])?,
            None => false,
        };
        if known {
            return Err(StoreFailed::Damaged("a number twice".into()));
        }
        Ok(())
    }

    fn wins(&self, table: &Table, bit: u32, challenger: Writing, holder: Writing) -> bool {
        let (challenger, holder) = (self.order(challenger), self.order(holder));
        // A fact stands as first written, so that a second writing under its id cannot change it; only hiding it is a later decision.
        if planted(Bug::LastToCome) {
            return true;
        }
        let first_stands = table.merge == Merge::Facts && bit != domain::table::VOID_BIT;
        if first_stands {
            challenger < holder
        } else {
            challenger > holder
        }
    }

    pub fn order(&self, writing: Writing) -> Order {
        Order {
            clock: writing.clock,
            incarnation: self.incarnations.id(writing.n),
            seq: writing.seq,
        }
    }

    /// The row that a step belongs to. A step known before need not say it again.
    fn row_of_step(&self, change: &Change, new: bool) -> Outcome<Option<Stateful>> {
        let said = |field: &str| change.fields.get(field);
        let row = if new {
            let noun = said("noun").and_then(Value::as_text).map(str::to_owned);
            noun.zip(said("row").and_then(Value::as_id))
        } else {
            self.prepared(
                "SELECT noun, row FROM step WHERE id = ?1 AND noun IS NOT NULL AND row IS NOT NULL",
            )?
            .query_row([change.row], |found| Ok((found.get(0)?, found.get(1)?)))
            .optional()?
        };
        Ok(row.and_then(|(noun, row)| Some((workflow::of(&noun)?.noun, row))))
    }

    /// Gives a row the state that its steps come to.
    pub fn fold(&mut self, noun: &'static str, row: Uuid, new: bool) -> Outcome<()> {
        let Some(workflow) = workflow::of(noun) else {
            return Ok(());
        };
        self.touched.tables.insert(noun);
        let mut taken = Vec::new();
        {
            let mut statement = self.prepared(
                // `+`: by its row. SQLite, which has no statistics here, would go through all steps of the noun.
                r#"SELECT id, "to", stamps FROM step WHERE row = ?1 AND +noun = ?2 AND void = 0"#,
            )?;
            let mut found = statement.query(params![row, noun])?;
            while let Some(step) = found.next()? {
                let (Some(to), stamps) = (
                    step.get::<_, Option<String>>(1)?,
                    step.get::<_, Vec<u8>>(2)?,
                ) else {
                    continue;
                };
                let bit = Step::TABLE.bit("to").unwrap_or_default();
                let Some(writing) = Stamps::read(&stamps).and_then(|stamps| stamps.of(bit)) else {
                    continue;
                };
                taken.push(Taken {
                    id: step.get(0)?,
                    order: self.order(writing),
                    to,
                });
            }
        }
        if new && taken.is_empty() {
            return Ok(());
        }
        if planted(Bug::StepsFoldedOnce) && taken.len() > 1 {
            return Ok(());
        }
        let folded = workflow.fold(taken);
        let parent = self
            .incarnations
            .edition
            .tables
            .table(noun)
            .map_or("NULL", parent_of);
        let moved: Option<Option<Uuid>> = self
            .prepared(&format!(
                "UPDATE {noun} SET state = ?2 WHERE id = ?1 AND state <> ?2 RETURNING {parent}"
            ))?
            .query_row(params![row, folded.state], |found| found.get(0))
            .optional()?;
        self.touched.customers.extend(moved.flatten());
        if !planted(Bug::ExceptionsStay) {
            self.prepared("DELETE FROM exception WHERE noun = ?1 AND row = ?2")?
                .execute(params![noun, row])?;
        }
        for step in folded.exceptions {
            self.prepared("INSERT INTO exception (step, noun, row) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
                .execute(params![step, noun, row])?;
        }
        Ok(())
    }

    /// Notes that an op does not count, or not yet.
    pub fn withhold(&self, writing: Writing) -> Outcome<()> {
        self.prepared("INSERT INTO withheld (n, seq) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
            .execute(params![writing.n, writing.seq as i64])?;
        Ok(())
    }

    fn mark_newer(&mut self, change: &Change) -> Outcome<()> {
        self.prepared("INSERT INTO newer (noun, row, edition) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET edition = excluded.edition")?
            .execute(params![change.table, change.row, self.incarnations.edition.number()])?;
        Ok(())
    }

    fn prepared(&self, sql: &str) -> rusqlite::Result<rusqlite::CachedStatement<'a>> {
        self.conn.prepare_cached(sql)
    }
}
