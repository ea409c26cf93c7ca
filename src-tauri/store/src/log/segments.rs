//! Segments as they travel: cut where they were sealed, never anywhere else.

use domain::id::BranchId;
use domain::log::{Hash, Segment, Vector};
use rusqlite::{Connection, params};

use super::stored;
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;

/// Every sealed segment that ends beyond what `theirs` has. One that holds an erased op cannot travel and is left out.
pub(crate) fn segments_beyond(
    conn: &Connection,
    branch: BranchId,
    incarnations: &Incarnations,
    theirs: &Vector,
) -> Outcome<Vec<Segment>> {
    let mut segments = Vec::new();
    for (incarnation, missing) in incarnations.vector().beyond(theirs) {
        let Some(n) = incarnations.number(incarnation) else {
            continue;
        };
        let mut statement = conn.prepare_cached("SELECT first, last, previous, seal FROM segment WHERE n = ?1 AND last >= ?2 ORDER BY first")?;
        let mut found = statement.query(params![n, missing as i64])?;
        while let Some(row) = found.next()? {
            let previous: Vec<u8> = row.get(2)?;
            let previous = Hash(
                previous
                    .try_into()
                    .map_err(|_| StoreFailed::Damaged("a segment".into()))?,
            );
            let mut ops = Vec::new();
            let (first, last) = (row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64);
            stored(conn, branch, incarnations, n, first, last, |op| {
                ops.extend(op.op()?);
                Ok(())
            })?;
            if ops.len() as u64 == last - first + 1 {
                segments.push(Segment {
                    previous,
                    ops,
                    seal: row.get(3)?,
                });
            }
        }
    }
    Ok(segments)
}
