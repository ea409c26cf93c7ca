//! Another consultant looks after them from now on.

use domain::id::{CustomerId, StaffId};
use domain::rows::Customer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::form::colleague;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{MANAGERS, Verb};
use crate::work::{Acted, Work};

/// Managers decide.
pub const REASSIGN_CUSTOMER: Verb = Verb::new("reassign_customer", MANAGERS);

/// Whom, to whom.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReassignCustomer {
    /// Whom.
    pub id: CustomerId,
    /// To whom.
    pub owner: StaffId,
}

/// Gives a customer to another consultant. The open cards go with them.
///
/// # Errors
/// [`Code::NotFound`], [`Code::StaffUnknown`], [`Code::NothingChanged`].
pub fn reassign_customer(work: &mut Work<'_>, ask: ReassignCustomer) -> Outcome<Acted> {
    let before: Customer = work
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let after = Customer {
        owner: colleague(&work.checks(), ask.owner)?,
        ..before.clone()
    };
    work.update(before.id.0, &before, &after)?;
    work.must_change()?;
    Ok(work.acted())
}
