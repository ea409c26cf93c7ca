//! 话术: the house's texts to say or to send, filled with names.

mod check;

use domain::id::{AppointmentId, CardId, CustomerId};
use domain::message::{Known, Lang, fill};
use domain::rows::{Appointment, Card, Customer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::appointments::upcoming_of;
use crate::desk::Look;
use crate::problem::{Code, Outcome, Problem};
use crate::reception::masked;
use crate::verb::{SALES, Verb};

pub(crate) use check::check;
pub use check::{MessagePreview, PREVIEW_MESSAGE, PreviewMessage, preview_message};

/// Whoever speaks with customers.
pub const MESSAGES: Verb = Verb::new("messages", SALES);

/// To whom, about what, in which language.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MessagesAsk {
    /// To whom.
    pub customer: CustomerId,
    /// The card that asks for the contact: the text that suits it is suggested.
    pub card: Option<CardId>,
    /// The appointment it is about; the customer's next, when not said.
    pub appointment: Option<AppointmentId>,
    /// The language.
    #[ts(type = "Lang")]
    pub lang: Lang,
}

/// One text, filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FilledMessage {
    /// Which.
    pub code: String,
    /// Code of `ways`: `phone` is said, the others are sent.
    pub way: String,
    /// What it is for.
    pub title: String,
    /// The text.
    pub body: String,
}

/// The texts for a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MessagesView {
    /// Their name.
    pub customer_name: String,
    /// Masked.
    pub phone: Option<String>,
    /// In the house's order.
    pub texts: Vec<FilledMessage>,
    /// The text that suits best: its code.
    pub suggested: Option<String>,
}

/// The house's texts, filled for a customer.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`].
pub fn messages(look: &Look<'_>, ask: MessagesAsk) -> Outcome<MessagesView> {
    let customer: Customer = look
        .tables
        .get(ask.customer)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !look.me.may_see(customer.owner) {
        return Err(Problem::refused(Code::NotYours));
    }
    let today = look.now.day();
    let appointment = match ask.appointment {
        Some(id) => look
            .tables
            .get::<Appointment>(id)?
            .filter(|appointment| appointment.customer == customer.id),
        None => upcoming_of(look.tables, customer.id, today)?
            .into_iter()
            .next(),
    };
    let ahead = |appointment: &Appointment| today.days_until(appointment.at.day());
    let coming = appointment.filter(|appointment| ahead(appointment) >= 0);
    let card = match ask.card {
        Some(id) => look.tables.get::<Card>(id)?,
        None => None,
    };
    let birthday = customer.birthday.is_some_and(|born| {
        (born.month(), born.day_of_month()) == (today.month(), today.day_of_month())
    });
    let fits = if birthday && card.is_none() {
        Some("birthday")
    } else if coming.is_some() {
        Some("appointment")
    } else {
        match card.and_then(|card| card.rule) {
            Some(rule) if rule == "visit" => Some("after_visit"),
            Some(_) => Some("invite"),
            None => None,
        }
    };
    let known = Known {
        name: customer.name.clone(),
        gender: customer.gender,
        consultant: look.me.name.clone(),
        branch: look.house.branch.clone(),
        brand: look.house.brand.clone(),
        model: customer.model.unwrap_or_default(),
        day: coming
            .as_ref()
            .map(|appointment| (ahead(appointment), appointment.at.day())),
        time: coming.map(|appointment| appointment.at.clock_time()),
    };
    let texts: Vec<FilledMessage> = look
        .house
        .rules
        .messages
        .iter()
        .map(|text| FilledMessage {
            code: text.code.clone(),
            way: text.way.clone(),
            title: text.title.of(ask.lang).to_owned(),
            body: fill(text.body.of(ask.lang), ask.lang, &known),
        })
        .collect();
    Ok(MessagesView {
        customer_name: customer.name,
        phone: look
            .tables
            .phones_of(customer.id)?
            .first()
            .map(|phone| masked(&phone.digits)),
        suggested: fits
            .filter(|code| texts.iter().any(|text| text.code == *code))
            .map(str::to_owned),
        texts,
    })
}
