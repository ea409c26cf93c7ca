//! The cards that rules make: a call the day after a visit, the next contact by level.
//!
//! One card by rule is to be worked per customer, the earliest. Its id is made from the occasion, so that two PCs make the same one.

use domain::id::{CardId, by_rule};
use domain::rows::{Card, Customer, Visit, VisitKind};
use domain::when::Day;

use crate::problem::Outcome;
use crate::work::Work;

/// The next contact by level.
const LEVEL: &str = "level";
/// The call on the day after a visit.
const VISIT: &str = "visit";
/// Reasons that the program writes, of the list `skip_reasons`.
pub(super) const CONTACTED: &str = "contacted";
const CAME_ANYWAY: &str = "came_anyway";
const LEVEL_CHANGED: &str = "level_changed";

/// What a visit means for the cards: what was due is answered by it, and tomorrow somebody calls.
pub(crate) fn after_visit(
    work: &mut Work<'_>,
    customer: &Customer,
    visit: &Visit,
    traffic: bool,
) -> Outcome<()> {
    let day = visit.arrived.day();
    let followed = work.house.next_contact(&customer.level, day);
    let (true, Some(by_level)) = (traffic, followed) else {
        return Ok(());
    };
    let next_day = work.house.rules.next_day_call && visit.kind != VisitKind::Call;
    for card in work.tables.open_rule_cards_of(customer.id)? {
        if card.due <= day && card.visit != Some(visit.id) {
            close(work, &card, "skipped", Some(CAME_ANYWAY))?;
        }
    }
    let card = if next_day {
        rule_card(work, customer, VISIT, &day.to_string(), day.plus(1))
    } else {
        rule_card(work, customer, LEVEL, &visit.id.0.to_string(), by_level)
    };
    put(
        work,
        Card {
            visit: Some(visit.id),
            way: Some("phone".to_owned()),
            ..card
        },
    )?;
    Ok(())
}

/// What a new level means: the card by level moves to the new interval, or goes when nobody of that level is followed.
pub(crate) fn after_level(work: &mut Work<'_>, customer: &Customer, day: Day) -> Outcome<()> {
    let open = work.tables.open_rule_cards_of(customer.id)?;
    let Some(due) = work.house.next_contact(&customer.level, day) else {
        for card in &open {
            close(work, card, "skipped", Some(LEVEL_CHANGED))?;
        }
        return Ok(());
    };
    let expires = due.plus(work.house.interval(&customer.level));
    match open.iter().find(|card| card.rule.as_deref() == Some(LEVEL)) {
        Some(before) => {
            let after = Card {
                due,
                expires,
                ..before.clone()
            };
            work.update(customer.id.0, before, &after)?;
        }
        None if open.is_empty() => {
            let card = rule_card(
                work,
                customer,
                LEVEL,
                &format!("{}:{day}", customer.level),
                due,
            );
            put(work, card)?;
        }
        None => {}
    }
    Ok(())
}

/// The card by level that follows a contact or an import.
pub(crate) fn level_card(
    work: &mut Work<'_>,
    customer: &Customer,
    occasion: &str,
    due: Day,
    note: Option<String>,
) -> Outcome<Card> {
    let card = Card {
        note,
        ..rule_card(work, customer, LEVEL, occasion, due)
    };
    put(work, card.clone())?;
    Ok(card)
}

fn rule_card(work: &Work<'_>, customer: &Customer, rule: &str, occasion: &str, due: Day) -> Card {
    Card {
        id: by_rule::<CardId>(customer.id.0, rule, occasion),
        customer: customer.id,
        rule: Some(rule.to_owned()),
        note: None,
        way: None,
        due,
        expires: due.plus(work.house.interval(&customer.level)),
        made_for: customer.owner,
        visit: None,
    }
}

/// Writes a card by rule, or opens the one of the same occasion again.
fn put(work: &mut Work<'_>, card: Card) -> Outcome<()> {
    match work.tables.get::<Card>(card.id)? {
        None => work.insert(card.customer.0, &card),
        Some(before) => {
            let after = Card {
                due: card.due,
                expires: card.expires,
                ..before.clone()
            };
            work.update(card.customer.0, &before, &after)?;
            if work
                .tables
                .state("card", card.id.0)?
                .is_some_and(|state| state != "open")
            {
                work.step(card.customer.0, "card", card.id.0, "open", None)?;
            }
        }
    }
    Ok(())
}

/// Ends a card.
pub(super) fn close(
    work: &mut Work<'_>,
    card: &Card,
    state: &str,
    reason: Option<&str>,
) -> Outcome<()> {
    work.step(
        card.customer.0,
        "card",
        card.id.0,
        state,
        reason.map(str::to_owned),
    )
}

/// The next number of a card for paper: PC, year and month, count. Never identity.
pub(crate) fn next_code(work: &Work<'_>, day: Day) -> Outcome<String> {
    next_code_of(work, work.house.pc.as_str(), day)
}

/// The same, of this PC under another number than it had until now.
pub(crate) fn next_code_of(work: &Work<'_>, pc: &str, day: Day) -> Outcome<String> {
    let month = format!("{:02}{:02}", day.year() % 100, day.month());
    let n = work.tables.count_up(&format!("customer {pc} {month}"))?;
    Ok(format!("{pc}-{month}-{n:04}"))
}
