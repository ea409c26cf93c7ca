//! Is everything as it should be: cipher, pages, chain and seals of the log, tables equal to the log folded anew.
//!
//! Memory does not grow with the log: the chain is walked op by op, and the tables are folded into a file beside the store.
//! It mends nothing and deletes nothing.

mod chain;
mod scratch;

use rusqlite::{Connection, OptionalExtension};

pub(crate) use chain::{Known, chain};
pub(crate) use scratch::Scratch;

use crate::Store;
use crate::commit::{Watch, stretch};
use crate::error::{Outcome, StoreFailed};

const CHAIN: &str = "log_chain";

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Stable name.
    pub name: &'static str,
    /// What is wrong; nothing when all is well.
    pub trouble: Option<String>,
}

impl Check {
    /// A check that cannot be made is trouble too; one that was stopped is none.
    pub(crate) fn of(name: &'static str, found: Outcome<Option<String>>) -> Outcome<Self> {
        let trouble = match found {
            Err(StoreFailed::Cancelled) => return Err(StoreFailed::Cancelled),
            found => found.unwrap_or_else(|failed| Some(failed.detail())),
        };
        Ok(Self { name, trouble })
    }
}

/// All checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Ops in the log; 0 where they cannot be counted.
    pub ops: u64,
    /// In the order in which they were made.
    pub checks: Vec<Check>,
}

impl Checked {
    /// Whether all is well.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.checks.iter().all(|check| check.trouble.is_none())
    }
}

impl Store {
    /// Checks everything. Takes about as long as folding the log. Whatever stops a check is trouble that it found.
    ///
    /// # Errors
    /// [`StoreFailed::Cancelled`] alone, when the watch says so.
    pub fn verify(&mut self, mut watch: Option<Watch<'_>>) -> Outcome<Checked> {
        let sealed = self.seal();
        let known = Known {
            branch: self.branch,
            incarnations: &self.incarnations,
            own: self.own_key(),
        };
        let mut checks = file_checks(&self.conn, &known, Some(&mut stretch(&mut watch, 0, 300)))?;
        if let (Err(failed), Some(chain)) =
            (sealed, checks.iter_mut().find(|check| check.name == CHAIN))
        {
            chain.trouble.get_or_insert(failed.detail());
        }
        let rebuilt = self
            .equals_rebuilt(Some(&mut stretch(&mut watch, 300, 1000)))
            .map(|same| (!same).then(|| "the tables differ from the log".to_owned()));
        checks.push(Check::of("projections", rebuilt)?);
        Ok(Checked {
            ops: self.read().ops().unwrap_or_default(),
            checks,
        })
    }

    /// The key that this PC's own segments are sealed with: needed before the op that enrols it has been written.
    pub(crate) fn own_key(&self) -> Option<(domain::id::DeviceId, ed25519_dalek::VerifyingKey)> {
        self.incarnations
            .tail(self.n)
            .map(|tail| (tail.device, self.key.verifying_key()))
    }
}

/// The checks of a file by itself: whatever is known without folding the log.
pub(crate) fn file_checks(
    conn: &Connection,
    known: &Known<'_>,
    watch: Option<Watch<'_>>,
) -> Outcome<Vec<Check>> {
    Ok(vec![
        Check::of("cipher", cipher(conn))?,
        Check::of("quick_check", quick(conn))?,
        Check::of(CHAIN, chain(conn, known, watch))?,
    ])
}

/// Every page carries the code that its contents and the key give.
fn cipher(conn: &Connection) -> Outcome<Option<String>> {
    let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?)
}

/// The pages hang together as SQLite needs them.
fn quick(conn: &Connection) -> Outcome<Option<String>> {
    let answer: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    Ok((answer != "ok").then_some(answer))
}
