//! Copies, and the way back, by a script.

use serde_json::{Value, json};

use crate::pc::{ADMIN, Pc, Said, ask};

fn customer(pc: &Pc, name: &str, phone: &str) {
    ask(
        &pc.open(),
        "add_customer",
        json!({ "fields": { "name": name }, "phone": phone, "level": "H" }),
    );
}

fn finds(pc: &Pc, name: &str) -> bool {
    pc.run(&["search", name, "--json"]).json() != json!([])
}

#[test]
fn a_copy_is_made_where_it_was_asked_for_and_the_latest_is_brought_back() {
    let pc = Pc::with_branch();
    customer(&pc, "赵丽颖", "13800138000");
    std::fs::create_dir(pc.folder.path().join("stick")).unwrap();
    // Relative to where it is typed, and remembered as what it means.
    let file = pc.run(&["backup", "--to", "stick"]).done();
    assert!(
        file.starts_with(pc.folder.path().join("stick").to_str().unwrap()),
        "{file}"
    );
    assert!(std::fs::metadata(&file).unwrap().len() > 50_000);
    let again = pc.run(&["backup", "--json"]).json();
    assert!(
        again["file"]
            .as_str()
            .unwrap()
            .starts_with(pc.folder.path().join("stick").to_str().unwrap()),
        "{again}"
    );
    assert!(again["at"].is_i64() && again["bytes"].is_u64(), "{again}");

    customer(&pc, "钱伟", "13900139000");
    let restored = pc.run(&["restore", "--as", ADMIN, "--json"]).json();
    assert_eq!(restored, json!({ "restored": again["file"] }));
    assert!(finds(&pc, "赵丽颖") && !finds(&pc, "钱伟"));
    assert_eq!(pc.run(&["verify", "--json"]).json()["ok"], true);
}

#[test]
fn a_folder_that_is_not_there_is_refused_and_no_copy_is_a_reason_too() {
    let pc = Pc::with_branch();
    let told = pc.run(&["backup", "--to", "no stick"]).refused(3);
    assert!(
        told.starts_with("The backup folder is not there."),
        "{told}"
    );
    std::fs::create_dir(pc.folder.path().join("stick")).unwrap();
    ask(
        &pc.open(),
        "set_backup_folder",
        json!({ "path": pc.folder.path().join("stick") }),
    );
    let told = pc.run(&["restore"]).refused(3);
    assert!(
        told.starts_with("There is no backup in that folder yet."),
        "{told}"
    );
}

#[test]
fn a_wrong_key_or_password_restores_nothing() {
    let pc = Pc::with_branch();
    let file = pc.run(&["backup"]).done();
    customer(&pc, "赵丽颖", "13800138000");
    let with = |variable: &str, value: &str, words: &[&str]| {
        Said::of(pc.command(words).env(variable, value).output().unwrap())
    };
    let told = with("FORECOURT_PASSWORD", "not my password", &["restore", &file]).refused(3);
    assert!(
        told.starts_with("The password or the name is not right."),
        "{told}"
    );
    let told = with("FORECOURT_RECOVERY_KEY", "1234-5678", &["restore", &file]).refused(3);
    assert!(
        told.starts_with("The recovery key has a typing mistake."),
        "{told}"
    );
    let told = with(
        "FORECOURT_RECOVERY_KEY",
        &Pc::with_branch().recovery_key,
        &["restore", &file],
    )
    .refused(3);
    assert!(
        told.starts_with("This recovery key is not this branch's."),
        "{told}"
    );
    let no_copy = pc.file("letter.backup", "a letter");
    let told = with(
        "FORECOURT_RECOVERY_KEY",
        &pc.recovery_key,
        &["restore", &no_copy],
    )
    .refused(4);
    assert!(told.starts_with("This backup cannot be read"), "{told}");
    assert!(finds(&pc, "赵丽颖"));
}

#[test]
fn on_a_bare_machine_the_paper_brings_the_branch_back() {
    let pc = Pc::with_branch();
    customer(&pc, "赵丽颖", "13800138000");
    let file = pc.run(&["backup"]).done();
    let bare = Pc::bare();
    let told = bare.run(&["restore", &file, "--as", ADMIN]).refused(3);
    assert!(
        told.starts_with("The data folder was copied from another PC"),
        "the password is of no use here: {told}"
    );
    assert!(!bare.data().join("forecourt.db").exists());
    let output = bare
        .command(&["restore", &file])
        .env("FORECOURT_RECOVERY_KEY", pc.recovery_key.to_lowercase())
        .output()
        .unwrap();
    assert_eq!(Said::of(output).done(), file);
    let told = bare.run(&["verify", "--as", ADMIN, "--json"]).refused(3);
    assert_eq!(
        serde_json::from_str::<Value>(&told).unwrap()["code"],
        "other_device"
    );

    let door = bare.door();
    let recover = json!({ "recovery_key": pc.recovery_key, "login": ADMIN, "new_password": crate::pc::PASSWORD });
    ask(&door, "recover", recover);
    ask(&door, "close", json!({}));
    drop(door);
    assert!(finds(&bare, "赵丽颖"));
    assert_eq!(bare.run(&["verify", "--json"]).json()["ok"], true);
}
