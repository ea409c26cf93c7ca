//! A plan of one's own: it comes on top of what the rules ask for.

use domain::id::{CardId, CustomerId};
use domain::rows::{Card, Customer};
use domain::when::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::may_work;
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{OWNERS, Verb};
use crate::work::{Acted, Work};

/// Owners plan.
pub const PLAN_CARD: Verb = Verb::new("plan_card", OWNERS);

/// Whom, when, what for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PlanCard {
    /// Whom.
    pub customer: CustomerId,
    /// By which day.
    pub due: Day,
    /// What for.
    pub note: Option<String>,
    /// Code of `ways`.
    pub way: Option<String>,
}

/// Plans a contact.
///
/// # Errors
/// [`Code::DueInThePast`], [`Code::NotYours`].
pub fn plan_card(work: &mut Work<'_>, ask: PlanCard) -> Outcome<Acted> {
    let customer: Customer = work
        .tables
        .get(ask.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !may_work(work.me, &customer) {
        return Err(Problem::refused(Code::NotYours));
    }
    if ask.due < work.now.day() {
        return Err(Problem::refused(Code::DueInThePast));
    }
    if let Some(way) = &ask.way {
        work.house.must_have("ways", way)?;
    }
    let id: CardId = work.new_id();
    let card = Card {
        id,
        customer: customer.id,
        rule: None,
        note: ask
            .note
            .as_deref()
            .map_or(Ok(None), |note| text::optional(note, text::NOTE))?,
        way: ask.way,
        due: ask.due,
        expires: ask.due.plus(work.house.interval(&customer.level)),
        made_for: Some(work.me.id),
        visit: None,
    };
    work.insert(customer.id.0, &card);
    Ok(work.acted())
}
