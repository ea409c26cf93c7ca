//! Work on several PCs at once.

use std::collections::BTreeSet;

use desk::problem::Code;
use serde_json::json;

use crate::pcs::Pc;
use crate::support::PASSWORD;

#[test]
fn what_is_logged_at_one_pc_shows_at_the_others() {
    let hub = Pc::hub();
    let (one, two) = (Pc::joining(&hub, "一号"), Pc::joining(&hub, "二号"));
    one.as_admin().until_synced();
    two.as_admin().until_synced();
    one.walk_in("王女士", "13800138000");
    two.until("it is seen", || two.visits() == 1);
    hub.walk_in("李先生", "13900139000");
    one.until("it is seen", || one.visits() == 2);
}

#[test]
fn without_the_hub_everybody_works_on_and_nothing_has_to_be_clicked_when_it_returns() {
    let hub = Pc::hub();
    let pc = Pc::joining(&hub, "一号");
    pc.as_admin().until_synced();
    hub.door.close().unwrap();
    pc.walk_in("王女士", "13800138000");
    pc.until("it is offline", || pc.status()["state"] == "offline");
    assert_eq!(pc.status()["waiting"], 1);
    hub.as_admin();
    hub.walk_in("李先生", "13900139000");
    pc.until("both are here", || pc.visits() == 2);
    hub.until("both are there", || hub.visits() == 2);
    pc.until_synced();
    assert_eq!(pc.status()["waiting"], 0);
}

#[test]
fn switched_on_without_the_hub_it_says_what_waits_and_no_more() {
    let hub = Pc::hub();
    hub.walk_in("李先生", "13900139000");
    let pc = Pc::joining(&hub, "一号");
    pc.as_admin().until_synced();
    pc.walk_in("王女士", "13800138000");
    hub.until("it is there", || hub.visits() == 2);
    pc.until_synced();
    hub.door.close().unwrap();
    pc.door.close().unwrap();
    pc.as_admin();
    pc.walk_in("赵先生", "13700137000");
    pc.until("it is offline", || pc.status()["state"] == "offline");
    assert_eq!(pc.status()["waiting"], 1);
}

#[test]
fn two_who_change_one_customer_apart_both_keep_what_the_other_did_not_touch() {
    let hub = Pc::hub();
    let pc = Pc::joining(&hub, "一号");
    pc.as_admin().until_synced();
    let customer = hub.walk_in("王女士", "13800138000")["customer"].clone();
    pc.until("she is here", || pc.finds("王女士"));
    hub.door.close().unwrap();
    pc.ok(
        "edit_customer",
        json!({ "id": customer, "fields": { "colour": "白" } }),
    );
    hub.as_admin();
    hub.ok(
        "edit_customer",
        json!({ "id": customer, "fields": { "company": "河西商贸" } }),
    );
    for at in [&hub, &pc] {
        at.until("both are here", || {
            let seen = at.ok("customer", json!({ "id": customer }));
            seen["fields"]["colour"] == "白" && seen["fields"]["company"] == "河西商贸"
        });
    }
}

#[test]
fn who_is_erased_at_one_pc_is_at_all_and_what_another_still_wrote_of_them_too() {
    let hub = Pc::hub();
    let chen = hub.take_in("陈经理", "sales_manager");
    assert!(!chen.is_empty());
    let pc = Pc::joining(&hub, "一号");
    pc.sign_in("陈经理", PASSWORD).until_synced();
    let customer = pc.walk_in("赵丽颖", "13800138000")["customer"].clone();
    pc.ok(
        "ask_erasure",
        json!({ "customer": customer, "reason": "asked" }),
    );
    hub.until("it is asked", || {
        hub.ok("erasures", json!({}))["waiting"] != json!([])
    });
    let request = hub.ok("erasures", json!({}))["waiting"][0]["id"].clone();
    // The line is cut; there somebody still writes, here they are erased.
    hub.door.close().unwrap();
    pc.ok(
        "edit_customer",
        json!({ "id": customer, "fields": { "company": "河西商贸" } }),
    );
    hub.as_admin();
    hub.ok("erase_customer", json!({ "request": request }));
    for at in [&hub, &pc] {
        at.until("nothing is found", || {
            !at.finds("13800138000") && !at.finds("河西商贸")
        });
        at.until("it is said", || {
            at.refused("customer", json!({ "id": customer })) == Code::CustomerErased
        });
    }
}

#[test]
fn a_pc_that_was_shut_out_is_told_so_and_what_it_writes_goes_nowhere() {
    let hub = Pc::hub();
    let pc = Pc::joining(&hub, "一号");
    pc.as_admin().until_synced();
    pc.walk_in("王女士", "13800138000");
    hub.until("it is there", || hub.visits() == 1);
    let devices = hub.ok("devices", json!({}));
    let stolen = devices["devices"][1]["id"].clone();
    let own = devices["devices"][0]["id"].clone();
    assert_eq!(
        hub.refused("shut_out", json!({ "device": own })),
        Code::OwnDevice
    );
    hub.ok(
        "shut_out",
        json!({ "device": stolen, "reason": "电脑丢了" }),
    );
    pc.until("it is told", || pc.status()["trouble"] == "device_shut_out");
    assert_eq!(pc.status()["state"], "attention");
    pc.walk_in("李先生", "13900139000");
    assert_eq!(hub.visits(), 1, "what was there counts, and no more comes");
    let listed = hub.ok("devices", json!({}))["devices"][1].clone();
    assert_eq!(
        (&listed["shut_out"], &listed["reason"]),
        (&json!(true), &json!("电脑丢了"))
    );
}

#[test]
fn another_pc_takes_over_when_the_hub_is_gone_and_the_old_one_follows_it_when_it_returns() {
    let hub = Pc::hub();
    let (one, two) = (Pc::joining(&hub, "一号"), Pc::joining(&hub, "二号"));
    one.as_admin().until_synced();
    two.as_admin().until_synced();
    hub.door.close().unwrap();
    one.walk_in("王女士", "13800138000");
    one.ok("make_hub", json!({ "address": one.address() }));
    one.until("it answers", || one.status()["part"] == "hub");
    // The third has not heard of it: somebody tells it where the hub is now.
    two.ok("hub_is_at", json!({ "address": one.address() }));
    two.until("it is here", || two.visits() == 1);
    hub.as_admin();
    hub.until("it heard of it", || hub.status()["part"] == "member");
    hub.until("it is here", || hub.visits() == 1);
}

#[test]
fn a_pc_says_what_it_is_called_and_when_it_was_heard_of() {
    let hub = Pc::hub();
    hub.take_in("李强", "consultant");
    let pc = Pc::joining(&hub, "一号");
    pc.sign_in("李强", PASSWORD).until_synced();
    let devices = hub.ok("devices", json!({}))["devices"].clone();
    assert!(devices[1]["last_contact"].is_number());
    let id = devices[1]["id"].clone();
    hub.ok("rename_device", json!({ "device": id, "name": "展厅左边" }));
    pc.until("it is called so", || {
        pc.ok("devices", json!({}))["devices"][1]["name"] == "展厅左边"
    });
    assert_eq!(
        pc.refused("shut_out", json!({ "device": id })),
        Code::NotAllowed
    );
}

#[test]
fn what_is_written_on_a_card_that_was_merged_elsewhere_meanwhile_shows_on_the_one() {
    let hub = Pc::hub();
    let pc = Pc::joining(&hub, "一号");
    pc.as_admin().until_synced();
    let first = hub.walk_in("张伟", "13800138000")["customer"].clone();
    let second = hub.walk_in("张先生", "13900139000")["customer"].clone();
    pc.until("both are here", || {
        pc.finds("13900139000") && pc.finds("13800138000")
    });
    hub.door.close().unwrap();
    pc.ok(
        "edit_customer",
        json!({ "id": second, "fields": { "company": "河西商贸" } }),
    );
    pc.until("it is offline", || pc.status()["state"] == "offline");
    hub.as_admin();
    hub.ok("merge_customers", json!({ "keep": first, "other": second }));
    for at in [&hub, &pc] {
        at.until("one card with both", || {
            let seen = at.ok("customer", json!({ "id": second }));
            seen["row"]["id"] == first && seen["fields"]["company"] == "河西商贸"
        });
    }
}

#[test]
fn of_two_pcs_that_were_given_one_number_apart_the_hub_says_whose_it_is_and_the_other_gets_another()
{
    let hub = Pc::hub();
    let one = Pc::joining(&hub, "一号");
    one.as_admin().until_synced();
    hub.door.close().unwrap();
    one.ok("make_hub", json!({ "address": one.address() }));
    one.until("it answers", || one.status()["part"] == "hub");
    let there = Pc::joining(&one, "那边");
    there.as_admin().until_synced();
    there.walk_in("王女士", "13800138000");
    there.until_synced();
    one.door.close().unwrap();
    // The old hub has heard nothing of all this.
    hub.as_admin();
    hub.until("it answers", || hub.status()["part"] == "hub");
    let here = Pc::joining(&hub, "这边");
    here.as_admin().until_synced();
    here.walk_in("李先生", "13900139000");
    here.until_synced();
    one.as_admin();

    let taken = |pc: &Pc| {
        let devices = pc.ok("devices", json!({}))["devices"].clone();
        let taken = devices.as_array().unwrap().iter();
        let taken: Vec<_> = taken.filter(|one| one["code_taken"] == true).collect();
        taken
            .first()
            .map(|one| (one["name"].clone(), one["id"].clone()))
    };
    for pc in [&one, &hub, &here] {
        pc.until("it is told", || taken(pc).is_some());
    }
    one.until("all is here", || one.finds("王女士") && one.finds("李先生"));
    let (name, id) = taken(&one).unwrap();
    assert_eq!(name, "这边", "the hub that took over is right");
    one.ok("renumber_device", json!({ "device": id }));
    assert_eq!(
        one.refused("renumber_device", json!({ "device": id })),
        Code::NothingChanged
    );
    let numbers = |pc: &Pc| {
        let all = pc.ok("customers", json!({}))["rows"].clone();
        let ids = all.as_array().unwrap().iter().map(|row| row["id"].clone());
        let cards = ids.map(|id| pc.ok("customer", json!({ "id": id })));
        let numbers: BTreeSet<_> = cards.map(|card| card["code"].to_string()).collect();
        numbers.len()
    };
    for pc in [&one, &hub, &here] {
        pc.until("each has a number", || {
            taken(pc).is_none() && numbers(pc) == 2
        });
    }
    here.walk_in("赵小姐", "13700137000");
    assert_eq!(numbers(&here), 3);
}
