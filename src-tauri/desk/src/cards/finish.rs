//! The result of a contact: what was said, the level after it, and when the next one is.

use domain::id::{ActId, CardId, ContactId, CustomerId};
use domain::rows::{Card, Contact, Customer};
use domain::when::{Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{CONTACTED, close, level_card};
use super::view::{CardRow, Cards, may_work};
use crate::appointments::{self, AppointmentAgreed};
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{OWNERS, Verb};
use crate::work::Work;

/// Owners work their cards.
pub const FINISH_CARD: Verb = Verb::new("finish_card", OWNERS);
/// Owners note contacts that no card asked for.
pub const LOG_CONTACT: Verb = Verb::new("log_contact", OWNERS);

/// What came of reaching somebody.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ContactMade {
    /// Code of `ways`.
    pub way: String,
    /// What was said.
    pub content: String,
    /// Level after it; as before, when not said.
    pub level: Option<String>,
    /// When next; by the level's interval, when not said.
    pub next: Option<Day>,
    /// What for.
    pub next_note: Option<String>,
    /// When it happened; now, when not said.
    pub happened_at: Option<Moment>,
    /// What they asked.
    pub question: Option<String>,
    /// What was answered.
    pub answer: Option<String>,
    /// They come to the showroom: when, and what for.
    pub appointment: Option<AppointmentAgreed>,
}

/// A card's result.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FinishCard {
    /// Which card.
    pub card: CardId,
    /// What came of it.
    pub contact: ContactMade,
}

/// A contact that no card asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogContact {
    /// With whom.
    pub customer: CustomerId,
    /// What came of it.
    pub contact: ContactMade,
}

/// What was written, and the card that follows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CardFinished {
    /// To be undone by.
    pub act: ActId,
    /// The next card by rule; nothing when nobody of this level is followed.
    pub next: Option<CardRow>,
    /// The customer has another appointment on the day that was agreed. It stays: both may be meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub also: Option<Moment>,
}

/// Writes the result of a card. The customer's other cards by rule are answered by it too; own plans stay.
///
/// # Errors
/// [`Code::CardClosed`], [`Code::NotYours`], [`Code::ContentMissing`], [`Code::DueInThePast`], [`Code::InTheFuture`].
pub fn finish_card(work: &mut Work<'_>, ask: FinishCard) -> Outcome<CardFinished> {
    let card: Card = work
        .tables
        .get(ask.card)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if work
        .tables
        .state("card", card.id.0)?
        .is_some_and(|state| state != "open")
    {
        return Err(Problem::refused(Code::CardClosed));
    }
    contacted(work, card.customer, ask.contact, Some(card))
}

/// Writes a contact that no card asked for.
///
/// # Errors
/// As [`finish_card`].
pub fn log_contact(work: &mut Work<'_>, ask: LogContact) -> Outcome<CardFinished> {
    contacted(work, ask.customer, ask.contact, None)
}

fn contacted(
    work: &mut Work<'_>,
    customer: CustomerId,
    made: ContactMade,
    card: Option<Card>,
) -> Outcome<CardFinished> {
    let before: Customer = work
        .tables
        .get(customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !may_work(work.me, &before) {
        return Err(Problem::refused(Code::NotYours));
    }
    work.house.must_have("ways", &made.way)?;
    let content =
        text::optional(&made.content, text::NOTE)?.ok_or(Problem::refused(Code::ContentMissing))?;
    let level = made.level.unwrap_or_else(|| before.level.clone());
    work.house.must_have("levels", &level)?;
    work.happened(made.happened_at)?;
    if made.next.is_some_and(|next| next < work.now.day()) {
        return Err(Problem::refused(Code::DueInThePast));
    }

    let after = Customer {
        level,
        ..before.clone()
    };
    work.update(before.id.0, &before, &after)?;
    let id: ContactId = work.new_id();
    let at = work.happened_at();
    // By the level's interval, counted from the contact; never into the past when it is written down late.
    let by_level = work
        .house
        .next_contact(&after.level, at.day())
        .map(|due| due.max(work.now.day()));
    // Nobody is left waiting beyond the day on which they come, or do not.
    let comes = made.appointment.as_ref().map(|agreed| agreed.at.day());
    let by_level = by_level.map(|due| comes.map_or(due, |comes| due.min(comes)));
    let due = made.next.or(by_level);
    let optional = |text: &Option<String>| {
        text.as_deref()
            .map_or(Ok(None), |text| text::optional(text, text::NOTE))
    };
    let contact = Contact {
        id,
        customer: before.id,
        staff: work.me.id,
        card: card.as_ref().map(|card| card.id),
        way: made.way,
        content,
        question: optional(&made.question)?,
        answer: optional(&made.answer)?,
        at,
        level_from: Some(before.level.clone()),
        level_to: Some(after.level.clone()),
        next: due,
        entered: work.now.moment(),
    };
    work.insert(before.id.0, &contact);
    let also = match made.appointment {
        Some(agreed) => appointments::agree(work, &after, agreed, None)?.1,
        None => None,
    };

    if let Some(card) = &card {
        close(work, card, "done", None)?;
    }
    for other in work.tables.open_rule_cards_of(before.id)? {
        if card.as_ref().is_none_or(|card| card.id != other.id) {
            close(work, &other, "skipped", Some(CONTACTED))?;
        }
    }
    let next = match due {
        Some(due) => Some(level_card(
            work,
            &after,
            &id.0.to_string(),
            due,
            optional(&made.next_note)?,
        )?),
        None => None,
    };
    let cards = Cards::new(work.tables, work.now.day())?;
    let next = next
        .map(|card| cards.new_row(&card, &after.level))
        .transpose()?
        .flatten();
    Ok(CardFinished {
        act: work.act,
        next,
        also: also.map(|also| also.at),
    })
}
