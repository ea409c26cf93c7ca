//! The branch to look around in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use desk::door::{Door, MakeDemo, OpenDemo};
use desk::now::Now;
use domain::role::Role;
use serde_json::{Value, json};
use support::{moment, place};

#[test]
fn the_demo_branch_has_a_month_behind_it_and_somebody_to_call_today() {
    let folder = tempfile::tempdir().unwrap();
    let door = Door::new(place(&folder));
    let now = Now(moment("2026-03-16", "11:00"));
    door.open_demo(
        &OpenDemo {
            as_role: Role::SalesManager,
        },
        now,
    )
    .unwrap();
    let ask = |name, ask| {
        desk::commands::dispatch(&door, name, ask, now)
            .unwrap()
            .answer
    };
    assert!(door.status().unwrap().demo);
    assert!(ask("customers", json!({}))["total"].as_u64().unwrap() > 150);
    let board = ask("reception", json!({}));
    assert!(
        board["incomplete_count"].as_u64().unwrap() > 0,
        "some records are still to be completed"
    );
    assert!(board["totals"]["walk_ins"].as_u64().unwrap() > 0);
    let staff = ask("staff_list", json!({}));
    let id = |name: &str| {
        staff
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["name"] == name)
            .unwrap()["id"]
            .clone()
    };
    let overdue = |name: &str| {
        ask("today", json!({ "staff": id(name) }))["overdue_count"]
            .as_u64()
            .unwrap()
    };
    assert!(
        overdue("李强") < overdue("孙倩"),
        "diligent people have fewer late cards"
    );
    let levels: Value = ask("customers", json!({ "limit": 500 }))["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["level"].clone())
        .collect();
    for level in ["H", "A", "B", "C", "N"] {
        assert!(
            levels.as_array().unwrap().contains(&json!(level)),
            "{level}"
        );
    }
}

#[test]
fn a_crowd_for_measuring_came_in_over_ten_years() {
    let folder = tempfile::tempdir().unwrap();
    let door = Door::new(place(&folder));
    let now = Now(moment("2026-03-16", "11:00"));
    let ask = MakeDemo {
        customers: 300,
        seed: 1,
        password: "a long password".into(),
    };
    door.make_demo(&ask, now, &mut |_| {}).unwrap();
    let customers = desk::commands::dispatch(&door, "customers", json!({ "limit": 500 }), now);
    let rows = customers.unwrap().answer["rows"].clone();
    let last: Vec<i64> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["last_contact"].as_i64().unwrap())
        .collect();
    assert!(
        last.iter().all(|at| *at <= now.moment().0),
        "nobody comes from the future"
    );
    let before = moment("2021-03-16", "11:00").0;
    let old = last.iter().filter(|at| **at < before).count();
    assert!(
        (80..220).contains(&old),
        "{old} of 300 have not been here for five years"
    );
}

#[test]
fn looking_around_touches_nothing_real_and_leads_back() {
    let folder = tempfile::tempdir().unwrap();
    let door = Door::new(place(&folder));
    let now = Now(moment("2026-03-16", "11:00"));
    door.open_demo(
        &OpenDemo {
            as_role: Role::Receptionist,
        },
        now,
    )
    .unwrap();
    door.leave_demo().unwrap();
    let status = door.status().unwrap();
    assert!(!status.demo);
    assert_eq!(serde_json::to_value(status.state).unwrap(), "empty");
    door.open_demo(
        &OpenDemo {
            as_role: Role::Consultant,
        },
        now,
    )
    .unwrap();
    assert_eq!(door.status().unwrap().me.unwrap().name, "李强");
}
