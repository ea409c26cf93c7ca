//! What was kept comes into the log and the tables: whole acts, in parts small enough that nobody waits long for the store.

use std::collections::BTreeSet;

use domain::id::BranchId;
use domain::log::{Contents, Header, Line, Segment};
use domain::planted::{Bug, planted};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::apply::Apply;
use crate::authority::{self, Authority};
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
use crate::{Committed, Store, log};

/// Ops that are applied in one transaction, about. Fewer cost more: every transaction writes most pages of the indexes again.
const AT_ONCE: u64 = 5_000;

impl Store {
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
        if authority.cuts().off(tail.device, tail.id, seq) && !planted(Bug::ShutOutInVain) {
            continue;
        }
        // What of the act came before was folded before.
        let begin = (at + 1).saturating_sub(of as usize);
        for (line, writing) in lines.iter().zip(&writings).take(at + 1).skip(begin) {
            if let Contents::Whole { body, .. } = &line.contents
                && line.header.signature.is_none()
                && !(planted(Bug::TablesApartFromLog) && writing.seq % 7 == 0)
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
