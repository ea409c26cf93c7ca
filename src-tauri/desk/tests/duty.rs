//! Whose turn it is, as reception arranges it and the consultants live it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::Branch;

/// Names in the order of the turn.
fn rota(branch: &Branch) -> Vec<String> {
    let board = branch.ok("reception", json!({}));
    let places = board["rota"].as_array().unwrap().clone();
    places
        .iter()
        .map(|place| place["name"].as_str().unwrap().to_owned())
        .collect()
}

fn next(branch: &Branch) -> Value {
    let board = branch.ok("reception", json!({}));
    let rota = board["rota"].as_array().unwrap();
    rota.iter()
        .find(|place| place["staff"] == board["next"])
        .map_or(Value::Null, |place| place["name"].clone())
}

fn place(branch: &Branch, name: &str) -> Value {
    let board = branch.ok("reception", json!({}));
    let rota = board["rota"].as_array().unwrap();
    rota.iter()
        .find(|place| place["name"] == name)
        .unwrap()
        .clone()
}

/// A branch with three consultants, reception sitting.
fn showroom() -> Branch {
    let branch = Branch::staffed();
    branch.add_staff("张伟", &["consultant"]);
    branch.as_("前台小林");
    branch
}

fn arrange(branch: &Branch, names: &[&str]) -> Value {
    let staff: Vec<String> = names.iter().map(|name| branch.staff(name)).collect();
    branch.ok("arrange_turns", json!({ "staff": staff }))
}

fn receive(branch: &Branch, consultant: &str, fields: Value) -> Value {
    let mut fields = fields;
    fields["consultant"] = json!(branch.staff(consultant));
    branch.ok("log_walk_in", json!({ "fields": fields }))["visit"]["id"].clone()
}

#[test]
fn the_turn_follows_the_order_of_the_day_and_goes_on_with_it_the_next_day() {
    let branch = showroom();
    arrange(&branch, &["王芳", "张伟", "李强"]);
    assert_eq!(rota(&branch), ["王芳", "张伟", "李强"]);
    branch.at("2026-03-02", "09:00");
    assert_eq!(rota(&branch), ["王芳", "张伟", "李强"]);
    assert_eq!(next(&branch), "王芳");
}

#[test]
fn whoever_received_stands_behind_those_who_have_not() {
    let branch = showroom();
    arrange(&branch, &["王芳", "张伟", "李强"]);
    let visit = receive(&branch, "王芳", json!({ "name": "甲" }));
    branch.later(10);
    receive(&branch, "张伟", json!({ "name": "乙" }));
    branch.later(10).ok("leave_visit", json!({ "id": visit }));
    assert_eq!(rota(&branch), ["李强", "王芳", "张伟"]);
}

#[test]
fn whoever_is_left_out_is_off_for_the_day_alone() {
    let branch = showroom();
    arrange(&branch, &["张伟", "李强"]);
    assert_eq!(rota(&branch), ["张伟", "李强", "王芳"]);
    assert_eq!(place(&branch, "王芳")["state"], "off");
    branch.at("2026-03-02", "09:00");
    assert_eq!(place(&branch, "王芳")["state"], json!(null));
}

#[test]
fn a_skipped_turn_stands_behind_with_its_reason_until_the_next_party() {
    let branch = showroom();
    arrange(&branch, &["王芳", "张伟", "李强"]);
    let wang = branch.staff("王芳");
    let ask = json!({ "staff": wang, "reason": "meeting" });
    let skipped = branch.later(1).ok("skip_turn", ask);
    assert_eq!(next(&branch), "张伟");
    assert_eq!(place(&branch, "王芳")["skipped"], "meeting");
    branch.ok("undo", json!({ "act": skipped["act"] }));
    assert_eq!(next(&branch), "王芳");
    assert_eq!(
        branch.refused("skip_turn", json!({ "staff": wang, "reason": "lunch" })),
        Code::NotInList
    );
}

#[test]
fn who_signs_or_rests_is_passed_over_until_they_are_back() {
    let branch = showroom();
    arrange(&branch, &["王芳", "张伟", "李强"]);
    let wang = branch.staff("王芳");
    branch.ok("set_duty", json!({ "staff": wang, "state": "resting" }));
    assert_eq!(next(&branch), "张伟");
    assert_eq!(
        place(&branch, "王芳")["since"],
        branch.now().moment().0,
        "since when they rest"
    );
    assert_eq!(
        branch.refused("set_duty", json!({ "staff": wang, "state": "resting" })),
        Code::NothingChanged
    );
    branch.ok("set_duty", json!({ "staff": wang, "state": null }));
    assert_eq!(next(&branch), "王芳");
}

#[test]
fn a_state_that_was_taken_back_can_be_said_again() {
    let branch = showroom();
    let wang = branch.staff("王芳");
    let ask = json!({ "staff": wang, "state": "signing" });
    let said = branch.ok("set_duty", ask.clone());
    branch.ok("undo", json!({ "act": said["act"] }));
    assert_eq!(place(&branch, "王芳")["state"], json!(null));
    let again = branch.ok("set_duty", ask);
    assert_eq!(place(&branch, "王芳")["state"], "signing");
    branch.ok("undo", json!({ "act": again["act"] }));
    assert_eq!(place(&branch, "王芳")["state"], json!(null));
}

#[test]
fn an_order_that_was_taken_back_leaves_the_former_one() {
    let branch = showroom();
    arrange(&branch, &["王芳", "张伟", "李强"]);
    let act = arrange(&branch, &["李强"])["act"].clone();
    assert_eq!(rota(&branch)[0], "李强");
    branch.ok("undo", json!({ "act": act }));
    assert_eq!(rota(&branch), ["王芳", "张伟", "李强"]);
    assert_eq!(place(&branch, "王芳")["state"], json!(null));
}

#[test]
fn who_signs_with_a_party_is_free_when_it_leaves() {
    let branch = showroom();
    let visit = receive(&branch, "王芳", json!({ "name": "甲" }));
    assert_eq!(place(&branch, "王芳")["busy"], true);
    let ask = json!({ "staff": branch.staff("王芳"), "state": "signing" });
    branch.ok("set_duty", ask);
    branch.later(5).ok("leave_visit", json!({ "id": visit }));
    assert_eq!(place(&branch, "王芳")["state"], json!(null));
    assert_eq!(place(&branch, "王芳")["busy"], false);
}

#[test]
fn whoever_asks_the_way_costs_nobody_their_turn() {
    let branch = showroom();
    arrange(&branch, &["王芳", "张伟", "李强"]);
    let visit = receive(&branch, "王芳", json!({ "purpose": "directions" }));
    assert_eq!(next(&branch), "张伟", "while she talks to them");
    branch.later(2).ok("leave_visit", json!({ "id": visit }));
    assert_eq!(next(&branch), "王芳");
}

#[test]
fn a_consultant_speaks_for_themselves_alone() {
    let branch = showroom();
    let (wang, li) = (branch.staff("王芳"), branch.staff("李强"));
    branch.as_("王芳");
    branch.ok("set_duty", json!({ "staff": wang, "state": "resting" }));
    assert_eq!(
        branch.refused("set_duty", json!({ "staff": li, "state": "resting" })),
        Code::NotYours
    );
    assert_eq!(
        branch.refused("skip_turn", json!({ "staff": li, "reason": "away" })),
        Code::NotYours
    );
    assert_eq!(
        branch.refused("arrange_turns", json!({ "staff": [li] })),
        Code::NotAllowed
    );
}

#[test]
fn only_consultants_have_a_turn() {
    let branch = showroom();
    let manager = branch.staff("陈经理");
    assert_eq!(
        branch.refused("arrange_turns", json!({ "staff": [manager] })),
        Code::StaffUnknown
    );
    assert_eq!(
        branch.refused("set_duty", json!({ "staff": manager, "state": "off" })),
        Code::StaffUnknown
    );
}
