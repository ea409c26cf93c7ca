//! The real window on a stage: the built program on a screen of its own, its own web view, real keys.
//!
//! Stories, pictures and measurements play here. Whatever cannot go on panics with what the screen showed: nothing here is part of
//! the product.

mod finding;
mod pc;
mod screen;
mod window;

pub use pc::{Pc, Program};
pub use screen::Screen;
pub use window::{Window, keys};

/// How long something may take to appear before it counts as missing. Generous: it says nothing about speed.
pub(crate) const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);
