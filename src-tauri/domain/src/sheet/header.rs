//! Finds the heading lines: a title stands above them, rows of data below. Headings may take two lines, a group heading over
//! several columns. Refuses lines with dates, telephone numbers or amounts: headings name things, they do not hold them.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::book::{Row, Sheet};
use super::field::{Field, SheetKind};
use super::heading::Heading;
use super::lists::value_of;
use super::synonyms::{Meaning, Synonyms, key};
use super::{Cell, Merge};

/// Rows in which the headings of the first table are looked for.
const SEARCHED: usize = 120;
/// Characters of a heading; longer texts are remarks.
const LONGEST: usize = 40;
/// Columns that are looked at: further right nothing of a register stands.
const WIDEST: usize = 256;

/// Heading lines of one table: their places in `sheet.rows` and the headings.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    pub(super) rows: RangeInclusive<usize>,
    pub(super) headings: Vec<Heading>,
}

/// The heading lines of the first table.
pub(super) fn find(sheet: &Sheet, kinds: &[SheetKind], synonyms: &Synonyms) -> Option<Header> {
    let rows = sheet.rows.iter().enumerate().take(SEARCHED);
    let mut best: Option<(u32, usize)> = None;
    for (at, row) in rows {
        if !can_be_headings(row) {
            continue;
        }
        let points = points(&headings(sheet, at..=at), kinds, synonyms);
        if points >= 4 && best.is_none_or(|(most, _)| points > most) {
            best = Some((points, at));
        }
    }
    let (_, at) = best?;
    Some(lines_around(sheet, at, kinds, synonyms))
}

/// Tables with headings of their own further down: places of their heading lines.
pub(super) fn find_further(
    sheet: &Sheet,
    first: &Header,
    kinds: &[SheetKind],
    synonyms: &Synonyms,
) -> Vec<Header> {
    let known: HashSet<String> = first
        .headings
        .iter()
        .map(|heading| key(&heading.own))
        .collect();
    let mut found: Vec<Header> = Vec::new();
    for (at, row) in sheet.rows.iter().enumerate().skip(first.rows.end() + 1) {
        if found.last().is_some_and(|header| at <= *header.rows.end()) || !can_be_headings(row) {
            continue;
        }
        let repeated = row
            .filled()
            .filter(|(_, cell)| known.contains(&key(&cell.text())))
            .count();
        if repeated * 5 >= row.filled().count() * 4
            || points(&headings(sheet, at..=at), kinds, synonyms) < 10
        {
            continue;
        }
        let header = lines_around(sheet, at, kinds, synonyms);
        if *header.rows.start() > *first.rows.end() && found.len() < 50 {
            found.push(header);
        }
    }
    found
}

/// One line, or two where the second or the one before makes more columns known.
fn lines_around(sheet: &Sheet, at: usize, kinds: &[SheetKind], synonyms: &Synonyms) -> Header {
    let mut options = vec![at..=at];
    if at + 1 < sheet.rows.len() && belongs_below(sheet, at) {
        options.push(at..=at + 1);
    }
    if at > 0 && can_be_headings(&sheet.rows[at - 1]) && belongs_below(sheet, at - 1) {
        options.push(at - 1..=at);
    }
    let mut best: Option<(u32, Header)> = None;
    for rows in options {
        let headings = headings(sheet, rows.clone());
        let points = points(&headings, kinds, synonyms);
        if best.as_ref().is_none_or(|(most, _)| points > *most) {
            best = Some((points, Header { rows, headings }));
        }
    }
    best.map_or_else(
        || Header {
            rows: at..=at,
            headings: headings(sheet, at..=at),
        },
        |(_, header)| header,
    )
}

/// Whether every filled cell of a row could be a heading. 姓名： | 王五 | 级别： | A is a form of one person, no table.
pub(super) fn can_be_headings(row: &Row) -> bool {
    let (mut filled, mut labels) = (0_usize, 0_usize);
    for cell in row
        .cells
        .iter()
        .take(WIDEST)
        .filter(|cell| !cell.is_blank())
    {
        if !can_be_heading(cell) {
            return false;
        }
        filled += 1;
        labels += usize::from(cell.text().trim_end().ends_with([':', '：']));
    }
    filled >= 2 && (labels < 2 || labels == filled)
}

fn can_be_heading(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text
        .chars()
        .filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
        .count();
    letters > 0 && digits < 5 && digits <= letters && text.chars().count() <= LONGEST
}

/// Whether the line below is a second line of headings: mostly it stands where the upper one is empty or spans several columns; a
/// few headings may be written in two lines (`接待` over `顾问`). A row of data fills the columns that have headings.
fn belongs_below(sheet: &Sheet, at: usize) -> bool {
    let (upper, lower) = (&sheet.rows[at], &sheet.rows[at + 1]);
    if lower.number != upper.number + 1 || lower.filled().any(|(_, cell)| !can_be_heading(cell)) {
        return false;
    }
    let width = upper.cells.len().max(lower.cells.len()).min(WIDEST);
    let below: Vec<usize> = (0..width)
        .filter(|column| !lower.cell(*column).is_blank())
        .collect();
    let in_two_lines = below
        .iter()
        .filter(|column| !upper.cell(**column).is_blank() && !spans(sheet, at, **column))
        .count();
    in_two_lines * 3 <= below.len()
}

/// Whether the heading in this cell of the upper line stands over the columns to its right too.
fn spans(sheet: &Sheet, at: usize, column: usize) -> bool {
    let (upper, lower) = (&sheet.rows[at], &sheet.rows[at + 1]);
    let merged =
        merge_at(sheet, upper.number, column).is_some_and(|merge| merge.right as usize > column);
    merged || (upper.cell(column + 1).is_blank() && !lower.cell(column + 1).is_blank())
}

fn merge_at(sheet: &Sheet, row: u32, column: usize) -> Option<&Merge> {
    sheet
        .merges
        .iter()
        .find(|merge| merge.top == row && merge.left as usize == column)
}

/// The headings of these lines, one for each column that has one.
pub(super) fn headings(sheet: &Sheet, rows: RangeInclusive<usize>) -> Vec<Heading> {
    let (first, last) = (&sheet.rows[*rows.start()], &sheet.rows[*rows.end()]);
    let width = first.cells.len().max(last.cells.len()).min(WIDEST);
    let text = |row: &Row, column: usize| row.cell(column).text().trim().to_owned();
    let mut group: Option<(String, usize)> = None;
    (0..width)
        .map(|column| {
            let (above, own) = (text(first, column), text(last, column));
            let index = u32::try_from(column).unwrap_or(u32::MAX);
            if rows.start() == rows.end() {
                return Heading {
                    index,
                    group: None,
                    own,
                };
            }
            if !above.is_empty() {
                let merged = merge_at(sheet, first.number, column);
                let right = match merged {
                    Some(merge) => merge.right as usize,
                    None if spans(sheet, *rows.start(), column) => usize::MAX,
                    None => column,
                };
                group = Some((above.clone(), right));
            } else if own.is_empty() || group.as_ref().is_some_and(|(_, right)| column > *right) {
                group = None;
            }
            match (&group, own.is_empty()) {
                (_, true) => Heading {
                    index,
                    group: None,
                    own: above,
                },
                (Some((group, _)), _) => Heading {
                    index,
                    group: Some(group.clone()),
                    own,
                },
                (None, _) => Heading {
                    index,
                    group: None,
                    own,
                },
            }
        })
        .collect()
}

/// How well these headings are understood in the kind that understands them best: 3 for a known word, 1 for a part of one,
/// 2 for a value under a group.
pub(super) fn points(headings: &[Heading], kinds: &[SheetKind], synonyms: &Synonyms) -> u32 {
    let of = |kind: &SheetKind| {
        let mut fields: HashSet<Field> = HashSet::new();
        let mut total = 0;
        for heading in headings.iter().filter(|heading| !heading.own.is_empty()) {
            if let Some((field, is_value)) = ticks(heading, *kind, synonyms) {
                fields.insert(field);
                total += if is_value { 2 } else { 1 };
                continue;
            }
            match heading.meaning(*kind, synonyms) {
                Some((Meaning::Field(field), sure)) if fields.insert(field) => {
                    total += if sure >= 70 { 3 } else { 1 }
                }
                Some((Meaning::NotKept, sure)) if sure >= 70 => total += 1,
                _ => {}
            }
        }
        total
    };
    kinds.iter().map(of).max().unwrap_or(0)
}

/// The choice that the group heading names, and whether this column's own is one of its values.
fn ticks(heading: &Heading, kind: SheetKind, synonyms: &Synonyms) -> Option<(Field, bool)> {
    let group = Heading {
        index: heading.index,
        group: None,
        own: heading.group.clone()?,
    };
    let alone = Heading {
        group: None,
        ..heading.clone()
    };
    match (group.meaning(kind, synonyms), alone.meaning(kind, synonyms)) {
        (Some((Meaning::Field(field), _)), own) if field.is_choice() => {
            let is_value = value_of(synonyms, field, &heading.own).is_some();
            (is_value || own.is_none()).then_some((field, is_value))
        }
        _ => None,
    }
}
