//! Customers as a list.

use domain::id::{CustomerId, StaffId};
use domain::rows::Gender;
use domain::when::{Day, Moment};
use serde::{Deserialize, Serialize};
use store::{Cursor, CustomerSort, Glance, PageAsk, Reader};
use ts_rs::TS;
use uuid::Uuid;

use super::tags::label_of;
use crate::desk::Look;
use crate::names::Names;
use crate::problem::{Code, Outcome, Problem};
use crate::reception::masked;
use crate::verb::{CUSTOMER_READERS, SEE_ALL, Verb};

/// Everybody's, or one's own and nobody's.
pub const CUSTOMERS: Verb = Verb::new("customers", CUSTOMER_READERS);

/// Rows of one page at most.
const PAGE: u32 = 500;

/// How the list is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CustomerOrder {
    /// Latest contact first.
    #[default]
    Recent,
    /// Next contact first; only those who have one.
    Next,
    /// By pinyin.
    Name,
}

/// Which customers.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields = nullable)]
pub struct CustomersAsk {
    /// Of one owner; everybody's that one may see, when not said.
    pub owner: Option<StaffId>,
    /// Of these levels; all, when not said.
    pub levels: Option<Vec<String>>,
    /// Only those whose contact is late.
    pub overdue: Option<bool>,
    /// Only those with this tag: its code, its name, or a free word.
    pub tag: Option<String>,
    /// Order.
    pub sort: Option<CustomerOrder>,
    /// As the page before says.
    pub after: Option<String>,
    /// Rows at most.
    pub limit: Option<u32>,
}

/// A customer as lists show them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CustomerRow {
    /// Who.
    pub id: CustomerId,
    /// Person or company; empty when they left only a number.
    pub name: String,
    /// As said.
    pub gender: Option<Gender>,
    /// Masked.
    pub phone: Option<String>,
    /// Code of `levels`.
    pub level: String,
    /// Who looks after them.
    pub owner: Option<StaffId>,
    /// The same, as colleagues say it.
    pub owner_name: Option<String>,
    /// Model of interest.
    pub model: Option<String>,
    /// Code of `sources`.
    pub source: Option<String>,
    /// Visit, call or contact.
    pub last_contact: Option<Moment>,
    /// When the next is due.
    pub next_contact: Option<Day>,
    /// It is late.
    pub overdue: bool,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CustomersPage {
    /// In the order asked for. Where filters leave long gaps, a page may be short, even empty, and go on all the same.
    pub rows: Vec<CustomerRow>,
    /// What to ask for the page after; nothing on the last.
    pub next: Option<String>,
    /// Of all pages together, as far as they were counted: ten thousand are looked at.
    pub total: u64,
    /// There are more than `total`.
    pub more: bool,
}

/// Makes rows of customers.
pub(crate) struct Rows<'r> {
    pub tables: &'r Reader<'r>,
    pub names: Names,
    pub today: Day,
}

impl<'r> Rows<'r> {
    pub fn new(tables: &'r Reader<'r>, today: Day) -> Outcome<Self> {
        Ok(Self {
            tables,
            names: Names::read(tables)?,
            today,
        })
    }

    pub fn row(&self, glance: Glance) -> CustomerRow {
        CustomerRow {
            id: glance.customer,
            name: glance.name,
            gender: glance.gender,
            phone: glance.phones.first().map(|digits| masked(digits)),
            level: glance.level,
            owner: glance.owner,
            owner_name: self.names.of(glance.owner),
            model: glance.model,
            source: glance.source,
            last_contact: Some(glance.last_contact),
            next_contact: glance.next_due,
            overdue: glance.next_due.is_some_and(|next| next < self.today),
        }
    }

    /// The row of somebody who is known to be there.
    pub fn row_of(&self, customer: CustomerId) -> Outcome<CustomerRow> {
        let glance = self.tables.glance(customer)?;
        let glance = glance.ok_or(Problem::broken("a customer without an index row"))?;
        Ok(self.row(glance))
    }
}

/// One page of the customers that one may see.
///
/// # Errors
/// [`Code::NotAllowed`] for another consultant's customers.
pub fn customers(look: &Look<'_>, ask: CustomersAsk) -> Outcome<CustomersPage> {
    let everybody = look.me.is(SEE_ALL);
    if !everybody && ask.owner.is_some_and(|owner| owner != look.me.id) {
        return Err(Problem::refused(Code::NotAllowed).with("verb", CUSTOMERS.name));
    }
    // Whoever does not see everything begins with their own.
    let owner = ask.owner.or((!everybody).then_some(look.me.id));
    let sort = match ask.sort.unwrap_or_default() {
        CustomerOrder::Recent => CustomerSort::Recent,
        CustomerOrder::Next => CustomerSort::Next,
        CustomerOrder::Name => CustomerSort::Name,
    };
    let after = ask.after.as_deref();
    let page = look.tables.customers_page(&PageAsk {
        owner,
        levels: ask.levels.unwrap_or_default(),
        overdue_on: ask.overdue.unwrap_or(false).then(|| look.now.day()),
        tag: match ask.tag.filter(|tag| !tag.trim().is_empty()) {
            Some(tag) => Some(label_of(look.house, &tag)?),
            None => None,
        },
        sort,
        after: after.map(|text| cursor(text, sort)).transpose()?,
        limit: ask.limit.unwrap_or(100).clamp(1, PAGE),
    })?;
    let rows = Rows::new(look.tables, look.now.day())?;
    Ok(CustomersPage {
        rows: page
            .customers
            .into_iter()
            .map(|glance| rows.row(glance))
            .collect(),
        next: page
            .next
            .map(|next| format!("{},{}", next.customer.0, next.key)),
        total: page.total,
        more: page.more,
    })
}

/// A place in the list as the page before named it.
fn cursor(text: &str, sort: CustomerSort) -> Outcome<Cursor> {
    let bad = || Problem::refused(Code::BadRequest).with("field", "after");
    let (customer, key) = text.split_once(',').ok_or_else(bad)?;
    if sort == CustomerSort::Recent && key.parse::<i64>().is_err() {
        return Err(bad());
    }
    Ok(Cursor {
        key: key.to_owned(),
        customer: CustomerId(Uuid::parse_str(customer).map_err(|_| bad())?),
    })
}
