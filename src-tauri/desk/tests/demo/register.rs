//! The days before: opened, written down in full, closed, and mostly checked.

use std::collections::{BTreeMap, BTreeSet};

use domain::when::Day;
use serde_json::{Value, json};

use crate::{MONDAY, clock, filled, list};

#[test]
fn every_day_was_closed_in_the_evening_and_most_were_checked() {
    let demo = &*MONDAY;
    let sheets: Vec<Value> = demo
        .days_before()
        .map(|day| demo.ask("daily_sheet", json!({ "day": day })))
        .collect();
    for sheet in &sheets {
        assert!(!sheet["weather"].is_null() && !sheet["signed"].is_null());
        assert_eq!(sheet["totals"]["open"], 0);
        assert!(clock(&sheet["signed"]["at"]) >= 18 * 60);
        for row in list(&sheet["parties"]) {
            let (came, went) = (clock(&row["arrived"]), clock(&row["left"]));
            assert!(9 * 60 <= came + 15 && went <= 18 * 60, "{row}");
        }
    }
    assert!(sheets[0]["checked"].is_null(), "yesterday's waits");
    let checked = filled(&sheets, "checked").len();
    assert!((24..30).contains(&checked), "{checked} were checked");
    let notes = filled(&sheets, "note").len();
    assert!((3..25).contains(&notes), "{notes} have a note");
    let weathers: BTreeSet<_> = sheets
        .iter()
        .map(|sheet| sheet["weather"].to_string())
        .collect();
    assert!(weathers.len() > 1);
    let events = |sheet: &Value| sheet["totals"]["events"].as_u64().unwrap();
    let weekend = |sheet: &&Value| {
        let day: Day = sheet["day"].as_str().unwrap().parse().unwrap();
        day.weekday() >= 6
    };
    assert!(sheets.iter().filter(weekend).map(events).sum::<u64>() >= 5);
}

#[test]
fn parties_and_calls_are_written_down_in_full() {
    let demo = &*MONDAY;
    let (mut parties, mut calls, mut tried) = (Vec::new(), Vec::new(), Vec::new());
    for day in demo.days_before().skip(3).take(14) {
        for visit in demo.visits(day) {
            tried.push(list(&visit["tried"]));
            match visit["row"]["kind"].as_str().unwrap() {
                "call" => calls.push(visit["fields"].clone()),
                _ => parties.push(visit["fields"].clone()),
            }
        }
    }
    let most = |rows: &[Value], field: &str, percent: usize| {
        let n = filled(rows, field).len();
        assert!(
            n * 100 >= rows.len() * percent,
            "{field}: {n} of {}",
            rows.len()
        );
    };
    for (field, percent) in [
        ("weather", 100),
        ("party_size", 100),
        ("drink", 70),
        ("transport", 100),
        ("consultant", 75),
        ("talk", 60),
        ("area", 60),
        ("level", 55),
        ("purchase_type", 55),
        ("wechat", 55),
        ("quoted_price", 25),
        ("competitor", 15),
        ("sub_source", 15),
        ("remark", 15),
    ] {
        most(&parties, field, percent);
    }
    for field in ["rings", "greeting_given", "call_reason", "summary_agreed"] {
        most(&calls, field, 80);
    }
    let with = |rows: &[Value], field: &str, value: Value| {
        rows.iter().filter(|row| row[field] == value).count()
    };
    assert!(with(&calls, "missed", json!(true)) >= 2);
    assert!(with(&calls, "callback_promised", json!(true)) >= 2);
    assert!(with(&parties, "test_drive", json!(true)) >= 10);
    let purposes: BTreeSet<_> = filled(&parties, "purpose")
        .iter()
        .map(|row| row["purpose"].to_string())
        .collect();
    assert!(purposes.len() >= 3, "{purposes:?}");
    let not_filed = with(&parties, "result", json!("not_filed"));
    assert!(not_filed >= 5);
    for row in parties.iter().chain(&calls) {
        assert!(row["result"] != "not_filed" || !row["not_filed_reason"].is_null());
    }
    let reached = |tries: &Vec<Value>| tries.last().is_some_and(|one| one["reached"] == true);
    assert!(tried.iter().filter(|tries| reached(tries)).count() >= 4);
    assert!(
        tried
            .iter()
            .any(|tries| tries.len() > 1 && tries[0]["reached"] == false),
        "some were tried in vain first"
    );
    prices_fit_the_models(&parties);
}

fn prices_fit_the_models(parties: &[Value]) {
    let book: Value =
        serde_json::from_str(include_str!("../../../../assets/demo/branch.json")).unwrap();
    let prices: BTreeMap<String, (i64, i64)> = list(&book["models"])
        .iter()
        .map(|model| {
            let yuan = |at: usize| model["price"][at].as_i64().unwrap();
            let series = model["series"].as_str().unwrap().to_owned();
            (series, (yuan(0), yuan(1)))
        })
        .collect();
    for party in filled(parties, "quoted_price") {
        let (low, high) = prices[party["model"].as_str().unwrap()];
        let price = party["quoted_price"].as_i64().unwrap() / 100;
        assert!((low * 9 / 10..=high).contains(&price), "{party}");
    }
}

#[test]
fn a_model_is_understood_by_what_follows_the_brand() {
    let model = |word: &str| {
        let read = MONDAY.ask("parse_quick_entry", json!({ "text": word }));
        read["fields"]["model"].clone()
    };
    assert_eq!(model("S5"), "星汉 S5");
    assert_eq!(model("e6"), "星汉 E6");
    assert_eq!(model("S55"), Value::Null);
}
