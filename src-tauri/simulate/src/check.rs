//! What has to be so when everything is quiet again.

use std::collections::{BTreeMap, BTreeSet};

use desk::commands::on_desk;
use desk::now::Now;
use domain::holds::Standing;
use domain::rows::{Customer, Revocation};
use serde_json::json;

use crate::template::device_id;
use crate::world::World;

/// All that is wrong.
pub fn check(world: &mut World<'_>) -> Vec<String> {
    let mut wrong = world.wrong.clone();
    if !wrong.is_empty() {
        return wrong;
    }
    let inside = inside(world);
    if hub(world, &inside).is_none() {
        wrong.push(format!("the PCs {inside:?} know no hub in common"));
        return wrong;
    }
    let (newer, older): (Vec<usize>, Vec<usize>) =
        inside.iter().partition(|n| world.nodes[**n].upgraded);
    wrong.extend(apart(world, &older));
    wrong.extend(apart(world, &newer));
    if !newer.is_empty() && wrong.is_empty() {
        // What an older version only passed on it understands when it is no longer older.
        for n in &older {
            world.nodes[*n].upgrade();
        }
        wrong.extend(apart(world, &inside));
    }
    if wrong.is_empty() {
        wrong.extend(lost(world, &inside));
        wrong.extend(twice(world, &inside));
        wrong.extend(held_by_two(world, &inside));
        wrong.extend(told_differently(world, &inside));
        wrong.extend(not_forgotten(world, &inside));
    }
    wrong
}

/// Of PCs with one version: tables that are not what the log says, or are not the same everywhere.
fn apart(world: &World<'_>, these: &[usize]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut dumps: BTreeMap<usize, (Vec<String>, [u8; 32])> = BTreeMap::new();
    for n in these {
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
    wrong
}

/// PCs that are there and were not shut out.
pub fn inside(world: &World<'_>) -> Vec<usize> {
    let shut_out = everybody_shut_out(world);
    (0..world.nodes.len())
        .filter(|n| !world.nodes[*n].gone && !shut_out.contains(&world.nodes[*n].device))
        .collect()
}

/// The hub that all of these know, if it is one of them.
pub fn hub(world: &World<'_>, inside: &[usize]) -> Option<usize> {
    let mut named = inside.iter().map(|n| world.hub_named(*n));
    let first = named.next()??;
    let all = named.all(|hub| hub == Some(first));
    let is = |n: &&usize| device_id(world.nodes[**n].device) == first;
    inside.iter().find(is).copied().filter(|_| all)
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

/// Numbers of PCs that two were granted, or of which the hub says nothing.
fn held_by_two(world: &World<'_>, inside: &[usize]) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(desk) = inside.first().and_then(|n| world.nodes[*n].on()) else {
        return wrong;
    };
    let store = desk.store();
    let devices = store.read().devices().unwrap_or_default();
    let codes: BTreeSet<String> = devices.into_iter().map(|device| device.code).collect();
    for code in codes {
        let holds = store.read().holds_of("pc_code", &code).unwrap_or_default();
        let of = |what| holds.iter().filter(|(_, how)| *how == what).count();
        if of(Standing::Granted) > 1 || of(Standing::Open) > 0 {
            wrong.push(format!("who has the number {code}: {holds:?}"));
        }
    }
    wrong
}

/// What needs somebody's attention, where two PCs do not tell the same.
fn told_differently(world: &World<'_>, inside: &[usize]) -> Vec<String> {
    let now = Now(world.truth());
    let told = |n: usize| {
        let desk = world.nodes[n].on()?;
        on_desk(desk, &world.sessions[0], "disorders", json!({}), now).ok()
    };
    let all: Vec<_> = inside
        .iter()
        .map(|n| (n, told(*n).map(|done| done.answer)))
        .collect();
    let differ = all.iter().filter(|(_, told)| *told != all[0].1);
    differ
        .map(|(n, told)| {
            let (first, here) = &all[0];
            format!("what needs attention is told as {told:?} by PC {n}, as {here:?} by PC {first}")
        })
        .take(1)
        .collect()
}

/// Words about people who were erased, in files.
fn not_forgotten(world: &World<'_>, inside: &[usize]) -> Vec<String> {
    let Some(desk) = inside.first().and_then(|n| world.nodes[*n].on()) else {
        return Vec::new();
    };
    let erasures = desk
        .store()
        .read()
        .erasures_done(u32::MAX)
        .unwrap_or_default();
    // What was written of two people while they were one card stays with the other, when they are two again.
    let tables: Vec<String> = desk.store().dump().unwrap_or_default();
    let merged = |who: &str| {
        let mut lines = tables.iter().filter(|line| line.starts_with("merged "));
        lines.any(|line| line.contains(who))
    };
    let gone = |who: &str| erasures.iter().any(|one| one.subjects.contains(who)) && !merged(who);
    let words = world.remarks.iter().filter(|(who, _)| gone(who));
    let words: BTreeSet<&[u8]> = words.map(|(_, word)| word.as_bytes()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut wrong = Vec::new();
    for n in inside {
        let Some(bytes) = world.nodes[*n].lies_on_the_disk() else {
            wrong.push(format!("PC {n} cannot clear its files"));
            continue;
        };
        let found = bytes.windows(20).find(|window| words.contains(window));
        if let Some(found) = found {
            let word = String::from_utf8_lossy(found);
            wrong.push(format!("PC {n} still has {word} of somebody erased"));
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
