//! Looks at a sheet as a person would: where are the headings, what is it a list of, what does each column mean.
//! Refuses to decide for good: everything it says can be corrected, and `Unknown` is an answer.

use serde::{Deserialize, Serialize};

use super::Cell;
use super::book::{Sheet, Workbook};
use super::columns::{Samples, assign};
use super::field::{Field, SheetKind};
use super::header::{Header, find, find_further};
use super::heading::Heading;
use super::hint::hint;
use super::layout::{Column, Layout, Matched, Section};
use super::synonyms::{Meaning, Synonyms, key};
use crate::when::{DayHint, read_day};

/// Rows in which a first day over its rows is looked for.
const BANNERS_WITHIN: usize = 300;
const KINDS: [SheetKind; 3] = [
    SheetKind::Register,
    SheetKind::Customers,
    SheetKind::Catalogue,
];

/// One sheet of a file, and whether it is imported unless a person says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Its place in the workbook, from 0.
    pub sheet: usize,
    /// How to read it.
    pub layout: Layout,
    /// Of the kind that is imported, and shown.
    pub wanted: bool,
}

/// What this sheet is and how to read it; the kind is `Unknown` where nothing is certain.
#[must_use]
pub fn recognise(sheet: &Sheet, synonyms: &Synonyms) -> Layout {
    let Some(header) = find(sheet, &KINDS, synonyms) else {
        return without_headings(SheetKind::Unknown, sheet, synonyms);
    };
    let samples = Samples::below(sheet, header.rows.end() + 1);
    let titles = titles(sheet, 0, *header.rows.start());
    let said: Vec<String> = titles
        .iter()
        .chain([&sheet.name, &sheet.file])
        .map(|text| key(text))
        .collect();
    let dated = hint(&titles, &sheet.name, &sheet.file, synonyms)
        .day
        .is_some()
        || has_banners(sheet, header.rows.end() + 1);
    let mut best: Option<(u32, SheetKind)> = None;
    for kind in KINDS {
        let columns = assign(&header.headings, kind, &samples, synonyms);
        let points = fitness(kind, &columns, &header.headings, &said, dated, synonyms);
        if points > 0 && best.is_none_or(|(most, _)| points > most) {
            best = Some((points, kind));
        }
    }
    build(
        best.map_or(SheetKind::Unknown, |(_, kind)| kind),
        sheet,
        header,
        &samples,
        synonyms,
    )
}

/// How to read this sheet as a list of that kind, whatever it looks like.
#[must_use]
pub fn recognise_as(kind: SheetKind, sheet: &Sheet, synonyms: &Synonyms) -> Layout {
    match find(sheet, &[kind], synonyms).or_else(|| find(sheet, &KINDS, synonyms)) {
        Some(header) => {
            let samples = Samples::below(sheet, header.rows.end() + 1);
            build(kind, sheet, header, &samples, synonyms)
        }
        None => without_headings(kind, sheet, synonyms),
    }
}

/// Every sheet of a file with its layout. Wanted are all visible sheets of one kind: the kind asked for, or that of the sheet
/// with the most rows (a register may have a sheet for each day or month).
#[must_use]
pub fn choose(book: &Workbook, wanted: Option<SheetKind>, synonyms: &Synonyms) -> Vec<Chosen> {
    let mut all: Vec<Chosen> = Vec::new();
    for (at, sheet) in book.sheets.iter().enumerate() {
        all.push(Chosen {
            sheet: at,
            layout: recognise(sheet, synonyms),
            wanted: false,
        });
    }
    let rows = |chosen: &Chosen| book.sheet(chosen.sheet).map_or(0, |sheet| sheet.rows.len());
    let shown = |chosen: &Chosen| book.sheet(chosen.sheet).is_some_and(|sheet| !sheet.hidden);
    let any_shown = all
        .iter()
        .any(|chosen| shown(chosen) && chosen.layout.kind != SheetKind::Unknown);
    let eligible = |chosen: &Chosen| shown(chosen) || !any_shown;
    let largest = all
        .iter()
        .filter(|chosen| eligible(chosen) && chosen.layout.kind != SheetKind::Unknown)
        .max_by_key(|chosen| rows(chosen));
    let Some(kind) = wanted.or_else(|| largest.map(|chosen| chosen.layout.kind)) else {
        return all;
    };
    if !all
        .iter()
        .any(|chosen| eligible(chosen) && chosen.layout.kind == kind)
    {
        // Nothing looks like what was asked for: read as such what has headings at all.
        for chosen in all
            .iter_mut()
            .filter(|chosen| eligible(chosen) && chosen.layout.header.is_some())
        {
            if let Some(sheet) = book.sheet(chosen.sheet) {
                chosen.layout = recognise_as(kind, sheet, synonyms);
            }
        }
    }
    for chosen in &mut all {
        chosen.wanted = eligible(chosen) && chosen.layout.kind == kind;
    }
    all
}

/// How well a sheet fits a kind; 0 where it cannot be one.
fn fitness(
    kind: SheetKind,
    columns: &[Column],
    headings: &[Heading],
    said: &[String],
    dated: bool,
    synonyms: &Synonyms,
) -> u32 {
    let has = |field: Field| columns.iter().any(|column| column.field == Some(field));
    let fields = Field::ALL
        .iter()
        .filter(|field| **field != Field::Seq && has(**field))
        .count();
    let somebody = has(Field::Name) || has(Field::Phone);
    let day = dated || [Field::Date, Field::DayOfMonth].into_iter().any(has);
    let possible = match kind {
        SheetKind::Register => {
            fields >= 3
                && (somebody || has(Field::Arrived))
                && (day || has(Field::Arrived) || has(Field::Left) || has(Field::PartySize))
        }
        SheetKind::Customers => fields >= 2 && somebody,
        SheetKind::Catalogue => {
            has(Field::Trim)
                && (has(Field::Series) || has(Field::Brand))
                && fields >= 3
                && !has_people(headings, synonyms)
        }
        SheetKind::Unknown => false,
    };
    if !possible {
        return 0;
    }
    let of_heading = |column: &Column| match (column.field, column.matched) {
        (Some(_), Matched::Exact) => headings
            .iter()
            .find(|h| h.index == column.index)
            .and_then(|h| h.meaning(kind, synonyms))
            .map_or(10, |(_, sure)| sure / 10),
        (Some(_), _) => 5,
        _ => 0,
    };
    let known: u32 = columns.iter().map(of_heading).sum();
    let titled = synonyms.sheets.iter().any(|(of, words)| {
        *of == kind
            && said
                .iter()
                .any(|text| words.iter().any(|word| text.contains(&**word)))
    });
    let own = columns
        .iter()
        .filter_map(|column| column.field)
        .filter(|field| {
            [SheetKind::Register, SheetKind::Customers]
                .iter()
                .filter(|k| field.fits(**k))
                .count()
                == 1
        });
    let own = u32::try_from(
        own.filter(|field| {
            !matches!(
                field,
                Field::Consultant
                    | Field::Owner
                    | Field::Date
                    | Field::CardDate
                    | Field::Area
                    | Field::Address
            )
        })
        .count(),
    )
    .unwrap_or(0);
    // Two columns that only a register has, and nothing else could be made of them.
    let in_parts = kind == SheetKind::Register && has(Field::DayOfMonth) && has(Field::Month);
    let dayless = kind == SheetKind::Register && !day;
    (1 + known + 4 * own + if titled { 12 } else { 0 } + if in_parts { 12 } else { 0 })
        .saturating_sub(if dayless { 15 } else { 0 })
        .max(1)
}

/// A list of trims has no names and telephones of people.
fn has_people(headings: &[Heading], synonyms: &Synonyms) -> bool {
    headings.iter().any(|heading| {
        let meaning = heading.meaning(SheetKind::Unknown, synonyms);
        matches!(meaning, Some((Meaning::Field(Field::Name | Field::Phone | Field::Consultant | Field::Owner), sure)) if sure >= 80)
    })
}

fn build(
    kind: SheetKind,
    sheet: &Sheet,
    header: Header,
    samples: &Samples,
    synonyms: &Synonyms,
) -> Layout {
    let titles = titles(sheet, 0, *header.rows.start());
    let number = |at: usize| sheet.rows.get(at).map_or(0, |row| row.number);
    let lines = |header: &Header| (number(*header.rows.start()), number(*header.rows.end()));
    let columns = assign(&header.headings, kind, samples, synonyms);
    let mut before = *header.rows.end();
    let mut further = Vec::new();
    if kind != SheetKind::Unknown {
        for next in find_further(sheet, &header, &[kind], synonyms) {
            let samples = Samples::below(sheet, next.rows.end() + 1);
            let above = self::titles(
                sheet,
                next.rows.start().saturating_sub(2).max(before + 1),
                *next.rows.start(),
            );
            before = *next.rows.end();
            let columns = assign(&next.headings, kind, &samples, synonyms);
            further.push(Section {
                header: lines(&next),
                columns,
                hint: hint(&above, "", "", synonyms),
            });
        }
    }
    Layout {
        kind,
        header: Some(lines(&header)),
        columns,
        hint: hint(&titles, &sheet.name, &sheet.file, synonyms),
        further,
    }
}

/// Without headings a person has to name the columns; telephones and dates are found.
fn without_headings(kind: SheetKind, sheet: &Sheet, synonyms: &Synonyms) -> Layout {
    let samples = Samples::below(sheet, 0);
    let of = if kind == SheetKind::Unknown {
        SheetKind::Register
    } else {
        kind
    };
    let columns = assign(&[], of, &samples, synonyms);
    Layout {
        kind,
        header: None,
        columns,
        hint: hint(&[], &sheet.name, &sheet.file, synonyms),
        further: Vec::new(),
    }
}

/// Whether days stand alone over the rows that belong to them.
fn has_banners(sheet: &Sheet, from: usize) -> bool {
    let known = DayHint {
        default_year: Some(2026),
        month: Some(1),
        ..DayHint::default()
    };
    sheet
        .rows
        .iter()
        .skip(from)
        .take(BANNERS_WITHIN)
        .any(|row| {
            let mut filled = row.filled();
            let first = filled.next().is_some_and(|(_, cell)| match cell {
                Cell::Text(text) => {
                    text.contains(['日', '号', '號']) && read_day(cell, &known).is_ok()
                }
                cell => matches!(cell, Cell::Date(_)),
            });
            first && filled.nth(1).is_none()
        })
}

/// The texts of the rows between two places.
fn titles(sheet: &Sheet, from: usize, to: usize) -> Vec<String> {
    let rows = sheet.rows.get(from..to.max(from)).unwrap_or_default();
    rows.iter()
        .flat_map(|row| row.filled().map(|(_, cell)| cell.text()))
        .collect()
}
