//! Customers: by phone, by name.

use domain::id::{CustomerId, PhoneId};
use domain::rows::{Customer, Phone};
use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;
use crate::tables::group::OF_CUSTOMER;

impl Reader<'_> {
    /// Customers with a document number of this PC that another customer has as well; the first of each is not among them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn customers_numbered_twice(&self, pc: &str) -> Outcome<Vec<CustomerId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY code ORDER BY id) AS nth FROM customer WHERE code GLOB ?1 AND void = 0) WHERE nth > 1 ORDER BY id",
        )?;
        let found = statement.query_map([format!("{pc}-*")], |row| Ok(CustomerId(row.get(0)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// A customer's numbers, in the order in which they were noted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn phones_of(&self, customer: CustomerId) -> Outcome<Vec<Phone>> {
        self.rows(&format!("{OF_CUSTOMER} ORDER BY id"), [customer.0])
    }

    /// Whose number this is. More than one customer: duplicates of each other; the earliest card comes first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn customers_with_phone(&self, digits: &str) -> Outcome<Vec<Customer>> {
        let phones: Vec<Phone> = self.rows("digits = ?1 ORDER BY customer", [digits])?;
        let mut customers: Vec<Customer> = Vec::new();
        for phone in phones {
            // Cards that were merged are one customer.
            if let Some(customer) = self.get::<Customer>(phone.customer)?
                && !customers.iter().any(|known| known.id == customer.id)
            {
                customers.push(customer);
            }
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

    /// The id of the customer's first number, where there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn first_phone(&self, customer: CustomerId) -> Outcome<Option<Phone>> {
        Ok(self
            .rows(&format!("{OF_CUSTOMER} ORDER BY id LIMIT 1"), [customer.0])?
            .pop())
    }
}
