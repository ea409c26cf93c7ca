//! The six digits: a quick change of who sits at the PC, and never a key.

use desk::problem::Code;
use serde_json::{Value, json};

use crate::status;
use crate::support::{ADMIN, Branch, PASSWORD};

const LI: &str = "482917";
const ADMINS: &str = "730518";

/// A branch in which 李强 and the administrator have PINs; the administrator sits there with the password.
fn with_pins() -> (Branch, Value, Value) {
    let branch = Branch::staffed();
    branch.as_("李强").ok("set_pin", json!({ "pin": LI }));
    branch.as_(ADMIN.0).ok("set_pin", json!({ "pin": ADMINS }));
    let (li, admin) = (json!(branch.staff("李强")), json!(branch.staff(ADMIN.0)));
    (branch, li, admin)
}

fn typed(staff: &Value, pin: &str) -> Value {
    json!({ "staff": staff, "pin": pin })
}

/// Types a wrong PIN and says what is answered: the code, and how many tries are left.
fn wrong(branch: &Branch, staff: &Value) -> (Code, String) {
    let problem = branch
        .call("switch_by_pin", typed(staff, "000001"))
        .unwrap_err();
    (
        problem.code,
        problem.args.get("left").cloned().unwrap_or_default(),
    )
}

fn left(tries: &str) -> (Code, String) {
    (Code::WrongPin, tries.to_owned())
}

#[test]
fn a_pin_has_six_digits_and_is_none_of_those_that_anyone_tries_first() {
    let branch = Branch::new();
    for pin in ["", "48291", "4829170", "48291a", "四八二九一七"] {
        assert_eq!(
            branch.refused("set_pin", json!({ "pin": pin })),
            Code::PinNotSixDigits,
            "{pin}"
        );
    }
    for pin in ["123456", "000000", "520520", "521314", "112233"] {
        assert_eq!(
            branch.refused("set_pin", json!({ "pin": pin })),
            Code::PinTooSimple,
            "{pin}"
        );
    }
    assert_eq!(status(&branch)["me"]["has_pin"], false);
    branch.ok("set_pin", json!({ "pin": LI }));
    assert_eq!(status(&branch)["me"]["has_pin"], true);
}

#[test]
fn a_pin_changes_who_sits_there() {
    let (branch, li, _) = with_pins();
    branch.ok("switch_by_pin", typed(&li, "４８２９１７"));
    let seen = status(&branch);
    assert_eq!(
        (&seen["state"], &seen["me"]["name"]),
        (&json!("open"), &json!("李强"))
    );
    assert_eq!(
        branch.refused("verify", json!({})),
        Code::NotAllowed,
        "with their own rights"
    );
    let wang = json!(branch.staff("王芳"));
    assert_eq!(
        branch.refused("switch_by_pin", typed(&wang, LI)),
        Code::NoPin
    );
    assert_eq!(status(&branch)["me"]["name"], "李强");
}

#[test]
fn acts_of_authority_need_the_password_even_of_an_administrator() {
    let (branch, li, admin) = with_pins();
    branch.ok("switch_by_pin", typed(&li, LI));
    branch.ok("switch_by_pin", typed(&admin, ADMINS));
    let levels = branch.ok("house", json!({}))["lists"]["levels"].clone();
    for (name, ask) in [
        (
            "add_staff",
            json!({ "name": "新人", "roles": ["consultant"] }),
        ),
        ("change_staff", json!({ "id": li, "name": "李强强" })),
        ("reset_password", json!({ "id": li })),
        (
            "change_house",
            json!({ "list": "levels", "items": levels.as_array().unwrap()[1..] }),
        ),
        (
            "set_rule",
            json!({ "name": "lock_after_minutes", "value": 20 }),
        ),
    ] {
        assert_eq!(
            branch.refused(name, ask.clone()),
            Code::PasswordNeeded,
            "{name}"
        );
        branch.as_(ADMIN.0);
        branch.ok(name, ask);
        // As somebody else and back, by PIN.
        if branch.call("switch_by_pin", typed(&li, LI)).is_err() {
            let again =
                branch.ok("reset_password", json!({ "id": li }))["one_time_password"].clone();
            branch.sign_in("李强", again.as_str().unwrap());
            branch.ok("change_password", json!({ "old": again, "new": PASSWORD }));
            branch.ok("set_pin", json!({ "pin": LI }));
        }
        branch.ok("switch_by_pin", typed(&admin, ADMINS));
    }
    branch.ok("log_walk_in", json!({ "fields": { "name": "王" } }));
}

#[test]
fn ones_own_pin_returns_to_the_same_sitting_with_what_the_password_opened() {
    let (branch, _, admin) = with_pins();
    branch.ok("lock", json!({}));
    branch.ok("switch_by_pin", typed(&admin, ADMINS));
    branch.ok(
        "add_staff",
        json!({ "name": "新人", "roles": ["consultant"] }),
    );
}

#[test]
fn whoever_returns_after_a_colleague_sat_there_has_lost_what_the_password_opened() {
    let (branch, li, admin) = with_pins();
    branch.ok("lock", json!({}));
    branch.ok("switch_by_pin", typed(&li, LI));
    branch.ok("switch_by_pin", typed(&admin, ADMINS));
    assert_eq!(
        branch.refused(
            "add_staff",
            json!({ "name": "新人", "roles": ["consultant"] })
        ),
        Code::PasswordNeeded
    );
}

#[test]
fn ones_own_password_may_be_changed_in_a_sitting_that_a_pin_began() {
    let (branch, li, admin) = with_pins();
    branch.ok("switch_by_pin", typed(&li, LI));
    branch.ok("switch_by_pin", typed(&admin, ADMINS));
    branch.ok(
        "change_password",
        json!({ "old": ADMIN.1, "new": "another password" }),
    );
    branch.ok(
        "add_staff",
        json!({ "name": "新人", "roles": ["consultant"] }),
    );
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn five_wrong_pins_close_the_store_and_the_password_is_needed() {
    let (branch, li, _) = with_pins();
    branch.ok("lock", json!({}));
    for tries in ["4", "3", "2", "1"] {
        assert_eq!(wrong(&branch, &li), left(tries));
        assert_eq!(status(&branch)["state"], "locked");
    }
    assert_eq!(wrong(&branch, &li).0, Code::PinClosed);
    assert_eq!(status(&branch)["state"], "closed");
    assert_eq!(
        branch.refused("switch_by_pin", typed(&li, LI)),
        Code::NotSignedIn
    );

    branch.as_("李强").ok("lock", json!({}));
    branch.ok("switch_by_pin", typed(&li, LI));
    assert_eq!(
        wrong(&branch, &li),
        left("4"),
        "the password, and then the right PIN, begin anew"
    );
}

#[test]
fn failures_are_remembered_through_a_restart_and_by_a_clock_that_was_changed() {
    let (branch, li, _) = with_pins();
    for tries in ["4", "3", "2", "1"] {
        assert_eq!(wrong(&branch, &li), left(tries));
    }
    branch.reopen(ADMIN.0);
    branch.at("2036-01-01", "09:00");
    assert_eq!(
        wrong(&branch, &li).0,
        Code::PinClosed,
        "somebody else's password forgives nothing"
    );
    branch.as_(ADMIN.0).at("2020-01-01", "09:00");
    assert_eq!(
        branch.refused("switch_by_pin", typed(&li, LI)),
        Code::PinClosed,
        "not even the right one any more"
    );
    branch.as_("李强");
    branch.ok("switch_by_pin", typed(&li, LI));
}

#[test]
fn one_persons_wrong_pins_count_for_nobody_else() {
    let (branch, li, admin) = with_pins();
    for _ in 0..4 {
        wrong(&branch, &li);
    }
    assert_eq!(wrong(&branch, &admin), left("4"));
    branch.ok("switch_by_pin", typed(&admin, ADMINS));
}

#[test]
fn what_cannot_be_a_pin_costs_no_try() {
    let (branch, li, _) = with_pins();
    for pin in ["", "12345", "passwd"] {
        assert_eq!(
            branch.refused("switch_by_pin", typed(&li, pin)),
            Code::PinNotSixDigits
        );
    }
    assert_eq!(wrong(&branch, &li), left("4"));
}

#[test]
fn a_pin_of_whoever_has_left_opens_nothing_also_when_they_come_back() {
    let (branch, li, _) = with_pins();
    branch.ok("change_staff", json!({ "id": li, "active": false }));
    assert_eq!(branch.refused("switch_by_pin", typed(&li, LI)), Code::NoPin);
    branch.ok("change_staff", json!({ "id": li, "active": true }));
    assert_eq!(branch.refused("switch_by_pin", typed(&li, LI)), Code::NoPin);
}
