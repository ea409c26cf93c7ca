//! What stands on the customers' cards.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{MONDAY, filled, list};

#[test]
fn customer_cards_say_who_somebody_is_and_what_they_need() {
    let demo = &*MONDAY;
    let cards = demo.cards();
    let fields: Vec<Value> = cards.iter().map(|card| card["fields"].clone()).collect();
    let at_least = |rows: &[Value], field: &str, least: usize| {
        let n = filled(rows, field).len();
        assert!(n >= least, "{field}: {n} of {}", rows.len());
    };
    for (field, least) in [
        ("budget", 90),
        ("main_use", 90),
        ("focus_points", 90),
        ("purchase_window", 90),
        ("decider", 90),
        ("best_time", 90),
        ("preferred_way", 90),
        ("family", 80),
        ("occupation", 90),
        ("age_band", 50),
        ("birthday", 20),
        ("purchase_type", 80),
        ("sub_source", 30),
        ("company", 3),
        ("address", 30),
        ("wechat", 30),
        ("referrer", 2),
        ("plate", 10),
    ] {
        at_least(&fields, field, least);
    }
    at_least(&cards, "persons", 30);
    at_least(&cards, "tags", 60);
    at_least(&cards, "rivals", 50);
    at_least(&cards, "duplicates", 4);
    at_least(&cards, "proposed_level", 3);
    assert!(
        cards
            .iter()
            .any(|card| card["referred_count"].as_u64() > Some(0))
    );
    let within = |part: &str, field: &str| -> BTreeSet<String> {
        cards
            .iter()
            .flat_map(|card| list(&card[part]))
            .map(|row| row[field].to_string())
            .collect()
    };
    assert!(within("rivals", "price").len() > 20, "prices were heard");
    for role in ["spouse", "parent", "purchasing", "finance"] {
        assert!(within("persons", "role").contains(&json!(role).to_string()));
    }
    let staff = demo.ask("staff_list", json!({}));
    let birthdays: usize = list(&staff)
        .iter()
        .map(|one| demo.ask("today", json!({ "staff": one["id"] })))
        .map(|today| list(&today["birthdays"]).len())
        .sum();
    assert!((2..=5).contains(&birthdays), "{birthdays}");
    let sheet = demo.rows("level_sheet", json!({ "limit": 200 }));
    let busy = sheet.iter().filter(|row| list(&row["days"]).len() > 1);
    assert!(sheet.len() > 120 && busy.count() > 80);
}
