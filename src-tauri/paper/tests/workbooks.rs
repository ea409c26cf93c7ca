//! Workbooks as spreadsheets write them: dates, merged cells, hidden rows and sheets, formulas.

#![allow(
    clippy::unwrap_used,
    reason = "a workbook that cannot be made fails the test"
)]

mod kit;

use domain::sheet::{Cell, Field, SheetKind};
use kit::{all, open};
use paper::Unreadable;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

fn saved(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn line(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, text) in (0..).zip(cells) {
        sheet.write_string(row, column, *text).unwrap();
    }
}

#[test]
fn a_two_line_form_with_merged_headings_and_days() {
    let bytes = saved(|book| {
        let (plain, date, time) = (
            Format::new(),
            Format::new().set_num_format("m\"月\"d\"日\""),
            Format::new().set_num_format("h:mm"),
        );
        let sheet = book.add_worksheet();
        sheet.set_name("3月").unwrap();
        sheet
            .merge_range(0, 0, 0, 9, "2026年3月来店(电)登记表", &plain)
            .unwrap();
        for (first, last, text) in [(0, 0, "序号"), (1, 1, "日期"), (9, 9, "备注")] {
            sheet.merge_range(1, first, 2, last, text, &plain).unwrap();
        }
        sheet.merge_range(1, 2, 1, 4, "客户", &plain).unwrap();
        sheet.merge_range(1, 5, 1, 6, "来店性质", &plain).unwrap();
        sheet.merge_range(1, 7, 1, 8, "来店时间", &plain).unwrap();
        line(
            sheet,
            2,
            &["", "", "姓名", "性别", "电话", "首次", "再次", "进", "离"],
        );
        sheet.merge_range(3, 1, 4, 1, "", &date).unwrap();
        sheet.write_number_with_format(3, 1, 46_082, &date).unwrap();
        for (row, name, phone, tick) in [
            (3, "张三", 13_800_138_000_u64, 5),
            (4, "李四", 13_900_139_000, 6),
        ] {
            sheet.write_number(row, 0, row - 2).unwrap();
            sheet.write_string(row, 2, name).unwrap();
            sheet.write_string(row, 3, "女").unwrap();
            sheet.write_number(row, 4, phone as f64).unwrap();
            sheet.write_string(row, tick, "√").unwrap();
            sheet
                .write_number_with_format(row, 7, 0.427_083_333_333_333_3, &time)
                .unwrap();
            sheet.write_number_with_format(row, 8, 0.5, &time).unwrap();
        }
        sheet.set_row_hidden(4).unwrap();
        sheet.merge_range(5, 0, 5, 9, "小计：2批", &plain).unwrap();
    });
    let book = open(&bytes).unwrap();
    let read = all(&book);
    assert_eq!(
        (read.layouts[0].kind, read.layouts[0].header),
        (SheetKind::Register, Some((2, 3)))
    );
    assert_eq!(
        read.column(Field::Arrived).map(|c| c.heading.as_str()),
        Some("来店时间/进")
    );
    let told: Vec<_> = read
        .visits()
        .iter()
        .map(|r| {
            format!(
                "{} {} {} {:?} {} {}",
                r.row,
                r.day,
                r.phone.as_ref().unwrap(),
                r.frequency.unwrap(),
                r.arrived.unwrap(),
                r.left.unwrap()
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "4 2026-03-01 13800138000 First 10:15 12:00",
            "5 2026-03-01 13900139000 Again 10:15 12:00"
        ],
        "a hidden row is a row"
    );
    assert_eq!((read.rows_read(), read.problems()), (2, vec![]));
}

#[test]
fn a_sheet_for_every_month_and_one_for_the_lists() {
    let bytes = saved(|book| {
        for month in [1, 2, 3] {
            let sheet = book.add_worksheet();
            sheet.set_name(format!("{month}月")).unwrap();
            line(sheet, 0, &["2026年来店登记表"]);
            line(sheet, 1, &["日期", "姓名", "电话", "来店时间", "级别"]);
            line(
                sheet,
                2,
                &[&format!("{month}.5"), "张三", "13800138000", "10:00", "A"],
            );
            line(sheet, 3, &["6", "李四", "13900139000", "11:00", "B"]);
        }
        let summary = book.add_worksheet();
        summary.set_name("汇总").unwrap();
        line(summary, 0, &["月份", "批次", "留档率"]);
        line(summary, 1, &["1月", "35", "80%"]);
        let lists = book.add_worksheet();
        lists.set_hidden(true);
        line(lists, 0, &["姓名", "电话"]);
        line(lists, 1, &["样例", "13800138000"]);
    });
    let book = open(&bytes).unwrap();
    let read = all(&book);
    let days: Vec<_> = read.visits().iter().map(|r| r.day.to_string()).collect();
    assert_eq!(
        days,
        [
            "2026-01-05",
            "2026-01-06",
            "2026-02-05",
            "2026-02-06",
            "2026-03-05",
            "2026-03-06"
        ]
    );
    assert!(book.sheets[4].hidden);
}

#[test]
fn cells_keep_their_types_and_rows_their_numbers() {
    let bytes = saved(|book| {
        let date = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        let sheet = book.add_worksheet();
        sheet.write_string(4, 1, "文字🚗𠮷").unwrap();
        sheet.write_number(4, 2, 12.5).unwrap();
        sheet.write_boolean(4, 3, true).unwrap();
        sheet
            .write_number_with_format(4, 4, 46_082.427_083_333, &date)
            .unwrap();
        sheet
            .write_formula(9, 0, Formula::new("=1+1").set_result("2"))
            .unwrap();
        sheet.write_string(9, 1, "=1+1").unwrap();
        sheet.write_string(9, 300, "too far right").unwrap();
        sheet.write_blank(20, 0, &date).unwrap();
    });
    let book = open(&bytes).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(
        sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>(),
        [5, 10]
    );
    assert_eq!(
        sheet.rows[0].cells[..4],
        [
            Cell::Empty,
            Cell::Text("文字🚗𠮷".into()),
            Cell::Number(12.5),
            Cell::Bool(true)
        ]
    );
    assert!(
        matches!(sheet.rows[0].cells[4], Cell::Date(at) if at.to_string().starts_with("2026-03-01 10:1"))
    );
    assert_eq!(
        sheet.rows[1].cells,
        [Cell::Number(2.0), Cell::Text("=1+1".into())]
    );
    assert_eq!(sheet.file, "file.bin");
}

#[test]
fn a_note_of_ten_thousand_characters_arrives_whole() {
    let note = "谈".repeat(9_998) + "🚗𠮷";
    let bytes = saved(|book| {
        let sheet = book.add_worksheet();
        line(sheet, 0, &["日期", "客户姓名", "联系电话", "接待经过"]);
        line(
            sheet,
            1,
            &["2026-03-01", "O'Brien \"小王\"", "13800138000", &note],
        );
    });
    let rows = all(&open(&bytes).unwrap()).visits();
    assert_eq!(
        (rows[0].talk.as_deref(), rows[0].name.as_deref()),
        (Some(note.as_str()), Some("O'Brien \"小王\""))
    );
}

#[test]
fn an_empty_workbook_is_empty() {
    let bytes = saved(|book| {
        book.add_worksheet();
    });
    assert_eq!(open(&bytes), Err(Unreadable::Empty));
}
