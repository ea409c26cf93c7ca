//! Data for papers, and what a reader sees of a PDF.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![allow(dead_code, reason = "each test takes what it needs")]

use std::path::Path;
use std::process::Command;

use print::Paper;
use serde_json::{Value, json};

pub const LANGUAGES: [&str; 3] = ["zh-CN", "zh-TW", "en"];

pub fn words(lang: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/print/words");
    serde_json::from_str(&std::fs::read_to_string(folder.join(format!("{lang}.json"))).unwrap())
        .unwrap()
}

/// A party that left everything; `change` makes it another.
pub fn party(no: usize, change: Value) -> Value {
    let mut row = json!({
        "no": no, "kind": "来店", "arrived": "09:12", "left": "10:05", "stay": "53分", "people": "2",
        "name": "赵女士", "phone": "138****8000", "area": "岳麓区", "source": "垂直网站 / 汽车之家", "purpose": "看车", "model": "雅阁 锐·混动",
        "competitor": "凯美瑞", "level": "H", "frequency": "首次", "consultant": "李强", "drive": "√", "wechat": "√",
        "result": "留档", "reason": "", "answered": "已接", "remark": "先生决定，周末再来", "incomplete": false,
    });
    for (key, value) in change.as_object().unwrap() {
        row[key] = value.clone();
    }
    row
}

pub fn sheet(lang: &str, parties: Vec<Value>, calls: Vec<Value>, others: Vec<Value>) -> Value {
    json!({
        "lang": lang, "words": words(lang), "branch": "长沙河西店", "brand": "广汽本田", "day": "2026年3月1日 星期日",
        "weather": "晴", "note": "", "printed": "打印 2026-03-01 18:05 前台小林", "open": "",
        "totals": {
            "parties": parties.len(), "events": 0, "people": parties.len() * 2, "calls": calls.len(), "missed": 1, "others": others.len(),
            "first": 12, "again": 5, "invited": 3, "filed": 17, "first_unsold": 12, "first_filed": 10, "test_drives": 6, "wechat": 14,
            "incomplete": 2, "open": 0,
        },
        "parties": parties, "calls": calls, "others": others,
        "retention": "83%",
        "consultants": [
            { "name": "李强", "received": 8, "calls": 3, "first": 5, "filed": 7, "test_drives": 3 },
            { "name": "王芳", "received": 7, "calls": 2, "first": 4, "filed": 6, "test_drives": 2 },
        ],
        "foot": {
            "levels": [{ "level": "H", "count": 18 }, { "level": "A", "count": 42 }, { "level": "B", "count": 97 }, { "level": "C", "count": 310 }],
            "prospects": 467, "carried_over": 388, "new_this_month": 96, "owners": 2140, "contacts_today": 64, "contacts_month": 1312,
        },
        "signed": { "name": "前台小林", "at": "2026-03-01 18:02" },
        "checked": { "name": "", "at": "" },
    })
}

/// The text of a PDF as `pdftotext` finds it, laid out as on the page.
pub fn text(paper: &Paper) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, paper.pdf().unwrap()).unwrap();
    let found = Command::new("pdftotext")
        .args(["-raw"])
        .arg(&file)
        .arg("-")
        .output();
    let found = found.expect("pdftotext of poppler-utils: cargo xtask setup installs it");
    assert!(found.status.success(), "{found:?}");
    String::from_utf8(found.stdout).unwrap()
}

/// Without what only breaks lines.
pub fn run_on(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && *character != '\u{200b}')
        .collect()
}
