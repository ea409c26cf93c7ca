//! Where a sheet says which day it is: a title, a tab, columns of their own, lines in between.

use super::super::*;

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
fn one_form_for_each_day_below_the_other() {
    let sheet = sheet(
        "Sheet1",
        "
        展厅来客登记||||||
        日期：|3月5日|||值班：|王芳|
        编号|进店时间|离店时间|客户称呼|联系方式|关注车型|接待人员
        001|09:05|09:50|周小姐|135 0013 5001|思域|李强
        002|13:30|||||赵磊
        展厅来客登记||||||
        日期：3月6日||||值班：|李强|
        编号|进店时间|离店时间|客户称呼|联系方式|关注车型|接待人员
        001|09:05||郑先生|13500135003|思域|李强
        本日小计：1批||||||",
    );
    let reading = read(&sheet);
    assert_eq!(
        who(&reading),
        [
            "2026-03-05 周小姐 13500135001",
            "2026-03-05 - -",
            "2026-03-06 郑先生 13500135003"
        ]
    );
    assert_eq!(problems(&reading), [""; 0]);
}
