//! People who come, change and go.

use desk::problem::Code;
use serde_json::{Value, json};
use store::keys::SLOT_FILE;

use crate::support::{ADMIN, Branch, PASSWORD};
use crate::{names, status};

fn sign_in(login: &str, password: &str) -> Value {
    json!({ "login": login, "password": password })
}

/// What the key file holds of somebody.
fn slot(branch: &Branch, staff: &str) -> Value {
    let text = std::fs::read_to_string(branch.folder.path().join("data").join(SLOT_FILE)).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["table"]["users"][staff].clone()
}

#[test]
fn two_people_of_one_name_need_something_to_tell_them_apart() {
    let branch = Branch::staffed();
    let problem = branch
        .call(
            "add_staff",
            json!({ "name": "李 强", "roles": ["consultant"] }),
        )
        .unwrap_err();
    assert_eq!(problem.code, Code::LoginTaken);
    assert_eq!(problem.args["name"], "李 强");
    branch.ok(
        "add_staff",
        json!({ "name": "李强（二手车）", "roles": ["consultant"] }),
    );
}

#[test]
fn nobody_is_without_a_name_or_a_role() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    for (name, ask, code) in [
        (
            "add_staff",
            json!({ "name": " ", "roles": ["consultant"] }),
            Code::NameMissing,
        ),
        (
            "add_staff",
            json!({ "name": "新".repeat(41), "roles": ["consultant"] }),
            Code::TextTooLong,
        ),
        (
            "add_staff",
            json!({ "name": "新人", "roles": [] }),
            Code::RoleMissing,
        ),
        (
            "add_staff",
            json!({ "name": "新人", "roles": ["king"] }),
            Code::BadRequest,
        ),
        (
            "change_staff",
            json!({ "id": li, "roles": [] }),
            Code::RoleMissing,
        ),
        (
            "change_staff",
            json!({ "id": li, "name": "" }),
            Code::NameMissing,
        ),
        (
            "change_staff",
            json!({ "id": uuid::Uuid::nil(), "name": "谁" }),
            Code::StaffUnknown,
        ),
        (
            "reset_password",
            json!({ "id": uuid::Uuid::nil() }),
            Code::StaffUnknown,
        ),
    ] {
        assert_eq!(branch.refused(name, ask.clone()), code, "{name} {ask}");
    }
    assert_eq!(
        branch.ok("staff_list", json!({})).as_array().unwrap().len(),
        5
    );
}

#[test]
fn whoever_has_left_cannot_sign_in_and_vanishes_from_the_list_and_may_come_back() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    branch.ok("change_staff", json!({ "id": li, "active": false }));
    assert!(!names(&status(&branch)).contains(&"李强"));
    assert_eq!(
        branch.refused("sign_in", sign_in("李强", PASSWORD)),
        Code::WrongPassword
    );
    assert_eq!(
        slot(&branch, &li),
        Value::Null,
        "the key slot is gone at once"
    );
    branch.door.close().unwrap();
    assert!(!names(&status(&branch)).contains(&"李强"));
    assert_eq!(
        branch.refused("sign_in", sign_in("李强", PASSWORD)),
        Code::WrongPassword
    );

    branch.as_(ADMIN.0);
    let left = branch
        .ok("staff_list", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == li)
        .unwrap()
        .clone();
    assert_eq!(
        (&left["name"], &left["active"]),
        (&json!("李强"), &json!(false)),
        "and stays in the records"
    );
    assert_eq!(
        branch.refused("reset_password", json!({ "id": li })),
        Code::StaffUnknown
    );
    branch.ok("change_staff", json!({ "id": li, "active": true }));
    branch.as_("李强");
}

#[test]
fn a_forgotten_password_is_given_anew_and_with_it_the_keys() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    branch.as_("李强").ok("set_pin", json!({ "pin": "482917" }));
    branch.as_(ADMIN.0);
    let before = slot(&branch, &li);
    let handed_out = branch.ok("reset_password", json!({ "id": li }))["one_time_password"].clone();
    let after = slot(&branch, &li);
    assert_ne!(
        before["agree"], after["agree"],
        "whoever had the old keys has nothing"
    );
    assert_ne!(before["slot"], after["slot"]);
    assert_eq!(
        branch.refused("switch_by_pin", json!({ "staff": li, "pin": "482917" })),
        Code::NoPin
    );
    branch.door.close().unwrap();
    assert_eq!(
        branch.refused("sign_in", sign_in("李强", PASSWORD)),
        Code::WrongPassword
    );

    branch.ok("sign_in", sign_in("李强", handed_out.as_str().unwrap()));
    assert_eq!(status(&branch)["me"]["one_time_password"], true);
    branch.ok(
        "change_password",
        json!({ "old": handed_out, "new": "remembered this time" }),
    );
    assert_eq!(
        branch.ok("today", json!({}))["staff_name"],
        "李强",
        "the same person as before"
    );
}

#[test]
fn changing_ones_own_password_keeps_ones_keys() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    let before = slot(&branch, &li);
    branch.as_("李强").ok(
        "change_password",
        json!({ "old": PASSWORD, "new": "a new password" }),
    );
    let after = slot(&branch, &li);
    assert_eq!(before["agree"], after["agree"]);
    assert_ne!(before["seed"], after["seed"], "sealed by the new password");
}

#[test]
fn the_last_administrator_stays() {
    let branch = Branch::staffed();
    let (admin, chen) = (branch.staff(ADMIN.0), branch.staff("陈经理"));
    for change in [
        json!({ "active": false }),
        json!({ "roles": ["consultant"] }),
    ] {
        let mut ask = json!({ "id": admin });
        ask.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        assert_eq!(
            branch.refused("change_staff", ask),
            Code::LastAdmin,
            "{change}"
        );
    }
    branch.ok(
        "change_staff",
        json!({ "id": chen, "roles": ["sales_manager", "admin"] }),
    );
    branch.ok(
        "change_staff",
        json!({ "id": admin, "roles": ["consultant"] }),
    );
    branch.as_("陈经理");
    assert_eq!(
        branch.refused(
            "change_staff",
            json!({ "id": chen, "roles": ["sales_manager"] })
        ),
        Code::LastAdmin
    );
    branch.ok(
        "change_staff",
        json!({ "id": admin, "roles": ["consultant", "admin"] }),
    );
    branch.ok("change_staff", json!({ "id": chen, "active": false }));
    branch.as_(ADMIN.0);
}

#[test]
fn an_administrator_who_has_left_does_not_count() {
    let branch = Branch::staffed();
    let (admin, chen) = (branch.staff(ADMIN.0), branch.staff("陈经理"));
    branch.ok("change_staff", json!({ "id": chen, "roles": ["admin"] }));
    branch.ok("change_staff", json!({ "id": chen, "active": false }));
    assert_eq!(
        branch.refused("change_staff", json!({ "id": admin, "active": false })),
        Code::LastAdmin
    );
}

#[test]
fn whoever_lets_themselves_go_or_gives_a_role_away_has_no_right_left_in_the_same_sitting() {
    let branch = Branch::staffed();
    let (admin, chen) = (branch.staff(ADMIN.0), branch.staff("陈经理"));
    branch.ok("change_staff", json!({ "id": chen, "roles": ["admin"] }));
    branch.ok(
        "change_staff",
        json!({ "id": admin, "roles": ["consultant"] }),
    );
    assert_eq!(
        branch.refused("change_staff", json!({ "id": admin, "roles": ["admin"] })),
        Code::NotAllowed
    );
    assert_eq!(status(&branch)["me"]["roles"], json!(["consultant"]));

    branch.as_("陈经理");
    branch.ok("change_staff", json!({ "id": admin, "roles": ["admin"] }));
    branch.ok("change_staff", json!({ "id": chen, "active": false }));
    assert_eq!(branch.refused("reception", json!({})), Code::NotSignedIn);
    assert_ne!(status(&branch)["state"], "open");
    branch.as_(ADMIN.0);
}

#[test]
fn whoever_gives_themselves_new_keys_signs_in_with_them_before_the_next_act_of_authority() {
    let branch = Branch::staffed();
    let admin = branch.staff(ADMIN.0);
    let handed_out =
        branch.ok("reset_password", json!({ "id": admin }))["one_time_password"].clone();
    assert_eq!(
        branch.refused(
            "add_staff",
            json!({ "name": "新人", "roles": ["consultant"] })
        ),
        Code::PasswordNeeded
    );
    branch.ok("sign_in", sign_in(ADMIN.0, handed_out.as_str().unwrap()));
    branch.ok(
        "add_staff",
        json!({ "name": "新人", "roles": ["consultant"] }),
    );
}

#[test]
fn two_roles_may_what_either_may() {
    let branch = Branch::staffed();
    branch.add_staff("小双", &["receptionist", "consultant"]);
    branch.as_("小双");
    let me = status(&branch);
    assert_eq!(me["me"]["roles"], json!(["receptionist", "consultant"]));
    for command in ["log_walk_in", "finish_card"] {
        assert!(
            me["me"]["can"]
                .as_array()
                .unwrap()
                .contains(&json!(command)),
            "{command}"
        );
    }
    assert_eq!(
        me["lock_after_minutes"], 3,
        "whoever also works in the public room is locked as there"
    );
    branch.as_(ADMIN.0);
    let id = branch.staff("小双");
    let changed = branch.ok(
        "change_staff",
        json!({ "id": id, "roles": ["receptionist"], "name": "小单" }),
    );
    assert_eq!(
        (&changed["roles"], &changed["login"], &changed["name"]),
        (&json!(["receptionist"]), &json!("小双"), &json!("小单"))
    );
    branch.as_("小双");
    assert_eq!(
        branch.refused(
            "finish_card",
            json!({ "card": id, "contact": { "way": "phone", "content": "好" } })
        ),
        Code::NotAllowed
    );
    assert_eq!(
        status(&branch)["me"]["name"],
        "小单",
        "the name changes, the login stays"
    );
}

#[test]
fn only_administrators_take_people_in() {
    let branch = Branch::staffed();
    let li = branch.staff("李强");
    for login in ["前台小林", "李强", "陈经理"] {
        branch.as_(login);
        assert_eq!(
            branch.refused("add_staff", json!({ "name": "新人", "roles": ["admin"] })),
            Code::NotAllowed
        );
        assert_eq!(
            branch.refused("change_staff", json!({ "id": li, "roles": ["admin"] })),
            Code::NotAllowed
        );
        assert_eq!(
            branch.refused("reset_password", json!({ "id": li })),
            Code::NotAllowed
        );
    }
}
