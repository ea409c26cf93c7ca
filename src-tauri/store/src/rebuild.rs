//! Folding the whole log again from empty: gives the same tables, or something is wrong.

use domain::id::BranchId;
use rusqlite::{Connection, TransactionBehavior};

use crate::apply::Apply;
use crate::commit::{Watch, stretch};
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
use crate::{Store, authority, dump, erase, log};

impl Store {
    /// Empties every projected and index table and folds the log into them anew. Gives the number of ops folded.
    ///
    /// # Errors
    /// When the machine fails, or the watch stops it: the tables are then as before.
    pub fn rebuild(&mut self, watch: Option<Watch<'_>>) -> Outcome<u64> {
        self.fold_to_the_end()?;
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for table in self.incarnations.edition.tables.0 {
            transaction.execute(&format!("DELETE FROM {}", table.name), [])?;
        }
        transaction.execute_batch(include_str!("rebuild.sql"))?;
        crate::search::clear(&transaction)?;
        let from = Logs {
            conn: &transaction,
            branch: self.branch,
            root: self.authority.root(),
            incarnations: &self.incarnations,
        };
        let ops = fold(&from, &transaction, watch)?;
        transaction.commit()?;
        Ok(ops)
    }

    /// Whether the tables are what the log says: folds it into an empty store beside this one and compares the canonical dumps.
    ///
    /// # Errors
    /// When the machine fails, or the watch stops it.
    pub fn equals_rebuilt(&mut self, watch: Option<Watch<'_>>) -> Outcome<bool> {
        self.fold_to_the_end()?;
        let mut fresh = crate::verify::Scratch::beside(&self.path, self.incarnations.edition)?;
        let log = self.conn.transaction()?;
        let step = fresh.conn.transaction()?;
        // By the same local numbers: which of two writings counts depends on whose they are.
        self.incarnations.copy_to(&step)?;
        let from = Logs {
            conn: &log,
            branch: self.branch,
            root: self.authority.root(),
            incarnations: &self.incarnations,
        };
        fold(&from, &step, watch)?;
        let same = dump::digest(&log, &self.incarnations)?
            == dump::digest(&step, &self.incarnations)?
            && dump::index_digest(&log, &self.incarnations)?
                == dump::index_digest(&step, &self.incarnations)?;
        Ok(same)
    }
}

/// The logs that are folded, and whom to believe in them.
struct Logs<'l> {
    conn: &'l Connection,
    branch: BranchId,
    root: Option<&'l str>,
    incarnations: &'l Incarnations,
}

fn fold(from: &Logs<'_>, into: &Connection, mut watch: Option<Watch<'_>>) -> Outcome<u64> {
    let all = from.incarnations.vector().0.values().sum();
    let mut apply = Apply::new(into, from.incarnations)
        .deriving_last()
        .reading(from.conn);
    // Whom to believe comes first: it says where the logs end.
    log::signed_places(from.conn, |writing| apply.withhold(writing))?;
    let signed = log::signed(from.conn, from.branch, from.incarnations)?;
    let judged = authority::judged(from.root, &signed);
    for ((writing, op), counts) in signed.iter().zip(judged.counts) {
        if counts {
            authority::release(into, *writing)?;
            apply.authorised(*writing, &op.changes)?;
        }
    }
    erase::note(into, &judged.erased)?;
    drop(signed);
    let mut folding = stretch(&mut watch, 0, 500);
    let mut folded = 0;
    let ops = log::each_applied(from.conn, |op| {
        folded += 1;
        if folded % 1_000 == 0 && !folding(folded, all) {
            return Err(StoreFailed::Cancelled);
        }
        let late = from
            .incarnations
            .tail(op.writing.n)
            .is_some_and(|log| judged.cuts.off(log.device, log.id, op.end));
        if op.signed || late {
            return Ok(());
        }
        apply.changes(op.writing, &op.changes)
    })?;
    drop(folding);
    let deeds = authority::deeds(from.conn)?;
    authority::note_deeds(into, &deeds)?;
    apply.finish(Some(&mut stretch(&mut watch, 500, 1000)))?;
    Ok(ops)
}
