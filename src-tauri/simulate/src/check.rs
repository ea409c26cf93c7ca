//! What has to be so when everything is quiet again.

use std::collections::{BTreeMap, BTreeSet};

use domain::rows::{Customer, Revocation};

use crate::template::device_id;
use crate::world::World;

/// All that is wrong.
pub fn check(world: &World<'_>) -> Vec<String> {
    let mut wrong = world.wrong.clone();
    if !wrong.is_empty() {
        return wrong;
    }
    // Whoever was shut out, or thinks that somebody else is the hub whom nobody can reach, does not hear everything.
    let shut_out = everybody_shut_out(world);
    let inside: Vec<usize> = (0..world.nodes.len())
        .filter(|n| !world.nodes[*n].gone && !shut_out.contains(&world.nodes[*n].device))
        .collect();
    let hubs: BTreeSet<_> = inside.iter().filter_map(|n| world.hub_named(*n)).collect();
    let reachable = |device: &domain::id::DeviceId| {
        inside
            .iter()
            .any(|n| device_id(world.nodes[*n].device) == *device)
    };
    if hubs.len() != 1 || !hubs.iter().all(reachable) {
        // The hub burnt down, or was shut out, and nobody took its place: each has what it had.
        return wrong;
    }
    let mut dumps: BTreeMap<usize, (Vec<String>, [u8; 32])> = BTreeMap::new();
    for n in &inside {
        let Some(desk) = world.nodes[*n].on() else {
            continue;
        };
        let mut store = desk.store();
        match (store.dump(), store.index_digest()) {
            (Ok(dump), Ok(index)) => {
                dumps.insert(*n, (dump, index));
            }
            _ => wrong.push(format!("PC {n} cannot be read")),
        }
        match store.verify(None) {
            Ok(checked) if checked.ok() => {}
            Ok(checked) => {
                let troubled = checked
                    .checks
                    .iter()
                    .filter(|check| check.trouble.is_some());
                wrong.push(format!("PC {n}: {:?}", troubled.collect::<Vec<_>>()));
            }
            Err(failed) => wrong.push(format!("PC {n}: {failed}")),
        }
    }
    let mut all = dumps.iter();
    if let Some((first, (dump, index))) = all.next() {
        for (n, (other, other_index)) in all {
            if dump != other {
                let differs = dump.iter().zip(other).find(|(one, other)| one != other);
                wrong.push(format!(
                    "PCs {first} and {n} show different tables: {differs:?}"
                ));
            } else if index != other_index {
                wrong.push(format!("PCs {first} and {n} find and list differently"));
            }
        }
    }
    if wrong.is_empty() {
        wrong.extend(lost(world, &inside));
        wrong.extend(twice(world, &inside));
    }
    wrong
}

fn everybody_shut_out(world: &World<'_>) -> BTreeSet<u64> {
    let mut gone = BTreeSet::new();
    for node in &world.nodes {
        let Some(desk) = node.on() else { continue };
        let rows: Vec<Revocation> = desk.store().read().revocations().unwrap_or_default();
        for other in &world.nodes {
            if rows.iter().any(|row| row.device == device_id(other.device)) {
                gone.insert(other.device);
            }
        }
    }
    gone
}

/// Acts of which somebody was told that they are saved, and that are not everywhere.
fn lost(world: &World<'_>, inside: &[usize]) -> Vec<String> {
    let mut wrong = Vec::new();
    for author in inside {
        for saved in &world.nodes[*author].saved {
            for n in inside {
                let Some(desk) = world.nodes[*n].on() else {
                    continue;
                };
                if !desk.store().read().has_act(saved.act).unwrap_or(false) {
                    wrong.push(format!(
                        "act {} saved at PC {author} (op {} of log {}) is not at PC {n}",
                        saved.act, saved.seq, saved.log
                    ));
                    return wrong;
                }
            }
        }
    }
    wrong
}

/// Document numbers that two customers have.
fn twice(world: &World<'_>, inside: &[usize]) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(desk) = inside.first().and_then(|n| world.nodes[*n].on()) else {
        return wrong;
    };
    let store = desk.store();
    let tables = store.read();
    let mut seen = BTreeMap::new();
    for id in tables.ids_of("customer").unwrap_or_default() {
        let card: Option<Customer> = tables.card_alone(id.into()).ok().flatten();
        if let Some(card) = card
            && let Some(other) = seen.insert(card.code.clone(), id)
        {
            wrong.push(format!(
                "customers {other} and {id} have the number {}",
                card.code
            ));
        }
    }
    wrong
}

/// How each PC stands, for whoever looks for the cause.
pub fn describe(world: &World<'_>) -> String {
    let mut text = String::new();
    for (n, node) in world.nodes.iter().enumerate() {
        let Some(desk) = node.on() else {
            text += &format!("PC {n}: off, gone {}\n", node.gone);
            continue;
        };
        let mut store = desk.store();
        let shown = store.dump().unwrap_or_default();
        let listed = store.index_digest().ok();
        let contested = store.read().contested(None, u32::MAX).unwrap_or_default();
        let rebuilt = store.rebuild(None).and_then(|_| store.dump());
        for (as_shown, as_said) in shown.iter().zip(rebuilt.unwrap_or_default()) {
            if *as_shown != as_said {
                text += &format!("PC {n} shows: {as_shown}\n  the log says: {as_said}\n");
            }
        }
        let said = store.read().contested(None, u32::MAX).unwrap_or_default();
        for one in contested.iter().filter(|one| !said.contains(one)) {
            text += &format!("PC {n} tells of {one:?}, and the log does not\n");
        }
        for one in said.iter().filter(|one| !contested.contains(one)) {
            text += &format!("PC {n} does not tell of {one:?}\n");
        }
        if store.index_digest().ok() != listed {
            text += &format!("PC {n} lists otherwise than the log says\n");
        }
        text += &format!(
            "PC {n}: device {} hub {:?} state {:?} rounding {} listening {} wake {:?} trouble {:?} refused {:?}\n  {:?}\n",
            node.device,
            store.read().hub().ok().flatten().map(|hub| hub.device),
            node.peer.state(0),
            node.rounding,
            node.listening,
            node.wake,
            node.peer.trouble(),
            node.peer.refused(),
            store.vector().0
        );
    }
    text
}
