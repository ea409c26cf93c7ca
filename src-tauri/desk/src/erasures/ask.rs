//! Asking that somebody be erased, and the administrator's no.

use domain::authority::erasure::asked_message;
use domain::id::{BranchId, CustomerId, ErasureId};
use domain::log::to_hex;
use domain::rows::{Customer, ErasureRequest};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{reason, subjects};
use crate::door::Door;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::Signer;
use crate::text;
use crate::verb::{MANAGERS, Verb};
use crate::work::{Acted, Work};

/// Managers ask. Their own signature goes with it, so it needs the password; the act itself is none of authority.
pub const ASK_ERASURE: Verb = Verb::new("ask_erasure", MANAGERS);
/// Administrators say no; whoever asked takes it back.
pub const DECLINE_ERASURE: Verb = Verb::new("decline_erasure", MANAGERS);

/// Whom, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskErasure {
    /// Whom.
    pub customer: CustomerId,
    /// Code of `erasure_reasons`.
    pub reason: String,
}

/// Which request, and what is said to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DeclineErasure {
    /// Which.
    pub request: ErasureId,
    /// What is said to it.
    pub answer: Option<String>,
}

impl Door {
    /// Asks that a customer be erased.
    ///
    /// # Errors
    /// [`Code::PasswordNeeded`] after a switch by PIN; [`Code::NotFound`], [`Code::ErasureWaits`], [`Code::ReasonMissing`],
    /// [`Code::NotInList`].
    pub fn ask_erasure(&self, ask: &AskErasure, now: Now) -> Outcome<Acted> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&ASK_ERASURE)?;
        let keys = session.keys.as_ref();
        let keys = keys.ok_or(Problem::refused(Code::PasswordNeeded))?;
        let done = desk.perform(&ASK_ERASURE, &session, now, |work| {
            ask_erasure(work, ask, keys)
        })?;
        Ok(done.answer)
    }
}

/// Asks, under the signature of these keys.
///
/// # Errors
/// As [`Door::ask_erasure`].
pub fn ask_erasure(work: &mut Work<'_>, ask: &AskErasure, keys: &Signer) -> Outcome<Acted> {
    let customer: Customer = work
        .tables
        .get(ask.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !work.tables.erasures_asked_for(customer.id)?.is_empty() {
        return Err(Problem::refused(Code::ErasureWaits));
    }
    let reason = reason(work, &ask.reason)?;
    let subjects = subjects(work, customer.id)?;
    let id: ErasureId = work.new_id();
    let message = asked_message(branch(work)?, id.0, &subjects);
    let request = ErasureRequest {
        id,
        customer: customer.id,
        by: work.me.id,
        reason,
        subjects,
        signature: to_hex(&keys.sign(&message)),
        declined_by: None,
        answer: None,
    };
    work.insert(customer.id.0, &request);
    Ok(work.acted())
}

/// Says no, or takes back what one asked.
///
/// # Errors
/// [`Code::NotFound`] for what does not wait; [`Code::NotAllowed`] for another's request, unless one administers.
pub fn decline_erasure(work: &mut Work<'_>, ask: DeclineErasure) -> Outcome<Acted> {
    let before = super::erase::waiting(work, ask.request)?;
    let mine = before.by == work.me.id;
    if !mine && !work.me.is(crate::verb::ADMIN) {
        return Err(Problem::refused(Code::NotAllowed));
    }
    let answer = text::optional(ask.answer.as_deref().unwrap_or_default(), text::NOTE)?;
    let after = ErasureRequest {
        declined_by: Some(work.me.id),
        answer,
        ..before.clone()
    };
    work.update(before.customer.0, &before, &after)?;
    Ok(work.acted())
}

fn branch(work: &Work<'_>) -> Outcome<BranchId> {
    let branch = work.tables.branch()?;
    branch
        .map(|branch| branch.id)
        .ok_or_else(|| Problem::broken("a store without its branch"))
}
