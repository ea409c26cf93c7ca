//! Somebody with an appointment has come.

use domain::rows::{Appointment, Customer, Frequency, Visit, VisitKind};

use super::view::bounds;
use crate::problem::Outcome;
use crate::work::Work;

/// Ties a visit to the appointment that its customer has that day, also to one given up as not kept: late is not never.
/// They were invited, and whoever expects them receives them, unless the counter said otherwise.
pub(crate) fn arrived(
    work: &mut Work<'_>,
    visit: &mut Visit,
    customer: Option<&Customer>,
) -> Outcome<()> {
    let Some(customer) = customer.filter(|_| visit.kind != VisitKind::Call) else {
        return Ok(());
    };
    let (from, until) = bounds(visit.arrived.day());
    let mut nearest: Option<Appointment> = None;
    for appointment in work.tables.appointments_of(customer.id, from, until)? {
        let state = work.tables.state("appointment", appointment.id.0)?;
        let away = |other: &Appointment| (other.at.0 - visit.arrived.0).abs();
        if matches!(state.as_deref(), Some("expected" | "no_show"))
            && nearest
                .as_ref()
                .is_none_or(|known| away(&appointment) < away(known))
        {
            nearest = Some(appointment);
        }
    }
    let Some(before) = nearest else {
        return Ok(());
    };
    visit.frequency = visit.frequency.or(Some(Frequency::Invited));
    visit.consultant = visit.consultant.or(Some(before.staff));
    let after = Appointment {
        visit: Some(visit.id),
        ..before.clone()
    };
    work.update(customer.id.0, &before, &after)?;
    work.step(customer.id.0, "appointment", before.id.0, "arrived", None)
}
