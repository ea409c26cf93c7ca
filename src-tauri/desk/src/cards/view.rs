//! A card as lists show it: whom, why, by when, and what was last said.

use domain::id::{CardId, CustomerId, StaffId};
use domain::rows::{Card, Contact, Customer};
use domain::when::{Day, Moment};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use crate::names::Names;
use crate::problem::Outcome;
use crate::reception::masked;
use crate::session::Me;
use crate::verb::MANAGERS;

/// What was last said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LastContact {
    /// When, as the user says.
    pub at: Moment,
    /// Code of `ways`.
    pub way: Option<String>,
    /// In words.
    pub content: String,
    /// 批复: what a manager said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub remark: Option<String>,
    /// Which manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub remark_by: Option<String>,
}

impl LastContact {
    pub(crate) fn of(tables: &Reader<'_>, names: &Names, contact: Contact) -> Outcome<Self> {
        let review = tables
            .review_of(contact.id)?
            .filter(|review| review.remark.is_some());
        Ok(Self {
            at: contact.at,
            way: Some(contact.way),
            content: contact.content,
            remark_by: names.of(review.as_ref().map(|review| review.by)),
            remark: review.and_then(|review| review.remark),
        })
    }
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

    /// The row of an open card; nothing when its customer is hidden.
    pub fn row(&self, card: &Card) -> Outcome<Option<CardRow>> {
        let Some(customer) = self.tables.glance(card.customer)? else {
            return Ok(None);
        };
        let last = self.tables.last_contact_with(card.customer)?;
        Ok(Some(CardRow {
            id: card.id,
            customer: card.customer,
            customer_name: customer.name,
            phone: customer.phones.first().map(|digits| masked(digits)),
            level: customer.level,
            model: customer.model,
            rule: card.rule.clone(),
            note: card.note.clone(),
            way: card.way.clone(),
            due: card.due,
            expires: card.expires,
            overdue_days: card.due.days_until(self.today).max(0),
            expired: card.expires < self.today,
            owner: customer.owner,
            owner_name: self.names.of(customer.owner),
            last: last
                .map(|contact| LastContact::of(self.tables, &self.names, contact))
                .transpose()?,
        }))
    }

    /// The row of a card that this act makes: the tables know the customer, but not yet their level.
    pub fn new_row(&self, card: &Card, level: &str) -> Outcome<Option<CardRow>> {
        let row = self.row(card)?;
        Ok(row.map(|row| CardRow {
            level: level.to_owned(),
            ..row
        }))
    }
}
