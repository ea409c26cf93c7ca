//! Whose rows belong together: by number, first with the customers of the store, then with the rows above.

use std::collections::{BTreeMap, HashMap};

use domain::id::StaffId;
use domain::phone::Phone;
use domain::rows::Customer;
use store::Reader;

use crate::problem::Outcome;

/// A consultant's name as the sheet has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Consultant {
    /// The row names nobody.
    Nobody,
    /// Somebody who works here.
    Known(StaffId),
    /// Nobody of that name works here; told, never created.
    Unknown,
}

/// Who works here, by name.
pub(super) struct Colleagues(HashMap<String, StaffId>);

impl Colleagues {
    pub fn read(tables: &Reader<'_>) -> Outcome<Self> {
        let mut names = HashMap::new();
        // Those who left keep what is theirs; where two have one name, whoever is still here is meant.
        let mut staff = tables.staff()?;
        staff.sort_by_key(|staff| staff.active);
        for person in staff {
            for name in [&person.name, &person.login] {
                names.insert(domain::find::fold(name), person.id);
            }
        }
        Ok(Self(names))
    }

    pub fn of(&self, name: Option<&str>) -> Consultant {
        match name {
            None => Consultant::Nobody,
            Some(name) => self
                .0
                .get(&domain::find::fold(name))
                .map_or(Consultant::Unknown, |id| Consultant::Known(*id)),
        }
    }
}

/// Parties by number.
#[derive(Default)]
pub(super) struct Parties {
    by_digits: HashMap<String, usize>,
    /// In the order in which they first stood in the sheet.
    pub parties: Vec<Party>,
}

/// One customer of the sheet.
pub(super) struct Party {
    /// Their card, where the store has one.
    pub known: Option<Customer>,
    /// Every number of their rows.
    pub phones: Vec<(String, Option<String>)>,
    /// The first row's consultant: the owner, where nobody is yet.
    pub owner: Option<StaffId>,
    /// Consultants of later rows who are not the owner.
    pub others: Vec<String>,
    /// Rows, by their place among the drafts.
    pub rows: Vec<usize>,
}

impl Parties {
    /// The party that has one of these numbers, or a new one.
    pub fn place(&mut self, tables: &Reader<'_>, phones: &[&Phone], row: usize) -> Outcome<usize> {
        let here = phones
            .iter()
            .find_map(|phone| self.by_digits.get(phone.as_str()).copied());
        let at = match here {
            Some(at) => at,
            None => {
                let mut known = None;
                for phone in phones {
                    known = tables
                        .customers_with_phone(phone.as_str())?
                        .into_iter()
                        .next();
                    if known.is_some() {
                        break;
                    }
                }
                let same = known.as_ref().and_then(|known| {
                    self.parties.iter().position(|party| {
                        party
                            .known
                            .as_ref()
                            .is_some_and(|other| other.id == known.id)
                    })
                });
                same.unwrap_or_else(|| {
                    let owner = known.as_ref().and_then(|known| known.owner);
                    self.parties.push(Party {
                        known,
                        phones: Vec::new(),
                        owner,
                        others: Vec::new(),
                        rows: Vec::new(),
                    });
                    self.parties.len() - 1
                })
            }
        };
        for phone in phones {
            if self
                .by_digits
                .insert(phone.as_str().to_owned(), at)
                .is_none()
            {
                self.parties[at]
                    .phones
                    .push((phone.as_str().to_owned(), None));
            }
        }
        self.parties[at].rows.push(row);
        Ok(at)
    }
}

/// Names and how many rows they stand in.
#[derive(Default)]
pub(super) struct Unknown(pub BTreeMap<String, u32>);

impl Unknown {
    /// Counts a row; answers whether it is the first with this name, which is the one to tell about.
    pub fn count(&mut self, name: &str) -> bool {
        let rows = self.0.entry(name.to_owned()).or_default();
        *rows += 1;
        *rows == 1
    }
}
