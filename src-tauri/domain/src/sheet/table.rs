//! What is the same for all rows of one table: its columns by what they mean, its merged cells, what is known about its days,
//! and what was found for a text before. Refuses to read a row: that is [`super::cells`].

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;

use super::Cell;
use super::book::{Row, Sheet};
use super::field::Field;
use super::layout::{Column, Hint};
use super::lists::{Choice, Lists};
use crate::when::{ClockTime, Day, DayHint, TimeRefused, read_times};

/// Different texts that are remembered.
const REMEMBERED: usize = 20_000;

/// What is the same for all rows of one table.
pub(super) struct Table<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) columns: &'a [Column],
    pub(super) hint: &'a Hint,
    pub(super) lists: &'a Lists,
    pub(super) today: Day,
    by_field: Vec<Vec<usize>>,
    /// First and last row of vertical merges, by column.
    merged: HashMap<u32, Vec<(u32, u32)>>,
    choices: Memory<(Field, String), Choice>,
    answers: Memory<String, Option<bool>>,
    times: Memory<String, Times>,
}

/// What was found for a text before: the same few words stand in most cells.
struct Memory<K, V>(RefCell<HashMap<K, V>>);

impl<K: Eq + Hash, V: Clone> Memory<K, V> {
    fn get(&self, known: K, find: impl FnOnce(&K) -> V) -> V {
        if let Some(found) = self.0.borrow().get(&known) {
            return found.clone();
        }
        let found = find(&known);
        let mut all = self.0.borrow_mut();
        if all.len() < REMEMBERED {
            all.insert(known, found.clone());
        }
        found
    }
}

impl<K, V> Default for Memory<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

/// Begin and end, where the cell says both.
pub(super) type Times = Result<(ClockTime, Option<ClockTime>), TimeRefused>;

impl<'a> Table<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        columns: &'a [Column],
        hint: &'a Hint,
        lists: &'a Lists,
        today: Day,
    ) -> Self {
        let mut by_field = vec![Vec::new(); Field::ALL.len()];
        for (at, column) in columns.iter().enumerate() {
            if let Some(field) = column.field {
                by_field[field as usize].push(at);
            }
        }
        let mut merged: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
        for merge in sheet.merges.iter().filter(|merge| merge.bottom > merge.top) {
            merged
                .entry(merge.left)
                .or_default()
                .push((merge.top, merge.bottom));
        }
        merged.values_mut().for_each(|rows| rows.sort_unstable());
        Self {
            sheet,
            columns,
            hint,
            lists,
            today,
            by_field,
            merged,
            choices: Memory::default(),
            answers: Memory::default(),
            times: Memory::default(),
        }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        !self.of(field).is_empty()
    }

    /// Places in `columns` of the columns of a field.
    pub(super) fn of(&self, field: Field) -> &[usize] {
        &self.by_field[field as usize]
    }

    /// What is known about the days of this table.
    pub(super) fn day_hint(&self, near: Option<Day>) -> DayHint {
        DayHint {
            default_year: self.hint.year,
            month: self.hint.month,
            near,
            today: Some(self.today),
            date_1904: self.sheet.date_1904,
            ..DayHint::default()
        }
    }

    /// The cell itself, or the first of the merged cells it belongs to.
    pub(super) fn resolved(&self, row: &'a Row, column: &Column) -> &'a Cell {
        let cell = row.cell(column.index as usize);
        if !cell.is_blank() || !column.field.is_some_and(Field::spreads) {
            return cell;
        }
        let Some(merges) = self.merged.get(&column.index) else {
            return cell;
        };
        let after = merges.partition_point(|(top, _)| *top < row.number);
        let top = merges[..after]
            .last()
            .filter(|(_, bottom)| *bottom >= row.number);
        let first = top.and_then(|(top, _)| self.sheet.position(*top));
        first.map_or(cell, |at| self.sheet.rows[at].cell(column.index as usize))
    }

    /// Zeros, `FALSE` and `无` are what formulas and forms say when nothing was entered.
    pub(super) fn says_something(&self, cell: &Cell) -> bool {
        match cell {
            Cell::Number(number) => *number != 0.0,
            Cell::Bool(yes) => *yes,
            Cell::Text(text) => !cell.is_blank() && !self.lists.synonyms.says_nothing(text),
            Cell::Empty => false,
            Cell::Date(_) | Cell::Time(_) | Cell::Error(_) => true,
        }
    }

    pub(super) fn choose(&self, field: Field, text: &str) -> Choice {
        self.choices.get((field, text.to_owned()), |(field, text)| {
            self.lists.choose(*field, text)
        })
    }

    pub(super) fn answer(&self, text: &str) -> Option<bool> {
        self.answers
            .get(text.to_owned(), |text| self.lists.synonyms.yes_no(text))
    }

    /// The times of day in a cell.
    pub(super) fn times(&self, cell: &Cell) -> Times {
        match cell {
            Cell::Text(text) => self.times.get(text.clone(), |_| read_times(cell)),
            cell => read_times(cell),
        }
    }
}
