//! The encrypted SQLite file: one log, the tables folded from it, search, keys, backup.
//!
//! There are two doors through which anything is written, [`Store::commit`] for what happens here and [`Store::receive`] for
//! what happened elsewhere. Both end in the same `apply`, in the same transaction as the log.

mod apply;
mod authority;
pub mod backup;
mod columns;
mod commit;
mod concurrent;
mod derive;
mod dump;
pub mod erase;
mod error;
mod forks;
mod incarnations;
mod kept;
pub mod keys;
mod local;
mod log;
mod migrate;
mod open;
mod os;
mod read;
mod rebuild;
mod receive;
mod refold;
pub mod search;
mod stamps;
mod tables;
mod tidy;
mod upgrade;
mod verify;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use domain::id::{ActId, BranchId, DeviceId, Ids, IncarnationId};
use domain::log::Vector;
use domain::table::Catalogue;
use ed25519_dalek::SigningKey;
use rusqlite::Connection;
use uuid::Uuid;

pub use commit::{Decided, Sign, Watch};
pub use erase::Purge;
pub use error::{Outcome, StoreFailed};
pub use forks::GivenWay;
pub use log::{Logged, Undoable};
pub use migrate::{Edition, MIGRATIONS, Migration, schema};
pub use open::{Cipher, FILE, FolderLock, exists};
pub use read::Reader;
pub use receive::{Arrived, ReceiveRefused};
pub use tables::*;
pub use tidy::{Tidied, Tidier};
pub use verify::{Check, Checked};

use authority::Authority;
use incarnations::Incarnations;

/// Under this name the sealed signing key lies among this PC's own settings.
const SIGNER: &str = "signer";

/// Noted where this PC's log is not its first.
pub(crate) const LATER_LIFE: &str = "later_life";

/// What a transaction did, for the screens: which nouns are to be read again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Committed {
    /// The act, where there was something to do.
    pub act: Option<ActId>,
    /// Wire names of the tables written.
    pub tables: BTreeSet<&'static str>,
}

/// Who writes: this PC in its branch.
pub struct Writer {
    /// The showroom.
    pub branch: BranchId,
    /// The PC.
    pub device: DeviceId,
    /// Seals the log.
    pub key: SigningKey,
    /// New ids and salts.
    pub ids: Ids,
}

/// An open store: the one writer of its folder.
pub struct Store {
    conn: Connection,
    path: PathBuf,
    incarnations: Incarnations,
    /// Local number of the incarnation that this PC writes.
    n: i64,
    branch: BranchId,
    authority: Authority,
    key: SigningKey,
    ids: Ids,
}

impl Store {
    /// Makes a store in an empty folder. `root` is the branch's Ed25519 key, to which every act of authority goes back.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn create(
        folder: &Path,
        cipher: &Cipher,
        writer: Writer,
        root: &[u8; 32],
    ) -> Outcome<Self> {
        let conn = open::writer(&open::file(folder), cipher, Edition::THIS, true)?;
        authority::keep_root(&conn, root)?;
        Self::with(conn, open::file(folder), Edition::THIS, writer)
    }

    /// Opens the folder's store. `who` is given this PC's sealed signing key and says who writes.
    ///
    /// # Errors
    /// [`StoreFailed::OtherKey`] for a wrong key, [`StoreFailed::NotAStore`] for another file; whatever else the machine says.
    pub fn open(
        folder: &Path,
        cipher: &Cipher,
        who: impl FnOnce(Option<Vec<u8>>) -> Outcome<Writer>,
    ) -> Outcome<Self> {
        Self::open_as(Edition::THIS, folder, cipher, who)
    }

    /// The same, as another version of the program would.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_as(
        edition: Edition,
        folder: &Path,
        cipher: &Cipher,
        who: impl FnOnce(Option<Vec<u8>>) -> Outcome<Writer>,
    ) -> Outcome<Self> {
        let conn = open::writer(&open::file(folder), cipher, edition, false)?;
        let signer =
            local::meta(&conn, SIGNER)?.and_then(|hex| HEXLOWER.decode(hex.as_bytes()).ok());
        Self::with(conn, open::file(folder), edition, who(signer)?)
    }

    /// Keeps this PC's sealed signing key beside the log that it seals; [`open`](Self::open) hands it out again.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn keep_signer(&mut self, sealed: &[u8]) -> Outcome<()> {
        self.set_meta(SIGNER, &HEXLOWER.encode(sealed))
    }

    fn with(
        conn: Connection,
        path: PathBuf,
        edition: Edition,
        mut writer: Writer,
    ) -> Outcome<Self> {
        let mut incarnations = Incarnations::read(&conn, edition)?;
        let n = match local::meta(&conn, "incarnation")?
            .and_then(|id| Uuid::parse_str(&id).ok())
            .and_then(|id| incarnations.number(IncarnationId(id)))
        {
            Some(n) => n,
            None => begin_incarnation(&conn, &mut incarnations, &mut writer)?,
        };
        let authority = Authority::read(&conn, writer.branch, &incarnations)?;
        let mut store = Self {
            conn,
            path,
            incarnations,
            n,
            branch: writer.branch,
            authority,
            key: writer.key,
            ids: writer.ids,
        };
        store.understand()?;
        Ok(store)
    }

    /// Starts a new life of this PC's log, after a restore: the old one may have gone further than the backup knows.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn begin_new_life(&mut self) -> Outcome<()> {
        let own = self.incarnations.tail(self.n).map(|tail| tail.device);
        let device = own.ok_or_else(|| StoreFailed::Damaged("this PC's log".into()))?;
        self.begin_life_of(device)
    }

    /// The same as another PC: its disk is here, and it is enrolled anew.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn begin_life_of(&mut self, device: DeviceId) -> Outcome<()> {
        let mut writer = Writer {
            branch: self.branch,
            device,
            key: self.key.clone(),
            ids: self.ids.clone(),
        };
        self.n = begin_incarnation(&self.conn, &mut self.incarnations, &mut writer)?;
        self.ids = writer.ids;
        Ok(())
    }

    /// The key that this PC seals its log with, and proves itself with to other PCs.
    #[must_use]
    pub fn key(&self) -> &SigningKey {
        &self.key
    }

    /// Whether an administrator shut this PC out.
    #[must_use]
    pub fn is_shut_out(&self) -> bool {
        let own = self.incarnations.tail(self.n);
        own.is_some_and(|own| self.authority.cuts().names(own.device))
    }

    /// A look at the tables through the writing connection.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader::new(&self.conn, self.incarnations.edition.tables)
    }

    /// Connections that only read, beside a long write.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn reader(&self, cipher: &Cipher) -> Outcome<ReadConnection> {
        let conn = open::reader(&self.path, cipher)?;
        search::wake(&conn)?;
        Ok(ReadConnection(conn, self.incarnations.edition.tables))
    }

    /// How far every log is here.
    #[must_use]
    pub fn vector(&self) -> Vector {
        self.incarnations.vector()
    }

    /// Lets the file grow by no more than so many pages, as on a disk that is nearly full: for trying out what happens then.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn limit_pages(&self, more: Option<u32>) -> Outcome<()> {
        /// What SQLite allows.
        const MOST: i64 = 4_294_967_294;
        let pages: i64 = self
            .conn
            .query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let most = more.map_or(MOST, |more| pages + i64::from(more));
        self.conn
            .query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?;
        Ok(())
    }

    /// Seals what this PC wrote since the last time.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn seal(&mut self) -> Outcome<()> {
        let step = self.conn.transaction()?;
        log::seal_tail(&step, self.branch, &self.incarnations, self.n, &self.key)?;
        Ok(step.commit()?)
    }

    /// What another store lacks, in whole packed segments that come to about `most` bytes. Answers also whether more would follow.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn segments_beyond(
        &mut self,
        theirs: &Vector,
        most: usize,
    ) -> Outcome<(Vec<Vec<u8>>, bool)> {
        self.seal()?;
        log::segments_beyond(&self.conn, self.branch, &self.incarnations, theirs, most)
    }

    /// The canonical dump of the projected tables, line by line.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn dump(&self) -> Outcome<Vec<String>> {
        let mut lines = Vec::new();
        dump::lines(&self.conn, &self.incarnations, |line| {
            lines.push(line.to_owned())
        })?;
        Ok(lines)
    }

    /// The index tables by content, as one digest.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn index_digest(&self) -> Outcome<[u8; 32]> {
        dump::index_digest(&self.conn, &self.incarnations)
    }
}

fn begin_incarnation(
    conn: &Connection,
    incarnations: &mut Incarnations,
    writer: &mut Writer,
) -> Outcome<i64> {
    // Two restores of one backup draw their ids from different randomness, so the new lives differ.
    let id = IncarnationId(
        uuid::Builder::from_random_bytes(writer.ids.bytes()[..16].try_into().unwrap_or_default())
            .into_uuid(),
    );
    let n = incarnations.begin(conn, id, writer.device)?;
    if local::meta(conn, "incarnation")?.is_some() {
        local::set_meta(conn, LATER_LIFE, "yes")?;
    }
    local::set_meta(conn, "incarnation", &id.to_string())?;
    Ok(n)
}

/// A connection that only reads.
pub struct ReadConnection(Connection, Catalogue);

impl ReadConnection {
    /// A look at the tables: all queries inside see the same moment.
    ///
    /// # Errors
    /// Those of `look`, and when the file cannot be read.
    pub fn look<T, E: From<StoreFailed>>(
        &mut self,
        look: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let moment = self.0.transaction().map_err(StoreFailed::from)?;
        look(&Reader::new(&moment, self.1))
    }
}
