//! The showroom while its month is lived: who works there, whom they know, what lies ahead.

use std::collections::{HashMap, VecDeque};

use domain::id::{CustomerId, StaffId};
use domain::when::{Day, Moment};

use super::agenda::{Agenda, Thing};
use super::book::Book;
use super::people::{Draw, Person};
use super::team::Team;
use crate::desk::Desk;
use crate::now::Now;
use crate::problem::Outcome;
use crate::session::Session;
use crate::verb::Verb;
use crate::work::Work;

/// A customer, as the showroom remembers them.
pub(super) struct Known {
    pub person: Person,
    pub id: CustomerId,
    /// Place of their consultant in the team.
    pub owner: usize,
    pub level: String,
    /// Place in the book.
    pub model: usize,
    /// Place in the book.
    pub company: Option<usize>,
    pub source: Option<String>,
    pub purchase_type: Option<&'static str>,
    /// In the showroom now.
    pub here: bool,
    /// When they are expected.
    pub comes: Option<Moment>,
    /// The number under which another card of theirs stands.
    pub also: Option<String>,
    /// Bought before the month began.
    pub old: bool,
    /// Their needs stand on the card.
    pub asked: bool,
}

impl Known {
    /// Somebody with whom a deal is possible.
    pub fn warm(&self) -> bool {
        matches!(self.level.as_str(), "H" | "A" | "B")
    }
}

pub(super) struct Showroom<'d> {
    pub desk: &'d Desk,
    pub team: &'d Team,
    pub draw: Draw<'d>,
    pub now: Now,
    /// Everybody with a card, in the order in which the cards were made.
    pub known: Vec<Known>,
    pub places: HashMap<CustomerId, usize>,
    pub agenda: Agenda,
    /// Consultants, whoever is next first.
    pub turns: VecDeque<usize>,
    /// How many parties each of them is with.
    pub with: Vec<u32>,
    pub off: Option<usize>,
    pub weather: &'static str,
    /// Owners of customers whose birthday is to be today.
    pub birthdays: Vec<usize>,
    /// How many companies have come.
    pub companies: usize,
    /// How many customers have a spouse with a card of their own.
    pub couples: u32,
}

impl<'d> Showroom<'d> {
    pub fn new(desk: &'d Desk, team: &'d Team, book: &'d Book, seed: u64, now: Now) -> Self {
        let consultants = team.consultants.len();
        Self {
            desk,
            team,
            draw: Draw::new(book, seed),
            now,
            known: Vec::new(),
            places: HashMap::new(),
            agenda: Agenda::default(),
            turns: (0..consultants).collect(),
            with: vec![0; consultants],
            off: None,
            weather: "sunny",
            birthdays: vec![0, 0, 1 % consultants],
            companies: 0,
            couples: 0,
        }
    }

    pub fn book(&self) -> &'d Book {
        self.draw.book
    }

    pub fn today(&self, day: Day) -> bool {
        day == self.now.day()
    }

    /// Somebody does something.
    pub fn perform<T>(
        &self,
        verb: &'static Verb,
        who: &Session,
        at: Moment,
        act: impl FnOnce(&mut Work<'_>) -> Outcome<T>,
    ) -> Outcome<T> {
        Ok(self.desk.perform(verb, who, Now(at), act)?.answer)
    }

    pub fn consultant(&self, who: usize) -> &'d Session {
        &self.team.consultants[who].0
    }

    pub fn staff(&self, who: usize) -> StaffId {
        self.consultant(who).me.id
    }

    pub fn diligence(&self, who: usize) -> u8 {
        self.team.consultants[who].1
    }

    pub fn place_of(&self, staff: Option<StaffId>) -> Option<usize> {
        self.team
            .consultants
            .iter()
            .position(|(session, _)| Some(session.me.id) == staff)
    }

    /// Whose turn it is; they stand behind afterwards.
    pub fn next_in_turn(&mut self) -> usize {
        let works = |who: &usize| Some(*who) != self.off;
        let free = |who: &usize| works(who) && self.with[*who] == 0;
        let at = self
            .turns
            .iter()
            .position(free)
            .or_else(|| self.turns.iter().position(works))
            .unwrap_or(0);
        let who = self.turns.remove(at).unwrap_or(0);
        self.turns.push_back(who);
        who
    }

    /// Remembers whoever got a card; answers their place.
    pub fn remember(&mut self, known: Known) -> usize {
        let place = self.known.len();
        self.places.insert(known.id, place);
        self.known.push(known);
        place
    }

    /// One of those known for whom something holds.
    pub fn one_of(&mut self, is: impl Fn(&Known) -> bool) -> Option<usize> {
        let all: Vec<usize> = (0..self.known.len())
            .filter(|at| is(&self.known[*at]))
            .collect();
        (!all.is_empty()).then(|| *self.draw.pick(&all))
    }

    /// Lives through what lies ahead, up to a moment.
    pub fn live(&mut self, until: Moment) -> Outcome<()> {
        while let Some((at, thing)) = self.agenda.next(until) {
            self.happen(at, thing)?;
        }
        Ok(())
    }

    fn happen(&mut self, at: Moment, thing: Thing) -> Outcome<()> {
        match thing {
            Thing::Opening { off } => self.open(at, off),
            Thing::Party(party) => self.party(at, party),
            Thing::Leaving { visit, with, who } => self.leave(at, visit, with, who),
            Thing::Completing(served) => self.complete(at, served),
            Thing::Card(known) => self.card(at, known),
            Thing::Call { promised } => self.call(at, promised),
            Thing::Missed { waits } => self.missed(at, waits),
            Thing::CallingBack {
                call,
                by,
                reached,
                asks,
            } => self.call_back(at, call, by, reached, asks),
            Thing::Morning { who, until } => self.morning(at, who, until),
            Thing::Contact(due) => self.contact(at, &due),
            Thing::NoShow(known) => self.no_show(at, known),
            Thing::Cancelling(known) => self.cancel(at, known),
            Thing::Inviting {
                who,
                at: when,
                comes,
            } => self.invite(at, who, when, comes),
            Thing::Skip { who, reason } => self.skip(at, who, reason),
            Thing::Duty { who, state } => self.duty(at, who, state),
            Thing::Review { keep } => self.review(at, keep),
            Thing::Claim(claim) => self.claim(at, claim),
            Thing::Deciding { claim, customer } => self.decide(at, claim, customer),
            Thing::Closing => self.close(at),
            Thing::Checking(day) => self.check(at, day),
        }
    }
}
