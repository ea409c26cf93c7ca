//! What goes wrong.

use desk::commands::on_desk;
use desk::desk::Desk;
use desk::door::{CHANGE_STAFF, ChangeStaff, change_staff};
use desk::erasures::{ASK_ERASURE, AskErasure, ask_erasure};
use desk::exchange::{INVITE, enrol};
use desk::now::Now;
use desk::session::Session;
use domain::id::ActId;
use domain::role::Role;
use fastrand::Rng;
use sync::peer::Event;

use crate::template::{device_id, device_key};
use crate::world::{World, skew};

/// One thing that goes wrong, at a PC.
#[derive(Debug, Clone, Copy)]
pub enum Fault {
    /// The line is cut, in both directions or in one, and mended later.
    Cut {
        one: usize,
        other: usize,
        one_way: bool,
    },
    /// All lines are whole again.
    Mend,
    /// The plug is pulled.
    Crash(usize),
    /// It is switched on again.
    Start(usize),
    /// The clock jumps.
    Jump(usize),
    /// The disk is full, but for a few pages.
    Full(usize),
    /// There is room again.
    Room(usize),
    /// An image of the disk is kept.
    Copy(usize),
    /// It is brought back.
    BringBack(usize),
    /// It is put into another machine, and both go on.
    Clone(usize),
    /// Somebody there makes it the hub.
    TakeOver(usize),
    /// The hub burns down.
    Burn,
    /// A PC is stolen: somebody shuts it out.
    ShutOut { at: usize, whom: usize },
    /// The second administrator is no longer one, or is one again; who sits elsewhere does not know it yet.
    Roles(usize),
    /// Somebody wants to be forgotten.
    Erase(usize),
    /// The next version of the program is installed.
    Upgrade(usize),
    /// A new PC is enrolled, and waits in its box: it has a number that no other may have.
    Enrol(usize),
}

impl Fault {
    /// What goes wrong in a run: some of it often, some seldom, some never.
    pub fn weather(rng: &mut Rng, ops: u64, pcs: usize) -> Vec<Self> {
        let mut all = Vec::new();
        let any = |rng: &mut Rng| rng.usize(0..pcs);
        for _ in 0..ops / 40 + 1 {
            let (one, other) = (any(rng), any(rng));
            match rng.u8(0..30) {
                0..5 => all.extend([
                    Self::Cut {
                        one,
                        other,
                        one_way: rng.bool(),
                    },
                    Self::Mend,
                ]),
                5..10 => all.extend([Self::Crash(one), Self::Start(one), Self::Start(other)]),
                10..12 => all.push(Self::Jump(one)),
                12..14 => all.extend([Self::Full(one), Self::Room(one), Self::Room(one)]),
                14..16 => all.extend([Self::Copy(one), Self::BringBack(one)]),
                16 => all.extend([Self::Copy(one), Self::Clone(one)]),
                17..19 => all.push(Self::TakeOver(one)),
                19 => all.push(Self::ShutOut {
                    at: one,
                    whom: other,
                }),
                20..22 => all.extend([Self::Roles(one), Self::Roles(other)]),
                22 => all.push(Self::Erase(one)),
                23 => all.push(Self::ShutOut {
                    at: other,
                    whom: one,
                }),
                24 => all.push(Self::Upgrade(one)),
                26 => all.extend([Self::Enrol(one), Self::Enrol(other)]),
                25 => all.extend([Self::Burn, Self::TakeOver(other)]),
                _ => {}
            }
        }
        all
    }

    fn name(self) -> &'static str {
        match self {
            Self::Cut { one_way: false, .. } => "line cut",
            Self::Cut { .. } => "line cut one way",
            Self::Mend => "lines mended",
            Self::Crash(_) => "crash",
            Self::Start(_) => "start",
            Self::Jump(_) => "clock jumps",
            Self::Full(_) => "disk full",
            Self::Room(_) => "room on the disk",
            Self::Copy(_) => "image kept",
            Self::BringBack(_) => "image brought back",
            Self::Clone(_) => "disk cloned",
            Self::TakeOver(_) => "hub replaced",
            Self::Burn => "hub burnt",
            Self::ShutOut { .. } => "PC shut out",
            Self::Roles(_) => "roles changed",
            Self::Erase(_) => "customer erased",
            Self::Upgrade(_) => "next version installed",
            Self::Enrol(_) => "PC enrolled",
        }
    }

    /// Lets it happen.
    pub fn happen(self, world: &mut World<'_>) {
        if self.happened(world) {
            *world.tally.faults.entry(self.name()).or_default() += 1;
        }
    }

    fn happened(self, world: &mut World<'_>) -> bool {
        let time = world.time;
        match self {
            Self::Cut {
                one,
                other,
                one_way,
            } => {
                world.cut.push((one, other));
                if !one_way {
                    world.cut.push((other, one));
                }
                true
            }
            Self::Mend => {
                world.cut.clear();
                // Whose own cable it was notices; the others try again in their time.
                for n in 0..world.nodes.len() {
                    if world.rng.bool() {
                        world.step(n, Event::NetworkReturned);
                    }
                }
                true
            }
            Self::Crash(n) => {
                let on = world.nodes[n].on().is_some();
                if on {
                    world.nodes[n].crash(time);
                    for other in 0..world.nodes.len() {
                        world.hears_of_the_end_of(other, n);
                    }
                }
                on
            }
            Self::Start(n) => {
                let off = world.nodes[n].on().is_none() && !world.nodes[n].gone;
                if off {
                    world.nodes[n].start();
                    world.began(n);
                }
                off
            }
            Self::Jump(n) => {
                world.nodes[n].skew = skew(&mut world.rng);
                true
            }
            Self::Full(n) => {
                let more = world.rng.u32(0..8);
                let desk = world.nodes[n].on();
                desk.is_some_and(|desk| desk.store().limit_pages(Some(more)).is_ok())
            }
            Self::Room(n) => {
                let desk = world.nodes[n].on();
                desk.is_some_and(|desk| desk.store().limit_pages(None).is_ok())
            }
            Self::Copy(n) => {
                let on = world.nodes[n].on().is_some();
                if on {
                    world.nodes[n].keep_copy(time);
                }
                on
            }
            Self::BringBack(n) => {
                let can = world.nodes[n].on().is_some() && world.nodes[n].kept_copy.is_some();
                if can {
                    world.forget_what_only_it_had(n);
                    world.nodes[n].bring_back();
                    world.began(n);
                }
                can
            }
            Self::Clone(n) => {
                let copy = world.nodes[n].kept_copy.take();
                // A hub that is there twice is two hubs: whoever runs a branch so is told, not healed.
                let can = copy.filter(|_| !world.is_named_hub(n) && !world.nodes[n].gone);
                if let Some(copy) = &can {
                    let device = world.nodes[n].device;
                    let upgraded = world.nodes[n].upgraded;
                    world.join(copy, device, upgraded);
                }
                can.is_some()
            }
            Self::TakeOver(n) => world.decides(n, "make_hub", serde_json::json!({})),
            Self::Burn => {
                let hub = (0..world.nodes.len()).find(|n| world.is_hub(*n));
                // The last one that knows everything does not burn in every run.
                match hub.filter(|_| world.nodes.iter().filter(|node| !node.gone).count() > 2) {
                    Some(hub) => {
                        world.forget_what_only_it_had(hub);
                        world.nodes[hub].saved.clear();
                        world.nodes[hub].desk = None;
                        world.nodes[hub].gone = true;
                        true
                    }
                    None => false,
                }
            }
            Self::ShutOut { at, whom } => {
                let device = world.nodes[whom].device;
                let ask = serde_json::json!({ "device": crate::template::device_id(device) });
                world.decides(at, "shut_out", ask)
            }
            Self::Roles(n) => {
                let admin = world.rng.bool();
                world.commits(n, |desk, sessions, now| {
                    change_roles(desk, sessions, admin, now)
                })
            }
            Self::Enrol(n) => {
                let device = 100 + world.numbered();
                world.commits(n, |desk, sessions, now| {
                    let key = device_key(device).verifying_key().to_bytes();
                    let done = desk.perform(&INVITE, &sessions[0], now, |work| {
                        enrol(work, device_id(device), &key, None)
                    });
                    done.ok()?.committed.act
                })
            }
            Self::Upgrade(n) => {
                let node = &mut world.nodes[n];
                let can = node.on().is_some() && !node.upgraded;
                if can {
                    node.upgrade();
                    world.began(n);
                }
                can
            }
            Self::Erase(n) => {
                let any = world.rng.u64(..);
                world.commits(n, |desk, sessions, now| erase(desk, sessions, any, now))
            }
        }
    }
}

fn change_roles(desk: &Desk, sessions: &[Session], admin: bool, now: Now) -> Option<ActId> {
    let roles = if admin {
        vec![Role::Admin, Role::SalesManager]
    } else {
        vec![Role::SalesManager]
    };
    let ask = ChangeStaff {
        id: sessions[1].me.id.0,
        name: None,
        roles: Some(roles),
        active: None,
    };
    let done = desk.perform(&CHANGE_STAFF, &sessions[0], now, |work| {
        change_staff(work, &ask)
    });
    done.ok()?.committed.act
}

/// One asks, the other does it: no one alone erases anybody.
fn erase(desk: &Desk, sessions: &[Session], any: u64, now: Now) -> Option<ActId> {
    let customers = desk.store().read().ids_of("customer").ok()?;
    let customer = customers.get(any as usize % customers.len().max(1))?;
    let ask = AskErasure {
        customer: (*customer).into(),
        reason: "asked".to_owned(),
    };
    let keys = sessions[1].keys.as_ref()?;
    let asked = desk.perform(&ASK_ERASURE, &sessions[1], now, |work| {
        ask_erasure(work, &ask, keys)
    });
    let asked = asked.ok()?.committed.act;
    let requests = desk.store().read().erasures_asked_for(ask.customer).ok()?;
    let ask = serde_json::json!({ "request": requests.first()?.id });
    let erased = on_desk(desk, &sessions[0], "erase_customer", ask, now);
    erased.map_or(asked, |done| done.committed.act)
}
