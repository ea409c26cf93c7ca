//! Asking the index: the latest first, and no further than needed.

use domain::find::{Clue, Query, owner_word};
use rusqlite::Connection;
use uuid::Uuid;

use super::recency::Mark;

const FIND: &str = "SELECT rowid FROM search_words WHERE search_words MATCH ?1 ORDER BY rowid DESC";
const CUSTOMER: &str = "SELECT customer FROM search_docs WHERE recency = ?1";

/// Numbers that are looked at for the owner's mark before the index is asked for the owner's word: passing a number over reads no
/// page, while meeting a word's list with that of an owner of many customers took milliseconds.
const PATIENCE: usize = 1_000;

/// The customers a query finds, the most recently touched first, at most `limit`.
///
/// `owners`: only customers of these (`Some(&[])`: nobody's; an empty owner among them: customers whom nobody owns); `None`: everyone's.
/// The index is exact about words and guesses about owners and about longer runs of characters: `look` reads the customer, answers
/// what is to be shown, and nothing where the index guessed wrong. It is asked only until `limit` customers are found.
///
/// # Errors
/// Those of SQLite and of `look`.
pub fn find<T, E: From<rusqlite::Error>>(
    conn: &Connection,
    query: &Query,
    owners: Option<&[String]>,
    limit: usize,
    mut look: impl FnMut(Uuid) -> Result<Option<T>, E>,
) -> Result<Vec<T>, E> {
    let Some(owners) = owners else {
        let everyone = expression(query.clue(), None);
        return Ok(walk(conn, &everyone, limit, |_| Some(true), &mut look)?.unwrap_or_default());
    };
    if owners.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<Mark> = owners.iter().map(|owner| Mark::of(owner)).collect();
    let mut left = PATIENCE;
    let marked = |recency| {
        left = left.checked_sub(1)?;
        Some(marks.contains(&Mark::within(recency)))
    };
    let everyone = expression(query.clue(), None);
    if let Some(found) = walk(conn, &everyone, limit, marked, &mut look)? {
        return Ok(found);
    }
    let theirs = expression(query.clue(), Some(owners));
    Ok(walk(conn, &theirs, limit, |_| Some(true), &mut look)?.unwrap_or_default())
}

/// Walks from the latest on; nothing when `wanted` has had enough before there were `limit`.
fn walk<T, E: From<rusqlite::Error>>(
    conn: &Connection,
    expression: &str,
    limit: usize,
    mut wanted: impl FnMut(i64) -> Option<bool>,
    look: &mut impl FnMut(Uuid) -> Result<Option<T>, E>,
) -> Result<Option<Vec<T>>, E> {
    let mut found = Vec::new();
    let mut customer = conn.prepare_cached(CUSTOMER)?;
    let mut statement = conn.prepare_cached(FIND)?;
    // No LIMIT: the rows come one by one in the right order, and the walk ends here when there are enough.
    let mut rows = statement.query([expression])?;
    while found.len() < limit
        && let Some(row) = rows.next()?
    {
        let recency = row.get(0)?;
        match wanted(recency) {
            None => return Ok(None),
            Some(false) => {}
            Some(true) => {
                let who = customer.query_row([recency], |row| row.get(0))?;
                found.extend(look(who)?);
            }
        }
    }
    Ok(Some(found))
}

/// Reads what every search reads first, so that nobody's first search waits for it.
///
/// # Errors
/// Those of SQLite.
pub fn wake(conn: &Connection) -> rusqlite::Result<()> {
    /// No kind of word begins so.
    const NOBODY: &str = "\"0\"";
    conn.prepare_cached(FIND)?.query([NOBODY])?.next().map(drop)
}

/// The query in the index's language. Words hold no signs, so that quoting them is enough.
fn expression(clue: &Clue, owners: Option<&[String]>) -> String {
    let mut text = String::new();
    if let Some(owners) = owners {
        list(
            &mut text,
            " OR ",
            owners
                .iter()
                .map(|owner| move |text: &mut String| word(text, &owner_word(owner))),
        );
        text.push_str(" AND ");
    }
    write(&mut text, clue);
    text
}

fn write(text: &mut String, clue: &Clue) {
    match clue {
        Clue::Word(one) => word(text, one),
        Clue::Run(run) => list(
            text,
            " AND ",
            run.words()
                .iter()
                .map(|one| move |text: &mut String| word(text, one)),
        ),
        Clue::All(clues) => list(
            text,
            " AND ",
            clues
                .iter()
                .map(|clue| move |text: &mut String| write(text, clue)),
        ),
        Clue::Any(clues) => list(
            text,
            " OR ",
            clues
                .iter()
                .map(|clue| move |text: &mut String| write(text, clue)),
        ),
    }
}

fn list(text: &mut String, between: &str, parts: impl Iterator<Item = impl FnOnce(&mut String)>) {
    text.push('(');
    for (i, part) in parts.enumerate() {
        text.push_str(if i == 0 { "" } else { between });
        part(text);
    }
    text.push(')');
}

fn word(text: &mut String, word: &str) {
    text.push('"');
    text.push_str(word);
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_written_with_its_owners_in_front() {
        let query = Query::parse("张 138").expect("searchable");
        assert_eq!(expression(query.clue(), None), r#"("h张" AND "n138")"#);
        assert_eq!(
            expression(query.clue(), Some(&[String::new()])),
            r#"("o") AND ("h张" AND "n138")"#
        );
    }
}
