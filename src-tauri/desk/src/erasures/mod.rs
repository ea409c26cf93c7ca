//! Somebody wants nothing of themselves to be left here (个人信息保护法 §47): a manager asks, an administrator erases. Alone, an
//! administrator needs the recovery key. It cannot be taken back, so nothing of it is undone.

mod ask;
mod erase;
mod list;

pub use ask::{
    ASK_ERASURE, AskErasure, DECLINE_ERASURE, DeclineErasure, ask_erasure, decline_erasure,
};
pub use erase::{ERASE_CUSTOMER, ERASE_WITH_KEY, EraseCustomer, EraseWithKey, erase_customer};
pub use list::{ERASURES, ErasureAsked, ErasureDone, ErasuresView, erasures};

use std::collections::BTreeSet;

use domain::authority::erasure::subjects_text;
use domain::id::CustomerId;

use crate::problem::{Code, Outcome, Problem};
use crate::work::Work;

/// Codes from which the reason is chosen: a text could name the person.
const REASONS: &str = "erasure_reasons";

/// All ids under which a customer stands in the log: those of cards that were merged, and of visits from before it was known whose they
/// were.
fn subjects(work: &Work<'_>, customer: CustomerId) -> Outcome<String> {
    let shown = work.tables.shown_as(customer)?;
    let mut subjects = BTreeSet::from([shown.0]);
    let others = work.tables.also_known_as(shown)?;
    subjects.extend(others.into_iter().map(|id| id.0));
    subjects.extend(work.tables.visits_as_subjects(shown)?);
    Ok(subjects_text(&subjects))
}

/// A reason that was chosen.
fn reason(work: &Work<'_>, code: &str) -> Outcome<String> {
    if code.is_empty() {
        return Err(Problem::refused(Code::ReasonMissing));
    }
    work.house.must_have(REASONS, code)?;
    Ok(code.to_owned())
}
