//! One box finds everyone.

use std::cmp::Reverse;

use domain::find::{NoQuery, Query};
use domain::id::{CustomerId, StaffId};
use serde::{Deserialize, Serialize};
use store::Glance;
use ts_rs::TS;

use crate::customers::{CustomerRow, Rows};
use crate::desk::Look;
use crate::problem::Outcome;
use crate::reception::masked;
use crate::session::Me;
use crate::verb::{CUSTOMER_READERS, SEE_ALL, Verb};

/// Everyone; each finds whom they may see.
pub const SEARCH: Verb = Verb::new("search", CUSTOMER_READERS);

/// Rows of one answer when nobody says how many: what fits below the box.
const USUAL: u32 = 12;
/// Rows of one answer at most.
const MOST: u32 = 100;

/// What was typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SearchAsk {
    /// Name, pinyin, initials, a run of at least three digits, plate, VIN.
    pub text: String,
    /// Rows at most.
    pub limit: Option<u32>,
}

/// Whether there was something to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SearchState {
    /// Looked for.
    Ok,
    /// One or two digits: the next will do.
    TooShort,
    /// Nothing that can be searched.
    None,
}

/// A whole number of somebody else's customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Elsewhere {
    /// Who, to be claimed.
    pub customer: CustomerId,
    /// Masked.
    pub phone: String,
    /// Whose customer it is.
    pub owner_name: Option<String>,
}

/// Somebody who was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundRow {
    /// As lists show them.
    #[serde(flatten)]
    pub row: CustomerRow,
    /// What matched, where that is neither the name nor the first number: a plate, a VIN, a company.
    pub matched: Option<String>,
}

/// Who was found, latest contact first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// Whether there was something to look for.
    pub state: SearchState,
    /// Latest contact first.
    pub rows: Vec<FoundRow>,
    /// Whoever typed a whole number learns that it exists, and whose it is.
    pub elsewhere: Vec<Elsewhere>,
}

/// Whose customers somebody finds; everybody's, when nothing.
pub(crate) fn owners(me: &Me) -> Option<Vec<Option<StaffId>>> {
    (!me.is(SEE_ALL)).then(|| vec![Some(me.id), None])
}

/// Finds customers.
///
/// # Errors
/// The machine's.
pub fn search(look: &Look<'_>, ask: SearchAsk) -> Outcome<Found> {
    let query = match Query::parse(&ask.text) {
        Ok(query) => query,
        Err(NoQuery::TooShort) => {
            return Ok(Found {
                state: SearchState::TooShort,
                rows: Vec::new(),
                elsewhere: Vec::new(),
            });
        }
        Err(NoQuery::Nothing) => {
            return Ok(Found {
                state: SearchState::None,
                rows: Vec::new(),
                elsewhere: Vec::new(),
            });
        }
    };
    let limit = ask.limit.unwrap_or(USUAL).clamp(1, MOST) as usize;
    let rows = Rows::new(look.tables, look.now.day())?;
    let mut found: Vec<FoundRow> = look
        .tables
        .find(&query, owners(look.me).as_deref(), limit)?
        .into_iter()
        .map(|glance| FoundRow {
            matched: matched(&glance, &ask.text),
            row: rows.row(glance),
        })
        .collect();
    // The index holds so many of one minute; of a list without dates more may share it.
    found.sort_by_key(|found| Reverse(found.row.last_contact));
    let mut elsewhere = Vec::new();
    if let Some(digits) = query.full_phone() {
        for customer in look.tables.customers_with_phone(digits)? {
            if !look.me.may_see(customer.owner) {
                elsewhere.push(Elsewhere {
                    customer: customer.id,
                    phone: masked(digits),
                    owner_name: rows.names.of(customer.owner),
                });
            }
        }
    }
    Ok(Found {
        state: SearchState::Ok,
        rows: found,
        elsewhere,
    })
}

/// The plate, VIN or company that holds what was typed.
fn matched(glance: &Glance, text: &str) -> Option<String> {
    let compact = |text: &str| {
        domain::find::fold(text).replace(|c: char| c.is_whitespace() || matches!(c, '-' | '·'), "")
    };
    let sought = compact(text);
    let holds = |value: &&String| !sought.is_empty() && compact(value).contains(&sought);
    [&glance.plate, &glance.vin, &glance.company]
        .into_iter()
        .flatten()
        .find(holds)
        .cloned()
}
