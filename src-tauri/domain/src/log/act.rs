//! What a person does, before the store gives it its place in the log.

use uuid::Uuid;

use super::op::Change;
use crate::id::{ActId, StaffId};
use crate::when::Moment;

/// One op to be: a subject and what changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The person or thing concerned.
    pub subject: Uuid,
    /// Rows touched for that subject's sake.
    pub changes: Vec<Change>,
}

/// An act: committed whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Names all its ops.
    pub id: ActId,
    /// Wire name of what was done.
    pub verb: &'static str,
    /// Who did it.
    pub actor: StaffId,
    /// When it happened, as the user says.
    pub happened_at: Moment,
    /// When it was entered, as the machine says.
    pub entered_at: Moment,
    /// At least one.
    pub entries: Vec<Entry>,
}
