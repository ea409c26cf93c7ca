//! Companions, contacts of companies, and who decides.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::json;
use support::{Branch, card_of, customer_of};

#[test]
fn a_companion_stands_on_the_card_with_a_masked_number_and_who_decides_comes_first() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵先生", "13800138000", "H");
    branch.as_("李强");
    branch.ok(
        "add_person",
        json!({ "customer": id, "fields": { "name": "小赵", "role": "child" } }),
    );
    branch.ok(
        "add_person",
        json!({ "customer": id, "fields": { "name": "孙女士", "role": "spouse", "decides": true }, "phone": "13900139000" }),
    );
    let card = card_of(&branch, &id);
    assert_eq!(card["persons"][0]["name"], "孙女士");
    assert_eq!(card["persons"][0]["decides"], true);
    assert_eq!(card["persons"][0]["phones"][0]["phone"], "139****9000");
    assert_eq!(card["persons"][1]["name"], "小赵");
    assert_eq!(
        card["phones"].as_array().unwrap().len(),
        1,
        "the spouse's number is not the customer's own"
    );
}

#[test]
fn the_customer_is_found_recognised_and_a_duplicate_by_the_number_of_a_contact() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "湘江物流", "13800138000", "A");
    branch.as_("李强");
    branch.ok(
        "add_person",
        json!({ "customer": id, "fields": { "name": "陈总", "title": "采购经理", "role": "purchasing" }, "phone": "13900139000" }),
    );
    assert_eq!(
        branch.ok("search", json!({ "text": "13900139000" }))["rows"][0]["name"],
        "湘江物流"
    );
    branch.as_("王芳");
    let known = branch.ok("recognise", json!({ "phone": "139 0013 9000" }));
    assert_eq!(known[0]["owner_name"], "李强");
    let ask = json!({ "fields": { "name": "陈" }, "phone": "13900139000" });
    assert_eq!(branch.refused("add_customer", ask), Code::CustomerExists);
}

#[test]
fn a_person_is_corrected_and_taken_off_and_both_are_taken_back() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵先生", "13800138000", "H");
    branch.as_("李强");
    let added = branch.ok(
        "add_person",
        json!({ "customer": id, "fields": { "name": "孙女士" }, "phone": "13900139000" }),
    );
    let edit = branch.ok(
        "edit_person",
        json!({ "id": added["id"], "fields": { "title": "财务总监", "decides": true } }),
    );
    let story = branch.ok("timeline", json!({ "customer": id }));
    assert_eq!(
        story["entries"][0]["title"], "孙女士",
        "the story says about whom"
    );
    assert_eq!(story["entries"][0]["kind"], "edit");
    branch.ok("undo", json!({ "act": edit["act"] }));
    assert_eq!(card_of(&branch, &id)["persons"][0]["title"], json!(null));

    let gone = branch.ok("remove_person", json!({ "id": added["id"] }));
    assert_eq!(card_of(&branch, &id)["persons"], json!([]));
    assert_eq!(
        branch.ok("search", json!({ "text": "13900139000" }))["rows"],
        json!([]),
        "their number went with them"
    );
    let story = branch.ok("timeline", json!({ "customer": id }));
    let told = story["entries"][0]["changes"].as_array().unwrap();
    assert!(
        told.contains(&json!({ "table": "person", "field": "name", "from": "孙女士", "to": null }))
    );
    branch.ok("undo", json!({ "act": gone["act"] }));
    let card = card_of(&branch, &id);
    assert_eq!(card["persons"][0]["phones"][0]["phone"], "139****9000");
}

#[test]
fn the_last_number_of_a_card_stays_when_the_person_goes() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵先生", "13800138000", "H");
    branch.as_("李强");
    let added = branch.ok(
        "add_person",
        json!({ "customer": id, "fields": { "name": "孙女士" }, "phone": "13800138000" }),
    );
    let card = card_of(&branch, &id);
    assert_eq!(card["phones"], json!([]), "the number is hers from now on");
    branch.ok("remove_person", json!({ "id": added["id"] }));
    let card = card_of(&branch, &id);
    assert_eq!(card["phones"][0]["phone"], "138****8000");
}

#[test]
fn a_person_without_a_name_and_persons_of_others_are_refused() {
    let branch = Branch::staffed();
    let id = customer_of(&branch, "李强", "赵先生", "13800138000", "H");
    branch.as_("李强");
    let added = branch.ok(
        "add_person",
        json!({ "customer": id, "fields": { "name": "孙女士" } }),
    );
    let nameless = json!({ "customer": id, "fields": { "name": "  " } });
    assert_eq!(branch.refused("add_person", nameless), Code::NameMissing);
    let role = json!({ "id": added["id"], "fields": { "role": "emperor" } });
    assert_eq!(branch.refused("edit_person", role), Code::NotInList);
    branch.as_("王芳");
    let theirs = json!({ "customer": id, "fields": { "name": "别人" } });
    assert_eq!(branch.refused("add_person", theirs), Code::NotYours);
    let edit = json!({ "id": added["id"], "fields": { "title": "总" } });
    assert_eq!(branch.refused("edit_person", edit), Code::NotYours);
    assert_eq!(
        branch.refused("remove_person", json!({ "id": added["id"] })),
        Code::NotYours
    );
}
