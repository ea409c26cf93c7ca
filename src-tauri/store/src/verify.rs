//! Is everything as it should be: cipher, pages, chain and seals of the log, tables equal to the log folded anew.

use domain::log::{Hash, body_hash, from_hex, head_after, seal_message};
use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::OptionalExtension;

use crate::Store;
use crate::error::Outcome;
use crate::log::stored;

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Stable name.
    pub name: &'static str,
    /// What is wrong; nothing when all is well.
    pub trouble: Option<String>,
}

/// All checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Ops in the log.
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
    /// Checks everything. Takes about as long as folding the log.
    ///
    /// # Errors
    /// When the machine fails before a check can be made; what a check finds is in the answer.
    pub fn verify(&mut self) -> Outcome<Checked> {
        self.seal()?;
        let trouble = |outcome: Outcome<Option<String>>| outcome.unwrap_or_else(|failed| Some(failed.detail()));
        let cipher = self.cipher_check();
        let quick = self.quick_check();
        let chain = self.chain_check();
        let rebuilt = self.equals_rebuilt().map(|same| (!same).then(|| "the tables differ from the log".to_owned()));
        let checks = vec![
            Check { name: "cipher", trouble: trouble(cipher) },
            Check { name: "quick_check", trouble: trouble(quick) },
            Check { name: "log_chain", trouble: trouble(chain) },
            Check { name: "projections", trouble: trouble(rebuilt) },
        ];
        Ok(Checked { ops: self.read().ops()?, checks })
    }

    fn cipher_check(&self) -> Outcome<Option<String>> {
        let mut statement = self.conn.prepare("PRAGMA cipher_integrity_check")?;
        Ok(statement.query_row([], |row| row.get(0)).optional()?)
    }

    fn quick_check(&self) -> Outcome<Option<String>> {
        let answer: String = self.conn.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
        Ok((answer != "ok").then_some(answer))
    }

    /// Recomputes every hash from the bodies, and every seal.
    fn chain_check(&self) -> Outcome<Option<String>> {
        for (incarnation, seq) in self.incarnations.vector().0 {
            let Some((n, tail)) = self.incarnations.number(incarnation).and_then(|n| Some((n, *self.incarnations.tail(n)?))) else { continue };
            let mut head = Hash::ZERO;
            let mut expected = 1;
            let mut heads = std::collections::BTreeMap::new();
            let mut trouble = None;
            stored(&self.conn, self.branch, &self.incarnations, n, 1, i64::MAX as u64, |op| {
                let recomputed = op.rest.as_ref().map_or(op.body_hash, |(salt, changes)| body_hash(salt, &domain::log::body(changes)));
                if op.header.seq != expected || recomputed != op.body_hash {
                    trouble.get_or_insert_with(|| format!("op {expected} of log {incarnation}"));
                }
                expected = op.header.seq + 1;
                head = head_after(&head, &op.header, &recomputed);
                heads.insert(op.header.seq, head);
                Ok(())
            })?;
            if trouble.is_none() && (head != tail.head || expected != seq + 1) {
                trouble = Some(format!("the end of log {incarnation}"));
            }
            if trouble.is_none() {
                trouble = self.seal_check(n, &heads)?;
            }
            if trouble.is_some() {
                return Ok(trouble);
            }
        }
        Ok(None)
    }

    fn seal_check(&self, n: i64, heads: &std::collections::BTreeMap<u64, Hash>) -> Outcome<Option<String>> {
        let Some(tail) = self.incarnations.tail(n) else { return Ok(None) };
        let own = (n == self.n).then(|| self.key.verifying_key());
        let key: Option<Option<String>> = self
            .conn
            .query_row("SELECT key FROM device WHERE id = ?1 UNION ALL SELECT key FROM local_trusted WHERE device = ?1 LIMIT 1", [tail.device.0], |row| row.get(0))
            .optional()?;
        let key = key.flatten().and_then(|hex| from_hex::<32>(&hex)).and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok()).or(own);
        let mut statement = self.conn.prepare("SELECT last, seal FROM segment WHERE n = ?1 ORDER BY first")?;
        let mut found = statement.query([n])?;
        while let Some(row) = found.next()? {
            let last = row.get::<_, i64>(0)? as u64;
            let signature = from_hex::<64>(&row.get::<_, String>(1)?).map(|bytes| Signature::from_bytes(&bytes));
            let sound = match (&key, heads.get(&last), signature) {
                (Some(key), Some(head), Some(seal)) => key.verify_strict(&seal_message(self.branch, tail.device, tail.id, last, head), &seal).is_ok(),
                _ => false,
            };
            if !sound {
                return Ok(Some(format!("the seal at op {last} of log {}", tail.id)));
            }
        }
        Ok(None)
    }
}
