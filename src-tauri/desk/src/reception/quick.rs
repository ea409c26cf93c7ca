//! One line for a party: `王女士 2 13800138000 凯美瑞 H`. Every word is tried for what it can be; what nothing claims is the remark.
//!
//! Refuses to guess twice: a field that was filled is not filled again.

use domain::id::StaffId;
use domain::phone::Phone;
use domain::rows::{Frequency, Gender};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    let mut line = Line {
        look,
        fields: VisitFields::default(),
        parts: Vec::new(),
        remark: Vec::new(),
    };
    for (at, word) in words(&text) {
        let start = text[..at].encode_utf16().count();
        line.word(start, word)?;
    }
    let Line {
        mut fields,
        parts,
        remark,
        ..
    } = line;
    if !remark.is_empty() {
        fields.remark = Some(Some(remark.join(" ")));
    }
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

/// Words by white space and commas, with the byte at which each begins. Digits in groups are one number.
fn words(text: &str) -> Vec<(usize, &str)> {
    let separates =
        |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；' | '/');
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (separates(c), start) {
            (true, Some(from)) => {
                words.push((from, &text[from..at]));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    join_phone(text, words)
}

/// `138 0013 8000` is one word.
fn join_phone<'t>(text: &'t str, words: Vec<(usize, &'t str)>) -> Vec<(usize, &'t str)> {
    let mut joined = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let digits = |word: &str| {
            word.chars()
                .all(|c| c.is_ascii_digit() || c == '-' || c == '+')
        };
        let run = words[at..]
            .iter()
            .take_while(|(_, word)| digits(word))
            .count();
        let whole = (2..=run).rev().find_map(|n| {
            let (first, last) = (words[at], words[at + n - 1]);
            let piece = &text[first.0..last.0 + last.1.len()];
            // A party of two before a number is not part of it.
            Phone::parse(piece)
                .ok()
                .filter(|_| words[at].1.len() >= 3)
                .map(|_| (n, piece))
        });
        match whole {
            Some((n, piece)) => {
                joined.push((words[at].0, piece));
                at += n;
            }
            None => {
                joined.push(words[at]);
                at += 1;
            }
        }
    }
    joined
}

struct Line<'l> {
    look: &'l Look<'l>,
    fields: VisitFields,
    parts: Vec<QuickPart>,
    remark: Vec<String>,
}

impl Line<'_> {
    fn word(&mut self, start: usize, word: &str) -> Outcome<()> {
        let end = start + word.encode_utf16().count();
        let mut understood = |field: &str, shown: String| {
            self.parts.push(QuickPart {
                start,
                end,
                field: field.to_owned(),
                shown,
            })
        };
        if self.fields.phone.is_none()
            && let Ok(phone) = Phone::parse(word)
        {
            understood("phone", phone.grouped());
            self.fields.phone = Some(Some(phone.as_str().to_owned()));
            return Ok(());
        }
        if self.fields.party_size.is_none()
            && let Some(size) = party(word)
        {
            understood("party_size", size.to_string());
            self.fields.party_size = Some(Some(size));
            return Ok(());
        }
        if self.fields.frequency.is_none()
            && let Some(frequency) = frequency(word)
        {
            understood("frequency", frequency.code().to_owned());
            self.fields.frequency = Some(Some(frequency));
            return Ok(());
        }
        if let Some((field, code)) = self.choice(word) {
            self.parts.push(QuickPart {
                start,
                end,
                field: field.to_owned(),
                shown: code.clone(),
            });
            self.put_choice(field, code);
            return Ok(());
        }
        if self.fields.consultant.is_none()
            && let Some((id, name)) = self.colleague(word)?
        {
            self.parts.push(QuickPart {
                start,
                end,
                field: "consultant".to_owned(),
                shown: name,
            });
            self.fields.consultant = Some(Some(id));
            return Ok(());
        }
        if self.fields.name.is_none()
            && let Some(found) = name(word)
        {
            self.parts.push(QuickPart {
                start,
                end,
                field: "name".to_owned(),
                shown: found.name.clone(),
            });
            self.fields.name = Some(Some(found.name));
            if let Some(gender) = found.gender {
                self.fields.gender = Some(Some(gender));
            }
            if let (Some(size), None) = (found.party, self.fields.party_size) {
                self.fields.party_size = Some(Some(size));
            }
            return Ok(());
        }
        if self.fields.gender.is_none()
            && let Some(gender) = gender(word)
        {
            self.parts.push(QuickPart {
                start,
                end,
                field: "gender".to_owned(),
                shown: gender.code().to_owned(),
            });
            self.fields.gender = Some(Some(gender));
            return Ok(());
        }
        if self.fields.model.is_none()
            && let Some(model) = self.model(word)?
        {
            self.parts.push(QuickPart {
                start,
                end,
                field: "model".to_owned(),
                shown: model.clone(),
            });
            self.fields.model = Some(Some(model));
            return Ok(());
        }
        self.parts.push(QuickPart {
            start,
            end,
            field: "remark".to_owned(),
            shown: word.to_owned(),
        });
        self.remark.push(word.to_owned());
        Ok(())
    }

    /// A choice of a house list, by its code (levels) or its label in any language.
    fn choice(&self, word: &str) -> Option<(&'static str, String)> {
        let f = &self.fields;
        let lists = [
            ("level", "levels", f.level.is_none()),
            ("source", "sources", f.source.is_none()),
            ("purpose", "purposes", f.purpose.is_none()),
            ("transport", "transports", f.transport.is_none()),
            ("drink", "drinks", f.drink.is_none()),
            ("purchase_type", "purchase_types", f.purchase_type.is_none()),
            ("colour", "colours", f.colour.is_none()),
        ];
        lists
            .into_iter()
            .filter(|(_, _, free)| *free)
            .find_map(|(field, list, _)| {
                let items = self.look.house.lists.get(list)?;
                let item = items.iter().filter(|item| item.active).find(|item| {
                    let labels = [&item.label.zh_cn, &item.label.zh_tw, &item.label.en];
                    let by_code = list == "levels"
                        && (item.code.eq_ignore_ascii_case(word)
                            || format!("{}级", item.code).eq_ignore_ascii_case(word));
                    by_code || labels.iter().any(|label| label.eq_ignore_ascii_case(word))
                })?;
                // Colours are words on the register.
                Some((
                    field,
                    if list == "colours" {
                        item.label.zh_cn.clone()
                    } else {
                        item.code.clone()
                    },
                ))
            })
    }

    fn put_choice(&mut self, field: &str, code: String) {
        let f = &mut self.fields;
        let place = match field {
            "level" => &mut f.level,
            "source" => &mut f.source,
            "purpose" => &mut f.purpose,
            "transport" => &mut f.transport,
            "drink" => &mut f.drink,
            "purchase_type" => &mut f.purchase_type,
            _ => &mut f.colour,
        };
        *place = Some(Some(code));
    }

    fn colleague(&self, word: &str) -> Outcome<Option<(StaffId, String)>> {
        let word = word.trim_start_matches('@');
        let staff = self.look.tables.staff()?;
        Ok(staff
            .into_iter()
            .find(|staff| staff.active && staff.name == word)
            .map(|staff| (staff.id, staff.name)))
    }

    /// A series of the catalogue by its whole name, or the beginning of exactly one.
    fn model(&self, word: &str) -> Outcome<Option<String>> {
        if word.chars().count() < 2 {
            return Ok(None);
        }
        let brand = Some(self.look.house.brand.as_str()).filter(|brand| !brand.is_empty());
        let found = self.look.tables.series_like(word, brand, 2)?;
        let same = |series: &&String| series.eq_ignore_ascii_case(word);
        let begins = |series: &&String| series.to_lowercase().starts_with(&word.to_lowercase());
        Ok(found
            .iter()
            .find(same)
            .or_else(|| found.iter().find(begins))
            .cloned())
    }
}

/// `2`, `2人`, `两位`.
fn party(word: &str) -> Option<i64> {
    let number = word.trim_end_matches(['人', '位', '口', '个']);
    let size = match number {
        "一" => 1,
        "两" | "二" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        digits
            if digits.len() <= 2
                && !digits.is_empty()
                && digits.bytes().all(|b| b.is_ascii_digit()) =>
        {
            digits.parse().ok()?
        }
        _ => return None,
    };
    // A bare Chinese numeral is more likely part of something else.
    (size > 0 && (number.is_ascii() || number.len() < word.len())).then_some(size)
}

fn frequency(word: &str) -> Option<Frequency> {
    Some(match word {
        "首次" | "首访" | "初次" => Frequency::First,
        "再次" | "复访" | "再访" | "二次" | "又来" => Frequency::Again,
        "邀约" | "预约" | "约好" => Frequency::Invited,
        _ => return None,
    })
}

fn gender(word: &str) -> Option<Gender> {
    Some(match word {
        "男" | "先生" | "m" | "M" => Gender::Male,
        "女" | "女士" | "小姐" | "f" | "F" => Gender::Female,
        _ => return None,
    })
}

struct Named {
    name: String,
    gender: Option<Gender>,
    party: Option<i64>,
}

/// `王`, `王女士`, `王芳f2`: Han characters, then what one types in a hurry.
fn name(word: &str) -> Option<Named> {
    const ADDRESSED: &[(&str, Gender)] = &[
        ("先生", Gender::Male),
        ("女士", Gender::Female),
        ("小姐", Gender::Female),
        ("太太", Gender::Female),
        ("男", Gender::Male),
        ("女", Gender::Female),
        ("m", Gender::Male),
        ("f", Gender::Female),
        ("M", Gender::Male),
        ("F", Gender::Female),
    ];
    let rest = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &word[rest.len()..];
    let party = (!digits.is_empty()).then(|| party(digits)).flatten();
    if !digits.is_empty() && party.is_none() {
        return None;
    }
    let (bare, gender) = ADDRESSED
        .iter()
        .find_map(|(end, gender)| rest.strip_suffix(end).map(|bare| (bare, Some(*gender))))
        .unwrap_or((rest, None));
    let han = bare.chars().filter(|c| is_han(*c)).count();
    let length = bare.chars().count();
    // Longer runs of Han characters without an address are a remark.
    let fits = (1..=4).contains(&length) && han == length;
    // "王女士" is written down as it was said.
    let name = if gender.is_some() && rest.len() - bare.len() >= "女士".len() {
        rest
    } else {
        bare
    };
    fits.then(|| Named {
        name: name.to_owned(),
        gender,
        party,
    })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' | '·')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_an_f_and_a_digit_are_a_lady_with_company() {
        let found = name("王f2").unwrap();
        assert_eq!(
            (found.name.as_str(), found.gender, found.party),
            ("王", Some(Gender::Female), Some(2))
        );
    }

    #[test]
    fn an_address_stays_with_the_name_as_it_was_said() {
        assert_eq!(name("欧阳先生").unwrap().name, "欧阳先生");
        assert_eq!(name("欧阳先生").unwrap().gender, Some(Gender::Male));
    }

    #[test]
    fn a_grouped_number_is_one_word_and_a_party_before_it_is_not_part_of_it() {
        let split: Vec<&str> = words("王 2 138 0013 8000 H")
            .into_iter()
            .map(|(_, word)| word)
            .collect();
        assert_eq!(split, ["王", "2", "138 0013 8000", "H"]);
    }

    #[test]
    fn a_year_is_no_party() {
        assert_eq!(party("2026"), None);
        assert_eq!(party("两位"), Some(2));
        assert_eq!(party("两"), None);
    }
}
