//! Is this somebody we know? Asked while a number or a name is being typed.

use domain::find::Query;
use domain::id::{CustomerId, StaffId};
use domain::phone::Phone;
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::{CustomerRow, Rows};
use crate::desk::Look;
use crate::problem::Outcome;
use crate::session::Me;
use crate::verb::{SALES, Verb};

/// Whoever writes customers down.
pub const RECOGNISE: Verb = Verb::new("recognise", SALES);

/// Digits that narrow a number down enough to be told about.
const ENOUGH: usize = 7;

/// What was typed so far.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields = nullable)]
pub struct Recognise {
    /// A number, or its beginning.
    pub phone: Option<String>,
    /// A name.
    pub name: Option<String>,
}

/// Somebody we know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recognised {
    /// Who.
    pub customer: CustomerId,
    /// Name; of somebody else's customer only the first character.
    pub name: String,
    /// Masked.
    pub phone: Option<String>,
    /// Code of `levels`; nothing for somebody else's customer.
    pub level: Option<String>,
    /// Whose customer.
    pub owner: Option<StaffId>,
    /// The same, as colleagues say it.
    pub owner_name: Option<String>,
    /// When there was last a contact.
    pub last_contact: Option<Moment>,
    /// The whole number is the same.
    pub exact: bool,
    /// Whether the one who asks may open the card.
    pub visible: bool,
}

/// Who has this number, or this name. A whole number is answered whoever asks: it exists, and whose it is.
///
/// # Errors
/// The machine's.
pub fn recognise(look: &Look<'_>, ask: Recognise) -> Outcome<Vec<Recognised>> {
    let rows = Rows::new(look.tables, look.now.day())?;
    let mut known: Vec<Recognised> = Vec::new();
    let phone = ask.phone.unwrap_or_default();
    if let Ok(phone) = Phone::parse(&phone) {
        for customer in look.tables.customers_with_phone(phone.as_str())? {
            known.push(seen(look.me, rows.row_of(customer.id)?, true));
        }
        return Ok(known);
    }
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= ENOUGH
        && let Ok(query) = Query::parse(&digits)
    {
        for glance in look
            .tables
            .find(&query, crate::search::owners(look.me).as_deref(), 5)?
        {
            known.push(seen(look.me, rows.row(glance), false));
        }
    }
    let name = ask.name.unwrap_or_default();
    if known.is_empty() && name.trim().chars().count() >= 2 {
        for customer in look.tables.customers_named(name.trim(), 5)? {
            if look.me.may_see(customer.owner) {
                known.push(seen(look.me, rows.row_of(customer.id)?, false));
            }
        }
    }
    Ok(known)
}

/// What may be told of a customer.
pub(crate) fn seen(me: &Me, row: CustomerRow, exact: bool) -> Recognised {
    let visible = me.may_see(row.owner);
    let first = row.name.chars().next();
    Recognised {
        customer: row.id,
        name: if visible {
            row.name
        } else {
            first.map(|first| format!("{first}**")).unwrap_or_default()
        },
        phone: row.phone,
        level: visible.then_some(row.level),
        owner: row.owner,
        owner_name: row.owner_name,
        last_contact: row.last_contact.filter(|_| visible),
        exact,
        visible,
    }
}
