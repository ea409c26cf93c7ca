//! Two cards that are one person.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, customer_of};

/// Two cards of one man, with two consultants; the sales manager sits there.
fn two_cards() -> (Branch, Value, Value) {
    let branch = Branch::staffed();
    let first = customer_of(&branch, "李强", "张伟", "13800138000", "B");
    branch.later(10);
    let second = customer_of(&branch, "王芳", "张先生", "13900139000", "H");
    branch.as_("陈经理");
    (branch, first, second)
}

fn card(branch: &Branch, id: &Value) -> Value {
    branch.ok("customer", json!({ "id": id }))
}

fn merge(branch: &Branch, keep: &Value, other: &Value) -> Value {
    branch.ok("merge_customers", json!({ "keep": keep, "other": other }))
}

fn found(branch: &Branch, text: &str) -> Vec<Value> {
    let found = branch.ok("search", json!({ "text": text, "limit": 10 }));
    let rows = found["rows"].as_array().unwrap().iter();
    rows.map(|row| row["id"].clone()).collect()
}

#[test]
fn two_cards_become_one_with_both_numbers_and_both_stories() {
    let (branch, first, second) = two_cards();
    branch.ok(
        "log_walk_in",
        json!({ "fields": { "phone": "13900139000" } }),
    );
    merge(&branch, &first, &second);
    let one = card(&branch, &second);
    assert_eq!(one["row"]["id"], first, "by either id the same card");
    assert_eq!(one["fields"]["name"], "张伟", "the kept one's word stands");
    assert_eq!(one["row"]["level"], "B");
    assert_eq!(one["phones"].as_array().unwrap().len(), 2);
    assert_eq!(one["merged"][0]["name"], "张先生");
    let timeline = branch.ok("timeline", json!({ "customer": first }));
    let story = timeline.to_string();
    assert!(
        story.contains("log_walk_in") || story.contains("visit"),
        "{story}"
    );
    assert_eq!(found(&branch, "13900139000"), std::slice::from_ref(&first));
    assert_eq!(
        found(&branch, "张先生"),
        std::slice::from_ref(&first),
        "by the other name as well"
    );
    let listed = branch.ok("customers", json!({}));
    assert_eq!(listed["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn taken_apart_both_are_as_they_were() {
    let (branch, first, second) = two_cards();
    let before = (card(&branch, &first), card(&branch, &second));
    merge(&branch, &second, &first);
    let one = card(&branch, &first);
    assert_eq!(one["fields"]["name"], "张先生");
    branch.ok(
        "unmerge_customers",
        json!({ "merge": one["merged"][0]["merge"] }),
    );
    for (id, before) in [(&first, before.0), (&second, before.1)] {
        let after = card(&branch, id);
        for part in ["fields", "phones", "merged", "code"] {
            assert_eq!(after[part], before[part], "{part}");
        }
        assert_eq!(after["row"]["owner"], before["row"]["owner"]);
    }
    assert_eq!(found(&branch, "13900139000"), [second]);
}

#[test]
fn what_was_written_since_stays_when_they_are_taken_apart() {
    let (branch, first, second) = two_cards();
    merge(&branch, &second, &first);
    branch.ok(
        "edit_customer",
        json!({ "id": first, "fields": { "name": "张伟国", "colour": "白" } }),
    );
    let merge = card(&branch, &first)["merged"][0]["merge"].clone();
    branch.ok("unmerge_customers", json!({ "merge": merge }));
    let card = card(&branch, &first);
    assert_eq!(
        (&card["fields"]["name"], &card["fields"]["colour"]),
        (&json!("张伟国"), &json!("白"))
    );
    assert_eq!(
        card["row"]["level"], "B",
        "what the merge had settled is as before"
    );
}

#[test]
fn three_hang_together_and_one_of_them_is_taken_out() {
    let (branch, first, second) = two_cards();
    let third = customer_of(&branch, "王芳", "老张", "13700137000", "A");
    branch.as_("陈经理");
    merge(&branch, &first, &second);
    merge(&branch, &first, &third);
    assert_eq!(card(&branch, &third)["phones"].as_array().unwrap().len(), 3);
    let merged = card(&branch, &first)["merged"].clone();
    let of_second = merged
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["name"] == "张先生");
    branch.ok(
        "unmerge_customers",
        json!({ "merge": of_second.unwrap()["merge"] }),
    );
    assert_eq!(card(&branch, &third)["row"]["id"], first);
    assert_eq!(card(&branch, &second)["row"]["id"], second);
    assert_eq!(card(&branch, &first)["phones"].as_array().unwrap().len(), 2);
}

#[test]
fn cards_and_appointments_of_both_are_on_the_one() {
    let (branch, first, second) = two_cards();
    branch.as_("王芳");
    branch.ok(
        "plan_card",
        json!({ "customer": second, "due": "2026-03-04", "note": "带配置表" }),
    );
    branch.as_("陈经理");
    merge(&branch, &first, &second);
    let cards = card(&branch, &first)["cards"].clone();
    let notes: Vec<_> = cards
        .as_array()
        .unwrap()
        .iter()
        .map(|card| card["note"].clone())
        .collect();
    assert!(notes.contains(&json!("带配置表")), "{cards}");
    // They are the owner's now: the kept card's.
    branch.as_("李强").at("2026-03-04", "09:00");
    let today = branch.ok("today", json!({})).to_string();
    assert!(today.contains("带配置表"), "{today}");
}

#[test]
fn a_merge_can_be_undone_like_anything_else() {
    let (branch, first, second) = two_cards();
    let act = merge(&branch, &first, &second)["act"].clone();
    branch.ok("undo", json!({ "act": act }));
    assert_eq!(card(&branch, &second)["row"]["id"], second);
    assert!(
        card(&branch, &first)["merged"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn only_managers_and_only_two_that_are_two() {
    let (branch, first, second) = two_cards();
    branch.as_("李强");
    let ask = json!({ "keep": first, "other": second });
    assert_eq!(branch.refused("merge_customers", ask), Code::NotAllowed);
    branch.as_("陈经理");
    merge(&branch, &first, &second);
    let again = json!({ "keep": second, "other": first });
    assert_eq!(
        branch.refused("merge_customers", again),
        Code::NothingChanged
    );
    let nobody = json!({ "keep": first, "other": uuid::Uuid::nil() });
    assert_eq!(branch.refused("merge_customers", nobody), Code::NotFound);
}
