//! Folding the whole log again from empty: gives the same tables, or something is wrong.

use rusqlite::{Connection, TransactionBehavior};

use crate::apply::Apply;
use crate::commit::{Watch, stretch};
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
use crate::{Store, derive, dump, log};

impl Store {
    /// Empties every projected and index table and folds the log into them anew. Gives the number of ops folded.
    ///
    /// # Errors
    /// When the machine fails, or the watch stops it: the tables are then as before.
    pub fn rebuild(&mut self, watch: Option<Watch<'_>>) -> Outcome<u64> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for table in domain::rows::TABLES {
            transaction.execute(&format!("DELETE FROM {}", table.name), [])?;
        }
        transaction.execute_batch(include_str!("rebuild.sql"))?;
        crate::search::clear(&transaction)?;
        let ops = fold(&transaction, &transaction, &self.incarnations, watch)?;
        transaction.commit()?;
        Ok(ops)
    }

    /// Whether the tables are what the log says: folds it into an empty store beside this one and compares the canonical dumps.
    ///
    /// # Errors
    /// When the machine fails, or the watch stops it.
    pub fn equals_rebuilt(&mut self, watch: Option<Watch<'_>>) -> Outcome<bool> {
        let mut fresh = crate::verify::Scratch::beside(&self.path)?;
        let log = self.conn.transaction()?;
        let step = fresh.conn.transaction()?;
        fold(&log, &step, &self.incarnations, watch)?;
        let same = dump::digest(&log, &self.incarnations)?
            == dump::digest(&step, &self.incarnations)?
            && dump::index_digest(&log)? == dump::index_digest(&step)?;
        Ok(same)
    }
}

fn fold(
    log: &Connection,
    into: &Connection,
    incarnations: &Incarnations,
    mut watch: Option<Watch<'_>>,
) -> Outcome<u64> {
    let all = incarnations.vector().0.values().sum();
    let mut apply = Apply::new(into, incarnations);
    let mut folding = stretch(&mut watch, 0, 500);
    let mut folded = 0;
    let ops = log::each_applied(log, |op| {
        folded += 1;
        if folded % 1_000 == 0 && !folding(folded, all) {
            return Err(StoreFailed::Cancelled);
        }
        apply.changes(op.writing, &op.changes)
    })?;
    drop(folding);
    let customers = apply.touched.customers;
    derive::derive(into, &customers, Some(&mut stretch(&mut watch, 500, 1000)))?;
    Ok(ops)
}
