//! Numbers on paper that two PCs may have given out: they are given anew, by the PC that gives way.

use domain::id::CustomerId;
use domain::rows::Customer;

use crate::cards::next_code_of;
use crate::problem::Outcome;
use crate::verb::{ADMIN, Verb};
use crate::work::Work;

/// Nobody does it: the program, when a copied disk is found out.
pub(crate) const RENUMBER: Verb = Verb::new("renumber", ADMIN);

/// Gives these customers new numbers.
/// `pc` is the number of this PC.
pub(crate) fn renumber(work: &mut Work<'_>, customers: &[CustomerId], pc: &str) -> Outcome<()> {
    for id in customers {
        let Some(before): Option<Customer> = work.tables.card_alone(*id)? else {
            continue;
        };
        let after = Customer {
            code: next_code_of(work, pc, before.card_day)?,
            ..before.clone()
        };
        work.update(id.0, &before, &after)?;
    }
    Ok(())
}
