//! Whom this store believes: the branch's root key, and where the logs of PCs that were shut out end.
//!
//! Acts of authority are not projected as they come but judged together ([`domain::authority`]), and again whenever one more of
//! them is here. What then counts is applied; what no longer does is taken out of the tables by folding the rows concerned anew.

use std::collections::{BTreeSet, HashMap};

use domain::authority::erasure::{asked, asked_message};
use domain::authority::{Cuts, Hand, Judged, Signed, judge, signed_message};
use domain::id::{BranchId, StaffId};
use domain::log::from_hex;
use domain::planted::{Bug, planted};
use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::apply::Apply;
use crate::error::Outcome;
use crate::incarnations::Incarnations;
use crate::refold::{self, Row};
use crate::stamps::Writing;
use crate::{erase, local, log};

/// Under this name the root key lies among this PC's own settings: it is given when the branch is set up or joined, never by the log.
const ROOT: &str = "root";

/// Whom to believe.
#[derive(Debug, Clone, Default)]
pub(crate) struct Authority {
    /// The root's Ed25519 key in hexadecimal.
    root: Option<String>,
    cuts: Cuts,
    /// Of whom nothing may be left.
    erased: BTreeSet<Uuid>,
}

impl Authority {
    /// As the file has it.
    pub fn read(conn: &Connection, branch: BranchId, incarnations: &Incarnations) -> Outcome<Self> {
        let root = local::meta(conn, ROOT)?;
        let signed = log::signed(conn, branch, incarnations)?;
        let cuts = judged(root.as_deref(), &signed).cuts;
        let erased = erase::known(conn)?;
        Ok(Self { root, cuts, erased })
    }

    /// The root's key.
    pub fn root(&self) -> Option<&str> {
        self.root.as_deref()
    }

    /// Where logs end.
    pub fn cuts(&self) -> &Cuts {
        &self.cuts
    }

    /// Whether nothing may be left of a subject.
    pub fn is_erased(&self, subject: Uuid) -> bool {
        self.erased.contains(&subject)
    }

    /// Somebody is erased by a decision that is not in this log.
    pub fn also_erased(&mut self, gone: BTreeSet<Uuid>) {
        self.erased.extend(gone);
    }

    /// Judges all acts of authority anew, and makes the tables say what they come to. `out` are rows of which something was taken out
    /// of the log: they are folded anew as well.
    pub fn settle(
        &mut self,
        branch: BranchId,
        apply: &mut Apply<'_>,
        mut out: BTreeSet<Row>,
    ) -> Outcome<()> {
        let conn = apply.conn;
        let signed = log::signed(conn, branch, apply.incarnations)?;
        let judged = judged(self.root(), &signed);
        for ((writing, op), counts) in signed.iter().zip(&judged.counts) {
            let withheld = is_withheld(conn, writing.n, writing.seq)?;
            if *counts && withheld {
                release(conn, *writing)?;
                apply.authorised(*writing, &op.changes)?;
            } else if !*counts && !withheld && !planted(Bug::JudgedOnce) {
                apply.withhold(*writing)?;
                out.extend(op.changes.iter().map(Row::of));
            }
        }
        let gone: BTreeSet<Uuid> = judged.erased.difference(&self.erased).copied().collect();
        if !gone.is_empty() {
            out.extend(erase::clear(conn, &gone)?);
            self.erased.extend(gone);
        }
        erase::note(conn, &judged.erased)?;
        let before = std::mem::replace(&mut self.cuts, judged.cuts);
        if before != self.cuts {
            self.cut(&before, apply, &mut out)?;
        }
        if !out.is_empty() {
            let counting: Vec<&(Writing, Signed)> = signed
                .iter()
                .zip(&judged.counts)
                .filter(|(_, counts)| **counts)
                .map(|(op, _)| op)
                .collect();
            refold::rows(apply, &self.cuts, &counting, &out)?;
        }
        Ok(())
    }

    /// Where logs end elsewhere than before: what lies between comes into the tables, or its rows are to be folded anew.
    fn cut(&self, before: &Cuts, apply: &mut Apply<'_>, out: &mut BTreeSet<Row>) -> Outcome<()> {
        let logs: Vec<_> = apply
            .incarnations
            .all()
            .filter(|(_, log)| before.names(log.device) || self.cuts.names(log.device))
            .map(|(n, log)| (n, *log))
            .collect();
        for (n, tail) in logs {
            let off = |cuts: &Cuts, end: u64| cuts.off(tail.device, tail.id, end);
            // With what of a long act is folded already.
            let folding: Option<i64> = apply
                .conn
                .prepare_cached("SELECT last FROM local_folding WHERE n = ?1")?
                .query_row([n], |row| row.get(0))
                .optional()?;
            let through = folding.map_or(tail.applied, |last| last as u64);
            log::applied_of(apply.conn, n, through, |op| {
                if op.signed {
                    return Ok(());
                }
                match (off(before, op.end), off(&self.cuts, op.end)) {
                    (true, false) => apply.changes(op.writing, &op.changes)?,
                    (false, true) if planted(Bug::CutTooLate) => {}
                    (false, true) => {
                        release(apply.conn, op.writing)?;
                        out.extend(op.changes.iter().map(Row::of));
                    }
                    _ => {}
                }
                Ok(())
            })?;
        }
        Ok(())
    }
}

/// Whether an op does not count.
pub(crate) fn is_withheld(conn: &Connection, n: i64, seq: u64) -> Outcome<bool> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM withheld WHERE n = ?1 AND seq = ?2")?
        .exists(params![n, seq as i64])?)
}

/// Takes an op back from those that do not count.
pub(crate) fn release(conn: &Connection, writing: Writing) -> Outcome<()> {
    conn.prepare_cached("DELETE FROM withheld WHERE n = ?1 AND seq = ?2")?
        .execute(params![writing.n, writing.seq as i64])?;
    Ok(())
}

/// Keeps the root key, once and for all.
pub(crate) fn keep_root(conn: &Connection, root: &[u8; 32]) -> Outcome<()> {
    local::set_meta(conn, ROOT, &domain::log::to_hex(root))
}

/// What signed ops come to.
pub(crate) fn judged(root: Option<&str>, signed: &[(Writing, Signed)]) -> Judged {
    let ops: Vec<Signed> = signed.iter().map(|(_, op)| op.clone()).collect();
    // Each is looked at more than once.
    let mut known: HashMap<(Uuid, u32, Uuid, u64, Hand, String), bool> = HashMap::new();
    judge(root, &ops, |op, hand, key| {
        let header = &op.header;
        *known
            .entry((
                header.act.0,
                header.nth,
                header.incarnation.0,
                header.seq,
                hand,
                key.to_owned(),
            ))
            .or_insert_with(|| fits(op, hand, key).unwrap_or(false))
    })
}

/// Whether a signature is that of a key; nothing where one of them is missing or none.
fn fits(op: &Signed, hand: Hand, key: &str) -> Option<bool> {
    let (message, signature) = match hand {
        Hand::Actor => (
            signed_message(&op.header, &op.hash),
            op.header.signature.as_deref()?,
        ),
        Hand::Asker => {
            let (erasure, subjects, _, signature) = asked(op)?;
            (
                asked_message(op.header.branch, erasure, subjects),
                signature?,
            )
        }
    };
    let key = VerifyingKey::from_bytes(&from_hex::<32>(key)?).ok()?;
    let signature = Signature::from_bytes(&from_hex::<64>(signature)?);
    Some(key.verify_strict(&message, &signature).is_ok())
}

/// Who did what, as the log has it.
pub(crate) fn deeds(conn: &Connection) -> Outcome<Vec<(StaffId, String)>> {
    let mut statement = conn.prepare("SELECT DISTINCT actor, verb FROM log WHERE nth = ops")?;
    let found = statement.query_map([], |row| Ok((StaffId(row.get(0)?), row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Notes who did what.
pub(crate) fn note_deeds<'d>(
    conn: &Connection,
    deeds: impl IntoIterator<Item = &'d (StaffId, String)>,
) -> Outcome<()> {
    let mut statement = conn
        .prepare_cached("INSERT INTO deed (actor, verb) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?;
    for (actor, verb) in deeds {
        statement.execute(params![actor.0, verb])?;
    }
    Ok(())
}
