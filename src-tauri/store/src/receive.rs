//! The door for what happened elsewhere: a sealed segment of another PC's log.
//!
//! It goes through in two steps. A segment is *kept* when its chain and its seal were checked and it lies on the disk as it came: it
//! will not be asked for again, and may be acknowledged. It is *applied* when its lines stand in the log and what they say in the
//! tables. A crash between the two loses nothing: what was kept is applied later.
//!
//! Checks only what cannot depend on the order of arrival: branch, enrolled device, chain, seal, size. Breaches of role are
//! for the projections to show, not for this door to refuse.

use std::collections::BTreeSet;

use domain::id::{BranchId, DeviceId};
use domain::log::{
    Contents, Hash, Head, Header, Line, Misshapen, Segment, counted, from_hex, seal_message,
};
use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::apply::Apply;
use crate::authority::{self, Authority};
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
use crate::{Committed, Store, log};

/// Ops that are applied in one transaction, about. Fewer cost more: every transaction writes most pages of the indexes again.
const AT_ONCE: u64 = 5_000;

/// Why a segment was not taken. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveRefused {
    /// Something lies between what is here and this segment: ask again from the vector.
    #[error("segment_gap")]
    Gap {
        /// How far the log is here.
        have: u64,
    },
    /// Another showroom's.
    #[error("segment_of_another_branch")]
    OtherBranch,
    /// Nobody enrolled this device.
    #[error("segment_of_unknown_device")]
    UnknownDevice,
    /// It goes on from another past than the one that is here: one disk was copied, and both went on.
    #[error("segment_forked")]
    Forked {
        /// How far the log is here.
        have: u64,
    },
    /// This PC's own log, sealed by itself and further than it is here: this is an older copy of the PC, and a new life of its log has
    /// to begin first.
    #[error("segment_of_own_log")]
    OwnLog,
    /// Chain or seal do not fit: changed on the way.
    #[error("segment_broken")]
    Broken,
    /// Empty or over the limit.
    #[error("segment_size")]
    Size,
    /// Written by a newer program in a form that this one does not know.
    #[error("segment_version")]
    Version,
    /// The machine failed.
    #[error(transparent)]
    Failed(#[from] StoreFailed),
}

impl From<rusqlite::Error> for ReceiveRefused {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Failed(cause.into())
    }
}

impl From<Misshapen> for ReceiveRefused {
    fn from(shape: Misshapen) -> Self {
        match shape {
            Misshapen::Version => Self::Version,
            Misshapen::Size => Self::Size,
            Misshapen::Broken => Self::Broken,
        }
    }
}

/// A packed segment that was opened: the long part of checking it, for which no store has to be at hand.
#[derive(Debug)]
pub struct Arrived<'p> {
    packed: &'p [u8],
    about: Head,
    /// With the chain's head after each line.
    opened: Result<(Segment, Vec<Hash>), Misshapen>,
}

impl<'p> Arrived<'p> {
    /// Opens a packed segment.
    ///
    /// # Errors
    /// [`Misshapen`] when it has no head that can be read; what else is wrong is told when it is kept.
    pub fn open(packed: &'p [u8]) -> Result<Self, Misshapen> {
        let about = Segment::head(packed)?;
        let opened = Segment::unpack(packed).map(|segment| {
            let chain = segment.chain_through().collect();
            (segment, chain)
        });
        Ok(Self {
            packed,
            about,
            opened,
        })
    }

    /// What its head says.
    #[must_use]
    pub fn about(&self) -> &Head {
        &self.about
    }
}

impl Store {
    /// Keeps a segment, durably, to be applied later. One that is here already is passed over; answers whether it was new.
    ///
    /// # Errors
    /// [`ReceiveRefused`]; then nothing was written.
    pub fn keep(&mut self, arrived: &Arrived<'_>) -> Result<bool, ReceiveRefused> {
        self.or_as_before(|store| {
            let transaction = store
                .conn
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let writes = (store.branch, store.n);
            let kept = keep(&transaction, &mut store.incarnations, writes, arrived)?;
            transaction.commit()?;
            Ok(kept.is_some())
        })
    }

    /// Applies what was kept, each log's in order: some thousand ops in one transaction, so that whoever saves meanwhile does not wait
    /// for all of it. Answers what was touched, and whether more waits.
    ///
    /// # Errors
    /// When the machine fails: then nothing was written, and it can be tried again.
    pub fn apply_kept(&mut self) -> Outcome<(Committed, bool)> {
        self.or_as_before(|store| {
            let transaction = store
                .conn
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut committed = Committed::default();
            let mut left = AT_ONCE;
            let mut waiting = waiting(&transaction)?;
            while left > 0 && !waiting.is_empty() {
                for (n, first, ops) in waiting {
                    if left == 0 {
                        break;
                    }
                    let known = (&mut store.incarnations, &mut store.authority);
                    let (tables, whole) = apply(&transaction, known, store.branch, n, first)?;
                    committed.tables.extend(tables);
                    left = if whole { left.saturating_sub(ops) } else { 0 };
                }
                waiting = self::waiting(&transaction)?;
            }
            transaction.commit()?;
            Ok((committed, !waiting.is_empty()))
        })
    }

    /// Ends what of a long act is in the tables in part.
    pub(crate) fn fold_to_the_end(&mut self) -> Outcome<()> {
        let folding = "SELECT EXISTS (SELECT 1 FROM local_folding)";
        while self.conn.query_row(folding, [], |row| row.get(0))? {
            self.apply_kept()?;
        }
        Ok(())
    }

    /// Keeps and applies a packed segment in one transaction. One that is here already is passed over; an act is applied when its last
    /// op is here.
    ///
    /// # Errors
    /// [`ReceiveRefused`]; then nothing was written.
    pub fn receive(&mut self, packed: &[u8]) -> Result<Committed, ReceiveRefused> {
        let arrived = Arrived::open(packed)?;
        self.or_as_before(|store| {
            let transaction = store
                .conn
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut committed = Committed::default();
            let writes = (store.branch, store.n);
            let kept = keep(&transaction, &mut store.incarnations, writes, &arrived)?;
            if let Some((n, first)) = kept {
                // Whatever of the same log waits before it comes first: then this one waits, too.
                let applied = store.incarnations.tail(n).map_or(0, |tail| tail.applied);
                if first <= applied + 1 {
                    let known = (&mut store.incarnations, &mut store.authority);
                    committed.tables = apply_whole(&transaction, known, store.branch, n, first)?;
                }
            }
            transaction.commit()?;
            Ok(committed)
        })
    }

    /// What is known of the logs is as before when the file is as before.
    pub(crate) fn or_as_before<T, E>(
        &mut self,
        act: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let before = (self.incarnations.clone(), self.authority.clone());
        let outcome = act(self);
        if outcome.is_err() {
            (self.incarnations, self.authority) = before;
        }
        outcome
    }

    /// Believes a device's segments from now on, before the op that enrols it has come: how a PC meets its first peer.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn trust(&mut self, device: DeviceId, key: &[u8; 32]) -> Result<(), StoreFailed> {
        let key = domain::log::to_hex(key);
        self.conn.execute("INSERT INTO local_trusted (device, key) VALUES (?1, ?2) ON CONFLICT (device) DO UPDATE SET key = excluded.key", params![device.0, key])?;
        Ok(())
    }
}

/// Writes a segment down as it came; gives its log and its first seq when it is new. `own` is the log that this PC writes.
pub(crate) fn keep(
    conn: &Connection,
    incarnations: &mut Incarnations,
    (branch, own): (BranchId, i64),
    arrived: &Arrived<'_>,
) -> Result<Option<(i64, u64)>, ReceiveRefused> {
    let about = &arrived.about;
    if about.branch != branch {
        return Err(ReceiveRefused::OtherBranch);
    }
    let known = incarnations.number(about.incarnation);
    let have = known
        .and_then(|n| incarnations.tail(n))
        .map_or(0, |tail| tail.seq);
    if about.last <= have {
        return Ok(None);
    }
    if about.first > have + 1 {
        return Err(ReceiveRefused::Gap { have });
    }
    let key = device_key(conn, about.device)?.ok_or(ReceiveRefused::UnknownDevice)?;
    let n = match known {
        Some(n) => n,
        None => incarnations.begin(conn, about.incarnation, about.device)?,
    };
    let mut tail = *incarnations.tail(n).ok_or(ReceiveRefused::Broken)?;
    if tail.device != about.device {
        return Err(ReceiveRefused::Broken);
    }
    let (segment, chain) = arrived.opened.as_ref().map_err(|shape| *shape)?;
    let head = *chain.last().ok_or(ReceiveRefused::Broken)?;
    let message = seal_message(branch, about.device, about.incarnation, about.last, &head);
    key.verify_strict(&message, &Signature::from_bytes(&segment.seal))
        .map_err(|_| ReceiveRefused::Broken)?;
    // It may begin with what is here already: a log that goes on from a copied disk is sealed again elsewhere.
    let before = match have.checked_sub(about.first) {
        None => segment.previous,
        Some(overlap) => chain.get(overlap as usize).copied().unwrap_or(Hash::ZERO),
    };
    if tail.head != before {
        return Err(ReceiveRefused::Forked { have });
    }
    if n == own {
        return Err(ReceiveRefused::OwnLog);
    }
    tail.head = head;
    tail.seq = about.last;
    tail.clock = segment
        .lines
        .iter()
        .filter(|line| line.header.seq > have)
        .fold(tail.clock, |before, line| {
            counted(line.header.clock, before)
        });
    incarnations.advance(conn, n, tail)?;
    conn.prepare_cached("DELETE FROM segment WHERE n = ?1 AND first >= ?2 AND last <= ?3")?
        .execute(params![n, about.first as i64, about.last as i64])?;
    conn.prepare_cached(
        "INSERT INTO segment (n, first, last, previous, seal, packed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        n,
        about.first as i64,
        about.last as i64,
        segment.previous.0,
        segment.seal,
        arrived.packed
    ])?;
    Ok(Some((n, about.first)))
}

/// The next kept segment of every log: number of the log, first op, how many.
fn waiting(conn: &Connection) -> Outcome<Vec<(i64, u64, u64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT n, min(first), last FROM segment WHERE packed IS NOT NULL GROUP BY n",
    )?;
    let found = statement.query_map([], |row| {
        let (first, last) = (row.get::<_, i64>(1)? as u64, row.get::<_, i64>(2)? as u64);
        Ok((row.get(0)?, first, last.saturating_sub(first) + 1))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Applies a kept segment to its end, however many ops its acts have.
pub(crate) fn apply_whole(
    conn: &Connection,
    (incarnations, authority): (&mut Incarnations, &mut Authority),
    branch: BranchId,
    n: i64,
    first: u64,
) -> Outcome<BTreeSet<&'static str>> {
    let mut all = BTreeSet::new();
    loop {
        let known = (&mut *incarnations, &mut *authority);
        let (tables, whole) = apply(conn, known, branch, n, first)?;
        all.extend(tables);
        if whole {
            return Ok(all);
        }
    }
}

/// Puts the lines of a kept segment into the log and what they say into the tables; gives the tables written, and whether it is done.
///
/// An act that began in earlier segments is applied now that its last op is here, some thousand ops at a time: what is not done stays kept.
fn apply(
    conn: &Connection,
    (incarnations, authority): (&mut Incarnations, &mut Authority),
    branch: BranchId,
    n: i64,
    first: u64,
) -> Outcome<(BTreeSet<&'static str>, bool)> {
    let damaged = || StoreFailed::Damaged(format!("the segment at op {first} of log {n}"));
    let packed: Vec<u8> = conn
        .prepare_cached("SELECT packed FROM segment WHERE n = ?1 AND first = ?2")?
        .query_row(params![n, first as i64], |row| row.get(0))?;
    let segment = Segment::unpack(&packed).map_err(|_| damaged())?;
    let mut tail = *incarnations.tail(n).ok_or_else(damaged)?;
    let new = |line: &Line| line.header.seq > tail.applied;
    let mut lines: Vec<Line> = segment.lines.into_iter().filter(new).collect();
    if let Some(long) = long_act(&lines)
        && !authority.cuts().off(tail.device, tail.id, long.last)
    {
        let mut apply = Apply::new(conn, incarnations);
        let done = long.fold_up_to(&mut apply, n, tail.applied)?;
        let tables = apply.finish(None)?;
        if !done {
            return Ok((tables, false));
        }
    }
    let mut clock = log::clock_at(conn, n, tail.applied)?;
    let mut writings = Vec::with_capacity(lines.len());
    for line in &mut lines {
        let hash = line.body_hash();
        if line.header.signature.is_none() && authority.is_erased(line.header.subject) {
            line.contents = Contents::Erased(hash);
        }
        let writing = log::append(conn, n, clock, line, &hash)?;
        clock = writing.clock;
        writings.push(writing);
    }
    tail.applied = lines.last().map_or(tail.applied, |line| line.header.seq);
    incarnations.advance(conn, n, tail)?;
    conn.prepare_cached("UPDATE segment SET packed = NULL WHERE n = ?1 AND first = ?2")?
        .execute(params![n, first as i64])?;
    let mut apply = Apply::new(conn, incarnations);
    let (mut deeds, mut to_settle) = (BTreeSet::new(), false);
    for (at, line) in lines.iter().enumerate() {
        let Header { nth, of, seq, .. } = line.header;
        if line.header.signature.is_some() {
            // Whether it counts is for all acts of authority together to say.
            apply.withhold(writings[at])?;
            to_settle |= nth == of;
        }
        if nth != of {
            continue;
        }
        deeds.insert((line.header.actor, line.header.verb.clone()));
        if authority.cuts().off(tail.device, tail.id, seq) {
            continue;
        }
        // What of the act came before was folded before.
        let begin = (at + 1).saturating_sub(of as usize);
        for (line, writing) in lines.iter().zip(&writings).take(at + 1).skip(begin) {
            if let Contents::Whole { body, .. } = &line.contents
                && line.header.signature.is_none()
            {
                apply.changes(*writing, &log::changes_of(body))?;
            }
        }
    }
    authority::note_deeds(conn, &deeds)?;
    if to_settle {
        authority.settle(branch, &mut apply, BTreeSet::new())?;
    }
    let tables = apply.finish(None)?;
    conn.prepare_cached("DELETE FROM local_folding WHERE n = ?1")?
        .execute([n])?;
    Ok((tables, true))
}

/// An act that ends among lines that it does not begin in.
struct LongAct {
    first: u64,
    last: u64,
}

fn long_act(lines: &[Line]) -> Option<LongAct> {
    let end = lines
        .iter()
        .position(|line| line.header.nth == line.header.of)?;
    let header = &lines[end].header;
    let began_before = header.of as usize > end + 1;
    // Whether acts of authority count is for all of them together to say.
    (began_before && header.signature.is_none()).then(|| LongAct {
        first: header.seq.saturating_sub(u64::from(header.of) - 1),
        last: header.seq,
    })
}

impl LongAct {
    /// Folds what of it stands in the log, up to `here`; answers whether all of it is folded now.
    fn fold_up_to(&self, apply: &mut Apply<'_>, n: i64, here: u64) -> Outcome<bool> {
        let folded: Option<i64> = apply
            .conn
            .prepare_cached("SELECT through FROM local_folding WHERE n = ?1 AND last = ?2")?
            .query_row(params![n, self.last as i64], |row| row.get(0))
            .optional()?;
        let from = folded.map_or(self.first, |through| through as u64 + 1);
        let to = here.min(from + AT_ONCE - 1);
        log::ops_between(apply.conn, n, (from, to), |op| {
            apply.changes(op.writing, &op.changes)
        })?;
        if to == here {
            return Ok(true);
        }
        apply
            .conn
            .prepare_cached("INSERT INTO local_folding (n, last, through) VALUES (?1, ?2, ?3) ON CONFLICT (n) DO UPDATE SET last = excluded.last, through = excluded.through")?
            .execute(params![n, self.last as i64, to as i64])?;
        Ok(false)
    }
}

fn device_key(conn: &Connection, device: DeviceId) -> Result<Option<VerifyingKey>, StoreFailed> {
    let known: Option<Option<String>> = conn
        .prepare_cached("SELECT key FROM device WHERE id = ?1 AND void = 0 UNION ALL SELECT key FROM local_trusted WHERE device = ?1 LIMIT 1")?
        .query_row([device.0], |row| row.get(0))
        .optional()?;
    Ok(known
        .flatten()
        .and_then(|hex| from_hex::<32>(&hex))
        .and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok()))
}
