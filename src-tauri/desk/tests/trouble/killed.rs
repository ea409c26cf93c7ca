//! A program that is killed in the middle of its work, again and again.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use desk::commands::dispatch;
use serde_json::json;

use crate::support::{ADMIN, Branch};
use crate::{started_again, walk_ins};

/// Set for the child: whose folder it works in, and its how-manieth start this is.
const FOLDER: &str = "FORECOURT_TEST_FOLDER";
const START: &str = "FORECOURT_TEST_START";

/// Not a test of its own: writes until somebody kills it, and says after each act what was answered as saved.
#[test]
fn child_that_writes_until_it_is_killed() {
    let (Ok(folder), Ok(start)) = (std::env::var(FOLDER), std::env::var(START)) else {
        return;
    };
    let start: u8 = start.parse().unwrap();
    let door = started_again(folder.as_ref(), start);
    let now = desk::now::Now(crate::support::moment("2026-03-01", "10:00"));
    let ask = |name: &str, ask| dispatch(&door, name, ask, now).unwrap().answer;
    ask("sign_in", json!({ "login": ADMIN.0, "password": ADMIN.1 }));
    for n in 0_u32.. {
        let saved = if n % 4 == 3 {
            let name = format!("人{start}号{n}");
            let added = ask(
                "add_staff",
                json!({ "name": name, "roles": ["consultant"] }),
            );
            format!(
                "staff {name} {}",
                added["one_time_password"].as_str().unwrap()
            )
        } else {
            let phone = format!("139{start:03}{n:05}");
            ask(
                "log_walk_in",
                json!({ "fields": { "name": "王", "phone": phone, "level": "H" } }),
            );
            format!("visit {phone}")
        };
        if n % 5 == 0 {
            door.tidy().unwrap();
        }
        println!("saved {saved}");
        std::io::stdout().flush().unwrap();
    }
}

/// Lets a child work until it has said so often that something is saved, and kills it. Gives what it said.
fn killed_after(branch: &Branch, start: u8, acts: usize) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "killed::child_that_writes_until_it_is_killed",
            "--nocapture",
        ])
        .env(FOLDER, branch.folder.path())
        .env(START, start.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap)
        .filter_map(|line| Some(line.split_once("saved ")?.1.to_owned()));
    let mut saved: Vec<String> = lines.by_ref().take(acts).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    // Said before it died.
    saved.extend(lines);
    assert!(saved.len() >= acts);
    saved
}

#[test]
fn whatever_was_answered_as_saved_is_there_after_every_kill_and_the_store_is_sound() {
    const ROUNDS: u8 = 20;
    let branch = Branch::new();
    let mut random = fastrand::Rng::with_seed(2026);
    let (mut visits, mut staff) = (BTreeSet::new(), Vec::new());
    for start in 1..=ROUNDS {
        branch.door.close().unwrap();
        for line in killed_after(&branch, start, random.usize(1..14)) {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["visit", phone] => drop(visits.insert(phone.to_owned())),
                ["staff", name, password] => staff.push((name.to_owned(), password.to_owned())),
                _ => panic!("{line}"),
            }
        }
        branch.as_(ADMIN.0);
        let checked = branch.ok("verify", json!({}));
        assert_eq!(checked["ok"], true, "kill {start}: {checked}");
        let there = walk_ins(&branch);
        // The act under way when a child was killed may be saved and not answered; one per round at most.
        assert!(
            (visits.len() as u64..=visits.len() as u64 + u64::from(start)).contains(&there),
            "kill {start}: {there} of {}",
            visits.len()
        );
    }
    for phone in &visits {
        let found = branch.ok("search", json!({ "text": phone }))["rows"]
            .as_array()
            .unwrap()
            .len();
        assert_eq!(found, 1, "{phone}");
    }
    assert!(staff.len() > 10, "people were taken in too");
    for (name, password) in &staff {
        branch.sign_in(name, password);
    }
}
