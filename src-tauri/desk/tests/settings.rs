//! The house's own lists and rules, as an administrator changes them and everybody else meets them.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{ADMIN, Branch};

fn list(branch: &Branch, name: &str) -> Vec<Value> {
    branch.ok("house", json!({}))["lists"][name]
        .as_array()
        .unwrap()
        .clone()
}

fn change(branch: &Branch, list: &str, items: &[Value]) -> Result<Value, Code> {
    branch
        .call("change_house", json!({ "list": list, "items": items }))
        .map_err(|problem| problem.code)
}

fn rule(branch: &Branch, name: &str, value: Value) -> Result<Value, Code> {
    branch
        .call("set_rule", json!({ "name": name, "value": value }))
        .map_err(|problem| problem.code)
}

fn item(label: &str) -> Value {
    json!({ "code": "", "label": { "zh-CN": label, "zh-TW": "", "en": "" }, "active": true, "interval": null, "within": null })
}

fn codes(items: &[Value]) -> Vec<&str> {
    items
        .iter()
        .map(|item| item["code"].as_str().unwrap())
        .collect()
}

fn walk_in(branch: &Branch, fields: Value) -> Value {
    branch.ok("log_walk_in", json!({ "fields": fields }))
}

#[test]
fn a_new_choice_gets_a_code_that_no_other_has_and_stands_where_it_was_put() {
    let branch = Branch::staffed();
    let mut items = list(&branch, "sources");
    let before = codes(&items)
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    items.insert(1, item("朋友圈"));
    items.push(item("地铁广告"));
    change(&branch, "sources", &items).unwrap();
    let after = list(&branch, "sources");
    assert_eq!(after.len(), before.len() + 2);
    assert_eq!(
        after[1]["label"],
        json!({ "zh-CN": "朋友圈", "zh-TW": "朋友圈", "en": "朋友圈" }),
        "until somebody translates it"
    );
    let (first, last) = (
        after[1]["code"].as_str().unwrap(),
        after.last().unwrap()["code"].as_str().unwrap(),
    );
    assert_ne!(first, last);
    assert!(!before.iter().any(|code| code == first || code == last));
    branch.as_("前台小林");
    assert_eq!(
        walk_in(&branch, json!({ "name": "王", "source": first }))["visit"]["source"],
        first
    );
}

#[test]
fn a_choice_is_renamed_and_records_that_have_it_follow() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    let visit =
        walk_in(&branch, json!({ "name": "王", "source": "walk_by" }))["visit"]["id"].clone();
    branch.as_(ADMIN.0);
    let mut items = list(&branch, "sources");
    let at = items
        .iter()
        .position(|item| item["code"] == "walk_by")
        .unwrap();
    items[at]["label"] = json!({ "zh-CN": "经过门口", "zh-TW": "經過門口", "en": "Came past" });
    change(&branch, "sources", &items).unwrap();
    assert_eq!(list(&branch, "sources")[at]["label"]["zh-TW"], "經過門口");
    assert_eq!(
        branch.ok("visit", json!({ "id": visit }))["fields"]["source"],
        "walk_by",
        "the record's code is for ever"
    );
}

#[test]
fn a_choice_that_is_left_out_is_no_longer_offered_and_never_lost() {
    let branch = Branch::staffed();
    let mut items = list(&branch, "sources");
    let radio = items
        .iter()
        .position(|item| item["code"] == "radio")
        .unwrap();
    items.remove(radio);
    change(&branch, "sources", &items).unwrap();
    let of = |branch: &Branch, code: &str| {
        list(branch, "sources")
            .into_iter()
            .find(|item| item["code"] == code)
            .unwrap()
    };
    assert_eq!(of(&branch, "radio")["active"], false);
    assert_eq!(of(&branch, "walk_by")["active"], true);

    let mut items = list(&branch, "sources");
    for item in &mut items {
        item["active"] = json!(true);
    }
    change(&branch, "sources", &items).unwrap();
    assert_eq!(of(&branch, "radio")["active"], true, "and is offered again");
}

#[test]
fn the_order_is_the_one_that_was_sent() {
    let branch = Branch::new();
    let mut items = list(&branch, "sources");
    items.reverse();
    change(&branch, "sources", &items).unwrap();
    assert_eq!(list(&branch, "sources"), items);
    branch.reopen(ADMIN.0);
    assert_eq!(list(&branch, "sources"), items, "on the next morning too");
    branch.ok("rebuild", json!({}));
    branch.reopen(ADMIN.0);
    assert_eq!(
        list(&branch, "sources"),
        items,
        "and it is what the log says"
    );
}

#[test]
fn another_interval_moves_the_next_contact_of_whoever_is_met_from_then_on() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    branch.ok("add_customer", json!({ "fields": { "name": "赵女士" }, "phone": "13800138000", "level": "H", "owner": li }));
    assert_eq!(
        branch.ok("today", json!({}))["next_by_level"]["H"],
        "2026-03-03"
    );
    let mut levels = list(&branch, "levels");
    levels[0]["interval"] = json!(5);
    change(&branch, "levels", &levels).unwrap();
    assert_eq!(
        branch.ok("today", json!({}))["next_by_level"]["H"],
        "2026-03-06"
    );
    branch.as_("李强").at("2026-03-03", "09:00");
    let card = branch.ok("today", json!({}))["due"][0].clone();
    assert_eq!(
        card["customer_name"], "赵女士",
        "what was promised stays promised"
    );
    let done = branch.ok(
        "finish_card",
        json!({ "card": card["id"], "contact": { "way": "phone", "content": "好" } }),
    );
    assert_eq!(
        (&done["next"]["due"], &done["next"]["expires"]),
        (&json!("2026-03-08"), &json!("2026-03-13"))
    );
}

#[test]
fn a_list_that_cannot_be_is_refused_and_stays_as_it_was() {
    let branch = Branch::staffed();
    let levels = list(&branch, "levels");
    let with = |field: &str, value: Value| {
        let mut levels = levels.clone();
        levels[1][field] = value;
        levels
    };
    let no_name = json!({ "zh-CN": " ", "zh-TW": "甲", "en": "A" });
    let long_name = json!({ "zh-CN": "甲".repeat(201), "zh-TW": "", "en": "" });
    for (list, items, code) in [
        ("levels", with("interval", json!(0)), Code::OutOfRange),
        ("levels", with("interval", json!(366)), Code::OutOfRange),
        ("levels", with("within", json!(-1)), Code::OutOfRange),
        ("levels", with("interval", json!("two")), Code::BadRequest),
        ("levels", with("label", no_name), Code::NameMissing),
        ("levels", with("label", long_name), Code::TextTooLong),
        (
            "levels",
            with("code", json!("x".repeat(41))),
            Code::TextTooLong,
        ),
        (
            "levels",
            (0..201).map(|n| item(&n.to_string())).collect(),
            Code::NotInList,
        ),
        ("colours_of_the_moon", vec![item("蓝")], Code::NotInList),
        ("levels", levels.clone(), Code::NothingChanged),
    ] {
        assert_eq!(change(&branch, list, &items), Err(code));
    }
    assert_eq!(self::list(&branch, "levels"), levels);
}

#[test]
fn only_administrators_change_the_house() {
    let branch = Branch::staffed();
    for login in ["前台小林", "李强", "陈经理"] {
        branch.as_(login);
        assert_eq!(
            change(&branch, "sources", &[item("朋友圈")]),
            Err(Code::NotAllowed),
            "{login}"
        );
        assert_eq!(
            rule(&branch, "lock_after_minutes", json!(20)),
            Err(Code::NotAllowed),
            "{login}"
        );
        assert!(
            !list(&branch, "sources").is_empty(),
            "everybody's forms are made of it"
        );
    }
}

#[test]
fn what_makes_a_record_complete_is_asked_of_the_next_visit() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    let earlier = walk_in(&branch, json!({ "name": "王" }))["visit"].clone();
    assert_eq!(
        earlier["missing"],
        json!(["phone", "consultant", "model", "level", "source"])
    );
    branch.as_(ADMIN.0);
    rule(&branch, "complete_walk_in", json!(["name", "area"])).unwrap();
    branch.as_("前台小林");
    assert_eq!(
        walk_in(&branch, json!({ "name": "孙" }))["visit"]["missing"],
        json!(["area"])
    );
    assert_eq!(
        walk_in(&branch, json!({ "name": "李", "area": "岳麓区" }))["visit"]["missing"],
        json!([])
    );
    assert_eq!(
        branch.ok("visit", json!({ "id": earlier["id"] }))["row"]["missing"],
        earlier["missing"],
        "nobody's old record changes overnight"
    );
    let done = branch.ok(
        "complete_visit",
        json!({ "id": earlier["id"], "fields": { "area": "雨花区" } }),
    );
    assert_eq!(
        done["visit"]["missing"],
        json!([]),
        "until somebody works on it"
    );
}

#[test]
fn without_the_rule_of_the_next_day_a_visit_is_followed_by_its_levels_interval() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    rule(&branch, "next_day_call", json!(false)).unwrap();
    walk_in(
        &branch,
        json!({ "name": "赵女士", "phone": "13800138000", "consultant": li, "level": "A" }),
    );
    rule(&branch, "no_card_levels", json!(["D", "F1", "F2", "C"])).unwrap();
    walk_in(
        &branch,
        json!({ "name": "钱先生", "phone": "13900139000", "consultant": li, "level": "C" }),
    );
    branch.as_("李强");
    let today = branch.ok("today", json!({}));
    let upcoming: Vec<_> = today["upcoming"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| (&card["customer_name"], &card["due"], &card["rule"]))
        .collect();
    assert_eq!(
        upcoming,
        [(&json!("赵女士"), &json!("2026-03-05"), &json!("level"))]
    );
    assert_eq!(today["next_by_level"]["C"], Value::Null);
}

#[test]
fn minutes_until_the_screen_locks_count_at_once() {
    let branch = Branch::staffed();
    rule(&branch, "lock_after_minutes", json!(25)).unwrap();
    rule(&branch, "lock_after_minutes_reception", json!(1)).unwrap();
    let minutes =
        |branch: &Branch| branch.ok("door_status", json!({}))["lock_after_minutes"].clone();
    assert_eq!(minutes(&branch), 25);
    branch.as_("前台小林");
    assert_eq!(minutes(&branch), 1);
}

#[test]
fn a_rule_that_does_not_exist_or_has_another_shape_is_refused_and_the_rules_stay() {
    let branch = Branch::staffed();
    let before = branch.ok("house", json!({}))["rules"].clone();
    for (name, value, code) in [
        ("lock_after_midnight", json!(5), Code::BadRequest),
        ("", json!(5), Code::BadRequest),
        ("lock_after_minutes", json!("ten"), Code::BadRequest),
        ("lock_after_minutes", json!(-1), Code::BadRequest),
        ("lock_after_minutes", json!(2.5), Code::BadRequest),
        ("lock_after_minutes", Value::Null, Code::BadRequest),
        ("lock_after_minutes", json!(0), Code::OutOfRange),
        ("lock_after_minutes_reception", json!(241), Code::OutOfRange),
        ("next_day_call", json!("yes"), Code::BadRequest),
        ("complete_walk_in", json!("name"), Code::BadRequest),
        ("complete_walk_in", json!([1, 2]), Code::BadRequest),
        ("lock_after_minutes", json!(10), Code::NothingChanged),
    ] {
        assert_eq!(
            rule(&branch, name, value.clone()),
            Err(code),
            "{name} {value}"
        );
    }
    branch.reopen(ADMIN.0);
    assert_eq!(branch.ok("house", json!({}))["rules"], before);
}

#[test]
fn a_rule_changed_twice_and_folded_anew_is_the_last_one() {
    let branch = Branch::new();
    for minutes in [20, 30, 40] {
        rule(&branch, "lock_after_minutes", json!(minutes)).unwrap();
    }
    branch.ok("rebuild", json!({}));
    branch.reopen(ADMIN.0);
    assert_eq!(
        branch.ok("house", json!({}))["rules"]["lock_after_minutes"],
        40
    );
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn an_administrator_takes_a_change_of_the_house_back() {
    let branch = Branch::new();
    let before = list(&branch, "sources");
    let mut items = before.clone();
    items.swap(0, 1);
    let act = change(&branch, "sources", &items).unwrap()["act"].clone();
    branch.ok("undo", json!({ "act": act }));
    assert_eq!(list(&branch, "sources"), before);
}

#[test]
fn a_changed_rule_is_taken_back_by_an_administrator_and_by_nobody_else() {
    let branch = Branch::staffed();
    let act = rule(&branch, "lock_after_minutes", json!(5)).unwrap()["act"].clone();
    branch.as_("陈经理");
    assert_eq!(
        branch.refused("undo", json!({ "act": act })),
        Code::NotAllowed
    );
    branch.as_(ADMIN.0);
    branch.ok("undo", json!({ "act": act }));
    let rules = branch.ok("house", json!({}))["rules"].clone();
    assert_eq!(rules["lock_after_minutes"], 10);
}
