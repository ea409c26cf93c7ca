//! Fields that two people wrote without knowing of each other: the later writing stands, the other is kept in the log, and this says so.
//!
//! A pure function of the log: a field is contested when its latest writing and the one before it are of different logs, hold different
//! values, and the latest was made over a third (its `base`). Whoever writes the field again has seen what stands, and it is over. Rows
//! that two PCs made, without either changing it, are not told of; nor are acts of authority.

use std::collections::BTreeSet;

use domain::authority::Cuts;
use domain::log::{Change, Order};
use domain::table::{Merge, Table};
use domain::value::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::error::{Outcome, StoreFailed};
use crate::incarnations::Incarnations;
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

/// Fields that may have begun, or ceased, to be contested.
#[derive(Debug, Default)]
pub(crate) struct Contests {
    places: BTreeSet<Place>,
    /// Whether any is noted at all; asked once.
    any: Option<bool>,
}

impl Contests {
    /// A field was written by one log over what another had written.
    pub fn suspect(&mut self, place: Place) {
        self.places.insert(place);
    }

    /// Nothing is to be looked at.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// A row is written again: what was said of its fields is to be looked at once more.
    pub fn again(&mut self, conn: &Connection, table: &'static Table, row: Uuid) -> Outcome<()> {
        let any = match self.any {
            Some(any) => any,
            None => conn
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM concurrent)")?
                .query_row([], |found| found.get(0))?,
        };
        self.any = Some(any);
        if !any {
            return Ok(());
        }
        let mut statement =
            conn.prepare_cached("SELECT field FROM concurrent WHERE noun = ?1 AND row = ?2")?;
        let mut found = statement.query(params![table.name, row])?;
        while let Some(field) = found.next()? {
            let field: String = field.get(0)?;
            if let Some(bit) = table.bit(&field) {
                self.suspect(Place {
                    table: table.name,
                    row,
                    bit,
                });
            }
        }
        Ok(())
    }

    /// Works out which of them are contested, and notes it in the tables.
    pub fn settle(&mut self, writings: &Writings<'_>, into: &Connection) -> Outcome<()> {
        for place in std::mem::take(&mut self.places) {
            let Some(table) = domain::rows::table(place.table) else {
                continue;
            };
            let Some(field) = table.field(place.bit) else {
                continue;
            };
            into.prepare_cached(
                "DELETE FROM concurrent WHERE noun = ?1 AND row = ?2 AND field = ?3",
            )?
            .execute(params![table.name, place.row, field])?;
            let Some(holder) = holder(into, place)? else {
                continue;
            };
            if let Some(other) = writings.contested(table, place.row, field, holder)? {
                self.any = Some(true);
                into.prepare_cached("INSERT INTO concurrent (noun, row, field, n, seq, other_n, other_seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
                    .execute(params![
                        table.name,
                        place.row,
                        field,
                        holder.n,
                        holder.seq as i64,
                        other.n,
                        other.seq as i64
                    ])?;
            }
        }
        Ok(())
    }
}

/// Nothing is contested in a row that is taken out of the tables.
pub(crate) fn forget(conn: &Connection, table: &str, row: Uuid) -> Outcome<()> {
    conn.prepare_cached("DELETE FROM concurrent WHERE noun = ?1 AND row = ?2")?
        .execute(params![table, row])?;
    Ok(())
}

/// The writing that a field holds.
fn holder(conn: &Connection, place: Place) -> Outcome<Option<Writing>> {
    let stamps: Option<Vec<u8>> = conn
        .prepare_cached(&format!("SELECT stamps FROM {} WHERE id = ?1", place.table))?
        .query_row([place.row], |found| found.get(0))
        .optional()?;
    stamps
        .map(|bytes| {
            Stamps::read(&bytes).ok_or_else(|| {
                StoreFailed::Damaged(format!("stamps of {} {}", place.table, place.row))
            })
        })
        .transpose()
        .map(|stamps| stamps?.of(place.bit))
}

/// What the log says was written into a field, as far as it counts.
pub(crate) struct Writings<'l> {
    pub log: &'l Connection,
    pub incarnations: &'l Incarnations,
    pub cuts: &'l Cuts,
    /// Acts that are in the tables in part: their log, and the seq at which they end.
    pub folding: Vec<(i64, u64)>,
}

/// One writing of a field.
struct Written {
    writing: Writing,
    order: Order,
    value: Value,
    base: Option<Value>,
}

impl Writings<'_> {
    /// The writing that the holder was made without knowing of, if there is one.
    fn contested(
        &self,
        table: &Table,
        row: Uuid,
        field: &str,
        holder: Writing,
    ) -> Outcome<Option<Writing>> {
        let (mut stands, mut before): (Option<Written>, Option<Written>) = (None, None);
        for written in self.of(table, row, field, holder)? {
            if written.writing == holder {
                stands = Some(written);
            } else if before
                .as_ref()
                .is_none_or(|known| written.order > known.order)
            {
                before = Some(written);
            }
        }
        Ok(match (stands, before) {
            (Some(stands), Some(before)) => (stands.writing.n != before.writing.n
                && stands.value != before.value
                && stands.base.is_some_and(|base| base != before.value))
            .then_some(before.writing),
            _ => None,
        })
    }

    /// Every writing of a field that counts, about the subject of the one that stands. What was said again by a new life of a log comes once.
    fn of(&self, table: &Table, row: Uuid, field: &str, holder: Writing) -> Outcome<Vec<Written>> {
        let mut statement = self.log.prepare_cached(include_str!("log/writings.sql"))?;
        let mut found = statement.query(params![holder.n, holder.seq as i64])?;
        let mut all = Vec::new();
        while let Some(op) = found.next()? {
            let writing = Writing {
                n: op.get(0)?,
                seq: op.get::<_, i64>(1)? as u64,
                clock: op.get::<_, i64>(2)? as u64,
            };
            let end = op.get::<_, i64>(3)? as u64;
            if writing != holder && !self.counts(writing.n, end) {
                continue;
            }
            let body = op.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
            let of_row = |change: &Change| change.table == table.name && change.row == row;
            for mut change in changes_of(body).into_iter().filter(of_row) {
                if let Some(value) = change.fields.remove(field) {
                    all.push(Written {
                        writing,
                        order: Order {
                            clock: writing.clock,
                            incarnation: self.incarnations.id(writing.n),
                            seq: writing.seq,
                        },
                        value,
                        base: change.base.remove(field),
                    });
                }
            }
        }
        Ok(all)
    }

    /// Whether an act that ends there is in the tables.
    fn counts(&self, n: i64, end: u64) -> bool {
        self.incarnations.tail(n).is_some_and(|log| {
            (end <= log.applied || self.folding.contains(&(n, end)))
                && !self.cuts.off(log.device, log.id, end)
        })
    }
}
