//! Who is who, for the screen.

use std::collections::BTreeMap;

use domain::id::StaffId;
use store::Reader;

use crate::problem::Outcome;

/// Everyone's name, also of those who have left.
pub(crate) struct Names(BTreeMap<StaffId, String>);

impl Names {
    pub fn read(tables: &Reader<'_>) -> Outcome<Self> {
        Ok(Self(
            tables
                .staff()?
                .into_iter()
                .map(|staff| (staff.id, staff.name))
                .collect(),
        ))
    }

    /// As colleagues say it; nothing for somebody whose row has not come yet.
    pub fn of(&self, id: Option<StaffId>) -> Option<String> {
        self.0.get(&id?).cloned()
    }
}
