//! Two cards that are one person.

use crate::id::{ActId, CustomerId};
use crate::rows;
use uuid::Uuid;

rows! {
    /// Two cards are one customer. Nothing of either is moved: whoever looks sees both as one, under the lower id, and taking this away
    /// shows two again. The id is made from both, so that two PCs that find out the same write the same row.
    Merged(Uuid) in "merged", Fields {
        /// The lower id.
        a: CustomerId,
        /// The higher one.
        b: CustomerId,
        /// By which act: what that settled is taken back with it.
        act: ActId,
    }
}

impl Merged {
    /// The row of two customers.
    #[must_use]
    pub fn of(one: CustomerId, other: CustomerId, act: ActId) -> Self {
        let (a, b) = (one.min(other), one.max(other));
        Self {
            id: crate::id::by_rule(a.0, "merge", &b.0.to_string()),
            a,
            b,
            act,
        }
    }
}
