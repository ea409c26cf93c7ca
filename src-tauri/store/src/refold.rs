//! Folding single rows anew from the whole log: after something in it stopped counting, or began to be understood.
//!
//! Takes one walk over the log, whatever the number of rows; it is for what happens once in a while.

use std::collections::BTreeSet;

use domain::authority::{Cuts, Signed};
use domain::log::{Change, Name};
use domain::workflow;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::apply::{Apply, parent_of};
use crate::concurrent;
use crate::error::Outcome;
use crate::log;
use crate::stamps::Writing;

/// A row, of a table that may not be known here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    noun: Name,
    id: Uuid,
}

impl Row {
    /// A row of a table.
    pub fn new(noun: Name, id: Uuid) -> Self {
        Self { noun, id }
    }

    /// The row that a change is about.
    pub fn of(change: &Change) -> Self {
        Self {
            noun: change.table.clone(),
            id: change.row,
        }
    }
}

/// Empties these rows and folds into them what the log says: `counting` are the acts of authority that count, the others come from
/// the log as far as `cuts` lets them.
pub(crate) fn rows(
    apply: &mut Apply<'_>,
    cuts: &Cuts,
    counting: &[&(Writing, Signed)],
    these: &BTreeSet<Row>,
) -> Outcome<()> {
    // Of a long act that is in the tables in part these rows would lack what was folded: it is folded again from its beginning.
    apply.conn.execute("DELETE FROM local_folding", [])?;
    let mut stateful = BTreeSet::new();
    for row in these {
        forget(apply, row, &mut stateful)?;
    }
    let of_these = |changes: &[Change]| -> Vec<Change> {
        changes
            .iter()
            .filter(|change| these.contains(&Row::of(change)))
            .cloned()
            .collect()
    };
    for (writing, op) in counting {
        apply.authorised(*writing, &of_these(&op.changes))?;
    }
    let known = apply.incarnations.edition.tables;
    let beyond_authority = |row: &Row| known.table(&row.noun).is_none_or(|table| !table.signed);
    if these.iter().any(beyond_authority) {
        log::each_applied(apply.conn, |op| {
            let late = apply
                .incarnations
                .tail(op.writing.n)
                .is_some_and(|log| cuts.off(log.device, log.id, op.end));
            if op.signed || late {
                return Ok(());
            }
            apply.changes(op.writing, &of_these(&op.changes))
        })?;
    }
    stateful
        .into_iter()
        .try_for_each(|(noun, row)| apply.fold(noun, row, false))
}

/// Takes a row out of the tables, and notes what depended on it.
fn forget(
    apply: &mut Apply<'_>,
    row: &Row,
    stateful: &mut BTreeSet<(&'static str, Uuid)>,
) -> Outcome<()> {
    let conn = apply.conn;
    conn.prepare_cached("DELETE FROM newer WHERE noun = ?1 AND row = ?2")?
        .execute(params![row.noun, row.id])?;
    let Some(table) = apply.incarnations.edition.tables.table(&row.noun) else {
        return Ok(());
    };
    if table.name == "step" {
        let of: Option<(Option<String>, Option<Uuid>)> = conn
            .prepare_cached("SELECT noun, row FROM step WHERE id = ?1")?
            .query_row([row.id], |found| Ok((found.get(0)?, found.get(1)?)))
            .optional()?;
        if let Some((Some(noun), Some(of))) = of {
            stateful.extend(workflow::of(&noun).map(|workflow| (workflow.noun, of)));
        }
    }
    if table.name == "merged" {
        let both: Option<(Option<Uuid>, Option<Uuid>)> = conn
            .prepare_cached("SELECT a, b FROM merged WHERE id = ?1")?
            .query_row([row.id], |found| Ok((found.get(0)?, found.get(1)?)))
            .optional()?;
        let (a, b) = both.unwrap_or_default();
        apply.touched.customers.extend(a.into_iter().chain(b));
    }
    let parent: Option<Option<Uuid>> = conn
        .prepare_cached(&format!(
            "DELETE FROM {} WHERE id = ?1 RETURNING {}",
            table.name,
            parent_of(table)
        ))?
        .query_row([row.id], |found| found.get(0))
        .optional()?;
    apply.touched.customers.extend(parent.flatten());
    apply.touched.tables.insert(table.name);
    concurrent::forget(conn, table.name, row.id)?;
    if let Some(workflow) = workflow::of(table.name) {
        conn.prepare_cached("DELETE FROM exception WHERE noun = ?1 AND row = ?2")?
            .execute(params![workflow.noun, row.id])?;
        stateful.insert((workflow.noun, row.id));
    }
    Ok(())
}
