//! Questions to the tables, one file per noun.

mod appointments;
mod beside;
mod callbacks;
mod cards;
mod catalogue;
mod claims;
mod customers;
mod day;
mod devices;
mod disorder;
mod erasures;
mod glance;
pub(crate) mod group;
mod holds;
mod house;
mod level_days;
mod page;
mod page_parts;
#[cfg(test)]
mod page_tests;
mod reviews;
mod search;
mod sheet;
mod staff;
mod team;
mod visits;

pub use claims::StatefulClaim;
pub use disorder::{Acts, Contested, Deed, IllegalStep, Said};
pub use glance::Glance;
pub(crate) use glance::search_owner;
pub use level_days::{DayLevel, LevelWalk};
pub use page::{Cursor, CustomerSort, Page, PageAsk};
pub use sheet::{ContactCount, NewAtLevel};
pub use visits::{DayOfVisits, StatefulVisit};
