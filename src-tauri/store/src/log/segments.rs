//! Segments as they travel: cut where they were sealed, never anywhere else.

use domain::id::BranchId;
use domain::log::{Hash, Segment, Vector};
use rusqlite::{Connection, params};

use super::stored;
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;

/// Packed segments that end beyond what `theirs` has, each log's in order, until they come to `most` bytes; at least one, where
/// there is one. Answers also whether more would follow.
pub(crate) fn segments_beyond(
    conn: &Connection,
    branch: BranchId,
    incarnations: &Incarnations,
    theirs: &Vector,
    most: usize,
) -> Outcome<(Vec<Vec<u8>>, bool)> {
    let (mut segments, mut bytes) = (Vec::new(), 0);
    for (incarnation, missing) in incarnations.vector().beyond(theirs) {
        let Some(n) = incarnations.number(incarnation) else {
            continue;
        };
        let mut statement = conn.prepare_cached("SELECT first, last, previous, seal, packed FROM segment WHERE n = ?1 AND last >= ?2 ORDER BY first")?;
        let mut found = statement.query(params![n, missing as i64])?;
        while let Some(row) = found.next()? {
            if bytes >= most {
                return Ok((segments, true));
            }
            let packed = match row.get::<_, Option<Vec<u8>>>(4)? {
                Some(packed) => packed,
                None => {
                    let damaged = || StoreFailed::Damaged(format!("a segment of log {n}"));
                    let (first, last) =
                        (row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64);
                    let previous: Vec<u8> = row.get(2)?;
                    let seal: Vec<u8> = row.get(3)?;
                    let mut lines = Vec::new();
                    stored(conn, branch, incarnations, n, first, last, |op| {
                        lines.push(op.line);
                        Ok(())
                    })?;
                    let segment = Segment {
                        previous: Hash(previous.try_into().map_err(|_| damaged())?),
                        lines,
                        seal: seal.try_into().map_err(|_| damaged())?,
                    };
                    segment.pack().map_err(|_| damaged())?
                }
            };
            bytes += packed.len();
            segments.push(packed);
        }
    }
    Ok((segments, false))
}
