//! A branch on the disk to measure with: a demo branch, made once for a number of customers and used again.
//!
//! Keys as in production; the device key lies beside the data as the application looks for it, so that the same folder serves
//! the program that measures and the window.

use std::fs;
use std::path::{Path, PathBuf};

use desk::commands::dispatch;
use desk::door::{Door, MakeDemo, Place, SignIn};
use desk::keys::{DeviceKeyring, Policy};
use desk::now::Now;
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clock;
use crate::trouble::{Outcome, Trouble};

/// Everybody's password.
pub const PASSWORD: &str = "a password to measure with";
/// Everybody's PIN, so that the window asks nobody to choose one.
const PIN: &str = "581269";
/// The same people for the same number.
pub const SEED: u64 = 2026;
/// The shape of the file; another one makes the branch anew.
const SCHEMA: &str = include_str!("../../store/src/migrations/schema.sql");
/// Says that a branch was made whole.
const MADE: &str = "made.json";

/// What a branch was made as.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Made {
    customers: u64,
    seed: u64,
    schema: String,
    /// Milliseconds since 1970: its today.
    now: i64,
}

/// A branch on the disk.
pub struct Branch {
    folder: PathBuf,
    now: Now,
}

impl Branch {
    /// The kept branch with so many customers, made when there is none of this shape.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn kept(customers: u64) -> Outcome<Self> {
        let folder = folder()?.join(format!("store-{customers}-{SEED}"));
        let made: Option<Made> = fs::read(folder.join(MADE))
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok());
        match made {
            Some(made) if made.customers == customers && made.schema == SCHEMA => Ok(Self {
                folder,
                now: Now(Moment(made.now)),
            }),
            _ => Self::make(&folder, customers),
        }
    }

    /// A branch with a month of visits and no further customers, in a new folder; what lay there is gone.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn fresh(name: &str) -> Outcome<Self> {
        Self::make(&folder()?.join(name), 0)
    }

    fn make(folder: &Path, customers: u64) -> Outcome<Self> {
        match fs::remove_dir_all(folder) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(cause.into()),
            _ => {}
        }
        let branch = Self {
            folder: folder.to_owned(),
            now: clock::now(),
        };
        fs::create_dir_all(branch.config().join("forecourt"))?;
        let door = branch.door()?;
        let ask = MakeDemo {
            customers,
            seed: SEED,
            password: PASSWORD.to_owned(),
        };
        if customers > 0 {
            println!(
                "Making a branch with {customers} customers in {}, once …",
                folder.display()
            );
        }
        let begun = std::time::Instant::now();
        door.make_demo(&ask, branch.now, &mut |made| {
            if made % 100_000 == 0 || made == customers {
                println!("  {made} after {:.0} s", begun.elapsed().as_secs_f64());
            }
        })?;
        // As the window does in the first minutes after so much writing at once.
        while customers > 0 && door.tidy()? {}
        for person in door.status()?.people {
            door.sign_in(SignIn {
                login: person.login,
                password: PASSWORD.to_owned(),
            })?;
            dispatch(&door, "set_pin", json!({ "pin": PIN }), branch.now)?;
        }
        door.close()?;
        let made = Made {
            customers,
            seed: SEED,
            schema: SCHEMA.to_owned(),
            now: branch.now.moment().0,
        };
        fs::write(folder.join(MADE), serde_json::to_vec(&made)?)?;
        Ok(branch)
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// What the application takes for the user's settings.
    pub fn config(&self) -> PathBuf {
        self.folder.join("config")
    }

    /// The store's file.
    pub fn file(&self) -> PathBuf {
        self.data().join(store::FILE)
    }

    /// The keyring as the application has it.
    pub fn keyring(&self) -> DeviceKeyring {
        DeviceKeyring::in_folder(&self.config().join("forecourt"))
    }

    /// When the branch was made: its today.
    pub fn now(&self) -> Now {
        self.now
    }

    /// The branch so many minutes later.
    pub fn minutes_later(&self, minutes: i64) -> Now {
        Now(self.now.moment().plus_minutes(minutes))
    }

    /// The door, closed.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn door(&self) -> Outcome<Door> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)
            .map_err(|cause| Trouble::new(format!("no randomness: {cause}")))?;
        Ok(Door::new(Place {
            folder: self.data(),
            keyring: self.keyring(),
            policy: Policy::production(),
            seed,
        }))
    }

    /// The door with somebody signed in.
    ///
    /// # Errors
    /// The desk's.
    pub fn signed_in(&self, login: &str) -> Outcome<Door> {
        let door = self.door()?;
        sign_in(&door, login)?;
        Ok(door)
    }

    /// Removes the branch from the disk.
    ///
    /// # Errors
    /// The machine's.
    pub fn remove(self) -> Outcome {
        Ok(fs::remove_dir_all(&self.folder)?)
    }
}

/// Seats somebody.
///
/// # Errors
/// The desk's.
pub fn sign_in(door: &Door, login: &str) -> Outcome {
    door.sign_in(SignIn {
        login: login.to_owned(),
        password: PASSWORD.to_owned(),
    })?;
    Ok(())
}

/// Gives a command as the window does.
///
/// # Errors
/// The desk's.
pub fn ask(door: &Door, name: &str, ask: Value, now: Now) -> Outcome<Value> {
    Ok(dispatch(door, name, ask, now)
        .map_err(|problem| Trouble::from(problem).during(name))?
        .answer)
}

/// Where measurements keep their files: `bench` in the target folder from which we run.
pub fn folder() -> Outcome<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program
        .ancestors()
        .find(|folder| folder.file_name().is_some_and(|name| name == "target"));
    let folder = target
        .or(program.parent().and_then(Path::parent))
        .ok_or(Trouble::new("no target folder"))?
        .join("bench");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
