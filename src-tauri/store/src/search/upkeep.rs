//! Keeping the index small and fast. Refuses to run on its own: the caller knows when nobody is waiting.

use rusqlite::Connection;

/// Empties the index, before a rebuild.
///
/// # Errors
/// Those of SQLite.
pub fn clear(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "INSERT INTO search_words (search_words) VALUES ('delete-all'); DELETE FROM search_docs;",
    )
}

/// Merges at most about `pages` pages of the index, where there are enough parts to merge. Answers whether anything was done.
/// A few hundred pages in a quiet second keep searches fast after many small writes.
///
/// # Errors
/// Those of SQLite.
pub fn tidy(conn: &Connection, pages: u16) -> rusqlite::Result<bool> {
    let before = conn.total_changes();
    conn.prepare_cached("INSERT INTO search_words (search_words, rank) VALUES ('merge', ?1)")?
        .execute([pages])?;
    // Documented: less than two changes means that there was nothing to merge.
    Ok(conn.total_changes() - before >= 2)
}

/// Begins to merge all parts into one, after which [`tidy`] goes on until nothing is left to do: words of customers who are gone stay in
/// the older parts until then. Answers whether anything was done.
///
/// # Errors
/// Those of SQLite.
pub fn tidy_all(conn: &Connection, pages: u16) -> rusqlite::Result<bool> {
    let before = conn.total_changes();
    conn.prepare_cached("INSERT INTO search_words (search_words, rank) VALUES ('merge', ?1)")?
        .execute([-i32::from(pages)])?;
    Ok(conn.total_changes() - before >= 2)
}
