//! Sheets.
mod cell;
pub(crate) mod fold;
pub use cell::Cell;
