//! Texts as people type them: trimmed, without control characters, of a length that can be meant.

use crate::problem::{Code, Outcome, Problem};

/// The most characters of a free text such as a note.
pub const NOTE: usize = 4_000;
/// The most characters of a name or a single line.
pub const LINE: usize = 200;

/// A text that has to be there.
///
/// # Errors
/// [`Code::NameMissing`], [`Code::TextTooLong`].
pub fn required(text: &str, most: usize) -> Outcome<String> {
    optional(text, most)?.ok_or(Problem::refused(Code::NameMissing))
}

/// A text that may be missing; white space alone is nothing.
///
/// # Errors
/// [`Code::TextTooLong`].
pub fn optional(text: &str, most: usize) -> Outcome<Option<String>> {
    let clean: String = text
        .chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .collect();
    let clean = clean.trim();
    let length = clean.chars().count();
    if length > most {
        return Err(Problem::refused(Code::TextTooLong)
            .with("most", most)
            .with("length", length));
    }
    Ok((!clean.is_empty()).then(|| clean.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_control_characters_around_a_name_are_dropped() {
        assert_eq!(
            optional(" 王\u{0}芳\t ", 10).unwrap().as_deref(),
            Some("王芳")
        );
        assert_eq!(optional(" \u{3000}", 10).unwrap(), None);
    }

    #[test]
    fn a_name_is_counted_in_characters_not_in_bytes() {
        assert!(optional(&"张".repeat(200), LINE).is_ok());
        assert_eq!(
            optional(&"张".repeat(201), LINE).unwrap_err().code,
            Code::TextTooLong
        );
    }
}
