//! The branch, its network and its time: events in order of a clock that nobody waits for.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use desk::desk::Desk;
use desk::now::Now;
use desk::session::Session;
use domain::id::{ActId, DeviceId};
use domain::when::Moment;
use fastrand::Rng;
use sync::peer::{Action, Event, Trouble};
use sync::round::Logs;

use crate::faults::Fault;
use crate::node::Node;
use crate::template::{BEGIN, Template, device_id, fast_folder};

/// Milliseconds between two acts of one person, about.
const ACT_EVERY: u64 = 20_000;
/// What happens next.
#[derive(Debug, Clone)]
pub(crate) enum Next {
    /// Somebody does something at this PC.
    Act(usize),
    /// A PC wakes up.
    Wake(usize),
    /// A question arrives at the hub.
    Asked {
        by: usize,
        round: u64,
        hub: usize,
        message: Vec<u8>,
    },
    /// An answer arrives.
    Answered {
        at: usize,
        round: u64,
        answer: Result<Vec<u8>, Trouble>,
    },
    /// A round was not answered.
    GivenUp { at: usize, round: u64 },
    /// The hub's news arrive.
    News { at: usize, number: u64 },
    /// What was kept is applied.
    Apply(usize),
    /// A hub looks for others of the branch.
    Reach(usize),
    /// Something goes wrong.
    Fault(Fault),
}

/// What a run came to.
#[derive(Debug, Default, Clone)]
pub struct Tally {
    pub acts: u64,
    pub refused: u64,
    pub by_verb: BTreeMap<String, u64>,
    pub rounds: u64,
    pub faults: BTreeMap<&'static str, u64>,
}

/// A branch.
pub struct World<'t> {
    pub nodes: Vec<Node>,
    pub sessions: &'t [Session],
    pub rng: Rng,
    /// Milliseconds since the beginning.
    pub time: u64,
    pub tally: Tally,
    /// No more acts are done when so many were.
    pub(crate) ops: u64,
    events: BinaryHeap<Reverse<(u64, u64)>>,
    queue: BTreeMap<u64, Next>,
    numbered: u64,
    /// Pairs between which nothing gets through, in this direction.
    pub cut: Vec<(usize, usize)>,
    /// Of a thousand messages so many are lost, doubled, damaged.
    pub bad_line: u64,
    /// Faults stop when it is to become quiet.
    pub healing: bool,
    /// What is wrong, as soon as it is seen.
    pub wrong: Vec<String>,
    /// What was written of whom, in words that occur nowhere else.
    pub remarks: Vec<(String, String)>,
    folder: tempfile::TempDir,
}

impl<'t> World<'t> {
    /// A branch as the template has it.
    pub fn new(template: &'t Template, seed: u64, ops: u64, pcs: usize) -> Self {
        let mut rng = Rng::with_seed(seed);
        let folder = fast_folder();
        let nodes: Vec<Node> = (0..pcs)
            .map(|n| {
                let own = folder.path().join(n.to_string());
                let mut node = Node::from(&template.of(n as u64), own, n as u64, seed << 8);
                node.skew = skew(&mut rng);
                node
            })
            .collect();
        let mut world = Self {
            nodes,
            sessions: template.sessions(),
            bad_line: [0, 20, 100][rng.usize(0..3)],
            rng,
            time: 0,
            tally: Tally::default(),
            ops,
            events: BinaryHeap::new(),
            queue: BTreeMap::new(),
            numbered: 0,
            cut: Vec::new(),
            healing: false,
            wrong: Vec::new(),
            remarks: Vec::new(),
            folder,
        };
        for n in 0..pcs {
            let first = world.rng.u64(0..ACT_EVERY);
            world.later(first, Next::Act(n));
            world.began(n);
        }
        for fault in Fault::weather(&mut world.rng, ops, pcs) {
            let at = world.rng.u64(0..ops.max(1) * ACT_EVERY / pcs as u64);
            world.later(at, Next::Fault(fault));
        }
        world
    }

    /// True time.
    pub fn truth(&self) -> Moment {
        Moment(BEGIN.0 + self.time as i64)
    }

    /// Whom a PC speaks with: who answered last, the hub that it knows, or whoever answers for the branch on the network.
    pub(crate) fn goes_to(&self, n: usize) -> Option<usize> {
        let answers = |other: &usize| *other != n && self.is_hub(*other) && self.reaches(n, *other);
        let known = self.hub_named(n);
        let known = (0..self.nodes.len()).find(|m| known == Some(device_id(self.nodes[*m].device)));
        let mut places = [self.nodes[n].line, known].into_iter().flatten();
        places.find(answers).or_else(|| {
            (0..self.nodes.len())
                .filter(answers)
                .find(|other| self.reaches(*other, n))
        })
    }

    /// Whether a PC takes itself for the hub.
    pub fn is_hub(&self, node: usize) -> bool {
        self.hub_named(node) == Some(device_id(self.nodes[node].device))
    }

    /// Whether any PC takes this one for the hub, be it on or off.
    pub fn is_named_hub(&self, node: usize) -> bool {
        let device = device_id(self.nodes[node].device);
        (0..self.nodes.len()).any(|n| self.hub_named(n) == Some(device))
    }

    pub(crate) fn later(&mut self, wait: u64, next: Next) {
        self.numbered += 1;
        self.events.push(Reverse((self.time + wait, self.numbered)));
        self.queue.insert(self.numbered, next);
    }

    /// A number that nothing else in this run has.
    pub fn numbered(&mut self) -> u64 {
        self.numbered += 1;
        self.numbered
    }

    /// The next thing that happens; `false` when nothing is left.
    pub(crate) fn next(&mut self) -> bool {
        let Some(Reverse((time, number))) = self.events.pop() else {
            return false;
        };
        self.time = self.time.max(time);
        if let Some(next) = self.queue.remove(&number) {
            self.happens(next);
        }
        true
    }

    fn happens(&mut self, next: Next) {
        match next {
            Next::Act(n) => {
                if !self.healing {
                    self.act(n);
                    let wait = self.rng.u64(1_000..2 * ACT_EVERY);
                    self.later(wait, Next::Act(n));
                }
            }
            Next::Wake(n) => {
                if self.nodes[n].wake.is_some_and(|at| at <= self.time) {
                    self.nodes[n].wake = None;
                    // The hub says now and then how far its news are.
                    if self.nodes[n].listening
                        && let Some(hub) = self.nodes[n].line
                        && self.reaches(hub, n)
                    {
                        let number = self.nodes[hub].on().map_or(0, Logs::at);
                        let news = self.nodes[n].exchange.is_news(number);
                        self.step(n, Event::Heard { news });
                    }
                    self.step(n, Event::Woke);
                }
            }
            Next::Asked {
                by,
                round,
                hub,
                message,
            } => self.asked(by, round, hub, &message),
            Next::Answered { at, round, answer } => self.answered(at, round, answer),
            Next::GivenUp { at, round } => {
                if self.nodes[at].rounding && self.nodes[at].round == round {
                    self.broke_off(at, Trouble::Unreachable);
                }
            }
            Next::News { at, number } => {
                if self.nodes[at].listening {
                    let news = self.nodes[at].exchange.is_news(number);
                    self.step(at, Event::Heard { news });
                }
            }
            Next::Apply(n) => self.apply(n),
            Next::Reach(n) => self.reach(n),
            Next::Fault(fault) => {
                if !self.healing {
                    fault.happen(self);
                }
            }
        }
    }

    /// Gives an event to the machine of a PC and does what it says.
    pub fn step(&mut self, n: usize, event: Event) {
        if self.nodes[n].on().is_none() || self.is_hub(n) {
            return;
        }
        if let Event::Failed(_) = event {
            self.nodes[n].listening = false;
            self.nodes[n].line = None;
        }
        let time = self.time;
        for action in self.nodes[n].peer.step(event, time) {
            match action {
                Action::WakeAt(at) => {
                    self.nodes[n].wake = Some(at);
                    self.later(at.saturating_sub(time), Next::Wake(n));
                }
                Action::Listen => self.nodes[n].listening = true,
                Action::Round => self.ask(n),
                Action::Yield(log) => self.give_way(n, log),
            }
        }
    }

    fn apply(&mut self, n: usize) {
        let Some(desk) = self.nodes[n].on() else {
            return;
        };
        let now = Now(self.nodes[n].now(self.truth()));
        match desk.apply() {
            Ok(applied) => {
                let granted = desk.grant_holds(&applied, now);
                if granted.is_ok_and(|granted| granted.act.is_some()) {
                    self.wrote(n);
                }
            }
            // A full disk: tried again.
            Err(_) => self.later(5_000, Next::Apply(n)),
        }
        self.plays(n);
    }

    /// A PC that became the hub looks for others, one that no longer is it speaks with who is.
    pub(crate) fn plays(&mut self, n: usize) {
        if self.nodes[n].on().is_none() {
            return;
        }
        self.nodes[n].learn_hub();
        let hub = self.is_hub(n);
        if hub == self.nodes[n].plays_hub {
            return;
        }
        let node = &mut self.nodes[n];
        node.plays_hub = hub;
        node.hang_up();
        if hub {
            self.later(1_000, Next::Reach(n));
        } else {
            self.step(n, Event::Began);
        }
    }

    /// Something was written at a PC.
    pub fn wrote(&mut self, n: usize) {
        self.plays(n);
        if self.is_hub(n) {
            self.told(n);
        } else {
            self.step(n, Event::Wrote);
        }
    }

    /// The hub that a PC knows.
    pub fn hub_named(&self, n: usize) -> Option<DeviceId> {
        self.nodes[n].on()?;
        self.nodes[n].hub
    }

    /// An administrator decides something at a PC.
    pub fn decides(&mut self, n: usize, verb: &'static str, ask: serde_json::Value) -> bool {
        self.commits(n, |desk, sessions, now| {
            let done = desk::commands::on_desk(desk, &sessions[0], verb, ask, now);
            done.ok()?.committed.act
        })
    }

    /// Somebody does something at a PC; whether it was saved.
    pub fn commits(
        &mut self,
        n: usize,
        does: impl FnOnce(&Desk, &[Session], Now) -> Option<ActId>,
    ) -> bool {
        let now = Now(self.nodes[n].now(self.truth()));
        let Some(desk) = self.nodes[n].on() else {
            return false;
        };
        let act = does(desk, self.sessions, now);
        if let Some(act) = act {
            self.saved(n, act);
            self.wrote(n);
        }
        act.is_some()
    }

    /// Another PC, from a copy of a folder.
    pub fn join(&mut self, from: &std::path::Path, device: u64, upgraded: bool) -> usize {
        let n = self.nodes.len();
        let own = self.folder.path().join(n.to_string());
        let chance = self.rng.u64(1..1 << 40) << 8;
        let mut node = Node::from(from, own, device, chance);
        if upgraded {
            node.upgrade();
        }
        self.nodes.push(node);
        let wait = self.rng.u64(0..ACT_EVERY);
        self.later(wait, Next::Act(n));
        self.began(n);
        n
    }

    /// A PC was switched on.
    pub fn began(&mut self, n: usize) {
        self.step(n, Event::Began);
        self.plays(n);
    }
}

/// How wrong a clock goes: mostly hardly, sometimes by years.
pub fn skew(rng: &mut Rng) -> i64 {
    const YEAR: i64 = 365 * 86_400_000;
    match rng.u8(0..6) {
        0 => rng.i64(-10 * YEAR..10 * YEAR),
        1 => rng.i64(-3_600_000..3_600_000),
        _ => rng.i64(-2_000..2_000),
    }
}
