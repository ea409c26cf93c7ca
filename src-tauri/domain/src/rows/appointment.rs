//! What was agreed with a customer: a time at which they come.

use crate::id::{AppointmentId, CustomerId, StaffId, VisitId};
use crate::rows;
use crate::when::Moment;

rows! {
    /// A time at which a customer is expected. Expected, arrived, not come or cancelled is folded from its steps.
    Appointment(AppointmentId) in "appointment", Fields {
        /// Who comes.
        customer: CustomerId,
        /// Who expects them.
        staff: StaffId,
        /// When.
        at: Moment,
        /// Code of `appointment_purposes`.
        purpose: Option<String>,
        /// What was promised.
        note: Option<String>,
        /// The visit that came of it.
        visit: Option<VisitId>,
    }
}
