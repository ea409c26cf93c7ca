//! A PC whose clock is wrong, and is put right.

use desk::problem::Code;
use serde_json::{Value, json};

use crate::support::{ADMIN, Branch, moment};

fn contact(branch: &Branch, customer: &Value, content: &str) {
    branch.ok(
        "log_contact",
        json!({ "customer": customer, "contact": { "way": "phone", "content": content } }),
    );
}

#[test]
fn a_clock_that_is_put_back_or_far_ahead_loses_nothing_and_the_last_word_stays_the_last() {
    let branch = Branch::staffed();
    let owner = branch.staff("李强");
    let id = branch.ok("add_customer", json!({ "fields": { "name": "赵女士" }, "phone": "13800138000", "level": "C", "owner": owner }))["id"].clone();
    branch.as_("李强");
    for (day, level) in [
        ("2026-03-05", "A"),
        ("2026-03-03", "B"),
        ("2036-03-03", "H"),
        ("2026-03-04", "A"),
        ("2020-01-01", "B"),
    ] {
        branch.at(day, "10:00");
        branch.ok("set_level", json!({ "id": id, "level": level }));
        assert_eq!(
            branch.ok("customer", json!({ "id": id }))["row"]["level"],
            level,
            "on {day} what was said last counts"
        );
        contact(&branch, &id, day);
    }
    branch.as_(ADMIN.0);
    let entries = branch.ok("timeline", json!({ "customer": id, "limit": 50 }))["entries"].clone();
    for day in [
        "2026-03-05",
        "2026-03-03",
        "2036-03-03",
        "2026-03-04",
        "2020-01-01",
    ] {
        assert!(entries.to_string().contains(day), "{day}");
    }
    let checked = branch.ok("verify", json!({}));
    assert_eq!(checked["ok"], true, "{checked}");
    branch.ok("rebuild", json!({}));
    branch.reopen(ADMIN.0);
    assert_eq!(
        branch.ok("customer", json!({ "id": id }))["row"]["level"],
        "B"
    );
}

#[test]
fn a_clock_before_1970_stops_nobody() {
    let branch = Branch::staffed();
    branch.at("1969-07-20", "20:17");
    branch.as_("前台小林");
    branch.ok(
        "log_walk_in",
        json!({ "fields": { "name": "王", "phone": "13800138000" } }),
    );
    assert_eq!(branch.ok("reception", json!({}))["totals"]["walk_ins"], 1);
    branch.as_(ADMIN.0);
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn a_party_that_came_before_the_clock_was_put_back_leaves_when_its_time_is_put_right() {
    let branch = Branch::staffed();
    branch.as_("前台小林").at("2026-03-01", "11:00");
    let visit =
        branch.ok("log_walk_in", json!({ "fields": { "name": "王" } }))["visit"]["id"].clone();
    branch.at("2026-03-01", "10:00");
    assert_eq!(
        branch.refused("leave_visit", json!({ "id": visit })),
        Code::LeftBeforeArrived
    );
    branch.ok(
        "complete_visit",
        json!({ "id": visit, "fields": { "arrived": moment("2026-03-01", "09:50") } }),
    );
    branch.ok("leave_visit", json!({ "id": visit }));
    let board = branch.ok("reception", json!({}));
    assert_eq!(
        (
            &board["totals"]["open"],
            board["left"].as_array().unwrap().len()
        ),
        (&json!(0), 1)
    );
}
