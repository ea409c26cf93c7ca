//! How far every log is with somebody, and which log it is: equal seqs with unequal heads tell a copied disk.

use std::collections::BTreeMap;
use std::fmt;

use domain::id::IncarnationId;
use domain::log::{Hash, Vector, from_hex, to_hex};
use domain::planted::{Bug, planted};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Where one log stands. On the wire `seq head`, the head's first 8 bytes in hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The last op that is there durably, with all before it.
    pub seq: u64,
    /// The beginning of the chain's head after it. Enough to tell two logs apart; nothing is believed because of it.
    pub head: [u8; 8],
}

impl Reached {
    /// From the whole head.
    #[must_use]
    pub fn new(seq: u64, head: &Hash) -> Self {
        let mut short = [0; 8];
        short.copy_from_slice(&head.0[..8]);
        Self { seq, head: short }
    }
}

impl fmt::Display for Reached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.seq, to_hex(&self.head))
    }
}

impl Serialize for Reached {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Reached {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.split_once(' ')
            .and_then(|(seq, head)| {
                Some(Self {
                    seq: seq.parse().ok()?,
                    head: from_hex(head)?,
                })
            })
            .ok_or_else(|| de::Error::custom("not `seq head`"))
    }
}

/// Every log that somebody has. One that is not named is at 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Have(pub BTreeMap<IncarnationId, Reached>);

impl Have {
    /// How far, without the heads.
    #[must_use]
    pub fn vector(&self) -> Vector {
        Vector(self.0.iter().map(|(log, at)| (*log, at.seq)).collect())
    }

    /// How far one log is.
    #[must_use]
    pub fn seq(&self, log: IncarnationId) -> u64 {
        self.0.get(&log).map_or(0, |at| at.seq)
    }

    /// Logs that are equally far here and there and are not the same.
    #[must_use]
    pub fn forked_from(&self, theirs: &Self) -> Vec<IncarnationId> {
        let both = self
            .0
            .iter()
            .filter_map(|(log, mine)| Some((log, mine, theirs.0.get(log)?)));
        both.filter(|(_, mine, theirs)| {
            mine.seq == theirs.seq && mine.head != theirs.head && !planted(Bug::ForkUnseen)
        })
        .map(|(log, _, _)| *log)
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn have(seq: u64, head: u8) -> Have {
        let at = Reached::new(seq, &Hash([head; 32]));
        Have([(IncarnationId(Uuid::from_u128(5)), at)].into())
    }

    #[test]
    fn the_form_on_the_wire_never_changes() {
        let text = serde_json::to_string(&have(9, 0xab)).expect("written");
        assert_eq!(
            text,
            r#"{"00000000-0000-0000-0000-000000000005":"9 abababababababab"}"#
        );
        assert_eq!(
            serde_json::from_str::<Have>(&text).expect("read"),
            have(9, 0xab)
        );
    }

    #[test]
    fn what_is_no_seq_and_head_is_refused() {
        for text in ["", "9", "9 ab", "x abababababababab", "9 abababababababab "] {
            let text = serde_json::to_string(text).expect("written");
            assert!(serde_json::from_str::<Reached>(&text).is_err(), "{text}");
        }
    }

    #[test]
    fn two_logs_of_one_name_are_told_apart_where_they_are_equally_far() {
        let log = IncarnationId(Uuid::from_u128(5));
        assert_eq!(have(9, 1).forked_from(&have(9, 2)), [log]);
        assert!(have(9, 1).forked_from(&have(9, 1)).is_empty());
        assert!(
            have(9, 1).forked_from(&have(8, 2)).is_empty(),
            "that shows when the rest comes"
        );
    }
}
