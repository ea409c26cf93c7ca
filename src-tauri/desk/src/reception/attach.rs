//! Whose visit it was: the customer who has the number, the one the counter chose, or a new card.

use domain::id::{CustomerId, PhoneId, StaffId};
use domain::rows::{Customer, Phone, Visit};

use crate::cards;
use crate::customers::note_rivals;
use crate::problem::{Code, Outcome, Problem};
use crate::work::Work;

use super::missing::{is_spoken_to, is_traffic};

/// Who a visit's party turned out to be.
pub(crate) enum Seen {
    /// Nobody is known: no number was left.
    Nobody,
    /// A card was made.
    New(Customer),
    /// They have a card.
    Known(Customer),
}

impl Seen {
    /// The card, where there is one.
    pub fn customer(&self) -> Option<&Customer> {
        match self {
            Self::Nobody => None,
            Self::New(customer) | Self::Known(customer) => Some(customer),
        }
    }
}

/// Finds out who it is. Nothing is written yet.
pub(crate) fn recognise(work: &Work<'_>, visit: &Visit) -> Outcome<Seen> {
    if let Some(id) = visit.customer {
        return Ok(Seen::Known(
            work.tables
                .get(id)?
                .ok_or(Problem::refused(Code::NotFound))?,
        ));
    }
    let Some(digits) = &visit.phone else {
        return Ok(Seen::Nobody);
    };
    match work.tables.customers_with_phone(digits)?.into_iter().next() {
        Some(customer) => Ok(Seen::Known(customer)),
        // Nobody has spoken to them: perhaps they were looking for somebody else.
        None if !is_spoken_to(visit) => Ok(Seen::Nobody),
        None => Ok(Seen::New(blank(visit))),
    }
}

/// Writes what the visit tells about the customer: a new card, or what the old one lacked, and the cards that follow from it.
pub(crate) fn attach(work: &mut Work<'_>, visit: &mut Visit, seen: Seen) -> Outcome<Seen> {
    let seen = match seen {
        Seen::Nobody => return Ok(Seen::Nobody),
        Seen::New(mut customer) => {
            let digits = visit.phone.clone().unwrap_or_default();
            let day = visit.arrived.day();
            new_customer(work, &mut customer, day, Some((&digits, None)))?;
            Seen::New(customer)
        }
        Seen::Known(before) => {
            let after = learned(work, visit, &before);
            work.update(before.id.0, &before, &after)?;
            if let Some(digits) = &visit.phone
                && !work
                    .tables
                    .phones_of(before.id)?
                    .iter()
                    .any(|phone| phone.digits == *digits)
            {
                let id: PhoneId = work.new_id();
                work.insert(
                    before.id.0,
                    &Phone {
                        id,
                        customer: before.id,
                        digits: digits.clone(),
                        note: None,
                        person: None,
                    },
                );
            }
            Seen::Known(after)
        }
    };
    if let Some(customer) = seen.customer() {
        visit.customer = Some(customer.id);
        if may_learn(work, visit, customer.owner) {
            let new = matches!(seen, Seen::New(_));
            note_rivals(work, customer.id, visit.competitor.as_deref(), new)?;
        }
        let met = is_traffic(work.house, visit) && is_spoken_to(visit);
        cards::after_visit(work, customer, visit, met)?;
    }
    Ok(seen)
}

/// Numbers a new card and writes it.
pub(crate) fn new_customer(
    work: &mut Work<'_>,
    customer: &mut Customer,
    day: domain::when::Day,
    phone: Option<(&str, Option<String>)>,
) -> Outcome<()> {
    customer.id = work.new_id();
    customer.card_day = day;
    customer.code = cards::next_code(work, day)?;
    work.insert(customer.id.0, customer);
    if let Some((digits, note)) = phone {
        let id: PhoneId = work.new_id();
        work.insert(
            customer.id.0,
            &Phone {
                id,
                customer: customer.id,
                digits: digits.to_owned(),
                note,
                person: None,
            },
        );
    }
    Ok(())
}

fn blank(visit: &Visit) -> Customer {
    let mut customer =
        crate::customers::empty_customer(CustomerId(uuid::Uuid::nil()), visit.arrived.day());
    customer.name = visit.name.clone().unwrap_or_default();
    customer.gender = visit.gender;
    customer.owner = visit.consultant;
    customer.level = visit
        .level
        .clone()
        .unwrap_or_else(|| crate::customers::UNRATED.to_owned());
    customer.source = visit.source.clone();
    customer.sub_source = visit.sub_source.clone();
    customer.model = visit.model.clone();
    customer.colour = visit.colour.clone();
    customer.current_car = visit.current_car.clone();
    customer.purchase_type = visit.purchase_type.clone();
    customer
}

/// Somebody else's customer may be received by anybody; their card is the owner's to change.
fn may_learn(work: &Work<'_>, visit: &Visit, owner: Option<StaffId>) -> bool {
    work.me.may_see(owner) || visit.consultant == owner
}

/// What a visit adds to a card: blanks are filled, and the level follows the last contact. What is written stays.
fn learned(work: &Work<'_>, visit: &Visit, before: &Customer) -> Customer {
    let mut after = before.clone();
    if !may_learn(work, visit, before.owner) {
        return after;
    }
    fn fill<T: Clone>(place: &mut Option<T>, value: &Option<T>) {
        if place.is_none() {
            place.clone_from(value);
        }
    }
    if after.name.is_empty() {
        after.name = visit.name.clone().unwrap_or_default();
    }
    fill(&mut after.gender, &visit.gender);
    fill(&mut after.owner, &visit.consultant);
    if after.source.is_none() {
        fill(&mut after.sub_source, &visit.sub_source);
    }
    fill(&mut after.source, &visit.source);
    fill(&mut after.model, &visit.model);
    fill(&mut after.colour, &visit.colour);
    fill(&mut after.current_car, &visit.current_car);
    fill(&mut after.purchase_type, &visit.purchase_type);
    if let Some(level) = &visit.level {
        after.level.clone_from(level);
    }
    after
}

/// Who receives them when nobody was named: the owner, or whoever writes it down and sells.
pub(crate) fn consultant(work: &Work<'_>, seen: &Seen) -> Outcome<Option<StaffId>> {
    if let Seen::Known(customer) = seen
        && let Some(owner) = customer.owner
        && work
            .tables
            .get::<domain::rows::Staff>(owner)?
            .is_some_and(|staff| staff.active)
    {
        return Ok(Some(owner));
    }
    let sells = work.me.roles.contains(&domain::role::Role::Consultant)
        || work.me.roles.contains(&domain::role::Role::Dcc);
    Ok(sells.then_some(work.me.id))
}
