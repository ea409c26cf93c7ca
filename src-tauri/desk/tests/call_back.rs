//! Calls that nobody answered, promises to call back, and the numbers of those who wait.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::Branch;

fn counter() -> Branch {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    branch
}

fn missed(branch: &Branch, phone: &str) -> Value {
    branch.ok("log_missed_call", json!({ "phone": phone }))["visit"]["id"].clone()
}

fn waiting(branch: &Branch) -> Vec<Value> {
    branch.ok("reception", json!({}))["waiting"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn a_missed_call_of_nobody_known_waits_and_makes_no_card() {
    let branch = counter();
    let logged = branch.ok(
        "log_missed_call",
        json!({ "phone": "139 0013 9000", "name": "钱" }),
    );
    assert_eq!(logged["customer"], json!(null));
    assert_eq!(logged["visit"]["missing"], json!([]));
    assert_eq!(branch.ok("customers", json!({}))["total"], 0);
    let waiting = waiting(&branch);
    assert_eq!(waiting[0]["call"]["phone"], "139****9000");
    assert_eq!(waiting[0]["missed"], true);
    assert_eq!(waiting[0]["overdue"], false);
    let totals = branch.ok("reception", json!({}))["totals"].clone();
    assert_eq!([&totals["calls"], &totals["missed"]], [1, 1]);
    assert_eq!(totals["without_phone"], 0);
}

#[test]
fn a_missed_call_needs_a_number_to_call_back() {
    let branch = counter();
    assert_eq!(
        branch.refused("log_missed_call", json!({ "name": "钱" })),
        Code::PhoneMissing
    );
    assert_eq!(
        branch.refused("log_missed_call", json!({ "phone": "1390013900" })),
        Code::PhoneTooShort
    );
}

#[test]
fn whoever_is_reached_waits_no_more_and_their_record_is_to_be_completed() {
    let branch = counter();
    let call = missed(&branch, "13900139000");
    branch.as_("李强").later(10);
    branch.ok(
        "call_back",
        json!({ "visit": call, "reached": false, "note": "关机" }),
    );
    assert_eq!(waiting(&branch)[0]["tried"], 1);
    branch.later(20);
    let reached = branch.ok(
        "call_back",
        json!({ "visit": call, "reached": true, "note": "周末来看皓影" }),
    );
    assert!(waiting(&branch).is_empty());
    let heard = branch.ok("log_call", json!({ "fields": { "phone": "13700137000" } }));
    let nobody_waits = json!({ "visit": heard["visit"]["id"], "reached": true });
    assert_eq!(branch.refused("call_back", nobody_waits), Code::NotFound);
    let view = branch.ok("visit", json!({ "id": call }));
    assert_eq!(view["tried"][0]["note"], "关机");
    assert_eq!(view["tried"][1]["staff_name"], "李强");
    assert_eq!(view["fields"]["talk"], "周末来看皓影");
    assert_eq!(view["row"]["consultant_name"], "李强");
    assert_eq!(view["row"]["missing"], json!(["name", "model", "source"]));
    assert_eq!(
        branch.refused("call_back", json!({ "visit": call, "reached": true })),
        Code::CalledBack
    );

    let done = branch.ok(
        "complete_visit",
        json!({ "id": call, "fields": { "name": "钱先生", "model": "皓影", "source": "call" } }),
    );
    assert_eq!(done["recognised"], "new", "now there is a card");
    let undone = branch.ok("undo", json!({ "act": reached["act"] }));
    assert_eq!(undone["kept"], 1, "the record was completed since");
}

#[test]
fn an_attempt_can_be_taken_back() {
    let branch = counter();
    let call = missed(&branch, "13900139000");
    let reached = branch.ok("call_back", json!({ "visit": call, "reached": true }));
    assert!(waiting(&branch).is_empty());
    branch.ok("undo", json!({ "act": reached["act"] }));
    assert_eq!(waiting(&branch)[0]["tried"], 0);
}

#[test]
fn a_missed_call_of_a_customer_is_the_owners_and_touches_none_of_their_cards() {
    let branch = Branch::staffed();
    branch.as_("李强");
    branch.ok(
        "add_customer",
        json!({ "fields": { "name": "赵女士" }, "phone": "13800138000" }),
    );
    let before = branch.ok("today", json!({}))["upcoming"].clone();
    branch.as_("前台小林").later(30);
    let logged = branch.ok("log_missed_call", json!({ "phone": "13800138000" }));
    assert_eq!(logged["visit"]["consultant_name"], "李强");
    assert_eq!(logged["recognised"], "known");
    branch.as_("李强");
    assert_eq!(branch.ok("today", json!({}))["upcoming"], before);
    branch.as_("王芳");
    let call = json!({ "visit": logged["visit"]["id"], "reached": true });
    assert_eq!(branch.refused("call_back", call), Code::NotYours);
}

#[test]
fn promised_times_come_first_and_are_overdue_when_they_have_passed() {
    let branch = counter();
    let now = branch.now().moment().0;
    missed(&branch, "13900139001");
    for (phone, minutes) in [("13900139002", 60), ("13900139003", 20)] {
        branch.ok(
            "log_call",
            json!({ "fields": { "phone": phone, "callback_promised": true, "callback_by": now + minutes * 60_000 } }),
        );
    }
    branch.later(30);
    let told: Vec<(Value, Value)> = waiting(&branch)
        .into_iter()
        .map(|one| (one["call"]["phone"].clone(), one["overdue"].clone()))
        .collect();
    assert_eq!(
        told,
        [
            (json!("139****9003"), json!(true)),
            (json!("139****9002"), json!(false)),
            (json!("139****9001"), json!(false)),
        ]
    );
    branch.at("2026-03-02", "09:00");
    assert!(waiting(&branch).iter().all(|one| one["overdue"] == true));
    assert_eq!(branch.ok("reception", json!({}))["waiting_count"], 3);
    branch.at("2026-04-05", "09:00");
    assert!(waiting(&branch).is_empty(), "nobody expects it any more");
}

#[test]
fn the_number_of_a_caller_is_shown_to_who_calls_back_and_that_is_written_down() {
    let branch = Branch::staffed();
    branch.as_("李强");
    let owned = branch.ok(
        "add_customer",
        json!({ "fields": { "name": "赵女士" }, "phone": "13800138000" }),
    );
    branch.as_("前台小林").later(1);
    let unknown = missed(&branch, "13900139000");
    let known = missed(&branch, "13800138000");
    branch.as_("王芳").later(1);
    assert_eq!(
        branch.ok("reveal_visit_phone", json!({ "id": unknown }))["phone"],
        "139 0013 9000"
    );
    assert_eq!(
        branch.refused("reveal_visit_phone", json!({ "id": known })),
        Code::NotYours
    );
    branch.as_("李强");
    branch.ok("reveal_visit_phone", json!({ "id": known }));
    let history = branch.ok("timeline", json!({ "customer": owned["id"] }));
    assert_eq!(history["entries"][0]["verb"], "reveal_visit_phone");
}
