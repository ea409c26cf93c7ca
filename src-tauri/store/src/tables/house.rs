//! House rules.

use domain::rows::{HouseItem, HouseRule, ImportLayout};

use crate::Reader;
use crate::error::Outcome;

impl Reader<'_> {
    /// Every choice of every list, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn house_items(&self) -> Outcome<Vec<HouseItem>> {
        self.rows("1 = 1 ORDER BY list, place, id", [])
    }

    /// Every setting.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn house_rules(&self) -> Outcome<Vec<HouseRule>> {
        self.rows("1 = 1 ORDER BY name", [])
    }

    /// How a sheet with these headings was matched before.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn import_layout(&self, fingerprint: &str) -> Outcome<Option<ImportLayout>> {
        Ok(self
            .rows("fingerprint = ?1 ORDER BY id LIMIT 1", [fingerprint])?
            .pop())
    }
}
