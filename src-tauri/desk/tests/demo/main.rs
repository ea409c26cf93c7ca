//! The branch to look around in: every screen has something to show, whatever the clock says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

#[path = "../support/mod.rs"]
mod support;

mod customers;
mod following_up;
mod register;
mod working_day;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use desk::door::{Door, MakeDemo, OpenDemo, Place};
use desk::now::Now;
use domain::role::Role;
use domain::when::{Day, Moment};
use serde_json::{Value, json};
use support::{moment, place};
use tempfile::TempDir;

/// A demo branch with its manager in front of it.
struct Demo {
    door: Door,
    now: Now,
    _folder: TempDir,
}

impl Demo {
    fn at(day: &str, time: &str) -> Self {
        Self::on(|place| place, day, time)
    }

    fn on(change: impl FnOnce(Place) -> Place, day: &str, time: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let door = Door::new(change(place(&folder)));
        let now = Now(moment(day, time));
        let as_role = Role::SalesManager;
        door.open_demo(&OpenDemo { as_role }, now).unwrap();
        Self {
            door,
            now,
            _folder: folder,
        }
    }

    fn ask(&self, name: &str, ask: Value) -> Value {
        desk::commands::dispatch(&self.door, name, ask, self.now)
            .unwrap()
            .answer
    }

    fn rows(&self, name: &str, ask: Value) -> Vec<Value> {
        self.ask(name, ask)["rows"].as_array().unwrap().clone()
    }

    /// Everybody's cards.
    fn cards(&self) -> Vec<Value> {
        let customers = self.rows("customers", json!({ "limit": 500 }));
        let card = |row: &Value| self.ask("customer", json!({ "id": row["id"] }));
        customers.iter().map(card).collect()
    }

    /// The days before today, yesterday first.
    fn days_before(&self) -> impl Iterator<Item = Day> {
        let today = self.now.day();
        (1..=30).map(move |back| today.plus(-back))
    }

    /// The visits of a day, with all their fields.
    fn visits(&self, day: Day) -> Vec<Value> {
        let sheet = self.ask("daily_sheet", json!({ "day": day }));
        ["parties", "calls", "others"]
            .iter()
            .flat_map(|part| list(&sheet[*part]))
            .map(|row| self.ask("visit", json!({ "id": row["id"] })))
            .collect()
    }
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().unwrap().clone()
}

fn filled<'v>(rows: &'v [Value], field: &str) -> Vec<&'v Value> {
    let some = |row: &&Value| match &row[field] {
        Value::Null => false,
        Value::Array(all) => !all.is_empty(),
        _ => true,
    };
    rows.iter().filter(some).collect()
}

fn clock(value: &Value) -> u16 {
    Moment(value.as_i64().unwrap()).clock_time().minutes()
}

/// A Monday morning.
static MONDAY: LazyLock<Demo> = LazyLock::new(|| Demo::at("2026-03-16", "11:00"));

#[test]
fn the_same_people_live_the_same_month_on_every_pc() {
    let people = |demo: &Demo| -> BTreeSet<String> {
        demo.rows("customers", json!({ "limit": 500 }))
            .iter()
            .map(|row| {
                format!(
                    "{} {} {} {} {} {}",
                    row["name"],
                    row["phone"],
                    row["level"],
                    row["owner_name"],
                    row["last_contact"],
                    row["next_contact"]
                )
            })
            .collect()
    };
    let other = |place| Place {
        seed: [8; 32],
        ..place
    };
    let other = Demo::on(other, "2026-03-16", "11:00");
    assert_eq!(people(&MONDAY), people(&other));
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
    let mut rows = Vec::new();
    let mut after = Value::Null;
    loop {
        let ask = json!({ "limit": 500, "after": after });
        let page = desk::commands::dispatch(&door, "customers", ask, now)
            .unwrap()
            .answer;
        rows.extend(list(&page["rows"]));
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    let last: Vec<i64> = rows
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
