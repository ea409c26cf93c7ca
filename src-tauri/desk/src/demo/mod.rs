//! A branch to look around in: a believable month, made through the same verbs as a real one. Also used by tests and measurements.
//!
//! The same seed gives the same people and days. Refuses a store that is not a demo's.

mod agenda;
mod beside;
mod book;
mod calls;
mod card;
mod counter;
mod crowd;
mod day;
mod expected;
mod follow_up;
mod month;
mod people;
mod record;
mod reviewing;
mod showroom;
mod team;
mod today;

pub(crate) use book::Book;
pub(crate) use crowd::crowd;
pub(crate) use month::month;
pub(crate) use team::Team;
