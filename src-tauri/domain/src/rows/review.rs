//! What managers decide about the work with customers: remarks on contacts (批复), and who may have whose customer.

use crate::id::{ClaimId, ContactId, CustomerId, ReviewId, StaffId};
use crate::rows;
use crate::when::Moment;

rows! {
    /// A manager has read a contact. The id is made from the contact, so that it is reviewed once.
    Review(ReviewId) in "review", Fields {
        /// With whom the contact was.
        customer: CustomerId,
        /// Which contact.
        contact: ContactId,
        /// Who reviewed it.
        by: StaffId,
        /// 批复; nothing when there was nothing to say.
        remark: Option<String>,
        /// When.
        at: Moment,
        /// When whoever made the contact read the remark.
        read_at: Option<Moment>,
    }
}

rows! {
    /// A consultant asks for another's customer. Asked, granted, refused or withdrawn is folded from its steps.
    Claim(ClaimId) in "claim", Fields {
        /// Whom.
        customer: CustomerId,
        /// Who asks.
        by: StaffId,
        /// Why.
        reason: String,
        /// Who decided.
        decided_by: Option<StaffId>,
        /// What they said.
        answer: Option<String>,
    }
}
