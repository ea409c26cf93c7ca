//! The words that a demo branch is made of: `assets/demo/branch.json`.

use std::collections::BTreeMap;

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
    pub roads: Vec<String>,
    pub estates: Vec<String>,
    pub rivals: Vec<Rival>,
    pub current_cars: Vec<String>,
    pub occupations: Vec<String>,
    pub families: Vec<String>,
    pub focus_points: Vec<String>,
    pub priorities: Vec<String>,
    pub deciders: Vec<String>,
    pub drivers: Vec<String>,
    pub traits: Vec<String>,
    pub companies: Vec<Company>,
    pub talks: Vec<String>,
    pub talks_together: Vec<String>,
    pub talks_company: Vec<String>,
    /// Purpose → what is noted of whoever has it and gives no name.
    pub errands: BTreeMap<String, String>,
    pub contacts: Contacts,
    pub plan_notes: Vec<String>,
    pub appointment_notes: Vec<String>,
    pub remarks: Remarks,
    pub callbacks: Callbacks,
    pub day_notes: Vec<DayNote>,
    pub event_note: String,
    pub claims: Vec<Claim>,
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
    /// Lowest and highest list price, in yuan.
    pub price: [i64; 2],
    pub trims: Vec<String>,
    pub talks: Vec<String>,
}

/// What customers compare with ours.
#[derive(Debug, Deserialize)]
pub(crate) struct Rival {
    pub model: String,
    /// In yuan.
    pub price: [i64; 2],
    /// Our series.
    pub against: Vec<String>,
    pub notes: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Company {
    pub name: String,
    pub industry: String,
    pub size: String,
    /// Of whoever comes.
    pub title: String,
}

/// What was said in a contact. `{model}`, `{rival}` and `{colour}` are filled in.
#[derive(Debug, Deserialize)]
pub(crate) struct Said {
    pub content: String,
    pub question: Option<String>,
    pub answer: Option<String>,
}

/// By what came of it.
#[derive(Debug, Deserialize)]
pub(crate) struct Contacts {
    pub same: Vec<Said>,
    pub warmer: Vec<Said>,
    pub colder: Vec<Said>,
    pub unanswered: Vec<Said>,
    pub invited: Vec<Said>,
    pub ordered: Vec<Said>,
    pub waiting: Vec<Said>,
    pub delivered: Vec<Said>,
    pub lost: Vec<Said>,
    pub dormant: Vec<Said>,
}

/// What the manager says of a contact.
#[derive(Debug, Deserialize)]
pub(crate) struct Remarks {
    pub warmer: Vec<String>,
    pub colder: Vec<String>,
    pub lost: Vec<String>,
    pub same: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Callbacks {
    pub reached: Vec<String>,
    pub in_vain: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct DayNote {
    /// Said of such a day alone.
    pub weather: Option<String>,
    pub note: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Claim {
    pub days_ago: i64,
    pub reason: String,
    /// Not decided yet, when not said.
    pub grant: Option<bool>,
    pub answer: Option<String>,
}

impl Book {
    pub fn read() -> Self {
        serde_json::from_str(BOOK).expect("assets/demo/branch.json is checked by a test")
    }

    /// Rivals of a series.
    pub fn rivals_of(&self, series: &str) -> Vec<&Rival> {
        let against = |rival: &&Rival| rival.against.iter().any(|ours| ours == series);
        self.rivals.iter().filter(against).collect()
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

    #[test]
    fn every_model_has_a_price_and_a_rival_that_costs_about_as_much() {
        let book = Book::read();
        for model in &book.models {
            let [low, high] = model.price;
            assert!(low < high, "{}", model.series);
            let near = |rival: &&Rival| rival.price[0] < high * 3 / 2 && rival.price[1] > low;
            let rivals = book.rivals_of(&model.series);
            assert!(
                !rivals.is_empty() && rivals.iter().all(near),
                "{}",
                model.series
            );
        }
    }
}
