//! Questions to the tables, one file per noun.

mod callbacks;
mod cards;
mod catalogue;
mod customers;
mod day;
mod glance;
mod house;
mod search;
mod staff;
mod visits;

pub use customers::{CustomerSort, Page, PageAsk};
pub use glance::Glance;
pub(crate) use glance::search_owner;
pub use visits::{DayOfVisits, StatefulVisit};
