//! The same question in the way that needs no index: reading everybody and comparing.

use rusqlite::Connection;

use super::inputs::{Input, Kind};
use crate::timing::Series;
use crate::trouble::Outcome;

/// Times a kind is asked for.
const ASKED: usize = 3;

const NAME: &str = "SELECT customer.id FROM customer JOIN glance ON glance.customer = customer.id
     WHERE customer.name LIKE ?1 AND customer.void = 0 ORDER BY glance.last_contact DESC LIMIT 20";
const SPELLED: &str =
    "SELECT customer FROM glance WHERE sort_name LIKE ?1 ORDER BY last_contact DESC LIMIT 20";
const PHONE: &str =
    "SELECT phone.customer FROM phone JOIN glance ON glance.customer = phone.customer
     WHERE phone.digits LIKE ?1 AND phone.void = 0 ORDER BY glance.last_contact DESC LIMIT 20";
const PLATE: &str = "SELECT customer.id FROM customer JOIN glance ON glance.customer = customer.id
     WHERE customer.plate LIKE ?1 AND customer.void = 0 ORDER BY glance.last_contact DESC LIMIT 20";
const BOTH: &str = "SELECT phone.customer FROM phone JOIN customer ON customer.id = phone.customer JOIN glance ON glance.customer = phone.customer
     WHERE phone.digits LIKE ?1 AND customer.name LIKE ?2 AND customer.void = 0 ORDER BY glance.last_contact DESC LIMIT 20";

/// Some of the inputs, each through the whole table.
pub fn time(conn: &Connection, kind: Kind, inputs: &[Input]) -> Outcome<Series> {
    let mut times = Series::default();
    for input in inputs.iter().take(ASKED) {
        let (sql, patterns) = question(kind, input);
        times.time(|| -> rusqlite::Result<Vec<uuid::Uuid>> {
            conn.prepare_cached(sql)?
                .query_map(rusqlite::params_from_iter(&patterns), |row| row.get(0))?
                .collect()
        })?;
    }
    Ok(times)
}

fn question(kind: Kind, input: &Input) -> (&'static str, Vec<String>) {
    let anywhere = |text: &str| vec![format!("%{text}%")];
    let person = input.of.as_ref();
    // Who compares letters finds only the spelling in which it is written.
    let name = person.map_or(input.text.as_str(), |person| &person.name);
    let syllables = || {
        person
            .map(|person| person.syllables.as_slice())
            .unwrap_or_default()
    };
    match kind {
        Kind::TwoHan | Kind::FullName => (NAME, anywhere(&input.text)),
        Kind::Traditional => (NAME, anywhere(name)),
        Kind::Pinyin => (SPELLED, vec![format!("{} %", syllables().join(" "))]),
        Kind::Initials => (
            SPELLED,
            vec![
                syllables()
                    .iter()
                    .filter_map(|syllable| syllable.get(..1))
                    .map(|letter| format!("{letter}% "))
                    .collect(),
            ],
        ),
        Kind::Plate => (PLATE, anywhere(&input.text)),
        Kind::NameAndDigits => {
            let (name, digits) = input.text.split_once(' ').unwrap_or_default();
            (BOTH, vec![format!("%{digits}%"), format!("%{name}%")])
        }
        Kind::NoHit if !input.text.is_ascii() => (NAME, anywhere(&input.text)),
        Kind::LastFour | Kind::ThreeDigits | Kind::FullPhone | Kind::NoHit => {
            (PHONE, anywhere(&input.text))
        }
    }
}
