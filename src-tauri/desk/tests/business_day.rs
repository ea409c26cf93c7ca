//! The business day: weather, figures, closing, checking, opening again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, moment};

fn counter() -> Branch {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    branch
}

fn sheet(branch: &Branch) -> Value {
    branch.ok("reception", json!({}))["sheet"].clone()
}

fn walk_in(branch: &Branch, fields: Value) -> Value {
    branch.ok("log_walk_in", json!({ "fields": fields }))["visit"]["id"].clone()
}

#[test]
fn parties_that_come_after_the_weather_was_noted_have_it() {
    let branch = counter();
    let before = walk_in(&branch, json!({ "name": "甲" }));
    let noted = branch.ok("set_weather", json!({ "weather": "rain" }));
    let after = walk_in(&branch, json!({ "name": "乙" }));
    let own = walk_in(&branch, json!({ "name": "丙", "weather": "sunny" }));
    let weather = |id: &Value| branch.ok("visit", json!({ "id": id }))["fields"]["weather"].clone();
    assert_eq!(
        [weather(&before), weather(&after), weather(&own)],
        [json!(null), json!("rain"), json!("sunny")]
    );
    assert_eq!(sheet(&branch)["weather"], "rain");
    branch.ok("undo", json!({ "act": noted["act"] }));
    assert_eq!(sheet(&branch)["weather"], json!(null));
    branch.ok("set_weather", json!({ "weather": "fog" }));
    assert_eq!(sheet(&branch)["weather"], "fog");
}

#[test]
fn a_day_closes_only_when_nobody_is_here_any_more() {
    let branch = counter();
    let visit = walk_in(&branch, json!({ "name": "甲" }));
    walk_in(&branch, json!({ "purpose": "service" }));
    let refused = branch.call("close_day", json!({})).unwrap_err();
    assert_eq!(refused.code, Code::OpenVisits);
    assert_eq!(refused.args["n"], "2");
    branch.later(5);
    for open in branch.ok("reception", json!({}))["others"]
        .as_array()
        .unwrap()
    {
        branch.ok("leave_visit", json!({ "id": open["id"] }));
    }
    branch.ok("leave_visit", json!({ "id": visit }));
    branch.ok("close_day", json!({ "note": "下午停电一小时" }));
    let closed = sheet(&branch);
    assert_eq!(closed["state"], "closed");
    assert_eq!(closed["note"], "下午停电一小时");
    assert_eq!(closed["signed_by_name"], "前台小林");
    assert_eq!(closed["signed_at"], branch.now().moment().0);
    assert_eq!(branch.refused("close_day", json!({})), Code::NothingChanged);
}

#[test]
fn whoever_comes_after_closing_opens_the_day_again() {
    let branch = counter();
    branch.ok("close_day", json!({}));
    let visit = walk_in(&branch, json!({ "name": "甲" }));
    assert_eq!(sheet(&branch)["state"], "open");
    assert_eq!(sheet(&branch)["signed_by_name"], json!(null));
    branch.later(5).ok("leave_visit", json!({ "id": visit }));
    branch.ok("close_day", json!({}));
    assert_eq!(sheet(&branch)["state"], "closed");
    branch.ok(
        "complete_visit",
        json!({ "id": visit, "fields": { "model": "雅阁" } }),
    );
    assert_eq!(sheet(&branch)["state"], "open", "a record was completed");
}

#[test]
fn a_visit_filled_in_later_opens_the_day_it_belongs_to() {
    let branch = counter();
    branch.ok("close_day", json!({}));
    branch.at("2026-03-02", "09:30").ok("close_day", json!({}));
    let at = moment("2026-03-01", "16:00").0;
    walk_in(
        &branch,
        json!({ "name": "甲", "arrived": at, "left": at + 600_000 }),
    );
    let of = |day: &str| branch.ok("reception", json!({ "day": day }))["sheet"]["state"].clone();
    assert_eq!(of("2026-03-01"), "open");
    assert_eq!(of("2026-03-02"), "closed");
}

#[test]
fn closing_can_be_taken_back_and_done_again() {
    let branch = counter();
    let closed = branch.ok("close_day", json!({ "note": "甲" }));
    branch.ok("undo", json!({ "act": closed["act"] }));
    assert_eq!(sheet(&branch)["state"], "open");
    branch.ok("close_day", json!({}));
    assert_eq!(sheet(&branch)["state"], "closed");
    branch.ok("reopen_day", json!({}));
    assert_eq!(sheet(&branch)["state"], "open");
    assert_eq!(branch.refused("reopen_day", json!({})), Code::DayOpen);
}

#[test]
fn a_leave_that_is_taken_back_shows_the_day_open() {
    let branch = counter();
    let visit = walk_in(&branch, json!({ "name": "甲" }));
    let left = branch.later(5).ok("leave_visit", json!({ "id": visit }));
    branch.ok("close_day", json!({}));
    branch.ok("undo", json!({ "act": left["act"] }));
    assert_eq!(sheet(&branch)["state"], "open");
}

#[test]
fn a_manager_checks_the_closed_sheet_once() {
    let branch = counter();
    assert_eq!(branch.refused("check_day", json!({})), Code::NotAllowed);
    branch.as_("陈经理");
    assert_eq!(branch.refused("check_day", json!({})), Code::DayOpen);
    branch.as_("前台小林").ok("close_day", json!({}));
    branch
        .as_("陈经理")
        .later(5)
        .ok("check_day", json!({ "day": branch.today() }));
    assert_eq!(sheet(&branch)["checked_by_name"], "陈经理");
    assert_eq!(branch.refused("check_day", json!({})), Code::NothingChanged);
    branch.ok("reopen_day", json!({}));
    branch.as_("前台小林").ok("close_day", json!({}));
    assert_eq!(
        sheet(&branch)["checked_by_name"],
        json!(null),
        "what was checked is not what is signed now"
    );
}

#[test]
fn the_days_to_come_have_no_sheet() {
    let branch = counter();
    assert_eq!(
        branch.refused("close_day", json!({ "day": "2026-03-02" })),
        Code::InTheFuture
    );
}

#[test]
fn parties_that_did_not_come_for_a_car_stand_apart_and_are_asked_for_nothing() {
    let branch = counter();
    walk_in(&branch, json!({ "name": "甲", "phone": "13800138000" }));
    walk_in(&branch, json!({ "name": "乙" }));
    walk_in(&branch, json!({ "purpose": "service" }));
    branch.ok(
        "log_walk_in",
        json!({ "kind": "other", "fields": { "name": "送水" } }),
    );
    let board = branch.ok("reception", json!({}));
    let totals = &board["totals"];
    assert_eq!(
        [&totals["walk_ins"], &totals["others"], &totals["open"]],
        [2, 2, 4]
    );
    assert_eq!([&totals["first_visits"], &totals["first_filed"]], [2, 1]);
    assert_eq!(board["open"].as_array().unwrap().len(), 2);
    let others = board["others"].as_array().unwrap();
    assert!(others.iter().all(|row| row["missing"] == json!([])));
    assert_eq!(board["incomplete_count"], 2);
}

#[test]
fn a_party_at_an_event_counts_as_traffic_and_is_asked_for_the_event() {
    let branch = counter();
    let logged = branch.ok(
        "log_walk_in",
        json!({ "kind": "event", "fields": { "name": "甲", "phone": "13800138000" } }),
    );
    assert_eq!(logged["visit"]["kind"], "event");
    assert_eq!(logged["visit"]["frequency"], "first");
    assert_eq!(
        logged["visit"]["missing"],
        json!(["consultant", "model", "event"])
    );
    assert_eq!(branch.ok("reception", json!({}))["totals"]["walk_ins"], 1);
    let call = json!({ "kind": "call", "fields": {} });
    assert_eq!(branch.refused("log_walk_in", call), Code::BadRequest);
    let event = json!({ "kind": "event", "fields": {} });
    assert_eq!(branch.refused("log_call", event), Code::BadRequest);
}

#[test]
fn a_clock_that_was_set_back_is_told_and_stops_nobody() {
    let branch = counter();
    walk_in(&branch, json!({ "name": "甲" }));
    assert_eq!(
        branch.ok("reception", json!({}))["clock_behind"],
        json!(null)
    );
    branch.at("2026-03-01", "08:50");
    assert_eq!(
        branch.ok("reception", json!({}))["clock_behind"],
        json!(null),
        "ten minutes are nothing"
    );
    branch.at("2026-02-28", "09:00");
    assert_eq!(branch.ok("reception", json!({}))["clock_behind"], 1_440);
    walk_in(&branch, json!({ "name": "乙" }));
    assert_eq!(branch.ok("reception", json!({}))["clock_behind"], 1_440);
}
