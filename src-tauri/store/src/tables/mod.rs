//! Questions to the tables, one file per noun.

mod appointments;
mod cards;
mod catalogue;
mod customers;
mod glance;
mod house;
mod reviews;
mod search;
mod staff;
mod team;
mod visits;

pub use customers::{CustomerSort, Page, PageAsk};
pub use glance::Glance;
pub(crate) use glance::search_owner;
pub use visits::{DayOfVisits, StatefulVisit};
