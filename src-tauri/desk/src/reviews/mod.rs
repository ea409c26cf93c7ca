//! 批复: managers read what was said with customers, remark on it, and whoever said it reads the remark.

mod inbox;
mod review;
mod unread;

pub use inbox::{REVIEWS_TO_DO, ReviewRow, ReviewsAsk, ReviewsPage, Timely, reviews_to_do};
pub use review::{
    READ_REVIEW, REVIEW_CONTACT, REVIEW_CONTACTS, ReadReview, ReviewContact, ReviewContacts,
    read_review, review_contact, review_contacts,
};
pub use unread::RemarkRow;

pub(crate) use unread::unread_of;
