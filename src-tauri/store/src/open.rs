//! Opening the file: the lock, the cipher, the settings that durability depends on, the shape.
//!
//! Refuses an engine without a cipher (it would ignore the key and write in clear), a SQLite with the WAL-reset bug, and a
//! folder that other accounts of the PC can read.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::{Outcome, StoreFailed};
use crate::keys::CIPHER_SALT_LEN;
use crate::migrate::{Edition, migrate};

/// The name of the store's file in the data folder.
pub const FILE: &str = "forecourt.db";
const LOCK: &str = "forecourt.lock";
/// SQLite 3.51.3: the first without the WAL-reset corruption bug.
const OLDEST_SQLITE: i32 = 3_051_003;

/// The raw key as SQLCipher takes it, `x'…'` of 64 digits of key and 32 of salt. Wiped when dropped.
pub struct Cipher(Zeroizing<String>);

impl Cipher {
    /// From the text that `PRAGMA key` takes.
    #[must_use]
    pub fn new(pragma: Zeroizing<String>) -> Self {
        Self(pragma)
    }
}

impl std::fmt::Debug for Cipher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cipher(…)")
    }
}

/// One process at a time writes a folder; the operating system frees the lock when the process ends, however it ends.
#[derive(Debug)]
pub struct FolderLock(#[expect(dead_code, reason = "held, not read")] File);

impl FolderLock {
    /// Takes the folder for this process, and finishes a restore that was cut off in it.
    ///
    /// # Errors
    /// [`StoreFailed::InUse`] while another process has it.
    pub fn take(folder: &Path) -> Outcome<Self> {
        prepare_folder(folder)?;
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(LOCK))?;
        match file.try_lock() {
            Ok(()) => {
                // Before anything of the folder is read: a restore that was cut off.
                crate::backup::finish(folder)?;
                Ok(Self(file))
            }
            Err(fs::TryLockError::WouldBlock) => Err(StoreFailed::InUse),
            Err(fs::TryLockError::Error(cause)) => Err(cause.into()),
        }
    }
}

/// Makes the folder, for this account only.
fn prepare_folder(folder: &Path) -> Outcome<()> {
    if !folder.exists() {
        fs::create_dir_all(folder)?;
        crate::os::only_for_this_account(folder)?;
    }
    if crate::os::open_to_others(folder)? {
        Err(StoreFailed::FolderOpen)
    } else {
        Ok(())
    }
}

/// Whether the folder holds a store.
#[must_use]
pub fn exists(folder: &Path) -> bool {
    folder.join(FILE).exists()
}

/// The connection that writes, migrated.
pub(crate) fn writer(
    path: &Path,
    cipher: &Cipher,
    edition: Edition,
    create: bool,
) -> Outcome<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    } else if !path.exists() {
        return Err(StoreFailed::Missing);
    } else if fs::metadata(path)?.len() == 0 {
        // SQLite would take it for a new file and make tables in it.
        return Err(StoreFailed::NotAStore);
    }
    let mut conn = keyed(path, cipher, flags)?;
    conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    // FULL: an answer "saved" means on the disk, also when the power fails in the next moment.
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "secure_delete", true)?;
    // A last resort, far behind what `Tidier` moves while nobody waits: it would cost a person's save two more syncs.
    conn.pragma_update(None, "wal_autocheckpoint", 16_000)?;
    conn.pragma_update(None, "journal_size_limit", 64 << 20)?;
    migrate(&mut conn, edition)?;
    Ok(conn)
}

/// A connection beside the writer's, to a file that exists.
pub(crate) fn beside(path: &Path, cipher: &Cipher) -> Outcome<Connection> {
    keyed(
        path,
        cipher,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
}

/// A connection that only reads.
pub(crate) fn reader(path: &Path, cipher: &Cipher) -> Outcome<Connection> {
    let conn = beside(path, cipher)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

pub(crate) fn keyed(path: &Path, cipher: &Cipher, flags: OpenFlags) -> Outcome<Connection> {
    connect(path, cipher, flags).map_err(|failed| match failed {
        StoreFailed::NotAStore if begins_with_salt(path, cipher) => StoreFailed::OtherKey,
        other => other,
    })
}

fn connect(path: &Path, cipher: &Cipher, flags: OpenFlags) -> Outcome<Connection> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreFailed::WrongEngine(format!(
            "SQLite {}",
            rusqlite::version()
        )));
    }
    await_cipher();
    let conn = Connection::open_with_flags(path, flags)?;
    // What is wrong comes back as an error; a library does not write on somebody's terminal.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    conn.pragma_update(None, "key", cipher.0.as_str())?;
    let version: Option<String> = conn
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .ok();
    if version.is_none_or(|version| version.is_empty()) {
        return Err(StoreFailed::WrongEngine("no cipher".into()));
    }
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "cache_size", -32_768)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.set_prepared_statement_cache_capacity(256);
    // Reads the first page: a wrong key or a file that is no store shows here.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(conn)
}

/// SQLite says that it is ready before its cipher is: of several threads that open their first file at once, all but one could be
/// told that their key is none. The first file of the process waits until a key is taken; the others wait for the first.
fn await_cipher() {
    /// Far longer than it takes.
    const TRIES: u32 = 1_000;
    static READY: std::sync::Once = std::sync::Once::new();
    READY.call_once(|| {
        for _ in 0..TRIES {
            let taken = Connection::open_in_memory().and_then(|conn| {
                conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
                conn.pragma_update(None, "key", "a key for nothing")
            });
            if taken.is_ok() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
    });
}

/// Whether the file begins with the salt that belongs to this key: then it is the store that is meant, and the key or the first
/// page is wrong.
fn begins_with_salt(path: &Path, cipher: &Cipher) -> bool {
    use std::io::Read as _;
    let mut first = [0; CIPHER_SALT_LEN];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut first));
    read.is_ok()
        && cipher
            .0
            .trim_end_matches('\'')
            .ends_with(&data_encoding::HEXLOWER.encode(&first))
}

/// Where the file of a folder is.
pub(crate) fn file(folder: &Path) -> PathBuf {
    folder.join(FILE)
}
