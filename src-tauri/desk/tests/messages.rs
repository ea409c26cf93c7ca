//! 话术: the house's texts with names in them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, moment};

fn customer(branch: &Branch, fields: Value) -> Value {
    let owner = branch.staff("李强");
    let ask = json!({ "fields": fields, "phone": "13800138000", "level": "H", "owner": owner });
    let id = branch.ok("add_customer", ask)["id"].clone();
    branch.as_("李强");
    id
}

fn body(view: &Value, code: &str) -> String {
    let texts = view["texts"].as_array().unwrap();
    let found = texts.iter().find(|text| text["code"] == code).unwrap();
    found["body"].as_str().unwrap().to_owned()
}

#[test]
fn a_text_has_the_names_the_day_and_the_time_in_it() {
    let branch = Branch::staffed();
    let id = customer(
        &branch,
        json!({ "name": "张建国", "gender": "male", "model": "雅阁" }),
    );
    branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": moment("2026-03-07", "10:00").0 }),
    );
    let view = branch.ok("messages", json!({ "customer": id, "lang": "zh-CN" }));
    assert_eq!(
        body(&view, "appointment"),
        "张先生您好，提醒您已预约3月7日（周六） 10:00到长沙河西店，我在店里等您，来之前给我打个电话就好。李强"
    );
    assert_eq!(view["suggested"], "appointment");
    assert_eq!(view["phone"], "138****8000");
    let english = branch.ok("messages", json!({ "customer": id, "lang": "en" }));
    assert_eq!(english["texts"][0]["title"], "The day after a visit");
    assert!(body(&english, "appointment").contains("on Saturday 7 March at 10:00"));
}

#[test]
fn no_text_shows_a_blank_however_little_is_known() {
    let branch = Branch::staffed();
    branch.as_("李强");
    let logged = branch.ok(
        "log_walk_in",
        json!({ "fields": { "phone": "13800138000" } }),
    );
    let id = logged["customer"].clone();
    for lang in ["zh-CN", "zh-TW", "en"] {
        let view = branch.ok("messages", json!({ "customer": id, "lang": lang }));
        for text in view["texts"].as_array().unwrap() {
            let body = text["body"].as_str().unwrap();
            assert!(
                !body.contains(['{', '}']) && !body.contains("  ") && !body.contains(" ,"),
                "{lang}: {body}"
            );
            assert!(!body.starts_with('，'), "{lang}: {body}");
        }
    }
    assert_eq!(
        body(
            &branch.ok("messages", json!({ "customer": id, "lang": "zh-CN" })),
            "birthday"
        ),
        "祝您生日快乐！长沙河西店全体同事祝您和家人平安顺利。李强"
    );
}

#[test]
fn the_text_that_suits_the_card_or_the_day_is_suggested() {
    let branch = Branch::staffed();
    let id = customer(
        &branch,
        json!({ "name": "张建国", "birthday": "1980-03-01" }),
    );
    let suggested = |ask: Value| branch.ok("messages", ask)["suggested"].clone();
    assert_eq!(
        suggested(json!({ "customer": id, "lang": "zh-CN" })),
        "birthday"
    );
    branch.ok(
        "log_walk_in",
        json!({ "fields": { "phone": "13800138000" } }),
    );
    branch.at("2026-03-02", "09:00");
    let card = branch.ok("today", json!({}))["due"][0]["id"].clone();
    assert_eq!(
        suggested(json!({ "customer": id, "card": card, "lang": "zh-CN" })),
        "after_visit"
    );
    branch.as_("王芳");
    assert_eq!(
        branch.refused("messages", json!({ "customer": id, "lang": "zh-CN" })),
        Code::NotYours
    );
}

#[test]
fn an_administrator_writes_the_texts_and_sees_how_they_read() {
    let branch = Branch::staffed();
    let label = |text: &str| json!({ "zh-CN": text, "zh-TW": text, "en": text });
    let own = |body: &str, way: &str| json!([{ "code": "own_1", "way": way, "title": label("试驾后"), "body": label(body) }]);
    let set = |value: Value| json!({ "name": "messages", "value": value });
    assert_eq!(
        branch.refused("set_rule", set(own("", "sms"))),
        Code::NameMissing
    );
    assert_eq!(
        branch.refused("set_rule", set(own("好", "pigeon"))),
        Code::NotInList
    );
    let twice = json!([own("好", "sms")[0], own("好", "sms")[0]]);
    assert_eq!(branch.refused("set_rule", set(twice)), Code::BadRequest);
    let preview = branch.ok(
        "preview_message",
        json!({ "body": "{customer}，{day}开{model}感觉怎么样？{price}", "lang": "zh-CN" }),
    );
    assert_eq!(
        preview["full"],
        "张先生，3月4日（周三）开雅阁感觉怎么样？{price}"
    );
    assert_eq!(preview["bare"], "这几天开这款车感觉怎么样？{price}");
    let act = branch.ok("set_rule", set(own("{customer}，试驾感觉如何？", "sms")))["act"].clone();
    let id = customer(&branch, json!({ "name": "张建国", "gender": "male" }));
    let ask = json!({ "customer": id, "lang": "zh-CN" });
    let view = branch.ok("messages", ask.clone());
    assert_eq!(view["texts"].as_array().unwrap().len(), 1);
    assert_eq!(body(&view, "own_1"), "张先生，试驾感觉如何？");
    branch.as_(support::ADMIN.0);
    branch.ok("undo", json!({ "act": act }));
    assert!(
        branch.ok("messages", ask)["texts"]
            .as_array()
            .unwrap()
            .len()
            > 5
    );
}

#[test]
fn days_and_minutes_of_rules_that_nobody_can_mean_are_refused() {
    let branch = Branch::staffed();
    for (name, value) in [
        ("review_days", 0),
        ("review_days", 61),
        ("appointment_grace_minutes", 241),
    ] {
        assert_eq!(
            branch.refused("set_rule", json!({ "name": name, "value": value })),
            Code::OutOfRange
        );
    }
    branch.ok(
        "set_rule",
        json!({ "name": "appointment_grace_minutes", "value": 0 }),
    );
}
