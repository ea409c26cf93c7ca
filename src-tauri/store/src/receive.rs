//! The door for what happened elsewhere: a sealed segment of another PC's log.
//!
//! Checks only what cannot depend on the order of arrival: branch, enrolled device, chain, seal, size. Breaches of role are
//! for the projections to show, not for this door to refuse.

use domain::id::DeviceId;
use domain::log::{Segment, body_hash, from_hex, head_after, seal_message};
use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::apply::Apply;
use crate::error::StoreFailed;
use crate::{Committed, Store, derive, log};

/// Why a segment was not taken. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveRefused {
    /// Something lies between what is here and this segment: ask again from the vector.
    #[error("segment_gap")]
    Gap {
        /// How far the log is here.
        have: u64,
    },
    /// Another showroom's.
    #[error("segment_of_another_branch")]
    OtherBranch,
    /// Nobody enrolled this device.
    #[error("segment_of_unknown_device")]
    UnknownDevice,
    /// Chain or seal do not fit: changed on the way, or forked by a restored disk.
    #[error("segment_broken")]
    Broken,
    /// Empty or over the limit.
    #[error("segment_size")]
    Size,
    /// The machine failed.
    #[error(transparent)]
    Failed(#[from] StoreFailed),
}

impl From<rusqlite::Error> for ReceiveRefused {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Failed(cause.into())
    }
}

impl Store {
    /// Takes a segment. One that is here already is passed over; an act is applied when its last op is here.
    ///
    /// # Errors
    /// [`ReceiveRefused`]; then nothing was written.
    pub fn receive(&mut self, segment: &Segment) -> Result<Committed, ReceiveRefused> {
        let before = self.incarnations.clone();
        let outcome = self.receive_inner(segment);
        if outcome.is_err() {
            self.incarnations = before;
        }
        outcome
    }

    fn receive_inner(&mut self, segment: &Segment) -> Result<Committed, ReceiveRefused> {
        let (Some(first), Some(last)) = (segment.ops.first(), segment.ops.last()) else {
            return Err(ReceiveRefused::Size);
        };
        if segment.ops.len() > Segment::MOST_OPS {
            return Err(ReceiveRefused::Size);
        }
        let (device, incarnation) = (first.header.device, first.header.incarnation);
        let follows = |(at, op): (usize, &domain::log::Op)| {
            let header = &op.header;
            header.device == device
                && header.incarnation == incarnation
                && header.seq == first.header.seq + at as u64
        };
        if segment.ops.iter().any(|op| op.header.branch != self.branch) {
            return Err(ReceiveRefused::OtherBranch);
        }
        if !segment.ops.iter().enumerate().all(follows) {
            return Err(ReceiveRefused::Broken);
        }
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let known = self.incarnations.number(incarnation);
        let have = known
            .and_then(|n| self.incarnations.tail(n))
            .map_or(0, |tail| tail.seq);
        if last.header.seq <= have {
            return Ok(Committed::default());
        }
        if first.header.seq != have + 1 {
            return Err(ReceiveRefused::Gap { have });
        }
        let key = device_key(&transaction, device)?.ok_or(ReceiveRefused::UnknownDevice)?;
        let n = match known {
            Some(n) => n,
            None => self.incarnations.begin(&transaction, incarnation, device)?,
        };
        let mut tail = *self.incarnations.tail(n).ok_or(ReceiveRefused::Broken)?;
        if tail.head != segment.previous || tail.device != device {
            return Err(ReceiveRefused::Broken);
        }
        let head = segment.ops.iter().fold(tail.head, |head, op| {
            head_after(&head, &op.header, &body_hash(&op.salt, &op.body()))
        });
        let message = seal_message(self.branch, device, incarnation, last.header.seq, &head);
        let seal = from_hex::<64>(&segment.seal)
            .map(|bytes| Signature::from_bytes(&bytes))
            .ok_or(ReceiveRefused::Broken)?;
        key.verify_strict(&message, &seal)
            .map_err(|_| ReceiveRefused::Broken)?;

        for op in &segment.ops {
            log::append(&transaction, n, &mut tail, op)?;
        }
        self.incarnations.advance(&transaction, n, tail)?;
        transaction.execute(
            "INSERT INTO segment (n, first, last, previous, seal) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                n,
                first.header.seq as i64,
                last.header.seq as i64,
                segment.previous.0,
                segment.seal
            ],
        )?;
        let mut apply = Apply::new(&transaction, &self.incarnations);
        for whole in segment
            .ops
            .iter()
            .filter(|op| op.header.nth == op.header.of)
        {
            log::ops_of(&transaction, whole.header.act, |op| {
                apply.changes(op.writing, &op.changes)
            })?;
        }
        let touched = apply.touched;
        derive::derive(&transaction, &touched.customers, None)?;
        transaction.commit()?;
        Ok(Committed {
            act: None,
            tables: touched.tables,
        })
    }

    /// Believes a device's segments from now on, before the op that enrols it has come: how a PC meets its first peer.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn trust(&mut self, device: DeviceId, key: &VerifyingKey) -> Result<(), StoreFailed> {
        let key = domain::log::to_hex(key.as_bytes());
        self.conn.execute("INSERT INTO local_trusted (device, key) VALUES (?1, ?2) ON CONFLICT (device) DO UPDATE SET key = excluded.key", params![device.0, key])?;
        Ok(())
    }
}

fn device_key(conn: &Connection, device: DeviceId) -> Result<Option<VerifyingKey>, StoreFailed> {
    let known: Option<Option<String>> = conn
        .prepare_cached("SELECT key FROM device WHERE id = ?1 AND void = 0 UNION ALL SELECT key FROM local_trusted WHERE device = ?1 LIMIT 1")?
        .query_row([device.0], |row| row.get(0))
        .optional()?;
    Ok(known
        .flatten()
        .and_then(|hex| from_hex::<32>(&hex))
        .and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok()))
}
