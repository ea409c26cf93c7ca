//! Cells as people fill them.

use super::*;
use crate::rows::Gender;
use proptest::prelude::*;

/// One row under these headings.
fn one(headings: &str, cells: &str) -> Reading {
    read(&sheet(
        "登记表",
        &format!("日期|客户姓名|联系电话|{headings}\n2026-03-01|{cells}"),
    ))
}

fn phone_of(text: &str) -> Vec<String> {
    let reading = one("级别", &format!("张三|{text}|A"));
    let row = &visits(&reading)[0];
    row.phone
        .iter()
        .chain(&row.other_phones)
        .map(|phone| phone.as_str().to_owned())
        .collect()
}

#[test]
fn every_spelling_of_a_phone_in_a_row() {
    for text in [
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "0086-138-0013-8000",
        "13800138000（本人）",
        "电话：13800138000",
        "13800138000.0",
        "=\"13800138000\"",
    ] {
        assert_eq!(phone_of(text), ["13800138000"], "{text}");
    }
    assert_eq!(
        phone_of("13800138000/13900139000"),
        ["13800138000", "13900139000"]
    );
    assert_eq!(
        phone_of("13800138000¶0731-85551234"),
        ["13800138000", "073185551234"]
    );
}

#[test]
fn a_phone_stored_as_a_number_is_the_same_phone() {
    let mut sheet = sheet("登记表", "日期|客户姓名|联系电话|级别\n2026-03-01|张三|x|A");
    sheet.rows[1].cells[2] = Cell::Number(13_800_138_000.0);
    assert_eq!(who(&read(&sheet)), ["2026-03-01 张三 13800138000"]);
}

#[test]
fn words_beside_a_phone_are_kept_and_words_alone_are_a_problem() {
    let reading = one("级别", "张三|13800138000 太太 微信同号|A");
    assert_eq!(
        (
            visits(&reading)[0].phone_note.as_deref(),
            problems(&reading)
        ),
        (Some("太太 微信同号"), vec![])
    );
    let reading = one("级别", "张三|加了微信再说|A");
    assert_eq!(
        (visits(&reading)[0].phone.as_ref(), problems(&reading)),
        (None, vec!["2 phone_words 加了微信再说".to_owned()])
    );
    for nothing in ["无", "未留", "拒留", "/", "——", "沒有"] {
        assert_eq!(
            problems(&one("级别", &format!("张三|{nothing}|A"))),
            [""; 0],
            "{nothing}"
        );
    }
}

#[test]
fn half_a_phone_stays_as_raw_text() {
    for (text, code) in [
        ("1380013800", "phone_too_short"),
        ("13800138000123", "phone_too_long"),
        ("138****8000", "phone_masked"),
        ("1.38E+10", "phone_digits_lost"),
        ("12345678901", "phone_unknown"),
    ] {
        let reading = one("级别", &format!("张三|{text}|A"));
        assert_eq!(problems(&reading), [format!("2 {code} {text}")]);
        let row = &visits(&reading)[0];
        assert_eq!(
            (row.phone.as_ref(), row.kept.as_slice()),
            (None, [("联系电话".to_owned(), text.to_owned())].as_slice())
        );
    }
}

#[test]
fn days_in_every_type_of_cell() {
    let mut sheet = sheet(
        "3月",
        "2026年3月登记表\n日期|客户姓名|联系电话|来店时间|级别",
    );
    let number = |n: f64| Cell::Number(n);
    let at = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let days = [
        number(46_082.0),
        number(46_082.427_083_333),
        Cell::Date(at.and_hms_opt(0, 0, 0).unwrap()),
        Cell::Date(at.and_hms_opt(10, 15, 0).unwrap()),
        number(3.1),
        number(20_260_301.0),
        Cell::Text("3月1日".into()),
        Cell::Text("2026.3.1".into()),
        Cell::Text("26/3/1".into()),
        Cell::Text("２０２６／３／１".into()),
        Cell::Text("3.1".into()),
        Cell::Text("2026年3月1日 星期日".into()),
        number(1.0),
        Cell::Text("1号".into()),
    ];
    for (number, day) in (3..).zip(days) {
        let cells = vec![
            day,
            Cell::Text("张三".into()),
            Cell::Text("13800138000".into()),
            Cell::Empty,
            Cell::Text("A".into()),
        ];
        sheet.rows.push(Row { number, cells });
    }
    let reading = read(&sheet);
    assert_eq!(problems(&reading), [""; 0]);
    assert!(
        visits(&reading)
            .iter()
            .all(|row| row.day.to_string() == "2026-03-01"),
        "{:?}",
        who(&reading)
    );
    assert_eq!(visits(&reading).len(), 14);
    assert_eq!(
        visits(&reading)[1]
            .arrived
            .map(|t| t.to_string())
            .as_deref(),
        Some("10:15")
    );
}

#[test]
fn serial_numbers_of_the_other_calendar() {
    let mut sheet = sheet(
        "登记表",
        "日期|客户姓名|联系电话|级别\nx|张三|13800138000|A",
    );
    sheet.date_1904 = true;
    sheet.rows[1].cells[0] = Cell::Number(44_620.0);
    assert_eq!(who(&read(&sheet)), ["2026-03-01 张三 13800138000"]);
}

#[test]
fn a_day_to_come_is_kept_and_told() {
    let reading = read(&sheet(
        "登记表",
        "日期|客户姓名|联系电话|级别\n2062-03-01|张三|13800138000|A",
    ));
    assert_eq!(
        (who(&reading), problems(&reading)),
        (
            vec!["2062-03-01 张三 13800138000".to_owned()],
            vec!["2 date_in_future 2062-03-01".to_owned()]
        )
    );
}

#[test]
fn names_with_quotes_emoji_and_rare_characters_stay_as_they_are() {
    for name in [
        "O'Brien \"Bob\"",
        "张三🚗",
        "𠮷田𡈽",
        "=HYPERLINK(\"x\")",
        "+王",
        "-李",
        "@赵",
        "阿里木·买买提",
        "欧阳",
    ] {
        let reading = one("级别", &format!("{name}|13800138000|A"));
        assert_eq!(
            (visits(&reading)[0].name.as_deref(), problems(&reading)),
            (Some(name), vec![]),
            "{name}"
        );
    }
    let reading = one("级别", "李四 13900139000||A");
    assert_eq!(who(&reading), ["2026-03-01 李四 13900139000"]);
    let reading = one("级别", "王女士|13900139000|A");
    assert_eq!(
        (
            visits(&reading)[0].name.as_deref(),
            visits(&reading)[0].gender
        ),
        (Some("王女士"), Some(Gender::Female))
    );
}

#[test]
fn a_note_of_ten_thousand_characters_is_kept_whole() {
    let note = "谈".repeat(9_998) + "🚗𠮷";
    let reading = one("接待经过|备注", &format!("张三|13800138000|{note}|"));
    assert_eq!(
        (visits(&reading)[0].talk.as_deref(), problems(&reading)),
        (Some(note.as_str()), vec![])
    );
    let model = "车".repeat(600);
    let reading = one("意向车型", &format!("张三|13800138000|{model}"));
    assert_eq!(reading.problems[0].code, ProblemCode::TextTooLong);
    assert_eq!(
        (
            reading.problems[0].value.chars().count(),
            visits(&reading)[0]
                .model
                .as_ref()
                .map(|m| m.chars().count())
        ),
        (200, Some(500))
    );
    assert_eq!(visits(&reading)[0].kept[0].1, model);
}

#[test]
fn several_notes_say_where_they_come_from() {
    let reading = one(
        "备注|二级渠道|其他",
        "张三|13800138000|太太决定|抖音直播间|下周来",
    );
    assert_eq!(
        visits(&reading)[0].remark.as_deref(),
        Some("太太决定\n二级渠道：抖音直播间\n其他：下周来")
    );
}

#[test]
fn times_persons_and_prices() {
    let reading = one(
        "来店时间|离店时间|人数|报价|颜色",
        "张三|13800138000|下午2点半|15:05|2大1小|12.98万|星月白",
    );
    let row = &visits(&reading)[0];
    assert_eq!(
        (
            row.arrived.map(|t| t.to_string()),
            row.left.map(|t| t.to_string())
        ),
        (Some("14:30".into()), Some("15:05".into()))
    );
    assert_eq!(
        (row.party_size, row.quoted_price, row.colour.as_deref()),
        (Some(3), Some(12_980_000), Some("星月白"))
    );
    let reading = one(
        "来店时间|离店时间|人数|报价",
        "张三|13800138000|25:70|9:00|一家三口|面议",
    );
    assert_eq!(
        problems(&reading),
        [
            "2 time_impossible 25:70",
            "2 number_unreadable 一家三口",
            "2 number_unreadable 面议"
        ]
    );
    let reading = one("来店时间|离店时间", "张三|13800138000|14:30|2:50");
    assert_eq!(
        (visits(&reading)[0].left, problems(&reading)),
        (None, vec!["2 left_before_arrived 2:50".to_owned()])
    );
}

#[test]
fn an_error_of_the_spreadsheet_is_a_problem_of_its_cell() {
    let mut sheet = sheet(
        "登记表",
        "日期|客户姓名|联系电话|级别\n2026-03-01|张三|13800138000|x",
    );
    sheet.rows[1].cells[3] = Cell::Error("#REF!".into());
    assert_eq!(problems(&read(&sheet)), ["2 cell_error #REF!"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_sheet_of_any_content_breaks_recognition(cells in proptest::collection::vec(proptest::collection::vec("[日期姓名电话小计合√0-9:/. \\-A-Cx]{0,8}|\\PC{0,12}", 0..8), 0..12)) {
        let rows = (1..).zip(cells).map(|(number, cells)| Row { number, cells: cells.iter().map(|text| Cell::text_of(text)).collect() }).collect();
        let sheet = Sheet { rows, merges: vec![Merge { top: 1, bottom: 4_000_000_000, left: 0, right: 4_000_000_000 }], ..Sheet::default() };
        for kind in SheetKind::ALL {
            let layout = recognise_as(*kind, &sheet, &shipped());
            let reading = read_rows(&sheet, &layout, &house(), today());
            prop_assert!(reading.rows_read == reading.drafts.len() + reading.left_out);
        }
        let _ = read(&sheet);
    }

    #[test]
    fn every_row_of_data_is_a_draft_or_a_problem(days in proptest::collection::vec("2026-03-[0-3][0-9]|3/[0-9]{1,2}|[0-9]{0,3}|", 1..20)) {
        let table: String = days.iter().map(|day| format!("{day}|张三|13800138000|A\n")).collect();
        let reading = read(&sheet("登记表", &format!("日期|客户姓名|联系电话|级别\n{table}")));
        prop_assert_eq!(reading.rows_read, days.len());
        let left_out = reading.problems.iter().filter(|p| p.code == ProblemCode::RowWithoutDate).count();
        prop_assert_eq!(reading.left_out, left_out);
    }
}
