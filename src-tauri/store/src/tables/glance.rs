//! What lists show of a customer, and what they are found by: an index row, so that a row on the screen is one page of the file.

use domain::find::Findable;
use domain::id::{CustomerId, StaffId};
use domain::rows::{Customer, Gender, Phone};
use domain::when::{Day, Moment};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Reader;
use crate::error::Outcome;

/// One customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// Who.
    pub customer: CustomerId,
    /// Who looks after them.
    pub owner: Option<StaffId>,
    /// Code of `levels`.
    pub level: String,
    /// Visit, call or contact; the day of the card when there was none.
    pub last_contact: Moment,
    /// When the next contact is due.
    pub next_due: Option<Day>,
    /// Person or company; empty when they left only a number.
    pub name: String,
    /// As said.
    pub gender: Option<Gender>,
    /// Digits, in the order in which they were noted.
    pub phones: Vec<String>,
    /// Model of interest.
    pub model: Option<String>,
    /// Code of `sources`.
    pub source: Option<String>,
    /// The company of a person.
    pub company: Option<String>,
    /// Plate.
    pub plate: Option<String>,
    /// VIN.
    pub vin: Option<String>,
    /// WeChat account.
    pub wechat: Option<String>,
    /// Names on other cards that were merged with this one.
    pub other_names: Vec<String>,
}

/// In the order of [`read`].
pub(super) const COLUMNS: &str = "customer, owner, level, last_contact, next_due, name, gender, phones, model, source, company, plate, vin, wechat, other_names";

impl Glance {
    /// From the rows; when the next contact is due stands in the cards, and the statement that writes looks there.
    pub(crate) fn of(
        customer: Customer,
        phones: Vec<Phone>,
        other_names: Vec<String>,
        last_contact: Moment,
    ) -> Self {
        Self {
            customer: customer.id,
            owner: customer.owner,
            level: customer.level,
            last_contact,
            next_due: None,
            name: customer.name,
            gender: customer.gender,
            phones: phones.into_iter().map(|phone| phone.digits).collect(),
            model: customer.model,
            source: customer.source,
            company: customer.company,
            plate: customer.plate,
            vin: customer.vin,
            wechat: customer.wechat,
            other_names,
        }
    }

    pub(crate) fn write(&self, conn: &Connection) -> Outcome<()> {
        conn.prepare_cached(include_str!("../index/glance.sql"))?
            .execute(params![
                self.customer.0,
                self.owner.map(|owner| owner.0),
                self.level,
                self.last_contact.0,
                domain::find::sort_key(&self.name),
                self.name,
                self.gender.map(Gender::code),
                self.phones.join(" "),
                self.model,
                self.source,
                self.company,
                self.plate,
                self.vin,
                self.wechat,
                (!self.other_names.is_empty()).then(|| self.other_names.join("\n")),
            ])?;
        Ok(())
    }

    /// Lets `use_it` have what they can be found by.
    pub(crate) fn findable<T>(&self, use_it: impl FnOnce(&Findable<'_>) -> T) -> T {
        let phones: Vec<&str> = self.phones.iter().map(String::as_str).collect();
        let also = self.other_names.iter().map(String::as_str);
        let names: Vec<&str> = [self.name.as_str()].into_iter().chain(also).collect();
        let owner = search_owner(self.owner);
        use_it(&Findable {
            names: &names,
            companies: self.company.as_deref().as_slice(),
            phones: &phones,
            plates: self.plate.as_deref().as_slice(),
            vins: self.vin.as_deref().as_slice(),
            wechat: self.wechat.as_deref(),
            owner: &owner,
        })
    }
}

/// An owner as the search index spells it; nobody is an empty text.
pub(crate) fn search_owner(owner: Option<StaffId>) -> String {
    owner
        .map(|owner| owner.0.simple().to_string())
        .unwrap_or_default()
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Glance> {
    let due: Option<String> = row.get(4)?;
    let gender: Option<String> = row.get(6)?;
    let phones: String = row.get(7)?;
    let others: Option<String> = row.get(14)?;
    Ok(Glance {
        customer: CustomerId(row.get(0)?),
        owner: row.get::<_, Option<_>>(1)?.map(StaffId),
        level: row.get(2)?,
        last_contact: Moment(row.get(3)?),
        next_due: due.and_then(|day| day.parse().ok()),
        name: row.get(5)?,
        gender: gender.and_then(|code| Gender::from_code(&code)),
        phones: phones.split_whitespace().map(str::to_owned).collect(),
        model: row.get(8)?,
        source: row.get(9)?,
        company: row.get(10)?,
        plate: row.get(11)?,
        vin: row.get(12)?,
        wechat: row.get(13)?,
        other_names: others
            .map(|names| names.split('\n').map(str::to_owned).collect())
            .unwrap_or_default(),
    })
}

impl Reader<'_> {
    /// A customer at a glance; nothing for one who is hidden.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn glance(&self, customer: CustomerId) -> Outcome<Option<Glance>> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM glance WHERE customer = ?1"))?;
        let found = statement.query_row([customer.0], read).optional()?;
        if found.is_some() {
            return Ok(found);
        }
        // By another of their ids.
        let shown = self.shown_as(customer)?;
        Ok(statement.query_row([shown.0], read).optional()?)
    }
}
