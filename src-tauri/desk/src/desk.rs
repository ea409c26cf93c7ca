//! The funnel. Everything that is written goes through [`Desk::perform`]; everything that is shown goes through [`Desk::look`].

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use domain::id::IncarnationId;
use domain::log::{Act, to_hex};
use store::{
    Cipher, Committed, Decided, Purge, ReadConnection, Reader, ReceiveRefused, Store, StoreFailed,
    Watch,
};
use tokio::sync::{Notify, watch};

use crate::customers;
use crate::house::House;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::{Me, Session};
use crate::verb::Verb;
use crate::work::Work;

/// An open store, as the person signed in may use it.
pub struct Desk {
    store: Mutex<Store>,
    cipher: Cipher,
    /// Connections that only read, so that lists answer while a long import writes.
    idle: Mutex<Vec<ReadConnection>>,
    house: Mutex<Option<Arc<House>>>,
    /// Counts acts of this PC.
    pub(crate) wrote: watch::Sender<u64>,
    /// Counts everything that comes into the logs, from here and from elsewhere.
    pub(crate) news: watch::Sender<u64>,
    /// Something was kept and is to be applied.
    pub(crate) kept: Notify,
    /// When somebody gave something and said that more comes.
    pub(crate) more_comes: watch::Sender<Option<Instant>>,
    /// Who is the hub, and who may speak, may have changed.
    pub(crate) parts: Notify,
}

/// What a look may use.
pub struct Look<'l> {
    /// The tables at one moment.
    pub tables: &'l Reader<'l>,
    /// Who looks.
    pub me: &'l Me,
    /// When.
    pub now: Now,
    /// The house's data.
    pub house: &'l House,
}

/// What was done, and which nouns the screens read again.
#[derive(Debug)]
pub struct Done<T> {
    /// The answer.
    pub answer: T,
    /// What the store says.
    pub committed: Committed,
}

impl Desk {
    /// Over an open store.
    #[must_use]
    pub fn new(store: Store, cipher: Cipher) -> Self {
        Self {
            store: Mutex::new(store),
            cipher,
            idle: Mutex::new(Vec::new()),
            house: Mutex::new(None),
            wrote: watch::Sender::new(0),
            news: watch::Sender::new(0),
            kept: Notify::new(),
            more_comes: watch::Sender::new(None),
            parts: Notify::new(),
        }
    }

    /// The one funnel for writes: permission, transaction, log, tables, a durable commit.
    ///
    /// # Errors
    /// [`Code::NotAllowed`] before anything else, [`Code::PasswordNeeded`] for acts of authority in a session that a PIN
    /// began; those of `work`; the machine's. Then nothing is written.
    pub fn perform<T>(
        &self,
        verb: &'static Verb,
        session: &Session,
        now: Now,
        work: impl FnOnce(&mut Work<'_>) -> Outcome<T>,
    ) -> Outcome<Done<T>> {
        self.perform_watched(verb, session, now, None, work)
    }

    /// As [`perform`](Self::perform), for acts long enough to be watched and stopped.
    ///
    /// # Errors
    /// As there, and [`Code::Cancelled`].
    pub fn perform_watched<T>(
        &self,
        verb: &'static Verb,
        session: &Session,
        now: Now,
        watch: Option<Watch<'_>>,
        work: impl FnOnce(&mut Work<'_>) -> Outcome<T>,
    ) -> Outcome<Done<T>> {
        session.me.must(verb)?;
        let keys = if verb.authority {
            Some(
                session
                    .keys
                    .as_ref()
                    .ok_or(Problem::refused(Code::PasswordNeeded))?,
            )
        } else {
            None
        };
        let sign = keys.map(|keys| move |message: &[u8]| to_hex(&keys.sign(message)));
        let house = self.house()?;
        let decide = |tables: &Reader<'_>, ids: &mut domain::id::Ids| -> Outcome<Decided<T>> {
            let mut hands = Work::new(tables, &session.me, now, &house, ids);
            let answer = work(&mut hands)?;
            let id = hands.act;
            let (entries, happened_at) = hands.into_entries();
            let act = Act {
                id,
                verb: verb.name,
                actor: session.me.id,
                happened_at,
                entered_at: now.moment(),
                entries,
            };
            Ok(Decided {
                act: (!act.entries.is_empty()).then_some(act),
                answer,
            })
        };
        let mut store = self.store();
        let (answer, committed) = store.commit(
            sign.as_ref().map(|sign| sign as store::Sign<'_>),
            watch,
            decide,
        )?;
        drop(store);
        self.after(&committed);
        if committed.act.is_some() {
            self.wrote.send_modify(|count| *count += 1);
            self.news.send_modify(|count| *count += 1);
        }
        // What cannot be granted now, on a full disk, is granted at the next occasion.
        drop(self.grant_holds(&committed, now));
        Ok(Done { answer, committed })
    }

    /// Applies what was kept, a little at a time, so that people's acts come in between. Answers what was touched.
    pub fn apply(&self) -> Result<Committed, StoreFailed> {
        let mut all = Committed::default();
        loop {
            let (committed, more) = self.apply_some()?;
            all.tables.extend(committed.tables);
            if !more {
                return Ok(all);
            }
        }
    }

    /// Applies some of what was kept. Answers what was touched, and whether more waits.
    pub(crate) fn apply_some(&self) -> Result<(Committed, bool), StoreFailed> {
        let (committed, more) = self.store().apply_kept()?;
        self.after(&committed);
        Ok((committed, more))
    }

    /// More is on its way: what came is applied when that is here, or in a while.
    pub(crate) fn more_comes(&self) {
        self.more_comes.send_replace(Some(Instant::now()));
    }

    /// Says that segments were kept.
    pub(crate) fn noted(&self, kept: bool) {
        if kept {
            self.news.send_modify(|count| *count += 1);
            self.kept.notify_one();
        }
    }

    /// A new life of this PC's log begins: what is here is an older copy of it.
    ///
    /// # Errors
    /// The machine's.
    pub fn new_life(&self) -> Result<(), StoreFailed> {
        let mut store = self.store();
        store.seal()?;
        store.begin_new_life()?;
        drop(store);
        self.read_house_anew();
        Ok(())
    }

    /// Gives way to another log of the same name. Numbers that this PC gave out on its own way, and somebody else may have given out as
    /// well, are given anew.
    ///
    /// # Errors
    /// [`ReceiveRefused`].
    pub fn give_way(
        &self,
        log: IncarnationId,
        theirs: &[Vec<u8>],
        now: Now,
    ) -> Result<(), ReceiveRefused> {
        let given = self.store().give_way(log, theirs)?;
        self.read_house_anew();
        self.after(&Committed {
            act: None,
            tables: given.tables,
        });
        self.news.send_modify(|count| *count += 1);
        if !given.numbered.is_empty() {
            let nobody = Session::of_nobody();
            let anew = self.perform(&customers::RENUMBER, &nobody, now, |work| {
                customers::renumber(work, &given.numbered, &work.house.pc)
            });
            // A full disk, mostly; two numbers that are alike are seen and can be mended by hand.
            drop(anew);
        }
        Ok(())
    }

    fn read_house_anew(&self) {
        *self.house.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What others keep of the tables is to be read anew.
    fn after(&self, committed: &Committed) {
        let touched = |names: &[&str]| committed.tables.iter().any(|table| names.contains(table));
        if touched(HOUSE_TABLES) {
            self.read_house_anew();
        }
        if touched(WHO_IS_HUB) {
            self.parts.notify_one();
        }
    }

    /// The one door for reading: permission, and all queries at the same moment.
    ///
    /// # Errors
    /// [`Code::NotAllowed`]; those of `look`; the machine's.
    pub fn look<T>(
        &self,
        verb: &'static Verb,
        me: &Me,
        now: Now,
        look: impl FnOnce(&Look<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        me.must(verb)?;
        let house = self.house()?;
        self.read(|tables| {
            look(&Look {
                tables,
                me,
                now,
                house: &house,
            })
        })
    }

    /// The house's data, read once and again after it changed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn house(&self) -> Outcome<Arc<House>> {
        let mut kept = self.house.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(house) = &*kept {
            return Ok(Arc::clone(house));
        }
        let house = Arc::new(self.read(House::read)?);
        *kept = Some(Arc::clone(&house));
        Ok(house)
    }

    pub(crate) fn read<T>(&self, look: impl FnOnce(&Reader<'_>) -> Outcome<T>) -> Outcome<T> {
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => self.store().reader(&self.cipher)?,
        };
        let answer = connection.look(look);
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(connection);
        answer
    }

    /// The store itself, for what is no act of a person: backup, checks, this PC's own counters.
    pub fn store(&self) -> std::sync::MutexGuard<'_, Store> {
        // A panic while the lock was held has rolled its transaction back; the store is whole.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Merges a little of the search index, unless somebody is writing. Answers whether there may be more to do.
    pub(crate) fn tidy_search(&self) -> Outcome<bool> {
        /// A few milliseconds.
        const PAGES: u16 = 64;
        match self.store.try_lock() {
            Ok(mut store) => Ok(store.tidy_search(PAGES)?),
            Err(_) => Ok(false),
        }
    }

    /// Goes on with what erasing left to do, unless somebody is writing.
    pub(crate) fn purge(&self) -> Outcome<Purge> {
        /// A few milliseconds.
        const PAGES: u16 = 64;
        match self.store.try_lock() {
            Ok(mut store) => Ok(store.purge(PAGES)?),
            Err(_) => Ok(Purge::Done),
        }
    }

    pub(crate) fn cipher(&self) -> &Cipher {
        &self.cipher
    }
}

/// Tables by which it is decided who speaks with whom.
const WHO_IS_HUB: &[&str] = &["hub", "device", "revocation"];
const HOUSE_TABLES: &[&str] = &["house_item", "house_rule", "branch", "device"];
