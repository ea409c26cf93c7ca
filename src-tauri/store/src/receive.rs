//! The door for what happened elsewhere: a sealed segment of another PC's log.
//!
//! It goes through in two steps. A segment is *kept* when its chain and its seal were checked and it lies on the disk as it came: it
//! will not be asked for again, and may be acknowledged. It is *applied* when its lines stand in the log and what they say in the
//! tables. A crash between the two loses nothing: what was kept is applied later.
//!
//! Checks only what cannot depend on the order of arrival: branch, enrolled device, chain, seal, size. Breaches of role are
//! for the projections to show, not for this door to refuse.

use domain::id::{BranchId, DeviceId};
use domain::log::{Hash, Head, Misshapen, Segment, counted, from_hex, seal_message};
use domain::planted::{Bug, planted};
use ed25519_dalek::{Signature, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::error::StoreFailed;
use crate::incarnations::Incarnations;
use crate::{Committed, Store, kept};

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
    /// It goes on from another past than the one that is here: one disk was copied, and both went on.
    #[error("segment_forked")]
    Forked {
        /// How far the log is here.
        have: u64,
    },
    /// This PC's own log, sealed by itself and further than it is here: this is an older copy of the PC, and a new life of its log has
    /// to begin first.
    #[error("segment_of_own_log")]
    OwnLog,
    /// Chain or seal do not fit: changed on the way.
    #[error("segment_broken")]
    Broken,
    /// Empty or over the limit.
    #[error("segment_size")]
    Size,
    /// Written by a newer program in a form that this one does not know.
    #[error("segment_version")]
    Version,
    /// The machine failed.
    #[error(transparent)]
    Failed(#[from] StoreFailed),
}

impl From<rusqlite::Error> for ReceiveRefused {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Failed(cause.into())
    }
}

impl From<Misshapen> for ReceiveRefused {
    fn from(shape: Misshapen) -> Self {
        match shape {
            Misshapen::Version => Self::Version,
            Misshapen::Size => Self::Size,
            Misshapen::Broken => Self::Broken,
        }
    }
}

/// A packed segment that was opened: the long part of checking it, for which no store has to be at hand.
#[derive(Debug)]
pub struct Arrived<'p> {
    packed: &'p [u8],
    about: Head,
    /// With the chain's head after each line.
    opened: Result<(Segment, Vec<Hash>), Misshapen>,
}

impl<'p> Arrived<'p> {
    /// Opens a packed segment.
    ///
    /// # Errors
    /// [`Misshapen`] when it has no head that can be read; what else is wrong is told when it is kept.
    pub fn open(packed: &'p [u8]) -> Result<Self, Misshapen> {
        let about = Segment::head(packed)?;
        let opened = Segment::unpack(packed).map(|segment| {
            let chain = segment.chain_through().collect();
            (segment, chain)
        });
        Ok(Self {
            packed,
            about,
            opened,
        })
    }

    /// What its head says.
    #[must_use]
    pub fn about(&self) -> &Head {
        &self.about
    }
}

impl Store {
    /// Keeps a segment, durably, to be applied later. One that is here already is passed over; answers whether it was new.
    ///
    /// # Errors
    /// [`ReceiveRefused`]; then nothing was written.
    pub fn keep(&mut self, arrived: &Arrived<'_>) -> Result<bool, ReceiveRefused> {
        self.or_as_before(|store| {
            let transaction = store
                .conn
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let writes = (store.branch, store.n);
            let kept = keep(&transaction, &mut store.incarnations, writes, arrived)?;
            transaction.commit()?;
            Ok(kept.is_some())
        })
    }

    /// Keeps and applies a packed segment in one transaction. One that is here already is passed over; an act is applied when its last
    /// op is here.
    ///
    /// # Errors
    /// [`ReceiveRefused`]; then nothing was written.
    pub fn receive(&mut self, packed: &[u8]) -> Result<Committed, ReceiveRefused> {
        let arrived = Arrived::open(packed)?;
        self.or_as_before(|store| {
            let transaction = store
                .conn
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut committed = Committed::default();
            let writes = (store.branch, store.n);
            let kept = keep(&transaction, &mut store.incarnations, writes, &arrived)?;
            if let Some((n, first)) = kept {
                // Whatever of the same log waits before it comes first: then this one waits, too.
                let applied = store.incarnations.tail(n).map_or(0, |tail| tail.applied);
                if first <= applied + 1 {
                    let known = (&mut store.incarnations, &mut store.authority);
                    committed.tables =
                        kept::apply_whole(&transaction, known, store.branch, n, first)?;
                }
            }
            transaction.commit()?;
            Ok(committed)
        })
    }

    /// What is known of the logs is as before when the file is as before.
    pub(crate) fn or_as_before<T, E>(
        &mut self,
        act: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let before = (self.incarnations.clone(), self.authority.clone());
        let outcome = act(self);
        if outcome.is_err() {
            (self.incarnations, self.authority) = before;
        }
        outcome
    }

    /// Believes a device's segments from now on, before the op that enrols it has come: how a PC meets its first peer.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn trust(&mut self, device: DeviceId, key: &[u8; 32]) -> Result<(), StoreFailed> {
        let key = domain::log::to_hex(key);
        self.conn.execute("INSERT INTO local_trusted (device, key) VALUES (?1, ?2) ON CONFLICT (device) DO UPDATE SET key = excluded.key", params![device.0, key])?;
        Ok(())
    }
}

/// Writes a segment down as it came; gives its log and its first seq when it is new. `own` is the log that this PC writes.
pub(crate) fn keep(
    conn: &Connection,
    incarnations: &mut Incarnations,
    (branch, own): (BranchId, i64),
    arrived: &Arrived<'_>,
) -> Result<Option<(i64, u64)>, ReceiveRefused> {
    let about = &arrived.about;
    if about.branch != branch {
        return Err(ReceiveRefused::OtherBranch);
    }
    let known = incarnations.number(about.incarnation);
    let have = known
        .and_then(|n| incarnations.tail(n))
        .map_or(0, |tail| tail.seq);
    if about.last <= have {
        return Ok(None);
    }
    if about.first > have + 1 && !planted(Bug::HolesInLogs) {
        return Err(ReceiveRefused::Gap { have });
    }
    let key = device_key(conn, about.device)?.ok_or(ReceiveRefused::UnknownDevice)?;
    let n = match known {
        Some(n) => n,
        None => incarnations.begin(conn, about.incarnation, about.device)?,
    };
    let mut tail = *incarnations.tail(n).ok_or(ReceiveRefused::Broken)?;
    if tail.device != about.device {
        return Err(ReceiveRefused::Broken);
    }
    let (segment, chain) = arrived.opened.as_ref().map_err(|shape| *shape)?;
    let head = *chain.last().ok_or(ReceiveRefused::Broken)?;
    let message = seal_message(branch, about.device, about.incarnation, about.last, &head);
    key.verify_strict(&message, &Signature::from_bytes(&segment.seal))
        .map_err(|_| ReceiveRefused::Broken)?;
    // It may begin with what is here already: a log that goes on from a copied disk is sealed again elsewhere.
    let before = match have.checked_sub(about.first) {
        None => segment.previous,
        Some(overlap) => chain.get(overlap as usize).copied().unwrap_or(Hash::ZERO),
    };
    if tail.head != before && !(planted(Bug::HolesInLogs) && about.first > have + 1) {
        return Err(ReceiveRefused::Forked { have });
    }
    if n == own {
        return Err(ReceiveRefused::OwnLog);
    }
    tail.head = head;
    tail.seq = about.last;
    tail.clock = segment
        .lines
        .iter()
        .filter(|line| line.header.seq > have)
        .fold(tail.clock, |before, line| {
            counted(line.header.clock, before)
        });
    incarnations.advance(conn, n, tail)?;
    conn.prepare_cached("DELETE FROM segment WHERE n = ?1 AND first >= ?2 AND last <= ?3")?
        .execute(params![n, about.first as i64, about.last as i64])?;
    conn.prepare_cached(
        "INSERT INTO segment (n, first, last, previous, seal, packed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        n,
        about.first as i64,
        about.last as i64,
        segment.previous.0,
        segment.seal,
        arrived.packed
    ])?;
    Ok(Some((n, about.first)))
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
