//! Finding anyone: the search index, checked on the rows where it can only guess.

use domain::find::Query;
use domain::id::{CustomerId, StaffId};

use super::glance::search_owner;
use crate::error::{Outcome, StoreFailed};
use crate::{Reader, search};

impl Reader<'_> {
    /// The customers that a query finds, latest contact first; only those of `owners` (none among them: nobody's), when given.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find(
        &self,
        query: &Query,
        owners: Option<&[Option<StaffId>]>,
        limit: usize,
    ) -> Outcome<Vec<CustomerId>> {
        let owners: Option<Vec<String>> = owners.map(|owners| {
            owners
                .iter()
                .map(|owner| owner.map(search_owner).unwrap_or_default())
                .collect()
        });
        let found = search::find(
            self.conn,
            query,
            owners.as_deref(),
            limit,
            |id| -> Result<bool, StoreFailed> {
                Ok(self
                    .glance(CustomerId(id))?
                    .is_some_and(|glance| glance.findable(|findable| query.matches(findable))))
            },
        )?;
        Ok(found.into_iter().map(CustomerId).collect())
    }
}
