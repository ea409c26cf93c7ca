//! Whose birthday it is.

use domain::id::{CustomerId, StaffId};
use domain::rows::{Customer, Gender};
use domain::when::Day;
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Look;
use crate::problem::Outcome;
use crate::reception::masked;

/// Birthdays that one answer lists.
const LISTED: u32 = 50;

/// A customer whose birthday it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BirthdayRow {
    /// Who.
    pub customer: CustomerId,
    /// Their name.
    pub customer_name: String,
    /// As said.
    pub gender: Option<Gender>,
    /// Masked.
    pub phone: Option<String>,
    /// Code of `levels`.
    pub level: String,
    /// What they look at.
    pub model: Option<String>,
    /// Years that they are old today.
    pub years: i32,
    /// Somebody has spoken with them today.
    pub met_today: bool,
}

/// A person's customers whose birthday is today.
pub(super) fn birthdays_of(look: &Look<'_>, owner: StaffId) -> Outcome<Vec<BirthdayRow>> {
    let today = look.now.day();
    let mut rows = Vec::new();
    for id in look.tables.birthdays(owner, &days_of(today), LISTED)? {
        let (Some(customer), Some(glance)) =
            (look.tables.get::<Customer>(id)?, look.tables.glance(id)?)
        else {
            continue;
        };
        rows.push(BirthdayRow {
            customer: id,
            customer_name: glance.name,
            gender: glance.gender,
            phone: glance.phones.first().map(|digits| masked(digits)),
            level: glance.level,
            model: glance.model,
            years: customer
                .birthday
                .map_or(0, |born| today.year() - born.year()),
            met_today: glance.last_contact.day() == today,
        });
    }
    Ok(rows)
}

/// The days of the year that are celebrated on a day: those born on 29 February a day earlier where there is none.
fn days_of(today: Day) -> Vec<String> {
    let day = |day: Day| format!("{:02}-{:02}", day.month(), day.day_of_month());
    let mut days = vec![day(today)];
    if day(today) == "02-28" && day(today.plus(1)) == "03-01" {
        days.push("02-29".to_owned());
    }
    days
}
