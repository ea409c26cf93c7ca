//! What the index must hold, on an empty database in memory: words come from `domain::find`, as in the product.

use domain::find::{Findable, Query, words};
use proptest::prelude::*;
use rusqlite::Connection;
use uuid::Uuid;

use super::recency::PLACES;
use super::{Entry, SCHEMA, clear, find, put_all, remove, tidy};

fn index() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(SCHEMA).unwrap();
    conn
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn with<T>(name: &str, phone: &str, owner: &str, use_it: impl FnOnce(&Findable<'_>) -> T) -> T {
    use_it(&Findable {
        names: &[name],
        companies: &[],
        phones: &[phone],
        plates: &[],
        vins: &[],
        wechat: None,
        owner,
    })
}

fn entry(n: u128, name: &str, phone: &str, owner: &str, touched: u64) -> Entry {
    Entry {
        customer: id(n),
        owner: owner.to_owned(),
        words: with(name, phone, owner, words),
        touched,
    }
}

fn put(conn: &Connection, entry: &Entry) -> rusqlite::Result<usize> {
    put_all(conn, std::slice::from_ref(entry))
}

/// Finds without a look at the rows.
fn found(conn: &Connection, text: &str, owners: Option<&[String]>) -> Vec<u128> {
    let query = Query::parse(text).unwrap();
    find::<_, rusqlite::Error>(conn, &query, owners, 100, |id| Ok(Some(id.as_u128()))).unwrap()
}

/// Wang (1), Wang (2) and Li (3); Li came last, the first Wang long ago.
fn three() -> Connection {
    let conn = index();
    let all = [
        entry(1, "王芳", "13800001111", "a", 10),
        entry(2, "王磊", "13900002222", "b", 20),
        entry(3, "李娜", "13700003333", "a", 30),
    ];
    assert_eq!(put_all(&conn, &all).unwrap(), 3);
    conn
}

#[test]
fn the_most_recently_touched_come_first() {
    assert_eq!(found(&three(), "王", None), [2, 1]);
    assert_eq!(found(&three(), "2222", None), [2]);
    assert_eq!(found(&three(), "li", None), [3]);
}

#[test]
fn nobody_is_shown_whom_the_owner_filter_leaves_out() {
    let conn = three();
    assert_eq!(found(&conn, "王", Some(&["a".into()])), [1]);
    assert_eq!(found(&conn, "王", Some(&["a".into(), "b".into()])), [2, 1]);
    assert_eq!(found(&conn, "王", Some(&["c".into()])), []);
    assert_eq!(found(&conn, "王", Some(&[])), []);
}

#[test]
fn a_colleague_with_thousands_of_that_name_hides_nobody() {
    let conn = index();
    let mut all: Vec<Entry> = (0..1_500)
        .map(|n| entry(n, "王芳", "13800001111", "b", 100 + n as u64))
        .collect();
    all.push(entry(9_999, "王磊", "13900002222", "a", 1));
    put_all(&conn, &all).unwrap();
    assert_eq!(found(&conn, "王", Some(&["a".into()])), [9_999]);
}

#[test]
fn a_touched_customer_moves_to_the_front_and_a_renamed_one_loses_the_old_words() {
    let conn = three();
    let again = entry(1, "王芳", "13800001111", "a", 40);
    put(&conn, &again).unwrap();
    assert_eq!(found(&conn, "王", None), [1, 2]);
    let renamed = entry(2, "张磊", "13900002222", "b", 20);
    put(&conn, &renamed).unwrap();
    assert_eq!(found(&conn, "王", None), [1]);
    assert_eq!(found(&conn, "张", None), [2]);
}

#[test]
fn what_did_not_change_is_not_written_again() {
    let conn = three();
    let same = [
        entry(1, "王芳", "13800001111", "a", 10),
        entry(3, "李娜", "13700003333", "a", 30),
    ];
    let before = conn.total_changes();
    assert_eq!(put_all(&conn, &same).unwrap(), 0);
    put(&conn, &same[0]).unwrap();
    assert_eq!(conn.total_changes(), before);
}

#[test]
fn a_customer_named_twice_keeps_the_last_entry() {
    let conn = index();
    put_all(
        &conn,
        &[
            entry(1, "王芳", "13800001111", "a", 10),
            entry(1, "李芳", "13800001111", "a", 20),
        ],
    )
    .unwrap();
    assert_eq!(found(&conn, "王", None), []);
    assert_eq!(found(&conn, "李", None), [1]);
}

#[test]
fn removed_and_cleared_customers_are_found_no_more() {
    let conn = three();
    remove(&conn, id(1)).unwrap();
    remove(&conn, id(99)).unwrap();
    assert_eq!(found(&conn, "王", None), [2]);
    clear(&conn).unwrap();
    assert_eq!(found(&conn, "王", None), []);
}

#[test]
fn more_customers_than_places_in_one_minute_all_stand_and_never_ahead_of_a_later_touch() {
    let conn = index();
    let many: Vec<Entry> = (0..PLACES + 200)
        .map(|n| entry(n.into(), "王芳", "13800001111", "a", 50))
        .collect();
    let later = entry(99_999, "王后", "13800001111", "a", 51);
    put_all(&conn, &many).unwrap();
    put(&conn, &later).unwrap();
    let query = Query::parse("王").unwrap();
    let all =
        find::<_, rusqlite::Error>(&conn, &query, None, usize::MAX, |id| Ok(Some(id))).unwrap();
    assert_eq!(all.len(), many.len() + 1);
    assert_eq!(all[0], later.customer);
    assert_eq!(
        put_all(&conn, &many).unwrap(),
        0,
        "whoever had to stand in another minute did not change for that"
    );
}

#[test]
fn the_walk_ends_when_there_are_enough_and_asks_only_where_the_index_is_not_exact() {
    let conn = three();
    let query = Query::parse("王").unwrap();
    assert_eq!(
        find::<_, rusqlite::Error>(&conn, &query, None, 1, |id| Ok(Some(id))).unwrap(),
        [id(2)]
    );
    assert!(
        find::<_, rusqlite::Error>(&conn, &query, None, 0, |id| Ok(Some(id)))
            .unwrap()
            .is_empty()
    );
    // Five digits in the middle: four-digit words meet others too, so the row decides.
    let middle = Query::parse("80000").unwrap();
    let verified = find::<_, rusqlite::Error>(&conn, &middle, None, 9, |customer| {
        let fits = with("王芳", "13800001111", "a", |row| {
            customer == id(1) && middle.matches(row)
        });
        Ok(fits.then_some(customer))
    });
    assert_eq!(verified.unwrap(), [id(1)]);
}

#[test]
fn a_merged_index_finds_the_same() {
    let conn = index();
    for n in 0..300 {
        let one = entry(n, "王芳", "13800001111", "a", 10 + n as u64);
        put(&conn, &one).unwrap();
    }
    remove(&conn, id(7)).unwrap();
    let before = found(&conn, "王", None);
    let rounds = (0..1_000).take_while(|_| tidy(&conn, 64).unwrap()).count();
    assert!(rounds < 1_000, "it comes to an end");
    assert_eq!(found(&conn, "王", None), before);
    assert!(!before.contains(&7));
}

proptest! {
    #[test]
    fn put_one_by_one_or_all_at_once_the_index_finds_the_same(people in prop::collection::vec((0..6u128, 0..4usize, 0..3u64), 1..20)) {
        const NAMES: [&str; 4] = ["王芳", "王磊", "李娜", "张伟"];
        let entries: Vec<Entry> = people.iter().map(|(n, name, touched)| entry(*n, NAMES[*name], "13800001111", "a", *touched)).collect();
        let (one_by_one, at_once) = (index(), index());
        for one in &entries {
            put(&one_by_one, one).unwrap();
        }
        put_all(&at_once, &entries).unwrap();
        for text in ["王", "李娜", "zw", "1111"] {
            let (mut a, mut b) = (found(&one_by_one, text, None), found(&at_once, text, None));
            a.sort_unstable();
            b.sort_unstable();
            prop_assert_eq!(a, b, "{}", text);
        }
    }
}
