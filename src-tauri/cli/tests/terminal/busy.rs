//! While the window has the store open, when the program is killed, and where nothing can be written.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::mounts;
use crate::pc::{ADMIN, Pc, ask};

#[test]
fn while_the_window_has_the_store_open_every_command_is_refused_with_the_reason() {
    let pc = Pc::with_branch();
    let window = pc.open();
    let copy = ask(&window, "back_up_now", json!({}))["kept"][0]["file"]
        .as_str()
        .unwrap()
        .to_owned();
    let sheet = pc.file("a.csv", "日期,姓名\n2026-3-1,王\n");
    for line in [
        &["verify"][..],
        &["rebuild"],
        &["backup"],
        &["search", "赵"],
        &["today", ADMIN],
        &["staff", "list"],
        &["staff", "add", "李强", "--role", "consultant"],
        &["import", "register", &sheet],
        &["restore", &copy],
    ] {
        let told = pc.run(line).refused(3);
        assert!(
            told.starts_with("Forecourt (or its command-line tool) is already open on this PC."),
            "{line:?}: {told}"
        );
    }
    let told = pc.run(&["verify", "--json"]).refused(3);
    assert_eq!(
        serde_json::from_str::<Value>(&told).unwrap()["code"],
        "store_in_use"
    );
    ask(
        &window,
        "log_walk_in",
        json!({ "fields": { "name": "王" } }),
    );
    assert_eq!(ask(&window, "verify", json!({}))["ok"], true);
    ask(&window, "close", json!({}));
    pc.run(&["verify"]).done();
}

/// A register of so many people, others in every round.
fn sheet(round: u64, rows: u64) -> String {
    let mut text = String::from("日期,客户姓名,联系电话,级别\n");
    for row in 0..rows {
        text += &format!("2026-3-1,赵{row},139{round:02}{row:06},H\n");
    }
    text
}

#[test]
fn an_import_that_is_killed_at_any_moment_is_there_whole_or_not_at_all() {
    const ROWS: u64 = 300;
    const ROUNDS: u64 = 6;
    let pc = Pc::with_branch();
    let began = Instant::now();
    pc.run(&[
        "import",
        "register",
        &pc.file("0.csv", sheet(0, ROWS)),
        "--json",
    ])
    .json();
    let whole = began.elapsed();
    let mut there = ROWS;
    for round in 1..=ROUNDS {
        let file = pc.file("next.csv", sheet(round, ROWS));
        let mut child = pc
            .command(&["import", "register", &file, "--json"])
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        // Any moment will do; these lie all over the course of an import.
        std::thread::sleep(
            whole
                .mul_f64(round as f64 / ROUNDS as f64)
                .max(Duration::from_millis(1)),
        );
        child.kill().unwrap();
        let said = child.wait_with_output().unwrap().stdout;
        let door = pc.open();
        let total = ask(&door, "customers", json!({ "limit": 1 }))["total"]
            .as_u64()
            .unwrap();
        assert!(
            total == there || total == there + ROWS,
            "round {round}: {total} after {there}"
        );
        if !said.is_empty() {
            assert_eq!(
                total,
                there + ROWS,
                "round {round}: it was answered as done"
            );
        }
        there = total;
    }
    assert_eq!(pc.run(&["verify", "--json"]).json()["ok"], true);
}

#[test]
fn a_folder_that_cannot_be_written_fails_with_a_sentence() {
    let Some(place) = mounts::own("busy::a_folder_that_cannot_be_written_fails_with_a_sentence")
    else {
        return;
    };
    let pc = Pc::bare();
    let disk = place.disk("data", 8_000);
    let run = |words: &[&str]| {
        crate::pc::Said::of(
            pc.command(words)
                .env("FORECOURT_DATA", disk.join("data"))
                .output()
                .unwrap(),
        )
    };
    run(&["init", "--branch", "店", "--admin", ADMIN]).done();
    place.read_only(&disk);
    for line in [
        &["verify"][..],
        &["staff", "add", "李强", "--role", "consultant"],
    ] {
        let told = run(line).refused(4);
        assert!(
            told.starts_with("The data folder cannot be written"),
            "{line:?}: {told}"
        );
    }
}
