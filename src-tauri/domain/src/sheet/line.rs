//! Tells rows of data from everything else that stands between and below them: sub-totals, signatures, remarks, repeated
//! headings, days as banners, forms that nobody filled in. Refuses to call anything with a telephone number a sub-total.

use std::collections::HashMap;

use super::Cell;
use super::book::Row;
use super::field::{Field, SheetKind};
use super::fold::narrow;
use super::synonyms::{Meaning, key};
use super::table::Table;
use crate::when::{Day, read_day};

/// What one row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Data.
    Data,
    /// More words to the row before.
    Continuation,
    /// A day for the rows below.
    Banner(Day),
    /// Names and posts at the foot: what follows is no longer data unless it looks like it.
    Foot,
    /// Anything else that is no data.
    Other,
}

/// What the rows of one table are told by.
pub(super) struct Lines<'t, 'a> {
    table: &'t Table<'a>,
    kind: SheetKind,
    /// Headings, by column, of each heading line.
    headings: Vec<HashMap<usize, String>>,
    /// Columns that make a row worth reading.
    substance: Vec<usize>,
    notes: Vec<usize>,
    places: Vec<usize>,
    phones: Vec<usize>,
}

impl<'t, 'a> Lines<'t, 'a> {
    pub(super) fn new(table: &'t Table<'a>, kind: SheetKind, header: Option<(u32, u32)>) -> Self {
        let lines = header.map_or(0..0, |(first, last)| {
            table.sheet.position(first).unwrap_or(0)
                ..table.sheet.position(last).map_or(0, |at| at + 1)
        });
        let line = |row: &Row| {
            row.filled()
                .map(|(column, cell)| (column, key(&cell.text())))
                .collect()
        };
        let headings = table.sheet.rows[lines].iter().map(line).collect();
        let index = |field: &Field| {
            table
                .of(*field)
                .iter()
                .map(|at| table.columns[*at].index as usize)
                .collect::<Vec<_>>()
        };
        let of = |fields: &[Field]| fields.iter().flat_map(index).collect::<Vec<_>>();
        let places = of(&[
            Field::Seq,
            Field::Date,
            Field::Year,
            Field::Month,
            Field::DayOfMonth,
        ]);
        let empty = [
            Field::Seq,
            Field::Date,
            Field::Year,
            Field::Month,
            Field::DayOfMonth,
            Field::Kind,
            Field::Weather,
            Field::CardDate,
        ];
        let filling: Vec<Field> = Field::ALL
            .iter()
            .copied()
            .filter(|field| !empty.contains(field))
            .collect();
        let substance = of(&filling);
        let phones = of(&[Field::Phone, Field::OtherPhone]);
        Self {
            table,
            kind,
            headings,
            substance,
            notes: of(&[Field::Talk, Field::Remark]),
            places,
            phones,
        }
    }

    /// What this row is. `near`: the day of the rows before; `foot`: whether a foot was seen.
    pub(super) fn line(&self, row: &Row, near: Option<Day>, foot: bool) -> Line {
        if self.repeats_headings(row) {
            return Line::Other;
        }
        if self.kind == SheetKind::Catalogue {
            return if self.filled(&self.substance, row) >= 2 {
                Line::Data
            } else {
                Line::Other
            };
        }
        let phone = self.phones.iter().any(|at| digits(row.cell(*at)) >= 7);
        // Most rows are data and say so at once.
        if phone
            && self
                .substance
                .iter()
                .filter(|column| self.table.says_something(row.cell(**column)))
                .nth(1)
                .is_some()
        {
            return Line::Data;
        }
        let substance = self.filled(&self.substance, row);
        let filled: Vec<(usize, &Cell)> = row.filled().take(40).collect();
        if !phone {
            if let Some(day) = self.day_of_form(&filled, near) {
                return Line::Banner(day);
            }
            if self.is_subtotal(&filled) {
                return Line::Other;
            }
            if self.is_foot(row, &filled) {
                return Line::Foot;
            }
            if self.is_remark(&filled) {
                return Line::Other;
            }
            if let Some(day) = self.banner(&filled, substance, near) {
                return Line::Banner(day);
            }
        }
        if substance == 0 {
            return Line::Other;
        }
        if !phone && filled.iter().all(|(column, _)| self.notes.contains(column)) {
            return Line::Continuation;
        }
        if foot && !phone && !self.own_day(row) {
            return Line::Other;
        }
        Line::Data
    }

    fn repeats_headings(&self, row: &Row) -> bool {
        let Some((first, cell)) = row.filled().next() else {
            return false;
        };
        let Cell::Text(text) = cell else { return false };
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let text = key(text);
        let candidate = |line: &&HashMap<usize, String>| {
            line.get(&first).is_some_and(|heading| *heading == text)
        };
        self.headings.iter().filter(candidate).any(|line| {
            let same = row
                .filled()
                .filter(|(column, cell)| {
                    line.get(column)
                        .is_some_and(|text| !text.is_empty() && *text == key(&cell.text()))
                })
                .count();
            same >= 2 && same * 5 >= row.filled().count() * 3
        })
    }

    fn filled(&self, columns: &[usize], row: &Row) -> usize {
        columns
            .iter()
            .filter(|column| self.table.says_something(row.cell(**column)))
            .count()
    }

    /// 小计 | 5批, 合计：31批次, 3月1日小计, and averages, with nothing but numbers beside them.
    fn is_subtotal(&self, filled: &[(usize, &Cell)]) -> bool {
        let words = &self.table.lists.synonyms;
        let counted = |text: &str| {
            let rest = text.trim_start_matches(|c: char| !c.is_ascii_digit());
            let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.len() > unit.len()
                && words.count_units.contains(unit)
                && text.chars().count() - rest.chars().count() <= 6
        };
        let total = |text: &str| {
            let starts = words
                .subtotal
                .iter()
                .find_map(|word| text.strip_prefix(&**word));
            let plain = |rest: &str| {
                rest.is_empty()
                    || counted(rest)
                    || rest.chars().all(|c| c.is_ascii_digit())
                    || starts_with_any(rest, &words.subtotal_end)
            };
            let ends = words
                .subtotal_end
                .iter()
                .any(|word| text.ends_with(&**word))
                && text.chars().count() <= 16;
            starts.is_some_and(plain) || ends
        };
        let texts: Vec<(usize, String)> = filled
            .iter()
            .take(4)
            .filter(|(_, cell)| matches!(cell, Cell::Text(_)))
            .map(|(c, cell)| (*c, key(&cell.text())))
            .collect();
        let marked = texts.iter().take(2).any(|(_, text)| total(text));
        // A line with nothing but 共12批 is a sub-total without the word.
        let all_counts = !filled.is_empty()
            && filled
                .iter()
                .all(|(_, cell)| matches!(cell, Cell::Text(text) if counted(&key(text))));
        let like_count = |cell: &Cell| match cell {
            Cell::Number(_) => true,
            Cell::Date(_) => true,
            cell => {
                let text = key(&cell.text());
                total(&text)
                    || counted(&text)
                    || text.chars().all(|c| c.is_ascii_digit())
                    || (text.chars().any(|c| c.is_ascii_digit()) && text.chars().count() <= 12)
            }
        };
        let counts = filled.iter().filter(|(_, cell)| like_count(cell)).count();
        all_counts || (marked && (filled.len() <= 3 || counts * 2 >= filled.len()))
    }

    /// 前台： … 展厅主管： … 销售经理：
    fn is_foot(&self, row: &Row, filled: &[(usize, &Cell)]) -> bool {
        let words = &self.table.lists.synonyms.signature;
        let label = |cell: &Cell| {
            let Cell::Text(text) = cell else { return None };
            let text = narrow(text);
            let (head, colon) = text
                .split_once([':', '_'])
                .map_or((text.as_str(), false), |(head, _)| (head, true));
            let head = key(head);
            let known = words.iter().any(|word| {
                head == **word
                    || (colon
                        && head.chars().count() <= 10
                        && (head.starts_with(&**word) || head.ends_with(&**word)))
            });
            known.then_some(colon)
        };
        let labels: Vec<bool> = filled.iter().filter_map(|(_, cell)| label(cell)).collect();
        let first = filled.first().and_then(|(_, cell)| label(cell));
        let alone = first.is_some() && (first == Some(true) || filled.len() == 1);
        !self.own_day(row) && (alone || (labels.len() >= 2 && labels.len() * 2 >= filled.len()))
    }

    /// 备注：…, 填表说明, 第1页, and whatever stands alone beside the columns of data.
    fn is_remark(&self, filled: &[(usize, &Cell)]) -> bool {
        let Some((column, Cell::Text(text))) = filled.first() else {
            return false;
        };
        let words = &self.table.lists.synonyms.remark;
        let narrowed = narrow(text);
        let plain = key(&narrowed);
        let headed = words
            .iter()
            .find_map(|word| plain.strip_prefix(&**word))
            .is_some_and(|rest| {
                rest.is_empty()
                    || rest.starts_with(|c: char| c.is_ascii_digit())
                    || narrowed.contains([':', '、', '.'])
            });
        if headed && filled.len() <= 3 && !self.notes.contains(column) {
            return true;
        }
        let alone = filled.len() == 1;
        let long = narrowed.chars().count() > 20;
        let numbered = narrowed
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit())
            && narrowed.contains(['、', '.', ')'])
            && long;
        let beside = !self.substance.contains(column)
            && read_day(&Cell::Text(text.clone()), &self.table.day_hint(None)).is_err();
        alone && (beside || ((long || numbered) && !self.notes.contains(column)))
    }

    /// A row that says a day and nothing more.
    fn banner(
        &self,
        filled: &[(usize, &Cell)],
        substance: usize,
        near: Option<Day>,
    ) -> Option<Day> {
        // 星期一 | 3.2
        let after_weekday = filled.len() <= 3
            && filled.first().is_some_and(|(_, cell)| {
                let text = key(&cell.text());
                ["星期", "周", "礼拜"]
                    .iter()
                    .any(|lead| text.starts_with(lead))
                    && text.chars().count() <= 3
            });
        if after_weekday && filled.len() > 1 {
            return self.banner(&filled[1..], 1, near);
        }
        let (column, cell) = filled.first()?;
        // A form with printed numbers and days that nobody filled in, or a day over the whole width.
        if filled.len() > 3 || substance > usize::from(self.substance.contains(column)) {
            return None;
        }
        let cell = if self.places.contains(column) {
            filled
                .iter()
                .find(|(c, _)| {
                    self.table
                        .of(Field::Date)
                        .iter()
                        .any(|at| self.table.columns[*at].index as usize == *c)
                })
                .map_or(*cell, |(_, cell)| *cell)
        } else {
            *cell
        };
        let named = match cell {
            Cell::Date(_) => true,
            Cell::Text(text) => text
                .chars()
                .any(|c| matches!(c, '日' | '号' | '號' | '-' | '/' | '.')),
            _ => false,
        };
        read_day(cell, &self.table.day_hint(near))
            .ok()
            .filter(|_| named)
    }

    /// 日期： | 3月6日 | 值班： | 王芳: forms, one for each day, one below the other.
    fn day_of_form(&self, filled: &[(usize, &Cell)], near: Option<Day>) -> Option<Day> {
        let Some((_, Cell::Text(text))) = filled.first() else {
            return None;
        };
        let text = narrow(text);
        let (label, value) = text.split_once(':')?;
        let synonyms = &self.table.lists.synonyms;
        let meaning = synonyms.exactly(self.kind, &key(label));
        if !matches!(
            meaning,
            Some((Meaning::Field(Field::Date | Field::CardDate), _))
        ) {
            return None;
        }
        let value = Cell::Text(value.trim().to_owned());
        let day = if value.is_blank() {
            filled.get(1)?.1
        } else {
            &value
        };
        read_day(day, &self.table.day_hint(near)).ok()
    }

    fn own_day(&self, row: &Row) -> bool {
        let date = self
            .table
            .of(Field::Date)
            .first()
            .or(self.table.of(Field::CardDate).first());
        date.is_some_and(|at| {
            read_day(
                row.cell(self.table.columns[*at].index as usize),
                &self.table.day_hint(None),
            )
            .is_ok()
        })
    }
}

fn starts_with_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(&**word))
}

fn digits(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text
            .chars()
            .filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
            .count(),
        Cell::Number(number) if *number >= 1e6 => 7,
        _ => 0,
    }
}
