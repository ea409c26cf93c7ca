//! When a copy is made, where, and how many stay.

use std::path::PathBuf;

use desk::problem::Code;
use serde_json::{Value, json};

use crate::support::Branch;
use crate::{copy, files};

fn status(branch: &Branch) -> Value {
    branch.ok("backup_status", json!({}))
}

/// A second disk.
fn chosen(branch: &Branch) -> PathBuf {
    let folder = branch.folder.path().join("second disk");
    std::fs::create_dir_all(&folder).unwrap();
    branch.ok("set_backup_folder", json!({ "path": folder }));
    folder
}

#[test]
fn a_copy_is_due_when_there_is_none_of_the_last_twenty_four_hours() {
    let branch = Branch::new();
    assert_eq!(
        (&status(&branch)["due"], &status(&branch)["chosen"]),
        (&json!(true), &json!(false))
    );
    assert!(branch.door.back_up_if_due(branch.now()).unwrap());
    let first = status(&branch);
    assert_eq!(
        (&first["due"], &first["last"]),
        (&json!(false), &json!(branch.now().moment().0))
    );
    assert_eq!(
        first["last_bytes"],
        std::fs::metadata(first["kept"][0]["file"].as_str().unwrap())
            .unwrap()
            .len()
    );
    branch.later(24 * 60 - 1);
    assert!(!branch.door.back_up_if_due(branch.now()).unwrap());
    branch.later(1);
    assert_eq!(status(&branch)["due"], true);
    assert!(branch.door.back_up_if_due(branch.now()).unwrap());
    assert_eq!(status(&branch)["kept"].as_array().unwrap().len(), 2);
}

#[test]
fn it_is_made_while_the_screen_is_locked_and_not_while_the_store_is_closed() {
    let branch = Branch::new();
    branch.ok("lock", json!({}));
    assert!(branch.door.back_up_if_due(branch.now()).unwrap());
    branch.later(48 * 60);
    branch.door.close().unwrap();
    assert!(!branch.door.back_up_if_due(branch.now()).unwrap());
}

#[test]
fn a_clock_that_once_ran_ahead_puts_off_no_copy() {
    let branch = Branch::new();
    branch.at("2027-03-01", "09:00");
    assert!(branch.door.back_up_if_due(branch.now()).unwrap());
    branch.at("2026-03-02", "09:00");
    assert!(branch.door.back_up_if_due(branch.now()).unwrap());
    assert!(!branch.door.back_up_if_due(branch.now()).unwrap());
}

#[test]
fn the_last_four_stay() {
    let branch = Branch::new();
    let folder = chosen(&branch);
    std::fs::write(folder.join("holiday.jpg"), b"not ours").unwrap();
    let mut made = Vec::new();
    for day in [
        "2026-03-01",
        "2026-03-02",
        "2026-03-03",
        "2026-03-04",
        "2026-03-05",
        "2026-03-06",
    ] {
        branch.at(day, "18:00");
        made.push(copy(&branch));
    }
    let kept: Vec<String> = status(&branch)["kept"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["file"].as_str().unwrap().to_owned())
        .collect();
    made.reverse();
    assert_eq!(kept, made[..4]);
    assert_eq!(
        files(&folder).len(),
        5,
        "and what is not ours: {:?}",
        files(&folder)
    );
}

#[test]
fn a_folder_that_is_not_there_or_cannot_be_written_is_told_when_it_is_chosen() {
    let branch = Branch::new();
    let folder = chosen(&branch);
    let missing = branch.folder.path().join("no stick");
    assert_eq!(
        branch.refused("set_backup_folder", json!({ "path": missing })),
        Code::BackupFolderMissing
    );
    let file = branch.folder.path().join("a file");
    std::fs::write(&file, b"").unwrap();
    assert_eq!(
        branch.refused("set_backup_folder", json!({ "path": file })),
        Code::BackupFolderMissing
    );
    #[cfg(target_os = "linux")]
    assert_eq!(
        branch.refused("set_backup_folder", json!({ "path": "/proc" })),
        Code::BackupFolderFailed
    );
    assert_eq!(
        status(&branch)["folder"],
        folder.display().to_string(),
        "the former choice stays"
    );
    let back = branch.ok("set_backup_folder", json!({ "path": null }));
    assert_eq!(back["chosen"], false);
    assert_eq!(
        files(&folder),
        Vec::<String>::new(),
        "trying it out left nothing behind"
    );
}

#[test]
fn a_stick_that_was_pulled_out_is_told_and_when_it_is_back_all_is_well() {
    let branch = Branch::new();
    let folder = chosen(&branch);
    copy(&branch);
    let away = branch.folder.path().join("in a drawer");
    std::fs::rename(&folder, &away).unwrap();
    branch.later(48 * 60);
    let problem = branch.call("back_up_now", json!({})).unwrap_err();
    assert_eq!(problem.code, Code::BackupFolderMissing);
    assert_eq!(
        branch.door.back_up_if_due(branch.now()).unwrap_err().code,
        Code::BackupFolderMissing
    );
    let told = status(&branch);
    assert_eq!(
        (&told["due"], &told["problem"]["code"], &told["kept"]),
        (&json!(true), &json!("backup_folder_missing"), &json!([]))
    );
    assert!(
        !folder.exists(),
        "no folder is made where a disk is missing"
    );
    branch.ok("log_walk_in", json!({ "fields": { "name": "王" } }));
    std::fs::rename(&away, &folder).unwrap();
    copy(&branch);
    assert_eq!(status(&branch)["kept"].as_array().unwrap().len(), 2);
}

#[test]
fn everybody_may_make_a_copy_and_administrators_say_where() {
    let branch = Branch::staffed();
    let folder = chosen(&branch);
    branch.as_("前台小林");
    assert!(copy(&branch).starts_with(folder.to_str().unwrap()));
    assert_eq!(
        branch.refused("set_backup_folder", json!({ "path": null })),
        Code::NotAllowed
    );
}

#[test]
fn a_copy_cut_off_in_the_folder_is_not_offered() {
    let branch = Branch::new();
    let first = copy(&branch);
    branch.later(60);
    let second = copy(&branch);
    std::fs::write(&second, b"forecourt-backup").unwrap();
    let kept = status(&branch)["kept"].clone();
    assert_eq!(
        (kept.as_array().unwrap().len(), &kept[0]["file"]),
        (1, &json!(first))
    );
}
