//! PCs of one branch, each with a door, a folder and a line of its own.

use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use desk::commands::dispatch;
use desk::door::{Door, SignIn};
use desk::exchange::Wire;
use desk::now::Now;
use desk::problem::{Code, Problem};
use domain::when::Moment;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{ADMIN, PASSWORD, place};

/// Nothing here takes so long, on whatever machine.
const PATIENCE: Duration = Duration::from_secs(20);
/// All PCs live at one moment: what is tested does not depend on the clock.
const NOW: Moment = Moment(1_772_330_400_000);

/// A PC that is switched on.
pub struct Pc {
    pub door: Door,
    _folder: TempDir,
    port: u16,
}

/// No two PCs draw the same ids.
fn chance() -> [u8; 32] {
    static DRAWN: AtomicU64 = AtomicU64::new(1);
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&DRAWN.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    seed
}

/// A port that is free now.
fn free_port() -> u16 {
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    socket.local_addr().unwrap().port()
}

impl Pc {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let mut place = place(&folder);
        place.seed = chance();
        let door = Door::new(place).on_the_line(wire(port));
        Self {
            door,
            _folder: folder,
            port,
        }
    }

    /// A branch's first PC, which is its hub; the administrator sits there.
    pub fn hub() -> Self {
        let pc = Self::new();
        let ask = json!({ "branch": "长沙河西店", "brand": "", "admin_name": ADMIN.0, "password": ADMIN.1 });
        pc.ok("set_up_branch", ask);
        pc.ok("make_hub", json!({ "address": pc.address() }));
        pc.until("it answers", || pc.status()["state"] == "synced");
        pc
    }

    /// A PC that joins the branch of another, at which an administrator sits; nobody sits at the new one yet.
    pub fn joining(hub: &Self, name: &str) -> Self {
        let invitation = hub.ok("invite", json!({}));
        let pc = Self::new();
        pc.join(&invitation, name).unwrap();
        pc
    }

    /// Types the code of an invitation into this PC.
    pub fn join(&self, invitation: &Value, name: &str) -> Result<Value, Problem> {
        let ask =
            json!({ "code": invitation["code"], "name": name, "address": invitation["address"] });
        self.call("join_branch", ask)
    }

    /// A PC that is not of any branch.
    pub fn empty() -> Self {
        Self::new()
    }

    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub fn now() -> Now {
        Now(NOW)
    }

    pub fn call(&self, name: &str, ask: Value) -> Result<Value, Problem> {
        dispatch(&self.door, name, ask, Self::now()).map(|reply| reply.answer)
    }

    pub fn ok(&self, name: &str, ask: Value) -> Value {
        self.call(name, ask.clone())
            .unwrap_or_else(|problem| panic!("{name} {ask}: {problem:?}"))
    }

    pub fn refused(&self, name: &str, ask: Value) -> Code {
        self.call(name, ask).expect_err("refused").code
    }

    pub fn sign_in(&self, login: &str, password: &str) -> &Self {
        self.try_sign_in(login, password).unwrap();
        self
    }

    pub fn try_sign_in(&self, login: &str, password: &str) -> Result<(), Problem> {
        let ask = SignIn {
            login: login.into(),
            password: password.into(),
        };
        self.door.sign_in(ask).map(drop)
    }

    pub fn as_admin(&self) -> &Self {
        self.sign_in(ADMIN.0, ADMIN.1)
    }

    /// Takes somebody in and gives them a password; the administrator sits there again afterwards.
    pub fn take_in(&self, name: &str, role: &str) -> String {
        let added = self.ok("add_staff", json!({ "name": name, "roles": [role] }));
        let once = added["one_time_password"].as_str().unwrap();
        self.sign_in(name, once);
        self.ok("change_password", json!({ "old": once, "new": PASSWORD }));
        self.as_admin();
        added["staff"]["id"].as_str().unwrap().to_owned()
    }

    pub fn status(&self) -> Value {
        serde_json::to_value(self.door.exchange_status()).unwrap()
    }

    /// Logs a walk-in with a phone number.
    pub fn walk_in(&self, name: &str, phone: &str) -> Value {
        self.ok(
            "log_walk_in",
            json!({ "fields": { "name": name, "phone": phone } }),
        )
    }

    /// Whether the search box finds this.
    pub fn finds(&self, text: &str) -> bool {
        let found = self.ok("search", json!({ "text": text, "limit": 10 }));
        !found["rows"].as_array().unwrap().is_empty()
    }

    /// How many visits are on the board.
    pub fn visits(&self) -> usize {
        let board = self.ok("reception", json!({}));
        board["open"].as_array().unwrap().len()
    }

    /// Waits until something is so; whoever waits in vain says for what.
    pub fn until(&self, what: &str, so: impl Fn() -> bool) {
        let begun = Instant::now();
        while !so() {
            assert!(begun.elapsed() < PATIENCE, "{what}: {}", self.status());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn until_synced(&self) {
        self.until("synced", || self.status()["state"] == "synced");
    }
}

fn wire(port: u16) -> Wire {
    Wire {
        clock: || NOW,
        touched: Box::new(|_| {}),
        listen: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port,
    }
}
