//! A manager has read a contact, with or without a remark; and whoever made the contact has read the remark.

use domain::id::{ContactId, ReviewId, by_rule};
use domain::rows::{Contact, Review};
use domain::table::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{CUSTOMER_READERS, MANAGERS, Verb};
use crate::work::{Acted, Work};

/// Managers.
pub const REVIEW_CONTACT: Verb = Verb::new("review_contact", MANAGERS);
/// Managers.
pub const REVIEW_CONTACTS: Verb = Verb::new("review_contacts", MANAGERS);
/// Whoever made the contact.
pub const READ_REVIEW: Verb = Verb::new("read_review", CUSTOMER_READERS);

/// Contacts read in one act at most.
const MOST: usize = 500;

/// Which contact, and what there is to say.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReviewContact {
    /// Which.
    pub contact: ContactId,
    /// 批复; nothing when there is nothing to say.
    pub remark: Option<String>,
}

/// Contacts that were read without a remark.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewContacts {
    /// Which.
    pub contacts: Vec<ContactId>,
}

/// Which remark.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadReview {
    /// Which.
    pub review: ReviewId,
}

/// Marks a contact as read, with a remark where there is one. A second remark takes the place of the first and is read anew.
///
/// # Errors
/// [`Code::NotFound`], [`Code::TextTooLong`], [`Code::NothingChanged`] when another manager said the same before.
pub fn review_contact(work: &mut Work<'_>, ask: ReviewContact) -> Outcome<Acted> {
    let contact: Contact = work
        .tables
        .get(ask.contact)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let remark = ask
        .remark
        .as_deref()
        .map_or(Ok(None), |remark| text::optional(remark, text::NOTE))
        .map_err(|problem| problem.with("field", "remark"))?;
    review(work, &contact, remark)?;
    work.must_change()?;
    Ok(work.acted())
}

/// Marks many contacts as read. Those that somebody has read meanwhile are passed over.
///
/// # Errors
/// [`Code::NothingChanged`] when all of them were.
pub fn review_contacts(work: &mut Work<'_>, ask: ReviewContacts) -> Outcome<Acted> {
    if ask.contacts.len() > MOST {
        return Err(Problem::refused(Code::OutOfRange)
            .with("from", 1)
            .with("to", MOST));
    }
    let mut contacts = ask.contacts;
    contacts.sort_unstable();
    contacts.dedup();
    for id in contacts {
        if let Some(contact) = work.tables.get::<Contact>(id)?
            && work.tables.review_of(id)?.is_none()
        {
            review(work, &contact, None)?;
        }
    }
    work.must_change()?;
    Ok(work.acted())
}

fn review(work: &mut Work<'_>, contact: &Contact, remark: Option<String>) -> Outcome<()> {
    let row = Review {
        id: by_rule(contact.id.0, "review", ""),
        customer: contact.customer,
        contact: contact.id,
        by: work.me.id,
        remark,
        at: work.now.moment(),
        read_at: None,
    };
    let subject = contact.customer.0;
    match work.tables.get::<Review>(row.id)? {
        // Reading again what has a remark takes nothing away from it.
        Some(before) if row.remark.is_none() || row.remark == before.remark => Ok(()),
        Some(before) => work.update(subject, &before, &row).map(drop),
        None => {
            let was_taken_back = work.tables.has_row(Review::TABLE.name, row.id.0)?;
            work.insert(subject, &row);
            if was_taken_back {
                work.unvoid(subject, &row);
            }
            Ok(())
        }
    }
}

/// Marks a remark as read by whoever made the contact. A second time nothing happens.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`].
pub fn read_review(work: &mut Work<'_>, ask: ReadReview) -> Outcome<Acted> {
    let before: Review = work
        .tables
        .get(ask.review)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let contact: Contact = work
        .tables
        .get(before.contact)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if contact.staff != work.me.id {
        return Err(Problem::refused(Code::NotYours));
    }
    if before.read_at.is_none() {
        let after = Review {
            read_at: Some(work.now.moment()),
            ..before.clone()
        };
        // Of the reader's history, not of the customer's: nothing happened with them.
        work.update(work.me.id.0, &before, &after)?;
    }
    Ok(work.acted())
}
