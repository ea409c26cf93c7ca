//! Lines between and below the data.

use super::*;

const HEAD: &str = "序号|日期|来店/来电|销售顾问|客户姓名|电话|意向车型|级别|备注\n";

fn with(rows: &str) -> Reading {
    let rows: Vec<&str> = rows.trim_matches('\n').lines().map(str::trim).collect();
    read(&sheet("登记表", &format!("{HEAD}{}", rows.join("\n"))))
}

#[test]
fn subtotals_signatures_and_notes_are_no_rows() {
    let reading = with(
        "
        1|2026-03-01|来店|王磊|张三|13800138000|雅阁|A|
        小计|1批|||||||
        2|2026-03-02|来电|陈静|李四|13900139000|飞度|B|
        3|2026-03-02|来店|陈静|王五||飞度|C|没留电话
        3月2日小计|||2批|||||
        本日合计：来店1批|||来电1批|||||
        |合计|3|||2|||

        制表：王芳||||审核：|||
        前台：|||展厅主管：|||销售经理：||
        备注：1、首次来店填F
        2、级别按照意向客户级别判定标准填写，不得空缺
        第1页 共1页
        打印时间：2026-04-01",
    );
    assert_eq!(
        who(&reading),
        [
            "2026-03-01 张三 13800138000",
            "2026-03-02 李四 13900139000",
            "2026-03-02 王五 -"
        ]
    );
    assert_eq!(
        (reading.rows_read, reading.left_out, problems(&reading)),
        (3, 0, vec![])
    );
}

#[test]
fn an_empty_date_is_the_one_above_and_an_unknown_one_is_not() {
    let reading = with(
        "
        1|2026-03-01|来店|王磊|张三|13800138000|雅阁|A|
        2||来店|王磊|李四|13900139000|雅阁|A|
        3|/|来店|王磊|王五|13700137000|雅阁|A|
        4|不详|来店|王磊|赵六|13600136000|雅阁|A|
        5|2026-03-02|来店|王磊|孙七|13500135000|雅阁|A|",
    );
    assert_eq!(
        who(&reading),
        [
            "2026-03-01 张三 13800138000",
            "2026-03-01 李四 13900139000",
            "2026-03-01 王五 13700137000",
            "2026-03-02 孙七 13500135000"
        ]
    );
    assert_eq!(problems(&reading), ["5 row_without_date 不详"]);
}

#[test]
fn a_heading_repeated_on_every_page_is_no_row() {
    let reading = with(&format!(
        "
        1|2026-03-01|来店|王磊|张三|13800138000|雅阁|A|
        {HEAD}
        2|2026-03-02|来店|王磊|李四|13900139000|雅阁|A|"
    ));
    assert_eq!((reading.rows_read, problems(&reading)), (2, vec![]));
}

#[test]
fn a_second_table_below_has_its_own_columns() {
    let sheet = sheet(
        "登记表",
        "
        一、来店登记|||||
        日期|姓名|电话|意向车型|级别|备注
        2026-03-01|张三|13800138000|雅阁|A|

        二、来电登记|||||
        电话|来电时间|客户姓名|日期|信息来源|接待人
        13900139000|9:30|李四|2026-03-01|车展|陈静",
    );
    let reading = read(&sheet);
    assert_eq!(
        who(&reading),
        ["2026-03-01 张三 13800138000", "2026-03-01 李四 13900139000"]
    );
    let second = &visits(&reading)[1];
    assert_eq!(
        (
            second.row,
            second.kind,
            second.source.as_deref(),
            second.consultant.as_deref()
        ),
        (
            7,
            crate::rows::VisitKind::Call,
            Some("exhibition"),
            Some("陈静")
        )
    );
}

#[test]
fn days_as_banners_over_their_rows() {
    let sheet = sheet(
        "2026年3月",
        "
        序号|姓名|电话|来店时间|意向车型
        3月1日 星期日||||
        1|张三|13800138000|9:30|雅阁
        3月2日（周一）||||
        1|李四|13900139000|9:30|雅阁
        2|王五||10:30|飞度",
    );
    assert_eq!(
        who(&read(&sheet)),
        [
            "2026-03-01 张三 13800138000",
            "2026-03-02 李四 13900139000",
            "2026-03-02 王五 -"
        ]
    );
}

#[test]
fn lines_that_nobody_filled_in_are_no_rows() {
    let reading = with(
        "
        1|2026-03-01|来店|王磊|张三|13800138000|雅阁|A|
        2|2026-03-01|||||||
        3||||||||
        4|2026-03-02|来店||||||
        5|2026-03-02|来店|王磊|李四||||",
    );
    assert_eq!(
        who(&reading),
        ["2026-03-01 张三 13800138000", "2026-03-02 李四 -"]
    );
    assert_eq!(reading.rows_read, 2);
}

#[test]
fn a_day_written_once_is_meant_for_the_rows_below_it() {
    let reading = with(
        "
        1|3月1日|来店|王磊|张三|13800138000||A|
        2||来店|王磊|李四|13900139000||A|
        3|同上|来店|同上|王五|13700137000||〃|
        4|3月2日|来店|陈静|赵六|13600136000||B|",
    );
    let days: Vec<String> = visits(&reading)
        .iter()
        .map(|row| row.day.to_string())
        .collect();
    assert_eq!(
        days,
        ["2026-03-01", "2026-03-01", "2026-03-01", "2026-03-02"]
    );
    assert_eq!(
        (
            visits(&reading)[2].consultant.as_deref(),
            visits(&reading)[2].level.as_deref()
        ),
        (Some("王磊"), Some("A"))
    );
}

#[test]
fn only_a_row_without_a_usable_day_is_left_out() {
    let reading = with(
        "
        1||来店|王磊|无日期|13500135000||A|
        2|2026-03-01|来店|王磊|张三|13800138000||A|
        3|2026-02-30|来店|王磊|李四|13900139000||A|
        4||来店|王磊|王五|13700137000||A|
        5|2026-03-03|哪里|王磊|赵六|1390013900||甲|",
    );
    assert_eq!(
        who(&reading),
        ["2026-03-01 张三 13800138000", "2026-03-03 赵六 -"]
    );
    assert_eq!(
        problems(&reading),
        [
            "2 row_without_date ",
            "4 row_without_date 2026-02-30",
            "5 row_without_date ",
            "6 phone_too_short 1390013900",
            "6 unknown_choice 哪里",
            "6 unknown_choice 甲"
        ]
    );
    assert_eq!((reading.rows_read, reading.left_out), (5, 3));
    let kept = &visits(&reading)[1].kept;
    assert!(
        kept.contains(&("电话".into(), "1390013900".into()))
            && kept.contains(&("级别".into(), "甲".into())),
        "{kept:?}"
    );
    assert!(
        reading
            .problems
            .iter()
            .any(|problem| problem.column == "级别")
    );
}

#[test]
fn a_note_that_runs_on_below_belongs_to_the_row_above() {
    let reading = with(
        "
        1|2026-03-01|来店|王磊|张三|13800138000||A|太太决定
        ||||||||下周带太太再来
        2|2026-03-01|来店|王磊|李四|13900139000||A|",
    );
    assert_eq!(
        (reading.rows_read, visits(&reading)[0].remark.as_deref()),
        (2, Some("太太决定\n下周带太太再来"))
    );
}

#[test]
fn merged_days_and_consultants_are_meant_for_each_row() {
    let mut sheet = sheet(
        "登记表",
        &format!(
            "{HEAD}1|2026-03-01|来店|王磊|张三|13800138000|雅阁|A|\n2||来店||李四|13900139000||B|\n3|2026-03-02|来店||王五|13700137000||B|"
        ),
    );
    sheet.merges = vec![
        Merge {
            top: 2,
            bottom: 3,
            left: 1,
            right: 1,
        },
        Merge {
            top: 2,
            bottom: 3,
            left: 3,
            right: 3,
        },
    ];
    let reading = read(&sheet);
    let told: Vec<_> = visits(&reading)
        .iter()
        .map(|row| (row.day.to_string(), row.consultant.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-03-01".into(), Some("王磊")),
            ("2026-03-01".into(), Some("王磊")),
            ("2026-03-02".into(), None)
        ]
    );
}

#[test]
fn a_statistic_below_the_signatures_is_no_data() {
    let reading = with(
        "
        1|2026-03-01|来店|王磊|张三|13800138000||A|
        前台：小李|||展厅主管：|||||
        |||王磊|12|5|||
        |||陈静|9|3|||",
    );
    assert_eq!((reading.rows_read, problems(&reading)), (1, vec![]));
}

#[test]
fn a_person_whose_name_looks_like_a_label_is_still_a_person() {
    let reading = with(
        "
        1|2026-03-01|来店|前台|王经理|13800138000||A|
        2|2026-03-01|来店|前台|合计|13900139000||A|
        3|2026-03-01|来电|前台|李总||雅阁|B|经理接待",
    );
    assert_eq!(reading.rows_read, 3);
    assert_eq!(visits(&reading)[2].consultant.as_deref(), Some("前台"));
}

#[test]
fn reading_can_be_stopped() {
    use std::ops::ControlFlow;
    let sheet = sheet(
        "登记表",
        &format!("{HEAD}1|2026-03-01|来店|王磊|张三|13800138000||A|"),
    );
    let mut rows = Vec::new();
    for number in 2..5_000 {
        rows.push(Row {
            number,
            cells: sheet.rows[1].cells.clone(),
        });
    }
    let long = Sheet {
        rows: [vec![sheet.rows[0].clone()], rows].concat(),
        ..sheet
    };
    let layout = layout(&long);
    let mut asked = 0;
    let stopped = read_rows_watched(&long, &layout, &house(), today(), &mut |done, total| {
        asked += 1;
        assert!(done <= total);
        if done >= 2_000 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert_eq!((stopped, asked), (None, 2));
}
