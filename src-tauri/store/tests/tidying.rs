//! What is put off until nobody waits.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

#[path = "backup/pc.rs"]
mod pc;

use domain::find::Query;
use pc::{Pc, names};

#[test]
fn tidying_moves_what_was_committed_and_the_next_save_begins_the_write_ahead_file_anew() {
    let mut pc = Pc::new(1);
    let mut tidier = pc.store.tidier(&pc.cipher()).unwrap();
    let wal = pc.folder.path().join("forecourt.db-wal");
    let mut largest = 0;
    for _ in 0..20 {
        pc.customers(10);
        let tidied = tidier.tidy().unwrap();
        assert!(
            tidied.pages > 0 && tidied.moved == tidied.pages,
            "{tidied:?}"
        );
        largest = largest.max(std::fs::metadata(&wal).unwrap().len());
    }
    let now = std::fs::metadata(&wal).unwrap().len();
    assert!(
        now <= largest && largest < 4 << 20,
        "{now} of at most {largest} bytes: it does not grow with the day"
    );
    assert!(pc.store.verify(None).unwrap().ok());
}

#[test]
fn somebody_who_reads_for_long_is_not_disturbed_and_what_they_see_is_moved_later() {
    let mut pc = Pc::new(1);
    pc.customers(3);
    let mut tidier = pc.store.tidier(&pc.cipher()).unwrap();
    let mut reader = pc.store.reader(&pc.cipher()).unwrap();
    reader
        .look::<(), store::StoreFailed>(|tables| {
            let seen = tables.ops()?;
            pc.customers(3);
            let tidied = tidier.tidy()?;
            assert!(tidied.moved < tidied.pages, "{tidied:?}");
            assert_eq!(tables.ops()?, seen, "one moment");
            Ok(())
        })
        .unwrap();
    let tidied = tidier.tidy().unwrap();
    assert_eq!(tidied.moved, tidied.pages);
}

#[test]
fn emptied_the_write_ahead_file_holds_nothing_any_more() {
    let mut pc = Pc::new(1);
    pc.customers(3);
    assert!(pc.store.tidier(&pc.cipher()).unwrap().empty().unwrap());
    assert_eq!(
        std::fs::metadata(pc.folder.path().join("forecourt.db-wal"))
            .unwrap()
            .len(),
        0
    );
    let copy = tempfile::tempdir().unwrap();
    for name in ["forecourt.db", "slots.json"] {
        std::fs::copy(pc.folder.path().join(name), copy.path().join(name)).unwrap();
    }
    assert_eq!(
        pc::open(copy.path(), &pc.data_key).unwrap().dump().unwrap(),
        pc.store.dump().unwrap(),
        "the store's file has it all"
    );
}

#[test]
fn closed_there_is_one_file_and_everything_in_it() {
    let mut pc = Pc::new(1);
    pc.customers(3);
    let dump = pc.store.dump().unwrap();
    let closed = pc.close();
    assert_eq!(
        names(closed.folder.path()),
        [
            "forecourt.db",
            "forecourt.lock",
            "slots.json",
            "slots.json.1"
        ]
    );
    assert_eq!(
        pc::open(closed.folder.path(), &closed.data_key)
            .unwrap()
            .dump()
            .unwrap(),
        dump
    );
}

#[test]
fn the_search_index_is_merged_bit_by_bit_until_there_is_nothing_to_do_and_finds_the_same() {
    let mut pc = Pc::new(1);
    pc.customers(300);
    let query = Query::parse("王").unwrap();
    let digest = pc.store.index_digest().unwrap();
    let rounds = (0..1_000)
        .take_while(|_| pc.store.tidy_search(64).unwrap())
        .count();
    assert!((1..1_000).contains(&rounds), "{rounds} rounds");
    assert_eq!(pc.store.index_digest().unwrap(), digest);
    let raw = rusqlite::Connection::open(pc.folder.path().join(store::FILE)).unwrap();
    raw.pragma_update(
        None,
        "key",
        pc.data_key
            .sqlcipher_pragma(pc.slots.cipher_salt())
            .as_str(),
    )
    .unwrap();
    let found =
        store::search::find::<_, rusqlite::Error>(&raw, &query, None, 1_000, |id| Ok(Some(id)))
            .unwrap();
    assert_eq!(found.len(), 300);
}
