//! Sheets that are not known, or not at first sight: what is offered, corrected and remembered.

use super::super::*;

#[test]
fn headings_far_down_and_a_form_without_a_name_for_the_phone() {
    let mut table = "公司抬头||||\n|填表说明：每日填写|||\n".repeat(15);
    table.push_str("日期|姓名||车型|顾问\n2026-03-01|张三|13800138000|雅阁|王磊\n2026-03-01|李四|13900139000|雅阁|王磊");
    let sheet = sheet("", &table);
    assert_eq!(layout(&sheet).header, Some((31, 31)));
    assert_eq!(
        columns(&layout(&sheet)),
        "register: date name phone model consultant"
    );
    assert_eq!(layout(&sheet).columns[2].matched, Matched::Content);
    assert_eq!(read(&sheet).rows_read, 2);
}

#[test]
fn a_correction_is_remembered_by_the_headings() {
    let table = "
        日期|姓名|联络|顾问|说法
        2026-03-01|张三|没留|王磊|太太决定";
    let found = layout(&sheet("", table));
    assert_eq!(columns(&found), "register: date name - consultant -");
    let mut mapping = found.mapping();
    mapping.columns.insert(2, Some(Field::Phone));
    mapping.columns.insert(4, Some(Field::Talk));
    mapping.columns.insert(3, None);
    let json = serde_json::to_string(&mapping).unwrap();
    assert!(json.contains("\"2\":\"phone\""), "{json}");
    let mapping: Mapping = serde_json::from_str(&json).unwrap();

    let next = sheet(
        "4月",
        "
        四月登记||||
        日期|姓名|联络|顾问|说法
        2026-04-01|李四|13900139000|王磊|再看看",
    );
    let next_layout = layout(&next);
    assert_eq!(next_layout.fingerprint(), found.fingerprint());
    let corrected = next_layout.corrected(&mapping);
    assert_eq!(columns(&corrected), "register: date name phone - talk");
    let reading = read_rows(&next, &corrected, &house(), today());
    assert_eq!(who(&reading), ["2026-04-01 李四 13900139000"]);
    assert_eq!(
        (
            visits(&reading)[0].talk.as_deref(),
            visits(&reading)[0].consultant.as_deref()
        ),
        (Some("再看看"), None)
    );
    assert_ne!(
        layout(&sheet("", "日期|姓名|电话\n2026-03-01|张|1")).fingerprint(),
        found.fingerprint()
    );
}

#[test]
fn a_layout_survives_being_stored() {
    let layout = layout(&sheet(
        "3月",
        "日期|姓名|电话|级别||\n|||H|A|B\n2026-3-1|张三|13800138000|√||",
    ));
    let json = serde_json::to_string(&layout).unwrap();
    assert_eq!(serde_json::from_str::<Layout>(&json).unwrap(), layout);
}

#[test]
fn what_is_no_list_at_all_is_unknown() {
    for table in [
        "会议纪要|\n一、销售情况|很好\n二、下周计划|努力",
        "商品|单价|数量\n雨刮|35|2\n脚垫|280|1",
        "1|2|3\n4|5|6",
        "a",
    ] {
        assert_eq!(
            layout(&sheet("", table)).kind,
            SheetKind::Unknown,
            "{table}"
        );
    }
    let reading = read(&sheet("", "1|2|3\n4|5|6"));
    assert_eq!((reading.rows_read, reading.drafts.len()), (0, 0));
}

#[test]
fn a_form_of_one_person_is_no_list() {
    let sheet = sheet(
        "Sheet1",
        "
        姓名：|王五||电话：|13911113001
        车型：|雅阁||级别：|A
        顾问：|李强||日期：|2026-3-1",
    );
    assert_eq!(layout(&sheet).kind, SheetKind::Unknown);
}

#[test]
fn a_sheet_without_headings_offers_what_its_cells_show() {
    let sheet = sheet(
        "",
        "2026-03-01|张三|13800138000|雅阁\n2026-03-01|李四|13900139000|飞度",
    );
    let found = layout(&sheet);
    assert_eq!((found.kind, found.header), (SheetKind::Unknown, None));
    assert_eq!(columns(&found), "unknown: date - phone -");
    let mut mapping = found.mapping();
    mapping.kind = SheetKind::Register;
    mapping.columns.insert(1, Some(Field::Name));
    let reading = read_rows(&sheet, &found.corrected(&mapping), &house(), today());
    assert_eq!(
        who(&reading),
        ["2026-03-01 张三 13800138000", "2026-03-01 李四 13900139000"]
    );
}
