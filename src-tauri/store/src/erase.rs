//! Nothing is left of somebody: what ops said of them, the rows that came of it, the words by which they were found, half-filled
//! forms. What remains of an op is who did what when, about an id, and the hash by which the chain still holds.
//!
//! The rows follow from the log, so only that is cleared here; whatever comes later about the same subjects is cleared before anything
//! is made of it. Words stay in the search index's older parts and pages in the write-ahead file until both are merged: [`Store::purge`]
//! does that in small steps. Who may erase whom is for [`domain::authority::erasure`].

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::error::Outcome;
use crate::refold::Row;
use crate::{Store, keys, local, log, search};

/// Under this name stands what is left to do of a purge.
const PURGE: &str = "purge";
// What is next: the search index is to be merged from its beginning, is being merged, or is merged and the write-ahead file is not empty.
const BEGIN: &str = "begin";
const MERGE: &str = "merge";
const EMPTY: &str = "empty";

/// A list of erased subjects, beside stores and their backups: an old copy of a store does not have it in itself.
const LIST: &str = "erased.txt";

/// What a purge still needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purge {
    /// Nothing: no word of anybody erased is left in the files.
    Done,
    /// Another step.
    GoOn,
    /// That the write-ahead file is emptied; then [`Store::purged`] is called.
    EmptyTheLog,
}

/// Of whom nothing may be left, as far as it is known here.
pub(crate) fn known(conn: &Connection) -> Outcome<BTreeSet<Uuid>> {
    let mut statement =
        conn.prepare("SELECT subject FROM erased UNION SELECT subject FROM local_erased")?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Notes whom the log says is erased.
pub(crate) fn note(conn: &Connection, erased: &BTreeSet<Uuid>) -> Outcome<()> {
    let mut statement =
        conn.prepare_cached("INSERT INTO erased (subject) VALUES (?1) ON CONFLICT DO NOTHING")?;
    for subject in erased {
        statement.execute([subject])?;
    }
    Ok(())
}

/// Clears what the log says of these subjects; gives the rows that are to be folded anew. Acts of authority are about nobody who can be
/// erased, and stay.
pub(crate) fn clear(conn: &Connection, gone: &BTreeSet<Uuid>) -> Outcome<BTreeSet<Row>> {
    let mut rows = BTreeSet::new();
    let mut read = conn.prepare(
        "SELECT body FROM log WHERE subject = ?1 AND signature IS NULL AND body IS NOT NULL",
    )?;
    let mut cleared = conn
        .prepare("UPDATE log SET salt = NULL, body = NULL WHERE subject = ?1 AND signature IS NULL AND body IS NOT NULL")?;
    let mut drafts = conn.prepare("DELETE FROM local_draft WHERE instr(draft, ?1) > 0")?;
    for subject in gone {
        let mut bodies = read.query([subject])?;
        while let Some(row) = bodies.next()? {
            let body = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            rows.extend(log::changes_of(body).iter().map(Row::of));
        }
        cleared.execute([subject])?;
        drafts.execute([subject.to_string()])?;
    }
    local::set_meta(conn, PURGE, BEGIN)?;
    Ok(rows)
}

impl Store {
    /// Of whom nothing may be left.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn erased(&self) -> Outcome<BTreeSet<Uuid>> {
        known(&self.conn)
    }

    /// Erases whom a list beside the store or beside its backup names: this may be an old copy, without the decision.
    ///
    /// # Errors
    /// When the machine fails: then nothing is written.
    pub fn erase_listed(&mut self, listed: &BTreeSet<Uuid>) -> Outcome<()> {
        let gone: BTreeSet<Uuid> = listed
            .iter()
            .copied()
            .filter(|subject| !self.authority.is_erased(*subject))
            .collect();
        if gone.is_empty() {
            return Ok(());
        }
        self.or_as_before(|store| {
            let transaction = store.conn.transaction()?;
            let mut note = transaction.prepare("INSERT INTO local_erased (subject) VALUES (?1)")?;
            for subject in &gone {
                note.execute([subject])?;
            }
            drop(note);
            let rows = clear(&transaction, &gone)?;
            store.authority.also_erased(gone);
            let mut apply = crate::apply::Apply::new(&transaction, &store.incarnations);
            store.authority.settle(store.branch, &mut apply, rows)?;
            apply.finish(None)?;
            transaction.commit()?;
            Ok(())
        })
    }

    /// One step of what clearing leaves to do: about `pages` pages of the search index. A durable commit, so not while somebody waits.
    ///
    /// # Errors
    /// When the machine fails: it is done again.
    pub fn purge(&mut self, pages: u16) -> Outcome<Purge> {
        let Some(next) = local::meta(&self.conn, PURGE)? else {
            return Ok(Purge::Done);
        };
        if next == EMPTY {
            return Ok(Purge::EmptyTheLog);
        }
        let step = self.conn.transaction()?;
        let more = match next.as_str() {
            BEGIN => search::tidy_all(&step, pages)?,
            _ => search::tidy(&step, pages)?,
        };
        local::set_meta(&step, PURGE, if more { MERGE } else { EMPTY })?;
        step.commit()?;
        Ok(Purge::GoOn)
    }

    /// The write-ahead file was emptied: nothing is left to do, unless somebody else was erased meanwhile.
    ///
    /// # Errors
    /// When the machine fails: it is done again.
    pub fn purged(&mut self) -> Outcome<()> {
        self.conn.execute(
            "DELETE FROM local_meta WHERE name = ?1 AND value = ?2",
            params![PURGE, EMPTY],
        )?;
        Ok(())
    }
}

/// Adds to the list in a folder.
///
/// # Errors
/// When the folder cannot be written: the list is then as before.
pub fn list(folder: &Path, erased: &BTreeSet<Uuid>) -> Outcome<()> {
    let before = listed(folder)?;
    if erased.is_subset(&before) {
        return Ok(());
    }
    let lines: String = before
        .union(erased)
        .map(|subject| format!("{subject}\n"))
        .collect();
    let part = folder.join(format!("{LIST}.part"));
    fs::write(&part, lines)?;
    fs::File::options().write(true).open(&part)?.sync_all()?;
    keys::rename(&part, &folder.join(LIST))?;
    Ok(())
}

/// The list in a folder; empty where there is none.
///
/// # Errors
/// When it cannot be read.
pub fn listed(folder: &Path) -> Outcome<BTreeSet<Uuid>> {
    match fs::read_to_string(folder.join(LIST)) {
        Ok(lines) => Ok(lines
            .lines()
            .filter_map(|line| Uuid::parse_str(line).ok())
            .collect()),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(cause) => Err(cause.into()),
    }
}
