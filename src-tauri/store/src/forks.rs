//! Two logs of one name: a disk was copied, or brought back from an older image, and both went on.
//!
//! One of them gives way, and it is never the hub's. What is only here is *set apart*: taken out of that log and said again in this
//! PC's own, act by act, under the ids, clocks and signatures that it had. Nothing is lost, whoever has it, and the tables come out the
//! same. Finding out that there are two is not done here.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use domain::id::{ActId, CustomerId, IncarnationId};
use domain::log::{Contents, Hash, Line, Segment, head_after};
use domain::planted::{Bug, planted};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::apply::Apply;
use crate::authority::Authority;
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::{Incarnations, Tail};
use crate::receive::{self, Arrived, ReceiveRefused};
use crate::refold::Row;
use crate::stamps::Writing;
use crate::{Store, Writer, begin_incarnation, kept, log};

/// What giving way did.
#[derive(Debug, Clone, Default)]
pub struct GivenWay {
    /// Wire names of the tables written.
    pub tables: BTreeSet<&'static str>,
    /// Customers that were made on the way that was given up, with numbers that the other way may have given out as well.
    pub numbered: Vec<CustomerId>,
}

impl Store {
    /// The log that this PC writes.
    #[must_use]
    pub fn own_log(&self) -> IncarnationId {
        self.incarnations.id(self.n)
    }

    /// Where every log stands here, durably, and its chain's head there.
    #[must_use]
    pub fn heads(&self) -> BTreeMap<IncarnationId, (u64, Hash)> {
        let begun = self.incarnations.all().filter(|(_, tail)| tail.seq > 0);
        begun
            .map(|(_, tail)| (tail.id, (tail.seq, tail.head)))
            .collect()
    }

    /// The chain's head of a log after an op that is here; `None` where it is not.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn head_at(&self, log: IncarnationId, seq: u64) -> Outcome<Option<Hash>> {
        let Some(n) = self.incarnations.number(log) else {
            return Ok((seq == 0).then_some(Hash::ZERO));
        };
        let Some(tail) = self.incarnations.tail(n).filter(|tail| tail.seq >= seq) else {
            return Ok(None);
        };
        if tail.seq == seq {
            return Ok(Some(tail.head));
        }
        let mut found = (seq == 0).then_some(Hash::ZERO);
        self.heads_from(n, seq, |at, head| {
            if at == seq {
                found = Some(head);
            }
            found.is_none()
        })?;
        Ok(found)
    }

    /// Gives way to another log of the same name: `theirs` are its packed segments, in order and to its end, from a place on which both
    /// agree.
    ///
    /// # Errors
    /// [`ReceiveRefused`] for segments that are no log, or that do not begin where both agree: then nothing was written.
    pub fn give_way(
        &mut self,
        log: IncarnationId,
        theirs: &[Vec<u8>],
    ) -> Result<GivenWay, ReceiveRefused> {
        // What waits is first applied, so that it stands in the log to be read.
        while self.apply_kept()?.1 {}
        let own = self.n;
        let given = self.or_as_before(|store| store.give_way_inner(log, theirs));
        if given.is_err() {
            self.n = own;
        }
        given
    }

    fn give_way_inner(
        &mut self,
        log: IncarnationId,
        theirs: &[Vec<u8>],
    ) -> Result<GivenWay, ReceiveRefused> {
        let Some(n) = self.incarnations.number(log) else {
            return Err(ReceiveRefused::Gap { have: 0 });
        };
        let common = self.common(n, theirs)?;
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        if n == self.n {
            let device = self
                .incarnations
                .tail(n)
                .map(|tail| tail.device)
                .ok_or(ReceiveRefused::Broken)?;
            let mut writer = Writer {
                branch: self.branch,
                device,
                key: self.key.clone(),
                ids: self.ids.clone(),
            };
            self.n = begin_incarnation(&transaction, &mut self.incarnations, &mut writer)?;
            self.ids = writer.ids;
        }
        let apart = Apart::take(&transaction, self.branch, &mut self.incarnations, n, common)?;
        for packed in theirs {
            let writes = (self.branch, self.n);
            let arrived = Arrived::open(packed)?;
            if let Some((n, first)) =
                receive::keep(&transaction, &mut self.incarnations, writes, &arrived)?
            {
                let known = (&mut self.incarnations, &mut self.authority);
                kept::apply_whole(&transaction, known, self.branch, n, first)?;
            }
        }
        let (signed, numbered) = apart.say_again(
            &transaction,
            (&mut self.incarnations, &self.authority),
            self.n,
        )?;
        let mut apply = Apply::new(&transaction, &self.incarnations);
        for writing in signed {
            apply.withhold(writing)?;
        }
        self.authority.settle(self.branch, &mut apply, apart.rows)?;
        let tables = apply.finish(None)?;
        transaction.commit()?;
        Ok(GivenWay { tables, numbered })
    }

    /// The last op on which a log here and segments from elsewhere agree.
    fn common(&self, n: i64, theirs: &[Vec<u8>]) -> Result<u64, ReceiveRefused> {
        let mut heads: BTreeMap<u64, Hash> = BTreeMap::new();
        let mut begin = None;
        for packed in theirs {
            let segment = Segment::unpack(packed)?;
            let Some(first) = segment.lines.first().map(|line| line.header.seq) else {
                continue;
            };
            if begin.is_none() {
                begin = Some(first - 1);
                heads.insert(first - 1, segment.previous);
            }
            let through: Vec<Hash> = segment.chain_through().collect();
            heads.extend((first..).zip(through));
        }
        let begin = begin.ok_or(ReceiveRefused::Gap { have: 0 })?;
        let mut common = (begin == 0).then_some(0);
        self.heads_from(n, begin, |seq, head| {
            let same = heads.get(&seq) == Some(&head);
            if same {
                common = Some(seq);
            }
            same || seq < begin
        })?;
        common.ok_or(ReceiveRefused::Gap { have: begin })
    }

    /// Gives the heads of a log, op by op, from a sealed place not after `seq`, until told to stop.
    fn heads_from(&self, n: i64, seq: u64, mut each: impl FnMut(u64, Hash) -> bool) -> Outcome<()> {
        let begin: Option<(i64, Vec<u8>)> = self
            .conn
            .prepare_cached("SELECT first, previous FROM segment WHERE n = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1")?
            .query_row(params![n, seq.max(1) as i64], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (first, mut head) = match begin {
            Some((first, previous)) => {
                let previous = previous
                    .try_into()
                    .map_err(|_| StoreFailed::Damaged("a segment".into()))?;
                (first as u64, Hash(previous))
            }
            None => (1, Hash::ZERO),
        };
        if !each(first - 1, head) {
            return Ok(());
        }
        let mut go_on = true;
        let last = i64::MAX as u64;
        log::stored(
            &self.conn,
            self.branch,
            &self.incarnations,
            n,
            first,
            last,
            |op| {
                if go_on {
                    head = head_after(&head, &op.line.header, &op.body_hash);
                    go_on = each(op.line.header.seq, head);
                }
                Ok(())
            },
        )?;
        let mut waiting = self.conn.prepare_cached(
            "SELECT packed FROM segment WHERE n = ?1 AND packed IS NOT NULL ORDER BY first",
        )?;
        let mut waiting = waiting.query([n])?;
        while let Some(row) = waiting.next()?
            && go_on
        {
            let segment = Segment::unpack(&row.get::<_, Vec<u8>>(0)?)
                .map_err(|_| StoreFailed::Damaged("a segment that waits".into()))?;
            for (line, head) in segment.lines.iter().zip(segment.chain_through()) {
                go_on = go_on && each(line.header.seq, head);
            }
        }
        Ok(())
    }
}

/// What was only here.
struct Apart {
    /// Whole acts, in order.
    lines: Vec<Line>,
    /// Rows that they touched.
    rows: BTreeSet<Row>,
}

impl Apart {
    /// Cuts a log off at its last seal up to `common`, and takes out what came after `common`.
    fn take(
        conn: &Connection,
        branch: domain::id::BranchId,
        incarnations: &mut Incarnations,
        n: i64,
        common: u64,
    ) -> Outcome<Self> {
        let sealed: Option<(i64, Vec<u8>)> = conn
            .query_row(
                // A segment that begins right after the last seal says which head that had.
                "SELECT first - 1, previous FROM segment WHERE n = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1",
                params![n, common as i64 + 1],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let damaged = || StoreFailed::Damaged(format!("log number {n}"));
        let (through, head) = match sealed {
            Some((through, head)) => (
                through as u64,
                Hash(head.try_into().map_err(|_| damaged())?),
            ),
            None => (0, Hash::ZERO),
        };
        let mut apart = Self {
            lines: Vec::new(),
            rows: BTreeSet::new(),
        };
        log::stored(
            conn,
            branch,
            incarnations,
            n,
            through + 1,
            i64::MAX as u64,
            |op| {
                if let Contents::Whole { body, .. } = &op.line.contents {
                    apart.rows.extend(log::changes_of(body).iter().map(Row::of));
                }
                if op.line.header.seq > common {
                    apart.lines.push(op.line);
                }
                Ok(())
            },
        )?;
        apart.drop_what_is_not_whole();
        for statement in [
            "DELETE FROM log WHERE n = ?1 AND seq > ?2",
            "DELETE FROM segment WHERE n = ?1 AND last > ?2",
            "DELETE FROM withheld WHERE n = ?1 AND seq > ?2",
        ] {
            conn.execute(statement, params![n, through as i64])?;
        }
        let tail = *incarnations.tail(n).ok_or_else(damaged)?;
        let clock = log::clock_at(conn, n, through)?;
        let tail = Tail {
            seq: through,
            applied: through,
            clock,
            head,
            ..tail
        };
        incarnations.advance(conn, n, tail)?;
        Ok(apart)
    }

    /// An act whose end is not here is somebody else's to say again.
    fn drop_what_is_not_whole(&mut self) {
        let ended: HashSet<ActId> = self
            .lines
            .iter()
            .filter(|line| line.header.nth == line.header.of)
            .map(|line| line.header.act)
            .collect();
        self.lines.retain(|line| ended.contains(&line.header.act));
    }

    /// Writes the acts at the end of this PC's own log, but for those that stand in another by now. Gives the places of signed
    /// ops, and the customers that were made.
    fn say_again(
        &self,
        conn: &Connection,
        (incarnations, authority): (&mut Incarnations, &Authority),
        own: i64,
    ) -> Outcome<(Vec<Writing>, Vec<CustomerId>)> {
        let mut tail = *incarnations
            .tail(own)
            .ok_or_else(|| StoreFailed::Damaged("this PC's log".into()))?;
        let (mut signed, mut numbered) = (Vec::new(), BTreeSet::new());
        let mut known: BTreeMap<ActId, bool> = BTreeMap::new();
        for line in &self.lines {
            let act = line.header.act;
            let stands = match known.get(&act) {
                Some(stands) => *stands,
                None => {
                    let stands = conn
                        .prepare_cached("SELECT 1 FROM log WHERE act = ?1")?
                        .exists([act.0])?;
                    known.insert(act, stands);
                    stands
                }
            };
            if stands || planted(Bug::ForkGivenUp) {
                continue;
            }
            let mut line = line.clone();
            line.header.device = tail.device;
            line.header.incarnation = tail.id;
            line.header.seq = tail.seq + 1;
            let hash = line.body_hash();
            if line.header.signature.is_none() && authority.is_erased(line.header.subject) {
                line.contents = Contents::Erased(hash);
            }
            let writing = log::append(conn, own, tail.clock, &line, &hash)?;
            if line.header.signature.is_some() {
                signed.push(writing);
            }
            if let Contents::Whole { body, .. } = &line.contents {
                let changes = log::changes_of(body).into_iter();
                let made = changes.filter(|change| {
                    change.table == "customer" && change.fields.contains_key("code")
                });
                numbered.extend(made.map(|change| CustomerId(change.row)));
            }
            tail.head = head_after(&tail.head, &line.header, &hash);
            tail.seq = line.header.seq;
            tail.applied = tail.seq;
            tail.clock = tail.clock.max(writing.clock);
        }
        incarnations.advance(conn, own, tail)?;
        Ok((signed, numbered.into_iter().collect()))
    }
}
