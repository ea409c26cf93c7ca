//! An appointment as lists show it: who comes, when, who expects them, and how it stands.

use domain::id::{AppointmentId, CustomerId, StaffId, VisitId};
use domain::rows::{Appointment, Gender};
use domain::when::{ClockTime, Day, Moment};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use crate::desk::Look;
use crate::names::Names;
use crate::now::Now;
use crate::problem::Outcome;
use crate::reception::masked;

/// How an appointment stands. What time alone changes is computed when it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentState {
    /// Still to come.
    Expected,
    /// Should be here by now.
    Late,
    /// Came.
    Arrived,
    /// 爽约: somebody said that they did not come.
    NoShow,
    /// 爽约: its day is over, and nobody came.
    Missed,
    /// Called off.
    Cancelled,
}

/// One appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppointmentRow {
    /// Which.
    pub id: AppointmentId,
    /// Who comes.
    pub customer: CustomerId,
    /// Their name.
    pub customer_name: String,
    /// As said.
    pub gender: Option<Gender>,
    /// Masked.
    pub phone: Option<String>,
    /// Code of `levels`.
    pub level: String,
    /// What they look at.
    pub model: Option<String>,
    /// Whose customer it is.
    pub owner: Option<StaffId>,
    /// Who expects them.
    pub staff: StaffId,
    /// The same, as colleagues say it.
    pub staff_name: Option<String>,
    /// When.
    pub at: Moment,
    /// Code of `appointment_purposes`.
    pub purpose: Option<String>,
    /// What was promised.
    pub note: Option<String>,
    /// How it stands.
    pub state: AppointmentState,
    /// Minutes since they should have come; 0 when they are not late.
    pub late_minutes: i64,
    /// The visit that came of it.
    pub visit: Option<VisitId>,
}

/// Makes rows of appointments.
pub(crate) struct Appointments<'a> {
    tables: &'a Reader<'a>,
    names: Names,
    now: Now,
    grace: i64,
}

impl<'a> Appointments<'a> {
    pub fn new(tables: &'a Reader<'a>, now: Now, grace_minutes: u32) -> Outcome<Self> {
        Ok(Self {
            tables,
            names: Names::read(tables)?,
            now,
            grace: i64::from(grace_minutes),
        })
    }

    pub fn of(look: &'a Look<'_>) -> Outcome<Self> {
        Self::new(
            look.tables,
            look.now,
            look.house.rules.appointment_grace_minutes,
        )
    }

    /// The row; nothing when its customer is hidden.
    pub fn row(&self, appointment: &Appointment) -> Outcome<Option<AppointmentRow>> {
        let state = self.tables.state("appointment", appointment.id.0)?;
        self.row_as(appointment, state.as_deref().unwrap_or("expected"))
    }

    /// The row of an appointment in a state that the tables do not know yet.
    pub fn row_as(
        &self,
        appointment: &Appointment,
        state: &str,
    ) -> Outcome<Option<AppointmentRow>> {
        let Some(customer) = self.tables.glance(appointment.customer)? else {
            return Ok(None);
        };
        let state = self.state(appointment.at, state);
        let late = matches!(state, AppointmentState::Late | AppointmentState::Missed);
        Ok(Some(AppointmentRow {
            id: appointment.id,
            customer: appointment.customer,
            customer_name: customer.name,
            gender: customer.gender,
            phone: customer.phones.first().map(|digits| masked(digits)),
            level: customer.level,
            model: customer.model,
            owner: customer.owner,
            staff: appointment.staff,
            staff_name: self.names.of(Some(appointment.staff)),
            at: appointment.at,
            purpose: appointment.purpose.clone(),
            note: appointment.note.clone(),
            state,
            late_minutes: if late {
                appointment.at.minutes_until(self.now.moment())
            } else {
                0
            },
            visit: appointment.visit,
        }))
    }

    fn state(&self, at: Moment, folded: &str) -> AppointmentState {
        match folded {
            "arrived" => AppointmentState::Arrived,
            "no_show" => AppointmentState::NoShow,
            "cancelled" => AppointmentState::Cancelled,
            _ if at.day() < self.now.day() => AppointmentState::Missed,
            _ if at.minutes_until(self.now.moment()) > self.grace => AppointmentState::Late,
            _ => AppointmentState::Expected,
        }
    }
}

/// The day in moments: [from, until).
pub(super) fn bounds(day: Day) -> (Moment, Moment) {
    let at = |day: Day| Moment::from_day_time(day, ClockTime::MIDNIGHT);
    (at(day), at(day.plus(1)))
}

/// A customer's appointments from today on that are still to come, soonest first.
pub(crate) fn upcoming_of(
    tables: &Reader<'_>,
    customer: CustomerId,
    today: Day,
) -> Outcome<Vec<Appointment>> {
    let (from, _) = bounds(today);
    let mut open = Vec::new();
    for appointment in tables.appointments_of(customer, from, Moment(i64::MAX))? {
        if is_expected(tables, appointment.id)? {
            open.push(appointment);
        }
    }
    Ok(open)
}

pub(super) fn is_expected(tables: &Reader<'_>, id: AppointmentId) -> Outcome<bool> {
    Ok(tables.state("appointment", id.0)?.as_deref() == Some("expected"))
}
