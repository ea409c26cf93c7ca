//! Demo branches by number.

use std::collections::BTreeSet;

use desk::door::{Door, SignIn};
use serde_json::{Value, json};

use crate::pc::{Pc, Said, ask, keys};

/// The password of everybody there, as printed.
fn made(pc: &Pc, seed: &str) -> Value {
    let output = pc
        .command(&["demo", "--customers", "50", "--seed", seed, "--json"])
        .env_remove("FORECOURT_PASSWORD")
        .output()
        .unwrap();
    let said = Said::of(output);
    assert_eq!(
        (said.code, said.err.as_str()),
        (0, "50 / 50"),
        "how far it is goes to the error stream"
    );
    serde_json::from_str(&said.out).unwrap()
}

/// The customers beyond those of the month: who they are, and whose.
fn crowd(pc: &Pc, told: &Value) -> BTreeSet<String> {
    let door: Door = pc.door();
    let manager = "陈国栋";
    door.sign_in(SignIn {
        login: manager.into(),
        password: told["password"].as_str().unwrap().into(),
    })
    .unwrap();
    let mut found = BTreeSet::new();
    let mut after = Value::Null;
    loop {
        let page = ask(&door, "customers", json!({ "limit": 500, "after": after }));
        for row in page["rows"].as_array().unwrap() {
            let fields = ask(&door, "customer", json!({ "id": row["id"] }))["fields"].clone();
            // Of whom the month brought, whoever told an occupation told how old they are, or what they need.
            let of_the_month = ["age_band", "birthday", "family"]
                .iter()
                .any(|field| !fields[*field].is_null());
            if !fields["occupation"].is_null() && !of_the_month {
                found.insert(format!(
                    "{} {} {} {} {} {}",
                    row["name"],
                    row["phone"],
                    row["level"],
                    row["owner_name"],
                    row["model"],
                    fields["occupation"]
                ));
            }
        }
        after = page["next"].clone();
        if after.is_null() {
            return found;
        }
    }
}

#[test]
fn the_same_number_gives_the_same_people_and_another_number_others() {
    let pcs = [Pc::bare(), Pc::bare(), Pc::bare()];
    let told: Vec<Value> = pcs
        .iter()
        .zip(["7", "7", "8"])
        .map(|(pc, seed)| made(pc, seed))
        .collect();
    assert_eq!(keys(&told[0]), ["logins", "password"]);
    assert!(told[0]["logins"].as_array().unwrap().len() > 5);
    assert_eq!(told[0], told[1]);
    let people: Vec<BTreeSet<String>> = pcs
        .iter()
        .zip(&told)
        .map(|(pc, told)| crowd(pc, told))
        .collect();
    assert_eq!(people[0].len(), 50);
    assert_eq!(people[0], people[1]);
    assert!(people[0].intersection(&people[2]).count() < 5);
    let told = pcs[0].run(&["demo"]).refused(3);
    assert!(
        told.starts_with("A branch is set up on this PC already."),
        "{told}"
    );
}
