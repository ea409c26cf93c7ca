//! What a manager has still to read: contacts of the last days, latest first, each with all that is needed to judge it.

use domain::id::{ContactId, CustomerId, StaffId};
use domain::rows::{Card, Contact};
use domain::when::{ClockTime, Day, Moment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::cards::LastContact;
use crate::desk::Look;
use crate::names::Names;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{MANAGERS, Verb};

/// Managers.
pub const REVIEWS_TO_DO: Verb = Verb::new("reviews_to_do", MANAGERS);

/// Further than this nobody counts.
const MOST: u32 = 1_000;

/// Whose contacts, and from where on.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReviewsAsk {
    /// Of one person; everybody's, when not said.
    pub staff: Option<StaffId>,
    /// As the page before says.
    pub after: Option<String>,
    /// Rows at most.
    pub limit: Option<u32>,
}

/// Whether a contact was made in time. The time of entry counts: writing it down earlier than it is does not make it timely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Timely {
    /// No card asked for it.
    Unasked,
    /// By the card's day.
    InTime,
    /// After it.
    Late,
}

/// One contact to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewRow {
    /// Which.
    pub contact: ContactId,
    /// With whom.
    pub customer: CustomerId,
    /// Their name.
    pub customer_name: String,
    /// What they look at.
    pub model: Option<String>,
    /// By whom.
    pub staff: StaffId,
    /// The same, as colleagues say it.
    pub staff_name: Option<String>,
    /// When, as the user says.
    pub at: Moment,
    /// When it was written down.
    pub entered: Moment,
    /// It was written down on a later day than it happened.
    pub back_filled: bool,
    /// Code of `ways`.
    pub way: String,
    /// What was said.
    pub content: String,
    /// What they asked.
    pub question: Option<String>,
    /// What was answered.
    pub answer: Option<String>,
    /// Level before.
    pub level_from: Option<String>,
    /// Level after.
    pub level_to: Option<String>,
    /// Next contact agreed.
    pub next: Option<Day>,
    /// The day by which the card asked for it.
    pub due: Option<Day>,
    /// Whether it was in time.
    pub timely: Timely,
    /// Days that it was late.
    pub late_days: i64,
    /// What was said the time before.
    pub before: Option<LastContact>,
}

/// One page of the inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewsPage {
    /// Latest first.
    pub rows: Vec<ReviewRow>,
    /// What to ask for the page after; nothing on the last.
    pub next: Option<String>,
    /// How many there are in all, counted up to a thousand.
    pub total: u64,
    /// There are more than were counted.
    pub more: bool,
}

/// Contacts of the last days that no manager has read.
///
/// # Errors
/// [`Code::BadRequest`] for a place that no page named.
pub fn reviews_to_do(look: &Look<'_>, ask: ReviewsAsk) -> Outcome<ReviewsPage> {
    let days = i64::from(look.house.rules.review_days);
    let since = Moment::from_day_time(look.now.day().plus(-days), ClockTime::MIDNIGHT);
    let limit = ask.limit.unwrap_or(30).clamp(1, 200);
    let after = ask.after.as_deref().map(place).transpose()?;
    let found = look
        .tables
        .contacts_to_review(look.me.id, since, ask.staff, after, limit)?;
    let next = (found.len() == limit as usize)
        .then(|| {
            found
                .last()
                .map(|last| format!("{},{}", last.entered.0, last.id))
        })
        .flatten();
    let total = look
        .tables
        .count_contacts_to_review(look.me.id, since, ask.staff, MOST + 1)?;
    let names = Names::read(look.tables)?;
    let mut rows = Vec::with_capacity(found.len());
    for contact in found {
        rows.extend(row(look, &names, contact)?);
    }
    Ok(ReviewsPage {
        rows,
        next,
        total: total.min(u64::from(MOST)),
        more: total > u64::from(MOST),
    })
}

fn place(text: &str) -> Outcome<(Moment, ContactId)> {
    let bad = || Problem::refused(Code::BadRequest).with("field", "after");
    let (at, id) = text.split_once(',').ok_or_else(bad)?;
    let at = at.parse().map_err(|_| bad())?;
    let id: Uuid = id.parse().map_err(|_| bad())?;
    Ok((Moment(at), ContactId(id)))
}

/// The row of a contact; nothing when its customer is hidden.
fn row(look: &Look<'_>, names: &Names, contact: Contact) -> Outcome<Option<ReviewRow>> {
    let Some(customer) = look.tables.glance(contact.customer)? else {
        return Ok(None);
    };
    let due = match contact.card {
        Some(card) => look.tables.get::<Card>(card)?.map(|card| card.due),
        None => None,
    };
    let late_days = due.map_or(0, |due| due.days_until(contact.entered.day()).max(0));
    let before = look
        .tables
        .contact_before(contact.customer, contact.at)?
        .map(|before| LastContact::of(look.tables, names, before))
        .transpose()?;
    Ok(Some(ReviewRow {
        contact: contact.id,
        customer: contact.customer,
        customer_name: customer.name,
        model: customer.model,
        staff: contact.staff,
        staff_name: names.of(Some(contact.staff)),
        at: contact.at,
        entered: contact.entered,
        back_filled: contact.at.day() < contact.entered.day(),
        way: contact.way,
        content: contact.content,
        question: contact.question,
        answer: contact.answer,
        level_from: contact.level_from,
        level_to: contact.level_to,
        next: contact.next,
        timely: match due {
            None => Timely::Unasked,
            Some(_) if late_days > 0 => Timely::Late,
            Some(_) => Timely::InTime,
        },
        due,
        late_days,
        before,
    }))
}
