//! The chain of every log in a file: every hash recomputed from the bodies, every seal checked against its device's key.
//!
//! One op and one segment are held at a time, whatever the length of the log. It does not ask whether the device should
//! have been believed: that is decided when a segment is received.

use domain::id::{BranchId, DeviceId};
use domain::log::{Hash, Line, Segment, from_hex, head_after, seal_message};
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
        open: Vec::new(),
        sealed: 0,
    };
    seals.step()?;
    let mut walk = Walk {
        seals,
        seq: 0,
        head: Hash::ZERO,
        trouble: None,
    };
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
            walk.step(&op.line, &op.body_hash)
        },
    )?;
    // What was kept and not yet applied.
    let mut waiting = conn.prepare_cached(
        "SELECT packed FROM segment WHERE n = ?1 AND packed IS NOT NULL ORDER BY first",
    )?;
    let mut waiting = waiting.query([n])?;
    while let Some(row) = waiting.next()? {
        let Ok(segment) = Segment::unpack(&row.get::<_, Vec<u8>>(0)?) else {
            return Ok(Some(format!("a segment of log {} that waits", tail.id)));
        };
        for line in &segment.lines {
            if line.header.seq > walk.seq {
                walk.step(line, &line.body_hash())?;
            }
        }
    }
    Ok(walk.end())
}

/// One log, walked line by line.
struct Walk<'s> {
    seals: Seals<'s>,
    seq: u64,
    head: Hash,
    trouble: Option<String>,
}

impl Walk<'_> {
    fn step(&mut self, line: &Line, stored: &Hash) -> Outcome<()> {
        if self.trouble.is_some() {
            return Ok(());
        }
        self.seq += 1;
        let (seq, before, recomputed) = (self.seq, self.head, line.body_hash());
        self.head = head_after(&before, &line.header, &recomputed);
        let log = self.seals.tail.id;
        if line.header.seq != seq || recomputed != *stored {
            self.trouble = Some(format!("op {seq} of log {log}"));
        } else if !self.seals.hold(seq, &before, &self.head)? {
            self.trouble = Some(format!("the seal at op {seq} of log {log}"));
        }
        Ok(())
    }

    fn end(self) -> Option<String> {
        let tail = self.seals.tail;
        let short = self.head != tail.head || self.seq != tail.seq || self.seals.cut_short();
        self.trouble
            .or_else(|| short.then(|| format!("the end of log {}", tail.id)))
    }
}

/// The segments of one log, met while its ops are walked. They may overlap: a log that goes on from a copied disk is sealed again
/// elsewhere.
struct Seals<'s> {
    rows: Rows<'s>,
    key: Option<VerifyingKey>,
    branch: BranchId,
    tail: Tail,
    next: Option<Sealed>,
    /// Begun and not yet ended.
    open: Vec<Sealed>,
    /// How far the segments so far reach.
    sealed: u64,
}

struct Sealed {
    first: u64,
    last: u64,
    previous: Vec<u8>,
    seal: Vec<u8>,
}

impl Seals<'_> {
    fn step(&mut self) -> Outcome<()> {
        self.next = match self.rows.next()? {
            None => None,
            Some(row) => Some(Sealed {
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
        while let Some(segment) = self.next.take_if(|segment| segment.first <= seq) {
            if segment.first < seq || segment.last < seq || segment.previous != before.0 {
                return Ok(false);
            }
            self.sealed = self.sealed.max(segment.last);
            self.open.push(segment);
            self.step()?;
        }
        // What no segment holds is the end that is not sealed yet: nothing that is sealed comes after it.
        if seq > self.sealed && self.next.is_some() {
            return Ok(false);
        }
        let message = seal_message(self.branch, self.tail.device, self.tail.id, seq, after);
        let (key, mut sound) = (self.key, true);
        self.open.retain(|segment| {
            if segment.last == seq {
                let seal = Signature::from_slice(&segment.seal).ok();
                sound &= matches!((&key, seal), (Some(key), Some(seal)) if key.verify_strict(&message, &seal).is_ok());
            }
            segment.last != seq
        });
        Ok(sound)
    }

    /// Whether the log ended before its segments did.
    fn cut_short(&self) -> bool {
        self.next.is_some() || !self.open.is_empty()
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
