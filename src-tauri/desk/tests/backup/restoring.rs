//! The way back from a copy.

use std::path::PathBuf;

use desk::commands::dispatch;
use desk::door::{Door, Place};
use desk::problem::{Code, Problem};
use serde_json::{Value, json};

use crate::support::{ADMIN, Branch, PASSWORD, place};
use crate::{copy, customer, files, finds, put_aside, with_paper};

fn with_password(file: &str, login: &str, password: &str) -> Value {
    json!({ "path": file, "login": login, "password": password })
}

/// Another PC with nothing on it.
fn bare_machine() -> (Door, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (
        Door::new(Place {
            seed: [9; 32],
            ..place(&folder)
        }),
        folder,
    )
}

fn ask(door: &Door, branch: &Branch, name: &str, ask: Value) -> Result<Value, Problem> {
    dispatch(door, name, ask, branch.now()).map(|reply| reply.answer)
}

#[test]
fn the_paper_brings_a_copy_back_and_what_was_here_is_put_aside_whole() {
    let branch = Branch::new();
    customer(&branch, "赵丽颖", "13800138000");
    let file = copy(&branch);
    branch.later(60);
    customer(&branch, "钱先生", "13900139000");
    branch.ok("restore", with_paper(&branch, &file));
    assert_eq!(branch.ok("door_status", json!({}))["state"], "closed");
    branch.as_(ADMIN.0);
    assert!(
        finds(&branch, "赵丽颖") && !finds(&branch, "钱先生"),
        "as it was when the copy was made"
    );

    let [aside] = &put_aside(&branch)[..] else {
        panic!("one folder: {:?}", put_aside(&branch))
    };
    branch.door.close().unwrap();
    let old = Door::new(Place {
        folder: aside.clone(),
        seed: [9; 32],
        ..place(&branch.folder)
    });
    ask(
        &old,
        &branch,
        "sign_in",
        json!({ "login": ADMIN.0, "password": ADMIN.1 }),
    )
    .unwrap();
    assert_eq!(
        ask(&old, &branch, "search", json!({ "text": "钱先生" })).unwrap()["rows"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(ask(&old, &branch, "verify", json!({})).unwrap()["ok"], true);
}

#[test]
fn a_consultants_password_turns_no_branch_back() {
    let branch = Branch::staffed();
    let file = copy(&branch);
    assert_eq!(
        branch.refused("restore", with_password(&file, "李强", PASSWORD)),
        Code::NotAllowed
    );
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn a_password_of_that_time_brings_a_copy_back_on_the_pc_that_made_it() {
    let branch = Branch::staffed();
    let file = copy(&branch);
    branch.ok(
        "change_password",
        json!({ "old": ADMIN.1, "new": "a newer password" }),
    );
    assert_eq!(
        branch.refused("restore", with_password(&file, ADMIN.0, "a newer password")),
        Code::WrongPassword
    );
    branch.ok("restore", with_password(&file, ADMIN.0, ADMIN.1));
    assert_eq!(
        branch.refused(
            "sign_in",
            json!({ "login": ADMIN.0, "password": "a newer password" })
        ),
        Code::WrongPassword
    );
    branch.as_(ADMIN.0).as_("李强");
}

#[test]
fn a_wrong_key_a_wrong_password_or_none_restores_nothing_and_sends_nobody_out() {
    let branch = Branch::staffed();
    let file = copy(&branch);
    let key = branch.recovery_key.clone();
    let typo = format!(
        "{}{}",
        &key[..key.len() - 1],
        if key.ends_with('0') { '1' } else { '0' }
    );
    customer(&branch, "赵丽颖", "13800138000");
    for (ask, code) in [
        (
            json!({ "path": file, "recovery_key": typo }),
            Code::RecoveryKeyTypo,
        ),
        (
            json!({ "path": file, "recovery_key": Branch::new().recovery_key }),
            Code::RecoveryKeyWrong,
        ),
        (with_password(&file, ADMIN.0, PASSWORD), Code::WrongPassword),
        (with_password(&file, "刘备", PASSWORD), Code::WrongPassword),
        (
            json!({ "path": file, "login": ADMIN.0 }),
            Code::PasswordNeeded,
        ),
        (json!({ "path": file }), Code::PasswordNeeded),
        (
            with_paper(&branch, "/nowhere.backup"),
            Code::BackupUnreadable,
        ),
    ] {
        assert_eq!(branch.refused("restore", ask.clone()), code, "{ask}");
        assert_eq!(
            branch.ok("door_status", json!({}))["me"]["name"],
            ADMIN.0,
            "{code}: the sitting goes on"
        );
    }
    assert!(finds(&branch, "赵丽颖"));
    assert_eq!(put_aside(&branch), Vec::<PathBuf>::new());
}

#[test]
fn a_bare_machine_a_copy_and_the_paper_are_enough() {
    let branch = Branch::staffed();
    customer(&branch, "赵丽颖", "13800138000");
    let file = copy(&branch);
    branch.door.close().unwrap();
    let (door, _folder) = bare_machine();
    assert_eq!(
        ask(
            &door,
            &branch,
            "restore",
            with_password(&file, ADMIN.0, ADMIN.1)
        )
        .unwrap_err()
        .code,
        Code::OtherDevice
    );
    assert_eq!(
        ask(&door, &branch, "door_status", json!({})).unwrap()["state"],
        "empty"
    );
    ask(&door, &branch, "restore", with_paper(&branch, &file)).unwrap();
    assert_eq!(
        ask(&door, &branch, "door_status", json!({})).unwrap()["state"],
        "closed"
    );
    assert_eq!(
        ask(
            &door,
            &branch,
            "sign_in",
            json!({ "login": ADMIN.0, "password": ADMIN.1 })
        )
        .unwrap_err()
        .code,
        Code::OtherDevice
    );
    let recover = json!({ "recovery_key": branch.recovery_key, "login": ADMIN.0, "new_password": "on the new machine" });
    ask(&door, &branch, "recover", recover).unwrap();
    assert_eq!(
        ask(&door, &branch, "search", json!({ "text": "赵丽颖" })).unwrap()["rows"][0]["phone"],
        "138****8000"
    );
    ask(
        &door,
        &branch,
        "log_walk_in",
        json!({ "fields": { "name": "王" } }),
    )
    .unwrap();
    let checked = ask(&door, &branch, "verify", json!({})).unwrap();
    assert_eq!(checked["ok"], true, "{checked}");
    assert_eq!(
        ask(&door, &branch, "backup_status", json!({})).unwrap()["kept"],
        json!([]),
        "and has its own copies from now on"
    );
    ask(&door, &branch, "back_up_now", json!({})).unwrap();
    ask(
        &door,
        &branch,
        "sign_in",
        json!({ "login": "李强", "password": PASSWORD }),
    )
    .unwrap();
}

#[test]
fn a_damaged_copy_is_not_restored_and_the_store_that_is_here_stays() {
    let branch = Branch::new();
    customer(&branch, "赵丽颖", "13800138000");
    let file = copy(&branch);
    let sound = std::fs::read(&file).unwrap();
    let other = branch.folder.path().join("damaged.backup");
    let mut harmed: Vec<(String, Vec<u8>)> = vec![
        ("empty".into(), Vec::new()),
        ("cut off".into(), sound[..sound.len() / 2].to_vec()),
        ("one byte short".into(), sound[..sound.len() - 1].to_vec()),
        ("a letter".into(), "an old letter ".repeat(1_000).into()),
        ("a newer form".into(), {
            let mut newer = sound.clone();
            let at = newer.len() - 160 + 19;
            newer[at] = 2;
            newer
        }),
    ];
    for at in (16..sound.len()).step_by(sound.len() / 24) {
        let mut bytes = sound.clone();
        bytes[at] ^= 1;
        harmed.push((format!("byte {at}"), bytes));
    }
    for (what, bytes) in harmed {
        std::fs::write(&other, &bytes).unwrap();
        let problem = branch
            .call("restore", with_paper(&branch, other.to_str().unwrap()))
            .expect_err(&what);
        let code = problem.code;
        assert!(
            matches!(
                code,
                Code::BackupUnreadable | Code::BackupNotSound | Code::BackupNewer
            ),
            "{what}: {code}"
        );
        branch.as_(ADMIN.0);
        assert!(finds(&branch, "赵丽颖"), "{what}");
        assert_eq!(put_aside(&branch), Vec::<PathBuf>::new(), "{what}");
        assert!(
            !files(&branch.folder.path().join("data"))
                .iter()
                .any(|name| name.starts_with("restore-")),
            "{what}: nothing half-made"
        );
    }
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn the_first_bytes_of_a_copy_are_kept_twice_and_may_be_lost() {
    let branch = Branch::new();
    customer(&branch, "赵丽颖", "13800138000");
    let file = copy(&branch);
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[..16].fill(0);
    std::fs::write(&file, bytes).unwrap();
    branch.ok("restore", with_paper(&branch, &file));
    branch.as_(ADMIN.0);
    assert!(finds(&branch, "赵丽颖"));
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn another_programs_open_store_is_not_replaced() {
    let branch = Branch::new();
    customer(&branch, "赵丽颖", "13800138000");
    let file = copy(&branch);
    let second = Door::new(Place {
        seed: [9; 32],
        ..place(&branch.folder)
    });
    assert_eq!(
        ask(&second, &branch, "restore", with_paper(&branch, &file))
            .unwrap_err()
            .code,
        Code::StoreInUse
    );
    assert!(finds(&branch, "赵丽颖"));
    assert_eq!(put_aside(&branch), Vec::<PathBuf>::new());
}

#[test]
fn what_was_restored_is_the_house_of_that_day_too() {
    let branch = Branch::staffed();
    let file = copy(&branch);
    branch.ok(
        "set_rule",
        json!({ "name": "lock_after_minutes", "value": 99 }),
    );
    branch.ok(
        "add_staff",
        json!({ "name": "新人", "roles": ["consultant"] }),
    );
    branch.ok("restore", with_paper(&branch, &file));
    branch.as_(ADMIN.0);
    assert_eq!(
        branch.ok("house", json!({}))["rules"]["lock_after_minutes"],
        10
    );
    let status = branch.ok("door_status", json!({}));
    assert!(!status["people"].to_string().contains("新人"), "{status}");
    branch.ok(
        "add_staff",
        json!({ "name": "新人", "roles": ["consultant"] }),
    );
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}
