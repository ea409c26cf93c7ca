//! A branch's own old register, customer list or catalogue, taken in: read, shown with everything that is doubtful, corrected,
//! and then committed whole or not at all, as one act that can be undone.

mod catalogue;
mod commit;
mod customers;
mod finding;
mod layout;
mod party;
mod pending;
mod preview;
mod read;
mod register;

pub use commit::{CommitImport, IMPORT_CATALOGUE, IMPORT_CUSTOMERS, IMPORT_REGISTER, ImportDone};
pub use finding::RowProblem;
pub use pending::Imports;
pub use preview::{
    AdjustImport, ColumnChoice, ImportColumn, ImportPreview, SharedPhone, UnknownConsultant,
};
pub use read::{READ_IMPORT, ReadImport};
