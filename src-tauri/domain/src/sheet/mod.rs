//! What a sheet of rows and columns says: which of its lines are data, what its columns mean, and each row as a typed draft.
//!
//! Pure: the cells come from `paper`, the words from `assets/house`. Refuses to drop a row silently and to guess a value:
//! what cannot be read stays as raw text beside a [`Problem`].

mod book;
mod catalogue;
mod cell;
mod cells;
mod columns;
mod customers;
mod draft;
mod field;
pub(crate) mod fold;
mod header;
mod heading;
mod hint;
mod layout;
mod line;
mod lists;
mod problem;
mod read;
mod recognise;
mod register;
mod synonyms;
mod table;
mod values;

#[cfg(test)]
mod tests;

pub use book::{Merge, Row, Sheet, Workbook};
pub use cell::Cell;
pub use draft::{CustomerDraft, Drafts, Kept, TrimDraft, VisitDraft};
pub use field::{Field, SheetKind};
pub use layout::{Column, Hint, Layout, Mapping, Matched, Section};
pub use lists::Lists;
pub use problem::{Problem, ProblemCode};
pub use read::{Reading, Watch, read_rows, read_rows_watched};
pub use recognise::{Chosen, choose, recognise, recognise_as};
pub use synonyms::{Synonyms, SynonymsBroken};
