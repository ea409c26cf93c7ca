//! The branch to look around in: every screen has something to show, whatever the clock says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use desk::door::{Door, MakeDemo, OpenDemo, Place, SignIn};
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
        serde_json::from_str(include_str!("../../../assets/demo/branch.json")).unwrap();
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
