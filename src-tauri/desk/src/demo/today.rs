//! Today: whatever the PC's clock says, whoever looks around finds a working day.
//!
//! From half past ten to closing time the day began at nine. At another hour it began a few hours ago, at midnight at the
//! earliest, and everything is nearer together.

use domain::rows::DutyState;
use domain::when::{Day, Moment};

use super::agenda::{Comes, Promise, Thing};
use super::counter::{Comer, Party};
use super::month::moment;
use super::showroom::Showroom;

const MINUTE: i64 = 60_000;
/// Minutes for which an odd day has gone on, where midnight lets it.
const ODD: i64 = 220;
/// Minutes that those need who are still here.
const NEEDED: i64 = 100;

/// The part of today that has passed.
struct Passed {
    from: i64,
    now: i64,
}

impl Passed {
    fn until(now: Moment) -> Self {
        let day = now.day();
        let usual = moment(day, 10 * 60 + 30)..=moment(day, 18 * 60);
        let from = if usual.contains(&now) {
            moment(day, 8 * 60 + 50)
        } else {
            moment(day, 0).max(now.plus_minutes(-ODD))
        };
        Self {
            from: from.0,
            now: now.0,
        }
    }

    /// After so many hundredths of it.
    fn at(&self, hundredths: i64) -> Moment {
        Moment(self.from + (self.now - self.from) * hundredths / 100)
    }

    /// So many minutes ago; less, when the day is too young.
    fn ago(&self, minutes: i64) -> Moment {
        let passed = self.now - self.from;
        let needed = NEEDED * MINUTE;
        Moment(self.now - minutes * MINUTE * passed.min(needed) / needed)
    }
}

/// A time as people agree on it, where there is room for one.
fn rounded(at: Moment, minutes: i64) -> Moment {
    Moment(at.0 / (minutes * MINUTE) * minutes * MINUTE)
}

impl Showroom<'_> {
    /// The eve: who is asked to come today, tomorrow and at the weekend, and a caller whom nobody has called back yet.
    pub fn plan_the_eve(&mut self, eve: Day) {
        let today = eve.plus(1);
        let passed = Passed::until(self.now.moment());
        let mut comes = vec![
            (0, rounded(passed.ago(27), 5), Comes::Here),
            (1, rounded(passed.at(18), 5), Comes::Kept),
            (4, rounded(passed.ago(46), 5), Comes::Unknown),
        ];
        for (who, at) in (0..).zip(self.later_today(today)) {
            comes.push((who, at, Comes::Unknown));
        }
        let consultants = self.team.consultants.len();
        for nth in 0..3 {
            let at = moment(today.plus(1), 9 * 60 + 30 + 120 * nth);
            comes.push((usize::from(nth) * 2, at, Comes::Unknown));
        }
        let saturday = (2..9)
            .map(|days| today.plus(days))
            .find(|day| day.weekday() == 6)
            .unwrap_or(today.plus(2));
        for nth in 0..4 {
            let at = moment(saturday.plus(i64::from(nth % 2)), 10 * 60 + 90 * nth);
            comes.push((usize::from(nth) + 1, at, Comes::Unknown));
        }
        for ((who, when, comes), nth) in comes.into_iter().zip(0u16..) {
            let at = moment(eve, 14 * 60 + 5 + nth * 9);
            let who = who % consultants;
            self.agenda.note(
                at,
                Thing::Inviting {
                    who,
                    at: when,
                    comes,
                },
            );
        }
        let promised = Promise::Tried(moment(eve, 17 * 60 + 30));
        self.agenda
            .note(moment(eve, 16 * 60 + 40), Thing::Call { promised });
    }

    /// The day before: who is asked to come on the eve, and does not.
    pub fn plan_who_does_not_come(&mut self, day: Day) {
        let consultants = self.team.consultants.len();
        for (nth, who) in [0, 3, 4].into_iter().enumerate() {
            let nth = u16::try_from(nth).unwrap_or(0);
            let inviting = Thing::Inviting {
                who: who % consultants,
                at: moment(day.plus(1), 15 * 60 + 30 * nth),
                comes: Comes::Not,
            };
            self.agenda
                .note(moment(day, 16 * 60 + 2 + nth * 7), inviting);
        }
    }

    /// Four times that are still to come today.
    fn later_today(&self, today: Day) -> Vec<Moment> {
        let now = self.now.moment();
        let from = now.max(moment(today, 9 * 60));
        let closing = moment(today, 17 * 60 + 30);
        let until = if from.plus_minutes(60) < closing {
            closing
        } else {
            moment(today, 23 * 60 + 58)
        };
        let room = until.0 - from.0;
        let step = match room / MINUTE {
            ..20 => 1,
            20..150 => 5,
            _ => 30,
        };
        (1..=4)
            .map(|nth| rounded(Moment(from.0 + room * nth / 4), step))
            .map(|at| {
                if at <= now {
                    Moment(now.0 + MINUTE)
                } else {
                    at
                }
            })
            .filter(|at| at.day() == today)
            .collect()
    }

    /// What has happened today so far.
    pub fn plan_today(&mut self) {
        let day = self.now.day();
        let passed = Passed::until(self.now.moment());
        let consultants = self.team.consultants.len();
        let weekend = day.weekday() >= 6;
        self.agenda.note(passed.at(0), Thing::Opening { off: None });
        for who in 0..consultants {
            let at = passed.at(2 + i64::try_from(who).unwrap_or(0) * 2);
            let until = passed.at(99);
            self.agenda.note(at, Thing::Morning { who, until });
        }
        self.who_came(&passed, weekend);
        self.who_is_here(&passed);
        self.who_called(&passed);
        for (claim, asked) in self.book().claims.iter().enumerate() {
            if asked.days_ago == 0 {
                self.agenda.note(passed.at(40), Thing::Claim(claim));
            }
        }
        self.agenda.note(passed.at(96), Thing::Review { keep: 13 });
    }

    /// Parties that have gone again; one more has an appointment.
    fn who_came(&mut self, passed: &Passed, weekend: bool) {
        let came = [
            (4, 24, Comer::New { event: weekend }),
            (11, 30, Comer::Again),
            (24, 44, Comer::New { event: false }),
            (31, 38, Comer::Other),
            (39, 58, Comer::Passing),
        ];
        for (at, until, comer) in came {
            let longest = passed.at(at).plus_minutes(55);
            let party = Party {
                until: Some(passed.at(until).min(longest)),
                ..Party::ordinary(comer)
            };
            self.agenda.note(passed.at(at), Thing::Party(party));
        }
    }

    /// Parties that are still here, and what that means for the turn. One more has an appointment.
    fn who_is_here(&mut self, passed: &Passed) {
        let new = Comer::New { event: false };
        let staying = |comer, who| Party {
            who,
            stays: true,
            ..Party::ordinary(comer)
        };
        let here = [
            (66, staying(new, Some(1))),
            (41, staying(new, Some(2))),
            (16, staying(new, Some(3))),
            (9, staying(Comer::Other, None)),
            (
                4,
                Party {
                    alone: true,
                    ..staying(Comer::Passing, None)
                },
            ),
        ];
        for (minutes, party) in here {
            self.agenda.note(passed.ago(minutes), Thing::Party(party));
        }
        let states = [
            (19, 1, DutyState::Signing),
            (11, 2, DutyState::Driving),
            (34, 5, DutyState::Resting),
        ];
        let consultants = self.team.consultants.len();
        for (minutes, who, state) in states {
            let duty = Thing::Duty {
                who: who % consultants,
                state: Some(state),
            };
            self.agenda.note(passed.ago(minutes), duty);
        }
        let skip = Thing::Skip {
            who: 3 % consultants,
            reason: "with_customer",
        };
        self.agenda.note(passed.ago(8), skip);
    }

    /// Calls: one that was missed and one that was promised wait.
    fn who_called(&mut self, passed: &Passed) {
        for hundredths in [12, 46, 71] {
            let promised = Promise::Any;
            self.agenda
                .note(passed.at(hundredths), Thing::Call { promised });
        }
        let by = rounded(self.now.moment().plus_minutes(50), 10);
        let promised = Promise::By(by);
        self.agenda.note(passed.ago(31), Thing::Call { promised });
        self.agenda
            .note(passed.ago(22), Thing::Missed { waits: true });
    }
}
