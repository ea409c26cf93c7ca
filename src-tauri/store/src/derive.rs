//! The index tables, a pure function of the projected rows: what lists, the today screen and the search box read.
//!
//! Worked out anew, customer by customer, for whomever an act touched; nothing here knows a clock or a setting.

use std::collections::BTreeSet;

use domain::find;
use domain::id::CustomerId;
use domain::rows::Customer;
use domain::when::{ClockTime, Moment};
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::commit::Watch;
use crate::error::{Outcome, StoreFailed};
use crate::tables::{Glance, group, search_owner};
use crate::{Reader, search};

/// How many customers' search words are collected before they are written: keeps a bulk import's memory flat.
const BATCH: usize = 10_000;

pub(crate) fn derive(
    conn: &Connection,
    customers: &BTreeSet<Uuid>,
    mut watch: Option<Watch<'_>>,
) -> Outcome<()> {
    let customers = &group::regroup(conn, customers)?;
    let mut words = Vec::new();
    for (done, customer) in (0u64..).zip(customers) {
        if let Some(watch) = &mut watch
            && done % 64 == 0
            && !watch(done, customers.len() as u64)
        {
            return Err(StoreFailed::Cancelled);
        }
        words.extend(derive_one(&Reader { conn }, *customer)?);
        if words.len() == BATCH {
            search::put_all(conn, &words)?;
            words.clear();
        }
    }
    search::put_all(conn, &words)?;
    Ok(())
}

/// Writes a customer's index rows; gives what the search index is to know of them.
fn derive_one(tables: &Reader<'_>, id: Uuid) -> Outcome<Option<search::Entry>> {
    let conn = tables.conn;
    conn.prepare_cached("DELETE FROM open_card WHERE customer = ?1")?
        .execute([id])?;
    // Of cards that were merged only the lowest shows, with what stands on all of them.
    let customer = tables
        .get::<Customer>(CustomerId(id))?
        .filter(|customer| customer.id.0 == id);
    let Some(customer) = customer else {
        conn.prepare_cached("DELETE FROM glance WHERE customer = ?1")?
            .execute([id])?;
        search::remove(conn, id)?;
        return Ok(None);
    };
    let owner = customer.owner.map(|owner| owner.0);
    conn.prepare_cached(include_str!("index/open_card.sql"))?
        .execute(params![id, owner, customer.level])?;
    let created = Moment::from_day_time(customer.card_day, ClockTime::MIDNIGHT);
    let last: i64 = conn
        .prepare_cached(include_str!("index/last_contact.sql"))?
        .query_row(params![id, created.0], |row| row.get(0))?;
    let phones = tables.phones_of(customer.id)?;
    let others = tables.other_names(&customer)?;
    let glance = Glance::of(customer, phones, others, Moment(last));
    glance.write(conn)?;
    Ok(Some(search::Entry {
        customer: id,
        owner: search_owner(glance.owner),
        words: glance.findable(find::words),
        touched: (last / 60_000).max(0) as u64,
    }))
}
