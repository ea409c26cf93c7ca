//! Appointments: who is expected, who came, who did not, and who calls them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::problem::Code;
use serde_json::{Value, json};
use support::{Branch, moment};

/// A customer of 李强, who sits at the desk afterwards.
fn customer(branch: &Branch, name: &str, phone: &str) -> Value {
    let owner = branch.staff("李强");
    let ask = json!({ "fields": { "name": name, "gender": "male", "model": "雅阁" }, "phone": phone, "level": "H", "owner": owner });
    let id = branch.ok("add_customer", ask)["id"].clone();
    branch.as_("李强");
    id
}

fn at(day: &str, time: &str) -> i64 {
    moment(day, time).0
}

fn rows(branch: &Branch) -> Vec<Value> {
    branch.ok("expected", json!({}))["rows"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn a_call_that_ends_in_saturday_at_ten_is_one_act_and_the_customer_is_expected() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let done = branch.ok(
        "log_contact",
        json!({ "customer": id, "contact": { "way": "phone", "content": "周六来试驾",
            "appointment": { "at": at("2026-03-07", "10:00"), "purpose": "test_drive", "note": "带太太" } } }),
    );
    assert_eq!(done["next"]["due"], "2026-03-03", "by level, as always");
    branch.as_("前台小林").at("2026-03-07", "09:00");
    let row = rows(&branch)[0].clone();
    for (field, value) in [
        ("customer_name", json!("张建国")),
        ("staff_name", json!("李强")),
        ("phone", json!("138****8000")),
        ("model", json!("雅阁")),
        ("purpose", json!("test_drive")),
        ("note", json!("带太太")),
        ("state", json!("expected")),
    ] {
        assert_eq!(row[field], value, "{field}");
    }
    branch.as_("李强");
    branch.ok("undo", json!({ "act": done["act"] }));
    assert!(rows(&branch).is_empty(), "the one act takes both back");
}

#[test]
fn the_next_contact_is_never_later_than_the_appointment() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let contact = |level: &str| json!({ "customer": id, "contact": { "way": "phone", "content": "周二来", "level": level, "appointment": { "at": at("2026-03-03", "10:00") } } });
    assert_eq!(
        branch.ok("log_contact", contact("C"))["next"]["due"],
        "2026-03-03"
    );
}

#[test]
fn whoever_comes_with_an_appointment_was_invited_and_is_received_by_who_expects_them() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let wang = branch.staff("王芳");
    let made = branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": at("2026-03-01", "14:00"), "staff": wang }),
    );
    branch.as_("前台小林").at("2026-03-01", "13:50");
    let logged = branch.ok(
        "log_walk_in",
        json!({ "fields": { "phone": "13800138000" } }),
    );
    assert_eq!(logged["visit"]["frequency"], "invited");
    assert_eq!(logged["visit"]["consultant_name"], "王芳");
    let row = rows(&branch)[0].clone();
    assert_eq!(row["id"], made["appointment"]["id"]);
    assert_eq!(
        (&row["state"], &row["visit"]),
        (&json!("arrived"), &logged["visit"]["id"])
    );
    branch.ok("undo", json!({ "act": logged["act"] }));
    let row = rows(&branch)[0].clone();
    assert_eq!(
        (&row["state"], &row["visit"]),
        (&json!("expected"), &json!(null)),
        "the walk-in taken back, they are expected again"
    );
}

#[test]
fn what_the_counter_says_itself_is_not_changed_by_an_appointment() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let wang = branch.staff("王芳");
    branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": at("2026-03-01", "14:00") }),
    );
    branch.as_("前台小林");
    let logged = branch.ok(
        "log_walk_in",
        json!({ "fields": { "customer": id, "frequency": "again", "consultant": wang } }),
    );
    assert_eq!(logged["visit"]["frequency"], "again");
    assert_eq!(logged["visit"]["consultant_name"], "王芳");
    assert_eq!(rows(&branch)[0]["state"], "arrived");
}

#[test]
fn a_call_is_no_arrival_and_a_number_that_comes_late_is() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": at("2026-03-01", "14:00") }),
    );
    branch.as_("前台小林");
    branch.ok("log_call", json!({ "fields": { "phone": "13800138000" } }));
    assert_eq!(rows(&branch)[0]["state"], "expected");
    let visit =
        branch.ok("log_walk_in", json!({ "fields": { "name": "张" } }))["visit"]["id"].clone();
    let done = branch.ok(
        "complete_visit",
        json!({ "id": visit, "fields": { "phone": "13800138000" } }),
    );
    assert_eq!(done["visit"]["frequency"], "invited");
    assert_eq!(rows(&branch)[0]["visit"], visit);
}

#[test]
fn late_after_the_grace_of_the_house_and_missed_when_the_day_is_over() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": at("2026-03-01", "14:00") }),
    );
    branch.at("2026-03-01", "14:30");
    assert_eq!(rows(&branch)[0]["state"], "expected");
    branch.at("2026-03-01", "14:31");
    let row = rows(&branch)[0].clone();
    assert_eq!(
        (&row["state"], &row["late_minutes"]),
        (&json!("late"), &json!(31))
    );
    branch.at("2026-03-02", "08:00");
    let today = branch.ok("today", json!({}));
    assert_eq!(today["missed"][0]["customer"], id);
    assert_eq!(today["missed"][0]["state"], "missed");
    branch.ok(
        "log_contact",
        json!({ "customer": id, "contact": { "way": "phone", "content": "堵车，改周六" } }),
    );
    assert_eq!(branch.ok("today", json!({}))["missed"], json!([]));
}

#[test]
fn a_no_show_is_said_after_its_time_is_called_and_can_still_come() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let made = branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": at("2026-03-01", "14:00") }),
    );
    let appointment = made["appointment"]["id"].clone();
    let ask = json!({ "id": appointment });
    branch.as_("前台小林");
    assert_eq!(
        branch.refused("mark_no_show", ask.clone()),
        Code::AppointmentNotYet
    );
    branch.at("2026-03-01", "15:00");
    let act = branch.ok("mark_no_show", ask.clone())["act"].clone();
    assert_eq!(
        branch.refused("mark_no_show", ask.clone()),
        Code::AppointmentOver
    );
    branch.as_("李强");
    assert_eq!(branch.ok("today", json!({}))["missed"][0]["customer"], id);
    branch.as_("前台小林");
    branch.ok("undo", json!({ "act": act }));
    assert_eq!(rows(&branch)[0]["state"], "late");
    branch.ok("mark_no_show", ask.clone());
    branch.ok(
        "log_walk_in",
        json!({ "fields": { "phone": "13800138000" } }),
    );
    assert_eq!(rows(&branch)[0]["state"], "arrived");
    assert_eq!(
        branch.refused("mark_no_show", ask.clone()),
        Code::AppointmentKept
    );
    assert_eq!(
        branch.refused(
            "cancel_appointment",
            json!({ "id": appointment, "reason": "mistake" })
        ),
        Code::AppointmentKept
    );
    branch.as_("李强");
    assert_eq!(branch.ok("today", json!({}))["missed"], json!([]));
}

#[test]
fn an_appointment_is_called_off_with_a_reason_and_that_can_be_undone() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let made = branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": at("2026-03-01", "14:00") }),
    );
    let appointment = made["appointment"]["id"].clone();
    let cancel = |reason: &str| json!({ "id": appointment, "reason": reason });
    assert_eq!(
        branch.refused("cancel_appointment", cancel("")),
        Code::ReasonMissing
    );
    assert_eq!(
        branch.refused("cancel_appointment", cancel("下雨")),
        Code::NotInList
    );
    let act = branch.ok("cancel_appointment", cancel("not_coming"))["act"].clone();
    assert!(rows(&branch).is_empty());
    assert_eq!(
        branch.refused("cancel_appointment", cancel("twice")),
        Code::AppointmentOver
    );
    branch.ok("undo", json!({ "act": act }));
    assert_eq!(rows(&branch).len(), 1);
    branch.ok("undo", json!({ "act": made["act"] }));
    assert!(rows(&branch).is_empty());
}

#[test]
fn another_time_is_agreed_and_whoever_was_given_up_is_expected_again() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let wang = branch.staff("王芳");
    let made = branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": at("2026-03-01", "14:00"), "purpose": "look" }),
    );
    let appointment = made["appointment"]["id"].clone();
    branch.at("2026-03-01", "15:00");
    branch.ok("mark_no_show", json!({ "id": appointment }));
    let act = branch.ok(
        "change_appointment",
        json!({ "id": appointment, "at": at("2026-03-01", "17:00"), "staff": wang, "purpose": null }),
    )["act"]
        .clone();
    let row = rows(&branch)[0].clone();
    assert_eq!(
        (&row["state"], &row["staff_name"], &row["purpose"]),
        (&json!("expected"), &json!("王芳"), &json!(null))
    );
    branch.ok("undo", json!({ "act": act }));
    let row = rows(&branch)[0].clone();
    assert_eq!(
        (&row["state"], &row["staff_name"], &row["at"]),
        (
            &json!("late"),
            &json!("李强"),
            &json!(at("2026-03-01", "14:00"))
        )
    );
    assert_eq!(
        branch.refused("change_appointment", json!({ "id": appointment })),
        Code::NothingChanged
    );
    branch.ok(
        "change_appointment",
        json!({ "id": appointment, "note": "电话关机" }),
    );
}

#[test]
fn the_past_is_refused_and_two_on_one_day_are_told() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let make = |day: &str, time: &str| json!({ "customer": id, "at": at(day, time) });
    assert_eq!(
        branch.refused("make_appointment", make("2026-03-01", "08:59")),
        Code::AppointmentInThePast
    );
    assert_eq!(
        branch.refused(
            "log_contact",
            json!({ "customer": id, "contact": { "way": "phone", "content": "昨天", "appointment": { "at": at("2026-02-28", "10:00") } } })
        ),
        Code::AppointmentInThePast
    );
    assert_eq!(
        branch.ok("make_appointment", make("2026-03-07", "10:00"))["also"],
        json!(null)
    );
    assert_eq!(
        branch.ok("make_appointment", make("2026-03-08", "10:00"))["also"],
        json!(null)
    );
    let second = branch.ok("make_appointment", make("2026-03-07", "15:00"));
    assert_eq!(second["also"]["at"], at("2026-03-07", "10:00"));
    let contact = branch.ok(
        "log_contact",
        json!({ "customer": id, "contact": { "way": "phone", "content": "再来", "appointment": { "at": at("2026-03-08", "16:00") } } }),
    );
    assert_eq!(contact["also"], at("2026-03-08", "10:00"));
    assert_eq!(
        branch
            .ok("appointments", json!({ "customer": id }))
            .as_array()
            .unwrap()
            .len(),
        4
    );
}

#[test]
fn somebody_elses_customer_is_not_invited_and_the_list_of_the_day_is_everybodys() {
    let branch = Branch::staffed();
    let id = customer(&branch, "张建国", "13800138000");
    let made = branch.ok(
        "make_appointment",
        json!({ "customer": id, "at": at("2026-03-01", "14:00"), "staff": branch.staff("李强") }),
    );
    branch.as_("王芳");
    assert_eq!(rows(&branch).len(), 1);
    let ask = json!({ "customer": id, "at": at("2026-03-02", "14:00") });
    assert_eq!(branch.refused("make_appointment", ask), Code::NotYours);
    assert_eq!(
        branch.refused("appointments", json!({ "customer": id })),
        Code::NotYours
    );
    assert_eq!(
        branch.refused(
            "cancel_appointment",
            json!({ "id": made["appointment"]["id"], "reason": "mistake" })
        ),
        Code::NotYours
    );
    assert_eq!(branch.ok("today", json!({}))["appointments"], json!([]));
    branch.as_("李强");
    assert_eq!(
        branch.ok("today", json!({}))["appointments"][0]["customer"],
        id
    );
}

#[test]
fn a_day_names_the_owners_customers_whose_birthday_it_is() {
    let branch = Branch::staffed();
    let (li, wang) = (branch.staff("李强"), branch.staff("王芳"));
    for (name, phone, born, owner) in [
        ("张建国", "13800138000", "1980-03-05", &li),
        ("赵敏", "13800138001", "1992-03-06", &li),
        ("钱多", "13800138002", "1992-03-05", &wang),
        ("闰月", "13800138003", "1996-02-29", &li),
    ] {
        branch.ok(
            "add_customer",
            json!({ "fields": { "name": name, "birthday": born }, "phone": phone, "owner": owner }),
        );
    }
    branch.as_("李强").at("2026-03-05", "09:00");
    let birthdays = branch.ok("today", json!({}))["birthdays"].clone();
    assert_eq!(birthdays.as_array().unwrap().len(), 1);
    assert_eq!(
        (
            &birthdays[0]["customer_name"],
            &birthdays[0]["years"],
            &birthdays[0]["met_today"]
        ),
        (&json!("张建国"), &json!(46), &json!(false))
    );
    branch.at("2027-02-28", "09:00");
    assert_eq!(
        branch.ok("today", json!({}))["birthdays"][0]["customer_name"],
        "闰月"
    );
    branch.at("2028-02-28", "09:00");
    assert_eq!(
        branch.ok("today", json!({}))["birthdays"],
        json!([]),
        "2028 has a 29 February"
    );
}
