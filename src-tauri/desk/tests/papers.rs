//! The daily sheet, on the screen and on paper.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use desk::door::Door;
use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, PASSWORD};

/// A day with parties of every kind; the receptionist sits there.
fn busy_day() -> Branch {
    let branch = Branch::staffed();
    let (li, wang) = (branch.staff("李强"), branch.staff("王芳"));
    branch.as_("前台小林");
    let visits = [
        json!({ "name": "赵女士", "gender": "female", "phone": "13800138000", "party_size": 3, "consultant": li, "level": "H", "model": "雅阁", "source": "walk_in", "test_drive": true, "weather": "rain" }),
        json!({ "name": "钱", "gender": "male", "phone": "13900139000", "consultant": wang, "level": "B", "model": "飞度", "source": "walk_in", "wechat": true, "result": "filed" }),
        json!({ "name": "孙", "consultant": li, "result": "not_filed", "not_filed_reason": "in_a_hurry", "frequency": "first" }),
        json!({ "name": "李", "consultant": li, "phone": "13700137000", "level": "O", "frequency": "first" }),
        json!({ "name": "周", "purpose": "service" }),
    ];
    for fields in visits {
        branch.later(10);
        branch.ok("log_walk_in", json!({ "fields": fields }));
    }
    branch.later(10);
    branch.ok(
        "log_call",
        json!({ "fields": { "name": "吴", "phone": "13600136000", "consultant": wang } }),
    );
    branch
}

#[test]
fn the_sheet_has_parties_calls_and_other_purposes_apart() {
    let branch = busy_day();
    let sheet = branch.ok("daily_sheet", json!({}));
    let names = |list: &str| -> Vec<Value> {
        sheet[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].clone())
            .collect()
    };
    assert_eq!(names("parties"), ["赵女士", "钱", "孙", "李"]);
    assert_eq!(names("calls"), ["吴"]);
    assert_eq!(names("others"), ["周"]);
    assert_eq!(sheet["parties"][0]["no"], 1);
    assert_eq!(sheet["parties"][0]["phone"], "138****8000");
    assert_eq!(sheet["weather"], "rain");
    assert_eq!(sheet["signed"], json!(null));
}

#[test]
fn parties_are_counted_not_persons_and_retention_leaves_out_who_has_bought() {
    let sheet = busy_day().ok("daily_sheet", json!({}));
    let totals = &sheet["totals"];
    for (figure, count) in [
        ("parties", 4),
        ("people", 6),
        ("calls", 1),
        ("others", 1),
        ("first", 4),
        ("again", 0),
        ("filed", 3),
        ("first_unsold", 3),
        ("first_filed", 2),
        ("test_drives", 1),
        ("wechat", 1),
        ("open", 5),
    ] {
        assert_eq!(totals[figure], count, "{figure} of {totals}");
    }
}

#[test]
fn each_consultant_has_a_line_the_busiest_first() {
    let sheet = busy_day().ok("daily_sheet", json!({}));
    let line = |place: usize| {
        let one = &sheet["consultants"][place];
        (
            one["name"].clone(),
            one["received"].clone(),
            one["calls"].clone(),
            one["filed"].clone(),
            one["test_drives"].clone(),
        )
    };
    assert_eq!(
        line(0),
        (json!("李强"), json!(3), json!(0), json!(2), json!(1))
    );
    assert_eq!(
        line(1),
        (json!("王芳"), json!(1), json!(1), json!(1), json!(0))
    );
}

#[test]
fn the_foot_tells_carried_over_from_new_and_counts_the_months_contacts() {
    let branch = busy_day();
    let foot = |branch: &Branch| branch.ok("daily_sheet", json!({}))["foot"].take();
    let march = foot(&branch);
    assert_eq!(march["levels"][0], json!({ "level": "H", "count": 1 }));
    assert_eq!(march["prospects"], 2);
    assert_eq!(
        (&march["carried_over"], &march["new_this_month"]),
        (&json!(0), &json!(4))
    );

    branch.as_("李强");
    let mine = branch.ok("customers", json!({}))["rows"].take();
    let mut rows = mine.as_array().unwrap().iter();
    let customer = &rows.find(|row| row["name"] == "赵女士").unwrap()["id"];
    let contact = json!({ "customer": customer, "contact": { "way": "phone", "content": "周末再来", "level": "A" } });
    branch
        .at("2026-04-01", "10:00")
        .ok("log_contact", contact.clone());
    branch.at("2026-04-02", "10:00").ok("log_contact", contact);
    branch.as_("前台小林").ok(
        "log_walk_in",
        json!({ "fields": { "name": "郑", "phone": "13500135000", "level": "C" } }),
    );
    let april = foot(&branch);
    assert_eq!(
        (&april["carried_over"], &april["new_this_month"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(
        (&april["contacts_today"], &april["contacts_month"]),
        (&json!(1), &json!(2))
    );
    let first_of_april = branch.ok("daily_sheet", json!({ "day": "2026-04-01" }))["foot"].take();
    assert_eq!(
        (
            &first_of_april["contacts_month"],
            &first_of_april["new_this_month"]
        ),
        (&json!(1), &json!(0))
    );
}

fn ask(more: Value) -> Value {
    let mut ask = json!({ "paper": "daily_sheet", "lang": "zh-CN" });
    for (key, value) in more.as_object().unwrap() {
        ask[key] = value.clone();
    }
    ask
}

#[test]
fn a_preview_is_pictures_page_by_page_in_each_language() {
    let branch = busy_day();
    for lang in ["zh-CN", "zh-TW", "en"] {
        let pages = branch.ok(
            "preview_paper",
            ask(json!({ "lang": lang, "count": 1, "width": 800 })),
        );
        assert_eq!(pages["page_count"], 1, "{lang}");
        let page = &pages["pages"][0];
        assert_eq!(page["width"], 800);
        let png = BASE64
            .decode(page["png"].as_str().unwrap().as_bytes())
            .unwrap();
        assert!(png.starts_with(b"\x89PNG"));
    }
    let beyond = branch.ok("preview_paper", ask(json!({ "from": 7 })));
    assert_eq!(beyond["pages"], json!([]));
    assert_eq!(
        branch.refused("preview_paper", ask(json!({ "width": 9_000 }))),
        Code::BadRequest
    );
}

#[test]
fn without_a_viewer_the_file_is_named_and_is_for_this_account_alone() {
    let branch = busy_day();
    let problem = branch.call("open_paper", ask(json!({}))).unwrap_err();
    assert_eq!(problem.code, Code::NoViewer);
    let file = PathBuf::from(&problem.args["path"]);
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"));
    assert!(
        file.file_name()
            .unwrap()
            .to_string_lossy()
            .contains("2026-03-01")
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        for folder in file.ancestors().skip(1).take(2) {
            assert_eq!(
                std::fs::metadata(folder).unwrap().permissions().mode() & 0o777,
                0o700,
                "{}",
                folder.display()
            );
        }
    }
}

#[test]
fn opened_papers_go_when_the_sitting_ends() {
    let branch = busy_day();
    let open = |branch: &Branch| {
        PathBuf::from(&branch.call("open_paper", ask(json!({}))).unwrap_err().args["path"])
    };
    let locked = open(&branch);
    branch.door.lock().unwrap();
    assert!(!locked.exists(), "locked");
    branch.as_("前台小林");
    let other = open(&branch);
    branch.as_("王芳");
    assert!(!other.exists(), "somebody else sits there");
    let closed = open(&branch);
    branch.door.close().unwrap();
    assert!(!closed.exists(), "closed");
    branch.as_("王芳");
    // The power fails: the next start removes what lies there.
    let left = open(&branch);
    drop(Door::new(support::place(&branch.folder)));
    assert!(!left.exists(), "started again");
}

#[test]
fn a_viewer_is_given_the_file() {
    fn looks(file: &Path) -> std::io::Result<()> {
        assert!(file.is_file());
        Ok(())
    }
    let mut branch = busy_day();
    branch.door.close().unwrap();
    branch.door = Door::new(support::place(&branch.folder)).viewing_with(looks);
    branch.sign_in("前台小林", PASSWORD);
    let shown = branch.ok("open_paper", ask(json!({})));
    assert!(shown["path"].as_str().unwrap().ends_with(".pdf"));
}

#[test]
fn a_saved_paper_replaces_what_stands_there_and_a_folder_that_is_not_there_is_told() {
    let branch = busy_day();
    let path = branch.folder.path().join("日报");
    let saved = branch.ok("save_paper", ask(json!({ "path": path })));
    let file = path.with_extension("pdf");
    assert_eq!(saved["path"], json!(file));
    let first = std::fs::read(&file).unwrap();
    branch.ok("save_paper", ask(json!({ "path": file })));
    assert_eq!(
        std::fs::read(&file).unwrap(),
        first,
        "the same sheet at the same minute"
    );
    let nowhere = branch.folder.path().join("nowhere/日报.pdf");
    assert_eq!(
        branch.refused("save_paper", ask(json!({ "path": nowhere }))),
        Code::PaperNotWritten
    );
    assert_eq!(
        branch.refused("save_paper", ask(json!({ "path": "日报.pdf" }))),
        Code::BadRequest
    );
    let left: Vec<_> = std::fs::read_dir(branch.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name.to_string_lossy().ends_with(".part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn every_copy_that_leaves_is_in_the_log() {
    let branch = busy_day();
    branch.as_("周敏");
    let ops = || branch.ok("verify", json!({}))["ops"].as_u64().unwrap();
    let before = ops();
    branch.ok("preview_paper", ask(json!({})));
    assert_eq!(ops(), before);
    branch.refused("open_paper", ask(json!({})));
    branch.ok(
        "save_paper",
        ask(json!({ "path": branch.folder.path().join("a.pdf") })),
    );
    assert_eq!(ops(), before + 2);
}

#[test]
fn customer_service_has_no_sheet() {
    let branch = Branch::staffed();
    branch.add_staff("客服小何", &["cs_clerk"]);
    branch.as_("客服小何");
    for name in ["preview_paper", "open_paper"] {
        assert_eq!(
            branch.refused(name, ask(json!({}))),
            Code::NotAllowed,
            "{name}"
        );
    }
    assert_eq!(branch.refused("daily_sheet", json!({})), Code::NotAllowed);
}
