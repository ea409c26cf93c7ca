//! How near somebody is to buying.

use domain::id::CustomerId;
use domain::rows::Customer;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edit::workable;
use crate::cards;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{OWNERS, Verb};
use crate::work::{Acted, Work};

/// The owner, and managers.
pub const SET_LEVEL: Verb = Verb::new("set_level", OWNERS);

/// Whose, and which.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetLevel {
    /// Whose.
    pub id: CustomerId,
    /// Code of `levels`.
    pub level: String,
}

/// Sets the level; the next contact follows its interval.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NotInList`], [`Code::NothingChanged`].
pub fn set_level(work: &mut Work<'_>, ask: SetLevel) -> Outcome<Acted> {
    let before = workable(work, ask.id)?;
    work.house.must_have("levels", &ask.level)?;
    if before.level == ask.level {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let after = Customer {
        level: ask.level,
        ..before.clone()
    };
    work.update(before.id.0, &before, &after)?;
    cards::after_level(work, &after, work.now.day())?;
    Ok(work.acted())
}
