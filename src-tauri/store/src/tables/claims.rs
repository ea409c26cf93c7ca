//! Claims on another's customer: those that wait, and one's own.

use domain::id::{ClaimId, CustomerId, StaffId};
use domain::rows::{Claim, Step};
use domain::when::Moment;
use rusqlite::params;
use uuid::Uuid;

use crate::Reader;
use crate::error::Outcome;
use crate::tables::group::OF_CUSTOMER;

/// A claim with its state.
#[derive(Debug, Clone, PartialEq)]
pub struct StatefulClaim {
    /// The row.
    pub claim: Claim,
    /// `asked`, `granted`, `refused` or `withdrawn`.
    pub state: String,
    /// When it came to that; nothing while it waits.
    pub since: Option<Moment>,
}

impl Reader<'_> {
    /// Claims that wait for a manager, the earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims_asked(&self, limit: u32) -> Outcome<Vec<StatefulClaim>> {
        // The index is named: without statistics SQLite would rather walk all claims.
        let claims = self.rows(
            "id IN (SELECT id FROM claim INDEXED BY claim_asked WHERE state = 'asked' AND void = 0) ORDER BY id LIMIT ?1",
            [limit],
        )?;
        self.with_states(claims)
    }

    /// Somebody's claims whose id is not before `from`, the latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims_by(&self, staff: StaffId, from: Uuid, limit: u32) -> Outcome<Vec<StatefulClaim>> {
        let claims = self.rows(
            r#"id >= ?1 AND "by" = ?2 ORDER BY id DESC LIMIT ?3"#,
            params![from, staff.0, limit],
        )?;
        self.with_states(claims)
    }

    /// The claims on a customer that wait.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims_waiting_for(&self, customer: CustomerId) -> Outcome<Vec<Claim>> {
        self.rows(
            &format!("{OF_CUSTOMER} AND +state = 'asked' ORDER BY id"),
            [customer.0],
        )
    }

    /// The state of a claim.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claim_state(&self, claim: ClaimId) -> Outcome<Option<String>> {
        self.state("claim", claim.0)
    }

    fn with_states(&self, claims: Vec<Claim>) -> Outcome<Vec<StatefulClaim>> {
        let mut all = Vec::with_capacity(claims.len());
        for claim in claims {
            let state = self
                .claim_state(claim.id)?
                .unwrap_or_else(|| "asked".to_owned());
            let since = match self.last_step("claim", claim.id.0)? {
                Some(step) if state != "asked" => self.get::<Step>(step)?.map(|step| step.at),
                _ => None,
            };
            all.push(StatefulClaim {
                claim,
                state,
                since,
            });
        }
        Ok(all)
    }
}
