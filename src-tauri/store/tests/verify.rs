//! What verifying finds: whatever is changed in the file past the two doors, by somebody who has the key.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

#[path = "backup/pc.rs"]
mod pc;

use domain::log::{Vector, from_hex};
use pc::Pc;
use store::{Checked, StoreFailed};

/// A PC with its own log and another's.
fn two_logs() -> Pc {
    let (mut pc, mut other) = (Pc::new(1), Pc::new(2));
    pc.customers(5);
    other.customers(5);
    let segments = other
        .store
        .segments_beyond(&Vector::default(), usize::MAX)
        .unwrap();
    let key: String = raw(&other)
        .query_row("SELECT key FROM device", [], |row| row.get(0))
        .unwrap();
    pc.store
        .trust(other.device(), &from_hex(&key).unwrap())
        .unwrap();
    for segment in &segments.0 {
        pc.store.receive(segment).unwrap();
    }
    pc.store.seal().unwrap();
    pc.customers(5);
    pc.store.seal().unwrap();
    pc
}

fn raw(pc: &Pc) -> rusqlite::Connection {
    let raw = rusqlite::Connection::open(pc.folder.path().join(store::FILE)).unwrap();
    raw.pragma_update(
        None,
        "key",
        pc.data_key
            .sqlcipher_pragma(pc.slots.cipher_salt())
            .as_str(),
    )
    .unwrap();
    raw
}

/// Names of the checks that found something.
fn troubled(checked: &Checked) -> Vec<&'static str> {
    checked
        .checks
        .iter()
        .filter(|check| check.trouble.is_some())
        .map(|check| check.name)
        .collect()
}

#[test]
fn a_sound_store_passes_every_check_and_leaves_nothing_behind() {
    let mut pc = two_logs();
    let checked = pc.store.verify(None).unwrap();
    assert!(checked.ok(), "{checked:?}");
    assert_eq!(checked.ops, 17);
    let names: Vec<&str> = checked.checks.iter().map(|check| check.name).collect();
    assert_eq!(names, ["cipher", "quick_check", "log_chain", "projections"]);
    assert!(
        !pc::names(pc.folder.path())
            .iter()
            .any(|name| name.contains("scratch"))
    );
}

#[test]
fn a_check_and_a_rebuild_that_are_stopped_leave_everything_as_it_was() {
    let mut pc = two_logs();
    let before = pc.store.dump().unwrap();
    let mut looks = 0;
    let mut stop = |_: u64, _: u64| {
        looks += 1;
        false
    };
    assert!(matches!(
        pc.store.verify(Some(&mut stop)),
        Err(StoreFailed::Cancelled)
    ));
    assert!(matches!(
        pc.store.rebuild(Some(&mut stop)),
        Err(StoreFailed::Cancelled)
    ));
    assert_eq!(looks, 2);
    assert_eq!(pc.store.dump().unwrap(), before);
    assert!(pc.store.verify(None).unwrap().ok());
    assert!(
        !pc::names(pc.folder.path())
            .iter()
            .any(|name| name.contains("scratch"))
    );
}

/// The troubled checks after a change past the doors, with the store opened anew.
fn after(change: &str) -> Vec<&'static str> {
    let pc = two_logs();
    let raw = raw(&pc);
    assert!(
        raw.execute(change, []).unwrap() > 0,
        "{change} changes something"
    );
    drop(raw);
    let closed = pc.close();
    let mut store = pc::open(closed.folder.path(), &closed.data_key).unwrap();
    troubled(&store.verify(None).unwrap())
}

#[test]
fn every_edit_deletion_and_exchange_in_the_log_is_found() {
    for change in [
        "UPDATE log SET body = replace(body, '王1', '王7') WHERE n = 1 AND seq = 3",
        "UPDATE log SET body = replace(body, '王1', '王7') WHERE n = 2 AND seq = 3",
        "UPDATE log SET salt = zeroblob(16) WHERE n = 2 AND seq = 3",
        "UPDATE log SET verb = 'other' WHERE n = 1 AND seq = 2",
        "UPDATE log SET happened_at = happened_at + 1 WHERE n = 2 AND seq = 4",
        "UPDATE log SET actor = subject WHERE n = 2 AND seq = 4",
        "UPDATE log SET subject = zeroblob(16) WHERE n = 1 AND seq = 5",
        "UPDATE log SET clock = clock + 1 WHERE n = 1 AND seq = 5",
        "UPDATE log SET body_hash = zeroblob(32) WHERE n = 1 AND seq = 5",
        "UPDATE log SET body = NULL, salt = NULL, body_hash = zeroblob(32) WHERE n = 1 AND seq = 5",
        "DELETE FROM log WHERE n = 1 AND seq = 4",
        "DELETE FROM log WHERE n = 1 AND seq = 11",
        "DELETE FROM log WHERE n = 2 AND seq = 6",
        "DELETE FROM log WHERE n = 2",
        "UPDATE log SET seq = seq + 90 WHERE n = 1 AND seq = 3",
        "UPDATE incarnation SET head = zeroblob(32) WHERE n = 2",
        "UPDATE incarnation SET seq = seq - 1 WHERE n = 1",
        "UPDATE segment SET seal = zeroblob(64) WHERE n = 2",
        "UPDATE segment SET previous = zeroblob(32) WHERE n = 1 AND first > 1",
        "UPDATE segment SET last = last - 1 WHERE n = 2",
        "UPDATE segment SET last = last + 1 WHERE n = 2",
        "UPDATE segment SET first = first + 1 WHERE n = 1 AND first > 1",
        "DELETE FROM segment WHERE n = 1 AND first = 1",
        "UPDATE device SET key = (SELECT key FROM local_trusted) WHERE id <> (SELECT device FROM local_trusted)",
    ] {
        let found = after(change);
        assert!(found.contains(&"log_chain"), "{change}: {found:?}");
    }
}

#[test]
fn a_body_that_was_erased_with_its_salt_leaves_the_chain_sound() {
    let found = after("UPDATE log SET body = NULL, salt = NULL WHERE n = 2 AND seq = 3");
    assert!(!found.contains(&"log_chain"), "{found:?}");
}

#[test]
fn every_table_that_differs_from_the_log_is_found() {
    for change in [
        "UPDATE customer SET name = '李' WHERE name = '王1'",
        "DELETE FROM customer WHERE name = '王1'",
        "INSERT INTO customer (id, name, stamps) VALUES (zeroblob(16), '李', x'00')",
        "UPDATE customer SET void = 1 WHERE name = '王1'",
        "UPDATE glance SET level = 'H'",
        "DELETE FROM search_docs",
    ] {
        assert!(after(change).contains(&"projections"), "{change}");
    }
}

#[test]
fn more_customers_in_one_minute_than_the_index_has_places_for_are_no_trouble() {
    let mut pc = Pc::new(1);
    pc.many_customers(900);
    pc.many_customers(900);
    pc.customers(3);
    let checked = pc.store.verify(None).unwrap();
    assert!(checked.ok(), "{checked:?}");
}

/// Set for the child: how many thousand ops.
#[cfg(target_os = "linux")]
const THOUSANDS: &str = "FORECOURT_TEST_THOUSANDS";

/// Not a test of its own: verifies a log and says how much memory that took at most.
#[cfg(target_os = "linux")]
#[test]
fn child_that_verifies() {
    let Ok(thousands) = std::env::var(THOUSANDS) else {
        return;
    };
    let mut pc = Pc::new(1);
    for _ in 0..thousands.parse().unwrap() {
        pc.many_customers(1_000);
    }
    let closed = pc.close();
    let mut store = pc::open(closed.folder.path(), &closed.data_key).unwrap();
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let checked = store.verify(None).unwrap();
    assert!(checked.ok(), "{checked:?}");
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    println!("peak={}", peak.trim().trim_end_matches(" kB"));
}

/// `cargo test -p store --release --test verify -- --ignored --nocapture`
#[cfg(target_os = "linux")]
#[test]
#[ignore = "measures, for minutes"]
fn verifying_a_log_four_times_as_long_takes_hardly_more_memory() {
    let peak = |thousands: u32| -> u64 {
        let mut child = std::process::Command::new(std::env::current_exe().unwrap());
        let said = child
            .args(["--exact", "child_that_verifies", "--nocapture"])
            .env(THOUSANDS, thousands.to_string())
            .output()
            .unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        said.lines()
            .find_map(|line| line.split_once("peak=")?.1.parse().ok())
            .unwrap()
    };
    let (short, long) = (peak(100), peak(400));
    println!(
        "100,000 ops: {} MB, 400,000 ops: {} MB",
        short / 1_024,
        long / 1_024
    );
    assert!(
        long - short < 40 * 1_024,
        "less than 140 bytes for each op more: {short} and {long} KiB"
    );
}
