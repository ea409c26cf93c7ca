//! People who want nothing of themselves to be left here (个人信息保护法 §47).

use crate::id::{CustomerId, ErasureId, StaffId};
use crate::rows;
use crate::when::Moment;

rows! {
    /// A manager asks that a customer be erased. It goes with the customer.
    ErasureRequest(ErasureId) in "erasure_request", Fields {
        /// Whom.
        customer: CustomerId,
        /// Who asks.
        by: StaffId,
        /// Code of `erasure_reasons`.
        reason: String,
        /// Ids under which the person stands in the log, as an [`Erasure`] lists them.
        subjects: String,
        /// Ed25519, hex: the asker's signature over [`asked_message`](crate::authority::erasure::asked_message).
        signature: String,
        /// Which administrator said no.
        declined_by: Option<StaffId>,
        /// What they said.
        answer: Option<String>,
    }
}

rows! {
    /// Nothing is left of these subjects: what ops said of them is cleared on every PC, whenever it comes. The id is that of the request.
    Erasure(ErasureId) in "erasure", Facts signed {
        /// Ids, between spaces. Nothing else says who it was.
        subjects: String,
        /// Code of `erasure_reasons`.
        reason: String,
        /// Who asked, where it was not done with the recovery key.
        asked_by: Option<StaffId>,
        /// Their signature, as in the request.
        asked_signature: Option<String>,
        /// Who did it.
        by: StaffId,
        /// When.
        at: Moment,
    }
}
