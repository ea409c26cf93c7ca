//! What did not go together when the acts of several PCs met. Nobody has to decide anything for the work to go on; whoever is responsible
//! sees what happened, and has one thing to do about it.

mod contested;
mod list;
mod settle;

pub use contested::{ContestedField, SaidThere, contested};
pub use list::{ActsThere, DISORDERS, DisordersView, StepThere, disorders};
pub use settle::{
    DISMISS_STEP, DismissStep, SETTLE_FIELD, SettleField, dismiss_step, settle_field,
};
