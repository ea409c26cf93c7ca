//! Who is behind, as a manager sees it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use serde_json::{Value, json};
use support::{Branch, moment};

fn team(branch: &Branch) -> Vec<Value> {
    branch.ok("team", json!({}))["rows"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn whoever_burns_most_stands_first_with_all_that_is_open() {
    let branch = Branch::staffed();
    let (li, wang) = (branch.staff("李强"), branch.staff("王芳"));
    for (nth, level, owner) in [
        (0, "H", &wang),
        (1, "A", &wang),
        (2, "B", &li),
        (3, "B", &li),
    ] {
        let ask = json!({ "fields": { "name": format!("客户{nth}") }, "phone": format!("1380013800{nth}"), "level": level, "owner": owner });
        branch.ok("add_customer", ask);
    }
    branch.as_("王芳");
    let mine = branch.ok("customers", json!({}))["rows"][0]["id"].clone();
    branch.ok(
        "make_appointment",
        json!({ "customer": mine, "at": moment("2026-03-08", "14:00").0 }),
    );
    branch.as_("前台小林").at("2026-03-08", "09:00");
    branch.ok(
        "log_walk_in",
        json!({ "fields": { "name": "林", "consultant": li } }),
    );
    branch.as_("李强");
    let card = branch.ok("today", json!({}))["due"][0]["id"].clone();
    branch.ok(
        "finish_card",
        json!({ "card": card, "contact": { "way": "phone", "content": "好" } }),
    );

    branch.as_("陈经理");
    let rows = team(&branch);
    assert_eq!(rows.len(), 2, "who sells");
    let (first, second) = (&rows[0], &rows[1]);
    assert_eq!(first["name"], "王芳");
    for (field, value) in [
        ("overdue", json!({ "n": 2, "more": false })),
        ("oldest_overdue_days", json!(5)),
        ("due", json!({ "n": 0, "more": false })),
        ("done", json!(0)),
        ("incomplete", json!(0)),
        ("appointments", json!(1)),
        ("level_h", json!({ "n": 1, "more": false })),
        ("level_a", json!({ "n": 1, "more": false })),
    ] {
        assert_eq!(first[field], value, "{field}");
    }
    for (field, value) in [
        ("name", json!("李强")),
        ("overdue", json!({ "n": 0, "more": false })),
        ("oldest_overdue_days", json!(0)),
        ("due", json!({ "n": 1, "more": false })),
        ("done", json!(1)),
        ("incomplete", json!(1)),
        ("level_b", json!({ "n": 2, "more": false })),
    ] {
        assert_eq!(second[field], value, "{field}");
    }
}

#[test]
fn a_manager_with_customers_of_their_own_is_one_of_the_team() {
    let branch = Branch::staffed();
    let manager = branch.staff("陈经理");
    branch.as_("陈经理");
    branch.ok("add_customer", json!({ "fields": { "name": "大客户" }, "phone": "13800138000", "level": "H", "owner": manager }));
    assert!(team(&branch).iter().any(|row| row["name"] == "陈经理"));
}

#[test]
fn more_than_a_thousand_late_cards_are_said_to_be_more() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    let ask = json!({ "fields": { "name": "老客户" }, "phone": "13800138000", "level": "H", "owner": li });
    let id = branch.ok("add_customer", ask)["id"].clone();
    branch.as_("李强");
    for _ in 0..1_001 {
        branch.ok("plan_card", json!({ "customer": id, "due": "2026-03-01" }));
    }
    branch.as_("陈经理").at("2026-03-02", "09:00");
    assert_eq!(
        team(&branch)[0]["overdue"],
        json!({ "n": 1000, "more": true })
    );
}
