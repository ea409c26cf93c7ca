//! Registers of visits and calls as they are kept in many houses, in three languages.

use super::super::*;
use crate::rows::{Frequency, Gender, VisitKind, VisitResult};

#[test]
fn columns_in_any_order_with_strange_ones_between() {
    let sheet = sheet(
        "客流",
        "
        2026年3月来店登记
        备注|手机号|天气|客户|接待顾问|拟购车型|进店时间|日期|审批签字|意向等级
        太太决定|13800138000|晴|张三先生|王磊|雅阁|10:15|3月1日||A级",
    );
    let layout = layout(&sheet);
    assert_eq!(
        columns(&layout),
        "register: remark phone weather name consultant model arrived date - level"
    );
    assert_eq!(layout.header, Some((2, 2)));
    let reading = read(&sheet);
    let row = &visits(&reading)[0];
    assert_eq!(
        (
            row.day.to_string().as_str(),
            row.name.as_deref(),
            row.gender
        ),
        ("2026-03-01", Some("张三"), Some(Gender::Male))
    );
    assert_eq!(
        (
            row.level.as_deref(),
            row.weather.as_deref(),
            row.remark.as_deref()
        ),
        (Some("A"), Some("sunny"), Some("太太决定"))
    );
    assert_eq!(problems(&reading), [""; 0]);
}

#[test]
fn a_form_in_traditional_characters() {
    let sheet = sheet("來店客戶登記", "
        日期|業務代表|客戶姓名|性別|聯絡電話|來店時間|離店時間|賞車車種|意向級別|資訊來源|試乘試駕|備註
        115/3/1|林志豪|陳小明|男|0912-345-678|10:15|11:00|休旅車|A 級|短影音|否|下週再來
        115/3/2|林志豪|王先生||+886 912 345 679|下午2:30||轎車|H|車主介紹|是|");
    assert_eq!(
        columns(&layout(&sheet)),
        "register: date consultant name gender phone arrived left model level source test_drive remark"
    );
    let reading = read(&sheet);
    let rows = visits(&reading);
    assert_eq!(
        (
            rows[1].day.to_string().as_str(),
            rows[1].arrived.map(|t| t.to_string()),
            rows[1].gender
        ),
        ("2026-03-02", Some("14:30".into()), Some(Gender::Male))
    );
    assert_eq!(
        rows.iter()
            .map(|row| row.source.as_deref())
            .collect::<Vec<_>>(),
        [Some("short_video"), Some("owner_referral")]
    );
    assert_eq!(
        rows[1].phone.as_ref().map(|p| p.as_str()),
        Some("+886912345679")
    );
    // A Taiwanese number without its country is no number of the mainland.
    assert_eq!(problems(&reading), ["2 phone_too_short 0912-345-678"]);
}

#[test]
fn a_form_in_english() {
    let sheet = sheet("Walk-ins", "
        Showroom traffic, March 2026
        No.|Date|Time in|Time out|Customer Name|Gender|Phone No.|Sales Consultant|Model of interest|Level|Source|Test drive (Y/N)|Remarks
        1|Mar 1, 2026|10:15 AM|11:20 AM|Mr. Wang|M|+86 138 0013 8000|Wang Lei|Accord|A|Passing by|Y|wife decides");
    assert_eq!(
        columns(&layout(&sheet)),
        "register: seq date arrived left name gender phone consultant model level source test_drive remark"
    );
    let reading = read(&sheet);
    assert_eq!(who(&reading), ["2026-03-01 Mr. Wang 13800138000"]);
    assert_eq!(
        (
            visits(&reading)[0].source.as_deref(),
            visits(&reading)[0].test_drive
        ),
        (Some("walk_by"), Some(true))
    );
    assert_eq!(problems(&reading), [""; 0]);
}

#[test]
fn a_register_of_calls() {
    let sheet = sheet(
        "来电登记表",
        "
        来电登记表|||||||||
        日期|来电时间|来电号码|客户姓名|来电内容|响铃次数|转接给|是否接通|承诺回电|信息来源
        2026-03-01|9:30|0731-85551234|刘女士|问优惠|3|王磊|是|√|懂车帝
        2026-03-01|9:45|13800138000||问地址|2声||否||",
    );
    assert_eq!(
        columns(&layout(&sheet)),
        "register: date arrived phone name call_reason rings transferred_to connected callback_promised source"
    );
    let reading = read(&sheet);
    let rows = visits(&reading);
    assert!(rows.iter().all(|row| row.kind == VisitKind::Call));
    assert_eq!(
        (
            rows[0].rings,
            rows[0].connected,
            rows[0].callback_promised,
            rows[0].transferred_to.as_deref()
        ),
        (Some(3), Some(true), Some(true), Some("王磊"))
    );
    assert_eq!(
        (
            rows[1].rings,
            rows[1].connected,
            rows[1].call_reason.as_deref()
        ),
        (Some(2), Some(false), Some("问地址"))
    );
    assert_eq!(problems(&reading), [""; 0]);
}

#[test]
fn whether_filed_and_why_not() {
    let sheet = sheet(
        "",
        "
        日期|姓名|电话|是否首次|是否留档|未留档原因|是否置换|微信
        2026-03-01|张三|13800138000|是|是||否|wxid_abc123
        2026-03-01|李四||否|未留档|赶时间|是|已加",
    );
    let reading = read(&sheet);
    let rows = visits(&reading);
    assert_eq!(
        rows.iter()
            .map(|r| (r.frequency, r.result))
            .collect::<Vec<_>>(),
        [
            (Some(Frequency::First), Some(VisitResult::Filed)),
            (Some(Frequency::Again), Some(VisitResult::NotFiled))
        ]
    );
    assert_eq!(
        (
            rows[1].not_filed_reason.as_deref(),
            rows[1].purchase_type.as_deref()
        ),
        (Some("in_a_hurry"), Some("replacement"))
    );
    assert_eq!(
        (rows[0].wechat, rows[0].wechat_id.as_deref(), rows[1].wechat),
        (Some(true), Some("wxid_abc123"), Some(true))
    );
}

#[test]
fn the_cells_say_what_a_type_of_visit_is() {
    let first = sheet(
        "",
        "日期|姓名|电话|到店类型\n2026-3-1|张三|13800138000|首次到店\n2026-3-1|李四|13900139000|二次到店",
    );
    assert_eq!(
        columns(&layout(&first)),
        "register: date name phone frequency"
    );
    let second = sheet(
        "",
        "日期|姓名|电话|到店类型\n2026-3-1|张三|13800138000|来店\n2026-3-1|李四|13900139000|来电",
    );
    assert_eq!(columns(&layout(&second)), "register: date name phone kind");
}

#[test]
fn a_register_with_much_about_the_person_is_still_a_register() {
    let sheet = sheet(
        "2026年",
        "
        月|日|姓名|性别|年龄|电话|职业|住址|意向车型|购车预算(万)|来店次数|接待顾问|级别
        3|1|张三|男|35|13800138000|教师|岳麓区|雅阁|18|1|王磊|A",
    );
    assert_eq!(layout(&sheet).kind, SheetKind::Register);
    assert_eq!(who(&read(&sheet)), ["2026-03-01 张三 13800138000"]);
}
