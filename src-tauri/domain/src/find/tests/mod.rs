//! Promises of the search, whatever the name or number. Every example is looked up twice: on the customer, and through the words
//! that the index would have of the customer.

mod index;
mod names;
mod numbers;
mod writing;

use std::collections::HashSet;

use super::{Clue, Findable, NoQuery, Query, words};

/// Whether the query finds the customer, on the row and through the index alike.
fn finds(query: &str, customer: &Findable<'_>) -> bool {
    let Ok(query) = Query::parse(query) else {
        return false;
    };
    let matches = query.matches(customer);
    let proposed = proposes(&query, customer);
    assert!(proposed || !matches, "the index misses {query:?}");
    assert!(
        proposed == matches || !query.clue().is_exact(),
        "the index is not exact about {query:?}"
    );
    matches
}

/// Whether the index proposes the customer, from its words alone.
fn proposes(query: &Query, customer: &Findable<'_>) -> bool {
    fn holds(clue: &Clue, words: &HashSet<&str>) -> bool {
        match clue {
            Clue::Word(word) => words.contains(word.as_str()),
            Clue::Run(run) => {
                let asked = run.words();
                assert!(!asked.is_empty(), "the index cannot be asked for {run:?}");
                asked.iter().all(|word| words.contains(word.as_str()))
            }
            Clue::All(clues) => clues.iter().all(|clue| holds(clue, words)),
            Clue::Any(clues) => clues.iter().any(|clue| holds(clue, words)),
        }
    }
    let words = words(customer);
    holds(query.clue(), &words.split(' ').collect())
}

/// Whether somebody with this name is found.
fn finds_name(query: &str, name: &str) -> bool {
    finds(
        query,
        &Findable {
            names: &[name],
            ..Findable::default()
        },
    )
}

/// Whether somebody with this phone is found.
fn finds_phone(query: &str, phone: &str) -> bool {
    finds(
        query,
        &Findable {
            phones: &[phone],
            ..Findable::default()
        },
    )
}

/// Whether the owner of this plate is found.
fn finds_plate(query: &str, plate: &str) -> bool {
    finds(
        query,
        &Findable {
            plates: &[plate],
            ..Findable::default()
        },
    )
}

/// Whether the owner of this VIN is found.
fn finds_vin(query: &str, vin: &str) -> bool {
    finds(
        query,
        &Findable {
            vins: &[vin],
            ..Findable::default()
        },
    )
}

/// Whether somebody with this WeChat account is found.
fn finds_wechat(query: &str, account: &str) -> bool {
    finds(
        query,
        &Findable {
            wechat: Some(account),
            ..Findable::default()
        },
    )
}

/// Whether somebody of this company is found.
fn finds_company(query: &str, company: &str) -> bool {
    finds(
        query,
        &Findable {
            companies: &[company],
            ..Findable::default()
        },
    )
}

/// Zhang Sanfeng, 138 0013 8000.
fn zhang(query: &str) -> bool {
    finds(
        query,
        &Findable {
            names: &["张三丰"],
            phones: &["13800138000"],
            ..Findable::default()
        },
    )
}

/// Why the text is no query.
fn refused(text: &str) -> Option<NoQuery> {
    Query::parse(text).err()
}
