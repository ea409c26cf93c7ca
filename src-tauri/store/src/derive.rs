//! The index tables, a pure function of the projected rows: what lists, the today screen and the search box read.
//!
//! Worked out anew, customer by customer, for whomever an act touched; nothing here knows a clock or a setting.

use std::collections::{BTreeMap, BTreeSet};

use domain::find;
use domain::rows::CATALOGUE;
use domain::when::{ClockTime, Moment};
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::commit::Watch;
use crate::error::{Outcome, StoreFailed};
use crate::tables::{Glance, group, search_owner};
use crate::{Reader, search};

/// How many customers' search words are collected before they are written: keeps the memory of an import flat.
const BATCH: usize = 10_000;

/// Index rows of one transaction. Those of the search are collected, since the index takes many at once far faster than one by one.
#[derive(Debug, Default)]
pub(crate) struct Deriving {
    words: BTreeMap<Uuid, search::Entry>,
}

impl Deriving {
    /// Works out the index rows of these customers, and of whoever hangs together with them.
    pub fn derive(
        &mut self,
        conn: &Connection,
        customers: &BTreeSet<Uuid>,
        mut watch: Option<Watch<'_>>,
    ) -> Outcome<()> {
        let customers = group::regroup(conn, customers)?;
        let all = customers.len() as u64;
        for (done, customer) in (0..).zip(customers) {
            if let Some(watch) = &mut watch
                && done % 64 == 0
                && !watch(done, all)
            {
                return Err(StoreFailed::Cancelled);
            }
            match derive_one(&Reader::new(conn, CATALOGUE), customer)? {
                Some(entry) => self.words.insert(customer, entry),
                None => self.words.remove(&customer),
            };
            if self.words.len() == BATCH {
                self.write(conn)?;
            }
        }
        Ok(())
    }

    /// Writes what was collected.
    pub fn write(&mut self, conn: &Connection) -> Outcome<()> {
        let words: Vec<_> = std::mem::take(&mut self.words).into_values().collect();
        search::put_all(conn, &words)?;
        Ok(())
    }
}

/// Writes a customer's index rows; gives what the search index is to know of them.
fn derive_one(tables: &Reader<'_>, id: Uuid) -> Outcome<Option<search::Entry>> {
    let conn = tables.conn;
    conn.prepare_cached("DELETE FROM open_card WHERE customer = ?1")?
        .execute([id])?;
    // Of cards that were merged only the lowest shows, with what stands on all of them.
    let known = tables.with_others(id.into())?;
    let Some((customer, others)) = known.filter(|(customer, _)| customer.id.0 == id) else {
        conn.prepare_cached("DELETE FROM glance WHERE customer = ?1")?
            .execute([id])?;
        search::remove(conn, id)?;
        return Ok(None);
    };
    let owner = customer.owner.map(|owner| owner.0);
    write_open_cards(conn, id, owner, &customer.level)?;
    let created = Moment::from_day_time(customer.card_day, ClockTime::MIDNIGHT);
    let last: i64 = conn
        .prepare_cached(include_str!("index/last_contact.sql"))?
        .query_row(params![id, created.0], |row| row.get(0))?;
    let phones = tables.phones_of(customer.id)?;
    let others = tables.other_names(&customer, &others)?;
    let glance = Glance::of(customer, phones, others, Moment(last));
    glance.write(conn)?;
    Ok(Some(search::Entry {
        customer: id,
        owner: search_owner(glance.owner),
        words: glance.findable(find::words),
        touched: (last / 60_000).max(0) as u64,
    }))
}

/// Of the cards that rules made only the earliest is shown; plans of one's own come on top.
fn write_open_cards(
    conn: &Connection,
    customer: Uuid,
    owner: Option<Uuid>,
    level: &str,
) -> Outcome<()> {
    let mut open = conn.prepare_cached(include_str!("index/open_cards.sql"))?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO open_card (card, customer, owner, level, due) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let mut found = open.query([customer])?;
    let mut by_rule_shown = false;
    while let Some(row) = found.next()? {
        let by_rule: bool = row.get(2)?;
        if by_rule && std::mem::replace(&mut by_rule_shown, true) {
            continue;
        }
        insert.execute(params![
            row.get::<_, Uuid>(0)?,
            customer,
            owner,
            level,
            row.get::<_, String>(1)?
        ])?;
    }
    Ok(())
}
