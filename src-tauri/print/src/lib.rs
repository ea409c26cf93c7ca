//! Papers: a Typst template and its data become a PDF and pictures of its pages.
//!
//! The same input gives the same bytes: there is no clock, no network, no package and no file here but the template, the frame
//! that all papers share, and the data. Refuses to know what stands on a paper.

mod clean;
mod failed;
mod fonts;
mod paper;
pub mod templates;
mod world;

pub use failed::PrintFailed;
pub use fonts::Fonts;
pub use paper::{Paper, paper};
