//! A card made by hand.

use domain::id::{ActId, CustomerId, StaffId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::UNRATED;
use super::fields::{CustomerFields, empty_customer};
use super::source;
use crate::cards;
use crate::form::{colleague, read_phone};
use crate::names::Names;
use crate::problem::{Code, Outcome, Problem};
use crate::reception::new_customer;
use crate::text;
use crate::verb::{SALES, Verb};
use crate::work::Work;

/// Whoever writes customers down.
pub const ADD_CUSTOMER: Verb = Verb::new("add_customer", SALES);

/// A new card.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddCustomer {
    /// What is known.
    pub fields: CustomerFields,
    /// The key for duplicates.
    pub phone: String,
    /// Code of `levels`; not rated, when not said.
    pub level: Option<String>,
    /// Who looks after them; whoever sells and writes it down, when not said.
    pub owner: Option<StaffId>,
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct CustomerAdded {
    /// To be undone by.
    pub act: ActId,
    /// Who.
    pub id: CustomerId,
}

/// Makes a card. A number that somebody has is refused, with whose it is: never a silent duplicate.
///
/// # Errors
/// [`Code::CustomerExists`], [`Code::PhoneMissing`]; those of the fields.
pub fn add_customer(work: &mut Work<'_>, ask: AddCustomer) -> Outcome<CustomerAdded> {
    let phone = read_phone(&ask.phone)?;
    if let Some(known) = work
        .tables
        .customers_with_phone(phone.as_str())?
        .into_iter()
        .next()
    {
        let owner = Names::read(work.tables)?
            .of(known.owner)
            .unwrap_or_default();
        return Err(Problem::refused(Code::CustomerExists)
            .with("phone", phone.masked())
            .with("owner", owner));
    }
    let fields = ask.fields.checked(&work.checks())?;
    let day = work.now.day();
    let mut customer = empty_customer(CustomerId(uuid::Uuid::nil()), day);
    fields.clone().fill(&mut customer);
    source::agree(work, &fields, &mut customer)?;
    customer.name = text::required(&customer.name, text::LINE)?;
    customer.level = ask.level.unwrap_or_else(|| UNRATED.to_owned());
    work.house.must_have("levels", &customer.level)?;
    customer.owner = match ask.owner {
        Some(owner) => colleague(&work.checks(), owner)?,
        None => Some(work.me.id).filter(|_| {
            work.me.roles.contains(&domain::role::Role::Consultant)
                || work.me.roles.contains(&domain::role::Role::Dcc)
        }),
    };
    new_customer(work, &mut customer, day, Some((phone.as_str(), None)))?;
    cards::after_level(work, &customer, day)?;
    Ok(CustomerAdded {
        act: work.act,
        id: customer.id,
    })
}
