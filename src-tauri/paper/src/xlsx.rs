//! `.xlsx` and `.xlsm`, cell by cell, so that reading can be stopped and counted.

use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime};
use domain::sheet::{Cell, Merge, Row, Sheet, Workbook};

use crate::package::Vetted;
use crate::{Limits, Progress, Unreadable, Watch};

/// Cells between two questions whether to go on.
const STEP: usize = 20_000;
/// Parts of the progress that one sheet is.
const PARTS: u64 = 1_000;

/// Rows while they come in, counted against the limits.
pub(crate) struct Rows<'l> {
    limits: &'l Limits,
    rows: usize,
    cells: usize,
    text: usize,
}

impl<'l> Rows<'l> {
    pub(crate) fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            rows: 0,
            cells: 0,
            text: 0,
        }
    }

    /// Puts a cell into its place; row and column from 0.
    pub(crate) fn put(
        &mut self,
        sheet: &mut Sheet,
        row: u32,
        column: u32,
        cell: Cell,
    ) -> Result<(), Unreadable> {
        let column = column as usize;
        if column >= self.limits.columns || cell.is_blank() {
            return Ok(());
        }
        let number = row + 1;
        match sheet.rows.last() {
            Some(last) if last.number == number => {}
            // Rows out of order are no workbook that a spreadsheet wrote.
            Some(last) if last.number > number => return Err(Unreadable::Broken),
            _ => {
                sheet.rows.push(Row {
                    number,
                    cells: Vec::new(),
                });
                self.rows += 1;
            }
        }
        let Some(last) = sheet.rows.last_mut() else {
            return Ok(());
        };
        if last.cells.len() <= column {
            self.cells += column + 1 - last.cells.len();
            if self.cells <= self.limits.cells {
                last.cells.resize(column + 1, Cell::Empty);
            }
        }
        if let Cell::Text(text) = &cell {
            self.text += text.len();
        }
        if self.rows > self.limits.rows
            || self.cells > self.limits.cells
            || self.text > self.limits.cell_text
        {
            return Err(Unreadable::TooBig);
        }
        last.cells[column] = cell;
        Ok(())
    }
}

pub(crate) fn read(
    bytes: &[u8],
    vetted: &Vetted,
    limits: &Limits,
    watch: &mut Watch,
) -> Result<Workbook, Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(why)?;
    let date_1904 = book.has_1904_epoch();
    let listed: Vec<_> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .cloned()
        .collect();
    if listed.len() > limits.sheets {
        return Err(Unreadable::TooBig);
    }
    let mut rows = Rows::new(limits);
    let mut sheets = Vec::new();
    let total = PARTS * listed.len() as u64;
    for (nth, listed) in listed.iter().enumerate() {
        let hidden = listed.visible != SheetVisible::Visible;
        let mut sheet = Sheet {
            name: listed.name.clone(),
            hidden,
            date_1904,
            ..Sheet::default()
        };
        let before = PARTS * nth as u64;
        let mut tell = |row: u32, of: u32| {
            watch(Progress {
                done: before + (PARTS * u64::from(row) / u64::from(of.max(1))).min(PARTS),
                total,
            })
        };
        cells(&mut book, &listed.name, &mut sheet, &mut rows, &mut tell)?;
        if vetted.merges {
            merges(&mut book, &mut sheet, limits)?;
        }
        sheets.push(sheet);
    }
    Ok(Workbook { sheets })
}

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

fn cells(
    book: &mut Book,
    name: &str,
    sheet: &mut Sheet,
    rows: &mut Rows,
    tell: &mut dyn FnMut(u32, u32) -> ControlFlow<()>,
) -> Result<(), Unreadable> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A tab without cells of its own: a chart, a dialogue.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(why(error)),
    };
    let last_row = reader.dimensions().end.0;
    let mut step = 0;
    loop {
        let next = match reader.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => return Ok(()),
            // A new kind of error value, such as #SPILL!: the cell holds nothing that could be read.
            Err(XlsxError::CellError(_)) => continue,
            Err(error) => return Err(why(error)),
        };
        let (row, column) = next.get_position();
        step += 1;
        if step % STEP == 0 && tell(row, last_row).is_break() {
            return Err(Unreadable::Stopped);
        }
        rows.put(sheet, row, column, cell_of(next.get_value()))?;
    }
}

fn merges(book: &mut Book, sheet: &mut Sheet, limits: &Limits) -> Result<(), Unreadable> {
    let found = book
        .merge_cells_by_sheet_name(&sheet.name)
        .unwrap_or_default();
    if found.len() > limits.merges {
        return Err(Unreadable::TooBig);
    }
    sheet.merges = found.iter().map(merge).collect();
    Ok(())
}

pub(crate) fn merge(found: &calamine::Dimensions) -> Merge {
    let ((top, left), (bottom, right)) = (found.start, found.end);
    Merge {
        top: top + 1,
        bottom: bottom + 1,
        left,
        right,
    }
}

fn cell_of(value: &DataRef) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::text_of(text)
        }
        DataRef::SharedString(text) => Cell::text_of(text),
        DataRef::Int(number) => whole(*number),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(at) => time(at),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "cells hold 15 digits")]
pub(crate) fn whole(number: i64) -> Cell {
    Cell::Number(number as f64)
}

/// A day, with a time of day perhaps; below one day it is a time alone.
pub(crate) fn time(at: &ExcelDateTime) -> Cell {
    let value = at.as_f64();
    if at.is_duration() || (0.0..1.0).contains(&value) {
        return Cell::Time(value * 1_440.0);
    }
    date(at).map_or(Cell::Number(value), Cell::Date)
}

fn date(at: &ExcelDateTime) -> Option<NaiveDateTime> {
    let (year, month, day, hour, minute, second, milli) = at.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?;
    day.and_hms_milli_opt(
        u32::from(hour),
        u32::from(minute),
        u32::from(second),
        u32::from(milli),
    )
}

fn why(error: XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Encrypted,
        _ => Unreadable::Broken,
    }
}
