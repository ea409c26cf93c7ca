//! At the door: who comes in, who receives them, and when they go.

use domain::id::VisitId;
use domain::rows::{Frequency, VisitKind};
use domain::when::Moment;

use super::agenda::Thing;
use super::month::moment;
use super::people::{Draw, Person};
use super::showroom::{Known, Showroom};
use crate::problem::Outcome;
use crate::reception::{
    LEAVE_VISIT, LOG_WALK_IN, LeaveVisit, LogVisit, LoggedVisit, VisitFields, leave_visit,
    log_walk_in,
};

/// Who comes to the door.
#[derive(Debug, Clone, Copy)]
pub(super) enum Comer {
    /// Somebody whom nobody knows yet.
    New { event: bool },
    /// Somebody who leaves no number.
    Passing,
    /// Somebody for a company.
    Company,
    /// Somebody with a card, under another number.
    Twice,
    /// Somebody with a card.
    Again,
    /// This customer, who has an appointment.
    Expected(usize),
    /// Somebody who does not come to look at cars.
    Other,
}

/// A party that is going to come.
pub(super) struct Party {
    pub comer: Comer,
    /// Who receives them, where that is not whose turn it is.
    pub who: Option<usize>,
    /// When they go; by themselves, when not said.
    pub until: Option<Moment>,
    /// They are still here.
    pub stays: bool,
    /// Nobody receives them yet.
    pub alone: bool,
}

impl Party {
    /// One that comes and goes.
    pub fn ordinary(comer: Comer) -> Self {
        Self {
            comer,
            who: None,
            until: None,
            stays: false,
            alone: false,
        }
    }
}

/// A party that was received.
pub(super) struct Served {
    pub visit: VisitId,
    pub who: usize,
    pub known: Option<usize>,
    pub person: Person,
    pub size: i64,
    pub company: Option<usize>,
    /// Place of the model in the book, where the counter heard of one.
    pub model: Option<usize>,
    pub passing: bool,
    /// They told the consultant their number, not the counter.
    pub number_later: bool,
    pub source: Option<&'static str>,
}

/// A value of a form.
pub(super) fn said<T>(value: T) -> Option<Option<T>> {
    Some(Some(value))
}

impl Showroom<'_> {
    /// A party comes in; when it goes and when it is written up follows from it.
    pub fn party(&mut self, at: Moment, party: Party) -> Outcome<()> {
        let mut fields = self.at_the_counter();
        let again = |known: &Known| !known.here && known.comes.is_none() && !known.old;
        let comer = match party.comer {
            Comer::Again => {
                match self.one_of(|known| again(known) && (known.warm() || known.level == "O")) {
                    Some(known) => Comer::Expected(known),
                    None => Comer::New { event: false },
                }
            }
            Comer::Company if self.companies == self.book().companies.len() => {
                Comer::New { event: false }
            }
            other => other,
        };
        let twice = match comer {
            Comer::Twice => self.one_of(|known| again(known) && known.company.is_none()),
            _ => None,
        };
        let mut served = Served {
            visit: VisitId(uuid::Uuid::nil()),
            who: 0,
            known: None,
            person: self.draw.person(),
            size: fields.party_size.flatten().unwrap_or(1),
            company: None,
            model: None,
            passing: matches!(comer, Comer::Passing),
            number_later: false,
            source: None,
        };
        let mut kind = None;
        let mut for_sale = true;
        match comer {
            Comer::Expected(known) => {
                let card = &mut self.known[known];
                card.here = true;
                card.comes = None;
                served.known = Some(known);
                served.person = card.person.clone();
                served.company = card.company;
                served.who = card.owner;
                fields.phone = said(card.person.phone.clone());
            }
            Comer::Other => {
                for_sale = false;
                self.errand(&mut fields, &served.person);
            }
            Comer::New { event: true } => {
                kind = Some(VisitKind::Event);
                fields.event = said(self.event(at).to_owned());
                served.source = Some("event");
                self.introduce(&mut fields, &mut served);
            }
            Comer::Company => {
                served.company = Some(self.companies);
                self.companies += 1;
                served.source = Some("association");
                self.introduce(&mut fields, &mut served);
            }
            Comer::New { .. } | Comer::Twice | Comer::Again | Comer::Passing => {
                if let Some(known) = twice {
                    let card = &self.known[known];
                    served.person.name.clone_from(&card.person.name);
                    served.person.gender = card.person.gender;
                }
                self.introduce(&mut fields, &mut served);
            }
        }
        if for_sale && served.known.is_none() && !party.alone {
            served.who = party.who.unwrap_or_else(|| self.next_in_turn());
            fields.consultant = said(self.staff(served.who));
        }
        let ask = LogVisit { fields, kind };
        let logged = self.perform(&LOG_WALK_IN, &self.team.receptionist, at, |work| {
            log_walk_in(work, ask)
        })?;
        served.visit = logged.visit.id;
        let received = for_sale && !party.alone;
        if received {
            served.who = self.place_of(logged.visit.consultant).unwrap_or(served.who);
            self.with[served.who] += 1;
        }
        if for_sale && served.known.is_none() {
            served.known = self.got_a_card(&logged, &served);
            if let (Some(new), Some(old)) = (served.known, twice) {
                self.known[new].also = Some(self.known[old].person.phone.clone());
            }
        }
        if !party.stays {
            self.goes(at, party.until, served, received);
        }
        Ok(())
    }

    /// What the counter sees of everybody.
    fn at_the_counter(&mut self) -> VisitFields {
        let size = self.draw.weighed(&[(38, 1), (40, 2), (16, 3), (6, 4)]);
        let transport = self.draw.weighed(&[
            (58, "car"),
            (18, "taxi"),
            (12, "metro"),
            (4, "bus"),
            (5, "motorbike"),
            (3, "on_foot"),
        ]);
        let drink = self
            .draw
            .weighed(&[(40, "water"), (34, "tea"), (16, "coffee"), (10, "juice")]);
        VisitFields {
            party_size: said(size),
            transport: said(transport.to_owned()),
            purpose: said("look".to_owned()),
            drink: self.draw.chance(85).then(|| Some(drink.to_owned())),
            ..VisitFields::default()
        }
    }

    /// What somebody unknown says of themselves.
    fn introduce(&mut self, fields: &mut VisitFields, served: &mut Served) {
        fields.gender = said(served.person.gender);
        served.number_later = !served.passing && self.draw.chance(14);
        if served.passing || served.number_later {
            fields.name = said(Draw::title(&served.person));
            fields.frequency = said(Frequency::First);
            return;
        }
        if self.draw.chance(65) {
            let model = self.draw.model_at();
            fields.model = said(self.book().models[model].series.clone());
            served.model = Some(model);
        }
        let source = *served.source.get_or_insert_with(|| self.draw.source());
        fields.name = said(served.person.name.clone());
        fields.phone = said(served.person.phone.clone());
        fields.source = said(source.to_owned());
        fields.sub_source = self.draw.sub_source(source).map(|sub| Some(sub.to_owned()));
    }

    /// Whoever left a number has a card now.
    pub fn got_a_card(&mut self, logged: &LoggedVisit, served: &Served) -> Option<usize> {
        let id = logged.customer?;
        if let Some(known) = self.places.get(&id) {
            return Some(*known);
        }
        let model = match served.model {
            Some(model) => model,
            None => self.draw.model_at(),
        };
        let known = Known {
            person: served.person.clone(),
            id,
            owner: self.place_of(logged.owner).unwrap_or(served.who),
            level: "N".to_owned(),
            model,
            company: served.company,
            source: logged.visit.source.clone(),
            purchase_type: None,
            here: true,
            comes: None,
            also: None,
            old: false,
            asked: false,
        };
        Some(self.remember(known))
    }

    /// Plans when they go, and when their record is completed.
    fn goes(&mut self, at: Moment, until: Option<Moment>, served: Served, received: bool) {
        let day = at.day();
        let last = if self.today(day) {
            self.now.moment()
        } else {
            moment(day, 17 * 60 + 58)
        };
        let stayed = 18 + i64::from(self.draw.rng.u8(..80));
        let left = until.unwrap_or_else(|| at.plus_minutes(stayed).min(last));
        let gone = Thing::Leaving {
            visit: served.visit,
            with: received.then_some(served.who),
            who: served.known,
        };
        self.agenda.note(left, gone);
        if !received {
            return;
        }
        // Whoever is behind with it is so in the last days: earlier records somebody has asked for.
        let late = 100 - self.diligence(served.who);
        let recent = day.days_until(self.now.day()) <= 3;
        if !self.draw.chance(if recent { late } else { late / 12 }) {
            let written = left.plus_minutes(3 + i64::from(self.draw.rng.u8(..12)));
            self.agenda
                .note(written.min(last), Thing::Completing(served));
        }
    }

    pub fn leave(
        &mut self,
        at: Moment,
        id: VisitId,
        with: Option<usize>,
        known: Option<usize>,
    ) -> Outcome<()> {
        let ask = LeaveVisit {
            id,
            at: None,
            not_filed_reason: None,
        };
        self.perform(&LEAVE_VISIT, &self.team.receptionist, at, |work| {
            leave_visit(work, ask)
        })?;
        if let Some(known) = known {
            self.known[known].here = false;
        }
        if let Some(who) = with {
            self.with[who] = self.with[who].saturating_sub(1);
        }
        Ok(())
    }

    /// Somebody who does not come to look at cars.
    fn errand(&mut self, fields: &mut VisitFields, person: &Person) {
        let purpose = self.draw.weighed(&[
            (24, "paperwork"),
            (20, "pick_up"),
            (24, "service"),
            (12, "delivery"),
            (8, "directions"),
            (5, "rival"),
            (4, "maker"),
            (3, "other"),
        ]);
        fields.purpose = said(purpose.to_owned());
        fields.gender = said(person.gender);
        if purpose == "directions" {
            fields.drink = None;
        }
        match self.book().errands.get(purpose) {
            Some(remark) => fields.remark = said(remark.clone()),
            None => fields.name = said(Draw::title(person)),
        }
    }

    /// What a weekend is about.
    fn event(&self, at: Moment) -> &'static str {
        match (at.day().day_of_month() / 7) % 4 {
            0 => "group_buy",
            1 => "test_drive_day",
            2 => "new_car",
            _ => "weekend",
        }
    }
}
