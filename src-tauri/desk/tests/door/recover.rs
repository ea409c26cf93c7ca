//! The key on paper: a password that nobody knows any more, and a folder on another machine.

use desk::door::Door;
use desk::problem::Code;
use serde_json::{Value, json};
use store::keys::DeviceKeyring;
use tempfile::TempDir;

use crate::support::{ADMIN, Branch, PASSWORD, place};
use crate::{ask, copy, names, status};

const NEW: &str = "a password found again";

fn recover(key: &str, login: &str) -> Value {
    json!({ "recovery_key": key, "login": login, "new_password": NEW })
}

/// A branch with one customer of 李强's.
fn with_a_customer() -> Branch {
    let branch = Branch::staffed();
    let owner = branch.staff("李强");
    branch.ok("log_walk_in", json!({ "fields": { "name": "赵丽颖", "phone": "13800138000", "consultant": owner, "level": "H" } }));
    branch
}

/// The branch's data folder, copied to another PC.
fn on_another_pc(branch: &Branch) -> (Door, TempDir) {
    let other = tempfile::tempdir().unwrap();
    copy(
        &branch.folder.path().join("data"),
        &other.path().join("data"),
    );
    let place = desk::door::Place {
        seed: [8; 32],
        ..place(&other)
    };
    (Door::new(place), other)
}

#[test]
fn on_the_same_pc_the_paper_gives_one_person_a_new_password() {
    let branch = with_a_customer();
    branch
        .as_(ADMIN.0)
        .ok("set_pin", json!({ "pin": "482917" }));
    branch.door.close().unwrap();
    branch.ok(
        "recover",
        recover(&branch.recovery_key.to_lowercase(), ADMIN.0),
    );
    let seen = status(&branch);
    assert_eq!(
        (
            &seen["me"]["name"],
            &seen["me"]["one_time_password"],
            &seen["me"]["has_pin"]
        ),
        (&json!(ADMIN.0), &json!(false), &json!(false))
    );
    branch.ok(
        "add_staff",
        json!({ "name": "新人", "roles": ["consultant"] }),
    );
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
    branch.door.close().unwrap();
    assert_eq!(
        branch.refused("sign_in", json!({ "login": ADMIN.0, "password": ADMIN.1 })),
        Code::WrongPassword
    );
    branch.ok("sign_in", json!({ "login": ADMIN.0, "password": NEW }));
    branch.sign_in("李强", PASSWORD);
}

#[test]
fn without_the_right_paper_a_name_and_a_password_nothing_changes() {
    let branch = with_a_customer();
    branch.door.close().unwrap();
    let key = branch.recovery_key.clone();
    let typo = format!(
        "{}{}",
        &key[..key.len() - 1],
        if key.ends_with('0') { '1' } else { '0' }
    );
    assert_eq!(
        branch.refused("recover", recover(&typo, ADMIN.0)),
        Code::RecoveryKeyTypo
    );
    assert_eq!(
        branch.refused("recover", recover(&Branch::new().recovery_key, ADMIN.0)),
        Code::RecoveryKeyWrong
    );
    assert_eq!(
        branch.refused("recover", recover(&key, "刘备")),
        Code::StaffUnknown
    );
    assert_eq!(
        branch.refused(
            "recover",
            json!({ "recovery_key": key, "login": ADMIN.0, "new_password": "short" })
        ),
        Code::PasswordTooShort
    );
    assert_eq!(status(&branch)["state"], "closed");
    branch.as_(ADMIN.0);
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn a_wrong_paper_sends_nobody_out() {
    let branch = with_a_customer();
    branch.as_("李强");
    assert_eq!(
        branch.refused("recover", recover(&Branch::new().recovery_key, ADMIN.0)),
        Code::RecoveryKeyWrong
    );
    assert_eq!(branch.refused("recover", json!({ "recovery_key": branch.recovery_key, "login": ADMIN.0, "new_password": "short" })), Code::PasswordTooShort);
    assert_eq!(status(&branch)["me"]["name"], "李强");
}

#[test]
fn whoever_has_left_does_not_come_back_by_the_paper() {
    let branch = with_a_customer();
    let li = branch.staff("李强");
    branch.ok("change_staff", json!({ "id": li, "active": false }));
    branch.door.close().unwrap();
    assert_eq!(
        branch.refused("recover", recover(&branch.recovery_key, "李强")),
        Code::StaffUnknown
    );
}

#[test]
fn a_copied_folder_names_nobody_and_opens_with_nobodys_password() {
    let branch = with_a_customer();
    branch.door.close().unwrap();
    let (thief, other) = on_another_pc(&branch);
    let seen = ask(&thief, "door_status", json!({})).unwrap();
    assert_eq!(
        (
            &seen["state"],
            &seen["people"],
            &seen["last_login"],
            &seen["branch"]
        ),
        (&json!("closed"), &json!([]), &Value::Null, &Value::Null)
    );
    for (login, password) in [ADMIN, ("李强", PASSWORD), ("刘备", PASSWORD)] {
        assert_eq!(
            ask(
                &thief,
                "sign_in",
                json!({ "login": login, "password": password })
            )
            .unwrap_err()
            .code,
            Code::OtherDevice
        );
    }
    // A thief with a device key of their own has the wrong one.
    DeviceKeyring::in_folder(&other.path().join("device"))
        .read_or_create()
        .unwrap();
    assert_eq!(
        ask(
            &thief,
            "sign_in",
            json!({ "login": ADMIN.0, "password": ADMIN.1 })
        )
        .unwrap_err()
        .code,
        Code::OtherDevice
    );
    assert_eq!(
        names(&ask(&thief, "door_status", json!({})).unwrap()),
        Vec::<&str>::new()
    );
}

#[test]
fn on_another_pc_the_paper_opens_the_copied_folder_and_the_log_goes_on() {
    let branch = with_a_customer();
    branch.door.close().unwrap();
    let (door, _other) = on_another_pc(&branch);
    ask(&door, "recover", recover(&branch.recovery_key, ADMIN.0)).unwrap();
    let checked = ask(&door, "verify", json!({})).unwrap();
    assert_eq!(checked["ok"], true, "{checked}");
    assert_eq!(
        ask(&door, "search", json!({ "text": "赵丽颖" })).unwrap()["rows"][0]["phone"],
        "138****8000"
    );

    let fields = json!({ "name": "钱先生", "phone": "13900139000", "level": "A" });
    let made = ask(&door, "log_walk_in", json!({ "fields": fields })).unwrap();
    let card = ask(&door, "customer", json!({ "id": made["customer"] })).unwrap();
    let code = card["code"].as_str().unwrap();
    assert!(
        code.starts_with("02") && code.ends_with("-2603-0001") && code.len() > "02-2603-0001".len(),
        "documents of the new PC are numbered by themselves, and of two that took the same copy each by itself: {code}"
    );
    let after = ask(&door, "verify", json!({})).unwrap();
    assert_eq!(after["ok"], true, "{after}");
    assert!(after["ops"].as_u64() > checked["ops"].as_u64());

    ask(&door, "close", json!({})).unwrap();
    let seen = ask(&door, "door_status", json!({})).unwrap();
    assert_eq!(names(&seen).len(), 5, "it is this PC's now");
    ask(
        &door,
        "sign_in",
        json!({ "login": "李强", "password": PASSWORD }),
    )
    .unwrap();
    assert_eq!(
        ask(&door, "today", json!({})).unwrap()["upcoming"][0]["customer_name"],
        "赵丽颖",
        "colleagues sign in as ever"
    );
}

#[test]
fn a_name_mistyped_on_the_other_pc_is_typed_again() {
    let branch = with_a_customer();
    branch.door.close().unwrap();
    let (door, _other) = on_another_pc(&branch);
    assert_eq!(
        ask(&door, "recover", recover(&branch.recovery_key, "周"))
            .unwrap_err()
            .code,
        Code::StaffUnknown
    );
    ask(&door, "recover", recover(&branch.recovery_key, ADMIN.0)).unwrap();
    let checked = ask(&door, "verify", json!({})).unwrap();
    assert_eq!(checked["ok"], true, "{checked}");
}

#[test]
fn the_pc_that_was_copied_from_goes_on_by_itself() {
    let branch = with_a_customer();
    branch.door.close().unwrap();
    let (door, _other) = on_another_pc(&branch);
    ask(&door, "recover", recover(&branch.recovery_key, ADMIN.0)).unwrap();
    branch.as_(ADMIN.0);
    branch.ok("log_walk_in", json!({ "fields": { "name": "孙" } }));
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}
