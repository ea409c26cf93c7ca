//! Sheets as dealers keep them, from heading to draft. Each table is written as it looks: one line per row, `|` between cells.

mod cells;
mod customers;
mod layouts;
mod lines;

use super::lists::tests::house;
use super::synonyms::tests::shipped;
use super::*;
use crate::when::Day;

/// A sheet of text cells; `\n` in a cell is written `¶`. Rows are numbered from 1, empty lines count.
fn sheet(name: &str, table: &str) -> Sheet {
    let cell = |text: &str| Cell::text_of(&text.trim().replace('¶', "\n"));
    let lines = table.trim_matches('\n').lines().map(str::trim);
    let rows = (1..).zip(lines).map(|(number, line)| Row {
        number,
        cells: line.split('|').map(cell).collect(),
    });
    Sheet {
        name: name.into(),
        rows: rows.filter(|row| row.filled().next().is_some()).collect(),
        ..Sheet::default()
    }
}

fn today() -> Day {
    "2026-04-02".parse().unwrap()
}

fn layout(sheet: &Sheet) -> Layout {
    recognise(sheet, &shipped())
}

/// The kind, and the field (or `-`) of each column with its tick.
fn columns(layout: &Layout) -> String {
    let name = |column: &Column| match (&column.field, &column.tick) {
        (Some(field), Some(tick)) => format!("{}={tick}", field.code()),
        (Some(field), None) => field.code().to_owned(),
        (None, _) => "-".to_owned(),
    };
    format!(
        "{}: {}",
        layout.kind.code(),
        layout
            .columns
            .iter()
            .map(name)
            .collect::<Vec<_>>()
            .join(" ")
    )
}

fn read(sheet: &Sheet) -> Reading {
    read_rows(sheet, &layout(sheet), &house(), today())
}

fn visits(reading: &Reading) -> &[VisitDraft] {
    match &reading.drafts {
        Drafts::Register(rows) => rows,
        other => panic!("no register: {other:?}"),
    }
}

fn customers_of(reading: &Reading) -> &[CustomerDraft] {
    match &reading.drafts {
        Drafts::Customers(rows) => rows,
        other => panic!("no customers: {other:?}"),
    }
}

/// `row code value` of every problem.
fn problems(reading: &Reading) -> Vec<String> {
    reading
        .problems
        .iter()
        .map(|p| format!("{} {} {}", p.row, p.code.code(), p.value))
        .collect()
}

/// Day, name and phone of every visit, `-` where there is none.
fn who(reading: &Reading) -> Vec<String> {
    let one = |row: &VisitDraft| {
        let phone = row.phone.as_ref().map_or("-", |phone| phone.as_str());
        format!("{} {} {phone}", row.day, row.name.as_deref().unwrap_or("-"))
    };
    visits(reading).iter().map(one).collect()
}
