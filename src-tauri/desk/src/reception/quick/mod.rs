//! One line for a party: `王女士 2 13800138000 凯美瑞 H`. Every word is tried for what it can be; what nothing claims is the remark.
//!
//! Refuses to guess twice: a field that was filled is not filled again.

mod line;
mod name;
mod terms;
mod words;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::line::Line;
use self::words::words;
use super::fields::VisitFields;
use crate::customers::{Recognise, Recognised, recognise};
use crate::desk::Look;
use crate::problem::Outcome;
use crate::verb::{SALES, Verb};

/// Whoever logs visits.
pub const PARSE_QUICK_ENTRY: Verb = Verb::new("parse_quick_entry", SALES);

/// Characters that are read.
const LONGEST: usize = 500;

/// What was typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuickText {
    /// One line.
    pub text: String,
}

/// What a piece of the line was read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickPart {
    /// UTF-16 offset of its beginning.
    pub start: usize,
    /// UTF-16 offset behind its end.
    pub end: usize,
    /// Field of the form.
    pub field: String,
    /// As it was understood: a code of a list, a number, words.
    pub shown: String,
}

/// The line, understood.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuickEntry {
    /// The form, as far as the line fills it.
    pub fields: VisitFields,
    /// Which piece means what.
    pub parts: Vec<QuickPart>,
    /// Who it might be.
    pub known: Vec<Recognised>,
}

/// Reads a line.
///
/// # Errors
/// The machine's.
pub fn parse_quick_entry(look: &Look<'_>, ask: QuickText) -> Outcome<QuickEntry> {
    let text: String = ask.text.chars().take(LONGEST).collect();
    let mut line = Line::new(look);
    for (at, word) in words(&text) {
        let start = text[..at].encode_utf16().count();
        line.word(start, word)?;
    }
    let (fields, parts) = line.end();
    let phone = fields.phone.clone().flatten();
    let name = fields.name.clone().flatten();
    let known = if phone.is_some() || name.is_some() {
        recognise(look, Recognise { phone, name })?
    } else {
        Vec::new()
    };
    Ok(QuickEntry {
        fields,
        parts,
        known,
    })
}
