//! One branch, many PCs, each a process of its own: everything goes to the hub and to another PC, then what was changed, then what is
//! logged at one is on the screen of the other.

mod customers;
mod pc;
mod peers;
mod relay;
mod tell;

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};

use crate::bare::Key;
use crate::book::Book;
use crate::branch::folder;
use crate::figure::Report;
use crate::import::plain;
use crate::timing::Series;
use crate::trouble::{Outcome, Trouble};
use customers::Customer;
use pc::Pc;
pub use pc::play;
use relay::Relay;

/// The customers are taken in as lists of so many.
const LIST: usize = 10_000;
/// Of them so many are changed.
const EDITS: usize = 1_000;
/// Walk-ins that are waited for on another screen.
const ECHOES: usize = 200;
/// Rows that the floor writes durably at once: as many as a PC that hears of them.
const AT_ONCE: usize = 5_000;
const ADMIN: &str = "总经理";
const PASSWORD: &str = "a password to measure with";

/// Seconds, bytes and megabytes of what was carried.
#[derive(Debug, Default)]
struct Carried {
    push: Series,
    pull: Series,
    edits_push: Series,
    edits_pull: Series,
    bytes_up: Series,
    bytes_down: Series,
    echo: Series,
    floor: Series,
    floor_at_once: Series,
    hub_peak: Option<f64>,
    pc_peak: Option<f64>,
}

/// Measures; with `tools` the others as well.
///
/// # Errors
/// When a PC cannot be made, or does something wrong.
pub fn measure(customers: u64, tools: Option<&Path>, report: &mut Report) -> Outcome {
    let drawn = customers::draw(&Book::read()?, customers)?;
    let carried = carry(&drawn)?;
    let peers = match tools {
        Some(tools) => peers::measure(tools, &drawn)?,
        None => Vec::new(),
    };
    tell::tell(&carried, &peers, drawn.len() as f64, report);
    Ok(())
}

/// The hub, the line to it, and two PCs.
struct Branch {
    hub: Pc,
    line: Relay,
    address: String,
    a: Pc,
    b: Pc,
}

fn carry(drawn: &[Customer]) -> Outcome<Carried> {
    let mut carried = Carried::default();
    let mut branch = Branch::new()?;
    let last = drawn.last().ok_or(Trouble::new("no customers"))?;
    branch.b.close()?;
    branch.alone_at_a()?;
    for list in drawn.chunks(LIST) {
        take_in(&mut branch.a, list)?;
    }
    branch.a.tidy()?;
    branch.a.again()?;
    sign_in(&mut branch.a)?;

    branch.hub_again()?;
    for pc in [&mut branch.hub, &mut branch.a] {
        pc.forget_peak()?;
    }
    branch.line.passed();
    carried.push.note(branch.pushed()?);
    carried.bytes_up.note(branch.line.passed().0 as f64);
    found(&mut branch.hub, last)?;
    branch.hub.tidy()?;

    carried.pull.note(branch.pulled(|b| found(b, last))?);
    carried.bytes_down.note(branch.line.passed().1 as f64);
    carried.hub_peak = branch.hub.peak()?;
    let peaks = [branch.a.peak()?, branch.b.peak()?];
    carried.pc_peak = peaks.into_iter().flatten().reduce(f64::max);
    branch.b.tidy()?;

    branch.b.close()?;
    branch.alone_at_a()?;
    let edited = edit(&mut branch.a, drawn)?;
    branch.hub_again()?;
    carried.edits_push.note(branch.pushed()?);
    let was_edited = |b: &mut Pc| {
        let ask = json!({ "id": edited });
        b.until("customer", ask, "/fields/company", json!(COMPANY))
    };
    carried.edits_pull.note(branch.pulled(was_edited)?);
    echo(&mut branch, &mut carried.echo)?;

    branch.b.close()?;
    let data = branch.b.folder.join("data");
    let key = Key::in_folder(&data, &branch.b.keyring())?;
    let parts = drawn.len().div_ceil(AT_ONCE);
    plain::insert_of(&data, &key, plain::EVERYTHING, parts, &mut carried.floor)?;
    plain::insert_of(
        &data,
        &key,
        plain::EVERYTHING,
        1,
        &mut carried.floor_at_once,
    )?;
    Ok(carried)
}

impl Branch {
    fn new() -> Outcome<Self> {
        let mut hub = Pc::new(folder()?.join("sync-hub"))?;
        hub.call(
            "set_up_branch",
            json!({ "branch": "河西店", "brand": "", "admin_name": ADMIN, "password": PASSWORD }),
        )?;
        let line = Relay::to(hub.port)?;
        let address = format!("127.0.0.1:{}", line.port);
        hub.call("make_hub", json!({ "address": address }))?;
        hub.until_synced()?;
        let mut a = joined(&mut hub, "sync-a", &address)?;
        let mut b = joined(&mut hub, "sync-b", &address)?;
        a.until_synced()?;
        b.until_synced()?;
        Ok(Self {
            hub,
            line,
            address,
            a,
            b,
        })
    }

    /// The hub is switched off; nobody gets through to it.
    fn alone_at_a(&mut self) -> Outcome {
        self.hub.close()?;
        self.line.cut(true);
        Ok(())
    }

    /// It is there again, but nobody knows.
    fn hub_again(&mut self) -> Outcome {
        sign_in(&mut self.hub)?;
        self.hub.until_synced()
    }

    /// Seconds until the hub has acknowledged everything that one PC has.
    fn pushed(&mut self) -> Outcome<f64> {
        self.line.cut(false);
        let begun = Instant::now();
        self.a
            .call("hub_is_at", json!({ "address": self.address }))?;
        self.a.until_synced()?;
        Ok(begun.elapsed().as_secs_f64())
    }

    /// Seconds until the other PC shows what the hub has.
    fn pulled(&mut self, shows: impl Fn(&mut Pc) -> Outcome) -> Outcome<f64> {
        self.line.cut(true);
        sign_in(&mut self.b)?;
        self.b.forget_peak()?;
        self.line.cut(false);
        let begun = Instant::now();
        self.b
            .call("hub_is_at", json!({ "address": self.address }))?;
        shows(&mut self.b)?;
        Ok(begun.elapsed().as_secs_f64())
    }
}

/// A PC that joins the hub's branch; the administrator sits there.
fn joined(hub: &mut Pc, name: &str, address: &str) -> Outcome<Pc> {
    let invitation = hub.call("invite", json!({}))?;
    let mut pc = Pc::new(folder()?.join(name))?;
    let ask = json!({ "code": invitation["code"], "name": name, "address": address });
    pc.call("join_branch", ask)?;
    pc.until("door_status", json!({}), "/people/0/name", json!(ADMIN))?;
    sign_in(&mut pc)?;
    Ok(pc)
}

fn sign_in(pc: &mut Pc) -> Outcome<Value> {
    pc.call("sign_in", json!({ "login": ADMIN, "password": PASSWORD }))
}

/// Takes a list of customers in.
fn take_in(pc: &mut Pc, customers: &[Customer]) -> Outcome {
    let list = folder()?.join("sync-customers.csv");
    customers::write_list(customers, &list)?;
    let preview = pc.call("read_import", json!({ "path": list, "kind": "customers" }))?;
    let done = pc.call("commit_import", json!({ "id": preview["id"] }))?;
    std::fs::remove_file(&list)?;
    if done["customers_new"].as_u64() != Some(customers.len() as u64) {
        return Err(Trouble::new(format!("a list was taken in as {done}")));
    }
    Ok(())
}

const COMPANY: &str = "河西商贸有限公司";

/// Changes customers from all over the list; gives the last of them.
fn edit(pc: &mut Pc, drawn: &[Customer]) -> Outcome<Value> {
    let mut last = Value::Null;
    let step = (drawn.len() / EDITS).max(1);
    for customer in drawn.iter().step_by(step).take(EDITS) {
        let found = pc.call("search", json!({ "text": customer.phone, "limit": 1 }))?;
        last = found["rows"][0]["id"].clone();
        let ask = json!({ "id": last, "fields": { "company": COMPANY } });
        pc.call("edit_customer", ask)?;
    }
    Ok(last)
}

/// Waits until somebody is found by their number.
fn found(pc: &mut Pc, customer: &Customer) -> Outcome {
    let ask = json!({ "text": customer.phone, "limit": 1 });
    pc.until("search", ask, "/rows/0/name", json!(customer.name))
}

/// Logs walk-ins at one PC; each is waited for on the board of the other.
fn echo(branch: &mut Branch, times: &mut Series) -> Outcome {
    branch.a.until_synced()?;
    branch.b.until_synced()?;
    for n in 0..ECHOES {
        let name = format!("来客{n}");
        let board = json!({});
        branch
            .b
            .begins_waiting("reception", board, "/open/0/name", json!(name))?;
        let begun = Instant::now();
        let ask = json!({ "fields": { "name": name } });
        let logged = branch.a.call("log_walk_in", ask)?;
        branch.b.answered()?;
        times.note(begun.elapsed().as_secs_f64() * 1e3);
        let left = json!({ "id": logged["visit"]["id"], "not_filed_reason": "refused" });
        branch.a.call("leave_visit", left)?;
    }
    Ok(())
}
