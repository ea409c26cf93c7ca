//! An empty store to fold the log into and throw away: on the disk, because the tables of a large branch do not fit into
//! memory, and encrypted under a key that nobody keeps.
//!
//! It is never synced and never read again by another process; what a crash leaves of it is noise, removed by the next.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::Outcome;
use crate::keys::DataKey;
use crate::migrate::{Edition, migrate};
use crate::open::{Cipher, keyed};

/// Removed when dropped: the connection first, because Windows does not remove a file that is open.
pub(crate) struct Scratch {
    /// Of the shape that the edition knows, without rows.
    pub conn: Connection,
    _file: Removed,
}

impl Scratch {
    /// Beside the store's file, whose folder is this account's own.
    pub fn beside(store: &Path, edition: Edition) -> Outcome<Self> {
        let path = store.with_extension("scratch");
        // What a crash left, perhaps half written.
        drop(Removed(path.clone()));
        let file = Removed(path);
        let cipher =
            Cipher::new(DataKey::create().sqlcipher_pragma(&crate::keys::new_cipher_salt()));
        let mut conn = keyed(
            &file.0,
            &cipher,
            OpenFlags::SQLITE_OPEN_READ_WRITE
                | OpenFlags::SQLITE_OPEN_CREATE
                | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        conn.pragma_update_and_check(None, "journal_mode", "OFF", |row| row.get::<_, String>(0))?;
        conn.pragma_update(None, "synchronous", "OFF")?;
        migrate(&mut conn, edition)?;
        Ok(Self { conn, _file: file })
    }
}

struct Removed(PathBuf);

impl Drop for Removed {
    fn drop(&mut self) {
        // What cannot be removed now is removed the next time.
        drop(fs::remove_file(&self.0));
    }
}
