//! Erasing: what a manager asked for, or alone with the recovery key.

use domain::id::{CustomerId, ErasureId, StaffId};
use domain::rows::{Customer, Erasure, ErasureRequest};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{reason, subjects};
use crate::door::{Door, by_paper};
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::{Session, Signer};
use crate::verb::{ADMIN, Verb};
use crate::work::{Acted, Work};

/// Administrators, at a manager's request.
pub const ERASE_CUSTOMER: Verb = Verb::signed("erase_customer", ADMIN);
/// Administrators alone, with the key on paper.
pub const ERASE_WITH_KEY: Verb = Verb::signed("erase_with_key", ADMIN);

/// Which request.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EraseCustomer {
    /// Which.
    pub request: ErasureId,
}

/// Whom, why, and the paper key.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EraseWithKey {
    /// Whom.
    pub customer: CustomerId,
    /// Code of `erasure_reasons`.
    pub reason: String,
    /// Case, spaces and dashes do not matter.
    pub recovery_key: String,
}

/// Erases whom a manager asked for.
///
/// # Errors
/// [`Code::NotFound`] for what does not wait; [`Code::NeedsAnother`] for one's own request; [`Code::ErasureChanged`] when more was
/// written of the person since it was asked.
pub fn erase_customer(work: &mut Work<'_>, ask: EraseCustomer) -> Outcome<Acted> {
    let request = waiting(work, ask.request)?;
    if request.by == work.me.id {
        return Err(Problem::refused(Code::NeedsAnother));
    }
    if subjects(work, request.customer)? != request.subjects {
        return Err(Problem::refused(Code::ErasureChanged));
    }
    let asked = Some((request.by, request.signature));
    erase(work, request.id, request.subjects, request.reason, asked)
}

fn erase(
    work: &mut Work<'_>,
    id: ErasureId,
    subjects: String,
    reason: String,
    asked: Option<(StaffId, String)>,
) -> Outcome<Acted> {
    let (asked_by, asked_signature) = asked.unzip();
    let erasure = Erasure {
        id,
        subjects,
        reason,
        asked_by,
        asked_signature,
        by: work.me.id,
        at: work.now.moment(),
    };
    work.insert(id.0, &erasure);
    Ok(work.acted())
}

/// A request that nobody answered yet.
pub(super) fn waiting(work: &Work<'_>, id: ErasureId) -> Outcome<ErasureRequest> {
    let request: Option<ErasureRequest> = work.tables.get(id)?;
    request
        .filter(|request| request.declined_by.is_none())
        .ok_or(Problem::refused(Code::NotFound))
}

impl Door {
    /// Erases a customer with the recovery key, where there is nobody else to decide.
    ///
    /// # Errors
    /// [`Code::RecoveryKeyTypo`], [`Code::RecoveryKeyWrong`], [`Code::NotFound`], [`Code::ReasonMissing`], [`Code::NotInList`].
    pub fn erase_with_key(&self, ask: &EraseWithKey, now: Now) -> Outcome<Acted> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&ERASE_WITH_KEY)?;
        let (_, found) = by_paper(&self.folder(), &ask.recovery_key)?;
        let as_root = Session {
            me: session.me.clone(),
            keys: Some(Signer::Root(found.root)),
        };
        let done = desk.perform(&ERASE_WITH_KEY, &as_root, now, |work| {
            let customer: Customer = work
                .tables
                .get(ask.customer)?
                .ok_or(Problem::refused(Code::NotFound))?;
            let reason = reason(work, &ask.reason)?;
            let subjects = subjects(work, customer.id)?;
            let id = work.new_id();
            erase(work, id, subjects, reason, None)
        })?;
        Ok(done.answer)
    }
}
