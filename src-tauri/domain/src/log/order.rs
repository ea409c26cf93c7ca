//! Who wrote last. A clock here is an order, never a time: nothing is refused and nothing dated by it.

use serde::{Deserialize, Serialize};

use crate::id::IncarnationId;
use crate::when::Moment;

/// A logical clock: the greatest of all seen and of the wall, plus one.
pub type Clock = u64;

/// A clock beyond this was not counted up by anyone honest; it is taken as its sender's previous one plus one, so that
/// one PC with a wild clock cannot win every field for ever.
pub const ABSURD: Clock = 1 << 62;

/// The order of two writings, the same on every PC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Order {
    /// Compared first.
    pub clock: Clock,
    /// Then this, which only has to be the same everywhere.
    pub incarnation: IncarnationId,
    /// Then this, within one incarnation.
    pub seq: u64,
}

/// The clock of the next op, given the greatest seen and the wall.
#[must_use]
pub fn next(seen: Clock, wall: Moment) -> Clock {
    seen.max(wall.0.max(0) as u64).saturating_add(1)
}

/// The clock that an op counts with, given the one it claims and the one its sender counted with before.
#[must_use]
pub fn counted(claimed: Clock, senders_previous: Clock) -> Clock {
    if claimed > ABSURD {
        senders_previous.saturating_add(1)
    } else {
        claimed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_back_does_not_turn_the_order_round() {
        let first = next(0, Moment(1_800_000_000_000));
        assert!(next(first, Moment(1_000)) > first);
    }

    #[test]
    fn an_absurd_clock_counts_as_the_senders_previous_plus_one() {
        assert_eq!(counted(u64::MAX, 17), 18);
        assert_eq!(counted(99, 17), 99);
    }
}
