//! A branch's own old papers, taken in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use std::path::PathBuf;

use desk::problem::Code;
use serde_json::{Value, json};
use support::Branch;

/// Real sheets made by others; tests on them skip where they are absent.
fn shared(file: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(file);
    path.exists().then_some(path)
}

fn written(branch: &Branch, name: &str, text: &str) -> PathBuf {
    let path = branch.folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

const REGISTER: &str = "\
河西店 2026年3月 来店(电)登记表
日期,来店时间,离店时间,客户姓名,联系电话,人数,意向车型,级别,销售顾问,信息来源,备注
3月1日,9:30,10:15,赵女士,138 0013 8000,2,雅阁,H,李强,自然到店,
3月1日,10:00,,钱先生,１３９００１３９０００,1,皓影,A,王芳,路过,\"看了\"\"两次\"\"\"
小计,2批,,,,,,,,,
3月2日,11:00,,赵女士,+86 13800138000,1,雅阁,A,王芳,自然到店,又来
3月2日,14:00,,孙,,3,,,李强,,没留电话
3月2日,15:00,,周先生,1370013700,1,雅阁,B,刘备,自然到店,少一位
看不清,9:00,,吴,13600136000,1,,,李强,,
制表人：林晓,,,,,,,,,,
";

fn read(branch: &Branch, file: &std::path::Path) -> Value {
    branch.ok("read_import", json!({ "path": file }))
}

#[test]
fn a_register_is_understood_before_anything_is_written() {
    let branch = Branch::staffed();
    branch.at("2026-03-05", "09:00");
    let preview = read(&branch, &written(&branch, "三月.csv", REGISTER));
    assert_eq!(preview["kind"], "register");
    assert_eq!(preview["rows_read"], 6);
    assert_eq!(preview["contacts"], 5);
    assert_eq!(preview["customers_new"], 2);
    assert_eq!(preview["customers_joined"], 1);
    assert_eq!(preview["left_out"], 1);
    assert_eq!(
        preview["unknown_consultants"],
        json!([{ "name": "刘备", "rows": 1 }])
    );
    assert_eq!(
        preview["shared_phones"],
        json!([{ "phone": "138****8000", "owner": "李强", "others": ["王芳"] }])
    );
    assert_eq!(branch.ok("customers", json!({}))["total"], 0);
}

#[test]
fn taking_it_in_makes_visits_customers_and_cards_and_one_undo_takes_all_back() {
    let branch = Branch::staffed();
    branch.at("2026-03-05", "09:00");
    let preview = read(&branch, &written(&branch, "三月.csv", REGISTER));
    let done = branch.ok("commit_import", json!({ "id": preview["id"] }));
    for figure in ["rows_read", "contacts", "customers_new", "customers_joined"] {
        assert_eq!(done[figure], preview[figure], "{figure}");
    }
    let found = branch.ok("search", json!({ "text": "13800138000" }));
    assert_eq!(found["rows"][0]["owner_name"], "李强");
    assert_eq!(found["rows"][0]["level"], "A");
    let card = branch.ok("customer", json!({ "id": found["rows"][0]["id"] }));
    assert_eq!(card["cards"].as_array().unwrap().len(), 1);
    assert_eq!(card["cards"][0]["due"], "2026-03-06");
    let day = branch.ok("reception", json!({ "day": "2026-03-02" }));
    assert_eq!(day["totals"]["walk_ins"], 3);
    assert_eq!(day["totals"]["without_phone"], 2);
    let short = day["incomplete"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["name"] == "周先生")
        .unwrap();
    assert!(
        short["kept"]
            .as_array()
            .unwrap()
            .iter()
            .any(|cell| cell["raw"] == "1370013700"),
        "{short}"
    );

    let undone = branch.ok("undo", json!({ "act": done["act"] }));
    assert_eq!(undone["kept"], 0);
    assert_eq!(branch.ok("customers", json!({}))["total"], 0);
    assert_eq!(
        branch.ok("reception", json!({ "day": "2026-03-02" }))["totals"]["walk_ins"],
        0
    );
    assert_eq!(
        branch.refused("undo", json!({ "act": done["act"] })),
        Code::CannotUndo
    );
}

#[test]
fn undoing_an_import_keeps_whoever_was_met_since() {
    let branch = Branch::staffed();
    branch.at("2026-03-05", "09:00");
    let preview = read(&branch, &written(&branch, "三月.csv", REGISTER));
    let done = branch.ok("commit_import", json!({ "id": preview["id"] }));
    branch.later(5);
    branch.ok(
        "log_walk_in",
        json!({ "fields": { "phone": "13800138000" } }),
    );
    let undone = branch.ok("undo", json!({ "act": done["act"] }));
    assert!(undone["kept"].as_u64().unwrap() > 0);
    assert_eq!(branch.ok("customers", json!({}))["total"], 1);
}

#[test]
fn the_same_sheet_twice_makes_nobody_twice() {
    let branch = Branch::staffed();
    branch.at("2026-03-05", "09:00");
    let file = written(&branch, "三月.csv", REGISTER);
    let first = read(&branch, &file);
    branch.ok("commit_import", json!({ "id": first["id"] }));
    let second = read(&branch, &file);
    assert_eq!(second["customers_new"], 0);
    assert_eq!(second["customers_joined"], 3);
}

#[test]
fn a_corrected_column_is_remembered_for_the_next_sheet() {
    let branch = Branch::staffed();
    branch.at("2026-03-05", "09:00");
    let sheet = "日期,姓名,电话,谁接的\n2026-3-1,赵女士,13800138000,李强\n";
    let preview = read(&branch, &written(&branch, "a.csv", sheet));
    let adjusted = branch.ok("adjust_import", json!({ "id": preview["id"], "kind": "register", "columns": [{ "index": 3, "field": "consultant" }] }));
    assert_eq!(adjusted["columns"][3]["field"], "consultant");
    branch.ok("commit_import", json!({ "id": adjusted["id"] }));
    assert_eq!(
        branch.ok("search", json!({ "text": "138" }))["rows"][0]["owner_name"],
        "李强"
    );
    let next = read(
        &branch,
        &written(
            &branch,
            "b.csv",
            &sheet.replace("13800138000", "13900139000"),
        ),
    );
    assert_eq!(next["columns"][3]["field"], "consultant");
}

#[test]
fn files_that_are_no_sheets_are_refused_in_words() {
    let branch = Branch::new();
    for (name, bytes, code) in [
        ("leer.xlsx", &b""[..], Code::FileEmpty),
        (
            "bild.xlsx",
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
            Code::FileNotATable,
        ),
    ] {
        let path = branch.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(
            branch.refused("read_import", json!({ "path": path })),
            code,
            "{name}"
        );
    }
    assert_eq!(
        branch.refused("read_import", json!({ "path": "/nowhere.xlsx" })),
        Code::FileNotFound
    );
    assert_eq!(
        branch.refused("commit_import", json!({ "id": uuid::Uuid::nil() })),
        Code::ImportGone
    );
}

#[test]
fn of_several_names_in_one_cell_the_first_is_the_owner_and_the_others_are_told() {
    let branch = Branch::staffed();
    branch.at("2026-03-05", "09:00");
    let rows = "\
日期,客户姓名,联系电话,销售顾问
3月1日,赵女士,13800138000,王芳、李强
3月1日,钱先生,13900139000,李强(01)
3月1日,孙先生,13700137000,Li Qiang
3月1日,周先生,13600136000,李强/李强
";
    let preview = read(&branch, &written(&branch, "三月.csv", rows));
    let told: Vec<(&Value, &Value)> = preview["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["row"], &one["code"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!(2), &json!("consultant_differs")),
            (&json!(4), &json!("consultant_unknown"))
        ]
    );
    branch.ok("commit_import", json!({ "id": preview["id"] }));
    let owner = |phone: &str| {
        let found = branch.ok("search", json!({ "text": phone }));
        found["rows"][0]["owner_name"].clone()
    };
    assert_eq!(owner("13800138000"), "王芳");
    assert_eq!(owner("13900139000"), "李强");
    assert_eq!(owner("13700137000"), Value::Null);
}

#[test]
fn consultants_do_not_take_sheets_in() {
    let branch = Branch::staffed();
    branch.as_("李强");
    assert_eq!(
        branch.refused("read_import", json!({ "path": "/a.csv" })),
        Code::NotAllowed
    );
}

#[test]
fn the_given_register_comes_in_with_its_own_counts() {
    let Some(file) = shared("register-2026-03.xlsx") else {
        return;
    };
    let branch = Branch::new();
    branch.at("2026-04-01", "09:00");
    for name in ["赵志强", "王磊", "李欣怡", "陈静"] {
        branch.add_staff(name, &["consultant"]);
    }
    let preview = read(&branch, &file);
    let done = branch.ok("commit_import", json!({ "id": preview["id"] }));
    assert_eq!(
        (
            &done["contacts"],
            &done["customers_new"],
            &done["customers_joined"]
        ),
        (&json!(209), &json!(146), &json!(37))
    );
    assert_eq!(preview["without_phone"], 26);
    assert_eq!(preview["unknown_consultants"], json!([]));
}

#[test]
fn the_given_catalogue_comes_in_whole_its_five_repeated_rows_once_and_a_second_time_changes_nothing()
 {
    let Some(file) = shared("catalogue.csv") else {
        return;
    };
    let branch = Branch::new();
    let preview = read(&branch, &file);
    assert_eq!(preview["kind"], "catalogue");
    assert_eq!(
        branch.ok("commit_import", json!({ "id": preview["id"] }))["trims"],
        38_140
    );
    assert!(
        branch
            .ok("suggest_models", json!({ "text": "雅阁" }))
            .as_array()
            .unwrap()
            .contains(&json!("雅阁"))
    );
    let again = read(&branch, &file);
    assert_eq!(
        branch.refused("commit_import", json!({ "id": again["id"] })),
        Code::NothingChanged
    );
}
