//! One customer: who is this, what do they want, what is planned?

use domain::id::{CustomerId, PhoneId};
use domain::rows::Customer;
use domain::when::{Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::beside::{PersonRow, RivalRow, own_phones, persons, referred, referrer, rivals, tags};
use super::fields::CustomerFields;
use super::list::{CustomerRow, Rows};
use super::merge::MERGE_CUSTOMERS;
use super::propose::proposed_level;
use super::recognise::{Recognised, seen};
use crate::cards::{CardRow, Cards, may_work};
use crate::desk::Look;
use crate::disorders::{self, ContestedField};
use crate::problem::{Code, Outcome, Problem};
use crate::reception::{KeptCell, kept_cells};
use crate::verb::{CUSTOMER_READERS, MANAGERS, Verb};

/// Who may open a card.
pub const CUSTOMER: Verb = Verb::new("customer", CUSTOMER_READERS);

/// Which customer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CustomerAsk {
    /// Who.
    pub id: CustomerId,
}

/// One number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhoneRow {
    /// Which.
    pub id: PhoneId,
    /// Masked.
    pub phone: String,
    /// Whose phone it is, or which.
    pub note: Option<String>,
}

/// A level that changed with a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LevelChange {
    /// When.
    pub at: Moment,
    /// Before.
    pub from: Option<String>,
    /// After.
    pub to: String,
    /// By whom.
    pub by: Option<String>,
}

/// The card.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CustomerView {
    /// As lists show it.
    pub row: CustomerRow,
    /// For paper.
    pub code: String,
    /// 建卡日期.
    pub card_day: Day,
    /// Everything that is known; the ID number masked.
    pub fields: CustomerFields,
    /// Their own numbers, masked.
    pub phones: Vec<PhoneRow>,
    /// Who comes along, who decides; the contacts of a company.
    pub persons: Vec<PersonRow>,
    /// Codes of `tags`, and free words.
    pub tags: Vec<String>,
    /// What else they look at.
    pub rivals: Vec<RivalRow>,
    /// The customer who sent them.
    pub referrer: Option<Recognised>,
    /// Whom they sent to us, the earliest first; fifty at most.
    pub referred: Vec<Recognised>,
    /// How many that are.
    pub referred_count: u64,
    /// The level that follows from when they want to buy, where it is another.
    pub proposed_level: Option<String>,
    /// Levels, latest first.
    pub levels: Vec<LevelChange>,
    /// What is planned.
    pub cards: Vec<CardRow>,
    /// Others with one of these numbers.
    pub duplicates: Vec<Recognised>,
    /// Cards that were put together with this one.
    pub merged: Vec<MergedCard>,
    /// Fields that were written on two PCs at once.
    pub contested: Vec<ContestedField>,
    /// Imported cells that could not be read.
    pub kept: Vec<KeptCell>,
    /// Whether the one who looks may change it.
    pub editable: bool,
    /// Whether the one who looks may give it to another.
    pub may_reassign: bool,
    /// Whether the one who looks may put cards together and take them apart.
    pub may_merge: bool,
}

/// A card that was put together with another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergedCard {
    /// To be taken apart by.
    pub merge: Uuid,
    /// Its own number on paper.
    pub code: String,
    /// The name that stands on it.
    pub name: String,
    /// When it was made.
    pub card_day: Day,
}

/// The card of a customer.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`].
pub fn customer(look: &Look<'_>, ask: CustomerAsk) -> Outcome<CustomerView> {
    let customer = opened(look, ask.id)?;
    let today = look.now.day();
    let rows = Rows::new(look.tables, today)?;
    let phones = look.tables.phones_of(customer.id)?;
    let cards = Cards::new(look.tables, today)?;
    let mut open = Vec::new();
    for card in look.tables.open_cards_of(customer.id)? {
        open.extend(cards.row(&card)?);
    }
    let mut duplicates = Vec::new();
    for phone in &phones {
        for other in look.tables.customers_with_phone(&phone.digits)? {
            if other.id != customer.id
                && !duplicates
                    .iter()
                    .any(|known: &Recognised| known.customer == other.id)
            {
                duplicates.push(seen(look.me, rows.row_of(other.id)?, true));
            }
        }
    }
    let mut fields = CustomerFields::of(&customer);
    fields.id_number = Some(customer.id_number.as_deref().map(masked_id));
    Ok(CustomerView {
        row: rows.row_of(customer.id)?,
        code: customer.code.clone(),
        card_day: customer.card_day,
        fields,
        persons: persons(look, customer.id, &phones)?,
        phones: own_phones(look, customer.id, phones)?,
        tags: tags(look, customer.id)?,
        rivals: rivals(look, customer.id)?,
        referrer: referrer(look, &rows, &customer)?,
        referred: referred(look, &rows, customer.id)?,
        referred_count: look.tables.count_referred_by(customer.id)?,
        proposed_level: proposed_level(look.house, &customer),
        levels: levels(look, &rows, &customer)?,
        cards: open,
        duplicates,
        merged: merged(look, customer.id)?,
        contested: disorders::contested(look, Some(customer.id))?,
        kept: kept_cells(customer.kept.as_deref()),
        editable: may_work(look.me, &customer),
        may_reassign: look.me.is(MANAGERS),
        may_merge: MERGE_CUSTOMERS.allows(&look.me.roles),
    })
}

/// The other cards of a customer, each with the merge that brought it here.
fn merged(look: &Look<'_>, customer: CustomerId) -> Outcome<Vec<MergedCard>> {
    let mut cards = Vec::new();
    for other in look.tables.also_known_as(customer)? {
        let Some(card) = look.tables.card_alone(other)? else {
            continue;
        };
        let merges = look.tables.merges_of(other)?;
        cards.extend(merges.first().map(|merge| MergedCard {
            merge: merge.id,
            code: card.code,
            name: card.name,
            card_day: card.card_day,
        }));
    }
    Ok(cards)
}

/// The customer, for whoever may open them.
pub(crate) fn opened(look: &Look<'_>, id: CustomerId) -> Outcome<Customer> {
    let customer: Option<Customer> = look.tables.get(id)?;
    let Some(customer) = customer else {
        let erased = look.tables.is_erased(id.0)?;
        return Err(Problem::refused(if erased {
            Code::CustomerErased
        } else {
            Code::NotFound
        }));
    };
    if look.me.may_see(customer.owner) {
        Ok(customer)
    } else {
        Err(Problem::refused(Code::NotYours))
    }
}

/// Every time the level was written, from the log itself.
fn levels(look: &Look<'_>, rows: &Rows<'_>, customer: &Customer) -> Outcome<Vec<LevelChange>> {
    let mut levels = Vec::new();
    for entry in look.tables.history(customer.id.0, None, 500)? {
        for change in entry
            .changes
            .iter()
            .filter(|change| change.table == "customer")
        {
            if let Some(to) = change.fields.get("level").and_then(|value| value.as_text()) {
                let from = change
                    .base
                    .get("level")
                    .and_then(|value| value.as_text())
                    .map(str::to_owned);
                levels.push(LevelChange {
                    at: entry.happened_at,
                    from,
                    to: to.to_owned(),
                    by: rows.names.of(Some(entry.actor)),
                });
            }
        }
    }
    Ok(levels)
}

/// First and last characters of an ID number.
pub(crate) fn masked_id(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    match chars.len() {
        0..8 => "****".to_owned(),
        n => format!(
            "{}****{}",
            chars[..3].iter().collect::<String>(),
            chars[n - 2..].iter().collect::<String>()
        ),
    }
}
