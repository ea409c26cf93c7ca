//! What did not go together is told, on every PC, and there is one thing to do about it.

use desk::problem::Code;
use serde_json::{Value, json};

use crate::pcs::Pc;
use crate::support::ADMIN;

/// Two PCs that do something apart: first the one that is no hub, then the hub, neither knowing of the other.
fn apart(hub: &Pc, pc: &Pc, there: impl FnOnce(&Pc), here: impl FnOnce(&Pc)) {
    hub.door.close().unwrap();
    pc.until("it is offline", || pc.status()["state"] == "offline");
    there(pc);
    pc.door.close().unwrap();
    hub.as_admin();
    here(hub);
    pc.as_admin();
}

fn two_pcs() -> (Pc, Pc) {
    let hub = Pc::hub();
    let pc = Pc::joining(&hub, "二号");
    pc.as_admin().until_synced();
    (hub, pc)
}

fn disorders(pc: &Pc, kind: &str) -> Vec<Value> {
    let seen = pc.ok("disorders", json!({}));
    seen[kind].as_array().unwrap().clone()
}

fn edit(customer: &Value, colour: &str) -> Value {
    json!({ "id": customer, "fields": { "colour": colour } })
}

/// A customer whose colour was written on two PCs apart.
fn contested() -> (Pc, Pc, Value) {
    let (hub, pc) = two_pcs();
    let customer = hub.walk_in("王女士", "13800138000")["customer"].clone();
    pc.until("she is here", || pc.finds("王女士"));
    apart(
        &hub,
        &pc,
        |pc| drop(pc.ok("edit_customer", edit(&customer, "白"))),
        |hub| drop(hub.ok("edit_customer", edit(&customer, "黑"))),
    );
    for at in [&hub, &pc] {
        at.until("it is told", || !disorders(at, "fields").is_empty());
    }
    (hub, pc, customer)
}

#[test]
fn both_values_of_a_field_written_apart_stand_on_the_card_with_who_wrote_them_where() {
    let (hub, pc, customer) = contested();
    for at in [&hub, &pc] {
        let told = at.ok("customer", json!({ "id": customer }))["contested"].clone();
        let told = told.as_array().unwrap();
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0]["field"], "colour");
        assert_eq!(told[0]["customer_name"], "王女士");
        let values = [&told[0]["stands"]["value"], &told[0]["other"]["value"]];
        assert!(values.contains(&&json!("白")) && values.contains(&&json!("黑")));
        let by_pc = values.iter().position(|value| **value == json!("白"));
        let side = ["stands", "other"][by_pc.unwrap()];
        assert_eq!(told[0][side]["device"], "二号");
        assert_eq!(told[0][side]["by_name"], ADMIN.0);
    }
}

#[test]
fn whoever_says_which_value_is_right_ends_it_everywhere() {
    for other in [false, true] {
        let (hub, pc, customer) = contested();
        let told = disorders(&pc, "fields").remove(0);
        let right = told[if other { "other" } else { "stands" }]["value"].clone();
        let ask =
            json!({ "table": "customer", "row": customer, "field": "colour", "other": other });
        pc.ok("settle_field", ask.clone());
        for at in [&hub, &pc] {
            at.until("it is over", || disorders(at, "fields").is_empty());
            let seen = at.ok("customer", json!({ "id": customer }));
            assert_eq!(seen["fields"]["colour"], right);
        }
        assert_eq!(pc.refused("settle_field", ask), Code::NothingChanged);
    }
}

#[test]
fn a_step_that_two_took_apart_counts_once_and_the_other_is_told_until_somebody_takes_note() {
    let (hub, pc) = two_pcs();
    let visit = hub.walk_in("王女士", "13800138000")["visit"]["id"].clone();
    pc.until("she is here", || pc.visits() == 1);
    let leave = json!({ "id": visit });
    apart(
        &hub,
        &pc,
        |pc| drop(pc.ok("leave_visit", leave.clone())),
        |hub| drop(hub.ok("leave_visit", leave.clone())),
    );
    for at in [&hub, &pc] {
        at.until("it is told", || !disorders(at, "steps").is_empty());
    }
    let told = disorders(&hub, "steps");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["noun"], "visit");
    assert_eq!(told[0]["state"], "left");
    assert_eq!(told[0]["customer_name"], "王女士");
    hub.ok("dismiss_step", json!({ "step": told[0]["step"] }));
    for at in [&hub, &pc] {
        at.until("it is over", || disorders(at, "steps").is_empty());
    }
}

#[test]
fn in_a_branch_in_which_all_is_well_nothing_is_told() {
    let (hub, pc) = two_pcs();
    hub.walk_in("王女士", "13800138000");
    pc.until("she is here", || pc.finds("王女士"));
    hub.take_in("李雷", "consultant");
    for at in [&hub, &pc] {
        let seen = at.ok("disorders", json!({}));
        let nothing = json!({ "fields": [], "steps": [], "breaches": [], "withheld": [] });
        assert_eq!(seen, nothing);
    }
}
