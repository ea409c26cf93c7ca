//! Folding the whole log again from empty: gives the same tables, or something is wrong.

use rusqlite::{Connection, TransactionBehavior};

use crate::apply::Apply;
use crate::error::Outcome;
use crate::incarnations::Incarnations;
use crate::{Store, derive, dump, log};

impl Store {
    /// Empties every projected and index table and folds the log into them anew. Gives the number of ops folded.
    ///
    /// # Errors
    /// When the machine fails: the tables are then as before.
    pub fn rebuild(&mut self) -> Outcome<u64> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for table in domain::rows::TABLES {
            transaction.execute(&format!("DELETE FROM {}", table.name), [])?;
        }
        transaction.execute_batch(include_str!("rebuild.sql"))?;
        crate::search::clear(&transaction)?;
        let ops = fold(&transaction, &transaction, &self.incarnations)?;
        transaction.commit()?;
        Ok(ops)
    }

    /// Whether the tables are what the log says: folds it into an empty store beside this one and compares the canonical dumps.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn equals_rebuilt(&mut self) -> Outcome<bool> {
        let mut fresh = crate::verify::Scratch::beside(&self.path)?;
        let log = self.conn.transaction()?;
        let step = fresh.conn.transaction()?;
        fold(&log, &step, &self.incarnations)?;
        let same = dump::digest(&log, &self.incarnations)?
            == dump::digest(&step, &self.incarnations)?
            && dump::index_digest(&log)? == dump::index_digest(&step)?;
        Ok(same)
    }
}

fn fold(log: &Connection, into: &Connection, incarnations: &Incarnations) -> Outcome<u64> {
    let mut apply = Apply::new(into, incarnations);
    let ops = log::each_applied(log, |op| apply.changes(op.writing, &op.changes))?;
    let customers = apply.touched.customers;
    derive::derive(into, &customers, None)?;
    Ok(ops)
}
