//! What a sheet of rows and columns says: which of its lines are data, what its columns mean, and each row as a typed draft.
//!
//! Pure: the cells come from `paper`, the words from `assets/house`. Refuses to drop a row silently and to guess a value:
//! what cannot be read stays as raw text beside a [`Problem`].

mod book;
mod cell;
mod draft;
mod field;
pub(crate) mod fold;
mod heading;
mod layout;
mod lists;
mod problem;
mod synonyms;

pub use book::{Merge, Row, Sheet, Workbook};
pub use cell::Cell;
pub use draft::{CustomerDraft, Drafts, Kept, TrimDraft, VisitDraft};
pub use field::{Field, SheetKind};
pub use layout::{Column, Hint, Layout, Mapping, Matched, Section};
pub use lists::Lists;
pub use problem::{Problem, ProblemCode};
pub use synonyms::{Synonyms, SynonymsBroken};
