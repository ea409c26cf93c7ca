//! After an upgrade: rows of which an older version of this program did not understand everything are folded anew.
//!
//! Nothing else is: what was understood stands in the tables as it is, and what was not still stands in the log.

use std::collections::BTreeSet;

use domain::planted::{Bug, planted};
use rusqlite::{Connection, TransactionBehavior};

use crate::Store;
use crate::apply::Apply;
use crate::error::Outcome;
use crate::refold::Row;

/// Rows of one transaction. Each takes a walk over the log; what was done before the power failed is not done again.
const TOGETHER: i64 = 100_000;

impl Store {
    /// Folds anew what this version may understand, and the one before did not.
    pub(crate) fn understand(&mut self) -> Outcome<()> {
        while self.or_as_before(Self::understand_some)? {}
        Ok(())
    }

    fn understand_some(&mut self) -> Outcome<bool> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let rows = not_understood(&transaction, self.incarnations.edition.number())?;
        if rows.is_empty() || planted(Bug::NeverUnderstood) {
            return Ok(false);
        }
        let mut apply = Apply::new(&transaction, &self.incarnations);
        self.authority.settle(self.branch, &mut apply, rows)?;
        apply.finish(None)?;
        transaction.commit()?;
        Ok(true)
    }
}

fn not_understood(conn: &Connection, edition: i64) -> Outcome<BTreeSet<Row>> {
    let mut statement = conn.prepare("SELECT noun, row FROM newer WHERE edition < ?1 LIMIT ?2")?;
    let found = statement.query_map([edition, TOGETHER], |row| {
        Ok(Row::new(row.get::<_, String>(0)?.into(), row.get(1)?))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
