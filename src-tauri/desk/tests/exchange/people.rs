//! People and their keys, changed at one PC and true at all.

use desk::problem::Code;
use serde_json::json;

use crate::pcs::Pc;
use crate::support::PASSWORD;

#[test]
fn who_is_taken_in_at_one_pc_signs_in_at_another() {
    let hub = Pc::hub();
    let pc = Pc::joining(&hub, "二号");
    pc.as_admin().until_synced();
    hub.take_in("王芳", "consultant");
    pc.until("she signs in", || pc.try_sign_in("王芳", PASSWORD).is_ok());
}

#[test]
fn a_password_changed_at_one_pc_is_the_password_at_all() {
    let hub = Pc::hub();
    hub.take_in("王芳", "consultant");
    let pc = Pc::joining(&hub, "二号");
    pc.sign_in("王芳", PASSWORD);
    pc.ok(
        "change_password",
        json!({ "old": PASSWORD, "new": "quite another one" }),
    );
    hub.until("the new one opens", || {
        hub.try_sign_in("王芳", "quite another one").is_ok()
    });
    let old = hub.try_sign_in("王芳", PASSWORD).expect_err("the old one");
    assert_eq!(old.code, Code::WrongPassword);
}

#[test]
fn who_is_let_go_at_one_pc_opens_nothing_at_any_and_their_screen_empties() {
    let hub = Pc::hub();
    let fang = hub.take_in("王芳", "consultant");
    let pc = Pc::joining(&hub, "二号");
    pc.sign_in("王芳", PASSWORD).until_synced();
    hub.ok("change_staff", json!({ "id": fang, "active": false }));
    pc.until("her screen is empty", || {
        pc.call("today", json!({})).is_err()
    });
    assert_eq!(pc.refused("today", json!({})), Code::NotSignedIn);
    let gone = pc.try_sign_in("王芳", PASSWORD).expect_err("gone");
    assert_eq!(gone.code, Code::WrongPassword);
}

#[test]
fn who_decides_at_a_pc_that_has_not_heard_yet_that_they_may_not_has_decided_nothing() {
    let hub = Pc::hub();
    let chen = hub.take_in("陈经理", "admin");
    let pc = Pc::joining(&hub, "二号");
    pc.sign_in("陈经理", PASSWORD).until_synced();
    let rule = json!({ "name": "next_day_call", "value": false });
    // The line is cut; here they are let go, there they still decide.
    hub.door.close().unwrap();
    pc.ok("set_rule", rule.clone());
    hub.as_admin();
    hub.until("both know the same", || {
        let house = hub.ok("house", json!({}));
        house["rules"]["next_day_call"] == false
    });
    hub.ok(
        "change_staff",
        json!({ "id": chen, "roles": ["consultant"] }),
    );
    pc.until("it is known there", || {
        pc.refused("set_rule", rule.clone()) == Code::NotAllowed
    });
}
