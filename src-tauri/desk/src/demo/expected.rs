//! Appointments: who is invited for when, who keeps it, who does not come, who calls it off.

use domain::id::AppointmentId;
use domain::when::Moment;

use super::agenda::{Comes, Thing};
use super::counter::{Comer, Party};
use super::month::moment;
use super::showroom::Showroom;
use crate::appointments::{
    APPOINTMENTS, AppointmentState, AppointmentsAsk, CANCEL_APPOINTMENT, CancelAppointment,
    MARK_NO_SHOW, MarkNoShow, appointments, cancel_appointment, mark_no_show,
};
use crate::cards::{LOG_CONTACT, LogContact, log_contact};
use crate::now::Now;
use crate::problem::Outcome;

impl Showroom<'_> {
    /// Plans what becomes of an appointment.
    pub fn expects(&mut self, known: usize, made: Moment, when: Moment, comes: Comes) {
        self.known[known].comes = Some(when);
        let evening = moment(when.day(), 17 * 60 + 50);
        match comes {
            Comes::Kept | Comes::Here => {
                // Some are early, more are late.
                let away = match self.today(when.day()) {
                    true => 0,
                    false => i64::from(self.draw.rng.u8(..24)) - 8,
                };
                let today = self.today(when.day());
                let half = when.minutes_until(self.now.moment()) / 2;
                let party = Party {
                    stays: comes == Comes::Here,
                    until: today.then(|| when.plus_minutes(half.min(50))),
                    ..Party::ordinary(Comer::Expected(known))
                };
                let at = when.plus_minutes(away);
                self.agenda.note(at, Thing::Party(party));
            }
            Comes::Not => self.agenda.note(evening, Thing::NoShow(known)),
            Comes::Cancels => {
                let before = moment(when.day().plus(-1), 16 * 60 + 20);
                let at = before.max(made.plus_minutes(25)).min(when);
                self.agenda.note(at, Thing::Cancelling(known));
            }
            Comes::Unknown => {}
        }
    }

    /// Somebody who may buy is asked to come, and agrees.
    pub fn invite(&mut self, at: Moment, who: usize, when: Moment, comes: Comes) -> Outcome<()> {
        let free = |known: &super::showroom::Known| {
            known.warm() && !known.here && known.comes.is_none_or(|comes| comes < at)
        };
        let mine = self.one_of(|known| free(known) && known.owner == who);
        let Some(known) = mine.or_else(|| self.one_of(free)) else {
            return Ok(());
        };
        let (customer, contact) = self.inviting(known, when);
        let session = self.consultant(self.known[known].owner);
        let ask = LogContact { customer, contact };
        self.perform(&LOG_CONTACT, session, at, |work| log_contact(work, ask))?;
        self.expects(known, at, when, comes);
        Ok(())
    }

    pub fn no_show(&mut self, at: Moment, known: usize) -> Outcome<()> {
        // Where nobody writes it down, that the day is over says it.
        let written = self.draw.chance(70);
        if let Some(id) = self.standing(at, known)?.filter(|_| written) {
            let session = self.consultant(self.known[known].owner);
            let ask = MarkNoShow { id };
            self.perform(&MARK_NO_SHOW, session, at, |work| mark_no_show(work, ask))?;
        }
        self.known[known].comes = None;
        Ok(())
    }

    pub fn cancel(&mut self, at: Moment, known: usize) -> Outcome<()> {
        if let Some(id) = self.standing(at, known)? {
            let reason = self
                .draw
                .weighed(&[(66, "not_coming"), (20, "showroom"), (14, "twice")]);
            let session = self.consultant(self.known[known].owner);
            let ask = CancelAppointment {
                id,
                reason: reason.to_owned(),
            };
            self.perform(&CANCEL_APPOINTMENT, session, at, |work| {
                cancel_appointment(work, ask)
            })?;
        }
        self.known[known].comes = None;
        Ok(())
    }

    /// The appointment at which a customer is expected.
    fn standing(&self, at: Moment, known: usize) -> Outcome<Option<AppointmentId>> {
        let ask = AppointmentsAsk {
            customer: self.known[known].id,
        };
        let manager = &self.team.manager.me;
        let rows = self.desk.look(&APPOINTMENTS, manager, Now(at), |look| {
            appointments(look, ask)
        })?;
        let open = |state| matches!(state, AppointmentState::Expected | AppointmentState::Late);
        Ok(rows.iter().find(|row| open(row.state)).map(|row| row.id))
    }
}
