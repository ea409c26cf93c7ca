//! The words that a demo branch is made of: `assets/demo/branch.json`.

use serde::Deserialize;

const BOOK: &str = include_str!("../../../../assets/demo/branch.json");

#[derive(Debug, Deserialize)]
pub(crate) struct Book {
    pub branch: String,
    pub brand: String,
    pub admin: String,
    pub receptionist: String,
    pub manager: String,
    pub consultants: Vec<Consultant>,
    pub others: Vec<Other>,
    pub surnames: String,
    pub given_male: String,
    pub given_female: String,
    pub mobile_prefixes: Vec<String>,
    pub models: Vec<Model>,
    pub areas: Vec<String>,
    pub competitors: Vec<String>,
    pub current_cars: Vec<String>,
    pub occupations: Vec<String>,
    pub talks: Vec<String>,
    pub contents: Vec<String>,
    pub call_reasons: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Consultant {
    pub name: String,
    /// Of 100 cards and records, how many are worked in time.
    pub diligence: u8,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Other {
    pub name: String,
    pub role: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Model {
    pub series: String,
    pub maker: String,
    pub weight: u32,
    pub trims: Vec<String>,
}

impl Book {
    pub fn read() -> Self {
        serde_json::from_str(BOOK).expect("assets/demo/branch.json is checked by a test")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_book_can_be_read() {
        let book = Book::read();
        assert!(
            book.others
                .iter()
                .all(|other| domain::role::Role::from_code(&other.role).is_some())
        );
    }
}
