//! What is put off until nobody waits: moving committed pages from the write-ahead file into the store's file, and merging the
//! small parts that saving leaves in the search index.
//!
//! A save costs one sync because none of this happens on its path. It never runs by itself: who knows that nobody is waiting
//! calls it, every minute or so.

use rusqlite::Connection;

use crate::error::Outcome;
use crate::open::Cipher;
use crate::{Store, open, search};

/// Moves pages beside the writer, on a connection of its own: a save does not wait for it, nor it for a save.
pub struct Tidier(Connection);

/// How far the write-ahead file is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tidied {
    /// Pages in the write-ahead file.
    pub pages: u64,
    /// Of these, pages that are in the store's file too. When it is all of them, the next save begins the file anew.
    pub moved: u64,
}

impl Store {
    /// A connection for tidying, kept beside the store by who does it.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn tidier(&self, cipher: &Cipher) -> Outcome<Tidier> {
        let conn = open::beside(&self.path, cipher)?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        Ok(Tidier(conn))
    }

    /// Closes the file, with everything in it and no write-ahead file left. Dropping the store closes it too, and says nothing
    /// when that fails; whatever was committed is safe either way.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn close(self) -> Outcome<()> {
        self.conn.close().map_err(|(_, cause)| cause.into())
    }

    /// Merges about `pages` pages of the search index, where saves have left enough small parts of it; 64 is a few milliseconds.
    /// Answers whether there was anything to do: a durable commit like any other, so not while somebody waits.
    ///
    /// # Errors
    /// When the machine fails: the index is then as before.
    pub fn tidy_search(&mut self, pages: u16) -> Outcome<bool> {
        let step = self.conn.transaction()?;
        let merged = search::tidy(&step, pages)?;
        step.commit()?;
        Ok(merged)
    }
}

impl Tidier {
    /// Moves what no reader needs any more. Costs two syncs where there is something to move, none otherwise.
    ///
    /// # Errors
    /// When the machine fails: everything is still in the write-ahead file.
    pub fn tidy(&mut self) -> Outcome<Tidied> {
        let (pages, moved) = self.checkpoint("PASSIVE")?;
        Ok(Tidied { pages, moved })
    }

    /// Moves everything and empties the write-ahead file, so that nothing erased is left in it. Waits up to 5 s for readers and the
    /// writer, and they for it: for closing and erasing only. Answers whether the file is empty now.
    ///
    /// # Errors
    /// When the machine fails: everything is still in the write-ahead file.
    pub fn empty(&mut self) -> Outcome<bool> {
        Ok(self.checkpoint("TRUNCATE")? == (0, 0))
    }

    fn checkpoint(&mut self, how: &str) -> Outcome<(u64, u64)> {
        let counts = self
            .0
            .query_row(&format!("PRAGMA wal_checkpoint({how})"), [], |row| {
                Ok((row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
            })?;
        Ok((counts.0.max(0) as u64, counts.1.max(0) as u64))
    }
}
