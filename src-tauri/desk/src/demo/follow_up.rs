//! Following up: a consultant's cards of a day as far as diligence goes, what was said, and what came of it.

use domain::id::{CardId, CustomerId};
use domain::when::{Day, Moment};

use super::agenda::{Comes, Thing};
use super::book::Said;
use super::month::moment;
use super::showroom::Showroom;
use crate::appointments::AppointmentAgreed;
use crate::cards::{
    ContactMade, FINISH_CARD, FinishCard, PLAN_CARD, PlanCard, SKIP_CARD, SkipCard, TODAY,
    TodayAsk, finish_card, plan_card, skip_card, today,
};
use crate::now::Now;
use crate::problem::{Code, Outcome};
use crate::reviews::{READ_REVIEW, ReadReview, read_review};

/// A card that is going to be worked.
pub(super) struct Due {
    pub card: CardId,
    pub known: usize,
}

/// What comes of a contact.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    Same,
    Warmer,
    Colder,
    Unanswered,
    Invited,
    Ordered,
    Waiting,
    Delivered,
    Lost,
    Dormant,
}

impl Showroom<'_> {
    /// A consultant reads what the manager said, and goes through the cards that are due.
    pub fn morning(&mut self, at: Moment, who: usize, until: Moment) -> Outcome<()> {
        let session = self.consultant(who);
        let due = self.desk.look(&TODAY, &session.me, Now(at), |look| {
            today(look, TodayAsk::default())
        })?;
        let diligence = self.diligence(who);
        for remark in &due.remarks {
            if self.draw.chance(diligence) {
                let ask = ReadReview {
                    review: remark.review,
                };
                self.perform(&READ_REVIEW, session, at, |work| read_review(work, ask))?;
            }
        }
        let mut cards: Vec<(Day, usize, CardId)> = due
            .overdue
            .iter()
            .chain(&due.due)
            .filter_map(|card| Some((card.due, *self.places.get(&card.customer)?, card.id)))
            .collect();
        // Ids are drawn anew on every PC; the order of the people is not.
        cards.sort_unstable_by_key(|(due, known, _)| (*due, *known));
        let today = self.today(at.day());
        // Today is not over: what is late is done first, most of the rest still to be done.
        let chance = |due: Day| match today && due == at.day() {
            true => diligence / 4,
            false => behind(diligence, at.day().days_until(self.now.day())),
        };
        let chosen: Vec<_> = cards
            .into_iter()
            .map(|card| (chance(card.0), card))
            .collect::<Vec<_>>()
            .into_iter()
            .filter_map(|(chance, card)| self.draw.chance(chance).then_some(card))
            .collect();
        let many = i64::try_from(chosen.len()).unwrap_or(0) + 1;
        let step = (until.0 - at.0) / many;
        let step = if today { step } else { step.min(11 * 60_000) };
        for ((_, known, card), nth) in chosen.into_iter().zip(1..) {
            let wobble = self.draw.rng.i64(0..=(step / 2).max(1));
            let at = Moment(at.0 + step * nth - wobble);
            self.agenda.note(at, Thing::Contact(Due { card, known }));
        }
        Ok(())
    }

    /// A card is worked, or skipped with a reason.
    pub fn contact(&mut self, at: Moment, due: &Due) -> Outcome<()> {
        let known = due.known;
        let who = self.known[known].owner;
        let session = self.consultant(who);
        if self.draw.chance(5) {
            let reason = self.draw.weighed(&[
                (54, "unreachable"),
                (22, "asked_not_to"),
                (14, "came_anyway"),
                (10, "duplicate"),
            ]);
            let ask = SkipCard {
                card: due.card,
                reason: reason.to_owned(),
            };
            let skipped = self.perform(&SKIP_CARD, session, at, |work| skip_card(work, ask));
            return meanwhile_closed(skipped);
        }
        let came = self.came(known);
        let level = self.level_after(known, came);
        let mut contact = self.said(known, came);
        contact.level.clone_from(&level);
        let mut comes = None;
        if came == Came::Invited {
            let (agreed, fate) = self.agreed(at, known);
            comes = Some((agreed.at, fate));
            contact.appointment = Some(agreed);
        } else if came == Came::Same && self.draw.chance(14) {
            let days = 1 + self.draw.rng.i64(0..5);
            contact.next = Some(at.day().plus(days));
            contact.next_note = Some(self.plan_note(known));
        }
        // Some write down in the morning what was said the evening before.
        if came == Came::Same && contact.way == "wechat" && self.draw.chance(9) {
            contact.happened_at = Some(moment(at.day().plus(-1), 19 * 60 + 20));
        }
        let ask = FinishCard {
            card: due.card,
            contact,
        };
        match self.perform(&FINISH_CARD, session, at, |work| finish_card(work, ask)) {
            Err(problem) if problem.code == Code::CardClosed => return Ok(()),
            other => other.map(drop)?,
        }
        if let Some(level) = level {
            self.known[known].level = level;
        }
        if let Some((when, fate)) = comes {
            self.expects(known, at, when, fate);
        }
        if !self.known[known].asked && came != Came::Unanswered && self.draw.chance(60) {
            self.agenda.note(at.plus_minutes(1), Thing::Card(known));
        }
        if matches!(came, Came::Same | Came::Warmer) && self.draw.chance(9) {
            self.plan_ahead(at, known)?;
        }
        Ok(())
    }

    fn plan_ahead(&mut self, at: Moment, known: usize) -> Outcome<()> {
        let ask = PlanCard {
            customer: self.known[known].id,
            due: at.day().plus(1 + self.draw.rng.i64(0..3)),
            note: Some(self.plan_note(known)),
            way: Some("wechat".to_owned()),
        };
        let session = self.consultant(self.known[known].owner);
        self.perform(&PLAN_CARD, session, at, |work| plan_card(work, ask))?;
        Ok(())
    }

    fn plan_note(&mut self, known: usize) -> String {
        let note = self.draw.one(&self.draw.book.plan_notes).to_owned();
        self.in_words(known, &note)
    }

    /// People warm up, cool down, order, and buy elsewhere.
    fn came(&mut self, known: usize) -> Came {
        let expected = self.known[known].comes.is_some();
        match (self.known[known].level.as_str(), self.draw.rng.u8(..100)) {
            ("O", 0..34) => Came::Delivered,
            ("O", _) => Came::Waiting,
            (_, 0..11) => Came::Unanswered,
            ("H" | "A" | "B", 11..29) if !expected => Came::Invited,
            ("H", 29..41) => Came::Ordered,
            ("H", 41..52) | ("B" | "C", 92..) => Came::Colder,
            ("H", 97..) | ("A", 99..) => Came::Lost,
            ("A", 29..44) | ("B", 29..39) | ("C", 29..38) | ("N", 29..52) => Came::Warmer,
            ("C", 86..92) | ("N", 88..) => Came::Dormant,
            _ => Came::Same,
        }
    }

    fn level_after(&self, known: usize, came: Came) -> Option<String> {
        let level = self.known[known].level.as_str();
        let after = match (came, level) {
            (Came::Warmer, "A") => "H",
            (Came::Warmer, "B") => "A",
            (Came::Warmer, "C") => "B",
            (Came::Warmer, _) | (Came::Colder, "B" | "C") => "C",
            (Came::Colder, _) => "A",
            (Came::Ordered, _) => "O",
            (Came::Delivered, _) => "D",
            (Came::Lost, _) => "F1",
            (Came::Dormant, _) => "F2",
            _ => return None,
        };
        (after != level).then(|| after.to_owned())
    }

    /// What was said, in words.
    fn said(&mut self, known: usize, came: Came) -> ContactMade {
        let contacts = &self.book().contacts;
        let all: &[Said] = match came {
            Came::Same => &contacts.same,
            Came::Warmer => &contacts.warmer,
            Came::Colder => &contacts.colder,
            Came::Unanswered => &contacts.unanswered,
            Came::Invited => &contacts.invited,
            Came::Ordered => &contacts.ordered,
            Came::Waiting => &contacts.waiting,
            Came::Delivered => &contacts.delivered,
            Came::Lost => &contacts.lost,
            Came::Dormant => &contacts.dormant,
        };
        let said = self.draw.pick(all);
        let way = match came {
            Came::Unanswered => "phone",
            Came::Ordered | Came::Delivered => "visit",
            _ => self
                .draw
                .weighed(&[(60, "phone"), (34, "wechat"), (4, "sms"), (2, "home")]),
        };
        let answer = |text: &Option<String>| text.as_deref().map(|text| self.in_words(known, text));
        ContactMade {
            way: way.to_owned(),
            content: self.in_words(known, &said.content),
            question: answer(&said.question),
            answer: answer(&said.answer),
            ..ContactMade::default()
        }
    }

    /// Fills the blanks of a text.
    pub fn in_words(&self, known: usize, text: &str) -> String {
        const COLOURS: [&str; 4] = ["白色", "黑色", "灰色", "蓝色"];
        let book = self.book();
        let series = &book.models[self.known[known].model].series;
        let rivals = book.rivals_of(series);
        let rival = rivals
            .get(known % rivals.len().max(1))
            .map_or("别的车", |rival| rival.model.as_str());
        text.replace("{model}", series)
            .replace("{rival}", rival)
            .replace("{colour}", COLOURS[known % COLOURS.len()])
    }

    /// When they come, and what for; and what becomes of it. Today's appointments are made by themselves.
    fn agreed(&mut self, at: Moment, known: usize) -> (AppointmentAgreed, Comes) {
        let mut day = at.day().plus(1 + self.draw.rng.i64(0..4));
        if self.today(day) {
            day = day.plus(1);
        }
        let when = moment(day, 9 * 60 + 30 + 30 * self.draw.rng.u16(..15));
        let fate = self
            .draw
            .weighed(&[(64, Comes::Kept), (20, Comes::Not), (16, Comes::Cancels)]);
        (self.appointment(known, when), fate)
    }

    /// An appointment, in words.
    pub fn appointment(&mut self, known: usize, at: Moment) -> AppointmentAgreed {
        let purpose = self.draw.weighed(&[
            (34, "test_drive"),
            (26, "look"),
            (24, "price"),
            (8, "order"),
            (8, "appraisal"),
        ]);
        let note = self.draw.one(&self.draw.book.appointment_notes).to_owned();
        AppointmentAgreed {
            at,
            purpose: Some(purpose.to_owned()),
            note: self.draw.chance(60).then(|| self.in_words(known, &note)),
        }
    }

    /// A contact that ends with an appointment.
    pub fn inviting(&mut self, known: usize, when: Moment) -> (CustomerId, ContactMade) {
        let mut contact = self.said(known, Came::Invited);
        contact.appointment = Some(self.appointment(known, when));
        (self.known[known].id, contact)
    }
}

/// The chance that a card is worked: whoever is not diligent has fallen behind in the last days.
fn behind(diligence: u8, days_ago: i64) -> u8 {
    let squared = u16::from(diligence) * u16::from(diligence) / 100;
    match days_ago {
        8.. => diligence,
        _ => u8::try_from(squared * squared / 100).unwrap_or(diligence),
    }
}

/// A card that a visit answered meanwhile is not worked any more.
fn meanwhile_closed<T>(done: Outcome<T>) -> Outcome<()> {
    match done {
        Err(problem) if problem.code == Code::CardClosed => Ok(()),
        other => other.map(drop),
    }
}
