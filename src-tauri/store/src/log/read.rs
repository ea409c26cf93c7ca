//! Reading the log: whole ops for carrying and checking, bodies for folding, one subject's history for the timeline.

use domain::id::{ActId, BranchId, StaffId};
use domain::log::{Change, Contents, Hash, Header, Line, Salt};
use domain::when::Moment;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
use crate::stamps::Writing;

pub(super) const COLUMNS: &str = "n, seq, act, nth, ops, clock, claimed, verb, subject, actor, happened_at, entered_at, signature, salt, body_hash, body";

/// A line, the hash of its body as stored, and the place at which it counts.
pub(crate) struct Stored {
    pub writing: Writing,
    pub line: Line,
    pub body_hash: Hash,
}

pub(crate) fn row_of_op(
    branch: BranchId,
    incarnations: &Incarnations,
    row: &Row<'_>,
) -> Outcome<Stored> {
    let n: i64 = row.get(0)?;
    let clock = row.get::<_, i64>(5)? as u64;
    let tail = incarnations
        .tail(n)
        .ok_or_else(|| StoreFailed::Damaged(format!("log number {n} is unknown")))?;
    let header = Header {
        act: ActId(row.get(2)?),
        nth: row.get(3)?,
        of: row.get(4)?,
        branch,
        device: tail.device,
        incarnation: tail.id,
        seq: row.get::<_, i64>(1)? as u64,
        clock: row
            .get::<_, Option<i64>>(6)?
            .map_or(clock, |claimed| claimed as u64),
        verb: row.get(7)?,
        subject: row.get(8)?,
        actor: StaffId(row.get(9)?),
        happened_at: Moment(row.get(10)?),
        entered_at: Moment(row.get(11)?),
        signature: row.get(12)?,
    };
    let seq = header.seq;
    let damaged = || StoreFailed::Damaged(format!("op {seq} of log {n}"));
    let hash: Vec<u8> = row.get(14)?;
    let body_hash = Hash(hash.try_into().map_err(|_| damaged())?);
    let salt: Option<Vec<u8>> = row.get(13)?;
    let contents = match (salt, row.get(15)?) {
        (Some(salt), Some(body)) => Contents::Whole {
            salt: Salt(salt.try_into().map_err(|_| damaged())?),
            body,
        },
        _ => Contents::Erased(body_hash),
    };
    Ok(Stored {
        writing: Writing { clock, n, seq },
        line: Line { header, contents },
        body_hash,
    })
}

/// The ops of one incarnation from `first` to `last`, in order.
pub(crate) fn stored(
    conn: &Connection,
    branch: BranchId,
    incarnations: &Incarnations,
    n: i64,
    first: u64,
    last: u64,
    mut each: impl FnMut(Stored) -> Outcome<()>,
) -> Outcome<()> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM log WHERE n = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq"
    ))?;
    let mut found = statement.query(params![n, first as i64, last as i64])?;
    while let Some(row) = found.next()? {
        each(row_of_op(branch, incarnations, row)?)?;
    }
    Ok(())
}

/// The clock that an op counted with; 0 before the first.
pub(crate) fn clock_at(conn: &Connection, n: i64, seq: u64) -> Outcome<u64> {
    Ok(conn
        .prepare_cached("SELECT clock FROM log WHERE n = ?1 AND seq = ?2")?
        .query_row(params![n, seq as i64], |row| row.get::<_, i64>(0))
        .optional()?
        .unwrap_or_default() as u64)
}

/// What folding needs of an op.
pub(crate) struct Applied {
    pub writing: Writing,
    /// The seq at which its act ends.
    pub end: u64,
    /// Carries a signature: authority decides whether it counts.
    pub signed: bool,
    pub changes: Vec<Change>,
}

/// Every op of a complete act, incarnation by incarnation, in order. An act whose last op is not here is left out.
pub(crate) fn each_applied(
    conn: &Connection,
    mut each: impl FnMut(Applied) -> Outcome<()>,
) -> Outcome<u64> {
    let mut statement = conn.prepare(include_str!("each_applied.sql"))?;
    let mut found = statement.query([])?;
    let mut count = 0;
    while let Some(row) = found.next()? {
        if let Some(applied) = applied(row)? {
            each(applied)?;
        }
        count += 1;
    }
    Ok(count)
}

/// Every op of one log whose act is here to its end.
pub(crate) fn applied_of(
    conn: &Connection,
    n: i64,
    through: u64,
    mut each: impl FnMut(Applied) -> Outcome<()>,
) -> Outcome<()> {
    let mut statement = conn.prepare_cached(
        "SELECT n, seq, clock, body, seq + (ops - nth), signature IS NOT NULL FROM log WHERE n = ?1 AND seq + (ops - nth) <= ?2 ORDER BY seq",
    )?;
    let mut found = statement.query(params![n, through as i64])?;
    while let Some(row) = found.next()? {
        if let Some(applied) = applied(row)? {
            each(applied)?;
        }
    }
    Ok(())
}

/// The ops of one log from `first` to `last`.
pub(crate) fn ops_between(
    conn: &Connection,
    n: i64,
    (first, last): (u64, u64),
    mut each: impl FnMut(Applied) -> Outcome<()>,
) -> Outcome<()> {
    let mut statement = conn.prepare_cached(
        "SELECT n, seq, clock, body, seq + (ops - nth), signature IS NOT NULL FROM log WHERE n = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq",
    )?;
    let mut found = statement.query(params![n, first as i64, last as i64])?;
    while let Some(row) = found.next()? {
        if let Some(applied) = applied(row)? {
            each(applied)?;
        }
    }
    Ok(())
}

fn applied(row: &Row<'_>) -> Outcome<Option<Applied>> {
    let writing = Writing {
        n: row.get(0)?,
        seq: row.get::<_, i64>(1)? as u64,
        clock: row.get::<_, i64>(2)? as u64,
    };
    let Some(body) = row
        .get_ref(3)?
        .as_str_or_null()
        .map_err(rusqlite::Error::from)?
    else {
        return Ok(None);
    };
    Ok(Some(Applied {
        writing,
        end: row.get::<_, i64>(4)? as u64,
        signed: row.get(5)?,
        changes: changes_of(body),
    }))
}

/// What a body says. One that is not understood says nothing: a newer program wrote it, or a false one, and the rest of its log goes
/// on. Whether it is as it was written is for the chain to tell.
pub(crate) fn changes_of(body: &str) -> Vec<Change> {
    serde_json::from_str(body).unwrap_or_default()
}

/// One entry of a subject's history.
#[derive(Debug, Clone, PartialEq)]
pub struct Logged {
    /// What it is part of.
    pub act: ActId,
    /// What was done.
    pub verb: String,
    /// By whom.
    pub actor: StaffId,
    /// When, as the user says.
    pub happened_at: Moment,
    /// When it was entered.
    pub entered_at: Moment,
    /// What changed; empty when it was erased.
    pub changes: Vec<Change>,
    /// Place in the log of this store, for paging.
    pub place: (i64, u64),
}

/// What undoing needs to know of an act.
#[derive(Debug, Clone, PartialEq)]
pub struct Undoable {
    /// What was done.
    pub verb: String,
    /// By whom.
    pub actor: StaffId,
    /// When it was entered.
    pub entered_at: Moment,
    /// Its ops: subject and changes.
    pub entries: Vec<(Uuid, Vec<Change>)>,
}

impl crate::Reader<'_> {
    /// A subject's history, latest first, before a moment (and place, for entries of the same moment).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(
        &self,
        subject: Uuid,
        before: Option<(Moment, i64, u64)>,
        limit: u32,
    ) -> Outcome<Vec<Logged>> {
        let (at, n, seq) = before.map_or((i64::MAX, i64::MAX, i64::MAX), |(at, n, seq)| {
            (at.0, n, seq as i64)
        });
        let mut statement = self.conn.prepare_cached(include_str!("history.sql"))?;
        let mut found = statement.query(params![subject, at, n, seq, limit])?;
        let mut entries = Vec::new();
        while let Some(row) = found.next()? {
            let body: Option<String> = row.get(7)?;
            entries.push(Logged {
                act: ActId(row.get(2)?),
                verb: row.get(3)?,
                actor: StaffId(row.get(4)?),
                happened_at: Moment(row.get(5)?),
                entered_at: Moment(row.get(6)?),
                changes: body
                    .and_then(|body| serde_json::from_str(&body).ok())
                    .unwrap_or_default(),
                place: (row.get(0)?, row.get::<_, i64>(1)? as u64),
            });
        }
        Ok(entries)
    }

    /// A whole act, where it is here and not erased.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn act(&self, act: ActId) -> Outcome<Option<Undoable>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT verb, actor, entered_at, subject, body, nth FROM log WHERE act = ?1 ORDER BY n, seq",
        )?;
        let mut found = statement.query([act.0])?;
        let mut whole: Option<Undoable> = None;
        // A new life of a log may have said it again.
        let mut seen = std::collections::HashSet::new();
        while let Some(row) = found.next()? {
            if !seen.insert(row.get::<_, u32>(5)?) {
                continue;
            }
            let body: Option<String> = row.get(4)?;
            let Some(changes) = body.and_then(|body| serde_json::from_str(&body).ok()) else {
                return Ok(None);
            };
            let entry = (row.get(3)?, changes);
            match &mut whole {
                Some(whole) => whole.entries.push(entry),
                None => {
                    whole = Some(Undoable {
                        verb: row.get(0)?,
                        actor: StaffId(row.get(1)?),
                        entered_at: Moment(row.get(2)?),
                        entries: vec![entry],
                    })
                }
            }
        }
        Ok(whole)
    }

    /// Whether an act is in the log.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_act(&self, act: ActId) -> Outcome<bool> {
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM log WHERE act = ?1")?
            .query_row([act.0], |_| Ok(()))
            .optional()?
            .is_some())
    }

    /// How many ops the log has.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ops(&self) -> Outcome<u64> {
        Ok(self
            .conn
            .query_row("SELECT coalesce(sum(seq), 0) FROM incarnation", [], |row| {
                row.get::<_, i64>(0)
            })? as u64)
    }

    /// Whether an act was taken back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_undone(&self, act: ActId) -> Outcome<bool> {
        let id: Uuid = domain::id::by_rule(act.0, "undo", "");
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM undone WHERE id = ?1 AND void = 0")?
            .query_row([id], |_| Ok(()))
            .optional()?
            .is_some())
    }

    /// Whether anything was done with a subject after an act, other than taking that back again or looking.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn acts_since(&self, subject: Uuid, act: ActId) -> Outcome<bool> {
        let mut statement = self.conn.prepare_cached(include_str!("acts_since.sql"))?;
        Ok(statement
            .query_row(params![subject, act.0], |_| Ok(()))
            .optional()?
            .is_some())
    }
}
