//! Scarce things: a number that only one PC may have, a car that only one customer can drive.
//!
//! Whoever wants one writes a [`Hold`](crate::rows::Hold), on any PC, with a network or without. It is provisional until the hub says
//! that it stands; what the hub has said stands against everything that comes later, however early it was written. Nobody waits for the
//! hub, and nothing is taken from anybody unseen: a hold that cannot stand is shown as one.
//!
//! When another PC takes over, what the hub before it granted counts as far as the new one knew of it: so that of two that hold
//! themselves for the hub no two grants of one thing count.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::id::DeviceId;
use crate::log::{Order, Vector};

/// A hold, with where it stands in the order of everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub id: Uuid,
    /// What kind of thing, and which.
    pub thing: (String, String),
    /// From when until when, in ms since 1970; the end is not part of it.
    pub span: (i64, i64),
    /// For which row.
    pub of: Uuid,
    /// When it was written, compared with others.
    pub order: Order,
}

impl Held {
    /// Whether both cannot be had.
    #[must_use]
    pub fn excludes(&self, other: &Self) -> bool {
        self.thing == other.thing
            && self.of != other.of
            && self.span.0 < other.span.1
            && other.span.0 < self.span.1
    }
}

/// That somebody as the hub granted a hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Which.
    pub hold: Uuid,
    /// In which epoch.
    pub epoch: i64,
    /// Who said so.
    pub by: DeviceId,
    /// Where it stands.
    pub order: Order,
}

/// That a PC took over as the hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epoch {
    /// Greater than every one before.
    pub number: i64,
    /// Who.
    pub device: DeviceId,
    /// What it knew then.
    pub known: Vector,
}

/// How a hold stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The hub has said so.
    Granted,
    /// The hub has not said anything yet.
    Open,
    /// Somebody else has it.
    Refused,
}

/// Whether a grant counts. Before there was any hub (epoch 0) the only PC grants.
#[must_use]
pub fn counts(grant: &Grant, epochs: &[Epoch]) -> bool {
    let of_its_epoch = epochs.iter().find(|epoch| epoch.number == grant.epoch);
    let by_the_hub = match of_its_epoch {
        Some(epoch) => epoch.device == grant.by,
        None => grant.epoch == 0,
    };
    let next = epochs
        .iter()
        .filter(|epoch| epoch.number > grant.epoch)
        .min_by_key(|epoch| epoch.number);
    by_the_hub && next.is_none_or(|next| knew(&next.known, grant.order))
}

fn knew(known: &Vector, op: Order) -> bool {
    known.of(op.incarnation) >= op.seq
}

/// How each of these holds stands, given every other of the same things, every grant of any of them, and every epoch.
#[must_use]
pub fn standings(held: &[Held], grants: &[Grant], epochs: &[Epoch]) -> BTreeMap<Uuid, Standing> {
    let mut granted: Vec<&Held> = Vec::new();
    let mut counting: Vec<&Grant> = grants.iter().filter(|one| counts(one, epochs)).collect();
    counting.sort_by_key(|grant| (grant.epoch, grant.order));
    for grant in counting {
        let Some(hold) = held.iter().find(|hold| hold.id == grant.hold) else {
            continue;
        };
        // Two copies of one hub may both have granted: the first of them.
        if !granted.iter().any(|other| hold.excludes(other)) {
            granted.push(hold);
        }
    }
    let standing = |hold: &Held| {
        if granted.iter().any(|other| other.id == hold.id) {
            Standing::Granted
        } else if granted.iter().any(|other| hold.excludes(other)) {
            Standing::Refused
        } else {
            Standing::Open
        }
    };
    held.iter().map(|hold| (hold.id, standing(hold))).collect()
}

/// Which of these the hub may grant now: whoever came first has it.
#[must_use]
pub fn to_grant(held: &[Held], standings: &BTreeMap<Uuid, Standing>) -> Vec<Uuid> {
    let stands = |hold: &&Held, as_what| standings.get(&hold.id) == Some(&as_what);
    let mut open: Vec<&Held> = held
        .iter()
        .filter(|hold| stands(hold, Standing::Open))
        .collect();
    open.sort_by_key(|hold| hold.order);
    let mut granted: Vec<&Held> = Vec::new();
    for hold in open {
        if !granted.iter().any(|other| hold.excludes(other)) {
            granted.push(hold);
        }
    }
    granted.iter().map(|hold| hold.id).collect()
}

#[cfg(test)]
mod tests;
