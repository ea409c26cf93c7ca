//! Whose rows belong together: by number, first with the customers of the store, then with the rows above.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use domain::id::{CustomerId, StaffId};
use domain::phone::Phone;
use domain::rows::Customer;
use store::Reader;

use super::finding::RowProblem;
use crate::problem::Outcome;

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

    /// Those whom a cell names, in its order: 李强, 李强(01), 王芳、李强. A part of a name in Latin letters is nobody's.
    pub fn meant(&self, cell: &str) -> Vec<StaffId> {
        if let Some(id) = self.0.get(&domain::find::fold(cell)) {
            return vec![*id];
        }
        let names = cell
            .split(|c: char| !c.is_alphabetic())
            .filter(|name| !name.is_ascii());
        names
            .filter_map(|name| self.0.get(&domain::find::fold(name)).copied())
            .collect()
    }
}

/// Parties by number, and what is to be told about their consultants.
#[derive(Default)]
pub(super) struct Parties {
    by_digits: HashMap<String, usize>,
    by_customer: HashMap<CustomerId, usize>,
    /// In the order in which they first stood in the sheet.
    pub parties: Vec<Party>,
    /// Consultants whom nobody knows, and in how many rows they stand.
    pub unknown: BTreeMap<String, u32>,
    /// In the order of the rows.
    pub problems: Vec<RowProblem>,
}

/// Where a consultant's name stands.
#[derive(Clone, Copy)]
pub(super) struct Named<'n> {
    /// The sheet's own row number.
    pub row: u32,
    /// The field.
    pub column: &'static str,
    /// As the sheet has it.
    pub name: Option<&'n str>,
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
    /// Who is meant by a name: the first, where there are several. Somebody unknown is told at the first row, and never created.
    pub fn consultant(&mut self, colleagues: &Colleagues, named: Named<'_>) -> Option<StaffId> {
        let name = named.name?;
        let meant = colleagues.meant(name);
        if meant.is_empty() {
            let rows = self.unknown.entry(name.to_owned()).or_default();
            *rows += 1;
            if *rows == 1 {
                self.tell(named, "consultant_unknown");
            }
        } else if meant.iter().any(|other| *other != meant[0]) {
            self.tell(named, "consultant_differs");
        }
        meant.first().copied()
    }

    /// The party that has one of these numbers, or a new one; none without a number.
    pub fn place(
        &mut self,
        tables: &Reader<'_>,
        phones: &[&Phone],
        row: usize,
    ) -> Outcome<Option<usize>> {
        if phones.is_empty() {
            return Ok(None);
        }
        let here = phones
            .iter()
            .find_map(|phone| self.by_digits.get(phone.as_str()).copied());
        let at = match here {
            Some(at) => at,
            None => self.begin(tables, phones)?,
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
        Ok(Some(at))
    }

    /// A party that stands in no row above: known to the store, or new.
    fn begin(&mut self, tables: &Reader<'_>, phones: &[&Phone]) -> Outcome<usize> {
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
        if let Some(known) = &known {
            match self.by_customer.entry(known.id) {
                Entry::Occupied(at) => return Ok(*at.get()),
                Entry::Vacant(place) => place.insert(self.parties.len()),
            };
        }
        let owner = known.as_ref().and_then(|known| known.owner);
        self.parties.push(Party {
            known,
            phones: Vec::new(),
            owner,
            others: Vec::new(),
            rows: Vec::new(),
        });
        Ok(self.parties.len() - 1)
    }

    /// The first row's consultant is the owner, unless the store says who; the others are told.
    pub fn receive(&mut self, party: usize, named: Named<'_>, consultant: Option<StaffId>) {
        let party = &mut self.parties[party];
        if party.owner.is_none() {
            party.owner = consultant;
        } else if let Some(name) = named.name
            && consultant != party.owner
        {
            if !party.others.iter().any(|other| other == name) {
                party.others.push(name.to_owned());
            }
            self.tell(named, "consultant_differs");
        }
    }

    /// Parties that the store does not know.
    pub fn customers_new(&self) -> u64 {
        self.parties
            .iter()
            .filter(|party| party.known.is_none())
            .count() as u64
    }

    /// Rows of parties whom the store, or a row above, has already.
    pub fn customers_joined(&self) -> u64 {
        let joined = |party: &Party| party.rows.len() as u64 - u64::from(party.known.is_none());
        self.parties.iter().map(joined).sum()
    }

    fn tell(&mut self, named: Named<'_>, code: &str) {
        let name = named.name.unwrap_or_default();
        self.problems
            .push(RowProblem::of_row(named.row, named.column, code, name));
    }
}
