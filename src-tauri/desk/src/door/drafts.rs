//! Forms that are half filled: they wait on this PC for whoever began them, through lock, sign-out and a pulled plug. No acts:
//! nothing of them is in the log, and nobody else sees them.

use domain::id::StaffId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Door;
use crate::desk::Look;
use crate::problem::{Code, Outcome, Problem};
use crate::session::Session;
use crate::verb::{SALES, Verb};
use crate::work::Nothing;

/// One's own.
pub const DRAFTS: Verb = Verb::new("drafts", SALES);
/// One's own.
pub const KEEP_DRAFT: Verb = Verb::new("keep_draft", SALES);
/// One's own.
pub const DROP_DRAFT: Verb = Verb::new("drop_draft", SALES);

/// The most bytes of a form.
const MOST: usize = 65_536;

/// A form as it was typed so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptDraft {
    /// Which.
    pub id: Uuid,
    /// What the screen made of it; the desk does not read it.
    pub draft: String,
}

/// A form to be kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepDraft {
    /// Whose it is. What was typed a moment before somebody else sat down must not become theirs.
    pub staff: StaffId,
    /// Which.
    pub id: Uuid,
    /// What the screen makes of it.
    pub draft: String,
}

/// Which form.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropDraft {
    /// Whose it is.
    pub staff: StaffId,
    /// Which.
    pub id: Uuid,
}

/// One's own half-filled forms on this PC.
///
/// # Errors
/// The machine's.
pub fn drafts(look: &Look<'_>, _: Nothing) -> Outcome<Vec<KeptDraft>> {
    Ok(look
        .tables
        .drafts(look.me.id)?
        .into_iter()
        .map(|(id, draft)| KeptDraft { id, draft })
        .collect())
}

impl Door {
    /// Keeps a form as it is now.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`], [`Code::NotYours`] when somebody else sits here, [`Code::TextTooLong`].
    pub fn keep_draft(&self, ask: &KeepDraft) -> Outcome<()> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&KEEP_DRAFT)?;
        must_be(&session, ask.staff)?;
        if ask.draft.len() > MOST {
            return Err(Problem::refused(Code::TextTooLong)
                .with("most", MOST)
                .with("length", ask.draft.len()));
        }
        desk.store().keep_draft(session.me.id, ask.id, &ask.draft)?;
        Ok(())
    }

    /// Forgets a form: it was logged, or dropped.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`], [`Code::NotYours`] when somebody else sits here.
    pub fn drop_draft(&self, ask: DropDraft) -> Outcome<()> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&DROP_DRAFT)?;
        must_be(&session, ask.staff)?;
        desk.store().drop_draft(session.me.id, ask.id)?;
        Ok(())
    }
}

fn must_be(session: &Session, staff: StaffId) -> Outcome<()> {
    if session.me.id == staff {
        Ok(())
    } else {
        Err(Problem::refused(Code::NotYours))
    }
}
