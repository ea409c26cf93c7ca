//! The telephone: calls that are answered, promised or missed, and calling back.

use domain::id::VisitId;
use domain::rows::VisitResult;
use domain::when::Moment;

use super::agenda::{Promise, Thing};
use super::counter::{Served, said};
use super::month::moment;
use super::people::{Draw, Person};
use super::showroom::Showroom;
use crate::problem::Outcome;
use crate::reception::{
    CALL_BACK, COMPLETE_VISIT, CallBack, CompleteVisit, LOG_CALL, LOG_MISSED_CALL, LogMissedCall,
    LogVisit, LoggedVisit, VisitFields, call_back, complete_visit, log_call, log_missed_call,
};

impl Showroom<'_> {
    /// A call that the counter answers and puts through.
    pub fn call(&mut self, at: Moment, promised: Promise) -> Outcome<()> {
        let person = self.draw.person();
        let who = self.on_duty();
        let promise = match promised {
            Promise::Any => self.draw.chance(14),
            Promise::By(_) | Promise::Tried(_) => true,
        };
        let mut fields = self.as_the_standard_asks(&person, who, promise);
        // Whoever is to be called back has left a number.
        let leaves_number = promise || self.draw.chance(72);
        let model = self.draw.model_at();
        let rated = self.draw.chance(80).then(|| self.draw.level());
        if leaves_number {
            fields.phone = said(person.phone.clone());
            fields.model = said(self.book().models[model].series.clone());
            fields.level = rated.map(|level| Some(level.to_owned()));
        } else {
            fields.name = said(Draw::title(&person));
            fields.result = said(VisitResult::NotFiled);
            let reason =
                self.draw
                    .weighed(&[(60, "refused"), (25, "just_looking"), (15, "in_a_hurry")]);
            fields.not_filed_reason = said(reason.to_owned());
        }
        fields.callback_by = match promised {
            Promise::Any if promise => said(self.soon(at, 60)),
            Promise::Any => None,
            Promise::By(by) | Promise::Tried(by) => said(by),
        };
        let ask = LogVisit { fields, kind: None };
        let logged = self.perform(&LOG_CALL, &self.team.receptionist, at, |work| {
            log_call(work, ask)
        })?;
        self.knows_the_caller(&logged, person, who, model);
        let back = match promised {
            Promise::Any if promise => Some((self.soon(at, 35), true)),
            Promise::Tried(_) => Some((at.plus_minutes(38), false)),
            Promise::Any | Promise::By(_) => None,
        };
        if let Some((at, reached)) = back {
            let thing = Thing::CallingBack {
                call: logged.visit.id,
                by: who,
                reached,
                asks: None,
            };
            self.agenda.note(at, thing);
        }
        Ok(())
    }

    /// Somebody who receives today.
    fn on_duty(&mut self) -> usize {
        let all: Vec<usize> = (0..self.team.consultants.len())
            .filter(|who| Some(*who) != self.off)
            .collect();
        *self.draw.pick(&all)
    }

    /// Some minutes later, before the telephones are put down.
    fn soon(&self, at: Moment, minutes: i64) -> Moment {
        at.plus_minutes(minutes)
            .min(moment(at.day(), 18 * 60 + 5))
            .max(at.plus_minutes(1))
    }

    /// What is written of a call that was answered.
    fn as_the_standard_asks(&mut self, person: &Person, who: usize, promise: bool) -> VisitFields {
        let source = self.draw.weighed(&[
            (58, "call"),
            (16, "vertical_site"),
            (14, "short_video"),
            (12, "own_site"),
        ]);
        let reason = self.draw.weighed(&[
            (30, "price"),
            (20, "stock"),
            (16, "offer"),
            (14, "visit"),
            (14, "test_drive"),
            (6, "order"),
        ]);
        let rings = self.draw.weighed(&[(35, 1), (38, 2), (20, 3), (7, 5)]);
        let connected = !promise && self.draw.chance(88);
        let seconds = i64::from(self.draw.rng.u8(6..24));
        let next = self
            .draw
            .weighed(&[(50, "phone"), (38, "wechat"), (12, "visit")]);
        VisitFields {
            name: said(person.name.clone()),
            gender: said(person.gender),
            consultant: said(self.staff(who)),
            source: said(source.to_owned()),
            sub_source: self.draw.sub_source(source).map(|sub| Some(sub.to_owned())),
            rings: said(rings),
            greeting_given: said(self.draw.chance(94)),
            call_reason: said(reason.to_owned()),
            transferred_to: said(self.staff(who)),
            transfer_seconds: connected.then_some(Some(seconds)),
            connected: said(connected),
            summary_agreed: said(self.draw.chance(85)),
            next_contact_offered: said(next.to_owned()),
            callback_promised: promise.then_some(Some(true)),
            caller_hung_up_first: said(self.draw.chance(88)),
            ..VisitFields::default()
        }
    }

    fn knows_the_caller(&mut self, logged: &LoggedVisit, person: Person, who: usize, model: usize) {
        let served = Served {
            visit: logged.visit.id,
            who,
            known: None,
            person,
            size: 1,
            company: None,
            model: Some(model),
            passing: false,
            number_later: false,
            source: None,
        };
        if let Some(known) = self.got_a_card(logged, &served) {
            self.known[known].here = false;
            if let Some(level) = &logged.visit.level {
                self.known[known].level.clone_from(level);
            }
        }
    }

    /// A call that nobody answers in time. Half of the callers have a card.
    pub fn missed(&mut self, at: Moment, waits: bool) -> Outcome<()> {
        let somebody = self.draw.chance(50);
        let known = self
            .one_of(|known| known.warm() && !known.here)
            .filter(|_| somebody && !waits);
        let person = match known {
            Some(known) => self.known[known].person.clone(),
            None => self.draw.person(),
        };
        let ask = LogMissedCall {
            phone: Some(person.phone.clone()),
            ..LogMissedCall::default()
        };
        let logged = self.perform(&LOG_MISSED_CALL, &self.team.receptionist, at, |work| {
            log_missed_call(work, ask)
        })?;
        let call = logged.visit.id;
        let by = self
            .place_of(logged.visit.consultant)
            .unwrap_or_else(|| self.on_duty());
        let later = i64::from(self.draw.rng.u8(6..40));
        let again = self.soon(at, 95);
        let in_vain_first = known.is_some() && self.draw.chance(40);
        let mut back = |at: Moment, reached: bool, asks: Option<Person>| {
            let thing = Thing::CallingBack {
                call,
                by,
                reached,
                asks,
            };
            self.agenda.note(at, thing);
        };
        if waits {
            back(at.plus_minutes(9), false, None);
            return Ok(());
        }
        // Who has a card needs nothing more written; the others are asked the same day.
        if in_vain_first {
            back(at.plus_minutes(later), false, None);
            back(again, true, None);
        } else {
            back(
                at.plus_minutes(later),
                true,
                known.is_none().then_some(person),
            );
        }
        Ok(())
    }

    pub fn call_back(
        &mut self,
        at: Moment,
        call: VisitId,
        by: usize,
        reached: bool,
        asks: Option<Person>,
    ) -> Outcome<()> {
        let book = self.book();
        let notes = if reached {
            &book.callbacks.reached
        } else {
            &book.callbacks.in_vain
        };
        let model = self.draw.model_at();
        let note = self
            .draw
            .one(notes)
            .replace("{model}", &book.models[model].series);
        let ask = CallBack {
            visit: call,
            reached,
            note: Some(note),
        };
        let session = self.consultant(by);
        self.perform(&CALL_BACK, session, at, |work| call_back(work, ask))?;
        let Some(person) = asks else {
            return Ok(());
        };
        let fields = VisitFields {
            name: said(person.name.clone()),
            gender: said(person.gender),
            consultant: said(self.staff(by)),
            source: said("call".to_owned()),
            sub_source: said("store_line".to_owned()),
            model: said(book.models[model].series.clone()),
            ..VisitFields::default()
        };
        let ask = CompleteVisit { id: call, fields };
        let at = at.plus_minutes(1);
        let logged = self.perform(&COMPLETE_VISIT, session, at, |work| {
            complete_visit(work, ask)
        })?;
        self.knows_the_caller(&logged, person, by, model);
        Ok(())
    }
}
