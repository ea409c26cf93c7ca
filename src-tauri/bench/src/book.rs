//! The people of the demo branch, as its book names them: who is signed in while something is measured.

use serde::Deserialize;

use crate::trouble::Outcome;

const BOOK: &str = include_str!("../../../assets/demo/branch.json");

/// Who works in a demo branch.
#[derive(Debug, Deserialize)]
pub struct Book {
    /// Sees every customer.
    pub manager: String,
    /// Logs who comes in.
    pub receptionist: String,
    /// See their own customers.
    pub consultants: Vec<Consultant>,
    /// Surnames, the frequent ones more than once.
    pub surnames: String,
    /// Characters of men's names.
    pub given_male: String,
    /// Characters of women's names.
    pub given_female: String,
    /// What is sold.
    pub models: Vec<Model>,
    /// What is said.
    pub talks: Vec<String>,
}

/// Somebody who sells.
#[derive(Debug, Deserialize)]
pub struct Consultant {
    /// Also the login.
    pub name: String,
}

/// Something that is sold.
#[derive(Debug, Deserialize)]
pub struct Model {
    /// As people say it.
    pub series: String,
}

impl Book {
    /// The shipped one.
    ///
    /// # Errors
    /// When it has another form.
    pub fn read() -> Outcome<Self> {
        Ok(serde_json::from_str(BOOK)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_book_names_people() {
        let Ok(book) = Book::read() else {
            panic!("the book can be read")
        };
        assert!(!book.consultants.is_empty() && !book.surnames.is_empty());
    }
}
