//! The foot of the daily sheet: how the branch's customers stand when it is looked at, whatever day it is of.

use domain::when::Day;
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Look;
use crate::problem::{Outcome, Problem};

/// Levels of those who may still buy, hot first.
const PROSPECTS: [&str; 4] = ["H", "A", "B", "C"];
/// Who drives our car.
const OWNER: &str = "D";

/// Prospects at a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LevelCount {
    /// Code of `levels`.
    pub level: String,
    /// How many customers.
    pub count: u64,
}

/// The foot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetFoot {
    /// Open prospects now: H, A, B, C.
    pub levels: Vec<LevelCount>,
    /// All of them.
    pub prospects: u64,
    /// Of these from before the day's month.
    pub carried_over: u64,
    /// Cards made in the day's month up to the day, whatever became of them.
    pub new_this_month: u64,
    /// Customers who drive our car.
    pub owners: u64,
    /// Follow-up contacts of the day.
    pub contacts_today: u64,
    /// The same from the first of the month to the day.
    pub contacts_month: u64,
}

pub(super) fn foot(look: &Look<'_>, day: Day) -> Outcome<SheetFoot> {
    let first = Day::new(day.year(), day.month(), 1)
        .map_err(|_| Problem::broken("every month has a first day"))?;
    let mut levels = Vec::new();
    for level in PROSPECTS {
        levels.push(LevelCount {
            level: level.to_owned(),
            count: look.tables.count_at_level(level)?,
        });
    }
    let prospects: u64 = levels.iter().map(|level| level.count).sum();
    let new = look.tables.new_since(first, day)?;
    let newer = new
        .iter()
        .filter(|new| PROSPECTS.contains(&new.level.as_str()));
    let newer: u64 = newer.map(|new| new.all).sum();
    let contacts = look.tables.count_contacts(first, day)?;
    Ok(SheetFoot {
        carried_over: prospects.saturating_sub(newer),
        new_this_month: new.iter().map(|new| new.until).sum(),
        owners: look.tables.count_at_level(OWNER)?,
        contacts_today: contacts.day,
        contacts_month: contacts.month,
        levels,
        prospects,
    })
}
