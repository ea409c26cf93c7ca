//! Another time, another purpose, somebody else who expects them.

use domain::id::{AppointmentId, StaffId};
use domain::rows::{Appointment, Staff};
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::make::{checked, may_change};
use crate::form::named;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{SALES, Verb};
use crate::work::{Acted, Work};

/// As making one.
pub const CHANGE_APPOINTMENT: Verb = Verb::new("change_appointment", SALES);

/// Which, and what is different. Fields that are not named stay.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ChangeAppointment {
    /// Which.
    pub id: AppointmentId,
    /// When.
    pub at: Option<Moment>,
    /// Code of `appointment_purposes`; named as nothing, it is cleared.
    #[serde(default, deserialize_with = "named")]
    pub purpose: Option<Option<String>>,
    /// Who expects them.
    pub staff: Option<StaffId>,
    /// What was promised; named as nothing, it is cleared.
    #[serde(default, deserialize_with = "named")]
    pub note: Option<Option<String>>,
}

/// Changes an appointment. One that was missed or called off is expected again when it gets another time.
///
/// # Errors
/// [`Code::AppointmentKept`] when they came already; those of making one.
pub fn change_appointment(work: &mut Work<'_>, ask: ChangeAppointment) -> Outcome<Acted> {
    let before: Appointment = work
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    may_change(work, &before)?;
    let state = work.tables.state("appointment", before.id.0)?;
    if state.as_deref() == Some("arrived") {
        return Err(Problem::refused(Code::AppointmentKept));
    }
    if let Some(staff) = ask.staff
        && !work
            .tables
            .get::<Staff>(staff)?
            .is_some_and(|staff| staff.active)
    {
        return Err(Problem::refused(Code::StaffUnknown).with("field", "staff"));
    }
    let after = Appointment {
        at: ask.at.unwrap_or(before.at),
        purpose: ask.purpose.unwrap_or_else(|| before.purpose.clone()),
        staff: ask.staff.unwrap_or(before.staff),
        note: ask.note.unwrap_or_else(|| before.note.clone()),
        ..before.clone()
    };
    // A note can be added to one whose time has come; a new time cannot lie behind us.
    let after = if after.at == before.at {
        let later = Appointment {
            at: after.at.max(work.now.moment()),
            ..after
        };
        Appointment {
            at: before.at,
            ..checked(work, later)?
        }
    } else {
        checked(work, after)?
    };
    let subject = before.customer.0;
    work.update(subject, &before, &after)?;
    if after.at != before.at && state.as_deref().is_some_and(|state| state != "expected") {
        work.step(subject, "appointment", before.id.0, "expected", None)?;
    }
    work.must_change()?;
    Ok(work.acted())
}
