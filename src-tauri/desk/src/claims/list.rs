//! The claims that wait for a manager, and one's own with their answers.

use domain::id::{ClaimId, CustomerId, StaffId, drawn_at, first_drawn_at};
use domain::when::Moment;
use serde::Serialize;
use store::StatefulClaim;
use ts_rs::TS;

use crate::cards::LastContact;
use crate::customers::{CustomerRow, Rows, seen};
use crate::desk::Look;
use crate::problem::Outcome;
use crate::verb::{MANAGERS, OWNERS, Verb};
use crate::work::Nothing;

/// Managers see every claim that waits; the others what they asked for.
pub const CLAIMS: Verb = Verb::new("claims", OWNERS);

/// Answers are shown for so many days.
const SHOWN_DAYS: i64 = 30;
/// Claims asked so many days ago are looked through for answers.
const LOOKED_DAYS: i64 = 120;
const MOST: u32 = 200;
const DAY: i64 = 86_400_000;

/// What came of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    /// It waits.
    Asked,
    /// The customer changed hands.
    Granted,
    /// The customer stays with whom they are.
    Refused,
    /// Whoever asked does not ask any more.
    Withdrawn,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClaimRow {
    /// Which.
    pub id: ClaimId,
    /// Whom.
    pub customer: CustomerId,
    /// Their name; masked for whom they are not to see.
    pub name: String,
    /// Masked.
    pub phone: Option<String>,
    /// Code of `levels`; nothing for whom they are not to see.
    pub level: Option<String>,
    /// Whose they are now.
    pub owner_name: Option<String>,
    /// Who asks.
    pub by: StaffId,
    /// The same, as colleagues say it.
    pub by_name: Option<String>,
    /// Why.
    pub reason: String,
    /// When it was asked.
    pub asked_at: Moment,
    /// What came of it.
    pub state: ClaimState,
    /// When that was.
    pub since: Option<Moment>,
    /// Who decided.
    pub decided_by_name: Option<String>,
    /// What they said.
    pub answer: Option<String>,
    /// When somebody last spoke with them; nothing for whom they are not to see.
    pub last_contact: Option<Moment>,
    /// What was last said; nothing for whom they are not to see.
    pub last: Option<LastContact>,
    /// It is mine to take back.
    pub mine: bool,
    /// It is mine to decide.
    pub may_decide: bool,
}

/// Claims, the earliest first; one's own with answers, the latest first.
///
/// # Errors
/// The machine's.
pub fn claims(look: &Look<'_>, _: Nothing) -> Outcome<Vec<ClaimRow>> {
    let manager = look.me.is(MANAGERS);
    let found = if manager {
        look.tables.claims_asked(MOST)?
    } else {
        let now = look.now.moment();
        let from = first_drawn_at(Moment(now.0 - LOOKED_DAYS * DAY));
        let shown = |claim: &StatefulClaim| {
            claim
                .since
                .is_none_or(|since| since.0 >= now.0 - SHOWN_DAYS * DAY)
                && claim.state != "withdrawn"
        };
        let mine = look.tables.claims_by(look.me.id, from, MOST)?;
        mine.into_iter().filter(shown).collect()
    };
    let rows = Rows::new(look.tables, look.now.day())?;
    let mut all = Vec::with_capacity(found.len());
    for claim in found {
        // One whose customer was hidden meanwhile has nothing left to decide.
        let Some(glance) = look.tables.glance(claim.claim.customer)? else {
            continue;
        };
        all.push(row(look, &rows, rows.row(glance), claim, manager)?);
    }
    Ok(all)
}

fn row(
    look: &Look<'_>,
    rows: &Rows<'_>,
    customer: CustomerRow,
    found: StatefulClaim,
    manager: bool,
) -> Outcome<ClaimRow> {
    let StatefulClaim {
        claim,
        state,
        since,
    } = found;
    let known = seen(look.me, customer, true);
    let last = match known.visible {
        true => look.tables.last_contact_with(claim.customer)?,
        false => None,
    };
    let state = match state.as_str() {
        "granted" => ClaimState::Granted,
        "refused" => ClaimState::Refused,
        "withdrawn" => ClaimState::Withdrawn,
        _ => ClaimState::Asked,
    };
    Ok(ClaimRow {
        id: claim.id,
        customer: claim.customer,
        name: known.name,
        phone: known.phone,
        level: known.level,
        owner_name: known.owner_name,
        by: claim.by,
        by_name: rows.names.of(Some(claim.by)),
        reason: claim.reason,
        asked_at: drawn_at(claim.id.0),
        state,
        since,
        decided_by_name: rows.names.of(claim.decided_by),
        answer: claim.answer,
        last_contact: known.last_contact,
        last: last
            .map(|contact| LastContact::of(look.tables, &rows.names, contact))
            .transpose()?,
        mine: claim.by == look.me.id && state == ClaimState::Asked,
        may_decide: manager && state == ClaimState::Asked,
    })
}
