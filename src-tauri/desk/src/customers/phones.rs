//! Numbers: adding, removing, and showing one in full, which is written down.

use domain::id::{CustomerId, PhoneId};
use domain::rows::{Customer, Phone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edit::workable;
use crate::form::read_phone;
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{CUSTOMER_READERS, OWNERS, Verb};
use crate::work::{Acted, Work};

/// The owner, and managers.
pub const ADD_PHONE: Verb = Verb::new("add_phone", OWNERS);
/// The owner, and managers.
pub const REMOVE_PHONE: Verb = Verb::new("remove_phone", OWNERS);
/// Whoever may open the card; each time is written down.
pub const REVEAL_PHONE: Verb = Verb::new("reveal_phone", CUSTOMER_READERS);
/// The owner, and managers; each time is written down.
pub const REVEAL_ID_NUMBER: Verb = Verb::new("reveal_id_number", OWNERS);

/// A further number.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddPhone {
    /// Whose.
    pub customer: CustomerId,
    /// In any usual spelling.
    pub phone: String,
    /// Whose phone it is, or which.
    pub note: Option<String>,
}

/// Which number.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePhone {
    /// Which.
    pub id: PhoneId,
}

/// Which number.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RevealPhone {
    /// Which.
    pub id: PhoneId,
}

/// Whose ID number.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RevealIdNumber {
    /// Whose.
    pub customer: CustomerId,
}

/// A number in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhoneNumber {
    /// In groups, as it is read aloud.
    pub phone: String,
}

/// An ID number in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IdNumber {
    /// As it was written.
    pub id_number: String,
}

/// Notes a further number. One that somebody else has is noted all the same: the two cards show each other as duplicates.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NothingChanged`] when it is there already; those of numbers.
pub fn add_phone(work: &mut Work<'_>, ask: AddPhone) -> Outcome<Acted> {
    let customer = workable(work, ask.customer)?;
    let phone = read_phone(&ask.phone)?;
    if work
        .tables
        .phones_of(customer.id)?
        .iter()
        .any(|known| known.digits == phone.as_str())
    {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let note = ask
        .note
        .as_deref()
        .map_or(Ok(None), |note| text::optional(note, text::LINE))?;
    let id: PhoneId = work.new_id();
    work.insert(
        customer.id.0,
        &Phone {
            id,
            customer: customer.id,
            digits: phone.as_str().to_owned(),
            note,
            person: None,
        },
    );
    Ok(work.acted())
}

/// Takes a number off the card; one stays.
///
/// # Errors
/// [`Code::LastPhone`], [`Code::NotYours`].
pub fn remove_phone(work: &mut Work<'_>, ask: RemovePhone) -> Outcome<Acted> {
    let phone: Phone = work
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let customer = workable(work, phone.customer)?;
    if work.tables.phones_of(customer.id)?.len() < 2 {
        return Err(Problem::refused(Code::LastPhone));
    }
    work.void(customer.id.0, &phone);
    Ok(work.acted())
}

/// Shows a number in full. Who looked, and when, stands in the customer's history.
///
/// # Errors
/// [`Code::NotYours`].
pub fn reveal_phone(work: &mut Work<'_>, ask: RevealPhone) -> Outcome<PhoneNumber> {
    let phone: Phone = work
        .tables
        .get(ask.id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    let customer: Customer = work
        .tables
        .get(phone.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !work.me.may_see(customer.owner) {
        return Err(Problem::refused(Code::NotYours));
    }
    work.note(customer.id.0);
    let grouped =
        domain::phone::Phone::parse(&phone.digits).map_or(phone.digits, |phone| phone.grouped());
    Ok(PhoneNumber { phone: grouped })
}

/// Shows an ID number in full. Who looked, and when, stands in the customer's history.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NotFound`] when there is none.
pub fn reveal_id_number(work: &mut Work<'_>, ask: RevealIdNumber) -> Outcome<IdNumber> {
    let customer = workable(work, ask.customer)?;
    let id_number = customer
        .id_number
        .clone()
        .ok_or(Problem::refused(Code::NotFound))?;
    work.note(customer.id.0);
    Ok(IdNumber { id_number })
}
