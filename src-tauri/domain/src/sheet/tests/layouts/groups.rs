//! Headings of two lines: groups, merged cells, and columns that are ticked.

use super::super::*;
use crate::rows::{Frequency, Gender, VisitKind};

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
fn a_few_headings_written_in_two_lines() {
    let sheet = sheet(
        "3月",
        "
        序号|来店日期|时间||客户信息|||人数|意向||接待|备注
        ||进店|离店|姓名|性别|手机||车型|级别|顾问|
        1|2026.3.1|9:30|10:05|张伟|男|13800138001|2|雅阁|A|王磊|首次
        2||10:10||李娜|女|13800138002|1|皓影|B|陈静|",
    );
    assert_eq!(
        columns(&layout(&sheet)),
        "register: seq date arrived left name gender phone party_size model level consultant remark"
    );
    let reading = read(&sheet);
    assert_eq!(
        who(&reading),
        ["2026-03-01 张伟 13800138001", "2026-03-01 李娜 13800138002"]
    );
    assert_eq!(problems(&reading), [""; 0]);
}

#[test]
fn a_tick_for_calls_beside_the_ticks_for_how_often() {
    let sheet = sheet(
        "3月",
        "
        日期|客户姓名|联系电话|来店性质|||接待顾问
        |||首次|二次|来电|
        3月1日|张三|13911112001|√|||王磊
        3月1日|李四|13911112002|||√|陈静",
    );
    assert_eq!(
        columns(&layout(&sheet)),
        "register: date name phone frequency=首次 frequency=二次 kind=来电 consultant"
    );
    let reading = read(&sheet);
    let told: Vec<_> = visits(&reading).iter().map(|row| row.kind).collect();
    assert_eq!(told, [VisitKind::WalkIn, VisitKind::Call]);
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
