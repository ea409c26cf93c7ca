//! The chain of every log in a file: every hash recomputed from the bodies, every seal checked against its device's key.
//!
//! One op and one segment are held at a time, whatever the length of the log. It does not ask whether the device should
//! have been believed: that is decided when a segment is received.

use domain::id::{BranchId, DeviceId};
use domain::log::{Hash, body_hash, from_hex, head_after, seal_message};
use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, Rows};

use crate::commit::Watch;
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::{Incarnations, Tail};
use crate::log::stored;

/// What the chain is checked against.
pub(crate) struct Known<'k> {
    /// Whose log it is.
    pub branch: BranchId,
    /// Where each log should end.
    pub incarnations: &'k Incarnations,
    /// This PC's device and key, which may not be enrolled yet.
    pub own: Option<(DeviceId, VerifyingKey)>,
}

/// The first thing that is wrong with any log; nothing when all is well.
pub(crate) fn chain(
    conn: &Connection,
    known: &Known<'_>,
    mut watch: Option<Watch<'_>>,
) -> Outcome<Option<String>> {
    let all = known.incarnations.vector().0.values().sum();
    let mut walked = 0;
    let mut go_on = || {
        walked += 1;
        watch
            .as_mut()
            .is_none_or(|watch| walked % 1_000 != 0 || watch(walked, all))
    };
    for (incarnation, _) in known.incarnations.vector().0 {
        let Some(n) = known.incarnations.number(incarnation) else {
            continue;
        };
        let Some(tail) = known.incarnations.tail(n).copied() else {
            continue;
        };
        if let Some(trouble) = one(conn, known, n, &tail, &mut go_on)? {
            return Ok(Some(trouble));
        }
    }
    Ok(None)
}

fn one(
    conn: &Connection,
    known: &Known<'_>,
    n: i64,
    tail: &Tail,
    go_on: &mut dyn FnMut() -> bool,
) -> Outcome<Option<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT first, last, previous, seal FROM segment WHERE n = ?1 ORDER BY first",
    )?;
    let mut seals = Seals {
        rows: statement.query([n])?,
        key: key_of(conn, known, tail.device)?,
        branch: known.branch,
        tail: *tail,
        next: None,
        sealed: 0,
    };
    seals.step()?;
    let (mut seq, mut head, mut trouble) = (0, Hash::ZERO, None);
    stored(
        conn,
        known.branch,
        known.incarnations,
        n,
        1,
        i64::MAX as u64,
        |op| {
            if !go_on() {
                return Err(StoreFailed::Cancelled);
            }
            if trouble.is_some() {
                return Ok(());
            }
            seq += 1;
            let before = head;
            let recomputed = op.body.as_ref().map_or(op.body_hash, |(salt, body)| {
                body_hash(salt, body.as_bytes())
            });
            head = head_after(&head, &op.header, &recomputed);
            if op.header.seq != seq || recomputed != op.body_hash {
                trouble = Some(format!("op {seq} of log {}", tail.id));
            } else if !seals.hold(seq, &before, &head)? {
                trouble = Some(format!("the seal at op {seq} of log {}", tail.id));
            }
            Ok(())
        },
    )?;
    if trouble.is_none() && (head != tail.head || seq != tail.seq || seals.next.is_some()) {
        trouble = Some(format!("the end of log {}", tail.id));
    }
    Ok(trouble)
}

/// The segments of one log, met while its ops are walked.
struct Seals<'s> {
    rows: Rows<'s>,
    key: Option<VerifyingKey>,
    branch: BranchId,
    tail: Tail,
    next: Option<Segment>,
    /// How far the segments so far reach.
    sealed: u64,
}

struct Segment {
    first: u64,
    last: u64,
    previous: Vec<u8>,
    seal: String,
}

impl Seals<'_> {
    fn step(&mut self) -> Outcome<()> {
        self.next = match self.rows.next()? {
            None => None,
            Some(row) => Some(Segment {
                first: row.get::<_, i64>(0)? as u64,
                last: row.get::<_, i64>(1)? as u64,
                previous: row.get(2)?,
                seal: row.get(3)?,
            }),
        };
        Ok(())
    }

    /// Whether what the segments say about this op is true: they follow one another without a hole, begin at the head that they
    /// name, and end with a signature of the device.
    fn hold(&mut self, seq: u64, before: &Hash, after: &Hash) -> Outcome<bool> {
        let Some(segment) = &self.next else {
            return Ok(true);
        };
        if seq == self.sealed + 1
            && (segment.first != seq || segment.last < seq || segment.previous != before.0)
        {
            return Ok(false);
        }
        if segment.last != seq {
            return Ok(true);
        }
        let message = seal_message(self.branch, self.tail.device, self.tail.id, seq, after);
        let seal = from_hex::<64>(&segment.seal).map(|bytes| Signature::from_bytes(&bytes));
        let sound = matches!((&self.key, seal), (Some(key), Some(seal)) if key.verify_strict(&message, &seal).is_ok());
        self.sealed = seq;
        self.step()?;
        Ok(sound)
    }
}

fn key_of(conn: &Connection, known: &Known<'_>, device: DeviceId) -> Outcome<Option<VerifyingKey>> {
    let enrolled: Option<Option<String>> = conn
        .query_row("SELECT key FROM device WHERE id = ?1 UNION ALL SELECT key FROM local_trusted WHERE device = ?1 LIMIT 1", [device.0], |row| row.get(0))
        .optional()?;
    let enrolled = enrolled
        .flatten()
        .and_then(|hex| from_hex::<32>(&hex))
        .and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    let own = known
        .own
        .filter(|(own, _)| *own == device)
        .map(|(_, key)| key);
    Ok(enrolled.or(own))
}
