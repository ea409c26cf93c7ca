//! Copying a whole database page by page under another key, by SQLite's own backup.
//!
//! The source is read at one moment, whatever is written meanwhile: it is held by a transaction that only reads, and such a one
//! stops no writer. Pages are copied in small steps so that the person can stop it.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::commit::Watch;
use crate::error::{Outcome, StoreFailed};
use crate::open::{Cipher, keyed};

/// Pages copied between two looks at whether to go on: 1 MiB.
const STEP: i32 = 256;

/// Copies the file of `from`, as of its present transaction, into a new file under `cipher`, and makes that durable.
/// The new file is one file: nothing of it is in a journal beside it.
pub(super) fn copy(
    from: &Connection,
    path: &Path,
    cipher: &Cipher,
    watch: Option<Watch<'_>>,
) -> Outcome<()> {
    private(path)?;
    let mut to = keyed(
        path,
        cipher,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // Nobody else opens it, nothing has to be rolled back in it, and it is synced once at the end.
    for (pragma, value) in [("locking_mode", "EXCLUSIVE"), ("journal_mode", "OFF")] {
        to.pragma_update_and_check(None, pragma, value, |row| row.get::<_, String>(0))?;
    }
    to.pragma_update(None, "synchronous", "OFF")?;
    pages(from, &mut to, watch)?;
    no_page_was_refused(from)?;
    // The copied header asks for a write-ahead file; a backup is one file.
    to.pragma_update_and_check(None, "journal_mode", "DELETE", |row| {
        row.get::<_, String>(0)
    })?;
    to.close().map_err(|(_, cause)| StoreFailed::from(cause))?;
    sync(path)?;
    Ok(())
}

fn pages(from: &Connection, to: &mut Connection, mut watch: Option<Watch<'_>>) -> Outcome<()> {
    let backup = Backup::new(from, to)?;
    loop {
        let step = backup.step(STEP)?;
        let progress = backup.progress();
        let (all, left) = (
            progress.pagecount.max(0) as u64,
            progress.remaining.max(0) as u64,
        );
        if let Some(watch) = &mut watch
            && !watch(all - left, all)
        {
            return Err(StoreFailed::Cancelled);
        }
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            // Both files are ours alone; whoever holds one of them anyway (a scanner) is not waited for without end.
            _ => return Err(StoreFailed::InUse),
        }
    }
}

/// The cipher gives an empty page for one that it refuses, tells the copying nothing, and gives nothing but empty pages from then on.
/// So one more page is asked for, past what is in memory.
fn no_page_was_refused(from: &Connection) -> Outcome<()> {
    from.execute_batch("PRAGMA shrink_memory")?;
    from.query_row("SELECT count(*) FROM incarnation", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(())
}

/// Makes a file that only this account reads, where the file system knows accounts.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Waits until a file is on the disk.
pub(super) fn sync(path: &Path) -> io::Result<()> {
    File::options().write(true).open(path)?.sync_all()
}

/// Makes what happened in a folder durable, where the file system can (a network's may not).
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    match crate::os::sync_folder(folder) {
        Err(cause)
            if matches!(
                cause.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}
