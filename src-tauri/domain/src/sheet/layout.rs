//! How a sheet is to be read: its kind, its heading lines, the meaning of every column. Found by recognition, corrected by a
//! person, remembered by the headings. Refuses to hold cells: the same layout reads next month's sheet.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::field::{Field, SheetKind};
use super::synonyms::key;
use crate::codes;
use crate::rows::VisitKind;

codes! {
    /// Why a column has the meaning it has.
    Matched {
        /// The heading is a known word.
        Exact = "exact",
        /// The heading contains a known word.
        Similar = "similar",
        /// The cells below look like it.
        Content = "content",
        /// A person said so.
        Person = "person",
        /// Known, and not imported.
        NotKept = "not_kept",
        /// Not known.
        None = "none",
    }
}

/// One column of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// From 0, which is column A.
    pub index: u32,
    /// What stands above it, its group heading included; empty where nothing does.
    pub heading: String,
    /// What it means; `None`: it is not imported.
    pub field: Option<Field>,
    /// In a column to be ticked, the choice that a tick stands for, as its heading says it.
    pub tick: Option<String>,
    /// Why it means that.
    pub matched: Matched,
    /// What the first few filled cells say.
    pub samples: Vec<String>,
}

/// What titles, the tab and the file's name say about the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1–12.
    pub month: Option<u32>,
    /// One day for all rows, as written.
    pub day: Option<String>,
    /// A register of calls alone, or of visits alone.
    pub visit: Option<VisitKind>,
}

/// A further table with headings of its own, below the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Numbers of its first and last heading line.
    pub header: (u32, u32),
    /// Its columns.
    pub columns: Vec<Column>,
    /// What its title says.
    pub hint: Hint,
}

/// How to read one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// What it is a list of.
    pub kind: SheetKind,
    /// Numbers of the first and last heading line; `None` where there is none and the first row is data.
    pub header: Option<(u32, u32)>,
    /// The columns, in their order.
    pub columns: Vec<Column>,
    /// What stands outside the columns.
    pub hint: Hint,
    /// Tables below the first one.
    pub further: Vec<Section>,
}

/// What a person said about the columns, and what is remembered: column (from 0) → field, or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// What the sheet is a list of.
    pub kind: SheetKind,
    /// Columns that are not named here stay as recognised.
    pub columns: BTreeMap<u32, Option<Field>>,
}

impl Layout {
    /// Of the headings and their order: equal for next month's sheet of the same form. 32 hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for column in self
            .columns
            .iter()
            .filter(|column| !column.heading.is_empty())
        {
            hash.update(format!(
                "{}\u{1f}{}\u{1e}",
                column.index,
                key(&column.heading)
            ));
        }
        hash.finalize()
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The present meaning of every column.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        Mapping {
            kind: self.kind,
            columns: self
                .columns
                .iter()
                .map(|column| (column.index, column.field))
                .collect(),
        }
    }

    /// This layout with columns that mean what a person says. Another kind of sheet than the recognised one is better
    /// recognised anew by [`super::recognise_as`] before.
    #[must_use]
    pub fn corrected(&self, mapping: &Mapping) -> Self {
        let mut layout = self.clone();
        layout.kind = mapping.kind;
        let mut by_heading = HashMap::new();
        for column in &mut layout.columns {
            if let Some(field) = mapping.columns.get(&column.index).copied() {
                column.correct(field);
                by_heading.insert(key(&column.heading), field);
            }
        }
        for column in layout
            .further
            .iter_mut()
            .flat_map(|section| &mut section.columns)
        {
            if let Some(field) = by_heading.get(&key(&column.heading)) {
                column.correct(*field);
            }
        }
        layout
    }
}

impl Column {
    fn correct(&mut self, field: Option<Field>) {
        if self.field != field {
            self.field = field;
            self.matched = Matched::Person;
            self.tick = self
                .tick
                .take()
                .filter(|_| field.is_some_and(Field::is_choice));
        }
    }
}
