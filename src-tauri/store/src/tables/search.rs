//! Finding anyone: the search index, checked on the rows where it can only guess.

use domain::find::Query;
use domain::id::{CustomerId, StaffId};

use super::glance::{Glance, search_owner};
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
    ) -> Outcome<Vec<Glance>> {
        let spelt: Option<Vec<String>> =
            owners.map(|owners| owners.iter().copied().map(search_owner).collect());
        let exact = query.clue().is_exact();
        search::find(
            self.conn,
            query,
            spelt.as_deref(),
            limit,
            |id| -> Result<_, StoreFailed> {
                let fits = |glance: &Glance| {
                    owners.is_none_or(|owners| owners.contains(&glance.owner))
                        && (exact || glance.findable(|findable| query.matches(findable)))
                };
                Ok(self.glance(CustomerId(id))?.filter(fits))
            },
        )
    }
}
