//! Which columns mean what, in forms of many dealers.

use super::*;
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
fn two_lines_of_headings_with_columns_to_be_ticked() {
    let sheet = sheet(
        "3月",
        "
        某某店来店（电）登记表|||||||||||||
        日期|客户信息|||来店性质|||级别||||时间||销售顾问
        |姓名|性别|电话|首次|再次|邀约|H|A|B|C|到|离|
        2026/3/1|张三|男|13800138000|√|||||√||10:15|11:20|王磊
        |李四|女|13900139000|||√|√||||14:00||陈静
        |王五||||√||||||15:00|15:30|陈静",
    );
    assert_eq!(
        columns(&layout(&sheet)),
        "register: date name gender phone frequency=首次 frequency=再次 frequency=邀约 level=H level=A level=B level=C arrived left consultant"
    );
    assert_eq!(layout(&sheet).header, Some((2, 3)));
    let reading = read(&sheet);
    let rows = visits(&reading);
    assert_eq!(
        who(&reading),
        [
            "2026-03-01 张三 13800138000",
            "2026-03-01 李四 13900139000",
            "2026-03-01 王五 -"
        ]
    );
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.frequency, row.level.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(Frequency::First), Some("B")),
            (Some(Frequency::Invited), Some("H")),
            (Some(Frequency::Again), None)
        ]
    );
    assert_eq!(
        (
            rows[2].arrived.map(|t| t.to_string()),
            rows[2].left.map(|t| t.to_string())
        ),
        (Some("15:00".into()), Some("15:30".into()))
    );
    assert_eq!(problems(&reading), [""; 0]);
}

#[test]
fn merged_cells_say_what_a_group_heading_spans() {
    let mut sheet = sheet(
        "Sheet1",
        "
        序号|日期|客户||意向车型|||备注
        ||姓名|联系方式|雅阁|飞度|皓影|
        1|2026-03-01|张三|13800138000|√|||
        2|2026-03-01|李四|13900139000||√||第一次来",
    );
    sheet.merges = [
        (1, 2, 0, 0),
        (1, 2, 1, 1),
        (1, 1, 2, 3),
        (1, 1, 4, 6),
        (1, 2, 7, 7),
    ]
    .map(|(top, bottom, left, right)| Merge {
        top,
        bottom,
        left,
        right,
    })
    .to_vec();
    assert_eq!(
        columns(&layout(&sheet)),
        "register: seq date name phone model=雅阁 model=飞度 model=皓影 remark"
    );
    let reading = read(&sheet);
    assert_eq!(
        visits(&reading)
            .iter()
            .map(|row| row.model.as_deref())
            .collect::<Vec<_>>(),
        [Some("雅阁"), Some("飞度")]
    );
}

#[test]
fn ticks_without_a_group_heading() {
    let sheet = sheet(
        "",
        "
        日期|姓名|男|女|来店|来电|电话|H|A|B|C|N|备注
        2026.3.1|张三|√||√||13800138000||√||||a
        2026.3.1|李四||√||√|13900139000|||||1|",
    );
    assert_eq!(
        columns(&layout(&sheet)),
        "register: date name gender=男 gender=女 kind=来店 kind=来电 phone level=H level=A level=B level=C level=N remark"
    );
    let reading = read(&sheet);
    let told: Vec<_> = visits(&reading)
        .iter()
        .map(|row| (row.gender, row.kind, row.level.clone()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(Gender::Male), VisitKind::WalkIn, Some("A".into())),
            (Some(Gender::Female), VisitKind::Call, Some("N".into()))
        ]
    );
}

#[test]
fn two_ticks_in_one_row_are_told() {
    let sheet = sheet(
        "",
        "
        日期|姓名|电话|级别||
        |||H|A|B
        2026-3-1|张三|13800138000|√|√|",
    );
    let reading = read(&sheet);
    assert_eq!(
        (visits(&reading)[0].level.as_deref(), problems(&reading)),
        (Some("H"), vec!["3 several_choices √".to_owned()])
    );
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
fn a_day_that_stands_only_in_the_title_or_on_the_tab() {
    let table = "
        2026年3月5日 来店登记表||||
        序号|姓名|电话|来店时间|接待人
        1|张三|13800138000|9:30-10:15|王磊 13700137000";
    let reading = read(&sheet("", table));
    assert_eq!(who(&reading), ["2026-03-05 张三 13800138000"]);
    let row = &visits(&reading)[0];
    assert_eq!(
        (
            row.arrived.map(|t| t.to_string()),
            row.left.map(|t| t.to_string()),
            row.consultant.as_deref()
        ),
        (Some("09:30".into()), Some("10:15".into()), Some("王磊"))
    );

    let of_month = table.replace("3月5日", "3月");
    assert_eq!(
        who(&read(&sheet("12日", &of_month))),
        ["2026-03-12 张三 13800138000"]
    );
    assert_eq!(
        problems(&read(&sheet("Sheet1", &of_month))),
        ["3 row_without_date "]
    );
}

#[test]
fn sheets_for_every_day_are_all_read_and_other_sheets_are_not() {
    let day = |name: &str| {
        sheet(
            name,
            "
        2026年3月来店登记||||
        序号|姓名|电话|来店时间|级别
        1|张三|13800138000|9:30|A",
        )
    };
    let mut hidden = day("4");
    hidden.hidden = true;
    let lists = sheet(
        "数据源",
        "
        级别|来源
        H|路过
        A|车展",
    );
    let book = Workbook {
        sheets: vec![
            day("1"),
            day("2"),
            day("3"),
            hidden,
            lists,
            Sheet::default(),
        ],
    };
    let chosen = choose(&book, None, &shipped());
    assert_eq!(
        chosen
            .iter()
            .filter(|c| c.wanted)
            .map(|c| c.sheet)
            .collect::<Vec<_>>(),
        [0, 1, 2]
    );
    let days: Vec<String> = chosen
        .iter()
        .filter(|c| c.wanted)
        .flat_map(|c| {
            who(&read_rows(
                book.sheet(c.sheet).unwrap(),
                &c.layout,
                &house(),
                today(),
            ))
        })
        .collect();
    assert_eq!(
        days,
        [
            "2026-03-01 张三 13800138000",
            "2026-03-02 张三 13800138000",
            "2026-03-03 张三 13800138000"
        ]
    );
}

#[test]
fn year_month_and_day_in_columns_of_their_own() {
    let sheet = sheet(
        "",
        "
        年|月|日|姓名|电话|时间|销售顾问
        2026|3|1|张三|13800138000|10:00|王磊
        ||2|李四|13900139000|10:30|王磊
        |4|1|王五|13700137000|11:00|王磊",
    );
    assert_eq!(
        who(&read(&sheet)),
        [
            "2026-03-01 张三 13800138000",
            "2026-03-02 李四 13900139000",
            "2026-04-01 王五 13700137000"
        ]
    );
}

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
fn a_time_column_that_holds_whole_days() {
    let sheet = sheet(
        "客流",
        "
        来店时间|客户姓名|电话|性别|意向车型
        2026-03-01 10:15:00|张三|13800138000|男|雅阁",
    );
    assert_eq!(
        columns(&layout(&sheet)),
        "register: date name phone gender model"
    );
    let reading = read(&sheet);
    assert_eq!(
        (
            who(&reading),
            visits(&reading)[0].arrived.map(|t| t.to_string())
        ),
        (
            vec!["2026-03-01 张三 13800138000".to_owned()],
            Some("10:15".into())
        )
    );
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

#[test]
fn headings_repeated_under_every_day_with_its_weekday() {
    let sheet = sheet(
        "2026年3月",
        "
        星期日|3.1||||||
        时段|客户|电话|首/再|顾问|车型|级别|备注
        9:00-10:00|张三|13800138000|首|王磊|雅阁|A|
        星期一|3.2||||||
        时段|客户|电话|首/再|顾问|车型|级别|备注
        9:00-10:00|王五|13700137000|再|王磊|雅阁|A|",
    );
    let reading = read(&sheet);
    assert_eq!(
        who(&reading),
        ["2026-03-01 张三 13800138000", "2026-03-02 王五 13700137000"]
    );
    assert_eq!(problems(&reading), [""; 0]);
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
fn other_under_a_group_is_one_more_choice() {
    let sheet = sheet(
        "",
        "
        日期|姓名|电话|来源||||顾问
        |||网络|介绍|车展|其他|
        2026-3-1|张三|13800138000|√||||王磊
        2026-3-1|李四|13900139000||||√|王磊",
    );
    assert_eq!(
        columns(&layout(&sheet)),
        "register: date name phone source=网络 source=介绍 source=车展 source=其他 consultant"
    );
    let reading = read(&sheet);
    assert_eq!(visits(&reading)[0].source.as_deref(), Some("vertical_site"));
    // The house has no such source: its word is kept.
    assert_eq!(problems(&reading), ["4 unknown_choice 其他"]);
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
