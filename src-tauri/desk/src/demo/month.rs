//! Thirty days of a showroom: who came and called, who completed it, who was called back and what came of it.

use domain::id::{StaffId, by_rule};
use domain::rows::{Frequency, Gender, Trim, VisitResult};
use domain::when::{ClockTime, Day, Moment};
use uuid::Uuid;

use super::book::Book;
use super::people::{Draw, Person};
use crate::cards::{
    ContactMade, FINISH_CARD, FinishCard, SKIP_CARD, SkipCard, TODAY, TodayAsk, finish_card,
    skip_card, today,
};
use crate::desk::Desk;
use crate::import::IMPORT_CATALOGUE;
use crate::now::Now;
use crate::problem::{Outcome, Problem};
use crate::reception::{
    COMPLETE_VISIT, CompleteVisit, LEAVE_VISIT, LOG_CALL, LOG_WALK_IN, LeaveVisit, LogVisit,
    LoggedVisit, VisitFields, complete_visit, leave_visit, log_call, log_walk_in,
};
use crate::session::{Me, Session};

/// Days back.
const DAYS: i64 = 30;

/// Who works in the demo.
pub(crate) struct Team {
    pub manager: Session,
    pub receptionist: Session,
    /// With their diligence, in percent.
    pub consultants: Vec<(Session, u8)>,
}

struct Showroom<'d> {
    desk: &'d Desk,
    team: &'d Team,
    draw: Draw<'d>,
    now: Now,
    /// People who may come again.
    known: Vec<Person>,
}

/// Lives through the month up to now.
pub(crate) fn month(desk: &Desk, team: &Team, book: &Book, seed: u64, now: Now) -> Outcome<()> {
    catalogue(desk, team, book, now)?;
    let mut showroom = Showroom {
        desk,
        team,
        draw: Draw::new(book, seed),
        now,
        known: Vec::new(),
    };
    for back in (0..=DAYS).rev() {
        showroom.day(now.day().plus(-back))?;
    }
    // Whoever looks around finds somebody in the showroom, whatever the hour.
    for minutes_ago in [47, 21, 4] {
        showroom.here(Now(now.moment().plus_minutes(-minutes_ago)))?;
    }
    Ok(())
}

fn catalogue(desk: &Desk, team: &Team, book: &Book, now: Now) -> Outcome<()> {
    desk.perform(&IMPORT_CATALOGUE, &team.manager, now, |work| {
        for model in &book.models {
            let series: Uuid = by_rule(Uuid::nil(), "series", &model.series);
            for trim in &model.trims {
                let row = Trim {
                    id: by_rule(series, "trim", trim),
                    brand: book.brand.clone(),
                    maker: model.maker.clone(),
                    series: model.series.clone(),
                    model_year: "2026款".to_owned(),
                    name: trim.clone(),
                    on_sale: true,
                };
                work.insert(series, &row);
            }
        }
        Ok(())
    })?;
    Ok(())
}

impl Showroom<'_> {
    fn day(&mut self, day: Day) -> Outcome<()> {
        let weekend = day.weekday() >= 6;
        for at in 0..self.team.consultants.len() {
            self.follow_up(at, day)?;
        }
        let parties = if weekend { 10 } else { 5 } + self.draw.rng.i64(0..4);
        for time in self.times(parties) {
            self.party(day, time)?;
        }
        for time in self.times(3) {
            self.call(day, time)?;
        }
        Ok(())
    }

    /// Times between nine and half past five, in order.
    fn times(&mut self, how_many: i64) -> Vec<u16> {
        let mut times: Vec<u16> = (0..how_many)
            .map(|_| self.draw.rng.u16(9 * 60..17 * 60 + 30))
            .collect();
        times.sort_unstable();
        times
    }

    /// The moment, unless it has not come yet.
    fn moment(&self, day: Day, minutes: u16) -> Option<Now> {
        let time = ClockTime::from_minutes(minutes).ok()?;
        let at = Moment::from_day_time(day, time);
        (at <= self.now.moment()).then_some(Now(at))
    }

    fn party(&mut self, day: Day, minutes: u16) -> Outcome<()> {
        let Some(at) = self.moment(day, minutes) else {
            return Ok(());
        };
        let (logged, who) = self.arrive(at)?;
        self.stay(&logged, day, minutes, who)
    }

    /// A party that is still here.
    fn here(&mut self, at: Now) -> Outcome<()> {
        self.arrive(at).map(drop)
    }

    /// Reception logs a party; answers also who was named to receive them.
    fn arrive(&mut self, at: Now) -> Outcome<(LoggedVisit, usize)> {
        let again = !self.known.is_empty() && self.draw.chance(18);
        let mut fields = VisitFields::default();
        let who = self.draw.rng.usize(..self.team.consultants.len());
        fields.party_size = Some(Some(1 + i64::from(self.draw.rng.u8(..3))));
        fields.transport = Some(Some(
            if self.draw.chance(70) { "car" } else { "taxi" }.to_owned(),
        ));
        if again {
            let person = &self.known[self.draw.rng.usize(..self.known.len())];
            fields.phone = Some(Some(person.phone.clone()));
            if self.draw.chance(40) {
                fields.frequency = Some(Some(Frequency::Invited));
            }
        } else {
            let person = self.draw.person();
            fields.gender = Some(Some(person.gender));
            fields.consultant = Some(Some(self.team.consultants[who].0.me.id));
            if self.draw.chance(82) {
                fields.name = Some(Some(person.name.clone()));
                fields.phone = Some(Some(person.phone.clone()));
                fields.source = Some(Some(self.draw.source().to_owned()));
                self.known.push(person);
            } else {
                let title = if person.gender == Gender::Female {
                    "女士"
                } else {
                    "先生"
                };
                fields.name = Some(Some(format!(
                    "{}{title}",
                    person.name.chars().next().unwrap_or('王')
                )));
                fields.frequency = Some(Some(Frequency::First));
            }
        }
        let logged = self
            .desk
            .perform(&LOG_WALK_IN, &self.team.receptionist, at, |work| {
                log_walk_in(work, LogVisit { fields, kind: None })
            })?
            .answer;
        Ok((logged, who))
    }

    /// They are shown around, they go, and the record is completed, by some sooner than by others.
    fn stay(&mut self, logged: &LoggedVisit, day: Day, minutes: u16, who: usize) -> Outcome<()> {
        let stayed = 15 + self.draw.rng.u16(..90);
        if let Some(at) = self.moment(day, minutes + stayed) {
            let id = logged.visit.id;
            self.desk
                .perform(&LEAVE_VISIT, &self.team.receptionist, at, |work| {
                    leave_visit(
                        work,
                        LeaveVisit {
                            id,
                            at: None,
                            not_filed_reason: None,
                        },
                    )
                })?;
        }
        let consultant = self.of(logged.visit.consultant).unwrap_or(who);
        let diligence = self.team.consultants[consultant].1;
        let Some(at) = self.moment(day, minutes + stayed + 20) else {
            return Ok(());
        };
        if !self.draw.chance(diligence) {
            return Ok(());
        }
        let mut fields = VisitFields {
            model: Some(Some(self.draw.model().to_owned())),
            level: Some(Some(self.draw.level().to_owned())),
            talk: Some(Some(self.draw.one(&self.draw.book.talks).to_owned())),
            ..VisitFields::default()
        };
        if logged.visit.source.is_none() {
            fields.source = Some(Some(self.draw.source().to_owned()));
        }
        fields.area = Some(Some(self.draw.one(&self.draw.book.areas).to_owned()));
        fields.test_drive = Some(Some(self.draw.chance(35)));
        if logged.customer.is_none() {
            fields.result = Some(Some(VisitResult::NotFiled));
            fields.not_filed_reason = Some(Some(
                if self.draw.chance(60) {
                    "refused"
                } else {
                    "just_looking"
                }
                .to_owned(),
            ));
        }
        if self.draw.chance(40) {
            fields.competitor = Some(Some(self.draw.one(&self.draw.book.competitors).to_owned()));
        }
        if self.draw.chance(30) {
            fields.current_car = Some(Some(self.draw.one(&self.draw.book.current_cars).to_owned()));
        }
        let session = &self.team.consultants[consultant].0;
        let id = logged.visit.id;
        self.desk.perform(&COMPLETE_VISIT, session, at, |work| {
            complete_visit(work, CompleteVisit { id, fields })
        })?;
        Ok(())
    }

    fn call(&mut self, day: Day, minutes: u16) -> Outcome<()> {
        let Some(at) = self.moment(day, minutes) else {
            return Ok(());
        };
        let person = self.draw.person();
        let mut fields = VisitFields {
            name: Some(Some(person.name.clone())),
            gender: Some(Some(person.gender)),
            rings: Some(Some(1 + i64::from(self.draw.rng.u8(..4)))),
            greeting_given: Some(Some(true)),
            call_reason: Some(Some(self.draw.one(&self.draw.book.call_reasons).to_owned())),
            ..VisitFields::default()
        };
        if self.draw.chance(70) {
            fields.phone = Some(Some(person.phone.clone()));
            fields.source = Some(Some("call".to_owned()));
            fields.model = Some(Some(self.draw.model().to_owned()));
            let who = self.draw.rng.usize(..self.team.consultants.len());
            fields.consultant = Some(Some(self.team.consultants[who].0.me.id));
            self.known.push(person);
        } else {
            fields.result = Some(Some(VisitResult::NotFiled));
            fields.not_filed_reason = Some(Some("refused".to_owned()));
            fields.source = Some(Some("call".to_owned()));
            fields.consultant = Some(Some(self.team.consultants[0].0.me.id));
        }
        self.desk
            .perform(&LOG_CALL, &self.team.receptionist, at, |work| {
                log_call(work, LogVisit { fields, kind: None })
            })?;
        Ok(())
    }

    /// A consultant's morning: the cards that are due, as far as diligence goes.
    fn follow_up(&mut self, at: usize, day: Day) -> Outcome<()> {
        let (session, diligence) = &self.team.consultants[at];
        let mut minutes = 9 * 60 + self.draw.rng.u16(..40);
        let Some(now) = self.moment(day, minutes) else {
            return Ok(());
        };
        let due = self.desk.look(&TODAY, &session.me, now, |look| {
            today(look, TodayAsk::default())
        })?;
        for card in due.overdue.into_iter().chain(due.due) {
            minutes += 4 + self.draw.rng.u16(..9);
            let Some(now) = self.moment(day, minutes) else {
                break;
            };
            // This morning is not over: most of today's work is still to be done.
            let so_far = if day == self.now.day() {
                *diligence / 3
            } else {
                *diligence
            };
            if !self.draw.chance(so_far) {
                continue;
            }
            if self.draw.chance(4) {
                let ask = SkipCard {
                    card: card.id,
                    reason: "unreachable".to_owned(),
                };
                self.desk
                    .perform(&SKIP_CARD, session, now, |work| skip_card(work, ask))?;
                continue;
            }
            let way = if self.draw.chance(65) {
                "phone"
            } else {
                "wechat"
            };
            let level = self.level_after(&card.level);
            let content = self.draw.one(&self.draw.book.contents).to_owned();
            let ask = FinishCard {
                card: card.id,
                contact: ContactMade {
                    way: way.to_owned(),
                    content,
                    level,
                    ..ContactMade::default()
                },
            };
            self.desk
                .perform(&FINISH_CARD, session, now, |work| finish_card(work, ask))?;
        }
        Ok(())
    }

    /// People warm up, cool down, order, and buy elsewhere.
    fn level_after(&mut self, level: &str) -> Option<String> {
        let after = match (level, self.draw.rng.u8(..100)) {
            ("H", 0..14) => "O",
            ("H", 14..30) => "A",
            ("A", 0..12) => "H",
            ("A" | "B", 90..) => "C",
            ("B", 0..12) => "A",
            ("C", 0..10) => "B",
            ("C" | "N", 86..) => "F2",
            ("N", 0..30) => "C",
            ("H", 94..) => "F1",
            ("O", 0..35) => "D",
            _ => return None,
        };
        Some(after.to_owned())
    }

    fn of(&self, staff: Option<StaffId>) -> Option<usize> {
        self.team
            .consultants
            .iter()
            .position(|(session, _)| Some(session.me.id) == staff)
    }
}

impl Team {
    /// Sittings of the book's people, as the store has them.
    pub fn of(book: &Book, sitting: impl Fn(&str) -> Outcome<Me>) -> Outcome<Self> {
        let session = |name: &str| -> Outcome<Session> {
            Ok(Session {
                me: sitting(name)?,
                keys: None,
            })
        };
        let consultants = book
            .consultants
            .iter()
            .map(|one| Ok((session(&one.name)?, one.diligence)))
            .collect::<Outcome<Vec<_>>>()?;
        if consultants.is_empty() {
            return Err(Problem::broken("a demo branch without consultants"));
        }
        Ok(Self {
            manager: session(&book.manager)?,
            receptionist: session(&book.receptionist)?,
            consultants,
        })
    }
}
