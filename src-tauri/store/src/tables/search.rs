//! Finding anyone: the search index, checked on the rows where it can only guess.

use domain::find::Query;
use domain::id::{CustomerId, StaffId};
use domain::rows::Customer;

use crate::derive::{search_owner, with_findable};
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
                let Some(customer) = self.get::<Customer>(CustomerId(id))? else {
                    return Ok(false);
                };
                let phones = self.phones_of(CustomerId(id))?;
                Ok(with_findable(&customer, &phones, |findable| {
                    query.matches(findable)
                }))
            },
        )?;
        Ok(found.into_iter().map(CustomerId).collect())
    }
}
