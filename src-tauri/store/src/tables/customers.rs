//! Customers: by phone, by page.

use domain::id::{CustomerId, PhoneId, StaffId};
use domain::rows::{Customer, Phone};
use domain::when::Day;
use rusqlite::types::Value as Sql;
use rusqlite::{params, params_from_iter};

use super::glance::{COLUMNS, Glance, read};
use crate::Reader;
use crate::error::Outcome;

/// How a list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CustomerSort {
    /// Latest contact first.
    #[default]
    Recent,
    /// Next contact first.
    Next,
    /// By pinyin.
    Name,
}

/// Which customers, in which order, from where on.
#[derive(Debug, Clone, Default)]
pub struct PageAsk {
    /// Of one owner.
    pub owner: Option<StaffId>,
    /// Of these levels; all when empty.
    pub levels: Vec<String>,
    /// Only those whose next contact was due before this day.
    pub overdue_on: Option<Day>,
    /// Order.
    pub sort: CustomerSort,
    /// Rows to pass over.
    pub skip: u32,
    /// Rows at most.
    pub limit: u32,
}

/// Customers of a page and how many there are in all.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// In the order asked for.
    pub customers: Vec<Glance>,
    /// Of all pages together.
    pub total: u64,
}

impl Reader<'_> {
    /// A customer's numbers, in the order in which they were noted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn phones_of(&self, customer: CustomerId) -> Outcome<Vec<Phone>> {
        self.rows("customer = ?1 ORDER BY id", [customer.0])
    }

    /// Whose number this is. More than one customer: duplicates of each other; the earliest card comes first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn customers_with_phone(&self, digits: &str) -> Outcome<Vec<Customer>> {
        let phones: Vec<Phone> = self.rows("digits = ?1 ORDER BY customer", [digits])?;
        let mut customers = Vec::new();
        for phone in phones {
            customers.extend(self.get::<Customer>(phone.customer)?);
        }
        Ok(customers)
    }

    /// A number by its id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn phone(&self, id: PhoneId) -> Outcome<Option<Phone>> {
        self.get(id)
    }

    /// Customers with exactly this name, latest contact first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn customers_named(&self, name: &str, limit: u32) -> Outcome<Vec<Customer>> {
        let key = domain::find::sort_key(name);
        let mut statement = self.conn.prepare_cached(
            "SELECT customer FROM glance WHERE sort_name = ?1 ORDER BY last_contact DESC LIMIT ?2",
        )?;
        let ids: Vec<CustomerId> = statement
            .query_map(params![key, limit], |row| row.get(0).map(CustomerId))?
            .collect::<Result<_, _>>()?;
        let mut customers = Vec::new();
        for id in ids {
            customers.extend(
                self.get::<Customer>(id)?
                    .filter(|customer| customer.name == name),
            );
        }
        Ok(customers)
    }

    /// One page of customers.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn customers_page(&self, ask: &PageAsk) -> Outcome<Page> {
        let mut conditions = vec!["1 = 1".to_owned()];
        let mut values: Vec<Sql> = Vec::new();
        let mut place = |value: Sql| {
            values.push(value);
            format!("?{}", values.len())
        };
        if let Some(owner) = ask.owner {
            conditions.push(format!(
                "owner = {}",
                place(Sql::Blob(owner.0.as_bytes().to_vec()))
            ));
        }
        if !ask.levels.is_empty() {
            let places: Vec<String> = ask
                .levels
                .iter()
                .map(|level| place(Sql::Text(level.clone())))
                .collect();
            conditions.push(format!("level IN ({})", places.join(", ")));
        }
        if let Some(day) = ask.overdue_on {
            conditions.push(format!("next_due < {}", place(Sql::Text(day.to_string()))));
        }
        let order = match ask.sort {
            CustomerSort::Recent => "last_contact DESC, customer DESC",
            CustomerSort::Next => {
                conditions.push("next_due IS NOT NULL".to_owned());
                "next_due, customer"
            }
            CustomerSort::Name => "sort_name, customer",
        };
        let conditions = conditions.join(" AND ");
        let total = self
            .conn
            .prepare_cached(&format!("SELECT count(*) FROM glance WHERE {conditions}"))?
            .query_row(params_from_iter(&values), |row| row.get::<_, i64>(0))?
            as u64;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM glance WHERE {conditions} ORDER BY {order} LIMIT {} OFFSET {}",
            ask.limit, ask.skip
        ))?;
        let customers = statement
            .query_map(params_from_iter(&values), read)?
            .collect::<Result<_, _>>()?;
        Ok(Page { customers, total })
    }

    /// The id of the customer's first number, where there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn first_phone(&self, customer: CustomerId) -> Outcome<Option<Phone>> {
        Ok(self
            .rows("customer = ?1 ORDER BY id LIMIT 1", [customer.0])?
            .pop())
    }
}
