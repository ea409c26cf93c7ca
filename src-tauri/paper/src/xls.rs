//! `.xls`: the compound file is opened, looked through record by record, and only its vetted stream given to the parser.
//! An encrypted new workbook comes in the same container.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};
use cfb::{CompoundFile, Version};
use domain::sheet::{Cell, Sheet, Workbook};

use crate::xls_records::vet;
use crate::xlsx::{Rows, merge, time, whole};
use crate::{Limits, Progress, Unreadable, Watch};

pub(crate) fn read(
    bytes: &[u8],
    limits: &Limits,
    watch: &mut Watch,
) -> Result<Workbook, Unreadable> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    if file.exists("/EncryptedPackage") || file.exists("/EncryptionInfo") {
        return Err(Unreadable::Encrypted);
    }
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name))
        .ok_or(Unreadable::NotATable)?;
    let mut stream = Vec::new();
    let opened = file.open_stream(name).map_err(|_| Unreadable::Broken)?;
    opened
        .take(limits.packed)
        .read_to_end(&mut stream)
        .map_err(|_| Unreadable::Broken)?;
    vet(&mut stream, limits)?;
    let vetted = alone(name, &stream).map_err(|_| Unreadable::Broken)?;
    drop(stream);
    let total = vetted.len() as u64;
    // The parser reads everything at once: there is one moment before and one after.
    if watch(Progress { done: 0, total }).is_break() {
        return Err(Unreadable::Stopped);
    }
    let mut book: Xls<_> = Xls::new(Cursor::new(vetted)).map_err(why)?;
    if watch(Progress { done: total, total }).is_break() {
        return Err(Unreadable::Stopped);
    }
    sheets(&mut book, limits)
}

/// A compound file with this stream and nothing else: what was not looked at is not parsed.
fn alone(name: &str, stream: &[u8]) -> std::io::Result<Vec<u8>> {
    // Version 3, the one that old workbooks have.
    let mut file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream(name)?.write_all(stream)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

fn sheets(book: &mut Xls<Cursor<Vec<u8>>>, limits: &Limits) -> Result<Workbook, Unreadable> {
    let date_1904 = book.has_1904_epoch();
    let listed: Vec<_> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .cloned()
        .collect();
    let mut rows = Rows::new(limits);
    let mut sheets = Vec::new();
    for listed in &listed {
        let mut sheet = Sheet {
            name: listed.name.clone(),
            hidden: listed.visible != SheetVisible::Visible,
            date_1904,
            ..Sheet::default()
        };
        let range = book.worksheet_range(&listed.name).map_err(why)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (
                u32::try_from(row).unwrap_or(u32::MAX - 1),
                u32::try_from(column).unwrap_or(u32::MAX),
            );
            rows.put(
                &mut sheet,
                first_row.saturating_add(row),
                first_column.saturating_add(column),
                cell_of(value),
            )?;
        }
        let merges = book
            .merge_cells_by_sheet_name(&listed.name)
            .unwrap_or_default();
        sheet.merges = merges.iter().take(limits.merges).map(merge).collect();
        sheets.push(sheet);
    }
    Ok(Workbook { sheets })
}

fn cell_of(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            Cell::text_of(text)
        }
        Data::Int(number) => whole(*number),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::DateTime(at) => time(at),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

fn why(error: XlsError) -> Unreadable {
    match error {
        XlsError::Password => Unreadable::Encrypted,
        _ => Unreadable::Broken,
    }
}
