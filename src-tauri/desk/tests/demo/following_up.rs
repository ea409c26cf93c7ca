//! Appointments, contacts, the manager's remarks, claims.

use std::collections::{BTreeMap, BTreeSet};

use desk::door::SignIn;
use serde_json::{Value, json};

use crate::{Demo, MONDAY, list};

#[test]
fn appointments_were_kept_missed_and_called_off_and_more_are_agreed() {
    let demo = &*MONDAY;
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for card in demo.cards() {
        let ask = json!({ "customer": card["row"]["id"] });
        for one in list(&demo.ask("appointments", ask)) {
            if one["state"] == "arrived" {
                assert!(!one["visit"].is_null(), "a visit came of it");
            }
            *states
                .entry(one["state"].as_str().unwrap().to_owned())
                .or_default() += 1;
        }
    }
    for (state, least) in [("arrived", 15), ("no_show", 3), ("cancelled", 3)] {
        assert!(states.get(state) >= Some(&least), "{state}: {states:?}");
    }
    let today = demo.now.day();
    let on = |ahead: i64| demo.rows("expected", json!({ "day": today.plus(ahead) }));
    assert!(on(1).len() >= 3, "tomorrow");
    assert!(on(5).len() + on(6).len() >= 3, "at the weekend");
    let team = demo.rows("team", json!({}));
    let missed = team
        .iter()
        .map(|row| demo.ask("today", json!({ "staff": row["staff"] })))
        .map(|today| list(&today["missed"]).len());
    assert!(
        missed.sum::<usize>() > 0,
        "somebody is to be called about it"
    );
}

#[test]
fn contacts_have_questions_and_answers_and_the_manager_reads_them() {
    let demo = &*MONDAY;
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    let mut plans = 0;
    for card in demo.cards() {
        let own = |card: &&Value| card["rule"].is_null();
        plans += list(&card["cards"]).iter().filter(own).count();
        let ask = json!({ "customer": card["row"]["id"], "limit": 100 });
        for entry in list(&demo.ask("timeline", ask)["entries"]) {
            *told
                .entry(entry["verb"].as_str().unwrap().to_owned())
                .or_default() += 1;
            for change in list(&entry["changes"]) {
                let name = |part: &str| change[part].as_str().unwrap().to_owned();
                if !change["to"].is_null() {
                    let field = format!("{}.{}", name("table"), name("field"));
                    *told.entry(field).or_default() += 1;
                }
            }
        }
    }
    for (what, least) in [
        ("contact.content", 200),
        ("contact.question", 60),
        ("contact.answer", 60),
        ("review.remark", 40),
        ("skip_card", 8),
        ("plan_card", 10),
    ] {
        let n = told.get(what).copied().unwrap_or(0);
        assert!(n >= least, "{what}: {n}");
    }
    assert!(plans >= 2, "{plans} plans of one's own lie ahead");
    let claims = list(&demo.ask("claims", json!({})));
    assert!((1..=2).contains(&claims.len()), "claims that wait");
}

#[test]
fn consultants_find_remarks_they_have_not_read_and_what_became_of_their_claims() {
    let demo = Demo::at("2026-03-16", "11:00");
    let (mut unread, mut claims) = (0, BTreeSet::new());
    for login in ["李强", "王芳", "赵磊", "孙倩", "刘洋", "黄丽"] {
        demo.door
            .sign_in(SignIn {
                login: login.into(),
                password: "forecourt demo".into(),
            })
            .unwrap();
        unread += list(&demo.ask("today", json!({}))["remarks"]).len();
        for claim in list(&demo.ask("claims", json!({}))) {
            claims.insert(claim["state"].as_str().unwrap().to_owned());
        }
    }
    assert!(unread >= 3, "{unread} remarks are not read yet");
    assert_eq!(
        claims.into_iter().collect::<Vec<_>>(),
        ["asked", "granted", "refused"]
    );
}
