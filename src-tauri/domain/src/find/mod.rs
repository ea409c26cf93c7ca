//! Finding anyone: what a customer can be found by, as index words, and what somebody typed, as a [`Query`] over such words.
//!
//! Pure text in, pure text out. Refuses to rank (the most recent contact comes first, which is the index's order), to know
//! SQL, and to decide who may see whom: [`owner_word`] only narrows down.

mod clue;
mod findable;
mod fold;
mod letters;
mod name;
mod number;
mod query;
mod readings;
mod typed;
mod words;

#[cfg(test)]
mod tests;

pub use clue::{Clue, Run};
pub use findable::{Findable, words};
pub use fold::fold;
pub use name::sort_key;
pub use query::{NoQuery, Query};
pub use readings::surname;
pub use words::owner_word;
