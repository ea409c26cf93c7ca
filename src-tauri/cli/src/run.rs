//! Carrying a command out, through the desk.

use std::path::Path;

use desk::commands::dispatch;
use desk::door::{Door, MakeDemo, Restore, SetUpBranch, SignIn};
use desk::problem::{Code, Outcome, Problem};
use serde_json::{Value, json};

use crate::args::{Args, Command, ImportKind, StaffCommand};
use crate::clock;
use crate::outside::{absolute, door, password, recovery_key};
use crate::report::answer;

/// Does what was typed.
pub fn run(args: &Args) -> Outcome<()> {
    let door = door(args.data.as_deref())?;
    let done = carry_out(&door, args);
    // Seals the log's tail; a problem before is the one to tell.
    let closed = door.close();
    done.and(closed)
}

fn carry_out(door: &Door, args: &Args) -> Outcome<()> {
    match &args.command {
        Command::Init {
            branch,
            admin,
            brand,
        } => init(door, args, branch, admin, brand),
        Command::Demo { customers, seed } => demo(door, args, *customers, *seed),
        Command::Restore { file, recovery_key } => {
            restore(door, args, file.as_deref(), *recovery_key)
        }
        signed_in => {
            sign_in(door, args)?;
            inside(door, args, signed_in)
        }
    }
}

fn inside(door: &Door, args: &Args, command: &Command) -> Outcome<()> {
    let call =
        |name: &str, ask: Value| dispatch(door, name, ask, clock::now()).map(|reply| reply.answer);
    match command {
        Command::Staff {
            command: StaffCommand::Add { name, role },
        } => {
            let added = call("add_staff", json!({ "name": name, "roles": role }))?;
            answer(args.json, &added, || {
                format!("{name}: {}", text(&added["one_time_password"]))
            });
        }
        Command::Staff {
            command: StaffCommand::List,
        } => {
            let staff = call("staff_list", json!({}))?;
            answer(args.json, &staff, || {
                lines(&staff, &["name", "roles", "active"])
            });
        }
        Command::Import {
            kind,
            file,
            dry_run,
        } => return import(door, args, *kind, file, *dry_run),
        Command::Search { text } => {
            let found = call("search", json!({ "text": text, "limit": 100 }))?;
            let row = |row: &Value| json!({ "id": row["id"], "name": row["name"], "phone": row["phone"], "owner": row["owner_name"], "level": row["level"], "last_contact": row["last_contact"] });
            let rows: Value = found["rows"]
                .as_array()
                .into_iter()
                .flatten()
                .map(row)
                .collect();
            answer(args.json, &rows, || {
                let elsewhere = lines(&found["elsewhere"], &["phone", "owner_name"]);
                [
                    lines(&rows, &["name", "phone", "owner", "level"]),
                    elsewhere,
                ]
                .join("\n")
                .trim()
                .to_owned()
            });
        }
        Command::Today { staff } => {
            let everyone = call("staff_list", json!({}))?;
            let person = everyone
                .as_array()
                .into_iter()
                .flatten()
                .find(|one| one["name"] == **staff || one["login"] == **staff);
            let id = person
                .ok_or_else(|| Problem::refused(Code::StaffUnknown).with("name", staff))?["id"]
                .clone();
            let today = call("today", json!({ "staff": id }))?;
            answer(args.json, &today, || {
                let columns = &["due", "level", "customer_name", "phone", "note"];
                [
                    lines(&today["overdue"], columns),
                    lines(&today["due"], columns),
                ]
                .join("\n")
                .trim()
                .to_owned()
            });
        }
        Command::Backup { to } => {
            if let Some(folder) = to {
                call("set_backup_folder", json!({ "path": absolute(folder) }))?;
            }
            let made = call("back_up_now", json!({}))?;
            answer(args.json, &made["kept"][0], || {
                text(&made["kept"][0]["file"])
            });
        }
        Command::Rebuild => {
            let rebuilt = call("rebuild", json!({}))?;
            answer(args.json, &rebuilt, || format!("{} ops", rebuilt["ops"]));
        }
        Command::Verify => {
            let report = call("verify", json!({}))?;
            answer(args.json, &report, || {
                let check = |(name, check): (&String, &Value)| {
                    format!(
                        "{name}: {}",
                        if check["ok"] == true {
                            "ok".to_owned()
                        } else {
                            text(&check["detail"])
                        }
                    )
                };
                report["checks"]
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(check)
                    .collect::<Vec<_>>()
                    .join("\n")
            });
            if report["ok"] != true {
                return Err(Problem::failed(Code::StoreDamaged));
            }
        }
        Command::Init { .. } | Command::Demo { .. } | Command::Restore { .. } => {}
    }
    Ok(())
}

fn init(door: &Door, args: &Args, branch: &str, admin: &str, brand: &str) -> Outcome<()> {
    let ask = SetUpBranch {
        branch: branch.to_owned(),
        brand: brand.to_owned(),
        admin_name: admin.to_owned(),
        password: password(admin)?,
    };
    let done = door.set_up_branch(ask, clock::now())?;
    let told = json!({ "branch": branch, "admin": admin, "recovery_key": done.recovery_key });
    answer(args.json, &told, || done.recovery_key.clone());
    Ok(())
}

fn demo(door: &Door, args: &Args, customers: u64, seed: u64) -> Outcome<()> {
    let password =
        std::env::var("FORECOURT_PASSWORD").unwrap_or_else(|_| "forecourt demo".to_owned());
    let mut told = |made: u64| eprintln!("{made} / {customers}");
    door.make_demo(
        &MakeDemo {
            customers,
            seed,
            password: password.clone(),
        },
        clock::now(),
        &mut told,
    )?;
    let staff = dispatch(door, "staff_list", json!({}), clock::now())?.answer;
    let names: Value = staff
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| one["login"].clone())
        .collect();
    answer(
        args.json,
        &json!({ "logins": names, "password": password }),
        || format!("{}\n{password}", lines(&staff, &["login", "roles"])),
    );
    Ok(())
}

fn restore(door: &Door, args: &Args, file: Option<&Path>, paper: bool) -> Outcome<()> {
    let file = match file {
        Some(file) => absolute(file),
        None => {
            // Only whoever opens the store knows where its copies are.
            sign_in(door, args)?;
            let status = door.backup_status(clock::now())?;
            let latest = status
                .kept
                .first()
                .ok_or(Problem::refused(Code::BackupMissing))?;
            (&latest.file).into()
        }
    };
    let mut ask = Restore {
        path: file,
        recovery_key: None,
        login: None,
        password: None,
    };
    // Nobody's password opens anything where no store is yet.
    let bare = args.login.is_none() && door.status()?.state == desk::door::DoorState::Empty;
    if paper || bare || std::env::var_os("FORECOURT_RECOVERY_KEY").is_some() {
        ask.recovery_key = Some(recovery_key()?);
    } else {
        let login = login(door, args)?;
        ask.password = Some(password(&login)?);
        ask.login = Some(login);
    }
    door.restore(&ask, clock::now())?;
    answer(args.json, &json!({ "restored": ask.path }), || {
        ask.path.display().to_string()
    });
    Ok(())
}

fn import(door: &Door, args: &Args, kind: ImportKind, file: &Path, dry_run: bool) -> Outcome<()> {
    let call =
        |name: &str, ask: Value| dispatch(door, name, ask, clock::now()).map(|reply| reply.answer);
    let kind = match kind {
        ImportKind::Register => "register",
        ImportKind::Customers => "customers",
        ImportKind::Catalogue => "catalogue",
    };
    let preview = call(
        "read_import",
        json!({ "path": absolute(file), "kind": kind, "listed": u32::MAX }),
    )?;
    let done = if dry_run {
        preview
    } else {
        call("commit_import", json!({ "id": preview["id"] }))?
    };
    let mut figures = vec!["rows_read", "contacts", "customers_new", "customers_joined"];
    if kind == "catalogue" {
        figures.push("trims");
    }
    let mut told = json!({ "problems": done["problems"] });
    for name in &figures {
        told[name] = done[name].clone();
    }
    answer(args.json, &told, || {
        let figures: Vec<String> = figures
            .iter()
            .map(|name| format!("{name}: {}", told[name]))
            .collect();
        [
            figures.join("\n"),
            lines(&told["problems"], &["row", "column", "code", "value"]),
        ]
        .join("\n")
        .trim()
        .to_owned()
    });
    Ok(())
}

fn sign_in(door: &Door, args: &Args) -> Outcome<()> {
    let login = login(door, args)?;
    let password = password(&login)?;
    door.sign_in(SignIn { login, password }).map(drop)
}

/// Whoever was named, or signed in last.
fn login(door: &Door, args: &Args) -> Outcome<String> {
    match &args.login {
        Some(login) => Ok(login.clone()),
        None => {
            let status = door.status()?;
            if status.state == desk::door::DoorState::Empty {
                return Err(Problem::refused(Code::StoreMissing));
            }
            status.last_login.ok_or(Problem::refused(Code::NotSignedIn))
        }
    }
}

fn lines(rows: &Value, columns: &[&str]) -> String {
    let line = |row: &Value| {
        columns
            .iter()
            .map(|column| text(&row[*column]))
            .collect::<Vec<_>>()
            .join("\t")
    };
    rows.as_array()
        .into_iter()
        .flatten()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(text).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}
