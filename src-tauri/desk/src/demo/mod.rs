//! A branch to look around in: a believable month, made through the same verbs as a real one. Also used by tests and measurements.
//!
//! The same seed gives the same people and days. Refuses a store that is not a demo's.

mod book;
mod crowd;
mod month;
mod people;

pub(crate) use book::Book;
pub(crate) use crowd::crowd;
pub(crate) use month::{Team, month};
