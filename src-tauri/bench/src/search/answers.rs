//! Whether what was found is right: whoever an input was drawn from is found, or stands behind a full page of people who were in
//! touch later; nobody sees anybody else's customer; nobody is nobody.

use desk::door::Door;
use serde_json::{Value, json};

use super::Seeker;
use super::inputs::{Input, Person};
use crate::branch::{Branch, ask};
use crate::trouble::Outcome;

/// The longest page that the desk gives.
const PAGE: usize = 100;
/// Recency counts minutes.
const MINUTE: i64 = 60_000;

/// What is wrong with the answers; nothing, one hopes.
pub fn wrong(
    door: &Door,
    branch: &Branch,
    seeker: &Seeker,
    inputs: &[Input],
) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    for input in inputs {
        let answer = ask(
            door,
            "search",
            json!({ "text": input.text, "limit": PAGE }),
            branch.now(),
        )?;
        let rows = answer["rows"].as_array().cloned().unwrap_or_default();
        if answer["state"] != "ok" {
            wrong.push(format!(
                "`{}` was not looked for: {}",
                input.text, answer["state"]
            ));
        }
        if let Some(row) = rows.iter().find(|row| !mine(row, seeker)) {
            wrong.push(format!(
                "`{}` showed a customer of {}",
                input.text, row["owner_name"]
            ));
        }
        match &input.of {
            Some(person) if !found(&rows, person) => wrong.push(format!(
                "`{}` did not find {} {}",
                input.text, person.name, person.id
            )),
            None if !rows.is_empty() => {
                wrong.push(format!("`{}` found {}", input.text, rows[0]["name"]))
            }
            _ => {}
        }
        if rows
            .windows(2)
            .any(|pair| minute(&pair[0]) < minute(&pair[1]))
        {
            wrong.push(format!(
                "`{}` did not put the latest contact first",
                input.text
            ));
        }
    }
    Ok(wrong)
}

fn mine(row: &Value, seeker: &Seeker) -> bool {
    seeker
        .owner
        .is_none_or(|owner| row["owner"].is_null() || row["owner"] == owner.to_string())
}

fn found(rows: &[Value], person: &Person) -> bool {
    let id = person.id.to_string();
    let behind = || {
        rows.len() == PAGE
            && rows
                .last()
                .is_some_and(|row| minute(row) >= person.last_contact / MINUTE)
    };
    rows.iter().any(|row| row["id"] == id) || behind()
}

fn minute(row: &Value) -> i64 {
    row["last_contact"].as_i64().unwrap_or_default() / MINUTE
}
