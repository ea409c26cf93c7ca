//! A card as lists show it: whom, why, by when, and what was last said.

use domain::id::{CardId, CustomerId, StaffId};
use domain::rows::{Card, Customer};
use domain::when::{Day, Moment};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use crate::names::Names;
use crate::problem::Outcome;
use crate::reception::masked;
use crate::session::Me;
use crate::verb::MANAGERS;

/// To be worked, or over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// To be worked.
    Open,
    /// Has a result.
    Done,
    /// Has a reason.
    Skipped,
}

/// What was last said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LastContact {
    /// When, as the user says.
    pub at: Moment,
    /// Code of `ways`.
    pub way: Option<String>,
    /// In words.
    pub content: String,
}

/// One card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CardRow {
    /// Which.
    pub id: CardId,
    /// Whom to contact.
    pub customer: CustomerId,
    /// Their name.
    pub customer_name: String,
    /// Masked.
    pub phone: Option<String>,
    /// Code of `levels`.
    pub level: String,
    /// What they came for.
    pub model: Option<String>,
    /// The rule that made it; nothing for an own plan.
    pub rule: Option<String>,
    /// What for, in words.
    pub note: Option<String>,
    /// Code of `ways`.
    pub way: Option<String>,
    /// To be done by this day.
    pub due: Day,
    /// Worth nothing after it: due plus one interval.
    pub expires: Day,
    /// To be worked, or over.
    pub state: CardState,
    /// Days since it was due; 0 when it is not late.
    pub overdue_days: i64,
    /// Its time is over.
    pub expired: bool,
    /// Whose customer it is.
    pub owner: Option<StaffId>,
    /// The same, as colleagues say it.
    pub owner_name: Option<String>,
    /// What was last said.
    pub last: Option<LastContact>,
}

/// Whoever may write a result: the owner, anybody where there is none, and managers.
pub(crate) fn may_work(me: &Me, customer: &Customer) -> bool {
    me.is(MANAGERS) || customer.owner.is_none_or(|owner| owner == me.id)
}

/// Makes rows of cards.
pub(crate) struct Cards<'c> {
    pub tables: &'c Reader<'c>,
    pub names: Names,
    pub today: Day,
}

impl<'c> Cards<'c> {
    pub fn new(tables: &'c Reader<'c>, today: Day) -> Outcome<Self> {
        Ok(Self {
            tables,
            names: Names::read(tables)?,
            today,
        })
    }

    /// The row of a card; nothing when its customer is hidden.
    pub fn row(&self, card: &Card) -> Outcome<Option<CardRow>> {
        let Some(customer) = self.tables.get::<Customer>(card.customer)? else {
            return Ok(None);
        };
        let state = match self.tables.state("card", card.id.0)?.as_deref() {
            Some("done") => CardState::Done,
            Some("skipped") => CardState::Skipped,
            _ => CardState::Open,
        };
        self.row_of(card, &customer, state).map(Some)
    }

    /// The same, where customer and state are known.
    pub fn row_of(&self, card: &Card, customer: &Customer, state: CardState) -> Outcome<CardRow> {
        let open = state == CardState::Open;
        let last = self.tables.last_contact_with(customer.id)?;
        Ok(CardRow {
            id: card.id,
            customer: customer.id,
            customer_name: customer.name.clone(),
            phone: self
                .tables
                .first_phone(customer.id)?
                .map(|phone| masked(&phone.digits)),
            level: customer.level.clone(),
            model: customer.model.clone(),
            rule: card.rule.clone(),
            note: card.note.clone(),
            way: card.way.clone(),
            due: card.due,
            expires: card.expires,
            state,
            overdue_days: if open {
                card.due.days_until(self.today).max(0)
            } else {
                0
            },
            expired: open && card.expires < self.today,
            owner: customer.owner,
            owner_name: self.names.of(customer.owner),
            last: last.map(|contact| LastContact {
                at: contact.at,
                way: Some(contact.way),
                content: contact.content,
            }),
        })
    }
}
