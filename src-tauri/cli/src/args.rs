//! What can be typed. `--help` is made of these lines.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// 展厅本 Forecourt without a window: set a branch up, take sheets in, look, back up, check.
///
/// Exit codes: 0 done, 2 usage, 3 refused (a rule), 4 failed (the machine), 5 broken (our mistake).
#[derive(Debug, Parser)]
#[command(name = "forecourt-cli", version, propagate_version = true)]
pub struct Args {
    /// Data folder; this account's own when not given.
    #[arg(long, global = true, value_name = "DIR", env = "FORECOURT_DATA")]
    pub data: Option<PathBuf>,
    /// Who signs in; whoever did last on this PC when not given. The password comes from FORECOURT_PASSWORD or is asked for.
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub login: Option<String>,
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Set a new branch up. Prints the recovery key, once. The administrator's password comes from FORECOURT_PASSWORD or is asked for.
    Init {
        /// The showroom's name.
        #[arg(long, value_name = "NAME")]
        branch: String,
        /// The administrator's name, which is also the login.
        #[arg(long, value_name = "LOGIN")]
        admin: String,
        /// The brand it sells.
        #[arg(long, value_name = "BRAND", default_value = "")]
        brand: String,
    },
    /// The people who work here.
    Staff {
        /// What about them.
        #[command(subcommand)]
        command: StaffCommand,
    },
    /// Take a sheet in: .xlsx, .xls, or .csv. All of it or nothing; `undo` in the window takes it back.
    Import {
        /// What the rows are.
        kind: ImportKind,
        /// The file.
        file: PathBuf,
        /// Only show what would happen.
        #[arg(long)]
        dry_run: bool,
    },
    /// Find customers: name, pinyin, initials, a run of at least three digits, plate, VIN.
    Search {
        /// What to look for.
        text: String,
    },
    /// The follow-up cards of one person today.
    Today {
        /// Their name.
        staff: String,
    },
    /// Make a verified copy in the backup folder.
    Backup {
        /// Another folder for this and all later copies.
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Bring a copy back. The store that is here is put aside, never deleted. On another PC the recovery key is needed
    /// (FORECOURT_RECOVERY_KEY, or it is asked for); on this one the password of --as will do.
    Restore {
        /// The copy; the latest of the usual folder when not given.
        file: Option<PathBuf>,
        /// Open it with the recovery key instead of a password.
        #[arg(long)]
        recovery_key: bool,
    },
    /// Fold the log into fresh tables.
    Rebuild,
    /// Check cipher, pages, log chain, and that the tables are what the log says.
    Verify,
    /// Make a demo branch in the empty data folder: a month of a showroom, and as many further customers as asked for.
    Demo {
        /// Further customers.
        #[arg(long, default_value_t = 0, value_name = "N")]
        customers: u64,
        /// The same people and days for the same number.
        #[arg(long, default_value_t = 1, value_name = "S")]
        seed: u64,
    },
}

/// What about the people.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Take somebody in. Prints a one-time password, to be replaced at the first sign-in.
    Add {
        /// Name, which is also the login.
        name: String,
        /// Roles, with commas: receptionist, consultant, dcc, test_drive, sales_manager, service_advisor, cs_clerk, cs_manager,
        /// general_manager, admin.
        #[arg(long, value_delimiter = ',', required = true, value_name = "ROLE", value_parser = role)]
        role: Vec<domain::role::Role>,
    },
    /// Everyone, with roles.
    List,
}

/// What the rows of a sheet are.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ImportKind {
    /// 来店(电)登记表: one row per visit or call.
    Register,
    /// One row per customer.
    Customers,
    /// Brand, maker, series, year, trim.
    Catalogue,
}

fn role(code: &str) -> Result<domain::role::Role, String> {
    let known = || {
        domain::role::Role::ALL
            .iter()
            .map(|role| role.code())
            .collect::<Vec<_>>()
            .join(", ")
    };
    domain::role::Role::from_code(code)
        .ok_or_else(|| format!("no such role; there are {}", known()))
}
