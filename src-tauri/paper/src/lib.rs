//! Reads workbooks and CSV files into plain rows of cells: `.xlsx`, `.xls`, and text in UTF-8, UTF-16, GB18030 or Big5.
//!
//! What a file is, its content says and not its name. Every file is hostile until it is read: sizes are checked before
//! and while unpacking, and a panic of a parser is an unreadable file. Refuses to know what the cells mean: that is
//! `domain::sheet`.

mod delimited;
mod limits;
mod package;
mod read;
mod sniff;
mod text;
mod unreadable;
mod xls;
mod xls_records;
mod xlsx;

pub use limits::Limits;
pub use read::{Progress, Watch, read, read_bytes, read_watched};
pub use unreadable::Unreadable;
