//! 批复: what managers have still to read, what they say, and who reads that.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, moment};

/// A customer of 李强 with one contact on a card that was due the day before.
fn contacted(branch: &Branch) -> Value {
    let owner = branch.staff("李强");
    let id = branch.ok("add_customer", json!({ "fields": { "name": "赵女士", "model": "皓影" }, "phone": "13800138000", "level": "H", "owner": owner }))["id"].clone();
    branch.as_("李强").at("2026-03-04", "09:00");
    let card = branch.ok("today", json!({}))["overdue"][0]["id"].clone();
    branch.ok(
        "finish_card",
        json!({ "card": card, "contact": { "way": "phone", "content": "嫌贵，在看途岳", "level": "A", "question": "能便宜多少", "answer": "到店谈",
            "happened_at": moment("2026-03-03", "16:00").0 } }),
    );
    id
}

fn inbox(branch: &Branch) -> Value {
    branch.ok("reviews_to_do", json!({}))
}

#[test]
fn the_inbox_says_in_one_row_all_that_is_needed_to_judge_a_contact() {
    let branch = Branch::staffed();
    let id = contacted(&branch);
    branch.as_("陈经理");
    let page = inbox(&branch);
    assert_eq!((&page["total"], &page["more"]), (&json!(1), &json!(false)));
    let row = &page["rows"][0];
    for (field, value) in [
        ("customer", id),
        ("customer_name", json!("赵女士")),
        ("model", json!("皓影")),
        ("staff_name", json!("李强")),
        ("content", json!("嫌贵，在看途岳")),
        ("question", json!("能便宜多少")),
        ("answer", json!("到店谈")),
        ("level_from", json!("H")),
        ("level_to", json!("A")),
        ("next", json!("2026-03-07")),
        ("due", json!("2026-03-03")),
        ("timely", json!("late")),
        ("late_days", json!(1)),
        ("back_filled", json!(true)),
        ("before", json!(null)),
    ] {
        assert_eq!(row[field], value, "{field}");
    }
}

#[test]
fn a_remark_reaches_whoever_made_the_contact_and_stands_where_it_was_last_said() {
    let branch = Branch::staffed();
    let id = contacted(&branch);
    branch.as_("陈经理");
    let contact = inbox(&branch)["rows"][0]["contact"].clone();
    branch.ok(
        "review_contact",
        json!({ "contact": contact, "remark": " 周六前约到店 " }),
    );
    assert_eq!(inbox(&branch)["rows"], json!([]));
    let entry = branch.ok("timeline", json!({ "customer": id }))["entries"][0].clone();
    assert_eq!(
        (&entry["kind"], &entry["title"], &entry["actor_name"]),
        (&json!("review"), &json!("周六前约到店"), &json!("陈经理"))
    );

    branch.as_("王芳");
    assert_eq!(branch.ok("today", json!({}))["remarks"], json!([]));
    branch.as_("李强").at("2026-03-07", "09:00");
    let today = branch.ok("today", json!({}));
    assert_eq!(today["due"][0]["last"]["remark"], "周六前约到店");
    assert_eq!(today["due"][0]["last"]["remark_by"], "陈经理");
    let remark = &today["remarks"][0];
    assert_eq!(
        (&remark["remark"], &remark["by_name"], &remark["content"]),
        (
            &json!("周六前约到店"),
            &json!("陈经理"),
            &json!("嫌贵，在看途岳")
        )
    );
    let ask = json!({ "review": remark["review"] });
    branch.as_("王芳");
    assert_eq!(branch.refused("read_review", ask.clone()), Code::NotYours);
    branch.as_("李强");
    let before = branch.ok("timeline", json!({ "customer": id }))["entries"].clone();
    branch.ok("read_review", ask.clone());
    branch.ok("read_review", ask);
    assert_eq!(branch.ok("today", json!({}))["remarks"], json!([]));
    assert_eq!(
        branch.ok("timeline", json!({ "customer": id }))["entries"],
        before,
        "that somebody read a remark is nothing that happened with the customer"
    );
}

#[test]
fn a_contact_is_reviewed_once_a_second_remark_is_read_anew_and_all_of_it_can_be_undone() {
    let branch = Branch::staffed();
    contacted(&branch);
    branch.as_("陈经理");
    let contact = inbox(&branch)["rows"][0]["contact"].clone();
    let say = |remark: Value| json!({ "contact": contact, "remark": remark });
    let seen = branch.ok("review_contact", say(json!(null)))["act"].clone();
    assert_eq!(
        branch.refused("review_contact", say(json!(null))),
        Code::NothingChanged
    );
    assert_eq!(
        branch.refused("review_contacts", json!({ "contacts": [contact] })),
        Code::NothingChanged
    );
    branch.ok("undo", json!({ "act": seen }));
    assert_eq!(
        inbox(&branch)["total"],
        1,
        "seen, taken back, to be seen again"
    );

    branch.ok("review_contacts", json!({ "contacts": [contact, contact] }));
    assert_eq!(inbox(&branch)["total"], 0);
    let first = branch.ok("review_contact", say(json!("抓紧")))["act"].clone();
    branch.as_("李强");
    let review = branch.ok("today", json!({}))["remarks"][0]["review"].clone();
    branch.ok("read_review", json!({ "review": review }));
    branch.as_("陈经理");
    assert_eq!(
        branch.refused("review_contact", say(json!("抓紧"))),
        Code::NothingChanged
    );
    let second = branch.ok("review_contact", say(json!("抓紧，先发对比表")))["act"].clone();
    branch.as_("李强");
    assert_eq!(
        branch.ok("today", json!({}))["remarks"][0]["remark"],
        "抓紧，先发对比表"
    );
    assert_eq!(
        branch.refused("undo", json!({ "act": second })),
        Code::CannotUndo
    );
    branch.as_("陈经理");
    branch.ok("undo", json!({ "act": second }));
    branch.as_("李强");
    assert_eq!(
        branch.ok("today", json!({}))["remarks"],
        json!([]),
        "the first was read"
    );
    branch.as_("陈经理");
    branch.ok("undo", json!({ "act": first }));
    assert_eq!(inbox(&branch)["total"], 0, "it was seen before that");
}

#[test]
fn the_inbox_is_paged_newest_first_filtered_by_person_and_ends_with_the_days_of_the_house() {
    let branch = Branch::staffed();
    let (li, wang) = (branch.staff("李强"), branch.staff("王芳"));
    for (nth, owner, name) in [
        (0, &li, "李强"),
        (1, &wang, "王芳"),
        (2, &li, "李强"),
        (3, &li, "李强"),
    ] {
        branch.as_("陈经理");
        let ask = json!({ "fields": { "name": format!("客户{nth}") }, "phone": format!("1380013800{nth}"), "level": "H", "owner": owner });
        let id = branch.ok("add_customer", ask)["id"].clone();
        branch.as_(name).later(1);
        branch.ok(
            "log_contact",
            json!({ "customer": id, "contact": { "way": "phone", "content": "好" } }),
        );
    }
    branch.as_("陈经理");
    let names = |page: &Value| -> Vec<String> {
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["customer_name"].as_str().unwrap().to_owned())
            .collect()
    };
    let first = branch.ok("reviews_to_do", json!({ "limit": 3 }));
    assert_eq!(names(&first), ["客户3", "客户2", "客户1"]);
    let second = branch.ok(
        "reviews_to_do",
        json!({ "limit": 3, "after": first["next"] }),
    );
    assert_eq!(names(&second), ["客户0"]);
    assert_eq!(second["next"], json!(null));
    let lis = branch.ok("reviews_to_do", json!({ "staff": li }));
    assert_eq!((names(&lis).len(), &lis["total"]), (3, &json!(3)));
    assert_eq!(
        branch.refused("reviews_to_do", json!({ "after": "x" })),
        Code::BadRequest
    );
    branch.at("2026-03-08", "12:00");
    assert_eq!(inbox(&branch)["total"], 4);
    branch.at("2026-03-09", "00:01");
    assert_eq!(
        inbox(&branch)["total"],
        0,
        "after seven days nobody is asked any more"
    );
}

#[test]
fn nobody_reviews_what_they_did_themselves() {
    let branch = Branch::staffed();
    let manager = branch.staff("陈经理");
    branch.as_("陈经理");
    let id = branch.ok("add_customer", json!({ "fields": { "name": "大客户" }, "phone": "13800138000", "level": "H", "owner": manager }))["id"].clone();
    branch.ok(
        "log_contact",
        json!({ "customer": id, "contact": { "way": "phone", "content": "好" } }),
    );
    assert_eq!(inbox(&branch)["total"], 0);
}
