//! A branch to try things in: a real store in a folder of its own, people who sign in, and a clock that is set by hand.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![allow(dead_code, reason = "each test takes what it needs")]

use std::cell::Cell;

use desk::commands::dispatch;
use desk::door::{Door, Place, SetUpBranch, SignIn};
use desk::now::Now;
use desk::problem::{Code, Problem};
use domain::when::{Day, Moment};
use serde_json::{Value, json};
use store::keys::{DeviceKeyring, Policy};
use tempfile::TempDir;

/// The administrator of every branch here.
pub const ADMIN: (&str, &str) = ("周敏", "a long password");
/// Everybody's password after the first sign-in.
pub const PASSWORD: &str = "my own password";

/// One PC of a branch.
pub struct Branch {
    pub door: Door,
    pub folder: TempDir,
    pub recovery_key: String,
    now: Cell<i64>,
}

impl Branch {
    /// An empty branch; the administrator is signed in. It is 1 March 2026, nine in the morning.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let door = Door::new(place(&folder));
        let now = Cell::new(moment("2026-03-01", "09:00").0);
        let ask = SetUpBranch {
            branch: "长沙河西店".into(),
            brand: "广汽本田".into(),
            admin_name: ADMIN.0.into(),
            password: ADMIN.1.into(),
        };
        let recovery_key = door
            .set_up_branch(ask, Now(Moment(now.get())))
            .unwrap()
            .recovery_key;
        Self {
            door,
            folder,
            recovery_key,
            now,
        }
    }

    /// The same with a receptionist, two consultants and a sales manager.
    pub fn staffed() -> Self {
        let branch = Self::new();
        for (name, role) in [
            ("前台小林", "receptionist"),
            ("李强", "consultant"),
            ("王芳", "consultant"),
            ("陈经理", "sales_manager"),
        ] {
            branch.add_staff(name, &[role]);
        }
        branch
    }

    pub fn now(&self) -> Now {
        Now(Moment(self.now.get()))
    }

    /// Sets the clock.
    pub fn at(&self, day: &str, time: &str) -> &Self {
        self.now.set(moment(day, time).0);
        self
    }

    /// Lets time pass.
    pub fn later(&self, minutes: i64) -> &Self {
        self.now.set(self.now.get() + minutes * 60_000);
        self
    }

    pub fn today(&self) -> Day {
        self.now().day()
    }

    /// Gives a command as the window does.
    pub fn call(&self, name: &str, ask: Value) -> Result<Value, Problem> {
        dispatch(&self.door, name, ask, self.now()).map(|reply| reply.answer)
    }

    /// Gives a command that works.
    pub fn ok(&self, name: &str, ask: Value) -> Value {
        self.call(name, ask.clone())
            .unwrap_or_else(|problem| panic!("{name} {ask}: {problem:?}"))
    }

    /// Gives a command that is refused, and says why.
    pub fn refused(&self, name: &str, ask: Value) -> Code {
        self.call(name, ask).expect_err("refused").code
    }

    /// Takes somebody in and gives them [`PASSWORD`]; the administrator sits there again afterwards.
    pub fn add_staff(&self, name: &str, roles: &[&str]) -> String {
        let added = self.ok("add_staff", json!({ "name": name, "roles": roles }));
        self.sign_in(name, added["one_time_password"].as_str().unwrap());
        self.ok(
            "change_password",
            json!({ "old": added["one_time_password"], "new": PASSWORD }),
        );
        self.sign_in(ADMIN.0, ADMIN.1);
        added["staff"]["id"].as_str().unwrap().to_owned()
    }

    pub fn sign_in(&self, login: &str, password: &str) {
        self.door
            .sign_in(SignIn {
                login: login.into(),
                password: password.into(),
            })
            .unwrap();
    }

    /// Seats somebody of the staff.
    pub fn as_(&self, login: &str) -> &Self {
        self.sign_in(login, if login == ADMIN.0 { ADMIN.1 } else { PASSWORD });
        self
    }

    /// Somebody's id.
    pub fn staff(&self, name: &str) -> String {
        let staff = self.ok("staff_list", json!({}));
        let found = staff
            .as_array()
            .unwrap()
            .iter()
            .find(|staff| staff["name"] == name);
        found.unwrap_or_else(|| panic!("nobody is called {name}"))["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Closes the store and opens it again, as the next morning does.
    pub fn reopen(&self, login: &str) -> &Self {
        self.door.close().unwrap();
        self.as_(login)
    }
}

pub fn place(folder: &TempDir) -> Place {
    let data = folder.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    Place {
        folder: data,
        keyring: DeviceKeyring::in_folder(&folder.path().join("device")),
        policy: Policy::cheap_for_tests(),
        seed: [7; 32],
    }
}

pub fn moment(day: &str, time: &str) -> Moment {
    Moment::from_day_time(day.parse().unwrap(), time.parse().unwrap())
}

/// A customer of somebody; answers their id.
pub fn customer_of(branch: &Branch, owner: &str, name: &str, phone: &str, level: &str) -> Value {
    let owner = branch.staff(owner);
    let ask = json!({ "fields": { "name": name }, "phone": phone, "level": level, "owner": owner });
    branch.ok("add_customer", ask)["id"].clone()
}

/// The card of a customer.
pub fn card_of(branch: &Branch, customer: &Value) -> Value {
    branch.ok("customer", json!({ "id": customer }))
}
