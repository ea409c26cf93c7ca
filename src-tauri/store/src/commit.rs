//! The door for what happens here: an act becomes ops at the end of this PC's chain and rows in the tables, in one
//! transaction that is on the disk before the answer.

use std::collections::BTreeSet;

use domain::authority::signed_message;
use domain::log::{Act, Contents, Header, Line, Salt, body, head_after, next};
use domain::planted::{Bug, planted};
use rusqlite::TransactionBehavior;

use crate::apply::Apply;
use crate::error::StoreFailed;
use crate::{Committed, Reader, Store, authority, log};

/// Told about long acts; answering `false` gives the act up, and nothing is written.
pub type Watch<'w> = &'w mut dyn FnMut(u64, u64) -> bool;

/// Watches a part of a long work, which reaches from one thousandth of the whole to another.
pub(crate) fn stretch<'p>(
    watch: &'p mut Option<Watch<'_>>,
    from: u64,
    to: u64,
) -> impl FnMut(u64, u64) -> bool + 'p {
    move |done, all| {
        watch
            .as_mut()
            .is_none_or(|watch| watch(from + (to - from) * done / all.max(1), 1000))
    }
}

/// Signs what an op is with the actor's own key; gives hexadecimal.
pub type Sign<'s> = &'s dyn Fn(&[u8]) -> String;

/// What the rules decided, given a look at the tables.
pub struct Decided<T> {
    /// What to write; `None` when there is nothing to do.
    pub act: Option<Act>,
    /// What to answer.
    pub answer: T,
}

impl Store {
    /// Lets `decide` look at the tables and writes the act that it comes to, all in one transaction.
    ///
    /// # Errors
    /// Those of `decide`, and [`StoreFailed`] when the machine fails: then nothing is written.
    pub fn commit<T, E: From<StoreFailed>>(
        &mut self,
        sign: Option<Sign<'_>>,
        watch: Option<Watch<'_>>,
        decide: impl FnOnce(&Reader<'_>, &mut domain::id::Ids) -> Result<Decided<T>, E>,
    ) -> Result<(T, Committed), E> {
        let before = (self.incarnations.clone(), self.authority.clone());
        let outcome = self.commit_inner(sign, watch, decide);
        if outcome.is_err() && !planted(Bug::MemoryAheadOfDisk) {
            (self.incarnations, self.authority) = before;
        }
        outcome
    }

    fn commit_inner<T, E: From<StoreFailed>>(
        &mut self,
        sign: Option<Sign<'_>>,
        mut watch: Option<Watch<'_>>,
        decide: impl FnOnce(&Reader<'_>, &mut domain::id::Ids) -> Result<Decided<T>, E>,
    ) -> Result<(T, Committed), E> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreFailed::from)?;
        let decided = decide(
            &Reader::new(&transaction, self.incarnations.edition.tables),
            &mut self.ids,
        )?;
        let Some(act) = decided.act else {
            return Ok((decided.answer, Committed::default()));
        };

        let mut tail = *self
            .incarnations
            .tail(self.n)
            .ok_or_else(|| StoreFailed::Damaged("this PC's log".into()))?;
        if self.authority.cuts().names(tail.device) {
            return Err(StoreFailed::ShutOut.into());
        }
        let mut seen = self.incarnations.greatest_clock();
        let mut apply = Apply::new(&transaction, &self.incarnations);
        let ops = act.entries.len();
        for (nth, entry) in (1u32..).zip(act.entries) {
            if let Some(watch) = &mut watch
                && nth % 64 == 1
                && !watch(u64::from(nth - 1), ops as u64)
            {
                return Err(StoreFailed::Cancelled.into());
            }
            if sign.is_none() && self.authority.is_erased(entry.subject) {
                return Err(StoreFailed::Erased.into());
            }
            let mut salt = [0; 16];
            salt.copy_from_slice(&self.ids.bytes()[..16]);
            let header = Header {
                act: act.id,
                nth,
                of: ops as u32,
                branch: self.branch,
                device: tail.device,
                incarnation: tail.id,
                seq: tail.seq + 1,
                clock: next(seen, act.entered_at),
                verb: act.verb.to_owned(),
                subject: entry.subject,
                actor: act.actor,
                happened_at: act.happened_at,
                entered_at: act.entered_at,
                signature: None,
            };
            let mut line = Line {
                header,
                contents: Contents::Whole {
                    salt: Salt(salt),
                    body: body(&entry.changes),
                },
            };
            let hash = line.body_hash();
            line.header.signature = sign.map(|sign| sign(&signed_message(&line.header, &hash)));
            seen = line.header.clock;
            let writing = log::append(&transaction, self.n, tail.clock, &line, &hash)?;
            tail.head = head_after(&tail.head, &line.header, &hash);
            tail.seq = line.header.seq;
            tail.applied = tail.seq;
            tail.clock = writing.clock;
            if sign.is_some() {
                // Whether it counts is for all acts of authority together to say.
                apply.withhold(writing)?;
            } else {
                apply.changes(writing, &entry.changes)?;
            }
        }
        let mut tables = apply.finish(None)?;
        self.incarnations.advance(&transaction, self.n, tail)?;
        authority::note_deeds(&transaction, &[(act.actor, act.verb.to_owned())])?;
        if sign.is_some() {
            let mut apply = Apply::new(&transaction, &self.incarnations);
            self.authority
                .settle(self.branch, &mut apply, BTreeSet::new())?;
            if authority::is_withheld(&transaction, self.n, tail.seq)? {
                return Err(StoreFailed::NotBelieved.into());
            }
            tables = apply.finish(None)?;
        }
        transaction.commit().map_err(StoreFailed::from)?;
        Ok((
            decided.answer,
            Committed {
                act: Some(act.id),
                tables,
            },
        ))
    }
}
