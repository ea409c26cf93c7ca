//! One branch, many PCs, each a process of its own: everything goes to the hub and to another PC, then what was changed, then what is
//! logged at one is on the screen of the other.

mod customers;
mod pc;
mod relay;

use std::time::Instant;

use serde_json::{Value, json};

use crate::bare::Key;
use crate::book::Book;
use crate::branch::folder;
use crate::figure::{Figure, Report};
use crate::import::plain;
use crate::timing::Series;
use crate::trouble::{Outcome, Trouble};
use customers::Customer;
use pc::Pc;
pub use pc::play;
use relay::Relay;

/// Customers that are carried, unless fewer are wished.
const CUSTOMERS: u64 = 100_000;
/// Of these so many are changed.
const EDITS: usize = 1_000;
/// Walk-ins that are waited for on another screen.
const ECHOES: usize = 200;
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
    projected: Series,
    everything: Series,
    hub_peak: Option<f64>,
    pc_peak: Option<f64>,
}

/// Measures.
///
/// # Errors
/// When a PC cannot be made, or does something wrong.
pub fn measure(customers: u64, report: &mut Report) -> Outcome {
    let book = Book::read()?;
    let drawn = customers::draw(&book, customers)?;
    let list = folder()?.join("sync-customers.csv");
    customers::write_list(&drawn, &list)?;
    let carried = carry(&drawn, &list)?;
    std::fs::remove_file(&list)?;
    tell(&carried, drawn.len() as f64, report);
    Ok(())
}

fn carry(drawn: &[Customer], list: &std::path::Path) -> Outcome<Carried> {
    let mut carried = Carried::default();
    let mut hub = Pc::new(folder()?.join("sync-hub"))?;
    let set_up =
        json!({ "branch": "河西店", "brand": "", "admin_name": ADMIN, "password": PASSWORD });
    hub.call("set_up_branch", set_up)?;
    let relay = Relay::to(hub.port)?;
    let address = format!("127.0.0.1:{}", relay.port);
    hub.call("make_hub", json!({ "address": address }))?;
    hub.until_synced()?;
    let mut a = joined(&mut hub, "sync-a", &address)?;
    let mut b = joined(&mut hub, "sync-b", &address)?;
    for pc in [&mut a, &mut b] {
        pc.until_synced()?;
    }
    b.close()?;
    hub.close()?;

    let preview = a.call("read_import", json!({ "path": list, "kind": "customers" }))?;
    let done = a.call("commit_import", json!({ "id": preview["id"] }))?;
    if done["customers_new"].as_u64() != Some(drawn.len() as u64) {
        return Err(Trouble::new(format!("the import: {done}")));
    }
    a.tidy()?;
    a.again()?;
    sign_in(&mut a)?;

    relay.cut(true);
    sign_in(&mut hub)?;
    hub.until_synced()?;
    relay.passed();
    for pc in [&mut hub, &mut a] {
        pc.forget_peak()?;
    }
    relay.cut(false);
    let begun = Instant::now();
    a.call("hub_is_at", json!({ "address": address }))?;
    a.until_synced()?;
    carried.push.note(begun.elapsed().as_secs_f64());
    carried.bytes_up.note(relay.passed().0 as f64);
    let last = drawn.last().ok_or(Trouble::new("no customers"))?;
    println!("{carried:?}");
    carried.pc_peak = a.peak()?;
    println!("{:?} {:?}", hub.peak()?, a.peak()?);
    found(&mut hub, last)?;
    println!("{:?} {:?}", begun.elapsed(), hub.peak()?);
    carried.hub_peak = hub.peak()?;
    carried.pc_peak = a.peak()?;
    hub.tidy()?;

    relay.cut(true);
    sign_in(&mut b)?;
    b.forget_peak()?;
    relay.cut(false);
    let begun = Instant::now();
    b.call("hub_is_at", json!({ "address": address }))?;
    found(&mut b, last)?;
    carried.pull.note(begun.elapsed().as_secs_f64());
    carried.bytes_down.note(relay.passed().1 as f64);
    carried.pc_peak = [carried.pc_peak, b.peak()?]
        .into_iter()
        .flatten()
        .reduce(f64::max);
    b.close()?;
    hub.close()?;
    let data = b.folder.join("data");
    let key = Key::in_folder(&data, &b.keyring())?;
    plain::insert_of(&data, &key, plain::PROJECTED, &mut carried.projected)?;
    plain::insert_of(&data, &key, plain::EVERYTHING, &mut carried.everything)?;
    for (name, tables) in [
        ("log+cust+phone", &["log", "customer", "phone"][..]),
        ("log", &["log"][..]),
        ("cust", &["customer"]),
        ("card", &["card"]),
        ("glance", &["glance"]),
        ("open_card", &["open_card"]),
        ("search_docs", &["search_docs"]),
        ("step", &["step"]),
        ("visit", &["visit"]),
    ] {
        let mut s = Series::default();
        plain::insert_of(&data, &key, tables, &mut s)?;
        println!("{name} {s:?}");
    }
    Ok(carried)
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

/// Waits until somebody is found by their number.
fn found(pc: &mut Pc, customer: &Customer) -> Outcome {
    let ask = json!({ "text": customer.phone, "limit": 1 });
    pc.until("search", ask, "/rows/0/name", json!(customer.name))
}

fn tell(carried: &Carried, count: f64, report: &mut Report) {
    let mut add = |figure: Figure| report.add(figure);
    println!("{carried:?}");
    add(Figure::new("push, acknowledged", "s", &carried.push).peak(carried.hub_peak));
    add(Figure::new("pull, tables written and found", "s", &carried.pull).peak(carried.pc_peak));
    add(Figure::new(
        "wire up, for each customer",
        "B",
        &carried.bytes_up.map(|bytes| bytes / count),
    )
    .p50_at_most(130.0));
    add(Figure::new(
        "wire down, for each customer",
        "B",
        &carried.bytes_down.map(|bytes| bytes / count),
    )
    .p50_at_most(130.0));
}
