//! The log on the disk: appending, reading back, sealing.

mod append;
mod read;
mod seal;
mod segments;
mod signed;

pub(crate) use append::append;
pub use read::{Logged, Undoable};
pub(crate) use read::{applied_of, changes_of, clock_at, each_applied, ops_between, stored};
pub(crate) use seal::seal_tail;
pub(crate) use segments::segments_beyond;
pub(crate) use signed::{signed, signed_places};
