//! Asking for a customer, taking the wish back, and the manager's word.

use domain::id::{ActId, ClaimId, CustomerId};
use domain::role::Role;
use domain::rows::{Claim, Customer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{MANAGERS, Verb};
use crate::work::{Acted, Work};

/// Who looks after customers of their own and may want another's.
const CLAIMERS: &[Role] = &[Role::Consultant, Role::Dcc];

/// Consultants; they know that the customer is there, and whose, by the whole number.
pub const CLAIM_CUSTOMER: Verb = Verb::new("claim_customer", CLAIMERS);
/// Whoever asked.
pub const WITHDRAW_CLAIM: Verb = Verb::new("withdraw_claim", CLAIMERS);
/// Managers decide.
pub const DECIDE_CLAIM: Verb = Verb::new("decide_claim", MANAGERS);

/// Whom, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClaimCustomer {
    /// Whom.
    pub customer: CustomerId,
    /// Why they should be one's own.
    pub reason: String,
}

/// Which claim.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawClaim {
    /// Which.
    pub claim: ClaimId,
}

/// The manager's word.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DecideClaim {
    /// Which.
    pub claim: ClaimId,
    /// Granted: the customer is theirs from now on.
    pub grant: bool,
    /// What is said to it.
    pub answer: Option<String>,
}

/// Asks for another's customer.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NothingToClaim`] for one's own and for nobody's, [`Code::ClaimWaits`] when it was asked already,
/// [`Code::ReasonMissing`].
pub fn claim_customer(work: &mut Work<'_>, ask: ClaimCustomer) -> Outcome<Acted> {
    let customer: Customer = work
        .tables
        .get(ask.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if customer.owner.is_none_or(|owner| owner == work.me.id) {
        return Err(Problem::refused(Code::NothingToClaim));
    }
    let waits = work.tables.claims_waiting_for(customer.id)?;
    if waits.iter().any(|claim| claim.by == work.me.id) {
        return Err(Problem::refused(Code::ClaimWaits));
    }
    let reason =
        text::optional(&ask.reason, text::NOTE)?.ok_or(Problem::refused(Code::ReasonMissing))?;
    let claim = Claim {
        id: work.new_id(),
        customer: customer.id,
        by: work.me.id,
        reason,
        decided_by: None,
        answer: None,
    };
    work.insert(customer.id.0, &claim);
    Ok(work.acted())
}

/// Takes a claim back that waits.
///
/// # Errors
/// [`Code::NotFound`] for another's claim as well, [`Code::ClaimClosed`].
pub fn withdraw_claim(work: &mut Work<'_>, ask: WithdrawClaim) -> Outcome<Acted> {
    let claim = waiting(work, ask.claim)?;
    if claim.by != work.me.id {
        return Err(Problem::refused(Code::NotFound));
    }
    work.step(claim.customer.0, "claim", claim.id.0, "withdrawn", None)?;
    Ok(work.acted())
}

/// Grants a claim, and the customer changes hands in the same act, with the open cards; or refuses it.
///
/// # Errors
/// [`Code::NotFound`], [`Code::ClaimClosed`], [`Code::StaffUnknown`] when whoever asked has left.
pub fn decide_claim(work: &mut Work<'_>, ask: DecideClaim) -> Outcome<ClaimDecided> {
    let before = waiting(work, ask.claim)?;
    let customer: Customer = work
        .tables
        .get(before.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let answer = ask
        .answer
        .as_deref()
        .map_or(Ok(None), |answer| text::optional(answer, text::NOTE))?;
    let after = Claim {
        decided_by: Some(work.me.id),
        answer,
        ..before.clone()
    };
    let subject = customer.id.0;
    work.update(subject, &before, &after)?;
    if ask.grant {
        let owner = crate::form::colleague(&work.checks(), before.by)?;
        let given = Customer {
            owner,
            ..customer.clone()
        };
        work.update(subject, &customer, &given)?;
    }
    let to = if ask.grant { "granted" } else { "refused" };
    work.step(subject, "claim", before.id.0, to, None)?;
    Ok(ClaimDecided {
        act: work.act,
        granted: ask.grant,
    })
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ClaimDecided {
    /// To be undone by.
    pub act: ActId,
    /// The customer changed hands.
    pub granted: bool,
}

fn waiting(work: &Work<'_>, id: ClaimId) -> Outcome<Claim> {
    let claim: Claim = work
        .tables
        .get(id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    match work.tables.claim_state(id)?.as_deref() {
        Some("asked") => Ok(claim),
        _ => Err(Problem::refused(Code::ClaimClosed)),
    }
}
