//! A disk that has no room, or cannot be written.

use desk::door::Door;
use desk::now::Now;
use desk::problem::{Code, Problem};
use serde_json::{Value, json};

use crate::support::{ADMIN, moment};
use crate::{contents, mounts, started_again};

fn ask(door: &Door, name: &str, ask: Value) -> Result<Value, Problem> {
    desk::commands::dispatch(door, name, ask, Now(moment("2026-03-01", "10:00")))
        .map(|reply| reply.answer)
}

fn set_up(door: &Door) -> Result<Value, Problem> {
    ask(
        door,
        "set_up_branch",
        json!({ "branch": "店", "brand": "", "admin_name": ADMIN.0, "password": ADMIN.1 }),
    )
}

fn sign_in(door: &Door) -> Result<Value, Problem> {
    ask(
        door,
        "sign_in",
        json!({ "login": ADMIN.0, "password": ADMIN.1 }),
    )
}

fn walk_in(door: &Door, n: u32) -> Result<Value, Problem> {
    ask(
        door,
        "log_walk_in",
        json!({ "fields": { "name": "王", "phone": format!("138{n:08}"), "remark": "看了两次，下周再来。".repeat(20) } }),
    )
}

fn walk_ins(door: &Door) -> u64 {
    ask(door, "reception", json!({})).unwrap()["totals"]["walk_ins"]
        .as_u64()
        .unwrap()
}

#[test]
fn on_a_full_disk_what_is_there_can_be_read_and_what_was_said_to_be_saved_stays() {
    let Some(place) = mounts::own(
        "disk::on_a_full_disk_what_is_there_can_be_read_and_what_was_said_to_be_saved_stays",
    ) else {
        return;
    };
    let mut too_small = 0;
    for kib in [50, 200, 400, 1_200, 2_000] {
        let disk = place.disk(&format!("{kib}k"), kib);
        let door = started_again(&disk, 8);
        if let Err(problem) = set_up(&door) {
            assert_eq!(problem.code, Code::DiskFull, "{kib} KiB: {problem}");
            place.grow(&disk, 8_000);
            too_small += 1;
            set_up(&door).unwrap();
            assert_eq!(
                ask(&door, "verify", json!({})).unwrap()["ok"],
                true,
                "{kib} KiB: set up when there is room"
            );
            continue;
        }
        let mut saved = 0;
        let problem = loop {
            match walk_in(&door, saved) {
                Ok(_) => saved += 1,
                Err(problem) => break problem,
            }
        };
        assert_eq!(problem.code, Code::DiskFull, "{kib} KiB: {problem}");
        sign_in(&door).expect("nobody is kept out");
        assert_eq!(walk_ins(&door), u64::from(saved), "{kib} KiB");
        place.grow(&disk, 8_000);
        walk_in(&door, saved).unwrap();
        ask(&door, "close", json!({})).unwrap();
        let door = started_again(&disk, 9);
        sign_in(&door).unwrap();
        assert_eq!(walk_ins(&door), u64::from(saved) + 1, "{kib} KiB");
        let checked = ask(&door, "verify", json!({})).unwrap();
        assert_eq!(checked["ok"], true, "{kib} KiB: {checked}");
    }
    assert!(
        (1..5).contains(&too_small),
        "{too_small}: some disks had no room for a branch, some had"
    );
}

#[test]
fn a_data_folder_that_cannot_be_written_is_told_and_stays_as_it_is() {
    let Some(place) =
        mounts::own("disk::a_data_folder_that_cannot_be_written_is_told_and_stays_as_it_is")
    else {
        return;
    };
    let disk = place.disk("data", 8_000);
    let door = started_again(&disk, 8);
    let key = set_up(&door).unwrap()["recovery_key"].clone();
    walk_in(&door, 0).unwrap();
    let copy = ask(&door, "back_up_now", json!({})).unwrap()["kept"][0]["file"].clone();
    ask(&door, "close", json!({})).unwrap();
    let before = contents(&disk.join("data"));
    place.read_only(&disk);
    let door = started_again(&disk, 9);
    assert_eq!(
        ask(&door, "door_status", json!({})).unwrap()["last_login"],
        ADMIN.0,
        "the door is shown"
    );
    let code = |outcome: Result<Value, Problem>| outcome.unwrap_err().code;
    assert_eq!(code(sign_in(&door)), Code::ReadOnly);
    assert_eq!(
        code(ask(
            &door,
            "recover",
            json!({ "recovery_key": key, "login": ADMIN.0, "new_password": "another password" })
        )),
        Code::ReadOnly
    );
    assert_eq!(
        code(ask(
            &door,
            "restore",
            json!({ "path": copy, "recovery_key": key })
        )),
        Code::ReadOnly
    );
    assert_eq!(contents(&disk.join("data")), before);
}

#[test]
fn a_second_disk_that_cannot_be_written_or_is_full_fails_alone() {
    let Some(place) =
        mounts::own("disk::a_second_disk_that_cannot_be_written_or_is_full_fails_alone")
    else {
        return;
    };
    let (data, stick) = (place.disk("data", 8_000), place.disk("stick", 64));
    let door = started_again(&data, 8);
    set_up(&door).unwrap();
    ask(&door, "set_backup_folder", json!({ "path": stick })).unwrap();
    let code = |outcome: Result<Value, Problem>| outcome.unwrap_err().code;
    assert_eq!(
        code(ask(&door, "back_up_now", json!({}))),
        Code::BackupFolderFull
    );
    walk_in(&door, 0).unwrap();
    place.grow(&stick, 4_000);
    ask(&door, "back_up_now", json!({})).unwrap();
    place.read_only(&stick);
    assert_eq!(
        code(ask(&door, "back_up_now", json!({}))),
        Code::BackupFolderFailed
    );
    assert_eq!(
        code(ask(&door, "set_backup_folder", json!({ "path": stick }))),
        Code::BackupFolderFailed
    );
    let status = ask(&door, "backup_status", json!({})).unwrap();
    assert_eq!(
        (status["kept"].as_array().unwrap().len(), &status["due"]),
        (1, &json!(false)),
        "the good one is still seen"
    );
    walk_in(&door, 1).unwrap();
    assert_eq!(walk_ins(&door), 2);
}
