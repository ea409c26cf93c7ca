//! Asking the index. Refuses to show anybody whom the owner filter leaves out.

use domain::find::{Clue, Query, owner_word};
use rusqlite::Connection;
use uuid::Uuid;

const FIND: &str = include_str!("find.sql");

/// The customers a query finds, the most recently touched first, at most `limit`.
///
/// `owners`: only customers of these (`Some(&[])`: nobody's; an empty owner among them: customers whom nobody owns); `None`: everyone's.
/// `verify` answers [`Query::matches`] for one customer's rows. It is asked only for queries that the index cannot answer exactly,
/// and only until `limit` customers are found.
///
/// # Errors
/// Those of SQLite and of `verify`.
pub fn find<E: From<rusqlite::Error>>(
    conn: &Connection,
    query: &Query,
    owners: Option<&[String]>,
    limit: usize,
    mut verify: impl FnMut(Uuid) -> Result<bool, E>,
) -> Result<Vec<Uuid>, E> {
    let mut found = Vec::new();
    if owners.is_some_and(<[_]>::is_empty) || limit == 0 {
        return Ok(found);
    }
    let exact = query.clue().is_exact();
    let mut statement = conn.prepare_cached(FIND)?;
    // No LIMIT: the rows come one by one in the right order, and the walk ends here when there are enough.
    let mut rows = statement.query([expression(query.clue(), owners)])?;
    while let Some(row) = rows.next()? {
        let customer = row.get("customer")?;
        if exact || verify(customer)? {
            found.push(customer);
            if found.len() == limit {
                break;
            }
        }
    }
    Ok(found)
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
