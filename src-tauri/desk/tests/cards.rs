//! Follow-up: what is due, what a contact comes to, and what follows.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, moment};

fn customer(branch: &Branch, level: &str) -> Value {
    let owner = branch.staff("李强");
    let id = branch.ok("add_customer", json!({ "fields": { "name": "赵女士" }, "phone": "13800138000", "level": level, "owner": owner }))["id"].clone();
    branch.as_("李强");
    id
}

#[test]
fn a_card_is_finished_with_its_result_and_the_next_one_follows_the_new_level() {
    let branch = Branch::staffed();
    let id = customer(&branch, "B");
    branch.at("2026-03-08", "09:30");
    let today = branch.ok("today", json!({}));
    assert_eq!(today["due_count"], 1);
    assert_eq!(today["next_by_level"]["H"], "2026-03-10");
    let card = today["due"][0]["id"].clone();
    let done = branch.ok(
        "finish_card",
        json!({ "card": card, "contact": { "way": "phone", "content": "周六来试驾", "level": "H" } }),
    );
    assert_eq!(done["next"]["due"], "2026-03-10");
    assert_eq!(done["next"]["expires"], "2026-03-12");
    let today = branch.ok("today", json!({}));
    assert_eq!(
        (&today["due_count"], &today["done_today"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(
        branch.ok("customer", json!({ "id": id }))["row"]["level"],
        "H"
    );
    assert_eq!(
        branch.refused(
            "finish_card",
            json!({ "card": card, "contact": { "way": "phone", "content": "再次" } })
        ),
        Code::CardClosed
    );
}

#[test]
fn late_and_expired_are_two_things() {
    let branch = Branch::staffed();
    customer(&branch, "H");
    branch.at("2026-03-05", "09:00");
    let late = branch.ok("today", json!({}))["overdue"][0].clone();
    assert_eq!(
        (&late["overdue_days"], &late["expired"]),
        (&json!(2), &json!(false))
    );
    branch.at("2026-03-06", "09:00");
    assert_eq!(branch.ok("today", json!({}))["overdue"][0]["expired"], true);
}

#[test]
fn the_hottest_stand_first_however_many_are_late() {
    let branch = Branch::staffed();
    let owner = branch.staff("李强");
    for nth in 0..60 {
        let (level, day) = if nth == 59 {
            ("H", "2026-03-15")
        } else {
            ("B", "2026-03-01")
        };
        let phone = format!("138001380{nth:02}");
        let ask = json!({ "fields": { "name": format!("客户{nth}") }, "phone": phone, "level": level, "owner": owner });
        branch.at(day, "09:00").later(nth);
        branch.ok("add_customer", ask);
    }
    branch.as_("李强").at("2026-03-20", "09:00");
    let today = branch.ok("today", json!({}));
    let listed = today["overdue"].as_array().unwrap();
    assert_eq!(today["overdue_count"], 60);
    assert!(listed.len() < 60, "a beginning of the list is enough");
    assert_eq!(listed[0]["customer_name"], "客户59");
}

#[test]
fn a_contact_written_down_later_counts_when_it_was_and_is_entered_when_it_is() {
    let branch = Branch::staffed();
    let id = customer(&branch, "H");
    branch.at("2026-03-04", "09:00");
    let card = branch.ok("today", json!({}))["overdue"][0]["id"].clone();
    let at = moment("2026-03-03", "16:00").0;
    branch.ok(
        "finish_card",
        json!({ "card": card, "contact": { "way": "phone", "content": "昨天联系过", "happened_at": at } }),
    );
    let entry = branch.ok("timeline", json!({ "customer": id }))["entries"][0].clone();
    assert_eq!(entry["at"], at);
    assert_eq!(entry["entered_at"], branch.now().moment().0);
    assert_eq!(
        branch.ok("customer", json!({ "id": id }))["cards"][0]["due"],
        "2026-03-05"
    );
    let tomorrow = moment("2026-03-05", "16:00").0;
    assert_eq!(
        branch.refused(
            "log_contact",
            json!({ "customer": id, "contact": { "way": "phone", "content": "明天", "happened_at": tomorrow } })
        ),
        Code::InTheFuture
    );
}

#[test]
fn one_card_by_rule_and_own_plans_on_top() {
    let branch = Branch::staffed();
    let id = customer(&branch, "C");
    branch.ok(
        "log_walk_in",
        json!({ "fields": { "phone": "13800138000" } }),
    );
    branch.ok(
        "plan_card",
        json!({ "customer": id, "due": "2026-03-04", "note": "送合同" }),
    );
    let cards = branch.ok("customer", json!({ "id": id }))["cards"].clone();
    let shown: Vec<_> = cards
        .as_array()
        .unwrap()
        .iter()
        .map(|card| (card["rule"].clone(), card["due"].clone()))
        .collect();
    assert_eq!(
        shown,
        [
            (json!("visit"), json!("2026-03-02")),
            (json!(null), json!("2026-03-04"))
        ]
    );
    branch.ok(
        "log_contact",
        json!({ "customer": id, "contact": { "way": "wechat", "content": "发了配置单" } }),
    );
    let cards = branch.ok("customer", json!({ "id": id }))["cards"].clone();
    let shown: Vec<_> = cards
        .as_array()
        .unwrap()
        .iter()
        .map(|card| (card["rule"].clone(), card["due"].clone()))
        .collect();
    assert_eq!(
        shown,
        [
            (json!(null), json!("2026-03-04")),
            (json!("level"), json!("2026-03-16"))
        ]
    );
}

#[test]
fn a_skipped_card_needs_a_reason_and_is_followed_by_the_next() {
    let branch = Branch::staffed();
    customer(&branch, "H");
    branch.at("2026-03-03", "09:00");
    let card = branch.ok("today", json!({}))["due"][0]["id"].clone();
    assert_eq!(
        branch.refused("skip_card", json!({ "card": card, "reason": "" })),
        Code::ReasonMissing
    );
    assert_eq!(
        branch.refused("skip_card", json!({ "card": card, "reason": "keine Lust" })),
        Code::NotInList
    );
    assert_eq!(
        branch.ok(
            "skip_card",
            json!({ "card": card, "reason": "unreachable" })
        )["next"]["due"],
        "2026-03-05"
    );
}

#[test]
fn a_result_taken_back_opens_the_card_again() {
    let branch = Branch::staffed();
    let id = customer(&branch, "H");
    branch.at("2026-03-03", "09:00");
    let card = branch.ok("today", json!({}))["due"][0]["id"].clone();
    let done = branch.ok(
        "finish_card",
        json!({ "card": card, "contact": { "way": "phone", "content": "写错人了", "level": "A" } }),
    );
    branch.ok("undo", json!({ "act": done["act"] }));
    let view = branch.ok("customer", json!({ "id": id }));
    assert_eq!(view["row"]["level"], "H");
    assert_eq!(view["cards"].as_array().unwrap().len(), 1);
    assert_eq!(view["cards"][0]["id"], card);
    assert_eq!(branch.ok("today", json!({}))["done_today"], 0);
}

#[test]
fn results_need_words_a_way_and_a_date_that_can_be() {
    let branch = Branch::staffed();
    let id = customer(&branch, "H");
    let contact = |way: &str, content: &str, next: Value| json!({ "customer": id, "contact": { "way": way, "content": content, "next": next } });
    assert_eq!(
        branch.refused("log_contact", contact("phone", " ", Value::Null)),
        Code::ContentMissing
    );
    assert_eq!(
        branch.refused("log_contact", contact("pigeon", "飞鸽", Value::Null)),
        Code::NotInList
    );
    assert_eq!(
        branch.refused("log_contact", contact("phone", "好", json!("2026-02-28"))),
        Code::DueInThePast
    );
    assert_eq!(
        branch.refused("log_contact", contact("phone", "好", json!("2026-02-30"))),
        Code::BadRequest
    );
    branch.as_("王芳");
    assert_eq!(
        branch.refused("log_contact", contact("phone", "别人的客户", Value::Null)),
        Code::NotYours
    );
}

#[test]
fn somebody_elses_today_is_for_those_who_see_everything() {
    let branch = Branch::staffed();
    let (li, wang) = (branch.staff("李强"), branch.staff("王芳"));
    branch.as_("李强");
    assert_eq!(
        branch.refused("today", json!({ "staff": wang })),
        Code::NotAllowed
    );
    branch.as_("陈经理");
    assert_eq!(
        branch.ok("today", json!({ "staff": li }))["staff_name"],
        "李强"
    );
}
