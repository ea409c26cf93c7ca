//! A second program, and files that are not what they should be.

use std::path::PathBuf;

use desk::problem::Code;
use serde_json::{Value, json};
use store::FILE;
use store::keys::SLOT_FILE;

use crate::support::{ADMIN, Branch};
use crate::{contents, started_again};

fn admin() -> Value {
    json!({ "login": ADMIN.0, "password": ADMIN.1 })
}

/// A closed branch with a customer, and where its files are.
fn closed() -> (Branch, PathBuf) {
    let branch = Branch::new();
    for n in 0..40 {
        let phone = format!("138{n:08}");
        branch.ok(
            "add_customer",
            json!({ "fields": { "name": format!("赵{n}") }, "phone": phone, "level": "H" }),
        );
    }
    branch.door.close().unwrap();
    let data = branch.folder.path().join("data");
    (branch, data)
}

#[test]
fn a_second_program_is_told_that_the_first_has_the_store_and_disturbs_nothing() {
    let branch = Branch::new();
    let second = started_again(branch.folder.path(), 8);
    let ask = |name: &str, ask: Value| {
        desk::commands::dispatch(&second, name, ask, branch.now())
            .map(|reply| reply.answer)
            .map_err(|problem| problem.code)
    };
    assert_eq!(
        ask("door_status", json!({})).unwrap()["last_login"],
        ADMIN.0,
        "it may look at the door"
    );
    assert_eq!(ask("sign_in", admin()), Err(Code::StoreInUse));
    let recover = json!({ "recovery_key": branch.recovery_key, "login": ADMIN.0, "new_password": "another password" });
    assert_eq!(ask("recover", recover), Err(Code::StoreInUse));
    assert_eq!(
        ask(
            "sign_in",
            json!({ "login": ADMIN.0, "password": "not my password" })
        ),
        Err(Code::WrongPassword)
    );
    branch.ok("log_walk_in", json!({ "fields": { "name": "王" } }));
    branch.door.close().unwrap();
    ask("sign_in", admin()).unwrap();
    assert_eq!(
        branch.refused("sign_in", admin()),
        Code::StoreInUse,
        "now it is the other way round"
    );
    ask("verify", json!({})).unwrap();
}

#[test]
fn a_file_that_is_no_store_is_told_as_such_and_left_as_it_is() {
    let (branch, data) = closed();
    let file = data.join(FILE);
    let sound = std::fs::read(&file).unwrap();
    let others_store = {
        let other = Branch::new();
        other.door.close().unwrap();
        std::fs::read(other.folder.path().join("data").join(FILE)).unwrap()
    };
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.extend([16, 0, 1, 1, 0, 64, 32, 32]);
    plain.resize(8_192, 0);
    for (what, content) in [
        ("nothing at all", Vec::new()),
        ("a letter", "尊敬的总经理：".repeat(2_000).into_bytes()),
        ("zeroes", vec![0; 8_192]),
        ("a plain database", plain),
        ("another branch's store", others_store),
    ] {
        std::fs::write(&file, &content).unwrap();
        let before = contents(&data);
        assert_eq!(
            branch.refused("sign_in", admin()),
            Code::NotAStore,
            "{what}"
        );
        assert_eq!(
            branch.ok("door_status", json!({}))["state"],
            "closed",
            "{what}"
        );
        let after = contents(&data);
        assert_eq!(
            after.iter().find(|(path, _)| *path == file),
            before.iter().find(|(path, _)| *path == file),
            "{what}"
        );
        assert_eq!(after.len(), before.len(), "{what}: nothing beside it");
    }
    std::fs::remove_file(&file).unwrap();
    assert_eq!(branch.refused("sign_in", admin()), Code::StoreMissing);
    assert!(!file.exists(), "no new store is made in its place");
    std::fs::write(&file, &sound).unwrap();
    branch.as_(ADMIN.0);
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn a_damaged_page_is_told_and_the_file_is_kept_for_whoever_mends_it() {
    let (branch, data) = closed();
    branch.as_(ADMIN.0);
    let copy = branch.ok("back_up_now", json!({}))["kept"][0]["file"].clone();
    branch.door.close().unwrap();
    let file = data.join(FILE);
    let sound = std::fs::read(&file).unwrap();
    let pages = sound.len() / 4_096;
    assert!(pages > 20);
    let mut noticed_on_opening = 0;
    for page in (0..pages).step_by(pages / 12) {
        let mut damaged = sound.clone();
        damaged[page * 4_096 + 1_000] ^= 1;
        std::fs::write(&file, &damaged).unwrap();
        match branch.call("sign_in", admin()) {
            Err(problem) => {
                assert!(
                    matches!(problem.code, Code::StoreDamaged | Code::StoreOtherKey),
                    "page {page}: {problem}"
                );
                assert_eq!(branch.ok("door_status", json!({}))["state"], "closed");
                assert!(
                    std::fs::read(&file).unwrap() == damaged,
                    "page {page}: not one byte more is changed"
                );
                noticed_on_opening += 1;
            }
            Ok(_) => {
                let checked = branch.ok("verify", json!({}));
                assert_eq!(
                    (&checked["ok"], &checked["checks"]["cipher"]["ok"]),
                    (&json!(false), &json!(false)),
                    "page {page}"
                );
                if let Err(problem) = branch.call("customers", json!({ "limit": 500 })) {
                    assert_eq!(problem.code, Code::StoreDamaged, "page {page}");
                }
                let problem = branch
                    .call("back_up_now", json!({}))
                    .expect_err("no copy is made of what is damaged");
                assert!(
                    matches!(problem.code, Code::StoreDamaged | Code::BackupNotSound),
                    "page {page}: {problem}"
                );
                branch.door.close().unwrap();
            }
        }
    }
    assert!(noticed_on_opening > 0, "the first page");
    branch.ok(
        "restore",
        json!({ "path": copy, "recovery_key": branch.recovery_key }),
    );
    branch.as_(ADMIN.0);
    assert_eq!(branch.ok("customers", json!({}))["total"], 40);
    assert_eq!(branch.ok("verify", json!({}))["ok"], true);
}

#[test]
fn a_store_that_a_newer_version_wrote_is_left_alone() {
    let (branch, data) = closed();
    for name in [SLOT_FILE.to_owned(), format!("{SLOT_FILE}.1")] {
        let text = std::fs::read_to_string(data.join(&name)).unwrap();
        std::fs::write(
            data.join(&name),
            text.replacen("\"version\": 1", "\"version\": 2", 1),
        )
        .unwrap();
    }
    let before = contents(&data);
    assert_eq!(branch.refused("sign_in", admin()), Code::StoreNewer);
    let recover = json!({ "recovery_key": branch.recovery_key, "login": ADMIN.0, "new_password": "another password" });
    assert_eq!(branch.refused("recover", recover), Code::StoreNewer);
    assert_eq!(contents(&data), before);
}

#[cfg(unix)]
#[test]
fn a_folder_that_other_accounts_can_change_is_not_opened() {
    use std::os::unix::fs::PermissionsExt;
    let (branch, data) = closed();
    let open_to =
        |mode: u32| std::fs::set_permissions(&data, std::fs::Permissions::from_mode(mode)).unwrap();
    open_to(0o777);
    assert_eq!(branch.refused("sign_in", admin()), Code::FolderOpenToOthers);
    open_to(0o700);
    branch.as_(ADMIN.0);
}

#[cfg(unix)]
#[test]
fn a_new_data_folder_is_for_this_account_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let door = started_again(folder.path(), 8);
    let form = json!({ "branch": "店", "brand": "", "admin_name": ADMIN.0, "password": ADMIN.1 });
    desk::commands::dispatch(
        &door,
        "set_up_branch",
        form,
        desk::now::Now(crate::support::moment("2026-03-01", "09:00")),
    )
    .unwrap();
    let mode = |path: PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o077;
    assert_eq!(mode(folder.path().join("data")), 0);
    assert_eq!(mode(folder.path().join("device").join("device-key")), 0);
}
