//! A new branch, and the key on paper.

use desk::door::Door;
use desk::problem::Code;
use serde_json::{Value, json};
use store::FILE;
use store::keys::SLOT_FILE;

use crate::support::{ADMIN, Branch, place};
use crate::{ask, names, status};

fn form(change: impl FnOnce(&mut Value)) -> Value {
    let mut form = json!({ "branch": "长沙河西店", "brand": "广汽本田", "admin_name": ADMIN.0, "password": ADMIN.1 });
    change(&mut form);
    form
}

#[test]
fn an_empty_folder_becomes_a_branch_and_its_administrator_is_signed_in() {
    let folder = tempfile::tempdir().unwrap();
    let door = Door::new(place(&folder));
    assert_eq!(
        ask(&door, "door_status", json!({})).unwrap()["state"],
        "empty"
    );
    let key = ask(&door, "set_up_branch", form(|_| ())).unwrap()["recovery_key"].clone();
    assert_eq!(
        key.as_str().unwrap().split('-').count(),
        7,
        "seven groups to copy from the paper"
    );

    let status = ask(&door, "door_status", json!({})).unwrap();
    assert_eq!(
        (&status["state"], &status["branch"], &status["brand"]),
        (&json!("open"), &json!("长沙河西店"), &json!("广汽本田"))
    );
    assert_eq!(status["me"]["name"], ADMIN.0);
    assert_eq!(status["me"]["one_time_password"], false);
    let can = status["me"]["can"].as_array().unwrap();
    for command in ["add_staff", "set_rule", "log_walk_in", "verify"] {
        assert!(can.contains(&json!(command)), "{command}");
    }
    assert!(
        !status.to_string().contains(key.as_str().unwrap()),
        "the paper key is shown once"
    );
}

#[test]
fn what_was_typed_back_from_the_paper_is_compared_letter_by_letter() {
    let branch = Branch::new();
    assert_eq!(status(&branch)["recovery_confirmed"], false);
    let confirm = |key: &str| {
        branch
            .call("confirm_recovery_key", json!({ "recovery_key": key }))
            .map_err(|problem| problem.code)
    };
    let key = &branch.recovery_key;
    let (first, rest) = key.split_at(1);
    let typo = format!("{}{rest}", if first == "0" { "1" } else { "0" });
    assert_eq!(confirm(&typo), Err(Code::RecoveryKeyTypo));
    assert_eq!(confirm(&key[..key.len() - 1]), Err(Code::RecoveryKeyTypo));
    assert_eq!(confirm(""), Err(Code::RecoveryKeyTypo));
    assert_eq!(
        confirm(&Branch::new().recovery_key),
        Err(Code::RecoveryKeyWrong),
        "another branch's paper"
    );
    assert_eq!(status(&branch)["recovery_confirmed"], false);

    confirm(&key.to_lowercase().replace('-', " ")).unwrap();
    assert_eq!(status(&branch)["recovery_confirmed"], true);
    branch.reopen(ADMIN.0);
    assert_eq!(
        status(&branch)["recovery_confirmed"],
        true,
        "and still on the next morning"
    );
}

#[test]
fn the_paper_may_also_be_typed_back_on_another_day() {
    let branch = Branch::new();
    branch.reopen(ADMIN.0);
    branch.ok(
        "confirm_recovery_key",
        json!({ "recovery_key": branch.recovery_key }),
    );
    assert_eq!(status(&branch)["recovery_confirmed"], true);
    branch.door.close().unwrap();
    assert_eq!(
        branch.refused(
            "confirm_recovery_key",
            json!({ "recovery_key": branch.recovery_key })
        ),
        Code::NotSignedIn
    );
}

#[test]
fn names_and_passwords_that_cannot_be_leave_the_folder_empty() {
    let folder = tempfile::tempdir().unwrap();
    let door = Door::new(place(&folder));
    for (change, code) in [
        (json!({ "branch": "  " }), Code::NameMissing),
        (json!({ "branch": "店".repeat(61) }), Code::TextTooLong),
        (json!({ "admin_name": "" }), Code::NameMissing),
        (json!({ "admin_name": "周".repeat(41) }), Code::TextTooLong),
        (json!({ "password": "ninechars" }), Code::PasswordTooShort),
        (
            json!({ "password": "x".repeat(10_000) }),
            Code::PasswordTooLong,
        ),
        (
            json!({ "admin_name": "administrator", "password": "administrator" }),
            Code::PasswordIsLogin,
        ),
        (json!({ "colour": "red" }), Code::BadRequest),
    ] {
        let form = form(|form| {
            form.as_object_mut()
                .unwrap()
                .extend(change.as_object().unwrap().clone())
        });
        assert_eq!(
            ask(&door, "set_up_branch", form).unwrap_err().code,
            code,
            "{change}"
        );
        assert_eq!(
            ask(&door, "door_status", json!({})).unwrap()["state"],
            "empty",
            "{change}"
        );
        assert_eq!(
            std::fs::read_dir(folder.path().join("data"))
                .unwrap()
                .count(),
            0,
            "{change}"
        );
    }
    ask(&door, "set_up_branch", form(|_| ())).unwrap();
}

#[test]
fn a_second_branch_is_not_set_up_over_the_first() {
    let branch = Branch::staffed();
    assert_eq!(
        branch.refused("set_up_branch", form(|_| ())),
        Code::StoreExists
    );
    branch.door.close().unwrap();
    assert_eq!(
        branch.refused("set_up_branch", form(|_| ())),
        Code::StoreExists
    );
    branch.as_("李强");
    assert_eq!(names(&status(&branch)).len(), 5);
}

#[test]
fn a_folder_whose_key_file_is_damaged_or_newer_is_closed_and_is_not_taken_for_an_empty_one() {
    type Harm = fn(&str) -> String;
    let harms: [(Harm, Code); 3] = [
        (|_| "not a key file".into(), Code::SlotsDamaged),
        (|_| String::new(), Code::SlotsDamaged),
        (
            |text| text.replacen("\"version\": 1", "\"version\": 2", 1),
            Code::StoreNewer,
        ),
    ];
    for (harm, code) in harms {
        let branch = Branch::new();
        branch.door.close().unwrap();
        let data = branch.folder.path().join("data");
        for name in [SLOT_FILE.to_owned(), format!("{SLOT_FILE}.1")] {
            let text = std::fs::read_to_string(data.join(&name)).unwrap();
            std::fs::write(data.join(&name), harm(&text)).unwrap();
        }
        let store = std::fs::read(data.join(FILE)).unwrap();
        assert_eq!(status(&branch)["state"], "closed");
        assert_eq!(
            branch.refused("sign_in", json!({ "login": ADMIN.0, "password": ADMIN.1 })),
            code
        );
        assert_eq!(
            branch.refused("set_up_branch", form(|_| ())),
            code,
            "nothing is set up over it"
        );
        assert_eq!(
            std::fs::read(data.join(FILE)).unwrap(),
            store,
            "{code}: untouched, and under its name"
        );
    }
}

#[test]
fn a_key_file_that_was_lost_or_damaged_is_replaced_by_its_copy() {
    for lost in [true, false] {
        let branch = Branch::staffed();
        branch.door.close().unwrap();
        let file = branch.folder.path().join("data").join(SLOT_FILE);
        if lost {
            std::fs::remove_file(&file).unwrap();
        } else {
            std::fs::write(&file, "{").unwrap();
        }
        let seen = status(&branch);
        assert_eq!(seen["state"], "closed", "a branch is here");
        assert_eq!(names(&seen).len(), 5);
        branch.as_("李强");
        assert!(
            std::fs::read_to_string(&file)
                .unwrap()
                .contains("\"users\""),
            "made whole again"
        );
    }
}

#[test]
fn what_is_left_of_a_set_up_that_was_cut_off_is_kept_aside_whole() {
    let branch = Branch::new();
    let data = branch.folder.path().join("data");
    let left: Vec<(String, Vec<u8>)> = [FILE.to_owned(), format!("{FILE}-wal")]
        .map(|name| (name.clone(), std::fs::read(data.join(&name)).unwrap()))
        .into();
    drop(branch.door);
    std::fs::remove_dir_all(&data).unwrap();
    let folder = branch.folder;
    let door = Door::new(place(&folder));
    for (name, bytes) in &left {
        std::fs::write(data.join(name), bytes).unwrap();
    }
    assert_eq!(
        ask(&door, "door_status", json!({})).unwrap()["state"],
        "empty",
        "nobody has a key to it"
    );
    ask(&door, "set_up_branch", form(|_| ())).unwrap();
    let kept: Vec<Vec<u8>> = ["", "-wal"]
        .map(|end| std::fs::read(data.join(format!("{FILE}.unfinished-1{end}"))).unwrap())
        .into();
    assert_eq!(
        kept,
        left.into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>()
    );
    assert_eq!(ask(&door, "verify", json!({})).unwrap()["ok"], true);
}
