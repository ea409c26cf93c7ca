//! Committed files of other programs and encodings, read from end to end.

mod kit;

use domain::rows::{Gender, VisitKind};
use kit::{all, fixture};
use paper::Unreadable;

#[test]
fn a_register_in_gb18030_with_every_spelling() {
    let book = paper::read(&fixture("register-gb18030.csv")).unwrap();
    let read = all(&book);
    let rows = read.visits();
    let told: Vec<_> = rows
        .iter()
        .map(|r| {
            format!(
                "{} {} {} {}",
                r.row,
                r.day,
                r.name.as_deref().unwrap(),
                r.phone.as_ref().map_or("-", |p| p.as_str())
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "3 2026-03-01 张三 13800138000",
            "4 2026-03-01 李四 13900139000",
            "5 2026-03-02 王五 13700137000",
            "6 2026-03-03 赵六 -"
        ]
    );
    assert_eq!(
        (rows[1].gender, rows[2].kind, rows[2].phone_note.as_deref()),
        (Some(Gender::Female), VisitKind::Call, Some("微信同号"))
    );
    let times: Vec<_> = rows
        .iter()
        .map(|r| r.arrived.unwrap().to_string())
        .collect();
    assert_eq!(times, ["10:15", "14:30", "14:30", "09:30"]);
    assert_eq!(
        rows[0].remark.as_deref(),
        Some("太太决定，要求\"本周\"提车")
    );
    assert_eq!(rows[1].remark.as_deref(), Some("𠮷田先生介绍🚗"));
    assert_eq!(
        rows[2].remark.as_deref(),
        Some("=HYPERLINK(\"http://x\",\"点我\")")
    );
    assert_eq!(rows[3].remark.as_deref(), Some("第一行\n第二行"));
    // The line break inside row 6 makes no new row: a spreadsheet numbers the next one 7.
    assert_eq!(
        read.problems(),
        [(6, "phone_too_short"), (7, "row_without_date")]
    );
    assert_eq!(read.rows_read(), 5);
}

#[test]
fn a_customer_list_in_utf_16_with_semicolons() {
    let read = all(&paper::read(&fixture("customers-utf16.csv")).unwrap());
    let rows = read.customers();
    assert_eq!(
        (
            rows.len(),
            rows[1].name.as_deref(),
            rows[0].wechat.as_deref(),
            rows[1].wechat.as_deref()
        ),
        (2, Some("李\"四\""), Some("zhangsan_88"), None)
    );
    assert_eq!(
        (
            rows[0].card_day.map(|d| d.to_string()),
            rows[0].owner.as_deref(),
            read.problems()
        ),
        (Some("2026-03-01".into()), Some("王磊"), vec![])
    );
}

#[test]
fn a_register_from_taiwan_in_big5() {
    let read = all(&paper::read(&fixture("register-big5.csv")).unwrap());
    let rows = read.visits();
    assert_eq!(
        (
            rows.len(),
            rows[0].day.to_string().as_str(),
            rows[0].phone.as_ref().unwrap().as_str()
        ),
        (2, "2026-03-01", "+886912345678")
    );
    assert_eq!(
        (
            rows[1].name.as_deref(),
            rows[1].gender,
            rows[1].remark.as_deref()
        ),
        (Some("王先生"), Some(Gender::Male), Some("很滿意"))
    );
}

#[test]
fn a_workbook_of_the_old_format_with_merged_days() {
    let book = paper::read(&fixture("register.xls")).unwrap();
    assert_eq!(book.sheets.len(), 2);
    let read = all(&book);
    let told: Vec<_> = read
        .visits()
        .iter()
        .map(|r| {
            format!(
                "{} {} {} {}",
                r.row,
                r.day,
                r.phone.as_ref().unwrap(),
                r.arrived.unwrap()
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "3 2026-03-01 13800138000 10:17",
            "4 2026-03-01 13900139000 10:18"
        ]
    );
    assert_eq!((read.rows_read(), read.problems()), (2, vec![]));
}

#[test]
fn an_encrypted_workbook_says_so() {
    assert_eq!(
        paper::read(&fixture("encrypted.xlsx")).unwrap_err(),
        Unreadable::Encrypted
    );
}
