//! The floor of an import: the rows that it made, inserted into plain tables with the same columns and indexes, in one transaction
//! of an encrypted file with the same settings. What is inserted is read into memory first.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::bare::{self, Key};
use crate::branch::Branch;
use crate::timing::Series;
use crate::trouble::Outcome;

/// What people see.
pub const PROJECTED: &[&str] = &["customer", "phone", "visit", "step", "card"];
/// With the log and the index tables, the words of the search not among them.
pub const EVERYTHING: &[&str] = &[
    "log",
    "customer",
    "phone",
    "visit",
    "step",
    "card",
    "glance",
    "open_card",
    "search_docs",
];

/// Inserts the rows of these tables into a new file; notes the seconds.
pub fn insert(branch: &Branch, tables: &[&str], seconds: &mut Series) -> Outcome {
    insert_of(&branch.data(), &Key::of(branch)?, tables, 1, seconds)
}

/// The same, of the store in a data folder and in so many transactions, each durable.
pub fn insert_of(
    data: &Path,
    key: &Key,
    tables: &[&str],
    transactions: usize,
    seconds: &mut Series,
) -> Outcome {
    let from = bare::reader_of(data, key)?;
    let path = data.join("plain.db");
    let mut to = bare::new_file(&path, key)?;
    let mut rows = Vec::new();
    for table in tables {
        copy_shape(&from, &to, table)?;
        rows.push(read(&from, table)?);
    }
    let mut times = Series::default();
    times.time(|| -> rusqlite::Result<()> {
        for part in 0..transactions {
            let transaction = to.transaction()?;
            for (table, (columns, rows)) in tables.iter().zip(&rows) {
                let places = vec!["?"; *columns].join(", ");
                let mut insert =
                    transaction.prepare(&format!("INSERT INTO {table} VALUES ({places})"))?;
                let count = rows.len() / columns;
                let of_part = count * part / transactions..count * (part + 1) / transactions;
                for row in rows[of_part.start * columns..of_part.end * columns].chunks(*columns) {
                    insert.execute(params_from_iter(row))?;
                }
            }
            transaction.commit()?;
        }
        Ok(())
    })?;
    seconds.extend(&times.map(|ms| ms / 1e3));
    drop(to);
    for end in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(format!("{}{end}", path.display())));
    }
    Ok(())
}

fn copy_shape(from: &Connection, to: &Connection, table: &str) -> Outcome {
    let mut statement = from.prepare(
        "SELECT sql FROM sqlite_schema WHERE tbl_name = ?1 AND sql IS NOT NULL ORDER BY type DESC",
    )?;
    for sql in statement.query_map([table], |row| row.get::<_, String>(0))? {
        to.execute_batch(&sql?)?;
    }
    Ok(())
}

/// The number of columns, and all cells.
fn read(from: &Connection, table: &str) -> Outcome<(usize, Vec<Value>)> {
    let mut statement = from.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = statement.column_count();
    let mut cells = Vec::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for at in 0..columns {
            cells.push(row.get(at)?);
        }
    }
    Ok((columns, cells))
}
