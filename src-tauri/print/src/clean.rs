//! Texts as they can be printed: no boxes, no characters that turn a line around.

use std::collections::HashMap;

use serde_json::Value;

use crate::Fonts;

/// 〓, which compositors put where they have no type.
const NO_TYPE: char = '\u{3013}';

/// The data with every text printable; keys stay.
pub(crate) fn clean(data: &Value, fonts: &Fonts) -> Value {
    let mut known = HashMap::new();
    walk(data, &mut |character| {
        *known
            .entry(character)
            .or_insert_with(|| printable(character, fonts))
    })
}

fn walk(value: &Value, print: &mut impl FnMut(char) -> Option<char>) -> Value {
    match value {
        Value::String(text) => Value::String(text.chars().filter_map(print).collect()),
        Value::Array(values) => values.iter().map(|value| walk(value, print)).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .map(|(key, value)| (key.clone(), walk(value, print)))
                .collect(),
        ),
        other => other.clone(),
    }
}

/// What is printed for a character; nothing for those that only steer others.
fn printable(character: char, fonts: &Fonts) -> Option<char> {
    match character {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        _ if character.is_control() || steers(character) => None,
        _ if character.is_ascii() || character.is_whitespace() => Some(character),
        _ if fonts.have(character) => Some(character),
        _ => Some(NO_TYPE),
    }
}

/// Marks of direction, joiners, variation selectors, byte-order marks: pasted along, never meant.
fn steers(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}
