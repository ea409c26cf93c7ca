//! Remarks that whoever made the contact has not read yet, with the contact that they are about.

use domain::id::{ContactId, CustomerId, ReviewId, StaffId};
use domain::rows::Contact;
use domain::when::Moment;
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Look;
use crate::names::Names;
use crate::problem::Outcome;

/// Remarks that one answer lists.
const LISTED: u32 = 50;

/// One remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RemarkRow {
    /// To be marked as read by.
    pub review: ReviewId,
    /// Which contact it is about.
    pub contact: ContactId,
    /// With whom that was.
    pub customer: CustomerId,
    /// Their name.
    pub customer_name: String,
    /// Code of `levels`.
    pub level: String,
    /// 批复.
    pub remark: String,
    /// Who remarked.
    pub by_name: Option<String>,
    /// When.
    pub at: Moment,
    /// When the contact was made.
    pub contact_at: Moment,
    /// Code of `ways`.
    pub way: String,
    /// What was said.
    pub content: String,
}

/// Remarks that a person has not read, latest first.
pub(crate) fn unread_of(look: &Look<'_>, names: &Names, staff: StaffId) -> Outcome<Vec<RemarkRow>> {
    let mut rows = Vec::new();
    for review in look.tables.unread_reviews(staff, LISTED)? {
        let (Some(contact), Some(customer)) = (
            look.tables.get::<Contact>(review.contact)?,
            look.tables.glance(review.customer)?,
        ) else {
            continue;
        };
        rows.push(RemarkRow {
            review: review.id,
            contact: contact.id,
            customer: contact.customer,
            customer_name: customer.name,
            level: customer.level,
            remark: review.remark.unwrap_or_default(),
            by_name: names.of(Some(review.by)),
            at: review.at,
            contact_at: contact.at,
            way: contact.way,
            content: contact.content,
        });
    }
    Ok(rows)
}
