//! What each word of the line fills. Refuses to fill a field twice and to drop a word: what nothing claims is the remark.

use domain::id::StaffId;
use domain::phone::Phone;

use super::QuickPart;
use super::name::name;
use super::terms::{frequency, gender, party};
use crate::desk::Look;
use crate::problem::Outcome;
use crate::reception::fields::VisitFields;

/// Series of the catalogue that are looked through for a word.
const ALIKE: u32 = 8;

/// A line being understood, word by word.
pub(super) struct Line<'l> {
    look: &'l Look<'l>,
    fields: VisitFields,
    parts: Vec<QuickPart>,
    remark: Vec<String>,
}

impl<'l> Line<'l> {
    pub(super) fn new(look: &'l Look<'l>) -> Self {
        Self {
            look,
            fields: VisitFields::default(),
            parts: Vec::new(),
            remark: Vec::new(),
        }
    }

    /// The form as far as the words fill it, and which piece means what.
    pub(super) fn end(mut self) -> (VisitFields, Vec<QuickPart>) {
        if !self.remark.is_empty() {
            self.fields.remark = Some(Some(self.remark.join(" ")));
        }
        (self.fields, self.parts)
    }

    /// Takes the next word; `start` is its UTF-16 offset.
    pub(super) fn word(&mut self, start: usize, word: &str) -> Outcome<()> {
        let (field, shown) = self.fill(word)?;
        self.parts.push(QuickPart {
            start,
            end: start + word.encode_utf16().count(),
            field: field.to_owned(),
            shown,
        });
        Ok(())
    }

    /// Fills the first field that the word fits; gives its name and what was understood.
    fn fill(&mut self, word: &str) -> Outcome<(&'static str, String)> {
        if self.fields.phone.is_none()
            && let Ok(phone) = Phone::parse(word)
        {
            self.fields.phone = Some(Some(phone.as_str().to_owned()));
            return Ok(("phone", phone.grouped()));
        }
        if self.fields.party_size.is_none()
            && let Some(size) = party(word)
        {
            self.fields.party_size = Some(Some(size));
            return Ok(("party_size", size.to_string()));
        }
        if self.fields.frequency.is_none()
            && let Some(frequency) = frequency(word)
        {
            self.fields.frequency = Some(Some(frequency));
            return Ok(("frequency", frequency.code().to_owned()));
        }
        if let Some((field, code)) = self.choice(word) {
            self.put_choice(field, code.clone());
            return Ok((field, code));
        }
        if self.fields.consultant.is_none()
            && let Some((id, name)) = self.colleague(word)?
        {
            self.fields.consultant = Some(Some(id));
            return Ok(("consultant", name));
        }
        if self.fields.name.is_none()
            && let Some(found) = name(word)
        {
            self.fields.name = Some(Some(found.name.clone()));
            if let Some(gender) = found.gender {
                self.fields.gender = Some(Some(gender));
            }
            if let (Some(size), None) = (found.party, self.fields.party_size) {
                self.fields.party_size = Some(Some(size));
            }
            return Ok(("name", found.name));
        }
        if self.fields.gender.is_none()
            && let Some(gender) = gender(word)
        {
            self.fields.gender = Some(Some(gender));
            return Ok(("gender", gender.code().to_owned()));
        }
        if self.fields.model.is_none()
            && let Some(model) = self.model(word)?
        {
            self.fields.model = Some(Some(model.clone()));
            return Ok(("model", model));
        }
        self.remark.push(word.to_owned());
        Ok(("remark", word.to_owned()))
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

    /// A series of the catalogue: by its whole name, by the beginning of one, or by what follows the brand in exactly one.
    fn model(&self, word: &str) -> Outcome<Option<String>> {
        if word.chars().count() < 2 {
            return Ok(None);
        }
        let brand = Some(self.look.house.brand.as_str()).filter(|brand| !brand.is_empty());
        let mut found = self.look.tables.series_like(word, brand, ALIKE)?;
        let word = word.to_lowercase();
        let same = |series: &String| series.to_lowercase() == word;
        let begins = |series: &String| series.to_lowercase().starts_with(&word);
        if let Some(at) = found
            .iter()
            .position(same)
            .or_else(|| found.iter().take(2).position(begins))
        {
            return Ok(Some(found.swap_remove(at)));
        }
        // 星汉 S5 is called S5.
        found.retain(|series| {
            let series = series.to_lowercase();
            series.strip_suffix(&word).is_some_and(|before| {
                before.ends_with(' ') || brand.is_some_and(|brand| before == brand.to_lowercase())
            })
        });
        Ok(found.pop().filter(|_| found.is_empty()))
    }
}
