//! Fields that two people wrote without knowing of each other: the later writing stands, the other is kept in the log, and this says so.
//!
//! A pure function of the log, in whatever order it came. A field is contested when its latest writing and the one before it are of
//! different logs and hold different values, and the latest was made over a third (its `base`). Whoever writes the field again has seen
//! what stands, and it is over. Rows that two PCs made, without either changing it, are not told of; nor are acts of authority.

use std::collections::BTreeSet;

use domain::log::Change;
use domain::table::{Catalogue, Merge, Table};
use domain::value::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::error::{Outcome, StoreFailed};
use crate::log::changes_of;
use crate::stamps::{Stamps, Writing};

/// A field of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub table: &'static str,
    pub row: Uuid,
    pub bit: u32,
}

/// Whether two writings of a table's fields can contest each other.
pub(crate) fn can_be(table: &Table) -> bool {
    table.merge == Merge::Fields && !table.signed
}

/// Works out which of these fields are contested, and notes it in the tables; the log may be elsewhere.
pub(crate) fn settle(
    places: BTreeSet<Place>,
    tables: Catalogue,
    log: &Connection,
    into: &Connection,
) -> Outcome<()> {
    for place in places {
        let Some((table, field)) = tables
            .table(place.table)
            .and_then(|table| Some((table, table.field(place.bit)?)))
        else {
            continue;
        };
        into.prepare_cached("DELETE FROM concurrent WHERE noun = ?1 AND row = ?2 AND field = ?3")?
            .execute(params![table.name, place.row, field])?;
        let Some((stands, other)) = two_latest(into, place)? else {
            continue;
        };
        if !contest(log, place, field, (stands, other))? {
            continue;
        }
        into.prepare_cached("INSERT INTO concurrent (noun, row, field, n, seq, other_n, other_seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![
                table.name,
                place.row,
                field,
                stands.n,
                stands.seq as i64,
                other.n,
                other.seq as i64
            ])?;
    }
    Ok(())
}

/// Nothing is contested in a row that is taken out of the tables.
pub(crate) fn forget(conn: &Connection, table: &str, row: Uuid) -> Outcome<()> {
    conn.prepare_cached("DELETE FROM concurrent WHERE noun = ?1 AND row = ?2")?
        .execute(params![table, row])?;
    Ok(())
}

/// The writing that a field holds, and the one before it, of another log.
fn two_latest(conn: &Connection, place: Place) -> Outcome<Option<(Writing, Writing)>> {
    let stamps: Option<Vec<u8>> = conn
        .prepare_cached(&format!("SELECT stamps FROM {} WHERE id = ?1", place.table))?
        .query_row([place.row], |found| found.get(0))
        .optional()?;
    let Some(bytes) = stamps else {
        return Ok(None);
    };
    let stamps = Stamps::read(&bytes)
        .ok_or_else(|| StoreFailed::Damaged(format!("stamps of {} {}", place.table, place.row)))?;
    let both = stamps.of(place.bit).zip(stamps.before(place.bit));
    Ok(both.filter(|(stands, before)| stands.n != before.n))
}

/// Whether the later of two writings was made without knowing of the other.
fn contest(
    log: &Connection,
    place: Place,
    field: &str,
    (stands, before): (Writing, Writing),
) -> Outcome<bool> {
    let (Some((stands, Some(base))), Some((before, _))) = (
        written(log, place, field, stands)?,
        written(log, place, field, before)?,
    ) else {
        return Ok(false);
    };
    Ok(stands != before && base != before)
}

/// What a writing made of a field, and over what.
fn written(
    log: &Connection,
    place: Place,
    field: &str,
    writing: Writing,
) -> Outcome<Option<(Value, Option<Value>)>> {
    let body: Option<Option<String>> = log
        .prepare_cached("SELECT body FROM log WHERE n = ?1 AND seq = ?2")?
        .query_row(params![writing.n, writing.seq as i64], |row| row.get(0))
        .optional()?;
    let changes = changes_of(&body.flatten().unwrap_or_default());
    let of_row = |change: &Change| change.table == place.table && change.row == place.row;
    Ok(changes
        .into_iter()
        .filter(of_row)
        .find_map(|mut change| Some((change.fields.remove(field)?, change.base.remove(field)))))
}
