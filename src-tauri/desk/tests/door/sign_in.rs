//! Passwords, locking and closing.

use desk::problem::Code;
use serde_json::{Value, json};

use crate::support::{ADMIN, Branch, PASSWORD};
use crate::{names, status};

fn sign_in(login: &str, password: &str) -> Value {
    json!({ "login": login, "password": password })
}

#[test]
fn a_wrong_name_is_answered_exactly_as_a_wrong_password() {
    let branch = Branch::staffed();
    branch.door.close().unwrap();
    let wrong_password = branch
        .call("sign_in", sign_in("李强", "not my password"))
        .unwrap_err();
    let wrong_name = branch
        .call("sign_in", sign_in("刘备", PASSWORD))
        .unwrap_err();
    let nothing = branch.call("sign_in", sign_in("", "")).unwrap_err();
    assert_eq!(wrong_password.code, Code::WrongPassword);
    assert_eq!(wrong_name, wrong_password);
    assert_eq!(nothing, wrong_password);
    assert_eq!(status(&branch)["state"], "closed");
}

#[test]
fn a_name_is_the_same_in_any_width_case_or_spacing_and_a_password_is_not() {
    let branch = Branch::new();
    branch.add_staff("Amy Li", &["consultant"]);
    for login in ["amy li", "AMYLI", "ＡＭＹ　ＬＩ", " Amy  Li "] {
        branch.door.close().unwrap();
        branch.ok("sign_in", sign_in(login, PASSWORD));
        assert_eq!(status(&branch)["me"]["name"], "Amy Li", "{login}");
    }
    assert_eq!(
        branch.refused("sign_in", sign_in("Amy Li", &PASSWORD.to_uppercase())),
        Code::WrongPassword
    );
}

#[test]
fn a_wrong_password_at_an_open_pc_leaves_whoever_sits_there() {
    let branch = Branch::staffed();
    branch.as_("李强");
    assert_eq!(
        branch.refused("sign_in", sign_in("王芳", "not my password")),
        Code::WrongPassword
    );
    let seen = status(&branch);
    assert_eq!(
        (&seen["state"], &seen["me"]["name"]),
        (&json!("open"), &json!("李强"))
    );
}

#[test]
fn nobody_signed_in_means_nothing_can_be_asked() {
    let branch = Branch::staffed();
    branch.door.close().unwrap();
    let id = uuid::Uuid::nil();
    for (name, ask) in [
        ("reception", json!({})),
        ("search", json!({ "text": "赵" })),
        ("log_walk_in", json!({ "fields": { "name": "王" } })),
        (
            "add_staff",
            json!({ "name": "新人", "roles": ["consultant"] }),
        ),
        ("set_pin", json!({ "pin": "482917" })),
        ("switch_by_pin", json!({ "staff": id, "pin": "482917" })),
        (
            "change_password",
            json!({ "old": PASSWORD, "new": "another password" }),
        ),
        ("backup_status", json!({})),
        ("verify", json!({})),
        ("lock", json!({})),
    ] {
        assert_eq!(branch.refused(name, ask), Code::NotSignedIn, "{name}");
    }
    branch.ok("close", json!({}));
}

#[test]
fn locked_the_screen_is_empty_and_no_command_is_carried_out() {
    let branch = Branch::staffed();
    branch.as_("李强");
    branch.ok("lock", json!({}));
    let seen = status(&branch);
    assert_eq!(
        (&seen["state"], &seen["me"]),
        (&json!("locked"), &Value::Null)
    );
    assert_eq!(
        names(&seen).len(),
        5,
        "whoever returns is chosen from the list"
    );
    assert_eq!(branch.refused("today", json!({})), Code::NotSignedIn);
    assert_eq!(
        branch.refused("log_walk_in", json!({ "fields": { "name": "王" } })),
        Code::NotSignedIn
    );
    branch.as_("李强");
    assert_eq!(status(&branch)["state"], "open");
}

#[test]
fn closed_says_who_can_sign_in_and_who_did_last_but_not_where() {
    let branch = Branch::staffed();
    branch.as_("王芳");
    branch.ok("close", json!({}));
    let seen = status(&branch);
    assert_eq!(seen["state"], "closed");
    assert_eq!(seen["last_login"], "王芳");
    assert_eq!(
        names(&seen),
        ["前台小林", "周敏", "李强", "王芳", "陈经理"].as_slice()
    );
    assert_eq!((&seen["branch"], &seen["me"]), (&Value::Null, &Value::Null));
    assert_eq!(seen["device_key"], "file");
}

#[test]
fn one_changes_ones_own_password_with_the_old_one() {
    let branch = Branch::staffed();
    branch.as_("李强");
    let change = |old: &str, new: &str| {
        branch
            .call("change_password", json!({ "old": old, "new": new }))
            .map_err(|problem| problem.code)
    };
    assert_eq!(
        change("not my password", "a new password"),
        Err(Code::WrongPassword)
    );
    assert_eq!(change(PASSWORD, "too short"), Err(Code::PasswordTooShort));
    change(PASSWORD, "a new password").unwrap();
    branch.door.close().unwrap();
    assert_eq!(
        branch.refused("sign_in", sign_in("李强", PASSWORD)),
        Code::WrongPassword
    );
    branch.ok("sign_in", sign_in("李强", "a new password"));
}

#[test]
fn a_password_may_not_be_the_name() {
    let branch = Branch::new();
    branch.add_staff("alexander the great", &["consultant"]);
    branch.as_("alexander the great");
    assert_eq!(
        branch.refused(
            "change_password",
            json!({ "old": PASSWORD, "new": "alexander the great" })
        ),
        Code::PasswordIsLogin
    );
}

#[test]
fn a_password_handed_out_is_flagged_until_it_is_replaced() {
    let branch = Branch::new();
    let added = branch.ok(
        "add_staff",
        json!({ "name": "李强", "roles": ["consultant"] }),
    );
    let handed_out = added["one_time_password"].as_str().unwrap();
    assert_eq!(added["staff"]["one_time_password"], true);
    branch.ok("sign_in", sign_in("李强", handed_out));
    assert_eq!(status(&branch)["me"]["one_time_password"], true);
    branch.ok(
        "change_password",
        json!({ "old": handed_out, "new": PASSWORD }),
    );
    assert_eq!(status(&branch)["me"]["one_time_password"], false);
    branch.door.close().unwrap();
    assert_eq!(
        branch.refused("sign_in", sign_in("李强", handed_out)),
        Code::WrongPassword
    );
    branch.as_("李强");
    assert_eq!(status(&branch)["me"]["one_time_password"], false);
}

#[test]
fn the_next_one_at_the_same_pc_has_their_own_rights() {
    let branch = Branch::staffed();
    branch.as_("前台小林");
    assert_eq!(status(&branch)["lock_after_minutes"], 3, "a public room");
    assert_eq!(branch.refused("verify", json!({})), Code::NotAllowed);
    branch.as_(ADMIN.0);
    assert_eq!(status(&branch)["lock_after_minutes"], 10);
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}
