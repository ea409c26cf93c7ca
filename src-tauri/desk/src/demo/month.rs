//! Thirty days of a showroom, hour by hour: what is planned for each of them, and then lived through in the order of time.

use domain::id::by_rule;
use domain::rows::Trim;
use domain::when::{ClockTime, Day, Moment};
use uuid::Uuid;

use super::agenda::{Promise, Thing};
use super::book::Book;
use super::counter::{Comer, Party};
use super::showroom::Showroom;
use super::team::Team;
use crate::desk::Desk;
use crate::import::IMPORT_CATALOGUE;
use crate::now::Now;
use crate::problem::Outcome;

/// Days back.
const DAYS: i64 = 30;
/// Days ago whose sheets the manager has not taken over.
const UNCHECKED: [i64; 4] = [1, 4, 9, 17];
/// Reasons for which a turn is passed over.
const SKIPS: [&str; 5] = ["with_customer", "away", "delivery", "meeting", "manager"];

/// Lives through the month up to now.
pub(crate) fn month(desk: &Desk, team: &Team, book: &Book, seed: u64, now: Now) -> Outcome<()> {
    catalogue(desk, team, book, now)?;
    let mut showroom = Showroom::new(desk, team, book, seed, now);
    showroom.owners(moment(now.day().plus(-DAYS), 8 * 60 + 20))?;
    for back in (1..=DAYS).rev() {
        showroom.plan(now.day().plus(-back), back);
        showroom.live(moment(now.day().plus(1 - back), 0))?;
    }
    showroom.plan_today();
    showroom.live(now.moment())
}

/// A time of a day.
pub(super) fn moment(day: Day, minutes: u16) -> Moment {
    let time = ClockTime::from_minutes(minutes).unwrap_or(ClockTime::MIDNIGHT);
    Moment::from_day_time(day, time)
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
    /// An ordinary day, nine to six.
    fn plan(&mut self, day: Day, back: i64) {
        let weekend = day.weekday() >= 6;
        let consultants = self.team.consultants.len();
        // On weekdays one of them has the day off; nobody yesterday, so that today's lists are everybody's.
        let off = (!weekend && back > 1 && consultants > 2)
            .then(|| usize::try_from(back).unwrap_or(0) % consultants);
        let open = 8 * 60 + 42 + self.draw.rng.u16(..10);
        self.agenda.note(moment(day, open), Thing::Opening { off });
        if back < DAYS && !UNCHECKED.contains(&(back + 1)) {
            let at = moment(day, open + 5 + self.draw.rng.u16(..30));
            self.agenda.note(at, Thing::Checking(day.plus(-1)));
        }
        for who in (0..consultants).filter(|who| Some(*who) != off) {
            let at = moment(day, 9 * 60 + self.draw.rng.u16(..35));
            let until = moment(day, 17 * 60 + 30);
            self.agenda.note(at, Thing::Morning { who, until });
        }
        let parties = if weekend { 10 } else { 5 } + self.draw.rng.i64(0..4);
        for at in self.times(day, parties) {
            let comer = self.comer(weekend);
            self.agenda.note(at, Thing::Party(Party::ordinary(comer)));
        }
        let calls = 2 + self.draw.rng.i64(0..2);
        for at in self.times(day, calls) {
            let promised = Promise::Any;
            self.agenda.note(at, Thing::Call { promised });
        }
        if self.draw.chance(45) {
            let at = moment(day, self.draw.rng.u16(9 * 60 + 10..16 * 60 + 30));
            self.agenda.note(at, Thing::Missed { waits: false });
        }
        if self.draw.chance(60) {
            let who = self.draw.rng.usize(..consultants);
            let reason = SKIPS[self.draw.rng.usize(..SKIPS.len())];
            let at = moment(day, self.draw.rng.u16(10 * 60..16 * 60));
            self.agenda.note(at, Thing::Skip { who, reason });
        }
        match back {
            1 => self.plan_the_eve(day),
            2 => self.plan_who_does_not_come(day),
            _ => {}
        }
        self.plan_claims(day, back);
        let at = moment(day, 17 * 60 + 35 + self.draw.rng.u16(..15));
        self.agenda.note(at, Thing::Review { keep: 6 });
        let at = moment(day, 18 * 60 + 12 + self.draw.rng.u16(..20));
        self.agenda.note(at, Thing::Closing);
    }

    /// Claims that are asked on a day.
    fn plan_claims(&mut self, day: Day, back: i64) {
        for (claim, asked) in self.book().claims.iter().enumerate() {
            if asked.days_ago == back && back > 0 {
                self.agenda
                    .note(moment(day, 15 * 60 + 10), Thing::Claim(claim));
            }
        }
    }

    /// Times between nine and five, in order.
    fn times(&mut self, day: Day, how_many: i64) -> Vec<Moment> {
        let mut times: Vec<u16> = (0..how_many)
            .map(|_| self.draw.rng.u16(9 * 60 + 5..16 * 60 + 50))
            .collect();
        times.sort_unstable();
        times
            .into_iter()
            .map(|minutes| moment(day, minutes))
            .collect()
    }

    /// Who comes, without an appointment.
    fn comer(&mut self, weekend: bool) -> Comer {
        let event = weekend && self.draw.chance(30);
        match self.draw.rng.u8(..100) {
            _ if event => Comer::New { event },
            0..47 => Comer::New { event },
            47..63 => Comer::Passing,
            63..69 => Comer::Company,
            69..72 => Comer::Twice,
            72..89 => Comer::Again,
            _ => Comer::Other,
        }
    }
}
