//! What only the next version can do: the older one keeps and passes on what comes of it, and understands it after the upgrade.

use desk::desk::{Desk, Done};
use desk::now::Now;
use desk::problem::Outcome;
use desk::session::Session;
use desk::verb::{EVERYONE, Verb};
use desk::work::Acted;
use domain::id::CustomerId;
use domain::value::Value;

use crate::next::{NextCustomer, Wish};

const NOTE_WISH: Verb = Verb::new("note_wish", EVERYONE);

/// Writes into a table and into a field that this version does not know.
pub fn note_wish(
    desk: &Desk,
    session: &Session,
    (customer, what): (CustomerId, &str),
    now: Now,
) -> Outcome<Done<Acted>> {
    desk.perform(&NOTE_WISH, session, now, |work| {
        let id = work.new_id();
        let wish = Wish {
            id,
            customer,
            what: what.to_owned(),
        };
        work.insert(customer.0, &wish);
        let names = ["nickname"].into_iter();
        let mut known = work.tables.fields("customer", customer.0, names)?;
        let nickname = match known.remove("nickname") {
            Some(Value::Text(name)) => Some(name),
            _ => None,
        };
        let before = NextCustomer {
            id: customer,
            nickname,
        };
        let after = NextCustomer {
            id: customer,
            nickname: Some(what.to_owned()),
        };
        work.update(customer.0, &before, &after)?;
        Ok(work.acted())
    })
}

#[cfg(test)]
mod tests;
