//! The canonical dump: every projected table by key, with the order that won each field. Two stores are equal when these are.
//!
//! Local numbers and the order of arrival do not show in it; the index tables are compared by their contents.

use std::fmt::Write as _;

use domain::log::Order;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::columns::from_sql;
use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
use crate::stamps::Stamps;

/// Gives every line of the dump.
pub(crate) fn lines(
    conn: &Connection,
    incarnations: &Incarnations,
    mut each: impl FnMut(&str),
) -> Outcome<()> {
    let mut line = String::new();
    for table in incarnations.edition.tables.0 {
        let state = domain::workflow::of(table.name).map_or("NULL", |_| "state");
        let columns: String = table.columns.iter().fold(String::new(), |all, column| {
            all + "\"" + column.name + "\", "
        });
        let mut statement = conn.prepare(&format!(
            "SELECT id, void, {columns}{state}, stamps FROM {} ORDER BY id",
            table.name
        ))?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let id: Uuid = row.get(0)?;
            let damaged = || StoreFailed::Damaged(format!("row {id} of {}", table.name));
            line.clear();
            let _ = write!(line, "{} {id} void={}", table.name, row.get::<_, i64>(1)?);
            for (at, column) in (2..).zip(table.columns) {
                let value = from_sql(column.kind, row.get_ref(at)?).ok_or_else(damaged)?;
                if !value.is_null() {
                    let _ = write!(
                        line,
                        " {}={}",
                        column.name,
                        serde_json::to_string(&value).unwrap_or_default()
                    );
                }
            }
            if let Some(state) = row.get::<_, Option<String>>(2 + table.columns.len())? {
                let _ = write!(line, " state={state}");
            }
            let stamps = Stamps::read(&row.get::<_, Vec<u8>>(3 + table.columns.len())?)
                .ok_or_else(damaged)?;
            let orders = stamps.orders(|writing| Order {
                clock: writing.clock,
                incarnation: incarnations.id(writing.n),
                seq: writing.seq,
            });
            for (bit, order) in orders {
                let _ = write!(
                    line,
                    " {}@{}.{}.{}",
                    table.field(bit).unwrap_or("?"),
                    order.clock,
                    order.incarnation,
                    order.seq
                );
            }
            each(&line);
        }
    }
    Ok(())
}

/// The dump as one digest, for stores too large to compare line by line.
pub(crate) fn digest(conn: &Connection, incarnations: &Incarnations) -> Outcome<[u8; 32]> {
    let mut hash = Sha256::new();
    lines(conn, incarnations, |line| {
        hash.update(line.as_bytes());
        hash.update(b"\n");
    })?;
    Ok(hash.finalize().into())
}

/// The index tables by content.
pub(crate) fn index_digest(conn: &Connection, incarnations: &Incarnations) -> Outcome<[u8; 32]> {
    let mut hash = Sha256::new();
    for sql in include_str!("index_digest.sql")
        .split(';')
        .map(str::trim)
        .filter(|sql| !sql.is_empty())
    {
        let mut statement = conn.prepare(sql)?;
        let columns = statement.column_count();
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => hash.update([0]),
                    ValueRef::Integer(number) => hash.update(number.to_be_bytes()),
                    ValueRef::Real(_) => hash.update([9]),
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                        hash.update((bytes.len() as u64).to_be_bytes());
                        hash.update(bytes);
                    }
                }
            }
        }
    }
    // Local numbers are this store's own.
    let mut statement = conn.prepare("SELECT n, seq FROM withheld")?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
    let mut withheld = Vec::new();
    for place in found {
        let (n, seq) = place?;
        withheld.push((incarnations.id(n), seq));
    }
    withheld.sort_unstable();
    for (incarnation, seq) in withheld {
        hash.update(incarnation.0.as_bytes());
        hash.update(seq.to_be_bytes());
    }
    Ok(hash.finalize().into())
}
