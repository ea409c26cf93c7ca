//! What one word without gaps may mean: Han characters, letters, digits, a plate, a VIN, an account. A change of kind inside it
//! narrows down (`zs8000`, `张san`). Refuses one or two digits.

use super::clue::{Clue, Run};
use super::fold::simplified;
use super::letters::{all, any, clue as letters, vin, word};
use super::number::{ACCOUNT_LETTERS, GRAM, compact};
use super::readings::{of_given, of_surname};
use super::words::{HAN, NUMBER, PLATE};

/// The characters that begin a plate.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";

/// The clue of a word without gaps. `None`: too short to narrow anything down.
pub(super) fn of_word(word: &str) -> Option<Clue> {
    if word.is_ascii() {
        return of_ascii(word);
    }
    let parts = pieces(word, |c| c.is_ascii());
    let mut in_turn = Vec::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        at += 1;
        if part.is_ascii() {
            in_turn.extend(of_ascii(part));
        } else if let Some((typed, number)) = parts.get(at).and_then(|next| syllables(next)) {
            at += 1;
            in_turn.push(with_pinyin_behind(part, typed));
            in_turn.extend(digits(number));
        } else {
            in_turn.push(han(part));
        }
    }
    Some(any([all(in_turn)].into_iter().chain(plate(word)).collect()))
}

/// The letters before the digits, where there are letters and nothing but digits behind them.
fn syllables(typed: &str) -> Option<(&str, &str)> {
    let (letters, number) = typed.split_at(
        typed
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(typed.len()),
    );
    (!letters.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some((letters, number))
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

/// A run of digits of a phone, a plate or a VIN. `None`: one or two.
pub(super) fn digits(run: &str) -> Option<Clue> {
    match run.len() {
        0..3 => None,
        3 => Some(number(run)),
        _ => Some(any(vec![number(run), vin(run)])),
    }
}

/// Letters and digits as they stand: an account, part of a plate, part of a VIN.
pub(super) fn as_typed(text: &str) -> Vec<Clue> {
    let mut meanings = vec![word(text)];
    if text.len() > ACCOUNT_LETTERS {
        meanings.push(Clue::Run(Run::Account(text.to_owned())));
    }
    if text.len() >= 3 {
        meanings.push(number(text));
    }
    if text.len() >= GRAM {
        meanings.push(vin(text));
    }
    meanings
}

/// At least three characters of a phone or plate.
fn number(text: &str) -> Clue {
    if text.len() > GRAM {
        Clue::Run(Run::Number(text.to_owned()))
    } else {
        Clue::Word(format!("{NUMBER}{text}"))
    }
}

/// The beginning of a plate from its province on, if the word can be one.
pub(super) fn plate(word: &str) -> Option<Clue> {
    let text = compact(word);
    let mut characters = text.chars();
    let province = characters.next().is_some_and(|c| PROVINCES.contains(c));
    // Embassies have no letter of a city.
    let embassy = text.starts_with('使');
    let city = characters
        .next()
        .is_some_and(|c| c.is_ascii_lowercase() || (embassy && c.is_ascii_digit()));
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
