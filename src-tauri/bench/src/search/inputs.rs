//! What people type, drawn from customers who are in the store.

use std::collections::HashSet;

use fastrand::Rng;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::branch::SEED;
use crate::trouble::{Outcome, Trouble};

/// A kind of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    TwoHan,
    FullName,
    Traditional,
    Pinyin,
    Initials,
    LastFour,
    ThreeDigits,
    FullPhone,
    Plate,
    NameAndDigits,
    NoHit,
}

impl Kind {
    pub const ALL: [Self; 11] = [
        Self::TwoHan,
        Self::FullName,
        Self::Traditional,
        Self::Pinyin,
        Self::Initials,
        Self::LastFour,
        Self::ThreeDigits,
        Self::FullPhone,
        Self::Plate,
        Self::NameAndDigits,
        Self::NoHit,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::TwoHan => "two Han characters",
            Self::FullName => "full Han name",
            Self::Traditional => "traditional spelling",
            Self::Pinyin => "full pinyin",
            Self::Initials => "initials",
            Self::LastFour => "last 4 digits",
            Self::ThreeDigits => "3-digit run",
            Self::FullPhone => "full phone number",
            Self::Plate => "plate",
            Self::NameAndDigits => "name + digits",
            Self::NoHit => "no hit",
        }
    }
}

/// Something typed.
#[derive(Debug, Clone)]
pub struct Input {
    pub text: String,
    /// The customer it was drawn from; nothing where nobody is to be found.
    pub of: Option<Person>,
}

/// A customer as far as inputs are drawn from one.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: Uuid,
    pub name: String,
    pub phone: String,
    pub plate: Option<String>,
    /// Pinyin, syllable after syllable.
    pub syllables: Vec<String>,
    /// Milliseconds since 1970.
    pub last_contact: i64,
}

/// Everyone in the store, as far as drawing from them needs it.
pub struct Stock {
    ids: Vec<(Uuid, Option<Uuid>)>,
    /// Every number, one per line.
    phones: String,
    /// Every name, as lists sort it.
    names: HashSet<String>,
}

impl Stock {
    pub fn read(conn: &Connection) -> Outcome<Self> {
        let mut statement = conn.prepare("SELECT owner, customer FROM glance")?;
        let ids = statement
            .query_map([], |row| Ok((row.get(1)?, row.get(0)?)))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut statement = conn.prepare("SELECT digits FROM phone WHERE digits > ''")?;
        let mut phones = String::from("\n");
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            phones.push_str(row.get_ref(0)?.as_str()?);
            phones.push('\n');
        }
        let mut statement = conn.prepare("SELECT DISTINCT sort_name FROM glance")?;
        let names = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(Self { ids, phones, names })
    }

    /// Somebody's id, by chance.
    pub fn any(&self, rng: &mut Rng) -> Uuid {
        self.ids[rng.usize(..self.ids.len())].0
    }

    /// Inputs of a kind; the same for the same store.
    pub fn inputs(
        &self,
        conn: &Connection,
        kind: Kind,
        owner: Option<Uuid>,
        count: usize,
    ) -> Outcome<Vec<Input>> {
        let mine: Vec<Uuid> = self
            .ids
            .iter()
            .filter(|(_, of)| owner.is_none() || *of == owner)
            .map(|(id, _)| *id)
            .collect();
        let mut rng = Rng::with_seed(SEED + kind as u64);
        let mut inputs = Vec::with_capacity(count);
        for _ in 0..1000 * count {
            if inputs.len() == count || mine.is_empty() {
                break;
            }
            let Some(person) = person(conn, mine[rng.usize(..mine.len())])? else {
                continue;
            };
            inputs.extend(self.input(kind, person, &mut rng));
        }
        if inputs.len() < count {
            return Err(Trouble::new(format!(
                "the store has too few customers of whom one would type: {}",
                kind.name()
            )));
        }
        Ok(inputs)
    }

    fn input(&self, kind: Kind, person: Person, rng: &mut Rng) -> Option<Input> {
        let first = |count| person.name.chars().take(count).collect::<String>();
        let digits =
            |from: usize, count: usize| person.phone.get(from..from + count).map(str::to_owned);
        let text = match kind {
            Kind::TwoHan => first(2),
            Kind::FullName => person.name.clone(),
            Kind::Traditional => {
                Some(hanconv::s2t(&person.name)).filter(|text| *text != person.name)?
            }
            Kind::Pinyin => person.syllables.concat(),
            Kind::Initials => person
                .syllables
                .iter()
                .filter_map(|syllable| syllable.get(..1))
                .collect(),
            Kind::LastFour => digits(7, 4)?,
            Kind::ThreeDigits => digits(rng.usize(..9), 3)?,
            Kind::FullPhone => digits(0, 11)?,
            Kind::Plate => person.plate.clone()?,
            Kind::NameAndDigits => format!("{} {}", first(1), digits(7, 4)?),
            Kind::NoHit => {
                return self
                    .nobody(&person, rng)
                    .map(|text| Input { text, of: None });
            }
        };
        Some(Input {
            text,
            of: Some(person),
        })
    }

    /// What might be somebody and is nobody: a name of three, or eight digits.
    fn nobody(&self, person: &Person, rng: &mut Rng) -> Option<String> {
        if rng.bool() {
            let digits = format!("{:08}", rng.u32(..100_000_000));
            return (!self.phones.contains(&digits)).then_some(digits);
        }
        let mut letters: Vec<char> = person.name.chars().collect();
        if letters.len() != 3 {
            return None;
        }
        letters.swap(1, 2);
        let name = String::from_iter(&letters);
        (!self.names.contains(&domain::find::sort_key(&name))).then_some(name)
    }
}

fn person(conn: &Connection, id: Uuid) -> Outcome<Option<Person>> {
    let mut statement = conn.prepare_cached(
        "SELECT customer.name, customer.plate, phone.digits, glance.last_contact, glance.sort_name
         FROM customer
         JOIN phone ON phone.customer = customer.id AND phone.void = 0
         JOIN glance ON glance.customer = customer.id
         WHERE customer.id = ?1 AND length(customer.name) >= 2
         LIMIT 1",
    )?;
    let found = statement.query_row([id], |row| {
        let sorted: String = row.get(4)?;
        Ok(Person {
            id,
            name: row.get(0)?,
            plate: row.get(1)?,
            phone: row.get(2)?,
            syllables: sorted
                .split(' ')
                .filter(|part| part.is_ascii())
                .map(str::to_owned)
                .collect(),
            last_contact: row.get(3)?,
        })
    });
    Ok(found.optional()?.filter(is_name))
}

/// A name of which every character is spelled: not 王先生, not Latin letters.
fn is_name(person: &Person) -> bool {
    let titles = ["先生", "女士"];
    person.syllables.len() == person.name.chars().count()
        && !titles.iter().any(|title| person.name.ends_with(title))
}
