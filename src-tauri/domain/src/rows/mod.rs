//! Every table that the log projects, one file per noun.

mod appointment;
mod branch;
mod card;
mod catalogue;
mod customer;
mod day;
mod erasure;
mod hold;
mod house;
mod merged;
mod review;
mod staff;
mod undone;
mod visit;

pub use appointment::Appointment;
pub use branch::{Branch, Device, Hub, Revocation};
pub use card::{Card, Contact, Step};
pub use catalogue::Trim;
pub use customer::{Customer, Person, Phone, Rival, Tag};
pub use day::{BusinessDay, Duty, DutyState, TurnSkip};
pub use erasure::{Erasure, ErasureRequest};
pub use hold::{Hold, HoldGrant};
pub use house::{HouseItem, HouseRule, ImportLayout};
pub use merged::Merged;
pub use review::{Claim, Review};
pub use staff::{Staff, StaffRole};
pub use undone::Undone;
pub use visit::{Callback, Frequency, Gender, Visit, VisitKind, VisitResult};

use crate::table::{Catalogue, Row, Table};

/// All of them, in the order in which the canonical dump lists them.
pub const TABLES: &[&Table] = &[
    Branch::TABLE,
    Device::TABLE,
    Revocation::TABLE,
    Hub::TABLE,
    Staff::TABLE,
    StaffRole::TABLE,
    HouseItem::TABLE,
    HouseRule::TABLE,
    ImportLayout::TABLE,
    Trim::TABLE,
    Hold::TABLE,
    HoldGrant::TABLE,
    Customer::TABLE,
    Person::TABLE,
    Phone::TABLE,
    Tag::TABLE,
    Rival::TABLE,
    Merged::TABLE,
    Visit::TABLE,
    Callback::TABLE,
    Appointment::TABLE,
    Contact::TABLE,
    Card::TABLE,
    Review::TABLE,
    Claim::TABLE,
    ErasureRequest::TABLE,
    Erasure::TABLE,
    Duty::TABLE,
    TurnSkip::TABLE,
    BusinessDay::TABLE,
    Step::TABLE,
    Undone::TABLE,
];

/// What this version of the program knows.
pub const CATALOGUE: Catalogue = Catalogue(TABLES);

/// The table with this wire name; `None` for one that only a newer version knows.
#[must_use]
pub fn table(name: &str) -> Option<&'static Table> {
    CATALOGUE.table(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_fits_the_bit_set_of_its_stamps() {
        for table in TABLES {
            assert!(
                table.columns.len() < 64,
                "{} has {} fields",
                table.name,
                table.columns.len()
            );
        }
    }

    #[test]
    fn no_two_tables_share_a_name() {
        let mut names: Vec<_> = TABLES.iter().map(|table| table.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), TABLES.len());
    }
}
