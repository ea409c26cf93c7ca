//! What was agreed with customers: when they come, who expects them, and what became of it.

mod arrive;
mod cancel;
mod change;
mod expected;
mod make;
mod view;

pub use cancel::{
    CANCEL_APPOINTMENT, CancelAppointment, MARK_NO_SHOW, MarkNoShow, cancel_appointment,
    mark_no_show,
};
pub use change::{CHANGE_APPOINTMENT, ChangeAppointment, change_appointment};
pub use expected::{APPOINTMENTS, AppointmentsAsk, appointments};
pub use expected::{EXPECTED, ExpectedAsk, ExpectedView, expected};
pub use make::{
    AppointmentAgreed, AppointmentMade, MAKE_APPOINTMENT, MakeAppointment, make_appointment,
};
pub use view::{AppointmentRow, AppointmentState};

pub(crate) use arrive::arrived;
pub(crate) use expected::{missed_of, todays_of};
pub(crate) use make::agree;
pub(crate) use view::upcoming_of;
