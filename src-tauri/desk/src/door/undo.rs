//! Taking back, by whoever sits there.

use super::Door;
use crate::now::Now;
use crate::problem::Outcome;
use crate::undo::{UndoAsk, UndoDone, take_back};

impl Door {
    /// Takes an act back.
    ///
    /// # Errors
    /// As [`take_back`].
    pub fn undo(&self, ask: UndoAsk, now: Now) -> Outcome<UndoDone> {
        let (desk, session) = self.signed_in()?;
        take_back(&desk, &session, ask, now)
    }
}
