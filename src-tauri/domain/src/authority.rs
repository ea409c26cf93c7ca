//! Whom to believe: which acts of authority count, and where the log of a PC that was shut out ends.
//!
//! Enrolling and shutting out PCs, people, their keys and roles, the house's lists and rules: rows of [signed](crate::table::Table::signed)
//! tables are written by acts that carry the person's own signature, and the first of these is signed by the branch's root key. Whether
//! such an act counts is worked out from all of them at once, in the order of the log: who had which key and which role at that place. So
//! every PC comes to the same answer, whatever came to it first. What does not count stays in the log and is shown, never projected.
//!
//! Erasing a person is judged by other rules ([`erasure`]), because nobody can take it back.
//!
//! Knows no cryptography: whether a signature fits a key is asked.

pub mod erasure;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;

use crate::id::{DeviceId, IncarnationId, StaffId};
use crate::log::{Change, Hash, Header, Order, Vector};
use crate::role::Role;
use crate::value::Value;

/// What of one's own row of staff everyone may change: the seal of the password.
const ONES_OWN: &[&str] = &["sealed_seed", "one_time_password"];

/// What a person signs to put their name under an op: what it is and when it counts, whichever log it comes to stand in.
#[must_use]
pub fn signed_message(header: &Header, body: &Hash) -> Vec<u8> {
    let mut message = b"forecourt act 1".to_vec();
    let ids = [header.branch.0, header.act.0, header.subject];
    for id in ids.iter().chain([&header.actor.0]) {
        message.extend_from_slice(id.as_bytes());
    }
    for number in [header.nth, header.of] {
        message.extend_from_slice(&number.to_be_bytes());
    }
    message.extend_from_slice(&header.clock.to_be_bytes());
    message.extend_from_slice(&header.happened_at.0.to_be_bytes());
    message.extend_from_slice(&header.entered_at.0.to_be_bytes());
    message.extend_from_slice(header.verb.as_bytes());
    message.push(0);
    message.extend_from_slice(&body.0);
    message
}

/// An op that carries a signature, of an act that is here to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Its place among all ops.
    pub order: Order,
    /// Who, where, when.
    pub header: Header,
    /// Of its body.
    pub hash: Hash,
    /// What it did.
    pub changes: Vec<Change>,
}

impl Signed {
    /// The seq of its act's last op: an act counts whole or not at all.
    fn end(&self) -> u64 {
        end_of_act(&self.header)
    }
}

/// The seq at which the act of this op ends.
#[must_use]
pub fn end_of_act(header: &Header) -> u64 {
    header.seq + u64::from(header.of.saturating_sub(header.nth))
}

/// Where the logs of PCs that were shut out end: what they wrote later is kept and not projected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cuts(BTreeMap<DeviceId, Vector>);

impl Cuts {
    /// Whether an act that ends at `end` of this log came too late.
    #[must_use]
    pub fn off(&self, device: DeviceId, incarnation: IncarnationId, end: u64) -> bool {
        self.0
            .get(&device)
            .is_some_and(|kept| end > kept.of(incarnation))
    }

    /// Whether this PC was shut out.
    #[must_use]
    pub fn names(&self, device: DeviceId) -> bool {
        self.0.contains_key(&device)
    }

    /// The PCs that were shut out, with what still counts of their logs.
    pub fn iter(&self) -> impl Iterator<Item = (DeviceId, &Vector)> {
        self.0.iter().map(|(device, kept)| (*device, kept))
    }
}

/// What the acts of authority come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// For each op that was given, whether it counts.
    pub counts: Vec<bool>,
    /// Where logs end.
    pub cuts: Cuts,
    /// Subjects of whom nothing may be left.
    pub erased: BTreeSet<Uuid>,
}

/// Which signature of an op is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hand {
    /// Of whoever did it.
    Actor,
    /// Of whoever asked for it before, where an [erasure] says so.
    Asker,
}

/// Decides about every signed op at once. `fits` is asked whether a signature of an op is that of a key (in hexadecimal).
///
/// Who shut out a PC had to be somebody who could, as things stood then; what that PC wrote beyond the place named is left out from
/// the beginning. Nobody shuts out the root.
pub fn judge(
    root: Option<&str>,
    ops: &[Signed],
    mut fits: impl FnMut(&Signed, Hand, &str) -> bool,
) -> Judged {
    let mut order: Vec<usize> = (0..ops.len()).collect();
    order.sort_unstable_by_key(|at| ops[*at].order);
    // First what shuts out, as things stood when it was done; then everything, without what is shut out.
    let (shutting, cuts) = walk(root, ops, &order, Cuts::default(), &mut fits);
    let (mut counts, _) = walk(root, ops, &order, cuts.clone(), &mut fits);
    for (at, op) in ops.iter().enumerate() {
        if op.changes.iter().any(|change| change.table == "revocation") {
            counts[at] = shutting[at];
        }
    }
    let erased = erasure::judge(root, ops, &mut counts, &mut fits);
    Judged {
        counts,
        cuts,
        erased,
    }
}

fn walk(
    root: Option<&str>,
    ops: &[Signed],
    order: &[usize],
    cuts: Cuts,
    fits: &mut impl FnMut(&Signed, Hand, &str) -> bool,
) -> (Vec<bool>, Cuts) {
    let mut counts = vec![false; ops.len()];
    let mut standing = Standing {
        cuts,
        ..Standing::default()
    };
    for at in order {
        let op = &ops[*at];
        if standing.allows(root, op, fits) {
            counts[*at] = true;
            op.changes.iter().for_each(|change| standing.take(change));
        }
    }
    (counts, standing.cuts)
}

/// Who has which key and role, at one place of the order.
#[derive(Default)]
struct Standing {
    staff: HashMap<Uuid, Person>,
    /// By the row.
    roles: HashMap<Uuid, RoleRow>,
    /// Rows of revocations, until all their fields are known.
    revocations: HashMap<Uuid, (Option<DeviceId>, Option<Vector>)>,
    cuts: Cuts,
}

#[derive(Default)]
struct Person {
    active: bool,
    void: bool,
    key: Option<String>,
}

#[derive(Default)]
struct RoleRow {
    staff: Option<Uuid>,
    role: Option<String>,
    void: bool,
}

impl Standing {
    fn allows(
        &self,
        root: Option<&str>,
        op: &Signed,
        fits: &mut impl FnMut(&Signed, Hand, &str) -> bool,
    ) -> bool {
        let header = &op.header;
        if root.is_some_and(|root| fits(op, Hand::Actor, root)) {
            return true;
        }
        if self.cuts.off(header.device, header.incarnation, op.end()) {
            return false;
        }
        let known = self
            .staff
            .get(&header.actor.0)
            .filter(|person| person.active && !person.void);
        let Some(key) = known.and_then(|person| person.key.as_deref()) else {
            return false;
        };
        (self.is_admin(header.actor) || is_own_seal(op)) && fits(op, Hand::Actor, key)
    }

    fn is_admin(&self, staff: StaffId) -> bool {
        self.roles.values().any(|row| {
            row.staff == Some(staff.0)
                && !row.void
                && row.role.as_deref() == Some(Role::Admin.code())
        })
    }

    fn take(&mut self, change: &Change) {
        let text = |field: &str| change.fields.get(field).and_then(Value::as_text);
        let yes = |field: &str| match change.fields.get(field) {
            Some(Value::Bool(yes)) => Some(*yes),
            _ => None,
        };
        match change.table.as_ref() {
            "staff" => {
                let person = self.staff.entry(change.row).or_default();
                person.active = yes("active").unwrap_or(person.active);
                person.void = yes("void").unwrap_or(person.void);
                if let Some(key) = text("sign_key") {
                    person.key = Some(key.to_owned());
                }
            }
            "staff_role" => {
                let row = self.roles.entry(change.row).or_default();
                row.void = yes("void").unwrap_or(row.void);
                if let Some(staff) = change.fields.get("staff").and_then(Value::as_id) {
                    row.staff = Some(staff);
                }
                if let Some(role) = text("role") {
                    row.role = Some(role.to_owned());
                }
            }
            "revocation" => {
                let row = self.revocations.entry(change.row).or_default();
                // A fact: the first stands.
                if row.0.is_none() {
                    row.0 = change
                        .fields
                        .get("device")
                        .and_then(Value::as_id)
                        .map(DeviceId);
                }
                if row.1.is_none() {
                    row.1 = text("kept").and_then(|kept| serde_json::from_str(kept).ok());
                }
                if let (Some(device), Some(kept)) = row {
                    self.cuts.0.entry(*device).or_insert_with(|| kept.clone());
                }
            }
            _ => {}
        }
    }
}

/// A new seal for one's own password, and nothing else.
fn is_own_seal(op: &Signed) -> bool {
    let own = |change: &Change| {
        change.table == "staff"
            && change.row == op.header.actor.0
            && change
                .fields
                .keys()
                .all(|field| ONES_OWN.contains(&field.as_ref()))
    };
    !op.changes.is_empty() && op.changes.iter().all(own)
}

#[cfg(test)]
mod tests;
