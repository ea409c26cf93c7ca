//! Putting customers into the index and taking them out. A customer whose words and minute did not change costs one lookup.
//! Refuses to commit: the words are as durable as the rows they were made from.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::recency::{Mark, PLACES, free};

/// One customer for the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose words these are.
    pub customer: Uuid,
    /// Theirs, in any short spelling of the caller's; empty: nobody's.
    pub owner: String,
    /// The words of `domain::find::words`.
    pub words: String,
    /// Minutes since 1970 of the last touch: a visit, a call, a contact.
    pub touched: u64,
}

/// Where a customer stands in the index.
struct Place {
    recency: i64,
    digest: i64,
    touched: i64,
}

impl Place {
    fn is(&self, digest: i64, touched: u64) -> bool {
        self.digest == digest && self.touched == touched.cast_signed()
    }
}

/// Puts customers into the index, or moves them to where their last touch now belongs. Many at once are far faster than one by one:
/// the index is written in order of recency. Answers how many had to change. A customer named twice keeps the entry that comes last.
///
/// Call it once per transaction and outside a savepoint: each savepoint makes the index write what it has collected.
///
/// # Errors
/// Those of SQLite.
pub fn put_all(conn: &Connection, entries: &[Entry]) -> rusqlite::Result<usize> {
    let mut changed = Vec::with_capacity(entries.len());
    let mut leaving = Vec::new();
    let mut seen = std::collections::HashSet::with_capacity(entries.len());
    for entry in entries
        .iter()
        .rev()
        .filter(|entry| seen.insert(entry.customer))
    {
        let digest = digest(&entry.words);
        match place(conn, entry.customer)? {
            Some(place) if place.is(digest, entry.touched) => continue,
            Some(place) => leaving.push(place.recency),
            None => {}
        }
        changed.push((entry, digest));
    }
    leaving.sort_unstable();
    leaving
        .iter()
        .try_for_each(|&recency| delete(conn, recency))?;

    let together = |(entry, _): &(&Entry, i64)| (entry.touched, entry.owner.clone());
    changed.sort_unstable_by_key(|one| (together(one), one.0.customer));
    let mut placed = Vec::with_capacity(changed.len());
    for group in changed.chunk_by(|a, b| together(a) == together(b)) {
        let mark = Mark::of(&group[0].0.owner);
        // More customers than places (a list without dates): the surplus goes before the minute, never ahead of a later touch.
        let begin = group[0]
            .0
            .touched
            .saturating_sub((group.len() as u64 - 1) / PLACES);
        for (nth, (entry, digest)) in (0..).zip(group) {
            let recency = free(conn, begin + nth / PLACES, mark)?;
            insert_place(conn, entry, *digest, recency)?;
            placed.push((recency, &entry.words));
        }
    }
    placed.sort_unstable_by_key(|(recency, _)| *recency);
    for (recency, words) in &placed {
        conn.prepare_cached("INSERT INTO search_words (rowid, words) VALUES (?1, ?2)")?
            .execute(params![recency, words])?;
    }
    Ok(placed.len())
}

/// Takes a customer out of the index, if it is there. Its words stay on the disk until the parts that hold them are merged.
///
/// # Errors
/// Those of SQLite.
pub fn remove(conn: &Connection, customer: Uuid) -> rusqlite::Result<()> {
    place(conn, customer)?
        .iter()
        .try_for_each(|place| delete(conn, place.recency))
}

fn place(conn: &Connection, customer: Uuid) -> rusqlite::Result<Option<Place>> {
    let mut statement = conn
        .prepare_cached("SELECT recency, digest, touched FROM search_docs WHERE customer = ?1")?;
    statement
        .query_row([customer], |row| {
            Ok(Place {
                recency: row.get("recency")?,
                digest: row.get("digest")?,
                touched: row.get("touched")?,
            })
        })
        .optional()
}

fn insert_place(
    conn: &Connection,
    entry: &Entry,
    digest: i64,
    recency: i64,
) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO search_docs (recency, customer, digest, touched) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        recency,
        entry.customer,
        digest,
        entry.touched.cast_signed()
    ])?;
    Ok(())
}

fn delete(conn: &Connection, recency: i64) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM search_words WHERE rowid = ?1")?
        .execute([recency])?;
    conn.prepare_cached("DELETE FROM search_docs WHERE recency = ?1")?
        .execute([recency])?;
    Ok(())
}

fn digest(words: &str) -> i64 {
    let hash = Sha256::digest(words.as_bytes());
    i64::from_be_bytes(hash[..8].try_into().expect("eight bytes of thirty-two"))
}
