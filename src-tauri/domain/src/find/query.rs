//! What somebody typed into the one box: a whole phone number, or words that narrow down together (`张 138`, `zs 8000`).
//! Refuses runs of one or two digits: they would find half of all customers.

use super::clue::{Clue, Run};
use super::findable::Findable;
use super::fold::{Class, is_apostrophe, unify};
use super::letters::{all, any};
use super::typed::{as_typed, digits, of_word, plate};
use crate::phone::Phone;

/// Characters of the input that are read.
const LONGEST: usize = 64;

/// Why there is nothing to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoQuery {
    /// Nothing was typed that can be searched.
    Nothing,
    /// One or two digits only: the next one will do.
    TooShort,
}

/// A search, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    clue: Clue,
    full_phone: Option<String>,
}

impl Query {
    /// Reads what was typed: any width, any case, with the apostrophes that input methods leave behind.
    ///
    /// # Errors
    /// [`NoQuery`] when there is nothing, or not yet enough, to look for.
    pub fn parse(text: &str) -> Result<Self, NoQuery> {
        if let Ok(phone) = Phone::parse(text) {
            let digits = phone.as_str().trim_start_matches('+').to_owned();
            return Ok(Self {
                clue: Clue::Run(Run::Number(digits)),
                full_phone: Some(phone.as_str().to_owned()),
            });
        }
        // Traditional characters stay for the moment: their readings may be needed.
        let text: String = unify(text)
            .chars()
            .filter(|c| !is_apostrophe(*c))
            .take(LONGEST)
            .collect();
        let text = text.trim_start();
        let text = text.strip_prefix("+86").unwrap_or(text);
        // 0086 begins a number from abroad, or ends one from home.
        let clues: Vec<Clue> = [Some(text), text.strip_prefix("0086")]
            .into_iter()
            .flatten()
            .filter_map(of_text)
            .collect();
        if !clues.is_empty() {
            return Ok(Self {
                clue: any(clues),
                full_phone: None,
            });
        }
        Err(if text.chars().all(|c| Class::of(c) == Class::Sign) {
            NoQuery::Nothing
        } else {
            NoQuery::TooShort
        })
    }

    /// What the customer has to have.
    #[must_use]
    pub fn clue(&self) -> &Clue {
        &self.clue
    }

    /// The number as [`Phone`] spells it, when a whole one was typed in any spelling: everyone may learn that it exists and whose
    /// it is.
    #[must_use]
    pub fn full_phone(&self) -> Option<&str> {
        self.full_phone.as_deref()
    }

    /// Whether a customer is one of those looked for. The index gives candidates, this decides
    /// (and decides nothing about who may see the customer).
    #[must_use]
    pub fn matches(&self, customer: &Findable<'_>) -> bool {
        self.clue.holds_for(customer)
    }
}

/// The clue of words with gaps between them. `None`: too little to narrow anything down.
fn of_text(text: &str) -> Option<Clue> {
    let words: Vec<&str> = text
        .split(|c| Class::of(c) == Class::Sign)
        .filter(|word| !word.is_empty())
        .collect();
    let one_by_one: Vec<Clue> = by_kind(&words).into_iter().filter_map(group).collect();
    let mut meanings = Vec::new();
    if words.len() > 1 {
        meanings.extend(without_gaps(&words.concat(), one_by_one.is_empty()));
    }
    if !one_by_one.is_empty() {
        meanings.insert(0, all(one_by_one));
    }
    (!meanings.is_empty()).then(|| any(meanings))
}

/// What the words mean only together: a plate with its dot, an account with its underscore, a number in pairs of digits.
fn without_gaps(joined: &str, alone_too_short: bool) -> Option<Clue> {
    let count = joined.bytes().filter(u8::is_ascii_digit).count();
    if !joined.is_ascii() {
        plate(joined)
    } else if count == joined.len() {
        digits(joined).filter(|_| alone_too_short)
    } else {
        (count > 0).then(|| any(as_typed(joined)))
    }
}

/// Puts letters together with the letters or characters before them: pinyin is typed with spaces between its syllables, and
/// an input method may have turned the first of them already.
fn by_kind<'a>(words: &[&'a str]) -> Vec<Vec<&'a str>> {
    let is_letters = |word: &str| word.chars().all(|c| Class::of(c) == Class::Letter);
    let has_digits = |word: &str| word.chars().any(|c| Class::of(c) == Class::Digit);
    words
        .chunk_by(|a, b| !has_digits(a) && is_letters(b))
        .map(<[&str]>::to_vec)
        .collect()
}

fn group(words: Vec<&str>) -> Option<Clue> {
    match words.as_slice() {
        [word] => of_word(word),
        words => {
            let together = of_word(&words.concat());
            let one_by_one = all(words.iter().filter_map(|word| of_word(word)).collect());
            Some(any(together.into_iter().chain([one_by_one]).collect()))
        }
    }
}
