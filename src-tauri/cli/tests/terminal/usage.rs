//! The line that is typed: help, mistakes, options anywhere, and whose password is used.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::pc::{ADMIN, Pc, Said, ask, keys};

const COMMANDS: &[&str] = &[
    "init", "staff", "import", "search", "today", "backup", "restore", "rebuild", "verify", "demo",
];

#[test]
fn help_tells_every_command_every_option_and_every_exit_code() {
    let pc = Pc::bare();
    let help = pc.run(&["--help"]).done();
    for command in COMMANDS {
        assert!(
            help.lines()
                .any(|line| line.trim_start().starts_with(&format!("{command} "))),
            "{command}: {help}"
        );
        let own = pc.run(&[command, "--help"]).done();
        for option in ["--data", "--as", "--json"] {
            assert!(own.contains(option), "{command} {option}: {own}");
        }
    }
    for words in [
        "0 done",
        "2 usage",
        "3 refused",
        "4 failed",
        "5 broken",
        "FORECOURT_PASSWORD",
    ] {
        assert!(help.contains(words), "{words}: {help}");
    }
    let add = pc.run(&["staff", "add", "--help"]).done();
    for role in [
        "receptionist",
        "consultant",
        "dcc",
        "test_drive",
        "sales_manager",
        "service_advisor",
        "cs_clerk",
        "cs_manager",
        "general_manager",
        "admin",
    ] {
        assert!(add.contains(role), "{role}: {add}");
    }
    assert!(
        pc.run(&["--version"])
            .done()
            .contains(env!("CARGO_PKG_VERSION"))
    );
    assert!(!pc.data().exists(), "asking for help makes nothing");
}

#[test]
fn what_cannot_be_understood_is_a_mistake_of_usage_and_nothing_is_begun() {
    let pc = Pc::bare();
    for line in [
        &[][..],
        &["fly"],
        &["init"],
        &["init", "--branch", "店"],
        &["staff"],
        &["staff", "add", "李强"],
        &["staff", "add", "李强", "--role", "king"],
        &["staff", "add", "--role", "consultant"],
        &["import", "register"],
        &["import", "gossip", "a.csv"],
        &["search"],
        &["today"],
        &["verify", "--loudly"],
        &["demo", "--customers", "many"],
        &["backup", "--to"],
    ] {
        let told = pc.run(line).refused(2);
        assert!(
            told.contains("Usage") || told.contains("--help"),
            "{line:?}: {told}"
        );
    }
    assert!(!pc.data().exists());
}

#[test]
fn options_go_anywhere_on_the_line() {
    let pc = Pc::with_branch();
    let data = pc.data();
    let data = data.to_str().unwrap();
    let staff = |line: &[&str]| {
        let output = pc
            .command(line)
            .env_remove("FORECOURT_DATA")
            .output()
            .unwrap();
        Said::of(output).json()
    };
    let expected = staff(&["staff", "list", "--data", data, "--as", ADMIN, "--json"]);
    assert_eq!(expected[0]["name"], ADMIN);
    assert_eq!(
        staff(&["--json", "--as", ADMIN, "--data", data, "staff", "list"]),
        expected
    );
    assert_eq!(
        staff(&["staff", "--data", data, "--json", "list", "--as", ADMIN]),
        expected
    );
    assert_eq!(
        staff(&["--data", data, "staff", "--as", ADMIN, "list", "--json"]),
        expected
    );
    assert_eq!(
        staff(&["staff", "list", &format!("--data={data}"), "--json"]),
        expected,
        "without a name it is whoever signed in last"
    );
}

#[test]
fn without_a_folder_it_is_the_one_of_this_account() {
    let pc = Pc::bare();
    let output = pc
        .command(&["init", "--branch", "店", "--admin", ADMIN])
        .env_remove("FORECOURT_DATA")
        .output()
        .unwrap();
    Said::of(output).done();
    assert!(
        pc.folder
            .path()
            .join("share")
            .join("Forecourt")
            .join("forecourt.db")
            .exists()
    );
    assert!(!pc.data().exists());
}

#[test]
fn a_wrong_name_or_password_is_refused_in_the_terminals_language_and_as_json() {
    let pc = Pc::with_branch();
    let wrong = |language: &str, words: &[&str]| {
        let output = pc
            .command(words)
            .env("FORECOURT_PASSWORD", "not my password")
            .env("LC_ALL", language)
            .output()
            .unwrap();
        Said::of(output).refused(3)
    };
    let english = wrong("en_US.UTF-8", &["verify"]);
    assert!(
        english.starts_with("The password or the name is not right."),
        "{english}"
    );
    assert_eq!(
        wrong("en_US.UTF-8", &["verify", "--as", "刘备"]),
        english,
        "nobody learns who works here"
    );
    assert!(wrong("zh_CN.UTF-8", &["verify"]).contains("密码"));
    assert!(wrong("zh_TW.UTF-8", &["verify"]).contains("密碼"));
    let told: Value = serde_json::from_str(&wrong("C", &["verify", "--json"])).unwrap();
    assert_eq!(
        told,
        json!({ "code": "wrong_password", "args": {}, "nature": "refused" })
    );
}

#[test]
fn where_no_branch_is_every_command_says_so_and_makes_none() {
    let pc = Pc::bare();
    let sheet = pc.file("a.csv", "日期,姓名\n2026-3-1,王\n");
    for line in [
        &["verify"][..],
        &["rebuild"],
        &["backup"],
        &["search", "赵"],
        &["today", ADMIN],
        &["staff", "list"],
        &["import", "register", &sheet],
        &["restore", "--as", ADMIN],
        &["verify", "--as", ADMIN],
    ] {
        let told = pc.run(line).refused(3);
        assert!(
            told.starts_with("There are no branch data here."),
            "{line:?}: {told}"
        );
    }
    assert!(!pc.data().join("forecourt.db").exists());
}

#[test]
fn without_a_password_and_without_a_terminal_it_says_that_one_is_needed() {
    let pc = Pc::with_branch();
    // Away from the terminal of whoever runs this test, where it would ask.
    let plain = pc.command(&["verify"]);
    let mut command = Command::new("setsid");
    command
        .arg("--wait")
        .arg(plain.get_program())
        .args(plain.get_args())
        .stdin(Stdio::null())
        .env_clear();
    command
        .envs(
            plain
                .get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        )
        .env("PATH", "/usr/bin:/bin")
        .env_remove("FORECOURT_PASSWORD");
    let told = Said::of(command.output().unwrap()).refused(3);
    assert!(told.contains("needs your password"), "{told}");
}

#[test]
fn somebody_signs_in_with_their_own_password_and_has_their_own_rights() {
    let pc = Pc::with_branch();
    let door = pc.open();
    let one_time = pc.add_staff(&door, "李强", &["consultant"]);
    ask(&door, "close", json!({}));
    drop(door);
    let as_li = |words: &[&str]| {
        Said::of(
            pc.command(words)
                .env("FORECOURT_PASSWORD", &one_time)
                .output()
                .unwrap(),
        )
    };
    let day = as_li(&["today", "李强", "--as", "李强", "--json"]).json();
    assert_eq!(
        (&day["staff_name"], keys(&day).contains(&"due")),
        (&json!("李强"), true)
    );
    for line in [
        &["verify", "--as", "李强"][..],
        &["rebuild"],
        &["staff", "add", "王芳", "--role", "admin"],
        &["import", "register", "a.csv"],
        &["today", ADMIN],
    ] {
        let told = as_li(line).refused(3);
        assert!(
            told.starts_with("Your role does not include this."),
            "{line:?}: {told}"
        );
    }
    assert_eq!(
        pc.run(&["staff", "list", "--as", ADMIN]).done(),
        format!("{ADMIN}\tsales_manager,admin\ttrue\n李强\tconsultant\ttrue")
    );
}
