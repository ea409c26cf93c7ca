//! Today and the cards of today: a working day at every hour.

use std::collections::BTreeSet;

use domain::when::Moment;
use serde_json::{Value, json};

use crate::{Demo, MONDAY, list};

#[test]
fn the_demo_branch_has_a_month_behind_it_and_somebody_to_call_today() {
    let demo = &*MONDAY;
    assert!(demo.door.status().unwrap().demo);
    let total = demo.ask("customers", json!({}))["total"].as_u64().unwrap();
    assert!(total > 150);
    let board = demo.ask("reception", json!({}));
    assert!(
        board["incomplete_count"].as_u64().unwrap() > 0,
        "some records are still to be completed"
    );
    let team = demo.rows("team", json!({}));
    let of = |name: &str| team.iter().find(|row| row["name"] == name).unwrap();
    let overdue = |name: &str| of(name)["overdue"]["n"].as_u64().unwrap();
    assert!(
        overdue("李强") <= 2,
        "diligent people have hardly a late card"
    );
    assert!(overdue("孙倩") >= 6, "others many");
    for name in ["李强", "王芳", "赵磊", "孙倩"] {
        let ask = json!({ "staff": of(name)["staff"] });
        let due = demo.ask("today", ask)["due_count"].as_u64().unwrap();
        assert!(due > 0, "{name} has cards for today");
    }
    let sum = |field: &str| -> u64 { team.iter().filter_map(|row| row[field].as_u64()).sum() };
    assert!(sum("done") > 5, "some were worked this morning");
    let levels: BTreeSet<String> = demo
        .rows("customers", json!({ "limit": 500 }))
        .iter()
        .map(|row| row["level"].as_str().unwrap().to_owned())
        .collect();
    for level in ["H", "A", "B", "C", "N", "O", "D", "F1", "F2"] {
        assert!(levels.contains(level), "{level}");
    }
}

/// Who is here, who called, whose turn it is: the same at every hour.
fn is_a_working_day(demo: &Demo) {
    let board = demo.ask("reception", json!({}));
    let walk_ins = board["totals"]["walk_ins"].as_u64().unwrap();
    assert!((8..=12).contains(&walk_ins), "{walk_ins} parties");
    let mut here = list(&board["open"]);
    here.extend(
        list(&board["others"])
            .into_iter()
            .filter(|row| row["state"] == "open"),
    );
    assert!((5..=6).contains(&here.len()), "{} are here", here.len());
    let minutes: BTreeSet<i64> = here
        .iter()
        .map(|row| Moment(row["arrived"].as_i64().unwrap()).minutes_until(demo.now.moment()))
        .collect();
    assert_eq!(minutes.len(), here.len(), "not all at once");
    assert!(minutes.iter().all(|minutes| (3..=70).contains(minutes)));
    assert!(here.iter().any(|row| row["frequency"] == "invited"));
    let calls = board["totals"]["calls"].as_u64().unwrap();
    assert!((4..=6).contains(&calls), "{calls} calls");

    let waiting = list(&board["waiting"]);
    assert!((2..=3).contains(&waiting.len()), "{waiting:?}");
    let count = |is: &dyn Fn(&Value) -> bool| waiting.iter().filter(|row| is(row)).count();
    assert_eq!(count(&|row| row["overdue"] == true), 1);
    assert!(count(&|row| row["missed"] == true) >= 1);
    assert!(count(&|row| row["tried"].as_u64() > Some(0)) >= 1);

    let rota = list(&board["rota"]);
    for state in ["signing", "driving", "resting"] {
        assert!(rota.iter().any(|place| place["state"] == state), "{state}");
    }
    assert!(rota.iter().any(|place| !place["skipped"].is_null()));
    assert!(!board["next"].is_null(), "somebody is free");
    assert_eq!(board["sheet"]["state"], "open");
    assert!(!board["sheet"]["weather"].is_null());

    let yesterday = json!({ "day": demo.now.day().plus(-1) });
    let sheet = demo.ask("reception", yesterday)["sheet"].clone();
    assert_eq!(sheet["state"], "closed");

    let expected = demo.rows("expected", json!({}));
    assert!((5..=8).contains(&expected.len()), "{expected:?}");
    for state in ["arrived", "late", "expected"] {
        let one = expected.iter().any(|row| row["state"] == state);
        assert!(one, "somebody is {state}");
    }
    let to_review = demo.ask("reviews_to_do", json!({}))["total"]
        .as_u64()
        .unwrap();
    assert!((10..=20).contains(&to_review), "{to_review}");
}

#[test]
fn today_is_a_working_day_at_eleven() {
    is_a_working_day(&MONDAY);
}

#[test]
fn today_is_a_working_day_on_a_saturday_night() {
    is_a_working_day(&Demo::at("2026-03-21", "03:10"));
}

#[test]
fn today_is_a_working_day_in_the_late_evening() {
    is_a_working_day(&Demo::at("2026-03-18", "22:40"));
}

#[test]
fn even_some_minutes_after_midnight_somebody_is_here() {
    let demo = Demo::at("2026-03-18", "00:04");
    let board = demo.ask("reception", json!({}));
    assert!(list(&board["open"]).len() >= 4);
}
