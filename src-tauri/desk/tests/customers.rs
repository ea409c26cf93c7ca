//! Cards, levels, numbers, finding anyone, and who may see whom.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::Branch;

/// A customer of somebody.
fn customer(branch: &Branch, owner: &str, name: &str, phone: &str, level: &str) -> Value {
    let owner = branch.staff(owner);
    branch.ok(
        "add_customer",
        json!({ "fields": { "name": name }, "phone": phone, "level": level, "owner": owner }),
    )["id"]
        .clone()
}

#[test]
fn a_number_that_somebody_has_is_refused_with_whose_it_is() {
    let branch = Branch::staffed();
    customer(&branch, "李强", "赵女士", "13800138000", "H");
    let problem = branch
        .call(
            "add_customer",
            json!({ "fields": { "name": "赵" }, "phone": "138-0013-8000" }),
        )
        .unwrap_err();
    assert_eq!(problem.code, Code::CustomerExists);
    assert_eq!(problem.args["owner"], "李强");
    assert_eq!(problem.args["phone"], "138****8000");
}

#[test]
fn while_typing_a_known_number_is_told_with_its_owner_also_to_whom_may_not_open_it() {
    let branch = Branch::staffed();
    customer(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("王芳");
    let known = branch.ok("recognise", json!({ "phone": "13800138000" }));
    assert_eq!(known[0]["owner_name"], "李强");
    assert_eq!(known[0]["visible"], false);
    assert_eq!(known[0]["name"], "赵**");
    assert_eq!(
        branch.ok("recognise", json!({ "phone": "1380013" })),
        json!([]),
        "a part of a number tells nobody else's customer"
    );
    branch.as_("前台小林");
    assert_eq!(
        branch.ok("recognise", json!({ "phone": "1380013" }))[0]["name"],
        "赵女士"
    );
}

#[test]
fn each_finds_their_own_and_a_whole_number_answers_everybody() {
    let branch = Branch::staffed();
    let id = customer(&branch, "李强", "赵丽颖", "13800138000", "H");
    for text in ["赵丽", "zly", "zhaoly", "8000", "138 0013"] {
        assert_eq!(
            branch.ok("search", json!({ "text": text }))["rows"][0]["name"],
            "赵丽颖",
            "{text}"
        );
    }
    branch.as_("王芳");
    assert_eq!(
        branch.ok("search", json!({ "text": "赵丽" }))["rows"],
        json!([])
    );
    let found = branch.ok("search", json!({ "text": "13800138000" }));
    assert_eq!(
        found["elsewhere"],
        json!([{ "customer": id, "phone": "138****8000", "owner_name": "李强" }])
    );
    assert_eq!(
        branch.refused("customer", json!({ "id": id })),
        Code::NotYours
    );
    assert_eq!(
        branch.refused("timeline", json!({ "customer": id })),
        Code::NotYours
    );
    assert_eq!(
        branch.ok("search", json!({ "text": "80" }))["state"],
        "too_short"
    );
}

#[test]
fn a_field_is_edited_shown_in_the_timeline_and_taken_back() {
    let branch = Branch::staffed();
    let id = customer(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强").later(5);
    let edit = branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "occupation": "教师", "budget": 18_000_000 } }),
    );
    assert_eq!(
        branch.ok("customer", json!({ "id": id }))["fields"]["occupation"],
        "教师"
    );
    let entry = branch.ok("timeline", json!({ "customer": id }))["entries"][0].clone();
    assert_eq!(entry["kind"], "edit");
    assert_eq!(
        entry["changes"][1],
        json!({ "table": "customer", "field": "occupation", "from": null, "to": "教师" })
    );
    assert_eq!(entry["undoable"], true);
    branch.ok("undo", json!({ "act": edit["act"] }));
    assert_eq!(
        branch.ok("customer", json!({ "id": id }))["fields"]["occupation"],
        json!(null)
    );
    assert_eq!(
        branch.ok("timeline", json!({ "customer": id }))["entries"][1]["undone"],
        true
    );
}

#[test]
fn what_somebody_changed_since_is_not_taken_back() {
    let branch = Branch::staffed();
    let id = customer(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强");
    let first = branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "occupation": "教师" } }),
    );
    branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "occupation": "医生" } }),
    );
    assert_eq!(
        branch.refused("undo", json!({ "act": first["act"] })),
        Code::ChangedSince
    );
    assert_eq!(
        branch.ok("customer", json!({ "id": id }))["fields"]["occupation"],
        "医生"
    );
}

#[test]
fn a_colleagues_act_is_not_mine_to_take_back_but_a_managers() {
    let branch = Branch::staffed();
    let id = customer(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强");
    let edit = branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "occupation": "教师" } }),
    );
    branch.as_("王芳");
    assert_eq!(
        branch.refused("undo", json!({ "act": edit["act"] })),
        Code::CannotUndo
    );
    branch.as_("陈经理");
    branch.ok("undo", json!({ "act": edit["act"] }));
}

#[test]
fn numbers_are_masked_everywhere_and_each_reveal_stands_in_the_timeline() {
    let branch = Branch::staffed();
    let id = customer(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强");
    let card = branch.ok("customer", json!({ "id": id }));
    let everything = format!(
        "{card}{}{}",
        branch.ok("timeline", json!({ "customer": id })),
        branch.ok("customers", json!({}))
    );
    assert!(!everything.contains("13800138000"), "{everything}");
    let phone = card["phones"][0]["id"].clone();
    assert_eq!(
        branch.ok("reveal_phone", json!({ "id": phone }))["phone"],
        "138 0013 8000"
    );
    assert_eq!(
        branch.ok("timeline", json!({ "customer": id }))["entries"][0]["verb"],
        "reveal_phone"
    );
    branch.as_("王芳");
    assert_eq!(
        branch.refused("reveal_phone", json!({ "id": phone })),
        Code::NotYours
    );
}

#[test]
fn a_new_level_moves_the_next_contact_and_a_lost_customer_is_followed_no_more() {
    let branch = Branch::staffed();
    let id = customer(&branch, "李强", "赵女士", "13800138000", "C");
    branch.as_("李强");
    let due = |branch: &Branch| branch.ok("customer", json!({ "id": id }))["cards"].clone();
    assert_eq!(due(&branch)[0]["due"], "2026-03-16");
    branch.ok("set_level", json!({ "id": id, "level": "H" }));
    assert_eq!(due(&branch)[0]["due"], "2026-03-03");
    branch.ok("set_level", json!({ "id": id, "level": "F1" }));
    assert_eq!(due(&branch), json!([]));
    let levels = branch.ok("customer", json!({ "id": id }))["levels"].clone();
    assert_eq!(levels[0]["from"], "H");
    assert_eq!(levels[0]["to"], "F1");
    assert_eq!(levels[0]["by"], "李强");
}

#[test]
fn a_manager_gives_a_customer_to_another_and_the_cards_go_along() {
    let branch = Branch::staffed();
    let id = customer(&branch, "李强", "赵女士", "13800138000", "H");
    let other = branch.staff("王芳");
    branch.as_("李强");
    assert_eq!(
        branch.refused("reassign_customer", json!({ "id": id, "owner": other })),
        Code::NotAllowed
    );
    branch.as_("陈经理");
    branch.ok("reassign_customer", json!({ "id": id, "owner": other }));
    branch.as_("王芳").at("2026-03-03", "09:00");
    assert_eq!(branch.ok("today", json!({}))["due"][0]["customer"], id);
    branch.as_("李强");
    assert_eq!(branch.ok("today", json!({}))["due"], json!([]));
}

#[test]
fn the_last_number_stays_and_a_further_one_finds_the_same_customer() {
    let branch = Branch::staffed();
    let id = customer(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强");
    let first = branch.ok("customer", json!({ "id": id }))["phones"][0]["id"].clone();
    assert_eq!(
        branch.refused("remove_phone", json!({ "id": first })),
        Code::LastPhone
    );
    branch.ok(
        "add_phone",
        json!({ "customer": id, "phone": "0731-85551234", "note": "公司" }),
    );
    branch.ok("remove_phone", json!({ "id": first }));
    assert_eq!(
        branch.ok("search", json!({ "text": "85551234" }))["rows"][0]["id"],
        id
    );
    assert_eq!(
        branch.ok("search", json!({ "text": "13800138000" }))["rows"],
        json!([])
    );
}

#[test]
fn pages_of_the_list_follow_one_another_without_gap_or_repetition() {
    let branch = Branch::staffed();
    for n in 0..25 {
        customer(
            &branch,
            "李强",
            &format!("客户{n}"),
            &format!("138001380{n:02}"),
            "B",
        );
        branch.later(1);
    }
    let mut seen = Vec::new();
    let mut after = Value::Null;
    loop {
        let page = branch.ok("customers", json!({ "limit": 10, "after": after }));
        assert_eq!(page["total"], 25);
        seen.extend(
            page["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["id"].to_string()),
        );
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 25);
}
