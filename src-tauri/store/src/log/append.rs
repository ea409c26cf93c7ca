//! Appending lines to one incarnation's log.

use domain::log::{Contents, Hash, Line, counted};
use rusqlite::{Connection, params};

use crate::error::Outcome;
use crate::stamps::Writing;

/// Adds a line. The caller has checked that its seq follows, and says with which clock the line before it counted.
pub(crate) fn append(
    conn: &Connection,
    n: i64,
    before: u64,
    line: &Line,
    hash: &Hash,
) -> Outcome<Writing> {
    let header = &line.header;
    let clock = counted(header.clock, before);
    let claimed = (clock != header.clock).then_some(header.clock as i64);
    let (salt, body) = match &line.contents {
        Contents::Whole { salt, body } => (Some(salt.0), Some(body)),
        Contents::Erased(_) => (None, None),
    };
    conn.prepare_cached(include_str!("append.sql"))?
        .execute(params![
            n,
            header.seq as i64,
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
            salt,
            hash.0,
            body,
        ])?;
    Ok(Writing {
        clock,
        n,
        seq: header.seq,
    })
}
