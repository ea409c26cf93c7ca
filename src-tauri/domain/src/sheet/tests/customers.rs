//! Customer lists and catalogues.

use super::*;
use crate::rows::Gender;

#[test]
fn a_customer_list_with_everything_on_the_card() {
    let sheet = sheet("意向客户档案", "
        意向客户管理卡清单|||||||||||||||
        客户编号|建卡日期|客户姓名|性别|手机|备用电话|生日|身份证号|地址|职业|意向车型|级别|购车预算|预计购车时间|下次回访日期|销售顾问
        K001|2026-03-01|张三先生||13800138000|0731-85551234|1985-03-01|430102198503011234|长沙市岳麓区|教师|雅阁|A|15-20万|一个月内|2026-04-05|王磊
        K002|2026-03-02|李四|女|13900139000||85.7.12||||飞度|H|12|7天内||陈静");
    assert_eq!(
        columns(&layout(&sheet)),
        "customers: code card_date name gender phone other_phone birthday id_number address occupation model level budget purchase_window next_contact owner"
    );
    let reading = read(&sheet);
    let rows = customers_of(&reading);
    assert_eq!(
        (
            rows[0].code.as_deref(),
            rows[0].name.as_deref(),
            rows[0].gender
        ),
        (Some("K001"), Some("张三"), Some(Gender::Male))
    );
    assert_eq!(
        (
            rows[0].birthday.map(|d| d.to_string()),
            rows[1].birthday.map(|d| d.to_string())
        ),
        (Some("1985-03-01".into()), Some("1985-07-12".into()))
    );
    assert_eq!(
        (rows[0].budget, rows[1].budget),
        (Some(20_000_000), Some(12_000_000))
    );
    assert_eq!(
        (
            rows[0].purchase_window.as_deref(),
            rows[1].purchase_window.as_deref()
        ),
        (Some("30"), Some("7"))
    );
    assert_eq!(
        (
            rows[0].next_contact.map(|d| d.to_string()),
            rows[0].owner.as_deref(),
            rows[0].other_phones.len()
        ),
        (Some("2026-04-05".into()), Some("王磊"), 1)
    );
    assert_eq!(problems(&reading), ["3 number_range 15-20万"]);
}

#[test]
fn a_short_list_of_names_and_phones_is_a_customer_list() {
    let sheet = sheet(
        "",
        "姓名|电话\n张三|13800138000\n李四|13900139000\n|13700137000\n王五|",
    );
    assert_eq!(columns(&layout(&sheet)), "customers: name phone");
    let reading = read(&sheet);
    assert_eq!((reading.rows_read, customers_of(&reading).len()), (4, 4));
    assert_eq!(
        (
            customers_of(&reading)[2].name.as_deref(),
            customers_of(&reading)[3].phone.as_ref()
        ),
        (None, None)
    );
}

#[test]
fn the_cards_of_owners() {
    let sheet = sheet(
        "保有客户",
        "
        车主姓名|联系电话|车牌号|车架号|保险到期|客户性质|单位名称|邮编|年龄
        张三|13800138000|湘A12345|lhgcp168x88012345|2026-11-30|个人||410000|38
        某某公司|0731-85551234|湘A67890||2026/12/1|公司|某某公司||",
    );
    let reading = read(&sheet);
    let rows = customers_of(&reading);
    assert_eq!(
        (
            rows[0].plate.as_deref(),
            rows[0].vin.as_deref(),
            rows[0].insurance_until.map(|d| d.to_string())
        ),
        (
            Some("湘A12345"),
            Some("LHGCP168X88012345"),
            Some("2026-11-30".into())
        )
    );
    assert_eq!(
        (
            rows[0].buyer_kind.as_deref(),
            rows[1].buyer_kind.as_deref(),
            rows[0].age_band.as_deref(),
            rows[0].postcode.as_deref()
        ),
        (
            Some("private"),
            Some("company"),
            Some("36_45"),
            Some("410000")
        )
    );
    assert_eq!(problems(&reading), [""; 0]);
}

#[test]
fn a_customer_without_name_and_number_is_left_out_and_told() {
    let sheet = sheet(
        "客户清单",
        "姓名|电话|意向车型|级别|地址\n张三|13800138000|雅阁|A|长沙\n|无|飞度|B|株洲\n|1380013800|飞度|B|株洲\n合计|2人|||",
    );
    let reading = read(&sheet);
    assert_eq!((reading.rows_read, reading.left_out), (3, 1));
    assert_eq!(
        problems(&reading),
        ["3 row_without_customer 无", "4 phone_too_short 1380013800"]
    );
}

#[test]
fn a_birthday_without_a_year_is_no_birthday() {
    let sheet = sheet("客户清单", "姓名|电话|生日\n张三|13800138000|3月5日");
    let reading = read(&sheet);
    assert_eq!(
        (customers_of(&reading)[0].birthday, problems(&reading)),
        (None, vec!["2 date_year_missing 3月5日".to_owned()])
    );
}

#[test]
fn a_person_decides_what_a_sheet_is() {
    let sheet = sheet("", "日期|姓名|电话|车型\n2026-03-01|张三|13800138000|雅阁");
    assert_eq!(layout(&sheet).kind, SheetKind::Register);
    let as_customers = recognise_as(SheetKind::Customers, &sheet, &shipped());
    assert_eq!(
        columns(&as_customers),
        "customers: card_date name phone model"
    );
    let reading = read_rows(&sheet, &as_customers, &house(), today());
    assert_eq!(
        customers_of(&reading)[0].card_day.map(|d| d.to_string()),
        Some("2026-03-01".into())
    );
    let chosen = choose(
        &Workbook {
            sheets: vec![sheet],
        },
        Some(SheetKind::Customers),
        &shipped(),
    );
    assert!(chosen[0].wanted && chosen[0].layout.kind == SheetKind::Customers);
}

#[test]
fn a_catalogue_with_brands_written_once() {
    let sheet = sheet(
        "车型目录",
        "
        品牌|厂商|车系|车款|是否在售
        本田|广汽本田|雅阁|2026款 1.5T 豪华版|在售
        |||2025款 锐·混动|停售
        ||飞度|2026款 1.5L|
        丰田||凯美瑞|2026款 2.0E|是
        ||||",
    );
    let reading = read(&sheet);
    let Drafts::Catalogue(rows) = &reading.drafts else {
        panic!("{reading:?}")
    };
    let told: Vec<_> = rows
        .iter()
        .map(|t| {
            format!(
                "{}/{}/{}/{}/{}",
                t.brand, t.maker, t.series, t.model_year, t.on_sale
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "本田/广汽本田/雅阁/2026款/true",
            "本田/广汽本田/雅阁/2025款/false",
            "本田/广汽本田/飞度/2026款/true",
            "丰田/丰田/凯美瑞/2026款/true"
        ]
    );
}

#[test]
fn a_trim_without_a_series_is_left_out_and_told() {
    let sheet = sheet("", "brand,maker".replace(',', "|").as_str());
    assert_eq!(layout(&sheet).kind, SheetKind::Unknown);
    let sheet = super::sheet(
        "",
        "brand|maker|series|model_year|trim|on_sale\n本田|广汽本田||2026款|2026款 1.5T|1\n本田|广汽本田|雅阁|2026款|2026款 1.5T|0",
    );
    let reading = read(&sheet);
    assert_eq!(
        (reading.rows_read, reading.left_out, problems(&reading)),
        (2, 1, vec!["2 row_without_trim 本田".to_owned()])
    );
}
