//! SQL without the desk, on the same encrypted file with the same settings: floors and peers, and what is true when a command's
//! answer is checked.

use std::path::Path;

use desk::keys::{DeviceKeyring, Policy};
use rusqlite::{Connection, OpenFlags};
use store::keys::{Password, Slots};

use crate::branch::{Branch, PASSWORD};
use crate::trouble::{Outcome, Trouble};

/// A key as SQLCipher takes it. Nothing here is anybody's secret.
pub struct Key(String);

impl Key {
    /// The key of a branch's store, opened with its first user's password: Argon2id and the slot.
    ///
    /// # Errors
    /// When the slots cannot be opened.
    pub fn of(branch: &Branch) -> Outcome<Self> {
        Self::in_folder(&branch.data(), &branch.keyring())
    }

    /// The same, by its data folder and its keyring.
    ///
    /// # Errors
    /// When the slots cannot be opened.
    pub fn in_folder(data: &Path, keyring: &DeviceKeyring) -> Outcome<Self> {
        let (slots, _) = Slots::load(data).map_err(Trouble::new)?;
        let device = keyring
            .find(|key| slots.is_bound_to(key))
            .map_err(Trouble::new)?;
        let (device, _) = device.ok_or(Trouble::new("the branch has no device key"))?;
        let user = slots
            .users()
            .next()
            .ok_or(Trouble::new("the branch has no user"))?;
        let unlocked = slots
            .unlock(
                user,
                &Password::typed(PASSWORD),
                &device,
                &Policy::production(),
            )
            .map_err(Trouble::new)?;
        Ok(Self(
            unlocked
                .data_key
                .sqlcipher_pragma(slots.cipher_salt())
                .to_string(),
        ))
    }
}

/// A connection to the branch's file that only reads, with the store's own settings.
///
/// # Errors
/// The machine's.
pub fn reader(branch: &Branch, key: &Key) -> Outcome<Connection> {
    reader_of(&branch.data(), key)
}

/// The same, by the data folder.
///
/// # Errors
/// The machine's.
pub fn reader_of(data: &Path, key: &Key) -> Outcome<Connection> {
    let conn = Connection::open_with_flags(
        data.join(store::FILE),
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    settings(&conn, key)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

/// A new file with the store's own settings and durability.
///
/// # Errors
/// The machine's.
pub fn new_file(path: &Path, key: &Key) -> Outcome<Connection> {
    let conn = Connection::open(path)?;
    settings(&conn, key)?;
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update(None, "wal_autocheckpoint", 16_000)?;
    Ok(conn)
}

fn settings(conn: &Connection, key: &Key) -> Outcome {
    conn.pragma_update(None, "key", &key.0)?;
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "cache_size", -32_768)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(())
}

/// One number.
///
/// # Errors
/// SQLite's.
pub fn number(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Outcome<i64> {
    Ok(conn
        .prepare_cached(sql)?
        .query_row(params, |row| row.get(0))?)
}
