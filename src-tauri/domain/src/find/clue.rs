//! What a query asks of a customer, as a tree of words. Refuses to know how an index is asked.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::findable::{Findable, Folded};
use super::number::{ACCOUNT_LETTERS, GRAM};
use super::words::{ACCOUNT, HAN, NUMBER, PLATE, VIN};

/// One condition on a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clue {
    /// The customer has this index word.
    Word(String),
    /// The customer has a text that contains this run of characters.
    Run(Run),
    /// All of these hold.
    All(Vec<Clue>),
    /// One of these holds.
    Any(Vec<Clue>),
}

/// Characters in a row that are longer than any index word. The index can only say who may have them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Han characters of a name or company.
    Han(String),
    /// Characters of a phone or of a plate without its province.
    Number(String),
    /// The beginning of a plate with its province.
    Plate(String),
    /// Characters of a VIN.
    Vin(String),
    /// The beginning of an account name.
    Account(String),
}

impl Run {
    /// The index words that a customer with this run surely has.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::Han(text) => grams(HAN, text, 2),
            Self::Number(text) => from_the_end(NUMBER, text),
            Self::Vin(text) => from_the_end(VIN, text),
            Self::Account(text) => vec![format!("{ACCOUNT}{}", &text[..ACCOUNT_LETTERS])],
            Self::Plate(text) => {
                let start: String = text.chars().take(GRAM).collect();
                let rest: String = text.chars().skip(1).filter(char::is_ascii).collect();
                [vec![format!("{PLATE}{start}")], from_the_end(NUMBER, &rest)].concat()
            }
        }
    }

    fn is_in(&self, customer: &Folded) -> bool {
        match self {
            Self::Han(text) => customer
                .names
                .iter()
                .chain(&customer.companies)
                .any(|name| name.simplified().contains(text)),
            Self::Number(text) => customer.has_number(text),
            Self::Plate(text) => customer.plates.iter().any(|plate| plate.starts_with(text)),
            Self::Vin(text) => customer.vins.iter().any(|vin| vin.contains(text)),
            Self::Account(text) => customer
                .account
                .iter()
                .any(|account| account.starts_with(text)),
        }
    }
}

/// Two words of a run leave few candidates, and each further one is one more list to read. Those at the end tell
/// most: phones begin alike, and so do the VINs of a maker.
fn from_the_end(kind: char, text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let last = characters.len();
    if last < GRAM {
        return Vec::new();
    }
    let word = |end: usize| [kind].iter().chain(&characters[end - GRAM..end]).collect();
    let mut words = vec![word(last), word((last - GRAM).max(GRAM))];
    words.dedup();
    words
}

/// Every run of `length` characters in the text, as words of a kind.
fn grams(kind: char, text: &str, length: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut words: Vec<String> = characters
        .windows(length)
        .map(|gram| [kind].iter().chain(gram).collect())
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

impl Clue {
    /// Whether the index alone answers exactly. Otherwise candidates have to be checked with [`Query::matches`](super::Query::matches).
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match self {
            Self::Word(_) => true,
            Self::Run(_) => false,
            Self::All(clues) | Self::Any(clues) => clues.iter().all(Self::is_exact),
        }
    }

    /// Whether the clue holds for a customer.
    pub(super) fn holds_for(&self, findable: &Findable<'_>) -> bool {
        let customer = Customer {
            findable,
            folded: findable.folded(),
            words: OnceCell::new(),
        };
        self.holds(&customer)
    }

    fn holds(&self, customer: &Customer<'_>) -> bool {
        match self {
            Self::Word(word) => customer.words().contains(word),
            Self::Run(run) => run.is_in(&customer.folded),
            Self::All(clues) => clues.iter().all(|clue| clue.holds(customer)),
            // Runs first: they are checked without making the words.
            Self::Any(clues) => clues.iter().rev().any(|clue| clue.holds(customer)),
        }
    }
}

/// A customer being checked; the words are made only when a clue needs them.
struct Customer<'a> {
    findable: &'a Findable<'a>,
    folded: Folded,
    words: OnceCell<HashSet<String>>,
}

impl Customer<'_> {
    fn words(&self) -> &HashSet<String> {
        self.words.get_or_init(|| {
            self.folded
                .words(self.findable.owner)
                .split(' ')
                .map(str::to_owned)
                .collect()
        })
    }
}
