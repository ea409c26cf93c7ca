//! What the card shows beside the customer: persons, tags, rivals, who sent them and whom they sent.

use domain::id::{CustomerId, PersonId};
use domain::rows::{Customer, Gender, Phone};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::card::PhoneRow;
use super::list::Rows;
use super::recognise::{Recognised, seen};
use crate::desk::Look;
use crate::problem::Outcome;
use crate::reception::masked;

/// Customers listed as sent by one.
const REFERRED: u32 = 50;

/// Somebody beside the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// As said.
    pub name: String,
    /// As said.
    pub gender: Option<Gender>,
    /// Code of `person_roles`.
    pub role: Option<String>,
    /// Company customers: position.
    pub title: Option<String>,
    /// Has a say in the purchase.
    pub decides: bool,
    /// Anything else.
    pub remark: Option<String>,
    /// Their numbers, masked.
    pub phones: Vec<PhoneRow>,
}

/// A model that the customer compares with ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RivalRow {
    /// Which.
    pub id: Uuid,
    /// Brand and model, as said.
    pub model: String,
    /// Price heard there, in fen.
    pub price: Option<i64>,
    /// What they like or miss about it.
    pub note: Option<String>,
}

fn phone_row(phone: &Phone) -> PhoneRow {
    PhoneRow {
        id: phone.id,
        phone: masked(&phone.digits),
        note: phone.note.clone(),
    }
}

/// The persons, those who decide first.
pub(super) fn persons(
    look: &Look<'_>,
    customer: CustomerId,
    phones: &[Phone],
) -> Outcome<Vec<PersonRow>> {
    let mut rows: Vec<PersonRow> = look
        .tables
        .persons_of(customer)?
        .into_iter()
        .map(|person| PersonRow {
            phones: phones
                .iter()
                .filter(|phone| phone.person == Some(person.id))
                .map(phone_row)
                .collect(),
            id: person.id,
            name: person.name,
            gender: person.gender,
            role: person.role,
            title: person.title,
            decides: person.decides,
            remark: person.remark,
        })
        .collect();
    rows.sort_by_key(|person| !person.decides);
    Ok(rows)
}

/// The numbers that are nobody's beside the customer.
pub(super) fn own_phones(
    look: &Look<'_>,
    customer: CustomerId,
    phones: Vec<Phone>,
) -> Outcome<Vec<PhoneRow>> {
    let persons = look.tables.persons_of(customer)?;
    let own = |phone: &&Phone| {
        phone
            .person
            .is_none_or(|id| persons.iter().all(|person| person.id != id))
    };
    Ok(phones.iter().filter(own).map(phone_row).collect())
}

pub(super) fn tags(look: &Look<'_>, customer: CustomerId) -> Outcome<Vec<String>> {
    let mut labels: Vec<String> = look
        .tables
        .tags_of(customer)?
        .into_iter()
        .map(|tag| tag.label)
        .collect();
    // In the order of the house list; free words after them.
    let tags = look.house.lists.get("tags");
    let place =
        |label: &String| tags.and_then(|tags| tags.iter().position(|tag| tag.code == *label));
    labels.sort_by_key(|label| place(label).unwrap_or(usize::MAX));
    Ok(labels)
}

pub(super) fn rivals(look: &Look<'_>, customer: CustomerId) -> Outcome<Vec<RivalRow>> {
    let row = |rival: domain::rows::Rival| RivalRow {
        id: rival.id,
        model: rival.model,
        price: rival.price,
        note: rival.note,
    };
    Ok(look
        .tables
        .rivals_of(customer)?
        .into_iter()
        .map(row)
        .collect())
}

pub(super) fn referrer(
    look: &Look<'_>,
    rows: &Rows<'_>,
    customer: &Customer,
) -> Outcome<Option<Recognised>> {
    let Some(id) = customer.referrer else {
        return Ok(None);
    };
    let glance = look.tables.glance(id)?;
    Ok(glance.map(|glance| seen(look.me, rows.row(glance), true)))
}

pub(super) fn referred(
    look: &Look<'_>,
    rows: &Rows<'_>,
    customer: CustomerId,
) -> Outcome<Vec<Recognised>> {
    let mut all = Vec::new();
    for other in look.tables.referred_by(customer, REFERRED)? {
        if let Some(glance) = look.tables.glance(other.id)? {
            all.push(seen(look.me, rows.row(glance), true));
        }
    }
    Ok(all)
}
