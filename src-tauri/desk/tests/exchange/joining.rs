//! A new PC.

use desk::problem::Code;
use serde_json::json;

use crate::pcs::Pc;
use crate::support::{ADMIN, PASSWORD};

#[test]
fn a_new_pc_joins_with_the_code_and_everyone_of_the_branch_signs_in_there() {
    let hub = Pc::hub();
    hub.take_in("李强", "consultant");
    hub.walk_in("王女士", "13800138000");
    let pc = Pc::joining(&hub, "展厅二号");
    pc.sign_in("李强", PASSWORD);
    pc.until_synced();
    pc.as_admin();
    assert!(pc.finds("王女士"));
    let devices = pc.ok("devices", json!({}));
    let names: Vec<_> = devices["devices"].as_array().unwrap().iter().collect();
    assert_eq!(names.len(), 2);
    assert_eq!(
        (&names[1]["name"], &names[1]["code"]),
        (&json!("展厅二号"), &json!("02"))
    );
    assert_eq!(
        (&names[0]["hub"], &names[1]["me"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(hub.ok("invitation", json!({}))["state"], "joined");
}

#[test]
fn a_code_is_good_once() {
    let hub = Pc::hub();
    let invitation = hub.ok("invite", json!({}));
    Pc::empty().join(&invitation, "一号").unwrap();
    let late = Pc::empty().join(&invitation, "二号").expect_err("used");
    assert_eq!(late.code, Code::PairingCodeWrong);
}

#[test]
fn a_wrong_code_lets_nobody_in_and_says_so() {
    let hub = Pc::hub();
    let mut invitation = hub.ok("invite", json!({}));
    let code = invitation["code"].as_str().unwrap().to_owned();
    let pc = Pc::empty();
    let other_secret = format!("{}0000", &code[..20]);
    for (typed, problem) in [
        ("ABCD", Code::PairingCodeTypo),
        (other_secret.as_str(), Code::PairingCodeWrong),
    ] {
        invitation["code"] = json!(typed);
        assert_eq!(
            pc.join(&invitation, "一号").expect_err("wrong").code,
            problem
        );
    }
    // The first half names the hub: with another one this is a stranger's machine.
    invitation["code"] = json!(format!("0000{}", &code[4..]));
    assert_eq!(
        pc.join(&invitation, "一号").expect_err("wrong").code,
        Code::HubIsAnother
    );
    invitation["code"] = json!(code);
    pc.join(&invitation, "一号").unwrap();
}

#[test]
fn an_invitation_that_was_taken_back_is_over() {
    let hub = Pc::hub();
    let invitation = hub.ok("invite", json!({}));
    hub.ok("withdraw_invitation", json!({}));
    assert!(hub.ok("invitation", json!({})).is_null());
    let refused = Pc::empty().join(&invitation, "一号").expect_err("over");
    assert_eq!(refused.code, Code::PairingCodeWrong);
}

#[test]
fn only_who_may_invites_and_only_with_the_password() {
    let hub = Pc::hub();
    hub.take_in("李强", "consultant");
    hub.sign_in("李强", PASSWORD);
    assert_eq!(hub.refused("invite", json!({})), Code::NotAllowed);
    hub.as_admin();
    let chen = hub.take_in("陈经理", "admin");
    hub.sign_in("陈经理", PASSWORD);
    hub.ok("set_pin", json!({ "pin": "481592" }));
    hub.as_admin();
    hub.ok("switch_by_pin", json!({ "staff": chen, "pin": "481592" }));
    assert_eq!(hub.refused("invite", json!({})), Code::PasswordNeeded);
}

#[test]
fn where_no_pc_is_the_hub_nobody_is_invited() {
    let pc = Pc::empty();
    let ask =
        json!({ "branch": "长沙河西店", "brand": "", "admin_name": ADMIN.0, "password": ADMIN.1 });
    pc.ok("set_up_branch", ask);
    assert_eq!(pc.status()["state"], "alone");
    assert_eq!(pc.refused("invite", json!({})), Code::HubMissing);
}

#[test]
fn a_pc_that_has_a_branch_joins_no_other() {
    let hub = Pc::hub();
    let other = Pc::hub();
    let invitation = hub.ok("invite", json!({}));
    assert_eq!(
        other.join(&invitation, "一号").expect_err("has one").code,
        Code::StoreExists
    );
}

#[test]
fn a_third_pc_is_invited_from_the_second() {
    let hub = Pc::hub();
    let second = Pc::joining(&hub, "二号");
    second.as_admin().until_synced();
    let third = Pc::joining(&second, "三号");
    third.as_admin().until_synced();
    hub.until("the third is known", || {
        hub.ok("devices", json!({}))["devices"]
            .as_array()
            .unwrap()
            .len()
            == 3
    });
}
