//! What somebody finds who has the disk: nothing that names anybody.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::support::{ADMIN, Branch, PASSWORD};

/// Whoever and whatever was typed into the branch below. Long enough that no accident has them among random bytes.
const SECRETS: &[&str] = &[
    "赵丽颖",
    "13800138000",
    "38001380",
    "李强",
    "前台小林",
    ADMIN.0,
    "长沙河西店",
    "广汽本田",
    PASSWORD,
    ADMIN.1,
    "湘A8K6Z9",
    "zhaoliying",
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push(path);
        }
    }
    all
}

/// How a text may lie in a file: UTF-8, UTF-16 of either end, digits of hex.
fn spellings(text: &str) -> [Vec<u8>; 4] {
    let wide: Vec<u16> = text.encode_utf16().collect();
    [
        text.into(),
        wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        wide.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        text.bytes()
            .flat_map(|byte| format!("{byte:02x}").into_bytes())
            .collect(),
    ]
}

/// Bytes as a text of as many letters: what searches a text quickly searches any file.
fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// Which of the secrets stand in which files, by content or by name.
fn found(folder: &Path, secrets: &[&str]) -> Vec<String> {
    let mut hits = Vec::new();
    for file in files(folder) {
        let content = letters(&std::fs::read(&file).unwrap());
        let name = file.to_string_lossy().into_owned();
        for secret in secrets {
            let in_content = spellings(secret)
                .iter()
                .any(|spelling| content.contains(&letters(spelling)));
            if in_content || name.contains(secret) {
                hits.push(format!("{secret} in {name}"));
            }
        }
    }
    hits
}

#[test]
fn no_file_of_the_data_folder_names_anybody_while_open_when_closed_or_in_a_backup() {
    let branch = Branch::staffed();
    let owner = branch.staff("李强");
    branch.as_("前台小林");
    let logged = branch.ok(
        "log_walk_in",
        json!({ "fields": { "name": "赵丽颖", "phone": "13800138000", "consultant": owner, "level": "H", "remark": "zhaoliying" } }),
    );
    branch.as_("李强").ok(
        "edit_customer",
        json!({ "id": logged["customer"], "fields": { "plate": "湘A8K6Z9" } }),
    );
    branch.ok("search", json!({ "text": "赵丽颖" }));
    branch.ok("set_pin", json!({ "pin": "482917" }));
    branch.as_(ADMIN.0).ok("back_up_now", json!({}));
    branch.ok("verify", json!({}));

    let data = branch.folder.path().join("data");
    let paper = branch.recovery_key.clone();
    let plain = paper.replace('-', "");
    let secrets: Vec<&str> = SECRETS
        .iter()
        .copied()
        .chain([paper.as_str(), plain.as_str()])
        .collect();
    let names: Vec<String> = files(&data)
        .iter()
        .map(|file| file.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    for there in [
        "forecourt.db",
        "forecourt.db-wal",
        "slots.json",
        "people.sealed",
        "last_login.sealed",
    ] {
        assert!(
            names.iter().any(|name| name == there),
            "{there} is looked through: {names:?}"
        );
    }
    assert!(
        names.iter().any(|name| name.ends_with(".backup")),
        "and a backup: {names:?}"
    );
    let store = std::fs::read(data.join("forecourt.db-wal")).unwrap();
    assert!(
        store.len() > 10_000,
        "what was typed is in the write-ahead file"
    );

    assert_eq!(found(&data, &secrets), Vec::<String>::new(), "while open");
    branch.door.tidy().unwrap();
    assert_eq!(
        found(&data, &secrets),
        Vec::<String>::new(),
        "after tidying"
    );
    branch.door.close().unwrap();
    assert_eq!(found(&data, &secrets), Vec::<String>::new(), "when closed");
    assert_eq!(
        found(&branch.folder.path().join("device"), &secrets),
        Vec::<String>::new(),
        "nor beside the device key"
    );

    // The search itself finds what is there.
    for (n, spelling) in spellings("赵丽颖").iter().enumerate() {
        std::fs::write(data.join("note"), [b"\xff..", spelling.as_slice()].concat()).unwrap();
        assert_eq!(found(&data, &secrets).len(), 1, "spelling {n}");
    }
}
