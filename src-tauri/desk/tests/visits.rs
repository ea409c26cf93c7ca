//! What becomes of a visit: why nothing was filed, another consultant, forms that wait, several numbers in one field.

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

fn walk_in(branch: &Branch, fields: Value) -> Value {
    branch.ok("log_walk_in", json!({ "fields": fields }))
}

#[test]
fn who_leaves_without_a_number_is_not_filed_with_the_reason() {
    let branch = counter();
    let consultant = branch.staff("李强");
    let visit = walk_in(
        &branch,
        json!({ "name": "王", "consultant": consultant, "source": "walk_by" }),
    )["visit"]["id"]
        .clone();
    let ask = json!({ "id": visit, "not_filed_reason": "in_a_hurry" });
    assert_eq!(
        branch.refused(
            "leave_visit",
            json!({ "id": visit, "not_filed_reason": "bored" })
        ),
        Code::NotInList
    );
    let left = branch.later(10).ok("leave_visit", ask);
    let view = branch.ok("visit", json!({ "id": visit }));
    assert_eq!(view["row"]["result"], "not_filed");
    assert_eq!(view["fields"]["not_filed_reason"], "in_a_hurry");
    assert_eq!(view["row"]["missing"], json!([]));
    branch.ok("undo", json!({ "act": left["act"] }));
    let view = branch.ok("visit", json!({ "id": visit }));
    assert_eq!(view["row"]["state"], "open");
    assert_eq!(view["row"]["result"], json!(null));
}

#[test]
fn whoever_leaves_a_number_is_filed_by_that_alone() {
    let branch = counter();
    let visit = walk_in(&branch, json!({ "name": "王" }))["visit"].clone();
    assert_eq!(visit["result"], json!(null));
    let ask = json!({ "id": visit["id"], "not_filed_reason": "refused" });
    branch.later(5).ok("leave_visit", ask);
    let done = branch.ok(
        "complete_visit",
        json!({ "id": visit["id"], "fields": { "phone": "13800138000" } }),
    );
    assert_eq!(done["visit"]["result"], "filed");
    let view = branch.ok("visit", json!({ "id": visit["id"] }));
    assert_eq!(view["fields"]["not_filed_reason"], json!(null));
}

#[test]
fn a_reason_is_dropped_where_a_number_came_meanwhile() {
    let branch = counter();
    let visit = walk_in(&branch, json!({ "phone": "13800138000" }))["visit"]["id"].clone();
    let ask = json!({ "id": visit, "not_filed_reason": "refused" });
    branch.later(5).ok("leave_visit", ask);
    assert_eq!(
        branch.ok("visit", json!({ "id": visit }))["row"]["result"],
        "filed"
    );
}

#[test]
fn a_card_that_the_visit_made_goes_along_when_another_receives_them() {
    let branch = counter();
    let (li, wang) = (branch.staff("李强"), branch.staff("王芳"));
    let logged = walk_in(&branch, json!({ "phone": "13800138000", "consultant": li }));
    let ask = json!({ "id": logged["visit"]["id"], "consultant": wang });
    let moved = branch.ok("reassign_visit", ask.clone());
    let owner =
        || branch.ok("customer", json!({ "id": logged["customer"] }))["row"]["owner_name"].clone();
    assert_eq!(owner(), "王芳");
    assert_eq!(
        branch.refused("reassign_visit", ask.clone()),
        Code::NothingChanged
    );
    branch.ok("undo", json!({ "act": moved["act"] }));
    assert_eq!(owner(), "李强");
    branch.as_("李强");
    assert_eq!(branch.refused("reassign_visit", ask), Code::NotAllowed);
}

#[test]
fn a_card_that_somebody_worked_keeps_its_owner() {
    let branch = counter();
    let (li, wang) = (branch.staff("李强"), branch.staff("王芳"));
    let logged = walk_in(&branch, json!({ "phone": "13800138000", "consultant": li }));
    branch.as_("李强").later(5);
    branch.ok(
        "complete_visit",
        json!({ "id": logged["visit"]["id"], "fields": { "level": "A" } }),
    );
    branch.as_("陈经理").later(5);
    branch.ok(
        "reassign_visit",
        json!({ "id": logged["visit"]["id"], "consultant": wang }),
    );
    let card = branch.ok("customer", json!({ "id": logged["customer"] }));
    assert_eq!(card["row"]["owner_name"], "李强");
    let view = branch.ok("visit", json!({ "id": logged["visit"]["id"] }));
    assert_eq!(view["row"]["consultant_name"], "王芳");
}

#[test]
fn a_customer_of_before_keeps_their_owner_and_one_without_gets_one() {
    let branch = counter();
    let (li, wang) = (branch.staff("李强"), branch.staff("王芳"));
    walk_in(&branch, json!({ "phone": "13800138000", "consultant": li }));
    branch.later(60);
    let again = walk_in(&branch, json!({ "phone": "13800138000" }));
    let nobodys = walk_in(&branch, json!({ "phone": "13900139000" }));
    for visit in [&again, &nobodys] {
        branch.ok(
            "reassign_visit",
            json!({ "id": visit["visit"]["id"], "consultant": wang }),
        );
    }
    let owner = |logged: &Value| {
        branch.ok("customer", json!({ "id": logged["customer"] }))["row"]["owner_name"].clone()
    };
    assert_eq!([owner(&again), owner(&nobodys)], ["李强", "王芳"]);
}

#[test]
fn a_drink_that_is_written_down_late_leaves_the_level_of_the_card() {
    let branch = counter();
    let li = branch.staff("李强");
    let logged = walk_in(
        &branch,
        json!({ "phone": "13800138000", "consultant": li, "level": "B" }),
    );
    branch.as_("李强").later(20);
    branch.ok(
        "set_level",
        json!({ "id": logged["customer"], "level": "H" }),
    );
    branch.as_("前台小林");
    let served = branch.ok(
        "complete_visit",
        json!({ "id": logged["visit"]["id"], "fields": { "drink": "tea" } }),
    );
    assert_eq!(served["visit"]["drink"], "tea");
    let card = branch.ok("customer", json!({ "id": logged["customer"] }));
    assert_eq!(card["row"]["level"], "H");
    assert_eq!(served["visit"]["level"], "B");
}

#[test]
fn several_numbers_in_one_field_are_told_as_such() {
    let branch = counter();
    for list in [
        "13800138000 13900139000",
        "13800138000\n13900139000\n13700137000",
        "13800138000、13900139000",
        "王 13800138000，李 13900139000",
    ] {
        let refused = branch
            .call("log_walk_in", json!({ "fields": { "phone": list } }))
            .unwrap_err();
        assert_eq!(refused.code, Code::PhoneSeveral, "{list}");
        assert_eq!(refused.args["field"], "phone");
    }
}

const DRAFT: &str = "0192aaaa-0000-7000-8000-000000000001";

#[test]
fn a_half_filled_form_waits_for_its_author_through_sign_out_and_restart() {
    let branch = counter();
    let (lin, li) = (branch.staff("前台小林"), branch.staff("李强"));
    let drafts = || branch.ok("drafts", json!({}));
    let keep = |staff: &str, draft: &str| json!({ "staff": staff, "id": DRAFT, "draft": draft });
    branch.ok("keep_draft", keep(&lin, "{}"));
    branch.ok("keep_draft", keep(&lin, "{\"name\":\"王\"}"));
    branch.reopen("前台小林");
    let kept = json!([{ "id": DRAFT, "draft": "{\"name\":\"王\"}" }]);
    assert_eq!(drafts(), kept);

    branch.as_("李强");
    assert_eq!(drafts(), json!([]));
    branch.ok("keep_draft", keep(&li, "mine"));
    branch.ok("drop_draft", json!({ "staff": li, "id": DRAFT }));
    branch.as_("前台小林");
    assert_eq!(drafts(), kept, "nobody else's to change or drop");
    branch.ok("drop_draft", json!({ "staff": lin, "id": DRAFT }));
    assert_eq!(drafts(), json!([]));
}

#[test]
fn what_was_typed_a_moment_ago_is_not_kept_for_whoever_sits_there_now() {
    let branch = counter();
    let lin = branch.staff("前台小林");
    let ask = |draft: &str| json!({ "staff": lin, "id": DRAFT, "draft": draft });
    assert_eq!(
        branch.refused("keep_draft", ask(&"x".repeat(70_000))),
        Code::TextTooLong
    );
    branch.as_("李强");
    assert_eq!(branch.refused("keep_draft", ask("{}")), Code::NotYours);
    branch.ok("lock", json!({}));
    assert_eq!(branch.refused("keep_draft", ask("{}")), Code::NotSignedIn);
}
