//! The shape of a fresh store, as `src/migrations/schema.sql` shows it: a change of shape is seen in the review of that file.
//! `FORECOURT_BLESS=1 cargo test -p store --test schema` writes it anew.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

#[path = "backup/pc.rs"]
mod pc;

use std::path::Path;

use pc::Pc;

#[test]
fn a_fresh_store_has_the_shape_that_the_snapshot_shows() {
    let pc = Pc::new(1);
    let raw = rusqlite::Connection::open(pc.folder.path().join(store::FILE)).unwrap();
    raw.pragma_update(
        None,
        "key",
        pc.data_key
            .sqlcipher_pragma(pc.slots.cipher_salt())
            .as_str(),
    )
    .unwrap();
    let fresh = format!(
        "-- Made by tests/schema.rs from a fresh store; never edited by hand.\n\n{}",
        store::schema(&raw).unwrap().trim_end()
    ) + "\n";
    let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/migrations/schema.sql");
    if std::env::var_os("FORECOURT_BLESS").is_some() {
        std::fs::write(&snapshot, &fresh).unwrap();
    }
    let shown = std::fs::read_to_string(&snapshot).unwrap_or_default();
    assert!(
        shown == fresh,
        "the shape changed: look at the difference after FORECOURT_BLESS=1 cargo test -p store --test schema\n{fresh}"
    );
}
