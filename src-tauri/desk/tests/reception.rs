//! Walk-ins and calls, as reception and the consultants live them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::json;
use support::Branch;

#[test]
fn a_walk_in_with_a_number_makes_a_card_and_a_call_for_tomorrow() {
    let branch = Branch::staffed();
    let consultant = branch.staff("李强");
    branch.as_("前台小林");
    let logged = branch.ok(
        "log_walk_in",
        json!({ "fields": { "name": "赵女士", "gender": "female", "phone": "138 0013 8000", "party_size": 2, "consultant": consultant, "level": "H", "model": "雅阁", "source": "walk_in" } }),
    );
    assert_eq!(logged["recognised"], "new");
    assert_eq!(logged["visit"]["missing"], json!([]));
    assert_eq!(logged["visit"]["phone"], "138****8000");

    branch.as_("李强");
    let today = branch.ok("today", json!({}));
    assert_eq!(today["due_count"], 0);
    assert_eq!(today["upcoming"][0]["customer_name"], "赵女士");
    assert_eq!(today["upcoming"][0]["due"], "2026-03-02");
    assert_eq!(today["upcoming"][0]["rule"], "visit");
}

#[test]
fn a_known_number_finds_its_customer_and_proposes_the_owner() {
    let branch = Branch::staffed();
    let owner = branch.staff("李强");
    branch.as_("前台小林");
    let first = branch.ok(
        "log_walk_in",
        json!({ "fields": { "name": "赵女士", "phone": "13800138000", "consultant": owner } }),
    );
    branch.later(60);
    let again = branch.ok(
        "log_walk_in",
        json!({ "fields": { "phone": "+86 138-0013-8000" } }),
    );
    assert_eq!(again["customer"], first["customer"]);
    assert_eq!(again["recognised"], "known");
    assert_eq!(again["owner_name"], "李强");
    assert_eq!(again["visit"]["consultant_name"], "李强");
    assert_eq!(again["visit"]["frequency"], "again");
    assert_eq!(again["visit"]["name"], "赵女士");
}

#[test]
fn without_a_number_it_is_a_visit_with_a_name_and_no_customer() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    let logged = branch.ok(
        "log_walk_in",
        json!({ "fields": { "name": "王", "party_size": 2 } }),
    );
    assert_eq!(logged["customer"], json!(null));
    assert_eq!(
        logged["visit"]["missing"],
        json!(["phone", "consultant", "model", "level", "source"])
    );
    let board = branch.ok("reception", json!({}));
    assert_eq!(board["totals"]["open"], 1);
    assert_eq!(board["totals"]["people"], 2);
    assert_eq!(board["incomplete_count"], 1);
}

#[test]
fn the_consultant_completes_what_reception_began_and_the_number_makes_the_card() {
    let branch = Branch::staffed();
    let consultant = branch.staff("王芳");
    branch.as_("前台小林");
    let logged = branch.ok(
        "log_walk_in",
        json!({ "fields": { "name": "孙", "consultant": consultant } }),
    );
    branch.as_("王芳").later(30);
    assert_eq!(
        branch.ok("today", json!({}))["incomplete"][0]["id"],
        logged["visit"]["id"]
    );
    let done = branch.ok("complete_visit", json!({ "id": logged["visit"]["id"], "fields": { "phone": "13900139000", "level": "A", "model": "皓影", "source": "walk_by" } }));
    assert_eq!(done["recognised"], "new");
    assert_eq!(done["visit"]["missing"], json!([]));
    let card = branch.ok("customer", json!({ "id": done["customer"] }));
    assert_eq!(card["row"]["owner_name"], "王芳");
    assert_eq!(card["row"]["level"], "A");
    assert_eq!(card["code"], "01-2603-0001");
}

#[test]
fn a_party_leaves_once_and_the_time_may_be_said() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    let visit =
        branch.ok("log_walk_in", json!({ "fields": { "name": "王" } }))["visit"]["id"].clone();
    branch.later(45);
    branch.ok("leave_visit", json!({ "id": visit }));
    assert_eq!(
        branch.refused("leave_visit", json!({ "id": visit })),
        Code::VisitLeft
    );
    let board = branch.ok("reception", json!({}));
    assert_eq!(board["totals"]["open"], 0);
    assert_eq!(
        board["left"][0]["left"],
        board["left"][0]["arrived"].as_i64().unwrap() + 45 * 60_000
    );
}

#[test]
fn a_call_is_over_when_it_is_written_down() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    branch.ok("log_call", json!({ "fields": { "name": "钱先生", "phone": "13700137000", "rings": 2, "source": "call" } }));
    let board = branch.ok("reception", json!({}));
    assert_eq!(board["totals"]["calls"], 1);
    assert_eq!(board["totals"]["open"], 0);
    assert_eq!(board["calls"][0]["name"], "钱先生");
}

#[test]
fn wrong_input_is_refused_with_the_field_and_nothing_is_written() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    for (fields, code) in [
        (json!({ "phone": "1380013800" }), Code::PhoneTooShort),
        (json!({ "phone": "13800138000123" }), Code::PhoneTooLong),
        (json!({ "party_size": 0 }), Code::OutOfRange),
        (json!({ "level": "Z" }), Code::NotInList),
        (
            json!({ "arrived": branch.now().moment().0 + 3_600_000 }),
            Code::InTheFuture,
        ),
        (json!({ "left": 5 }), Code::LeftBeforeArrived),
        (json!({ "name": "张".repeat(201) }), Code::TextTooLong),
        (json!({ "no_such_field": 1 }), Code::BadRequest),
    ] {
        assert_eq!(
            branch.refused("log_walk_in", json!({ "fields": fields })),
            code,
            "{fields}"
        );
    }
    assert_eq!(branch.ok("reception", json!({}))["totals"]["open"], 0);
}

#[test]
fn names_in_any_script_are_kept_as_they_are() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    for name in ["O'Brien", "\"引号\"", "𠮷野家", "👨‍👩‍👧", "=1+1", "Робърт"]
    {
        let logged = branch.ok("log_walk_in", json!({ "fields": { "name": name } }));
        assert_eq!(logged["visit"]["name"], name);
    }
}

#[test]
fn the_turn_goes_to_whoever_received_longest_ago_and_skips_who_is_busy() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    let rota = branch.ok("reception", json!({}));
    let first = rota["next"].clone();
    branch.ok(
        "log_walk_in",
        json!({ "fields": { "name": "甲", "consultant": first } }),
    );
    let board = branch.ok("reception", json!({}));
    assert_ne!(board["next"], first);
    assert_eq!(board["rota"].as_array().unwrap().len(), 2);
}

#[test]
fn one_line_is_understood_word_by_word() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    let read = branch.ok(
        "parse_quick_entry",
        json!({ "text": "王女士 2人 138 0013 8000 H 首次 李强 想看白色的" }),
    );
    let fields = &read["fields"];
    assert_eq!(fields["name"], "王女士");
    assert_eq!(fields["gender"], "female");
    assert_eq!(fields["party_size"], 2);
    assert_eq!(fields["phone"], "13800138000");
    assert_eq!(fields["level"], "H");
    assert_eq!(fields["frequency"], "first");
    assert_eq!(fields["consultant"], branch.staff("李强"));
    assert_eq!(fields["remark"], "想看白色的");
    assert_eq!(read["parts"][2]["start"], 7);
}
