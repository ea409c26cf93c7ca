//! Ops that carry a person's own signature: few, and read all at once.

use domain::authority::{Signed, end_of_act};
use domain::id::BranchId;
use domain::log::{Contents, Line, Order};
use rusqlite::Connection;

use super::read::{COLUMNS, Stored, changes_of, row_of_op};
use crate::error::Outcome;
use crate::incarnations::Incarnations;
use crate::stamps::Writing;

/// Where every op that carries a signature stands.
pub(crate) fn signed_places(
    conn: &Connection,
    mut each: impl FnMut(Writing) -> Outcome<()>,
) -> Outcome<()> {
    let mut statement =
        conn.prepare("SELECT n, seq, clock FROM log WHERE signature IS NOT NULL ORDER BY n, seq")?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        each(Writing {
            n: row.get(0)?,
            seq: row.get::<_, i64>(1)? as u64,
            clock: row.get::<_, i64>(2)? as u64,
        })?;
    }
    Ok(())
}

/// Every op that carries a signature and whose act is here to its end, with the local number of its log.
pub(crate) fn signed(
    conn: &Connection,
    branch: BranchId,
    incarnations: &Incarnations,
) -> Outcome<Vec<(Writing, Signed)>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM log WHERE signature IS NOT NULL ORDER BY n, seq"
    ))?;
    let mut found = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = found.next()? {
        let Stored {
            writing,
            line: Line { header, contents },
            body_hash,
        } = row_of_op(branch, incarnations, row)?;
        let applied = incarnations.tail(writing.n).map_or(0, |tail| tail.applied);
        if end_of_act(&header) > applied {
            continue;
        }
        let signed = Signed {
            order: Order {
                clock: writing.clock,
                incarnation: header.incarnation,
                seq: header.seq,
            },
            header,
            hash: body_hash,
            changes: match &contents {
                Contents::Whole { body, .. } => changes_of(body),
                Contents::Erased(_) => Vec::new(),
            },
        };
        all.push((writing, signed));
    }
    Ok(all)
}
