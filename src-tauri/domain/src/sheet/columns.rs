//! Gives every column its meaning: by its heading, by the group above it, by the ticks below it, and, where no heading says it,
//! by telephone numbers and dates in its cells. Refuses to give one field to two columns.

use std::collections::HashSet;

use super::Cell;
use super::book::Sheet;
use super::field::{Field, SheetKind};
use super::heading::Heading;
use super::layout::{Column, Matched};
use super::lists::value_of;
use super::synonyms::{Meaning, Synonyms, key};
use crate::phone;
use crate::when::{DayHint, read_day};

/// Rows below the headings that are looked at.
const LOOKED_AT: usize = 300;
/// Samples that are kept for the screen.
const SHOWN: usize = 5;
/// Characters of a sample.
const SAMPLE: usize = 40;

/// Filled cells of every column, from the first rows of data.
pub(super) struct Samples<'a> {
    columns: Vec<Vec<&'a Cell>>,
}

impl<'a> Samples<'a> {
    /// From the rows behind this place of `sheet.rows` on.
    pub(super) fn below(sheet: &'a Sheet, from: usize) -> Self {
        let mut columns: Vec<Vec<&Cell>> = Vec::new();
        for row in sheet.rows.iter().skip(from).take(LOOKED_AT) {
            // Lines with one or two cells are sub-totals and remarks.
            if row.filled().take(3).count() < 3 && sheet.width() > 3 {
                continue;
            }
            for (column, cell) in row.filled().take_while(|(column, _)| *column < 256) {
                if columns.len() <= column {
                    columns.resize(column + 1, Vec::new());
                }
                columns[column].push(cell);
            }
        }
        Self { columns }
    }

    fn of(&self, column: u32) -> &[&'a Cell] {
        self.columns.get(column as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Whether at least this share (in tenths) of the filled cells pass, of at least one.
    fn mostly(&self, column: u32, tenths: usize, pass: impl Fn(&Cell) -> bool) -> bool {
        let cells = self.of(column);
        !cells.is_empty()
            && cells.iter().filter(|cell| pass(cell)).count() * 10 >= cells.len() * tenths
    }

    fn shown(&self, column: u32) -> Vec<String> {
        self.of(column)
            .iter()
            .take(SHOWN)
            .map(|cell| cell.text().chars().take(SAMPLE).collect())
            .collect()
    }
}

/// The meaning of every column of a table.
pub(super) fn assign(
    headings: &[Heading],
    kind: SheetKind,
    samples: &Samples,
    synonyms: &Synonyms,
) -> Vec<Column> {
    let mut columns: Vec<Column> = headings
        .iter()
        .map(|heading| Column {
            index: heading.index,
            heading: heading.text(),
            field: None,
            tick: None,
            matched: Matched::None,
            samples: samples.shown(heading.index),
        })
        .collect();
    for index in headings.len()..samples.width() {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let heading = String::new();
        columns.push(Column {
            index,
            heading,
            field: None,
            tick: None,
            matched: Matched::None,
            samples: samples.shown(index),
        });
    }
    let mut taken = HashSet::new();
    tick_groups(headings, kind, samples, synonyms, &mut columns, &mut taken);
    by_heading(headings, kind, synonyms, &mut columns, &mut taken);
    kind_or_frequency(samples, synonyms, &mut columns, &mut taken);
    by_content(kind, samples, &mut columns, &mut taken);
    columns
}

/// Columns side by side that are ticked: under a group heading, or with values for headings.
fn tick_groups(
    headings: &[Heading],
    kind: SheetKind,
    samples: &Samples,
    synonyms: &Synonyms,
    columns: &mut [Column],
    taken: &mut HashSet<Field>,
) {
    let mut at = 0;
    while at < headings.len() {
        let group = headings[at].group.as_deref();
        let same = headings[at..]
            .iter()
            .take_while(|heading| group.is_some() && heading.group.as_deref() == group)
            .count();
        let mut run = same.max(1);
        let mut found = group
            .and_then(|group| under_group(group, &headings[at..at + run], kind, samples, synonyms));
        if found.is_none()
            && let Some((field, length)) =
                values_side_by_side(&headings[at..], kind, samples, synonyms)
        {
            (found, run) = (Some((field, (0..length).collect())), length);
        }
        match found {
            Some((field, ticked)) if taken.insert(field) => {
                for column in ticked {
                    let own = &headings[at + column].own;
                    let field = if is_call_beside(field, own, synonyms) {
                        taken.insert(Field::Kind);
                        Field::Kind
                    } else {
                        field
                    };
                    columns[at + column].field = Some(field);
                    columns[at + column].tick = Some(headings[at + column].own.clone());
                    columns[at + column].matched = Matched::Exact;
                }
                at += run;
            }
            _ => at += 1,
        }
    }
}

/// 来店性质 over 首次 | 二次 | 来电: how they came stands beside how often.
fn is_call_beside(field: Field, own: &str, synonyms: &Synonyms) -> bool {
    field == Field::Frequency
        && value_of(synonyms, field, own).is_none()
        && value_of(synonyms, Field::Kind, own) == Some("call")
}

/// 级别 over H | A | B | C; 意向车型 over names of models. The places of the columns to be ticked.
fn under_group(
    group: &str,
    run: &[Heading],
    kind: SheetKind,
    samples: &Samples,
    synonyms: &Synonyms,
) -> Option<(Field, Vec<usize>)> {
    let heading = Heading {
        index: 0,
        group: None,
        own: group.to_owned(),
    };
    let Some((Meaning::Field(field), _)) = heading.meaning(kind, synonyms) else {
        return None;
    };
    if !field.is_choice() || run.len() < 2 {
        return None;
    }
    let asks_first = field == Field::Frequency
        && run
            .iter()
            .all(|heading| synonyms.yes_no(&heading.own).is_some());
    let value = |heading: &Heading| value_of(synonyms, field, &heading.own).is_some() || asks_first;
    let free = matches!(
        field,
        Field::Model | Field::Colour | Field::Competitor | Field::Source
    );
    let other = |heading: &Heading| {
        let alone = Heading {
            group: None,
            ..heading.clone()
        };
        // 其他 is a note by itself, and one more choice under a group.
        let elsewhere = |meant: Field| meant != field && meant != Field::Remark;
        matches!(alone.meaning(kind, synonyms), Some((Meaning::Field(meant), sure)) if elsewhere(meant) && sure >= 70)
    };
    let can: Vec<usize> = (0..run.len())
        .filter(|at| {
            let heading = &run[*at];
            value(heading)
                || (!other(heading)
                    && (samples.of(heading.index).is_empty()
                        || ticked(heading, field, samples, synonyms)))
        })
        .collect();
    let values = run.iter().filter(|heading| value(heading)).count();
    let marked = run.iter().any(|heading| {
        samples.mostly(heading.index, 8, |cell| {
            synonyms.yes_no(&cell.text()) == Some(true)
        })
    });
    (can.len() >= 2 && (values * 2 >= can.len() || (free && marked && can.len() == run.len())))
        .then_some((field, can))
}

/// H | A | B | C or 来店 | 来电 without a group heading, where the cells below are ticks.
fn values_side_by_side(
    headings: &[Heading],
    kind: SheetKind,
    samples: &Samples,
    synonyms: &Synonyms,
) -> Option<(Field, usize)> {
    const SETS: [Field; 8] = [
        Field::Kind,
        Field::Gender,
        Field::Frequency,
        Field::Level,
        Field::PurchaseType,
        Field::Result,
        Field::Source,
        Field::Purpose,
    ];
    let of = |field: Field| {
        let mut codes = HashSet::new();
        let fits = |heading: &&Heading| {
            let code = if heading.own.is_empty() {
                None
            } else {
                value_of(synonyms, field, &heading.own)
            };
            code.is_some_and(|code| codes.insert(code))
                && (samples.of(heading.index).is_empty()
                    || ticked(heading, field, samples, synonyms))
        };
        let length = headings.iter().take_while(fits).count();
        let marked = headings[..length]
            .iter()
            .any(|heading| !samples.of(heading.index).is_empty());
        if marked { length } else { 0 }
    };
    let best = SETS
        .into_iter()
        .filter(|field| field.fits(kind))
        .map(|field| (field, of(field)))
        .max_by_key(|(_, length)| *length)?;
    (best.1 >= 2).then_some(best)
}

/// Whether the cells below are ticks, or say again what the heading says.
fn ticked(heading: &Heading, field: Field, samples: &Samples, synonyms: &Synonyms) -> bool {
    let own = key(&heading.own);
    let code = value_of(synonyms, field, &heading.own);
    samples.mostly(heading.index, 8, |cell| {
        let text = cell.text();
        synonyms.yes_no(&text).is_some()
            || key(&text) == own
            || (code.is_some() && value_of(synonyms, field, &text) == code)
    })
}

/// The surest headings choose first; the second of two telephones is a further one.
fn by_heading(
    headings: &[Heading],
    kind: SheetKind,
    synonyms: &Synonyms,
    columns: &mut [Column],
    taken: &mut HashSet<Field>,
) {
    let mut wishes: Vec<(u32, usize, Meaning)> = Vec::new();
    for (at, heading) in headings
        .iter()
        .enumerate()
        .filter(|(at, heading)| columns[*at].field.is_none() && !heading.own.is_empty())
    {
        if let Some((meaning, sure)) = heading.meaning(kind, synonyms) {
            wishes.push((sure, at, meaning));
        }
    }
    wishes.sort_by_key(|(sure, at, _)| (std::cmp::Reverse(*sure), *at));
    for (sure, at, meaning) in wishes {
        let how = if sure >= 70 {
            Matched::Exact
        } else {
            Matched::Similar
        };
        let column = &mut columns[at];
        match meaning {
            Meaning::NotKept => column.matched = Matched::NotKept,
            Meaning::Field(field) if !field.fits(kind) => {}
            Meaning::Field(field) if field.takes_many() || taken.insert(field) => {
                (column.field, column.matched) = (Some(field), how)
            }
            Meaning::Field(Field::Phone) => {
                (column.field, column.matched) = (Some(Field::OtherPhone), Matched::Similar)
            }
            Meaning::Field(_) => {}
        }
    }
}

/// 到店类型 can mean 来店 or 来电 as well as 首次 or 再次: the cells say which.
fn kind_or_frequency(
    samples: &Samples,
    synonyms: &Synonyms,
    columns: &mut [Column],
    taken: &mut HashSet<Field>,
) {
    let says = |field: Field| move |cell: &Cell| value_of(synonyms, field, &cell.text()).is_some();
    for (named, other) in [
        (Field::Kind, Field::Frequency),
        (Field::Frequency, Field::Kind),
    ] {
        let column = columns
            .iter_mut()
            .find(|column| column.field == Some(named) && column.tick.is_none());
        let Some(column) = column.filter(|_| !taken.contains(&other)) else {
            continue;
        };
        if samples.mostly(column.index, 8, says(other))
            && !samples.mostly(column.index, 5, says(named))
        {
            (column.field, column.matched) = (Some(other), Matched::Content);
            taken.remove(&named);
            taken.insert(other);
        }
    }
}

/// Telephone numbers are always the customer's key, and a register without days is none: look for both in the cells.
fn by_content(
    kind: SheetKind,
    samples: &Samples,
    columns: &mut [Column],
    taken: &mut HashSet<Field>,
) {
    if kind == SheetKind::Catalogue {
        return;
    }
    let hint = DayHint {
        default_year: Some(2026),
        ..DayHint::default()
    };
    let is_day = |cell: &Cell| match cell {
        Cell::Date(_) => true,
        Cell::Text(text) => {
            text.chars()
                .any(|c| matches!(c, '-' | '/' | '.' | '年' | '月'))
                && read_day(cell, &hint).is_ok()
        }
        _ => false,
    };
    let is_phone = |cell: &Cell| !phone::read(&cell.text()).phones.is_empty();
    let dates = [
        Field::Date,
        Field::Year,
        Field::Month,
        Field::DayOfMonth,
        Field::CardDate,
    ];
    if kind == SheetKind::Register && !dates.iter().any(|field| taken.contains(field)) {
        // 来店时间 can hold days: what is read for the day gives the time too.
        let time = columns
            .iter_mut()
            .find(|column| column.field == Some(Field::Arrived));
        if let Some(column) = time.filter(|column| samples.mostly(column.index, 6, is_day)) {
            (column.field, column.matched) = (Some(Field::Date), Matched::Content);
            taken.insert(Field::Date);
            taken.remove(&Field::Arrived);
        }
    }
    let mut take = |field: Field, tenths: usize, pass: &dyn Fn(&Cell) -> bool| {
        let free = |column: &&mut Column| column.field.is_none() && column.matched == Matched::None;
        let found = columns
            .iter_mut()
            .filter(free)
            .find(|column| samples.mostly(column.index, tenths, pass));
        if let Some(column) = found
            && taken.insert(field)
        {
            (column.field, column.matched) = (Some(field), Matched::Content);
        }
    };
    take(Field::Phone, 5, &is_phone);
    if kind == SheetKind::Register {
        take(Field::Date, 8, &is_day);
    }
}
