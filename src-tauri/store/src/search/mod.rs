//! The search index: which customers have which words, most recent first. It is derived from the customers' rows and can be thrown
//! away and made again. Works on a bare connection; the caller owns the transaction.
//!
//! Refuses to know what words mean (that is `domain::find`), to rank otherwise than by recency, and to keep any text of a customer.

mod look;
mod recency;
mod upkeep;
mod write;

#[cfg(test)]
mod tests;

pub use look::{find, wake};
pub use upkeep::{clear, tidy, tidy_all};
pub use write::{Entry, put_all, remove};

/// The tables of the index, for the migration that makes them.
pub const SCHEMA: &str = include_str!("schema.sql");
