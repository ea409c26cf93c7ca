//! Sheets taken in by a script.

use serde_json::{Value, json};

use crate::pc::{Pc, Said, ask, keys, shared};

const REGISTER: &str = "\
河西店 2026年3月 来店(电)登记表
日期,来店时间,离店时间,客户姓名,联系电话,人数,意向车型,级别,销售顾问,信息来源,备注
3月1日,9:30,10:15,赵女士,138 0013 8000,2,雅阁,H,李强,自然到店,
3月1日,10:00,,钱先生,１３９００１３９０００,1,皓影,A,李强,路过,
小计,2批,,,,,,,,,
3月2日,11:00,,赵女士,+86 13800138000,1,雅阁,A,李强,自然到店,又来
3月2日,14:00,,孙,,3,,,李强,,没留电话
3月2日,15:00,,周先生,1370013700,1,雅阁,B,刘备,自然到店,少一位
改天再来,9:00,,吴,13600136000,1,,,李强,,
制表人：林晓,,,,,,,,,,
";

fn with_li() -> Pc {
    let pc = Pc::with_branch();
    let door = pc.open();
    pc.add_staff(&door, "李强", &["consultant"]);
    pc
}

fn ops(pc: &Pc) -> Value {
    pc.run(&["verify", "--json"]).json()["ops"].clone()
}

#[test]
fn a_dry_run_tells_the_same_as_the_import_and_writes_nothing() {
    let pc = with_li();
    let sheet = pc.file("三月.csv", REGISTER);
    let before = ops(&pc);
    let told = pc
        .run(&["import", "register", &sheet, "--dry-run", "--json"])
        .json();
    assert_eq!(
        keys(&told),
        [
            "contacts",
            "customers_joined",
            "customers_new",
            "problems",
            "rows_read"
        ]
    );
    assert_eq!(
        (
            &told["rows_read"],
            &told["contacts"],
            &told["customers_new"],
            &told["customers_joined"]
        ),
        (&json!(6), &json!(5), &json!(2), &json!(1))
    );
    assert_eq!(ops(&pc), before);
    assert_eq!(pc.run(&["search", "13800138000", "--json"]).done(), "[]");

    assert_eq!(
        pc.run(&["import", "--json", "register", &sheet]).json(),
        told
    );
    assert_eq!(
        pc.run(&["search", "13800138000", "--json"]).json()[0]["owner"],
        "李强"
    );
    let checked = pc.run(&["verify", "--json"]).json();
    assert!(
        checked["ops"].as_u64() > before.as_u64() && checked["ok"] == true,
        "{checked}"
    );

    let again = pc
        .run(&["import", "register", &sheet, "--json", "--dry-run"])
        .json();
    assert_eq!(
        (&again["customers_new"], &again["customers_joined"]),
        (&json!(0), &json!(3)),
        "nobody twice"
    );
}

#[test]
fn problems_name_the_sheets_own_rows() {
    let pc = with_li();
    let told = pc
        .run(&[
            "import",
            "register",
            &pc.file("三月.csv", REGISTER),
            "--json",
            "--dry-run",
        ])
        .json();
    let problems = told["problems"].as_array().unwrap();
    for problem in problems {
        assert_eq!(keys(problem), ["code", "column", "row", "value"]);
    }
    let of_row = |row: u64| {
        problems
            .iter()
            .filter(|problem| problem["row"] == row)
            .map(|problem| problem["value"].as_str().unwrap())
            .collect::<Vec<_>>()
    };
    assert!(
        of_row(8).contains(&"1370013700"),
        "a number one digit short: {told}"
    );
    assert!(
        of_row(8).contains(&"刘备"),
        "a consultant whom nobody knows: {told}"
    );
    assert!(
        of_row(9).contains(&"改天再来"),
        "a row without a date: {told}"
    );
    assert_eq!(of_row(3), Vec::<&str>::new());
}

#[test]
fn a_dry_run_lists_every_problem_however_many() {
    let pc = with_li();
    let rows: String = (0..600)
        .map(|at| format!("3月1日,9:30,,客户{at},1370013700,1,雅阁,B,李强,,\n"))
        .collect();
    let header =
        "日期,来店时间,离店时间,客户姓名,联系电话,人数,意向车型,级别,销售顾问,信息来源,备注\n";
    let sheet = pc.file("少一位.csv", format!("{header}{rows}"));
    let told = pc
        .run(&["import", "register", &sheet, "--dry-run", "--json"])
        .json();
    let problems = told["problems"].as_array().expect("a list");
    assert!(problems.len() >= 600, "{}", problems.len());
}

#[test]
fn people_read_lines() {
    let pc = with_li();
    let lines = pc
        .run(&["import", "register", &pc.file("三月.csv", REGISTER)])
        .done();
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "rows_read: 6",
            "contacts: 5",
            "customers_new: 2",
            "customers_joined: 1"
        ]
    );
    assert!(
        lines[4..].iter().all(|line| line.split('\t').count() == 4),
        "{lines:?}"
    );
}

#[test]
fn a_customer_list_and_a_catalogue_come_in() {
    let pc = with_li();
    let list = pc.file(
        "客户.csv",
        "姓名,电话,级别,销售顾问\n赵丽颖,13800138000,A,李强\n钱伟,13900139000,B,李强\n",
    );
    let told = pc.run(&["import", "customers", &list, "--json"]).json();
    assert_eq!(
        (
            &told["rows_read"],
            &told["customers_new"],
            &told["contacts"]
        ),
        (&json!(2), &json!(2), &json!(0))
    );
    let catalogue = pc.file("车型.csv", "品牌,厂商,车系,年款,车型名称\n本田,广汽本田,雅阁,2026,锐·混动\n本田,广汽本田,雅阁,2026,尊享版\n");
    let told = pc
        .run(&["import", "catalogue", &catalogue, "--json"])
        .json();
    assert_eq!((&told["rows_read"], &told["trims"]), (&json!(2), &json!(2)));
    let told = pc.run(&["import", "catalogue", &catalogue]).refused(3);
    assert!(told.starts_with("This is the same as before"), "{told}");
    assert!(
        ask(&pc.open(), "suggest_models", json!({ "text": "雅阁" }))
            .as_array()
            .unwrap()
            .contains(&json!("雅阁"))
    );
}

#[test]
fn files_that_are_no_sheets_are_refused_in_words_and_nothing_is_written() {
    let pc = with_li();
    let before = ops(&pc);
    let zeroes = pc.file("leer.xlsx", "");
    let picture = pc.file("bild.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let letter = pc.file("brief.csv", "尊敬的总经理\n");
    for (file, sentence) in [
        (zeroes.as_str(), "This file is empty."),
        (picture.as_str(), "This file is no table."),
        ("nowhere.xlsx", "This file is not there any more"),
        (letter.as_str(), ""),
    ] {
        let said = pc.run(&["import", "register", file]);
        assert!(matches!(said.code, 3 | 4), "{said:?}");
        assert_eq!(said.out, "");
        assert!(
            said.err.starts_with(sentence) && said.err.ends_with(['.', ')']),
            "{said:?}"
        );
    }
    assert_eq!(ops(&pc), before);
}

#[test]
fn the_given_register_comes_in_with_its_own_counts() {
    let Some(sheet) = shared("register-2026-03.xlsx") else {
        return;
    };
    let pc = Pc::with_branch();
    let door = pc.open();
    for name in ["赵志强", "王磊", "李欣怡", "陈静"] {
        pc.add_staff(&door, name, &["consultant"]);
    }
    drop(door);
    for dry_run in [&["--dry-run"][..], &[]] {
        let output = pc
            .command(&[&["import", "register", &sheet, "--json"], dry_run].concat())
            .output()
            .unwrap();
        let told = Said::of(output).json();
        assert_eq!(
            (&told["rows_read"], &told["contacts"]),
            (&json!(209), &json!(209)),
            "sub-totals are not counted"
        );
        assert_eq!(
            (&told["customers_new"], &told["customers_joined"]),
            (&json!(146), &json!(37))
        );
    }
    assert_eq!(pc.run(&["verify", "--json"]).json()["ok"], true);
}
