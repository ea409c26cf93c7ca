//! CSV and its relatives: commas, semicolons, tabs or bars, whichever divides the lines most evenly.
//! Row numbers are those that a spreadsheet shows: a quoted line break makes no new row, an empty line does.

use csv::{Reader, ReaderBuilder, StringRecord};
use domain::sheet::{Cell, Sheet, Workbook};

use crate::text::decode;
use crate::xlsx::Rows;
use crate::{Limits, Progress, Unreadable, Watch};

const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// Characters of text by which the delimiter is chosen.
const LOOKED_AT: usize = 64 << 10;
/// Lines by which the delimiter is chosen.
const LINES: usize = 60;
/// A spreadsheet's cell holds 32,767 characters: a longer field is an open quotation mark that swallowed the rest.
const LONGEST: usize = 4 * 32_767;
/// Rows between two questions whether to go on.
const STEP: usize = 2_000;

pub(crate) fn read(
    bytes: &[u8],
    limits: &Limits,
    watch: &mut Watch,
) -> Result<Workbook, Unreadable> {
    let text = decode(bytes)?;
    let (named, rest) = named_delimiter(&text);
    let head: &str = &rest[..rest
        .char_indices()
        .nth(LOOKED_AT)
        .map_or(rest.len(), |(at, _)| at)];
    let delimiter = named.unwrap_or_else(|| most_even(head));
    // The line that names the delimiter is no row of the sheet that Excel shows.
    let sheet = match rows(rest, delimiter, true, limits, watch)? {
        Some(sheet) => sheet,
        None => rows(rest, delimiter, false, limits, watch)?.ok_or(Unreadable::TooBig)?,
    };
    Ok(Workbook {
        sheets: vec![sheet],
    })
}

/// `sep=;` in the first line.
fn named_delimiter(text: &str) -> (Option<u8>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    match line.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) => (Some(*delimiter), rest),
        _ => (None, text),
    }
}

fn parser(text: &str, delimiter: u8, quoting: bool) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(quoting)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The delimiter that gives most lines the same number of fields, and more than one.
fn most_even(head: &str) -> u8 {
    let evenness = |delimiter: u8| {
        let lengths: Vec<usize> = parser(head, delimiter, true)
            .records()
            .take(LINES)
            .flatten()
            .map(|record| record.len())
            .collect();
        let wide = lengths
            .iter()
            .filter(|length| **length > 1)
            .max_by_key(|length| {
                lengths.iter().filter(|other| other == length).count() * 1_000 + **length
            });
        wide.map_or(0, |usual| {
            lengths.iter().filter(|length| *length == usual).count() * 100 + usual
        })
    };
    // The first of equals: commas are the rule.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| evenness(*delimiter))
        .unwrap_or(b',')
}

/// `None` when a field is so long that a quotation mark must have been left open.
fn rows(
    text: &str,
    delimiter: u8,
    quoting: bool,
    limits: &Limits,
    watch: &mut Watch,
) -> Result<Option<Sheet>, Unreadable> {
    let total = text.len() as u64;
    let (mut sheet, mut counted) = (Sheet::default(), Rows::new(limits));
    let mut reader = parser(text, delimiter, quoting);
    let mut record = StringRecord::new();
    let (mut number, mut lines, mut step) = (0_u64, 1, 0);
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(Some(sheet)),
            Err(_) => return Err(Unreadable::Broken),
        }
        if quoting && record.iter().any(|field| field.len() > LONGEST) {
            return Ok(None);
        }
        let inside: u64 = record
            .iter()
            .map(|field| field.bytes().filter(|byte| *byte == b'\n').count() as u64)
            .sum();
        let now = reader.position().line();
        // Empty lines are passed over by the parser; they are rows all the same.
        number += (now - lines).saturating_sub(inside).max(1);
        lines = now;
        let row = u32::try_from(number - 1).map_err(|_| Unreadable::TooBig)?;
        for (column, field) in (0_u32..).zip(&record) {
            counted.put(&mut sheet, row, column, Cell::text_of(field))?;
        }
        step += 1;
        if step % STEP == 0
            && watch(Progress {
                done: reader.position().byte(),
                total,
            })
            .is_break()
        {
            return Err(Unreadable::Stopped);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::ControlFlow;

    fn sheet(text: &str) -> Sheet {
        read(text.as_bytes(), &Limits::default(), &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap()
        .sheets
        .remove(0)
    }

    fn texts(sheet: &Sheet, at: usize) -> Vec<String> {
        sheet.rows[at].cells.iter().map(Cell::text).collect()
    }

    #[test]
    fn any_usual_delimiter_is_found() {
        for d in [",", ";", "\t", "|"] {
            let text = ["姓名", "电话", "备注"].join(d)
                + "\n"
                + &["张三", "138 0013 8000", "a.b：c"].join(d)
                + "\n";
            assert_eq!(
                texts(&sheet(&text), 1),
                ["张三", "138 0013 8000", "a.b：c"],
                "{d:?}"
            );
        }
        assert_eq!(
            texts(&sheet("sep=;\n姓名;电话\n张,三;1\n"), 1),
            ["张,三", "1"]
        );
    }

    #[test]
    fn quotes_line_breaks_and_empty_lines_keep_the_rows_numbers() {
        let sheet = sheet(
            "标题\r\n\r\n姓名,备注\r\n\"张\"\"三\"\"\",\"第一行\r\n第二行\"\r\n\r\n李四,\"a,b\"\r\n",
        );
        let numbers: Vec<u32> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 3, 4, 6]);
        assert_eq!(texts(&sheet, 2), ["张\"三\"", "第一行\r\n第二行"]);
        assert_eq!(texts(&sheet, 3), ["李四", "a,b"]);
    }

    #[test]
    fn an_open_quotation_mark_does_not_swallow_the_rest() {
        let mut text = String::from("姓名,备注\n\"小王,ok\n");
        for n in 0..20_000 {
            text.push_str(&format!("李四{n},备注\n"));
        }
        let sheet = sheet(&text);
        assert_eq!(sheet.rows.len(), 20_002);
        assert_eq!(texts(&sheet, 1), ["\"小王", "ok"]);
    }

    #[test]
    fn a_formula_is_text() {
        assert_eq!(
            texts(&sheet("a,b\n=1+1,@SUM(A1)\n"), 1),
            ["=1+1", "@SUM(A1)"]
        );
    }
}
