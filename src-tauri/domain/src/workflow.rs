//! States and the moves between them. State is never written: it is folded from steps, in the same order on every PC.

use crate::log::Order;
use uuid::Uuid;

/// The moves that a table's rows may make.
#[derive(Debug, PartialEq, Eq)]
pub struct Workflow {
    /// Wire name of the table.
    pub noun: &'static str,
    /// The state of a row without steps.
    pub first: &'static str,
    /// (from, to).
    pub moves: &'static [(&'static str, &'static str)],
    /// (state, state to which undo leads back).
    pub undo: &'static [(&'static str, &'static str)],
}

/// A party is here until it has left.
pub const VISIT: Workflow = Workflow {
    noun: "visit",
    first: "open",
    moves: &[("open", "left"), ("left", "open")],
    undo: &[("left", "open")],
};

/// A card is open until it has a result or a reason.
pub const CARD: Workflow = Workflow {
    noun: "card",
    first: "open",
    moves: &[
        ("open", "done"),
        ("open", "skipped"),
        ("done", "open"),
        ("skipped", "open"),
    ],
    undo: &[("done", "open"), ("skipped", "open")],
};

/// An appointment is expected until they come, or do not.
pub const APPOINTMENT: Workflow = Workflow {
    noun: "appointment",
    first: "expected",
    moves: &[
        ("expected", "arrived"),
        ("expected", "no_show"),
        ("expected", "cancelled"),
        // Late is not never.
        ("no_show", "arrived"),
        ("arrived", "expected"),
        ("no_show", "expected"),
        ("cancelled", "expected"),
    ],
    undo: &[
        ("arrived", "expected"),
        ("no_show", "expected"),
        ("cancelled", "expected"),
    ],
};

/// A claim waits for a manager.
pub const CLAIM: Workflow = Workflow {
    noun: "claim",
    first: "asked",
    moves: &[
        ("asked", "granted"),
        ("asked", "refused"),
        ("asked", "withdrawn"),
        ("granted", "asked"),
        ("refused", "asked"),
        ("withdrawn", "asked"),
    ],
    undo: &[
        ("granted", "asked"),
        ("refused", "asked"),
        ("withdrawn", "asked"),
    ],
};

/// A day is open until its sheet is closed; whoever comes later opens it again.
pub const BUSINESS_DAY: Workflow = Workflow {
    noun: "business_day",
    first: "open",
    moves: &[("open", "closed"), ("closed", "open")],
    undo: &[("closed", "open")],
};

/// Every workflow.
pub const WORKFLOWS: &[&Workflow] = &[&VISIT, &CARD, &APPOINTMENT, &CLAIM, &BUSINESS_DAY];

/// The workflow of a table, where it has one.
#[must_use]
pub fn of(noun: &str) -> Option<&'static Workflow> {
    WORKFLOWS
        .iter()
        .copied()
        .find(|workflow| workflow.noun == noun)
}

/// A step as the fold sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its row id.
    pub id: Uuid,
    /// When it counts.
    pub order: Order,
    /// The state wanted.
    pub to: String,
}

/// What a row's steps come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The state.
    pub state: String,
    /// The last step that counted.
    pub head: Option<Uuid>,
    /// Steps that were not legal when their turn came: kept, shown, without effect.
    pub exceptions: Vec<Uuid>,
}

impl Workflow {
    /// Folds steps, given in any order, into a state.
    #[must_use]
    pub fn fold(&self, mut steps: Vec<Taken>) -> Folded {
        steps.sort_by_key(|step| step.order);
        let mut folded = Folded {
            state: self.first.to_owned(),
            head: None,
            exceptions: Vec::new(),
        };
        for step in steps {
            if self.allows(&folded.state, &step.to) {
                folded.state = step.to;
                folded.head = Some(step.id);
            } else {
                folded.exceptions.push(step.id);
            }
        }
        folded
    }

    /// Whether the move exists.
    #[must_use]
    pub fn allows(&self, from: &str, to: &str) -> bool {
        self.moves.contains(&(from, to))
    }

    /// The state to which undoing leads back.
    #[must_use]
    pub fn undone(&self, state: &str) -> Option<&'static str> {
        self.undo
            .iter()
            .find(|(from, _)| *from == state)
            .map(|(_, to)| *to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::IncarnationId;

    fn step(id: u128, clock: u64, to: &str) -> Taken {
        Taken {
            id: Uuid::from_u128(id),
            order: Order {
                clock,
                incarnation: IncarnationId(Uuid::nil()),
                seq: clock,
            },
            to: to.into(),
        }
    }

    #[test]
    fn a_card_done_on_two_pcs_at_once_is_done_once_and_the_second_stays_visible() {
        let folded = CARD.fold(vec![step(2, 20, "skipped"), step(1, 10, "done")]);
        assert_eq!(folded.state, "done");
        assert_eq!(folded.exceptions, [Uuid::from_u128(2)]);
    }

    #[test]
    fn the_order_of_arrival_does_not_matter() {
        let steps = [
            step(1, 10, "left"),
            step(2, 20, "open"),
            step(3, 30, "left"),
        ];
        let mut turned = steps.to_vec();
        turned.reverse();
        assert_eq!(VISIT.fold(steps.to_vec()), VISIT.fold(turned));
    }
}
