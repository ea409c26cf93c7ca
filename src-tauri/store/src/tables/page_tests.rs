//! Pages of customers against the plain question, for every mix of filters and orders; and what SQLite reads for them.

use domain::id::{CustomerId, StaffId};
use rusqlite::Connection;
use uuid::Uuid;

use super::page::{CustomerSort, PageAsk};
use crate::Reader;

/// More than one call looks at.
const CUSTOMERS: u32 = 25_000;

/// Every third of owner 1; one in five thousand at H; nobody at F1 is to be contacted; every seventh tagged `many`, ten tagged `few`.
fn branch() -> Connection {
    let mut conn = Connection::open_in_memory().unwrap();
    crate::migrate::migrate(&mut conn, crate::Edition::THIS).unwrap();
    let fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
        INSERT INTO glance (customer, owner, level, last_contact, next_due, sort_name, name, phones)
        SELECT unhex(printf('%032x', i)), CASE WHEN i % 3 = 0 THEN unhex(printf('%032x', 1)) END,
          CASE WHEN i % 5000 = 0 THEN 'H' WHEN i % 2 = 0 THEN 'F1' ELSE 'B' END, i / 2,
          CASE WHEN i % 2 = 1 THEN date('2026-03-01', printf('+%d days', i % 40)) END,
          'n' || (i % 1000), 'n' || (i % 1000), '' FROM n";
    conn.execute(fill, [CUSTOMERS]).unwrap();
    let tag = "INSERT INTO tag (id, customer, label, stamps)
        SELECT unhex(printf('%032x', rowid_ + ?1)), customer, ?2, x''
        FROM (SELECT customer, row_number() OVER (ORDER BY customer) AS rowid_ FROM glance) WHERE rowid_ % ?3 = 0";
    conn.execute(tag, rusqlite::params![1_000_000, "many", 4])
        .unwrap();
    conn.execute(tag, rusqlite::params![2_000_000, "few", 2500])
        .unwrap();
    conn
}

fn asks() -> Vec<PageAsk> {
    let mut all = Vec::new();
    for sort in [CustomerSort::Recent, CustomerSort::Next, CustomerSort::Name] {
        for owner in [None, Some(StaffId(Uuid::from_u128(1)))] {
            for levels in [vec![], vec!["H"], vec!["H", "F1"]] {
                for overdue in [None, Some("2026-03-03"), Some("2026-03-31")] {
                    for tag in [None, Some("many"), Some("few")] {
                        all.push(PageAsk {
                            owner,
                            levels: levels.iter().map(|level| (*level).to_owned()).collect(),
                            overdue_on: overdue.map(|day| day.parse().unwrap()),
                            tag: tag.map(str::to_owned),
                            sort,
                            after: None,
                            limit: 500,
                        });
                    }
                }
            }
        }
    }
    all
}

/// The same question without cursors and bounds.
fn plainly(conn: &Connection, ask: &PageAsk) -> Vec<CustomerId> {
    let mut conditions = vec!["1".to_owned()];
    if ask.owner.is_some() {
        conditions.push("owner = unhex(printf('%032x', 1))".to_owned());
    }
    if !ask.levels.is_empty() {
        conditions.push(format!("level IN ('{}')", ask.levels.join("', '")));
    }
    if let Some(day) = ask.overdue_on {
        conditions.push(format!("next_due < '{day}'"));
    }
    if let Some(tag) = &ask.tag {
        conditions.push(format!(
            "customer IN (SELECT customer FROM tag WHERE label = '{tag}')"
        ));
    }
    let order = match ask.sort {
        CustomerSort::Recent => "last_contact DESC, customer DESC",
        CustomerSort::Next => {
            conditions.push("next_due IS NOT NULL".to_owned());
            "next_due, customer"
        }
        CustomerSort::Name => "sort_name, customer",
    };
    let sql = format!(
        "SELECT customer FROM glance WHERE {} ORDER BY {order}",
        conditions.join(" AND ")
    );
    let mut statement = conn.prepare(&sql).unwrap();
    let found = statement.query_map([], |row| row.get(0).map(CustomerId));
    found.unwrap().map(Result::unwrap).collect()
}

#[test]
fn every_mix_of_filters_gives_each_customer_once_and_in_order() {
    let conn = branch();
    let tables = Reader::new(&conn, domain::rows::CATALOGUE);
    for ask in asks() {
        let expected = plainly(&conn, &ask);
        let mut found = Vec::new();
        let mut after = None;
        loop {
            let page = tables
                .customers_page(&PageAsk {
                    after: after.clone(),
                    ..ask.clone()
                })
                .unwrap();
            assert!(page.customers.len() <= ask.limit as usize);
            assert!(
                page.total == expected.len() as u64 || (page.more && page.total <= 10_000),
                "{} of {}: {ask:?}",
                page.total,
                expected.len()
            );
            found.extend(page.customers.iter().map(|glance| glance.customer));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert!(
            found == expected,
            "{} of {}: {ask:?}",
            found.len(),
            expected.len()
        );
    }
}

#[test]
fn no_question_sorts_or_walks_the_whole_table() {
    let conn = branch();
    let tables = Reader::new(&conn, domain::rows::CATALOGUE);
    for ask in asks() {
        for sql in tables.page_statements(&ask) {
            let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let count = statement.parameter_count();
            let nothing = vec![rusqlite::types::Value::Null; count];
            let plan: Vec<String> = statement
                .query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            // What the walk hands on is scanned; the table itself never is.
            let whole = plan.iter().filter(|step| *step == "SCAN glance").count();
            let handed = plan
                .iter()
                .filter(|step| *step == "CO-ROUTINE glance")
                .count();
            let plan = plan.join("; ");
            assert!(!plan.contains("TEMP B-TREE"), "{sql}: {plan}");
            assert_eq!(whole, handed, "{sql}: {plan}");
        }
    }
}
