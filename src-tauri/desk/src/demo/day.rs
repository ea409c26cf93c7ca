//! The frame of a day: its weather, whose turn it is, the sheet that closes it.

use domain::rows::DutyState;
use domain::when::{Day, Moment};

use super::showroom::Showroom;
use crate::problem::Outcome;
use crate::reception::{
    ARRANGE_TURNS, ArrangeTurns, CHECK_DAY, CLOSE_DAY, CloseDay, DayAsk, SET_DUTY, SET_WEATHER,
    SKIP_TURN, SetDuty, SetWeather, SkipTurn, arrange_turns, check_day, close_day, set_duty,
    set_weather, skip_turn,
};

impl Showroom<'_> {
    pub fn open(&mut self, at: Moment, off: Option<usize>) -> Outcome<()> {
        let counter = &self.team.receptionist;
        // Tomorrow is mostly like today.
        if !self.draw.chance(45) {
            self.weather = self.draw.weighed(&[
                (34, "sunny"),
                (30, "cloudy"),
                (24, "rain"),
                (6, "fog"),
                (6, "wind"),
            ]);
        }
        let ask = SetWeather {
            day: None,
            weather: Some(self.weather.to_owned()),
        };
        self.perform(&SET_WEATHER, counter, at, |work| set_weather(work, ask))?;
        self.off = off;
        let first = usize::try_from(at.day().day_of_month()).unwrap_or(0);
        self.turns.make_contiguous().sort_unstable();
        let turns = self.turns.len();
        self.turns.rotate_left(first % turns);
        let staff = self
            .turns
            .iter()
            .filter(|who| Some(**who) != off)
            .map(|who| self.staff(*who))
            .collect();
        let ask = ArrangeTurns { day: None, staff };
        let at = at.plus_minutes(1);
        self.perform(&ARRANGE_TURNS, counter, at, |work| arrange_turns(work, ask))?;
        Ok(())
    }

    /// A turn is passed over by the counter.
    pub fn skip(&mut self, at: Moment, who: usize, reason: &str) -> Outcome<()> {
        if Some(who) == self.off {
            return Ok(());
        }
        let ask = SkipTurn {
            staff: self.staff(who),
            reason: reason.to_owned(),
        };
        let counter = &self.team.receptionist;
        self.perform(&SKIP_TURN, counter, at, |work| skip_turn(work, ask))?;
        if let Some(place) = self.turns.iter().position(|other| *other == who) {
            self.turns.remove(place);
            self.turns.push_back(who);
        }
        Ok(())
    }

    pub fn duty(&mut self, at: Moment, who: usize, state: Option<DutyState>) -> Outcome<()> {
        let ask = SetDuty {
            staff: self.staff(who),
            state,
        };
        self.perform(&SET_DUTY, self.consultant(who), at, |work| {
            set_duty(work, ask)
        })?;
        Ok(())
    }

    /// The receptionist signs the sheet, now and then with a note.
    pub fn close(&mut self, at: Moment) -> Outcome<()> {
        let book = self.book();
        let weekend = at.day().weekday() >= 6;
        let weather = self.weather;
        let fits = |note: &&super::book::DayNote| {
            note.weather.as_deref().is_none_or(|only| only == weather)
        };
        let notes: Vec<_> = book.day_notes.iter().filter(fits).collect();
        let note = if weekend && self.draw.chance(45) {
            Some(book.event_note.clone())
        } else if self.draw.chance(38) {
            Some(self.draw.pick(&notes).note.clone())
        } else {
            None
        };
        let ask = CloseDay { day: None, note };
        let counter = &self.team.receptionist;
        self.perform(&CLOSE_DAY, counter, at, |work| close_day(work, ask))?;
        Ok(())
    }

    pub fn check(&mut self, at: Moment, day: Day) -> Outcome<()> {
        let ask = DayAsk { day: Some(day) };
        let manager = &self.team.manager;
        self.perform(&CHECK_DAY, manager, at, |work| check_day(work, ask))?;
        Ok(())
    }
}
