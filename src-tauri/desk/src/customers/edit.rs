//! A field was filled or corrected.

use domain::id::CustomerId;
use domain::rows::Customer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fields::CustomerFields;
use crate::cards::may_work;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{OWNERS, Verb};
use crate::work::{Acted, Work};

/// The owner, and managers. Reception writes what a visit tells.
pub const EDIT_CUSTOMER: Verb = Verb::new("edit_customer", OWNERS);

/// Whose, and what.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditCustomer {
    /// Whose.
    pub id: CustomerId,
    /// Fields that are not named stay.
    pub fields: CustomerFields,
}

/// Changes fields of a card.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NothingChanged`], [`Code::WrittenByNewer`]; those of the fields.
pub fn edit_customer(work: &mut Work<'_>, ask: EditCustomer) -> Outcome<Acted> {
    let before = workable(work, ask.id)?;
    let fields = ask.fields.checked(&work.checks())?;
    let mut after = before.clone();
    fields.fill(&mut after);
    work.update(before.id.0, &before, &after)?;
    work.must_change()?;
    Ok(work.acted())
}

/// The customer, for whoever may change them.
pub(super) fn workable(work: &Work<'_>, id: CustomerId) -> Outcome<Customer> {
    let customer: Customer = work
        .tables
        .get(id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if may_work(work.me, &customer) {
        Ok(customer)
    } else {
        Err(Problem::refused(Code::NotYours))
    }
}
