//! Agreeing on a time, on its own or as the end of a contact.

use domain::id::{ActId, AppointmentId, CustomerId, StaffId};
use domain::rows::{Appointment, Customer, Staff};
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::{AppointmentRow, Appointments, bounds, is_expected};
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{OWNERS, SALES, Verb};
use crate::work::Work;

/// Whoever speaks with customers: also reception, when they ring.
pub const MAKE_APPOINTMENT: Verb = Verb::new("make_appointment", SALES);

/// What was agreed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AppointmentAgreed {
    /// When they come.
    pub at: Moment,
    /// Code of `appointment_purposes`.
    pub purpose: Option<String>,
    /// What was promised.
    pub note: Option<String>,
}

/// With whom, and who expects them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MakeAppointment {
    /// Who comes.
    pub customer: CustomerId,
    /// When.
    pub at: Moment,
    /// Code of `appointment_purposes`.
    pub purpose: Option<String>,
    /// Who expects them: the owner, when not said.
    pub staff: Option<StaffId>,
    /// What was promised.
    pub note: Option<String>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AppointmentMade {
    /// To be undone by.
    pub act: ActId,
    /// The row.
    pub appointment: AppointmentRow,
    /// The customer has this one on the same day already. It stays: both may be meant.
    pub also: Option<AppointmentRow>,
}

/// Agrees on a time with a customer.
///
/// # Errors
/// [`Code::AppointmentInThePast`], [`Code::NotYours`], [`Code::StaffUnknown`], [`Code::NotInList`].
pub fn make_appointment(work: &mut Work<'_>, ask: MakeAppointment) -> Outcome<AppointmentMade> {
    let customer: Customer = work
        .tables
        .get(ask.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !work.me.may_see(customer.owner) {
        return Err(Problem::refused(Code::NotYours));
    }
    let agreed = AppointmentAgreed {
        at: ask.at,
        purpose: ask.purpose,
        note: ask.note,
    };
    let (appointment, also) = agree(work, &customer, agreed, ask.staff)?;
    let rows = Appointments::new(
        work.tables,
        work.now,
        work.house.rules.appointment_grace_minutes,
    )?;
    let appointment = rows
        .row_as(&appointment, "expected")?
        .ok_or(Problem::refused(Code::NotFound))?;
    let also = also.map(|also| rows.row(&also)).transpose()?.flatten();
    Ok(AppointmentMade {
        act: work.act,
        appointment,
        also,
    })
}

/// Writes an appointment; answers also the other one of that day.
pub(crate) fn agree(
    work: &mut Work<'_>,
    customer: &Customer,
    agreed: AppointmentAgreed,
    staff: Option<StaffId>,
) -> Outcome<(Appointment, Option<Appointment>)> {
    let id: AppointmentId = work.new_id();
    let appointment = checked(
        work,
        Appointment {
            id,
            customer: customer.id,
            staff: expects(work, customer, staff)?,
            at: agreed.at,
            purpose: agreed.purpose,
            note: agreed.note,
            visit: None,
        },
    )?;
    let also = on_that_day(work, &appointment)?;
    work.insert(customer.id.0, &appointment);
    Ok((appointment, also))
}

/// Refuses what cannot be meant.
pub(super) fn checked(work: &Work<'_>, appointment: Appointment) -> Outcome<Appointment> {
    if appointment.at < work.now.moment() {
        return Err(Problem::refused(Code::AppointmentInThePast).with("field", "at"));
    }
    if let Some(purpose) = &appointment.purpose {
        work.house.must_have("appointment_purposes", purpose)?;
    }
    let note = appointment
        .note
        .as_deref()
        .map_or(Ok(None), |note| text::optional(note, text::NOTE))?;
    Ok(Appointment {
        note,
        ..appointment
    })
}

/// Who expects them: whoever was named, the owner, or whoever agreed on it.
fn expects(work: &Work<'_>, customer: &Customer, named: Option<StaffId>) -> Outcome<StaffId> {
    let works = |staff: StaffId| -> Outcome<bool> {
        Ok(work
            .tables
            .get::<Staff>(staff)?
            .is_some_and(|staff| staff.active))
    };
    match (named, customer.owner) {
        (Some(staff), _) if works(staff)? => Ok(staff),
        (Some(_), _) => Err(Problem::refused(Code::StaffUnknown).with("field", "staff")),
        (None, Some(owner)) if works(owner)? => Ok(owner),
        (None, _) => Ok(work.me.id),
    }
}

/// Another appointment of this customer on the same day that still stands.
fn on_that_day(work: &Work<'_>, appointment: &Appointment) -> Outcome<Option<Appointment>> {
    let (from, until) = bounds(appointment.at.day());
    for other in work
        .tables
        .appointments_of(appointment.customer, from, until)?
    {
        if other.id != appointment.id && is_expected(work.tables, other.id)? {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// Whoever expects them, whoever may open the customer, and managers.
pub(super) fn may_change(work: &Work<'_>, appointment: &Appointment) -> Outcome<()> {
    let owner = work
        .tables
        .get::<Customer>(appointment.customer)?
        .ok_or(Problem::refused(Code::NotFound))?
        .owner;
    let expects = appointment.staff == work.me.id && work.me.is(OWNERS);
    if expects || work.me.may_see(owner) {
        Ok(())
    } else {
        Err(Problem::refused(Code::NotYours))
    }
}
