//! What somebody typed into the one box. Each word is read for what it can be: Han characters, letters, digits, a plate, a VIN;
//! words and changes of kind inside a word narrow down (`张 138`, `zs8000`).
//! Refuses runs of one or two digits: they would find half of all customers.

use super::clue::{Clue, Run};
use super::findable::Findable;
use super::fold::{Class, simplified, unify};
use super::letters::{all, any, clue as letters, word};
use super::number::{ACCOUNT_LETTERS, GRAM, compact, is_complete, without_country};
use super::readings::{of_given, of_surname};
use super::words::{HAN, NUMBER, PLATE};

/// Characters of the input that are read.
const LONGEST: usize = 64;
/// The characters that begin a plate.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";

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
        // Traditional characters stay for the moment: their readings may be needed.
        let text: String = unify(text)
            .chars()
            .filter(|c| !matches!(c, '\'' | '’' | '‘' | '`'))
            .take(LONGEST)
            .collect();
        let text = text.trim_start();
        let text = ["+86", "0086"]
            .iter()
            .find_map(|code| text.strip_prefix(code))
            .unwrap_or(text);
        let words: Vec<&str> = text
            .split(|c| Class::of(c) == Class::Sign)
            .filter(|word| !word.is_empty())
            .collect();

        let joined = words.concat();
        let digits = without_country(&joined);
        if joined.bytes().all(|b| b.is_ascii_digit()) && is_complete(digits) {
            return Ok(Self {
                clue: Clue::Run(Run::Number(digits.to_owned())),
                full_phone: Some(digits.to_owned()),
            });
        }
        let clues: Vec<Clue> = by_kind(&words).into_iter().filter_map(group).collect();
        match (clues.is_empty(), words.is_empty()) {
            (false, _) => Ok(Self {
                clue: all(clues),
                full_phone: None,
            }),
            (true, false) => Err(NoQuery::TooShort),
            (true, true) => Err(NoQuery::Nothing),
        }
    }

    /// What the customer has to have.
    #[must_use]
    pub fn clue(&self) -> &Clue {
        &self.clue
    }

    /// The digits, when a complete phone number was typed in any spelling: everyone may learn that it exists and whose it is.
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

/// Puts neighbouring words of letters together: pinyin is typed with spaces between its syllables.
fn by_kind<'a>(words: &[&'a str]) -> Vec<Vec<&'a str>> {
    let is_letters = |word: &str| word.chars().all(|c| Class::of(c) == Class::Letter);
    words
        .chunk_by(|a, b| is_letters(a) && is_letters(b))
        .map(<[&str]>::to_vec)
        .collect()
}

fn group(words: Vec<&str>) -> Option<Clue> {
    match words.as_slice() {
        [word] => of_word(word),
        words => Some(any(vec![
            letters(&words.concat()),
            all(words.iter().map(|word| letters(word)).collect()),
        ])),
    }
}

/// The clue of a word without gaps. `None`: too short to narrow anything down.
fn of_word(word: &str) -> Option<Clue> {
    if word.is_ascii() {
        return of_ascii(word);
    }
    let parts = pieces(word, |c| c.is_ascii());
    let in_turn: Vec<Clue> = parts
        .iter()
        .filter_map(|part| {
            if part.is_ascii() {
                of_ascii(part)
            } else {
                Some(han(part))
            }
        })
        .collect();
    let meaning = match parts.as_slice() {
        [han, typed] if !han.is_ascii() && typed.bytes().all(|b| b.is_ascii_lowercase()) => {
            with_pinyin_behind(han, typed)
        }
        _ => all(in_turn),
    };
    Some(any([meaning].into_iter().chain(plate(word)).collect()))
}

/// Letters, digits, or both: pinyin, a phone, part of a plate or VIN, an account.
fn of_ascii(word: &str) -> Option<Clue> {
    match pieces(word, |c| c.is_ascii_digit()).as_slice() {
        [one] if one.starts_with(|c: char| c.is_ascii_digit()) => digits(one),
        [one] => Some(letters(one)),
        parts => {
            let mut meanings = as_typed(word);
            // Letters and digits side by side are two clues only when there is one change of kind: VINs have many.
            if let [_, _] = parts {
                meanings.push(all(parts
                    .iter()
                    .filter_map(|part| of_ascii(part))
                    .collect()));
            }
            Some(any(meanings))
        }
    }
}

/// Cuts a word where `kind` changes.
fn pieces(word: &str, kind: impl Fn(char) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for ((_, before), (at, after)) in word.char_indices().zip(word.char_indices().skip(1)) {
        if kind(before) != kind(after) {
            pieces.push(&word[start..at]);
            start = at;
        }
    }
    pieces.push(&word[start..]);
    pieces
}

fn han(piece: &str) -> Clue {
    let text: String = piece.chars().map(simplified).collect();
    if text.chars().count() <= 2 {
        Clue::Word(format!("{HAN}{text}"))
    } else {
        Clue::Run(Run::Han(text))
    }
}

fn digits(run: &str) -> Option<Clue> {
    match run.len() {
        0..3 => None,
        3..=GRAM => Some(Clue::Word(format!("{NUMBER}{run}"))),
        _ => Some(Clue::Any(vec![
            Clue::Run(Run::Number(run.to_owned())),
            Clue::Run(Run::Vin(run.to_owned())),
        ])),
    }
}

/// Letters and digits as they stand: an account, part of a plate, part of a VIN.
fn as_typed(text: &str) -> Vec<Clue> {
    let mut meanings = vec![if text.len() > ACCOUNT_LETTERS {
        Clue::Run(Run::Account(text.to_owned()))
    } else {
        word(text)
    }];
    match text.len() {
        0..3 => {}
        3..=GRAM => meanings.push(Clue::Word(format!("{NUMBER}{text}"))),
        _ => meanings.push(Clue::Run(Run::Number(text.to_owned()))),
    }
    if text.len() >= GRAM {
        meanings.push(Clue::Run(Run::Vin(text.to_owned())));
    }
    meanings
}

/// The beginning of a plate from its province on, if the word can be one.
fn plate(word: &str) -> Option<Clue> {
    let text = compact(word);
    let mut characters = text.chars();
    let province = characters.next().is_some_and(|c| PROVINCES.contains(c));
    let city = characters.next().is_some_and(|c| c.is_ascii_lowercase());
    (province && city).then(|| match text.chars().count() {
        ..=GRAM => Clue::Word(format!("{PLATE}{text}")),
        _ => Clue::Run(Run::Plate(text)),
    })
}

/// `张san`: the input method has turned the first characters of a name already, the rest is still letters.
fn with_pinyin_behind(written: &str, typed: &str) -> Clue {
    let name: Vec<char> = written.chars().collect();
    let mut readings = of_surname(&name);
    readings.extend(name.iter().skip(readings.len()).map(|&c| of_given(c)));
    let mut spellings = vec![String::new()];
    for character in readings {
        let longer = |start: &String| {
            character
                .usual()
                .iter()
                .map(|reading| format!("{start}{reading}"))
                .collect::<Vec<_>>()
        };
        spellings = spellings.iter().flat_map(longer).take(8).collect();
    }
    let names = spellings
        .iter()
        .map(|spelling| word(&format!("{spelling}{typed}")));
    all(vec![
        han(written),
        any(names.chain([letters(typed)]).collect()),
    ])
}
