//! Where a customer came from: the source, the place within it, and who sent them.

use domain::id::CustomerId;
use domain::rows::Customer;

use super::fields::CustomerFields;
use crate::problem::{Code, Outcome, Problem};
use crate::work::Work;

/// Keeps source, sub-source and referrer true to each other. A sub-source of another source goes when the source changes; one that was
/// named just now is refused. Nobody is sent by themselves or by nobody.
///
/// # Errors
/// [`Code::NotInList`], [`Code::NotFound`].
pub(super) fn agree(
    work: &Work<'_>,
    named: &CustomerFields,
    customer: &mut Customer,
) -> Outcome<()> {
    if let Some(sub) = &customer.sub_source {
        let parent = work
            .house
            .item("sub_sources", sub)
            .and_then(|item| item.parent.as_deref());
        if parent.is_some() && parent != customer.source.as_deref() {
            if named.sub_source.is_some() && named.source.is_some() {
                return Err(Problem::refused(Code::NotInList)
                    .with("list", "sub_sources")
                    .with("value", sub)
                    .with("field", "sub_source"));
            }
            if named.sub_source.is_some() {
                // Whoever says where exactly has said the source, too.
                customer.source = parent.map(str::to_owned);
            } else {
                customer.sub_source = None;
            }
        }
    }
    if let Some(Some(referrer)) = named.referrer {
        let known = referrer != customer.id && exists(work, referrer)?;
        if !known {
            return Err(Problem::refused(Code::NotFound).with("field", "referrer"));
        }
        // One of the two says it.
        if named.referrer_name.is_none() {
            customer.referrer_name = None;
        }
    }
    Ok(())
}

fn exists(work: &Work<'_>, id: CustomerId) -> Outcome<bool> {
    Ok(work.tables.get::<Customer>(id)?.is_some())
}
