//! The cursor of sync: how far each incarnation's log is here, without a gap.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::IncarnationId;

/// Incarnation → highest contiguous seq. An incarnation that is not named is at 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vector(pub BTreeMap<IncarnationId, u64>);

impl Vector {
    /// How far this incarnation's log is here.
    #[must_use]
    pub fn of(&self, incarnation: IncarnationId) -> u64 {
        self.0.get(&incarnation).copied().unwrap_or(0)
    }

    /// What `self` has and `other` lacks, as (incarnation, first missing seq).
    #[must_use]
    pub fn beyond(&self, other: &Self) -> Vec<(IncarnationId, u64)> {
        let missing = self
            .0
            .iter()
            .filter(|(incarnation, seq)| **seq > other.of(**incarnation));
        missing
            .map(|(incarnation, _)| (*incarnation, other.of(*incarnation) + 1))
            .collect()
    }
}
