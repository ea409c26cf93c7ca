//! 意向客户级别状况表: customers × days, what was planned, what came of it, and who rolls into the next month.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, customer_of};

fn contact(branch: &Branch, customer: &Value, level: &str) {
    let contact = json!({ "way": "phone", "content": "聊过", "level": level });
    branch.ok(
        "log_contact",
        json!({ "customer": customer, "contact": contact }),
    );
}

fn row<'s>(sheet: &'s Value, name: &str) -> Option<&'s Value> {
    let rows = sheet["rows"].as_array().unwrap();
    rows.iter().find(|row| row["customer"]["name"] == name)
}

#[test]
fn a_planned_day_is_a_star_until_the_level_after_the_contact_stands_there() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "B");
    branch.as_("李强");
    let sheet = branch.ok("level_sheet", json!({}));
    assert_eq!(sheet["month"], "2026-03-01");
    assert_eq!(sheet["days"], 31);
    let zhao = row(&sheet, "赵女士").unwrap();
    assert_eq!(zhao["new"], true);
    assert_eq!(
        zhao["days"],
        json!([{ "day": 8, "level": null, "planned": true }]),
        "B is contacted after seven days"
    );
    branch.at("2026-03-08", "10:00");
    contact(&branch, &id, "A");
    let sheet = branch.ok("level_sheet", json!({}));
    assert_eq!(
        row(&sheet, "赵女士").unwrap()["days"],
        json!([
            { "day": 8, "level": "A", "planned": false },
            { "day": 12, "level": null, "planned": true },
        ])
    );
    assert_eq!(row(&sheet, "赵女士").unwrap()["start"], "B");
    assert_eq!(row(&sheet, "赵女士").unwrap()["end"], "A");
}

#[test]
fn who_has_not_bought_rolls_into_the_next_month_and_who_was_lost_does_not() {
    let branch = Branch::staffed();
    let stays = customer_of(&branch, "李强", "赵女士", "13800138000", "B");
    let lost = customer_of(&branch, "李强", "钱先生", "13800138001", "A");
    branch.as_("李强").at("2026-03-20", "10:00");
    contact(&branch, &stays, "A");
    contact(&branch, &lost, "F1");
    branch.at("2026-04-02", "10:00");
    contact(&branch, &stays, "H");
    let april = branch.ok("level_sheet", json!({}));
    assert_eq!(april["month"], "2026-04-01");
    assert_eq!(april["days"], 30);
    let zhao = row(&april, "赵女士").unwrap();
    assert_eq!(
        (&zhao["new"], &zhao["start"], &zhao["end"]),
        (&json!(false), &json!("A"), &json!("H"))
    );
    assert!(row(&april, "钱先生").is_none());
    let march = branch.ok("level_sheet", json!({ "month": "2026-03-15" }));
    assert_eq!(row(&march, "赵女士").unwrap()["end"], "A", "as it was then");
    let qian = row(&march, "钱先生").unwrap();
    assert_eq!(
        qian["days"],
        json!([{ "day": 20, "level": "F1", "planned": false }])
    );
    assert_eq!(qian["end"], "F1");
    let february = branch.ok("level_sheet", json!({ "month": "2026-02-01" }));
    assert_eq!(february["rows"], json!([]), "nobody was filed yet");
    assert_eq!(february["days"], 28);
}

#[test]
fn a_consultant_sees_the_own_sheet_and_a_manager_anybodys() {
    let branch = Branch::staffed();
    customer_of(&branch, "李强", "赵女士", "13800138000", "B");
    customer_of(&branch, "王芳", "孙先生", "13800138001", "A");
    let li = branch.staff("李强");
    branch.as_("王芳");
    let own = branch.ok("level_sheet", json!({}));
    assert!(row(&own, "赵女士").is_none());
    assert!(row(&own, "孙先生").is_some());
    assert_eq!(
        branch.refused("level_sheet", json!({ "staff": li })),
        Code::NotAllowed
    );
    branch.as_("陈经理");
    assert_eq!(
        branch.ok("level_sheet", json!({}))["rows"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let his = branch.ok("level_sheet", json!({ "staff": li }));
    assert!(row(&his, "赵女士").is_some());
    assert!(row(&his, "孙先生").is_none());
}

#[test]
fn pages_of_the_sheet_follow_one_another_hot_levels_first() {
    let branch = Branch::staffed();
    for (n, level) in ["C", "H", "A", "H", "N", "B", "A"].iter().enumerate() {
        branch.later(1);
        let (name, phone) = (format!("客户{n}"), format!("1380013800{n}"));
        customer_of(&branch, "李强", &name, &phone, level);
    }
    branch.as_("李强");
    let mut seen = Vec::new();
    let mut after = json!(null);
    loop {
        let page = branch.ok("level_sheet", json!({ "limit": 2, "after": after }));
        for row in page["rows"].as_array().unwrap() {
            seen.push(row["customer"]["level"].as_str().unwrap().to_owned());
        }
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    assert_eq!(seen, ["H", "H", "A", "A", "B", "C", "N"]);
    assert_eq!(
        branch.refused("level_sheet", json!({ "after": "99,1,x" })),
        Code::BadRequest
    );
}

#[test]
fn the_sheet_is_printed_for_one_consultant_or_for_all_and_a_colleague_prints_nobody_elses() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    customer_of(&branch, "李强", "赵女士", "13800138000", "B");
    customer_of(&branch, "王芳", "钱先生", "13800138001", "A");
    let paper = |staff: Option<&str>| json!({ "paper": "level_sheet", "lang": "zh-CN", "day": "2026-03-15", "staff": staff });
    branch.as_("李强");
    let mine = branch.ok("preview_paper", paper(None));
    assert_eq!(mine["page_count"], 1);
    branch.as_("王芳");
    let refused = branch.refused("preview_paper", paper(Some(&li)));
    assert_eq!(refused, Code::NotAllowed);
    branch.as_("陈经理");
    let (all, his) = (
        branch.ok("preview_paper", paper(None)),
        branch.ok("preview_paper", paper(Some(&li))),
    );
    assert_ne!(all["pages"][0]["png"], his["pages"][0]["png"]);
}
