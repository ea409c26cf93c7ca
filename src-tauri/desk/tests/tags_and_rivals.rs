//! Tags, models compared with ours, where somebody came from, and what follows from when they want to buy.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, card_of, customer_of};

fn names(page: &Value) -> Vec<&str> {
    let rows = page["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect()
}

#[test]
fn a_tag_is_one_word_however_it_is_typed_and_the_list_is_narrowed_by_it() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "H");
    customer_of(&branch, "李强", "钱先生", "13800138001", "A");
    branch.as_("李强");
    branch.ok("add_tag", json!({ "customer": id, "label": "要贷款" }));
    assert_eq!(
        branch.refused("add_tag", json!({ "customer": id, "label": "loan" })),
        Code::NothingChanged,
        "the name and the code of the house list are one tag"
    );
    branch.ok("add_tag", json!({ "customer": id, "label": " VIP " }));
    assert_eq!(
        branch.refused("add_tag", json!({ "customer": id, "label": "vip" })),
        Code::NothingChanged
    );
    assert_eq!(card_of(&branch, &id)["tags"], json!(["loan", "VIP"]));
    let page = branch.ok("customers", json!({ "tag": "要贷款" }));
    assert_eq!(names(&page), ["赵女士"]);
    assert_eq!(page["total"], 1);
    assert_eq!(
        names(&branch.ok("customers", json!({ "tag": "loan", "levels": ["A"] }))),
        Vec::<&str>::new()
    );
}

#[test]
fn a_tag_taken_off_and_put_on_again_stands_once_and_each_is_taken_back() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强");
    let tag = json!({ "customer": id, "label": "VIP" });
    branch.ok("add_tag", tag.clone());
    let off = branch.ok("remove_tag", tag.clone());
    assert_eq!(card_of(&branch, &id)["tags"], json!([]));
    assert_eq!(branch.refused("remove_tag", tag.clone()), Code::NotFound);
    let story = branch.ok("timeline", json!({ "customer": id }));
    assert_eq!(
        story["entries"][0]["changes"],
        json!([{ "table": "tag", "field": "label", "from": "VIP", "to": null }])
    );
    branch.ok("undo", json!({ "act": off["act"] }));
    assert_eq!(card_of(&branch, &id)["tags"], json!(["VIP"]));
    branch.ok("remove_tag", tag.clone());
    let on = branch.ok("add_tag", tag);
    assert_eq!(card_of(&branch, &id)["tags"], json!(["VIP"]));
    branch.ok("undo", json!({ "act": on["act"] }));
    assert_eq!(card_of(&branch, &id)["tags"], json!([]));
}

#[test]
fn a_rival_keeps_its_price_and_note_and_comes_back_as_it_was() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强");
    branch.ok(
        "add_rival",
        json!({ "customer": id, "model": "凯美瑞", "fields": { "price": 17_980_000 } }),
    );
    let rival = card_of(&branch, &id)["rivals"][0].clone();
    assert_eq!(rival["price"], 17_980_000);
    let edit = branch.ok(
        "edit_rival",
        json!({ "id": rival["id"], "fields": { "note": "嫌中控太老" } }),
    );
    let entry = branch.ok("timeline", json!({ "customer": id }))["entries"][0].clone();
    assert_eq!(entry["title"], "凯美瑞");
    assert_eq!(entry["changes"][0]["to"], "嫌中控太老");
    branch.ok("remove_rival", json!({ "id": rival["id"] }));
    assert_eq!(card_of(&branch, &id)["rivals"], json!([]));
    branch.ok("add_rival", json!({ "customer": id, "model": "凯美瑞" }));
    let again = card_of(&branch, &id)["rivals"][0].clone();
    assert_eq!(again["price"], 17_980_000);
    assert_eq!(again["note"], "嫌中控太老");
    branch.ok("undo", json!({ "act": edit["act"] }));
    assert_eq!(card_of(&branch, &id)["rivals"][0]["note"], json!(null));
    assert_eq!(
        branch.refused("add_rival", json!({ "customer": id, "model": "凯美瑞" })),
        Code::NothingChanged
    );
}

#[test]
fn a_sub_source_belongs_to_its_source() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强");
    let edit = |fields: Value| branch.ok("edit_customer", json!({ "id": id, "fields": fields }));
    edit(json!({ "sub_source": "autohome" }));
    assert_eq!(
        card_of(&branch, &id)["fields"]["source"],
        "vertical_site",
        "who says where exactly has said the source"
    );
    edit(json!({ "source": "walk_in" }));
    assert_eq!(card_of(&branch, &id)["fields"]["sub_source"], json!(null));
    let both = json!({ "id": id, "fields": { "source": "walk_in", "sub_source": "autohome" } });
    assert_eq!(branch.refused("edit_customer", both), Code::NotInList);
}

#[test]
fn who_sent_whom_stands_on_both_cards_and_a_strangers_name_stays_masked() {
    let branch = Branch::staffed();
    let sender = customer_of(&branch, "王芳", "孙国庆", "13800138001", "D");
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "H");
    branch.as_("李强");
    branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "referrer_name": "隔壁老孙" } }),
    );
    branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "referrer": sender } }),
    );
    let card = card_of(&branch, &id);
    assert_eq!(card["referrer"]["name"], "孙**");
    assert_eq!(card["fields"]["referrer_name"], json!(null));
    let entry = branch.ok("timeline", json!({ "customer": id }))["entries"][0].clone();
    assert!(!entry["changes"].to_string().contains("孙国庆"));
    let own = json!({ "id": id, "fields": { "referrer": id } });
    assert_eq!(branch.refused("edit_customer", own), Code::NotFound);

    branch.as_("王芳");
    let card = card_of(&branch, &sender);
    assert_eq!(card["referred_count"], 1);
    assert_eq!(card["referred"][0]["name"], "赵**");
    branch.as_("陈经理");
    assert_eq!(card_of(&branch, &sender)["referred"][0]["name"], "赵女士");
}

#[test]
fn the_purchase_window_proposes_its_level_until_it_is_taken() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "B");
    branch.as_("李强");
    assert_eq!(card_of(&branch, &id)["proposed_level"], json!(null));
    branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "purchase_window": "15" } }),
    );
    assert_eq!(card_of(&branch, &id)["proposed_level"], "A");
    branch.ok("set_level", json!({ "id": id, "level": "A" }));
    assert_eq!(card_of(&branch, &id)["proposed_level"], json!(null));
}

#[test]
fn two_edits_of_one_field_after_each_other_both_stay_visible() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "B");
    let seen = json!({ "occupation": null, "family": null });
    branch.as_("李强").later(3);
    branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "occupation": "教师" }, "seen": seen }),
    );
    branch.as_("陈经理").later(3);
    let other = branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "family": "三口" }, "seen": seen }),
    );
    assert_eq!(other["changed_meanwhile"], json!([]), "another field");
    let over = branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": { "occupation": "医生" }, "seen": seen }),
    );
    let meanwhile = &over["changed_meanwhile"][0];
    assert_eq!(meanwhile["field"], "occupation");
    assert_eq!(meanwhile["theirs"], json!({ "occupation": "教师" }));
    assert_eq!(meanwhile["by"], "李强");
    assert_eq!(card_of(&branch, &id)["fields"]["occupation"], "医生");
    branch.ok(
        "edit_customer",
        json!({ "id": id, "fields": meanwhile["theirs"] }),
    );
    assert_eq!(card_of(&branch, &id)["fields"]["occupation"], "教师");
}

#[test]
fn the_story_is_narrowed_by_the_desk_and_its_pages_lose_nothing() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵女士", "13800138000", "B");
    branch.as_("李强");
    for round in 0..130 {
        branch.later(1);
        branch.ok(
            "edit_customer",
            json!({ "id": id, "fields": { "remark": format!("第{round}次") } }),
        );
        if round % 50 == 0 {
            let contact = json!({ "way": "phone", "content": format!("电话{round}"), "level": if round == 50 { "A" } else { "B" } });
            branch.ok("log_contact", json!({ "customer": id, "contact": contact }));
        }
    }
    let mut titles = Vec::new();
    let mut before = json!(null);
    loop {
        let ask = json!({ "customer": id, "kinds": ["contact"], "limit": 2, "before": before });
        let page = branch.ok("timeline", ask);
        for entry in page["entries"].as_array().unwrap() {
            titles.push(entry["title"].as_str().unwrap().to_owned());
        }
        before = page["next"].clone();
        if before.is_null() {
            break;
        }
    }
    assert_eq!(titles, ["电话100", "电话50", "电话0"]);
    let levels = branch.ok("timeline", json!({ "customer": id, "kinds": ["level"] }));
    assert_eq!(
        levels["entries"].as_array().unwrap().len(),
        3,
        "two contacts that moved the level, and the first level of the card: {levels}"
    );
}
