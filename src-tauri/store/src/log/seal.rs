//! Sealing: the device signs its chain's head once per segment, not once per op.

use domain::id::BranchId;
use domain::log::{Hash, Segment, head_after, seal_message};
use ed25519_dalek::{Signer, SigningKey};
use rusqlite::{Connection, OptionalExtension, params};

use super::stored;
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;

/// Seals what this PC wrote since its last seal, in segments of at most [`Segment::MOST_OPS`].
pub(crate) fn seal_tail(
    conn: &Connection,
    branch: BranchId,
    incarnations: &Incarnations,
    n: i64,
    key: &SigningKey,
) -> Outcome<()> {
    let tail = *incarnations
        .tail(n)
        .ok_or_else(|| StoreFailed::Damaged(format!("log number {n} is unknown")))?;
    let sealed: Option<(i64, i64)> = conn
        .query_row(
            "SELECT first, last FROM segment WHERE n = ?1 ORDER BY first DESC LIMIT 1",
            [n],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let mut first = sealed.map_or(1, |(_, last)| last as u64 + 1);
    let mut head = match sealed {
        None => Hash::ZERO,
        Some((begun, _)) => head_at_end(conn, branch, incarnations, n, begun as u64)?,
    };
    while first <= tail.seq {
        let last = end_of(conn, n, first)?;
        let previous = head;
        stored(conn, branch, incarnations, n, first, last, |op| {
            head = head_after(&head, &op.line.header, &op.body_hash);
            Ok(())
        })?;
        let seal = key.sign(&seal_message(branch, tail.device, tail.id, last, &head));
        conn.execute(
            "INSERT INTO segment (n, first, last, previous, seal) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![n, first as i64, last as i64, previous.0, seal.to_bytes()],
        )?;
        first = last + 1;
    }
    Ok(())
}

/// Where the segment that begins at `first` ends: before it has too many ops, or too many bytes.
fn end_of(conn: &Connection, n: i64, first: u64) -> Outcome<u64> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, length(CAST(body AS BLOB)) FROM log WHERE n = ?1 AND seq >= ?2 ORDER BY seq LIMIT ?3",
    )?;
    let mut found = statement.query(params![n, first as i64, Segment::MOST_OPS as i64])?;
    let (mut last, mut bytes) = (first, 0);
    while let Some(row) = found.next()? {
        bytes += row.get::<_, Option<i64>>(1)?.unwrap_or_default() as usize;
        if bytes > Segment::FULL && last > first {
            break;
        }
        last = row.get::<_, i64>(0)? as u64;
    }
    Ok(last)
}

/// The chain's head after the segment that begins at `first`.
fn head_at_end(
    conn: &Connection,
    branch: BranchId,
    incarnations: &Incarnations,
    n: i64,
    first: u64,
) -> Outcome<Hash> {
    let (last, previous): (i64, Vec<u8>) = conn.query_row(
        "SELECT last, previous FROM segment WHERE n = ?1 AND first = ?2",
        params![n, first as i64],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut head = Hash(
        previous
            .try_into()
            .map_err(|_| StoreFailed::Damaged("a segment".into()))?,
    );
    stored(conn, branch, incarnations, n, first, last as u64, |op| {
        head = head_after(&head, &op.line.header, &op.body_hash);
        Ok(())
    })?;
    Ok(head)
}
