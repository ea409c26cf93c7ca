//! Called off beforehand, or simply not kept.

use domain::id::AppointmentId;
use domain::rows::Appointment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::make::may_change;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{SALES, Verb};
use crate::work::{Acted, Work};

/// As making one.
pub const CANCEL_APPOINTMENT: Verb = Verb::new("cancel_appointment", SALES);
/// As making one.
pub const MARK_NO_SHOW: Verb = Verb::new("mark_no_show", SALES);

/// Which, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelAppointment {
    /// Which.
    pub id: AppointmentId,
    /// Code of `appointment_cancel_reasons`.
    pub reason: String,
}

/// Which.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkNoShow {
    /// Which.
    pub id: AppointmentId,
}

/// Calls an appointment off.
///
/// # Errors
/// [`Code::ReasonMissing`], [`Code::NotInList`], [`Code::AppointmentKept`], [`Code::AppointmentOver`], [`Code::NotYours`].
pub fn cancel_appointment(work: &mut Work<'_>, ask: CancelAppointment) -> Outcome<Acted> {
    let appointment = standing(work, ask.id)?;
    if ask.reason.is_empty() {
        return Err(Problem::refused(Code::ReasonMissing));
    }
    work.house
        .must_have("appointment_cancel_reasons", &ask.reason)?;
    work.step(
        appointment.customer.0,
        "appointment",
        appointment.id.0,
        "cancelled",
        Some(ask.reason),
    )?;
    Ok(work.acted())
}

/// 爽约: they did not come. Whose customer they are calls them.
///
/// # Errors
/// [`Code::AppointmentNotYet`] before its time, [`Code::AppointmentKept`], [`Code::AppointmentOver`], [`Code::NotYours`].
pub fn mark_no_show(work: &mut Work<'_>, ask: MarkNoShow) -> Outcome<Acted> {
    let appointment = standing(work, ask.id)?;
    if appointment.at > work.now.moment() {
        return Err(Problem::refused(Code::AppointmentNotYet));
    }
    work.step(
        appointment.customer.0,
        "appointment",
        appointment.id.0,
        "no_show",
        None,
    )?;
    Ok(work.acted())
}

/// The appointment, while they are still expected.
fn standing(work: &Work<'_>, id: AppointmentId) -> Outcome<Appointment> {
    let appointment: Appointment = work
        .tables
        .get(id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    may_change(work, &appointment)?;
    match work.tables.state("appointment", id.0)?.as_deref() {
        Some("arrived") => Err(Problem::refused(Code::AppointmentKept)),
        Some("expected") | None => Ok(appointment),
        _ => Err(Problem::refused(Code::AppointmentOver)),
    }
}
