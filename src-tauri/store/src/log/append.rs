//! Appending ops to one incarnation's chain.

use domain::log::{Op, body_hash, counted, head_after};
use rusqlite::{Connection, params};

use crate::error::Outcome;
use crate::incarnations::Tail;
use crate::stamps::Writing;

/// Adds an op after `tail` and moves the tail on. The caller has checked that the op's seq follows.
pub(crate) fn append(conn: &Connection, n: i64, tail: &mut Tail, op: &Op) -> Outcome<Writing> {
    let body = op.body();
    let hash = body_hash(&op.salt, &body);
    let header = &op.header;
    let clock = counted(header.clock, tail.clock);
    let claimed = (clock != header.clock).then_some(header.clock as i64);
    conn.prepare_cached(include_str!("append.sql"))?
        .execute(params![
            n,
            header.seq as i64,
            header.id.0,
            header.act.0,
            header.nth,
            header.of,
            clock as i64,
            claimed,
            header.verb,
            header.subject,
            header.actor.0,
            header.happened_at.0,
            header.entered_at.0,
            header.signature,
            op.salt.0,
            hash.0,
            String::from_utf8_lossy(&body),
        ])?;
    tail.head = head_after(&tail.head, header, &hash);
    tail.seq = header.seq;
    tail.clock = clock;
    Ok(Writing {
        clock,
        n,
        seq: header.seq,
    })
}
