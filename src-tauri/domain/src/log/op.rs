//! The entries of the log.
//!
//! Wire names are fixed for ever; a changed meaning is a new name. The golden bytes below hold that.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::chain::Salt;
use super::order::Clock;
use crate::id::{ActId, BranchId, DeviceId, IncarnationId, StaffId};
use crate::value::Value;
use crate::when::Moment;

/// A wire name: this program's own are not copied, those of a newer version are.
pub type Name = Cow<'static, str>;

/// Field → value, sorted by name, so that equal contents are equal bytes.
pub type Fields = BTreeMap<Name, Value>;

/// What an op did to one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The table's wire name.
    #[serde(rename = "t")]
    pub table: Name,
    /// The row.
    #[serde(rename = "r")]
    pub row: Uuid,
    /// The fields written.
    #[serde(rename = "f")]
    pub fields: Fields,
    /// What they held before, as far as the author knew: shows true concurrency, and is what undo goes back to.
    #[serde(rename = "b", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub base: Fields,
}

/// Everything of an op that stays when its body is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The act it belongs to.
    pub act: ActId,
    /// Its place in the act, from 1. Act and place name the op, in whichever log it stands; applying is idempotent by them.
    pub nth: u32,
    /// How many ops the act has.
    pub of: u32,
    /// The showroom.
    pub branch: BranchId,
    /// The PC.
    pub device: DeviceId,
    /// The life of that PC's log.
    pub incarnation: IncarnationId,
    /// Gapless from 1 within the incarnation.
    pub seq: u64,
    /// The order.
    pub clock: Clock,
    /// What was done, in the log's own words.
    pub verb: String,
    /// The person or thing concerned; one per op.
    pub subject: Uuid,
    /// Who did it.
    pub actor: StaffId,
    /// When it happened, as the user says.
    pub happened_at: Moment,
    /// When it was entered, as the machine says. Back-filling never improves timeliness.
    pub entered_at: Moment,
    /// The actor's own signature over the body's hash, for verbs of authority: 64 bytes in hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    /// What stays for ever.
    pub header: Header,
    /// Hides the contents of an erased body: its hash alone would let names be guessed.
    pub salt: Salt,
    /// What changed.
    pub changes: Vec<Change>,
}

impl Op {
    /// The body as it is hashed: JSON with sorted fields and no white space.
    #[must_use]
    pub fn body(&self) -> String {
        body(&self.changes)
    }
}

/// The canonical form of changes.
#[must_use]
pub fn body(changes: &[Change]) -> String {
    /// Most bodies are smaller.
    const USUAL: usize = 2_048;
    let mut bytes = Vec::with_capacity(USUAL);
    serde_json::to_writer(&mut bytes, changes)
        .expect("texts, integers and maps with text keys always have a JSON form");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::{Hash, body_hash, head_after};

    fn golden() -> Op {
        let id = |n| Uuid::from_u128(n);
        Op {
            header: Header {
                act: ActId(id(2)),
                nth: 1,
                of: 1,
                branch: BranchId(id(3)),
                device: DeviceId(id(4)),
                incarnation: IncarnationId(id(5)),
                seq: 7,
                clock: 1_772_000_000_001,
                verb: "log_walk_in".into(),
                subject: id(6),
                actor: StaffId(id(8)),
                happened_at: Moment(1_772_000_000_000),
                entered_at: Moment(1_772_000_000_000),
                signature: None,
            },
            salt: Salt([9; 16]),
            changes: vec![Change {
                table: "visit".into(),
                row: id(10),
                fields: [
                    ("name".into(), Value::Text("王女士".into())),
                    ("party_size".into(), Value::Int(2)),
                ]
                .into(),
                base: [("name".into(), Value::Null)].into(),
            }],
        }
    }

    #[test]
    fn the_bytes_of_version_1_never_change() {
        let op = golden();
        assert_eq!(
            op.body(),
            r#"[{"t":"visit","r":"00000000-0000-0000-0000-00000000000a","f":{"name":"王女士","party_size":2},"b":{"name":null}}]"#
        );
        assert_eq!(
            body_hash(&op.salt, op.body().as_bytes()).to_string(),
            "dd243ed7a6b070d7bb1c6568378bb84ea7f884f29d1b17e79475f52b0395cca6"
        );
        assert_eq!(
            head_after(
                &Hash::ZERO,
                &op.header,
                &body_hash(&op.salt, op.body().as_bytes())
            )
            .to_string(),
            "35f3908b26e044923e12c20128d25b26b1535ceaddd7eed6727503c774cd8d1f"
        );
    }
}
