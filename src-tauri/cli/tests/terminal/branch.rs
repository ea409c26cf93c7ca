//! A branch set up and looked after without a window.

use serde_json::{Value, json};

use crate::pc::{ADMIN, Pc, Said, ask, keys};

const INIT: &[&str] = &["init", "--branch", "长沙河西店", "--admin", ADMIN];

/// 李强 with a customer whose call is late, and one whose call is due.
fn with_customers(pc: &Pc) -> String {
    let door = pc.open();
    let one_time = pc.add_staff(&door, "李强", &["consultant"]);
    let staff = ask(&door, "staff_list", json!({}));
    let li = staff
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["name"] == "李强")
        .unwrap()["id"]
        .clone();
    for (name, phone, owner) in [
        ("赵丽颖", "13800138000", &li),
        ("钱伟", "13900139000", &Value::Null),
    ] {
        ask(
            &door,
            "add_customer",
            json!({ "fields": { "name": name }, "phone": phone, "level": "H", "owner": owner }),
        );
    }
    one_time
}

#[test]
fn init_prints_the_recovery_key_and_nothing_else() {
    let pc = Pc::bare();
    let key = pc.run(INIT).done();
    assert_eq!(key.lines().count(), 1);
    assert_eq!(
        key.split('-').map(str::len).collect::<Vec<_>>(),
        [4; 7],
        "seven groups of four"
    );
    let told = pc.run(INIT).refused(3);
    assert!(
        told.starts_with("A branch is set up on this PC already."),
        "{told}"
    );
    assert!(!pc.run(&["staff", "list"]).done().contains(&key));
}

#[test]
fn init_in_json_names_branch_administrator_and_key() {
    let pc = Pc::bare();
    let told = pc
        .run(&[INIT, &["--json", "--brand", "广汽本田"]].concat())
        .json();
    assert_eq!(keys(&told), ["admin", "branch", "recovery_key"]);
    assert_eq!(
        (&told["admin"], &told["branch"]),
        (&json!(ADMIN), &json!("长沙河西店"))
    );
    let door = pc.open();
    let status = ask(&door, "door_status", json!({}));
    assert_eq!(
        (&status["branch"], &status["brand"]),
        (&json!("长沙河西店"), &json!("广汽本田"))
    );
    ask(
        &door,
        "confirm_recovery_key",
        json!({ "recovery_key": told["recovery_key"] }),
    );
}

#[test]
fn init_takes_no_password_that_is_too_short_and_leaves_the_folder_empty() {
    let pc = Pc::bare();
    let output = pc
        .command(INIT)
        .env("FORECOURT_PASSWORD", "ninechars")
        .output()
        .unwrap();
    let told = Said::of(output).refused(3);
    assert!(
        told.starts_with("A password needs at least 10 characters"),
        "{told}"
    );
    pc.run(INIT).done();
}

#[test]
fn staff_add_prints_a_one_time_password_that_signs_in() {
    let pc = Pc::with_branch();
    let line = pc
        .run(&[
            "staff",
            "add",
            "李强",
            "--role",
            "consultant,receptionist",
            "--as",
            ADMIN,
        ])
        .done();
    let (name, one_time) = line.split_once(": ").unwrap();
    assert_eq!(name, "李强");
    let added = pc
        .run(&[
            "staff",
            "add",
            "王芳",
            "--role",
            "dcc",
            "--role",
            "test_drive",
            "--json",
        ])
        .json();
    assert_eq!(added["staff"]["roles"], json!(["dcc", "test_drive"]));
    assert!(added["one_time_password"].as_str().unwrap().len() >= 10);
    let output = pc
        .command(&["today", "李强", "--as", "李强"])
        .env("FORECOURT_PASSWORD", one_time)
        .output()
        .unwrap();
    Said::of(output).done();
    let told = pc
        .run(&[
            "staff",
            "add",
            "李强",
            "--role",
            "consultant",
            "--as",
            ADMIN,
        ])
        .refused(3);
    assert!(told.starts_with("There is a “李强” already."), "{told}");
}

#[test]
fn search_lists_masked_numbers_in_the_form_that_scripts_know() {
    let pc = Pc::with_branch();
    let one_time = with_customers(&pc);
    let found = pc.run(&["search", "zly", "--json"]).json();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(
        keys(&found[0]),
        ["id", "last_contact", "level", "name", "owner", "phone"]
    );
    assert_eq!(
        (
            &found[0]["name"],
            &found[0]["phone"],
            &found[0]["owner"],
            &found[0]["level"]
        ),
        (
            &json!("赵丽颖"),
            &json!("138****8000"),
            &json!("李强"),
            &json!("H")
        )
    );
    let line = pc.run(&["search", "138 0013"]).done();
    assert_eq!(line, "赵丽颖\t138****8000\t李强\tH");
    assert_eq!(pc.run(&["search", "孙", "--json"]).done(), "[]");
    assert_eq!(pc.run(&["search", "孙"]).done(), "");

    let as_li = |words: &[&str]| {
        Said::of(
            pc.command(words)
                .env("FORECOURT_PASSWORD", &one_time)
                .output()
                .unwrap(),
        )
        .done()
    };
    assert!(as_li(&["search", "赵", "--as", "李强"]).contains("138****8000"));
}

#[test]
fn a_consultant_finds_nobody_elses_customer_and_a_whole_number_tells_whose_it_is() {
    let pc = Pc::with_branch();
    with_customers(&pc);
    let door = pc.open();
    let one_time = pc.add_staff(&door, "王芳", &["consultant"]);
    ask(&door, "close", json!({}));
    let as_wang = |words: &[&str]| {
        Said::of(
            pc.command(words)
                .env("FORECOURT_PASSWORD", &one_time)
                .output()
                .unwrap(),
        )
        .done()
    };
    assert_eq!(
        as_wang(&["search", "赵丽颖", "--as", "王芳", "--json"]),
        "[]"
    );
    assert_eq!(as_wang(&["search", "13800138000"]), "138****8000\t李强");
}

#[test]
fn today_lists_the_cards_of_one_person() {
    let pc = Pc::with_branch();
    with_customers(&pc);
    let day = pc.run(&["today", "李强", "--json"]).json();
    assert_eq!(
        (&day["staff_name"], &day["upcoming"][0]["customer_name"]),
        (&json!("李强"), &json!("赵丽颖"))
    );
    assert_eq!(
        day["upcoming"][0]["phone"], "138****8000",
        "masked here too"
    );
    assert_eq!(
        pc.run(&["today", "李强"]).done(),
        "",
        "nothing is due on the day itself"
    );
    let told = pc.run(&["today", "刘备"]).refused(3);
    assert!(
        told.starts_with("Nobody of this name works here."),
        "{told}"
    );
}

#[test]
fn verify_tells_every_check_and_rebuild_changes_nothing() {
    let pc = Pc::with_branch();
    with_customers(&pc);
    let checked = pc.run(&["verify", "--json"]).json();
    assert_eq!(keys(&checked), ["checks", "ok", "ops"]);
    assert_eq!(
        keys(&checked["checks"]),
        ["cipher", "log_chain", "projections", "quick_check"]
    );
    assert_eq!(checked["ok"], true);
    for (name, check) in checked["checks"].as_object().unwrap() {
        assert_eq!(check["ok"], true, "{name}");
    }
    let rebuilt = pc.run(&["rebuild", "--json"]).json();
    assert_eq!(rebuilt, json!({ "ops": checked["ops"] }));
    assert_eq!(
        pc.run(&["rebuild"]).done(),
        format!("{} ops", checked["ops"])
    );
    assert_eq!(pc.run(&["verify", "--json"]).json(), checked);
    let lines = pc.run(&["verify"]).done();
    assert_eq!(
        lines.lines().collect::<Vec<_>>(),
        [
            "cipher: ok",
            "log_chain: ok",
            "projections: ok",
            "quick_check: ok"
        ]
    );
}

#[test]
fn verify_of_a_damaged_store_fails_and_says_what_to_do() {
    let pc = Pc::with_branch();
    with_customers(&pc);
    let file = pc.data().join("forecourt.db");
    let sound = std::fs::read(&file).unwrap();
    let mut reports = 0;
    for part in 1..6 {
        let mut damaged = sound.clone();
        damaged[sound.len() / 6 * part] ^= 1;
        std::fs::write(&file, &damaged).unwrap();
        let said = pc.run(&["verify", "--json"]);
        assert_eq!(said.code, 4, "{said:?}");
        let problem: Value = serde_json::from_str(&said.err).unwrap();
        assert_eq!(
            (&problem["code"], &problem["nature"]),
            (&json!("store_damaged"), &json!("failed"))
        );
        // Where the store could be opened at all, every check tells what it found.
        if !said.out.is_empty() {
            let told: Value = serde_json::from_str(&said.out).unwrap();
            assert_eq!(
                (&told["ok"], &told["checks"]["cipher"]["ok"]),
                (&json!(false), &json!(false))
            );
            reports += 1;
        }
    }
    assert!(reports > 0);
    let said = pc.run(&["verify"]);
    assert!(
        said.err
            .starts_with("The data file is damaged. Delete nothing."),
        "{said:?}"
    );
}

#[test]
fn a_file_that_is_no_store_fails_with_a_sentence() {
    let pc = Pc::with_branch();
    let file = pc.data().join("forecourt.db");
    for content in ["", "a letter to the manager"] {
        std::fs::write(&file, content).unwrap();
        let told = pc.run(&["verify"]).refused(4);
        assert!(told.starts_with("The data file does not open"), "{told}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), content);
    }
}
