//! Who is expected on a day, and who did not come.

use domain::id::{CustomerId, StaffId};
use domain::rows::Customer;
use domain::when::{Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::{AppointmentRow, AppointmentState, Appointments, bounds};
use crate::desk::Look;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{CUSTOMER_READERS, SALES, Verb};

/// Whoever receives visitors sees who comes.
pub const EXPECTED: Verb = Verb::new("expected", SALES);
/// Whoever may open the customer.
pub const APPOINTMENTS: Verb = Verb::new("appointments", CUSTOMER_READERS);

/// For so many days somebody who did not come is to be called.
const CHASED_DAYS: i64 = 30;
/// Appointments of a customer that one answer lists.
const LISTED: usize = 20;

/// Which day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ExpectedAsk {
    /// Today, when not said.
    pub day: Option<Day>,
}

/// Who is expected.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ExpectedView {
    /// On which day.
    pub day: Day,
    /// In the order of their times; without those that were called off.
    pub rows: Vec<AppointmentRow>,
    /// Still to come, the late ones among them.
    pub to_come: u64,
    /// Of those: late.
    pub late: u64,
}

/// Whose.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppointmentsAsk {
    /// Whose.
    pub customer: CustomerId,
}

/// Who is expected on a day.
///
/// # Errors
/// The machine's.
pub fn expected(look: &Look<'_>, ask: ExpectedAsk) -> Outcome<ExpectedView> {
    let day = ask.day.unwrap_or(look.now.day());
    let (from, until) = bounds(day);
    let rows = Appointments::of(look)?;
    let mut view = ExpectedView {
        day,
        rows: Vec::new(),
        to_come: 0,
        late: 0,
    };
    for appointment in look.tables.appointments_between(from, until)? {
        let Some(row) = rows.row(&appointment)? else {
            continue;
        };
        match row.state {
            AppointmentState::Cancelled => continue,
            AppointmentState::Late => {
                view.late += 1;
                view.to_come += 1;
            }
            AppointmentState::Expected => view.to_come += 1,
            _ => {}
        }
        view.rows.push(row);
    }
    Ok(view)
}

/// A customer's appointments: those still to come first, soonest first; then the former ones, latest first.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`].
pub fn appointments(look: &Look<'_>, ask: AppointmentsAsk) -> Outcome<Vec<AppointmentRow>> {
    let customer: Customer = look
        .tables
        .get(ask.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !look.me.may_see(customer.owner) {
        return Err(Problem::refused(Code::NotYours));
    }
    let rows = Appointments::of(look)?;
    let (mut open, mut over) = (Vec::new(), Vec::new());
    for appointment in
        look.tables
            .appointments_of(customer.id, Moment(i64::MIN), Moment(i64::MAX))?
    {
        let Some(row) = rows.row(&appointment)? else {
            continue;
        };
        match row.state {
            AppointmentState::Expected | AppointmentState::Late => open.push(row),
            _ => over.push(row),
        }
    }
    over.reverse();
    open.append(&mut over);
    open.truncate(LISTED);
    Ok(open)
}

/// Today's appointments that concern a person: they expect them, or it is their customer.
pub(crate) fn todays_of(look: &Look<'_>, staff: StaffId) -> Outcome<Vec<AppointmentRow>> {
    let mut rows = expected(look, ExpectedAsk::default())?.rows;
    rows.retain(|row| row.staff == staff || row.owner == Some(staff));
    Ok(rows)
}

/// Customers of a person who did not come, and with whom nobody has spoken since, latest first.
pub(crate) fn missed_of(look: &Look<'_>, staff: StaffId) -> Outcome<Vec<AppointmentRow>> {
    let today = look.now.day();
    let (from, _) = bounds(today.plus(-CHASED_DAYS));
    let (midnight, until) = bounds(today);
    let rows = Appointments::of(look)?;
    let mut found: Vec<AppointmentRow> = Vec::new();
    for appointment in look.tables.appointments_missed(from, midnight, until)? {
        let Some(customer) = look.tables.glance(appointment.customer)? else {
            continue;
        };
        let mine = customer.owner.unwrap_or(appointment.staff) == staff;
        let met_since = customer.last_contact > appointment.at;
        if !mine || met_since || found.iter().any(|row| row.customer == appointment.customer) {
            continue;
        }
        if super::upcoming_of(look.tables, appointment.customer, today)?.is_empty() {
            found.extend(rows.row(&appointment)?);
        }
    }
    Ok(found)
}
