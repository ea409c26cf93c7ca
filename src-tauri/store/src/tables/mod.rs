//! Questions to the tables, one file per noun.

mod cards;
mod catalogue;
mod customers;
mod glance;
mod house;
mod search;
mod sheet;
mod staff;
mod visits;

pub use customers::{CustomerSort, Page, PageAsk};
pub use glance::Glance;
pub(crate) use glance::search_owner;
pub use sheet::{ContactCount, NewAtLevel};
pub use visits::{DayOfVisits, StatefulVisit};
