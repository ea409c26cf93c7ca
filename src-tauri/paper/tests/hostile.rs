//! Files that are broken, mislabelled, or made to do harm.

#![allow(
    clippy::unwrap_used,
    reason = "a file that cannot be made fails the test"
)]

mod kit;

use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::path::Path;

use kit::{fixture, open};
use paper::{Limits, Progress, Unreadable, read_bytes};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELS: &str = r#"<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="s1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<Relationships><Relationship Id="s1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
const STRINGS: &str = r#"<sst uniqueCount="1"><si><t>a</t></si></sst>"#;

/// A container with these parts.
fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook by hand, with this sheet and these shared texts.
fn workbook(sheet: &[u8], strings: &[u8]) -> Vec<u8> {
    container(&[
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn plain() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..200 {
        sheet.write_string(row, 0, format!("张三{row}")).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn the_workbook_by_hand_can_be_read() {
    let book = open(&workbook(SHEET.as_bytes(), STRINGS.as_bytes())).unwrap();
    assert_eq!(book.sheets[0].rows[0].cells[0].text(), "a");
}

#[test]
fn a_file_of_no_bytes_is_empty() {
    assert_eq!(open(b""), Err(Unreadable::Empty));
    let file = tempfile::NamedTempFile::with_suffix(".xlsx").unwrap();
    assert_eq!(paper::read(file.path()), Err(Unreadable::Empty));
    assert_eq!(open(b"\n\n  \n,,,\n"), Err(Unreadable::Empty));
}

#[test]
fn a_wrong_extension_does_not_deceive() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    assert_eq!(
        paper::read(&put("workbook.csv", &plain())).unwrap().sheets[0]
            .rows
            .len(),
        200
    );
    assert_eq!(
        paper::read(&put("text.xlsx", "姓名,电话\n张三,1\n".as_bytes()))
            .unwrap()
            .sheets[0]
            .rows
            .len(),
        2
    );
    assert_eq!(
        paper::read(&put("text.xls", "姓名\t电话\n张三\t1\n".as_bytes()))
            .unwrap()
            .sheets[0]
            .rows[1]
            .cells
            .len(),
        2
    );
    assert_eq!(
        paper::read(&put("picture.xlsx", b"\x89PNG\r\n\x1a\n1234")),
        Err(Unreadable::NotATable)
    );
    assert_eq!(
        paper::read(&put(
            "web.xls",
            "<html><table><tr><td>姓名</td></tr></table></html>".as_bytes()
        )),
        Err(Unreadable::OtherFormat)
    );
    assert_eq!(
        paper::read(&put(
            "letter.xlsx",
            &container(&[("word/document.xml", b"<w/>")])
        )),
        Err(Unreadable::NotATable)
    );
    assert_eq!(
        paper::read(&put(
            "open.xlsx",
            &container(&[("content.xml", b"<o/>"), ("mimetype", b"x")])
        )),
        Err(Unreadable::OtherFormat)
    );
}

#[test]
fn a_file_that_is_not_there_and_a_folder() {
    assert_eq!(
        paper::read(Path::new("/no/such/file.xlsx")),
        Err(Unreadable::NotFound)
    );
    assert_eq!(
        paper::read(tempfile::tempdir().unwrap().path()),
        Err(Unreadable::Broken)
    );
}

#[test]
fn a_damaged_workbook_is_unreadable() {
    let bytes = plain();
    assert_eq!(open(&bytes[..bytes.len() / 2]), Err(Unreadable::Broken));
    assert_eq!(
        open(b"PK\x03\x04 and nothing else"),
        Err(Unreadable::Broken)
    );
    assert_eq!(
        open(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing else"),
        Err(Unreadable::Broken)
    );
    assert_eq!(open(&workbook(b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData></worksheet>", STRINGS.as_bytes())), Err(Unreadable::Broken));
    let backwards = r#"<worksheet><sheetData><row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>"#;
    assert_eq!(
        open(&workbook(backwards.as_bytes(), STRINGS.as_bytes())),
        Err(Unreadable::Broken)
    );
}

#[test]
fn a_bomb_of_repetition_is_stopped_before_it_is_read() {
    let mut sheet = SHEET.as_bytes().to_vec();
    sheet.extend(vec![b' '; 40 << 20]);
    let bytes = workbook(&sheet, STRINGS.as_bytes());
    assert!(bytes.len() < 200_000);
    assert_eq!(open(&bytes), Err(Unreadable::TooBig));
}

#[test]
fn a_bomb_that_lies_about_its_size_is_stopped_while_it_is_unpacked() {
    let mut sheet = SHEET.as_bytes().to_vec();
    sheet.extend(vec![b' '; 8 << 20]);
    let mut bytes = workbook(&sheet, STRINGS.as_bytes());
    // Both headers of the part say that it unpacks to 100 bytes.
    let size = u32::try_from(sheet.len()).unwrap().to_le_bytes();
    let at: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..*at + 4] == size)
        .collect();
    assert!(!at.is_empty());
    for at in at {
        bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(
        open(&bytes),
        Err(Unreadable::TooBig | Unreadable::Broken)
    ));
}

#[test]
fn a_promise_of_a_billion_texts_reserves_nothing() {
    for count in ["4000001", "99999999999", "18446744073709551615"] {
        let strings = STRINGS.replace("\"1\"", &format!("\"{count}\""));
        assert_eq!(
            open(&workbook(SHEET.as_bytes(), strings.as_bytes())),
            Err(Unreadable::TooBig),
            "{count}"
        );
    }
}

#[test]
fn one_long_text_in_many_cells_is_too_much() {
    let strings = format!(
        "<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>",
        "谈话内容".repeat(8_000)
    );
    let cells: String = (1..5_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    assert_eq!(
        open(&workbook(sheet.as_bytes(), strings.as_bytes())),
        Err(Unreadable::TooBig)
    );
}

#[test]
fn limits_on_rows_cells_bytes_and_sheets_hold() {
    let few = Limits {
        rows: 100,
        ..Limits::default()
    };
    let go_on = &mut |_: Progress| ControlFlow::Continue(());
    assert_eq!(
        read_bytes("a", &plain(), &few, go_on),
        Err(Unreadable::TooBig)
    );
    assert_eq!(
        read_bytes("a", "a,b\n".repeat(101).as_bytes(), &few, go_on),
        Err(Unreadable::TooBig)
    );
    assert_eq!(
        read_bytes(
            "a",
            &plain(),
            &Limits {
                cells: 100,
                ..Limits::default()
            },
            go_on
        ),
        Err(Unreadable::TooBig)
    );
    assert_eq!(
        read_bytes(
            "a",
            &plain(),
            &Limits {
                packed: 100,
                ..Limits::default()
            },
            go_on
        ),
        Err(Unreadable::TooBig)
    );
    assert_eq!(
        read_bytes(
            "a",
            b"a,b\nc,d\n",
            &Limits {
                text: 4,
                ..Limits::default()
            },
            go_on
        ),
        Err(Unreadable::TooBig)
    );
    assert_eq!(
        read_bytes(
            "a",
            &plain(),
            &Limits {
                sheets: 0,
                ..Limits::default()
            },
            go_on
        ),
        Err(Unreadable::TooBig)
    );
    let wide = r#"<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#;
    assert_eq!(
        open(&workbook(wide.as_bytes(), STRINGS.as_bytes()))
            .unwrap()
            .sheets[0]
            .rows[0]
            .cells
            .len(),
        1
    );
}

#[test]
fn an_old_workbook_with_absurd_declarations_is_refused_or_read() {
    let good = std::fs::read(fixture("register.xls")).unwrap();
    assert!(open(&good).is_ok());
    // The declared extent of a sheet: the parser would make room for it.
    let record = [0x00, 0x02, 0x0e, 0x00];
    let at = (0..good.len() - 18)
        .find(|at| good[*at..*at + 4] == record)
        .unwrap();
    let mut lying = good.clone();
    lying[at + 4..at + 12].copy_from_slice(&[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
    lying[at + 14..at + 16].copy_from_slice(&[0xff, 0xff]);
    assert_eq!(open(&lying), open(&good));
    // A cell in the last row and column.
    let number = (0..good.len() - 18)
        .find(|at| good[*at..*at + 4] == [0xfd, 0x00, 0x0a, 0x00])
        .unwrap();
    let mut far = good.clone();
    far[number + 4..number + 8].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(open(&far), Err(Unreadable::TooBig));
}

#[test]
fn reading_can_be_stopped_at_any_moment() {
    let rows: String = (0..50_000)
        .map(|n| format!("{n},张三,13800138000\n"))
        .collect();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..30_000 {
        sheet.write_number(row, 0, row).unwrap();
        sheet.write_number(row, 1, row).unwrap();
    }
    for bytes in [
        rows.into_bytes(),
        book.save_to_buffer().unwrap(),
        std::fs::read(fixture("register.xls")).unwrap(),
    ] {
        let mut seen = Vec::new();
        let all = read_bytes("a", &bytes, &Limits::default(), &mut |progress| {
            seen.push(progress);
            ControlFlow::Continue(())
        });
        assert!(all.is_ok() && seen.len() >= 2, "{seen:?}");
        assert!(
            seen.iter().all(|progress| progress.done <= progress.total),
            "{seen:?}"
        );
        for stop in [1, seen.len()] {
            let mut asked = 0;
            let stopped = read_bytes("a", &bytes, &Limits::default(), &mut |_| {
                asked += 1;
                if asked == stop {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            assert_eq!((stopped, asked), (Err(Unreadable::Stopped), stop));
        }
    }
}

#[test]
fn codes_are_told_apart() {
    let mut codes: Vec<&str> = Unreadable::ALL.iter().map(|why| why.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Unreadable::ALL.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_damage_to_a_file_breaks_the_reader(of in 0..3_usize, edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let mut bytes = match of {
            0 => plain(),
            1 => std::fs::read(fixture("register.xls")).unwrap(),
            _ => workbook(SHEET.as_bytes(), STRINGS.as_bytes()),
        };
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = open(&bytes);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..600), head in 0..4_usize) {
        let heads: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"];
        let _ = open(&[heads[head], &bytes].concat());
    }

    #[test]
    fn no_sheet_breaks_the_reader(xml in "(<(row|c|v|is|t|f|/row|/c|/v|mergeCell|dimension)( r=\"[A-Z]{0,4}[0-9]{0,11}\")?( t=\"(s|b|e|str|d|n|inlineStr)\")?( ref=\"[A-C][0-9]:[A-C][0-9]\")?>|[0-9.#x]{0,4}){0,20}") {
        let _ = open(&workbook(format!("<worksheet><sheetData>{xml}</sheetData></worksheet>").as_bytes(), STRINGS.as_bytes()));
    }
}
