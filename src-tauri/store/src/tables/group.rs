//! Cards that are one customer. Managers merge two; the rest follows: the customer is the lowest id of all that hang together, every row
//! keeps the id that it was written with, and whoever reads sees one card.
//!
//! Which belong together stands in an index table, only for those that do: `grouped`, from each to the lowest.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::CustomerId;
use domain::log::Order;
use domain::rows::Customer;
use domain::table::Row as _;
use domain::value::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::Reader;
use crate::columns::from_sql;
use crate::error::{Outcome, StoreFailed};
use crate::stamps::Stamps;

/// A condition: the row belongs to the customer of the first parameter, under whichever of their ids.
pub(crate) const OF_CUSTOMER: &str =
    "customer IN (SELECT ?1 UNION ALL SELECT member FROM grouped WHERE canonical = ?1)";

/// What stays the lowest one's own, whatever the others say: the number on paper and the day it was given.
const LOWEST_ONES: &[&str] = &["code", "card_day"];

impl Reader<'_> {
    /// The id under which a customer shows: another than this one where their cards were merged.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn shown_as(&self, customer: CustomerId) -> Outcome<CustomerId> {
        let found = self
            .conn
            .prepare_cached("SELECT canonical FROM grouped WHERE member = ?1")?
            .query_row([customer.0], |row| row.get(0).map(CustomerId))
            .optional()?;
        Ok(found.unwrap_or(customer))
    }

    /// The other ids of a customer that shows under this one; mostly none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn also_known_as(&self, customer: CustomerId) -> Outcome<Vec<CustomerId>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT member FROM grouped WHERE canonical = ?1 ORDER BY member")?;
        let found = statement.query_map([customer.0], |row| row.get(0).map(CustomerId))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// A customer's card by any of their ids: of each field what was written last on any of the cards that are one.
    pub(crate) fn customer(&self, id: CustomerId) -> Outcome<Option<Customer>> {
        Ok(self.with_others(id)?.map(|(customer, _)| customer))
    }

    /// The same, and the other ids of the card.
    pub(crate) fn with_others(
        &self,
        id: CustomerId,
    ) -> Outcome<Option<(Customer, Vec<CustomerId>)>> {
        let shown = self.shown_as(id)?;
        let others = self.also_known_as(shown)?;
        if others.is_empty() {
            let alone = self.card_alone(shown)?;
            return Ok(alone.map(|customer| (customer, others)));
        }
        let orders = Orders::read(self.conn)?;
        let mut latest: BTreeMap<u32, (Order, Value)> = BTreeMap::new();
        for member in [shown].iter().chain(&others) {
            for (bit, order, value) in fields_of(self.conn, &orders, *member)? {
                let own = Customer::TABLE
                    .field(bit)
                    .is_some_and(|name| LOWEST_ONES.contains(&name));
                let later = latest.get(&bit).is_none_or(|(known, _)| order > *known);
                if (!own || *member == shown) && !value.is_null() && later {
                    latest.insert(bit, (order, value));
                }
            }
        }
        let values: Vec<Value> = (1..=Customer::TABLE.columns.len() as u32)
            .map(|bit| latest.remove(&bit).map_or(Value::Null, |(_, value)| value))
            .collect();
        let whole = Customer::from_values(shown.0, &values).ok();
        Ok(whole.map(|customer| (customer, others)))
    }

    /// The card that was written under this very id, without those that it was merged with.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn card_alone(&self, id: CustomerId) -> Outcome<Option<Customer>> {
        Ok(self.rows("id = ?1", [id.0])?.pop())
    }

    /// Other names on the cards of a customer that has these other ids.
    pub(crate) fn other_names(
        &self,
        customer: &Customer,
        others: &[CustomerId],
    ) -> Outcome<Vec<String>> {
        let mut names = Vec::new();
        if others.is_empty() {
            return Ok(names);
        }
        for member in others.iter().chain([&customer.id]) {
            let name = self.card_alone(*member)?.map(|card| card.name);
            names.extend(name.filter(|name| *name != customer.name && !names.contains(name)));
        }
        Ok(names)
    }

    /// What was merged with a customer, directly.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn merges_of(&self, customer: CustomerId) -> Outcome<Vec<domain::rows::Merged>> {
        self.rows("a = ?1 OR b = ?1 ORDER BY id", [customer.0])
    }
}

/// When each incarnation's writings count, by its local number.
struct Orders(BTreeMap<i64, Uuid>);

impl Orders {
    fn read(conn: &Connection) -> Outcome<Self> {
        let mut statement = conn.prepare_cached("SELECT n, id FROM incarnation")?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self(found.collect::<Result<_, _>>()?))
    }
}

/// The fields that a card has, and when each was written.
fn fields_of(
    conn: &Connection,
    orders: &Orders,
    id: CustomerId,
) -> Outcome<Vec<(u32, Order, Value)>> {
    let columns: String = Customer::TABLE
        .columns
        .iter()
        .fold(String::new(), |all, column| {
            all + ", \"" + column.name + "\""
        });
    let mut statement = conn.prepare_cached(&format!(
        "SELECT stamps{columns} FROM customer WHERE id = ?1 AND void = 0"
    ))?;
    let mut found = statement.query([id.0])?;
    let Some(row) = found.next()? else {
        return Ok(Vec::new());
    };
    let damaged = || StoreFailed::Damaged(format!("stamps of customer {id}"));
    let stamps = Stamps::read(&row.get::<_, Vec<u8>>(0)?).ok_or_else(damaged)?;
    let mut fields = Vec::new();
    for (at, column) in (1..).zip(Customer::TABLE.columns) {
        let value = from_sql(column.kind, row.get_ref(at)?).unwrap_or(Value::Null);
        if let Some(writing) = stamps.of(at as u32) {
            let incarnation = orders.0.get(&writing.n).copied().unwrap_or_default();
            let order = Order {
                clock: writing.clock,
                incarnation: domain::id::IncarnationId(incarnation),
                seq: writing.seq,
            };
            fields.push((at as u32, order, value));
        }
    }
    Ok(fields)
}

/// Writes anew which cards hang together, for those that were touched; gives everyone whose index rows depend on it: the touched
/// themselves, those that they hang together with now, and those that they did before.
pub(crate) fn regroup(conn: &Connection, touched: &BTreeSet<Uuid>) -> Outcome<BTreeSet<Uuid>> {
    let mut all = touched.clone();
    let merges: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM merged) OR EXISTS (SELECT 1 FROM grouped)")?
        .query_row([], |row| row.get(0))?;
    if !merges {
        return Ok(all);
    }
    let mut done: BTreeSet<Uuid> = BTreeSet::new();
    for customer in touched {
        for before in grouped_with(conn, *customer)? {
            all.insert(before);
            if done.contains(&before) {
                continue;
            }
            let component = component(conn, before)?;
            all.extend(&component);
            write_group(conn, &component)?;
            done.extend(component);
        }
    }
    Ok(all)
}

/// The customer and whoever stood in one group with them until now.
fn grouped_with(conn: &Connection, customer: Uuid) -> Outcome<Vec<Uuid>> {
    let mut statement = conn.prepare_cached(
        "WITH shown (id) AS (SELECT coalesce((SELECT canonical FROM grouped WHERE member = ?1), ?1))
         SELECT id FROM shown UNION SELECT member FROM grouped JOIN shown ON canonical = id UNION SELECT ?1",
    )?;
    let found = statement.query_map([customer], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Everyone who hangs together with a customer, and themselves.
fn component(conn: &Connection, customer: Uuid) -> Outcome<BTreeSet<Uuid>> {
    let mut statement = conn.prepare_cached(
        "SELECT b FROM merged WHERE a = ?1 AND void = 0 UNION SELECT a FROM merged WHERE b = ?1 AND void = 0",
    )?;
    let mut all = BTreeSet::from([customer]);
    let mut open = vec![customer];
    while let Some(one) = open.pop() {
        let next = statement.query_map([one], |row| row.get::<_, Option<Uuid>>(0))?;
        for other in next {
            if let Some(other) = other?
                && all.insert(other)
            {
                open.push(other);
            }
        }
    }
    Ok(all)
}

fn write_group(conn: &Connection, component: &BTreeSet<Uuid>) -> Outcome<()> {
    let mut forget =
        conn.prepare_cached("DELETE FROM grouped WHERE member = ?1 OR canonical = ?1")?;
    for member in component {
        forget.execute([member])?;
    }
    // A card that is not here, or hidden, shows nobody.
    let mut shows = conn.prepare_cached("SELECT 1 FROM customer WHERE id = ?1 AND void = 0")?;
    let mut lowest = None;
    for member in component {
        if shows.exists([member])? {
            lowest = Some(*member);
            break;
        }
    }
    let Some(lowest) = lowest else {
        return Ok(());
    };
    let mut write =
        conn.prepare_cached("INSERT INTO grouped (member, canonical) VALUES (?1, ?2)")?;
    for member in component.iter().filter(|member| **member != lowest) {
        write.execute(params![member, lowest])?;
    }
    Ok(())
}
