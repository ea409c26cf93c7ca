//! Nothing of a person is left, because they want it so: two people, or the key on paper.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{ADMIN, Branch, customer_of};

const NAME: &str = "赵丽颖";
const PHONE: &str = "13800138000";

/// A customer of 李强's who came once; the sales manager sits there.
fn with_a_customer() -> (Branch, Value) {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", NAME, PHONE, "H");
    branch.ok("log_walk_in", json!({ "fields": { "phone": PHONE } }));
    branch.as_("陈经理");
    (branch, id)
}

fn ask(branch: &Branch, customer: &Value) {
    let ask = json!({ "customer": customer, "reason": "asked" });
    branch.ok("ask_erasure", ask);
}

/// The only request that waits.
fn waiting(branch: &Branch) -> Value {
    let waiting = branch.ok("erasures", json!({}))["waiting"].clone();
    assert_eq!(waiting.as_array().map(Vec::len), Some(1), "{waiting}");
    waiting[0].clone()
}

fn none_waits(branch: &Branch) -> bool {
    branch.ok("erasures", json!({}))["waiting"] == json!([])
}

fn finds(branch: &Branch, text: &str) -> bool {
    let found = branch.ok("search", json!({ "text": text }));
    found["rows"] != json!([])
}

/// Tidies until there is nothing left to do, as the timer does.
fn tidy(branch: &Branch) {
    while branch.door.tidy().unwrap() {}
}

#[test]
fn what_a_manager_asks_an_administrator_does_and_nothing_finds_the_person_again() {
    let (branch, id) = with_a_customer();
    ask(&branch, &id);
    let asked = waiting(&branch);
    assert_eq!(asked["name"], NAME);
    assert_eq!(
        (&asked["mine"], &asked["may_decide"]),
        (&json!(true), &json!(false))
    );
    branch.as_(ADMIN.0).later(5);
    let asked = waiting(&branch);
    assert_eq!(asked["by_name"], "陈经理");
    assert_eq!(asked["may_decide"], true);
    branch.ok("erase_customer", json!({ "request": asked["id"] }));

    assert_eq!(
        branch.refused("customer", json!({ "id": id })),
        Code::CustomerErased
    );
    assert!(!finds(&branch, PHONE) && !finds(&branch, NAME));
    assert_eq!(
        branch.ok("recognise", json!({ "phone": PHONE })),
        json!([]),
        "who comes again is somebody new"
    );
    let view = branch.ok("erasures", json!({}));
    assert_eq!(view["waiting"], json!([]));
    let done = &view["done"][0];
    assert_eq!(
        (&done["by_name"], &done["asked_by_name"], &done["reason"]),
        (&json!(ADMIN.0), &json!("陈经理"), &json!("asked"))
    );
    tidy(&branch);
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
    branch.reopen(ADMIN.0);
    assert!(!finds(&branch, PHONE));
}

#[test]
fn nobody_does_what_they_asked_for_themselves() {
    let (branch, id) = with_a_customer();
    branch.as_(ADMIN.0);
    ask(&branch, &id);
    let request = waiting(&branch)["id"].clone();
    assert_eq!(
        branch.refused("erase_customer", json!({ "request": request })),
        Code::NeedsAnother
    );
    branch.as_("陈经理");
    assert_eq!(
        branch.refused("erase_customer", json!({ "request": request })),
        Code::NotAllowed,
        "a manager asks, and does no more"
    );
    branch.as_("李强");
    assert_eq!(
        branch.refused("ask_erasure", json!({ "customer": id, "reason": "asked" })),
        Code::NotAllowed
    );
}

#[test]
fn an_administrator_alone_does_it_with_the_key_on_paper_and_only_with_that() {
    let (branch, id) = with_a_customer();
    branch.as_(ADMIN.0);
    let with = |key: &str| json!({ "customer": id, "reason": "asked", "recovery_key": key });
    assert_eq!(
        branch.refused("erase_with_key", with(&Branch::new().recovery_key)),
        Code::RecoveryKeyWrong
    );
    assert_eq!(
        branch.refused("erase_with_key", with("not a key")),
        Code::RecoveryKeyTypo
    );
    branch.ok("erase_with_key", with(&branch.recovery_key));
    assert_eq!(
        branch.refused("customer", json!({ "id": id })),
        Code::CustomerErased
    );
    let done = branch.ok("erasures", json!({}))["done"][0].clone();
    assert_eq!(done["asked_by_name"], Value::Null);
}

#[test]
fn after_a_switch_by_pin_the_password_is_asked_for() {
    let (branch, id) = with_a_customer();
    branch.ok("set_pin", json!({ "pin": "482917" }));
    branch.as_(ADMIN.0);
    let chen = branch.staff("陈经理");
    branch.ok("switch_by_pin", json!({ "staff": chen, "pin": "482917" }));
    assert_eq!(
        branch.refused("ask_erasure", json!({ "customer": id, "reason": "asked" })),
        Code::PasswordNeeded
    );
}

#[test]
fn a_request_is_one_and_has_a_reason_of_the_list() {
    let (branch, id) = with_a_customer();
    let refused = |reason: &str| {
        let ask = json!({ "customer": id, "reason": reason });
        branch.refused("ask_erasure", ask)
    };
    assert_eq!(refused(""), Code::ReasonMissing);
    assert_eq!(refused("赵丽颖要求"), Code::NotInList);
    ask(&branch, &id);
    assert_eq!(refused("asked"), Code::ErasureWaits);
}

#[test]
fn who_asked_takes_it_back_and_an_administrator_says_no() {
    let (branch, id) = with_a_customer();
    ask(&branch, &id);
    branch.ok(
        "decline_erasure",
        json!({ "request": waiting(&branch)["id"] }),
    );
    assert!(none_waits(&branch));
    ask(&branch, &id);
    branch.as_(ADMIN.0);
    let request = waiting(&branch)["id"].clone();
    let no = json!({ "request": request, "answer": "合同还没履行完" });
    branch.ok("decline_erasure", no.clone());
    assert!(none_waits(&branch));
    assert_eq!(branch.refused("decline_erasure", no), Code::NotFound);
    assert_eq!(
        branch.refused("erase_customer", json!({ "request": request })),
        Code::NotFound
    );
    assert!(finds(&branch, PHONE));
}

#[test]
fn a_card_that_was_merged_into_theirs_since_it_was_asked_is_asked_for_anew() {
    let (branch, id) = with_a_customer();
    ask(&branch, &id);
    branch.as_(ADMIN.0);
    let other = customer_of(&branch, "王芳", "赵女士", "13900139000", "H");
    branch.ok("merge_customers", json!({ "keep": id, "other": other }));
    let erase = json!({ "request": waiting(&branch)["id"] });
    assert_eq!(
        branch.refused("erase_customer", erase.clone()),
        Code::ErasureChanged
    );
    branch.ok("decline_erasure", erase);
    branch.as_("陈经理");
    ask(&branch, &id);
    branch.as_(ADMIN.0);
    branch.ok(
        "erase_customer",
        json!({ "request": waiting(&branch)["id"] }),
    );
    for id in [&id, &other] {
        assert_eq!(
            branch.refused("customer", json!({ "id": id })),
            Code::CustomerErased
        );
    }
    assert!(!finds(&branch, "13900139000"));
}

#[test]
fn a_backup_from_before_brings_nobody_back_who_was_erased() {
    let (branch, id) = with_a_customer();
    branch.as_(ADMIN.0);
    let file = branch.ok("back_up_now", json!({}))["kept"][0]["file"].clone();
    let key = branch.recovery_key.clone();
    branch.ok(
        "erase_with_key",
        json!({ "customer": id, "reason": "asked", "recovery_key": key }),
    );
    tidy(&branch);
    branch.ok("restore", json!({ "path": file, "recovery_key": key }));
    branch.as_(ADMIN.0);
    assert!(!finds(&branch, PHONE));
    assert_eq!(
        branch.refused("customer", json!({ "id": id })),
        Code::NotFound,
        "the copy knows of no act that erased them, and has nobody to show"
    );
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}
