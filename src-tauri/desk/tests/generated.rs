//! The screens' types are made from Rust; stale ones fail here. `FORECOURT_BLESS=1` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::path::Path;

#[test]
fn the_screens_know_every_command_as_it_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/generated");
    let (types, commands) = desk::commands::typescript();
    for (file, fresh) in [("types.ts", types), ("commands.ts", commands)] {
        let path = folder.join(file);
        if std::env::var_os("FORECOURT_BLESS").is_some() {
            std::fs::write(&path, &fresh).unwrap();
        }
        let present = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            present == fresh,
            "{} is stale: run `cargo xtask generate`",
            path.display()
        );
    }
}
