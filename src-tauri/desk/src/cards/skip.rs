//! A card that is not worked needs a reason; the rule goes on.

use domain::id::CardId;
use domain::rows::{Card, Customer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::finish::CardFinished;
use super::rules::{close, level_card};
use super::view::{Cards, may_work};
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{OWNERS, Verb};
use crate::work::Work;

/// Owners skip, with a reason.
pub const SKIP_CARD: Verb = Verb::new("skip_card", OWNERS);

/// Which, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SkipCard {
    /// Which.
    pub card: CardId,
    /// Code of `skip_reasons`.
    pub reason: String,
}

/// Skips a card. One made by a rule is followed by the next of its interval, so that nobody is forgotten.
///
/// # Errors
/// [`Code::CardClosed`], [`Code::NotYours`], [`Code::ReasonMissing`].
pub fn skip_card(work: &mut Work<'_>, ask: SkipCard) -> Outcome<CardFinished> {
    let card: Card = work
        .tables
        .get(ask.card)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let customer: Customer = work
        .tables
        .get(card.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !may_work(work.me, &customer) {
        return Err(Problem::refused(Code::NotYours));
    }
    if work
        .tables
        .state("card", card.id.0)?
        .is_some_and(|state| state != "open")
    {
        return Err(Problem::refused(Code::CardClosed));
    }
    if ask.reason.is_empty() {
        return Err(Problem::refused(Code::ReasonMissing));
    }
    work.house.must_have("skip_reasons", &ask.reason)?;
    close(work, &card, "skipped", Some(&ask.reason))?;
    let others = work
        .tables
        .open_rule_cards_of(customer.id)?
        .into_iter()
        .any(|other| other.id != card.id);
    let due = work
        .house
        .next_contact(&customer.level, work.now.day())
        .filter(|_| card.rule.is_some() && !others);
    let next = match due {
        Some(due) => Some(level_card(
            work,
            &customer,
            &card.id.0.to_string(),
            due,
            None,
        )?),
        None => None,
    };
    let cards = Cards::new(work.tables, work.now.day())?;
    let next = next
        .map(|card| cards.new_row(&card, &customer.level))
        .transpose()?
        .flatten();
    Ok(CardFinished {
        act: work.act,
        next,
        also: None,
    })
}
