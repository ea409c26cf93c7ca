//! Which erasures count. What they take away is gone from the disk, so whether one counts may only ever go from no to yes: whatever else
//! arrives later, on whichever PC, must not make it doubtful again.
//!
//! Therefore it is asked who *ever* had the role and the key, not who had them at that place of the log, and a PC that was shut out does
//! not matter. In return it takes two people, a manager who asks and an administrator who does it, or the branch's root key.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{Hand, Signed};
use crate::id::BranchId;
use crate::log::Change;
use crate::role::Role;
use crate::value::Value;

/// The table.
const ERASURE: &str = "erasure";
/// Roles that may ask for one.
const ASKERS: &[Role] = &[Role::SalesManager, Role::GeneralManager, Role::Admin];

/// What the person who asks signs.
#[must_use]
pub fn asked_message(branch: BranchId, erasure: Uuid, subjects: &str) -> Vec<u8> {
    let mut message = b"forecourt erase 1".to_vec();
    message.extend_from_slice(branch.0.as_bytes());
    message.extend_from_slice(erasure.as_bytes());
    message.extend_from_slice(subjects.as_bytes());
    message
}

/// The subjects as an erasure's row lists them.
#[must_use]
pub fn subjects_text(subjects: &BTreeSet<Uuid>) -> String {
    let ids: Vec<String> = subjects.iter().map(Uuid::to_string).collect();
    ids.join(" ")
}

/// What an op's erasure says, where it is one: its row, its subjects as they stand there, who asked, and their signature in hexadecimal.
#[must_use]
pub fn asked(op: &Signed) -> Option<(Uuid, &str, Option<Uuid>, Option<&str>)> {
    let change = erasure_of(op)?;
    let text = |field: &str| change.fields.get(field).and_then(Value::as_text);
    let asker = change.fields.get("asked_by").and_then(Value::as_id);
    Some((
        change.row,
        text("subjects")?,
        asker,
        text("asked_signature"),
    ))
}

/// One erasure an act, and nothing else in it.
fn erasure_of(op: &Signed) -> Option<&Change> {
    match op.changes.as_slice() {
        [change] if change.table == ERASURE => Some(change),
        _ => None,
    }
}

/// Says of every erasure whether it counts; gives whom they name.
pub(super) fn judge(
    root: Option<&str>,
    ops: &[Signed],
    counts: &mut [bool],
    fits: &mut impl FnMut(&Signed, Hand, &str) -> bool,
) -> BTreeSet<Uuid> {
    let mut erased = BTreeSet::new();
    let touches = |op: &Signed| op.changes.iter().any(|change| change.table == ERASURE);
    if !ops.iter().any(touches) {
        return erased;
    }
    let ever = Ever::of(root, ops, fits);
    for (at, op) in ops.iter().enumerate().filter(|(_, op)| touches(op)) {
        counts[at] = false;
        let Some((_, subjects, asker, _)) = asked(op) else {
            continue;
        };
        let actor = op.header.actor.0;
        let by_root = root.is_some_and(|root| fits(op, Hand::Actor, root));
        let by_two = asker.is_some_and(|asker| {
            asker != actor
                && ever.had(actor, &[Role::Admin])
                && ever.had(asker, ASKERS)
                && ever.signed(op, Hand::Actor, actor, fits)
                && ever.signed(op, Hand::Asker, asker, fits)
        });
        if by_root || by_two {
            counts[at] = true;
            erased.extend(
                subjects
                    .split(' ')
                    .filter_map(|id| Uuid::parse_str(id).ok()),
            );
        }
    }
    erased
}

/// Which keys and roles somebody ever had. Only grows as ops arrive.
#[derive(Default)]
struct Ever {
    keys: BTreeMap<Uuid, BTreeSet<String>>,
    /// By the row.
    roles: BTreeMap<Uuid, Held>,
}

/// Whom a row ever named, and which roles.
#[derive(Default)]
struct Held {
    staff: BTreeSet<Uuid>,
    roles: BTreeSet<String>,
}

impl Ever {
    fn of(
        root: Option<&str>,
        ops: &[Signed],
        fits: &mut impl FnMut(&Signed, Hand, &str) -> bool,
    ) -> Self {
        let about_people =
            |change: &Change| change.table == "staff" || change.table == "staff_role";
        let mut open: Vec<&Signed> = ops
            .iter()
            .filter(|op| op.changes.iter().any(about_people))
            .collect();
        let mut ever = Self::default();
        // What one op makes true may make another believable, in whatever order they stand.
        loop {
            let before = open.len();
            open.retain(|op| {
                let actor = op.header.actor.0;
                let believed = root.is_some_and(|root| fits(op, Hand::Actor, root))
                    || (ever.had(actor, &[Role::Admin])
                        && ever.signed(op, Hand::Actor, actor, fits));
                if believed {
                    op.changes.iter().for_each(|change| ever.take(change));
                }
                !believed
            });
            if open.len() == before {
                return ever;
            }
        }
    }

    fn take(&mut self, change: &Change) {
        let text = |field: &str| {
            let value = change.fields.get(field);
            value.and_then(Value::as_text).map(str::to_owned)
        };
        match change.table.as_ref() {
            "staff" => {
                let key = text("sign_key");
                self.keys.entry(change.row).or_default().extend(key);
            }
            "staff_role" => {
                let held = self.roles.entry(change.row).or_default();
                held.roles.extend(text("role"));
                let staff = change.fields.get("staff").and_then(Value::as_id);
                held.staff.extend(staff);
            }
            _ => {}
        }
    }

    fn had(&self, staff: Uuid, roles: &[Role]) -> bool {
        self.roles.values().any(|held| {
            held.staff.contains(&staff) && roles.iter().any(|role| held.roles.contains(role.code()))
        })
    }

    fn signed(
        &self,
        op: &Signed,
        hand: Hand,
        staff: Uuid,
        fits: &mut impl FnMut(&Signed, Hand, &str) -> bool,
    ) -> bool {
        let keys = self.keys.get(&staff);
        keys.is_some_and(|keys| keys.iter().any(|key| fits(op, hand, key)))
    }
}

#[cfg(test)]
mod tests;
