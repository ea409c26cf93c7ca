//! The lines between PCs: questions and answers as bytes, which may be late, lost, doubled or cut off.

use desk::desk::Desk;
use domain::id::IncarnationId;
use domain::log::Segment;
use store::ReceiveRefused;
use sync::frame;
use sync::peer::{Event, Trouble};
use sync::round::{self, Ask, Exchange, Logs, Reply, VERSION};

use crate::template::{device_id, device_key};
use crate::world::{Next, World};

/// A round that is not answered for so long is given up.
const GIVE_UP: u64 = 30_000;

/// Rounds that two hubs need, at most.
const MOST_ROUNDS: usize = 200;

impl World<'_> {
    pub(crate) fn ask(&mut self, n: usize) {
        let Some(hub) = self.goes_to(n) else {
            return self.fail_later(n);
        };
        let node = &mut self.nodes[n];
        let Some(desk) = &node.desk else { return };
        let Ok((ask, segments)) = node.exchange.ask(desk) else {
            return self.fail_later(n);
        };
        node.round += 1;
        node.rounding = true;
        node.line = Some(hub);
        node.asked = Some(ask.clone());
        let round = node.round;
        self.tally.rounds += 1;
        let message = frame::write(&ask, &segments);
        for message in self.through(n, hub, message) {
            let wait = self.latency();
            self.later(
                wait,
                Next::Asked {
                    by: n,
                    round,
                    hub,
                    message,
                },
            );
        }
        self.later(GIVE_UP, Next::GivenUp { at: n, round });
    }

    /// Nobody to ask, or the own disk is full: told as soon as it is seen.
    fn fail_later(&mut self, n: usize) {
        self.nodes[n].round += 1;
        self.nodes[n].rounding = true;
        let round = self.nodes[n].round;
        self.later(10, Next::GivenUp { at: n, round });
    }

    pub(crate) fn asked(&mut self, by: usize, round: u64, hub: usize, message: &[u8]) {
        if !self.is_hub(hub) {
            return;
        }
        let Some(desk) = self.nodes[hub].on() else {
            return;
        };
        let before = desk.at();
        let answer = self.admitted(desk, by).and_then(|()| {
            let (ask, segments) = frame::read::<Ask>(message).map_err(|_| Trouble::Refused)?;
            if ask.v != VERSION {
                return Err(Trouble::Refused);
            }
            let (reply, back) =
                round::answer(desk, &ask, &segments).map_err(|_| Trouble::Unable)?;
            Ok(frame::write(&reply, &back))
        });
        let after = desk.at();
        if after != before {
            self.told(hub);
        }
        let messages = match answer {
            Ok(answer) => self.through(hub, by, answer).into_iter().map(Ok).collect(),
            Err(trouble) => vec![Err(trouble)],
        };
        for answer in messages {
            let wait = self.latency();
            self.later(
                wait,
                Next::Answered {
                    at: by,
                    round,
                    answer,
                },
            );
        }
    }

    fn admitted(&self, desk: &Desk, by: usize) -> Result<(), Trouble> {
        let store = desk.store();
        let tables = store.read();
        let device = device_id(self.nodes[by].device);
        let known = tables.devices().map_err(|_| Trouble::Unable)?;
        let shut_out = tables.is_shut_out(device).map_err(|_| Trouble::Unable)?;
        if shut_out || !known.iter().any(|one| one.id == device) {
            return Err(Trouble::Refused);
        }
        Ok(())
    }

    pub(crate) fn answered(&mut self, n: usize, round: u64, answer: Result<Vec<u8>, Trouble>) {
        if !self.nodes[n].rounding || self.nodes[n].round != round {
            return;
        }
        let answer = match answer {
            Ok(answer) => answer,
            Err(trouble) => return self.broke_off(n, trouble),
        };
        let node = &mut self.nodes[n];
        let Some(desk) = &node.desk else { return };
        let read = frame::read::<Reply>(&answer);
        let Ok((reply, segments)) = read else {
            return self.broke_off(n, Trouble::Unreachable);
        };
        let Some(asked) = node.asked.take() else {
            return;
        };
        let taken = node.exchange.take(desk, &asked, reply, &segments);
        node.rounding = false;
        match taken {
            Ok(taken) => {
                if taken.news {
                    let wait = self.rng.u64(0..50);
                    self.later(wait, Next::Apply(n));
                }
                self.step(n, Event::Rounded(taken));
            }
            Err(_) => self.broke_off(n, Trouble::Ours),
        }
    }

    pub(crate) fn broke_off(&mut self, n: usize, trouble: Trouble) {
        self.nodes[n].rounding = false;
        self.nodes[n].round += 1;
        self.step(n, Event::Failed(trouble));
    }

    /// Something came to a hub: whoever listens is told, and it is applied.
    pub(crate) fn told(&mut self, hub: usize) {
        let Some(number) = self.nodes[hub].on().map(Logs::at) else {
            return;
        };
        let wait = self.rng.u64(0..50);
        self.later(wait, Next::Apply(hub));
        for n in 0..self.nodes.len() {
            if n != hub
                && self.nodes[n].listening
                && self.nodes[n].line == Some(hub)
                && self.reaches(hub, n)
            {
                let wait = self.latency();
                self.later(wait, Next::News { at: n, number });
            }
        }
    }

    /// A PC lets its hub's log of this name be the one.
    pub(crate) fn give_way(&mut self, n: usize, log: IncarnationId) {
        if let Some(hub) = self.nodes[n].line {
            self.give_way_to(n, hub, log);
        }
    }

    fn give_way_to(&mut self, n: usize, hub: usize, log: IncarnationId) {
        if !self.reaches(n, hub) || !self.reaches(hub, n) {
            return;
        }
        let (Some(desk), Some(theirs)) = (self.nodes[n].on(), self.nodes[hub].on()) else {
            return;
        };
        let Ok(have) = theirs.have() else { return };
        let mut vector = have.vector();
        vector.0.insert(log, 0);
        let mut all = Vec::new();
        loop {
            let Ok((segments, more)) = theirs.beyond(&vector, frame::FULL) else {
                return;
            };
            let of_log =
                |packed: &Vec<u8>| Segment::head(packed).is_ok_and(|head| head.incarnation == log);
            let segments: Vec<_> = segments.into_iter().filter(of_log).collect();
            let last = segments
                .last()
                .and_then(|packed| Segment::head(packed).ok());
            all.extend(segments);
            match last {
                Some(head) if more => vector.0.insert(log, head.last),
                _ => break,
            };
        }
        let now = desk::now::Now(self.nodes[n].now(self.truth()));
        if let Err(refused) = desk.give_way(log, &all, now)
            && !matches!(refused, ReceiveRefused::Failed(_))
        {
            self.wrong.push(format!("PC {n} gives way: {refused}"));
        }
        self.step(n, Event::Wrote);
    }

    /// A hub exchanges with every other that it reaches, and looks again later.
    pub(crate) fn reach(&mut self, n: usize) {
        if !self.nodes[n].plays_hub {
            return;
        }
        let others = (0..self.nodes.len()).filter(|other| *other != n);
        let others: Vec<_> = others.filter(|other| self.is_hub(*other)).collect();
        for other in &others {
            if self.reaches(n, *other) && self.reaches(*other, n) {
                self.exchange_with(n, *other);
            }
        }
        if !self.healing || !others.is_empty() {
            let wait = self.rng.u64(5_000..60_000);
            self.later(wait, Next::Reach(n));
        }
    }

    pub(crate) fn exchange_with(&mut self, n: usize, other: usize) {
        let mut exchange = Exchange::default();
        let mut forked = Vec::new();
        let mut rounds = 0;
        loop {
            rounds += 1;
            if rounds > MOST_ROUNDS {
                self.wrong
                    .push(format!("hubs {n} and {other} speak for ever"));
                return;
            }
            let (Some(ours), Some(theirs)) = (self.nodes[n].on(), self.nodes[other].on()) else {
                return;
            };
            if self.admitted(theirs, n).is_err() {
                break;
            }
            let Ok((ask, segments)) = exchange.ask(ours) else {
                break;
            };
            let Ok((reply, back)) = round::answer(theirs, &ask, &segments) else {
                break;
            };
            let Ok(taken) = exchange.take(ours, &ask, reply, &back) else {
                break;
            };
            forked = taken.forked;
            if !taken.again {
                break;
            }
        }
        // Of two hubs the one with the lower key lets the other's log be the one.
        let key = |n: usize| device_key(self.nodes[n].device).verifying_key().to_bytes();
        if key(n) < key(other) {
            for log in forked {
                self.give_way_to(n, other, log);
            }
        }
        self.told(n);
        self.told(other);
    }

    /// Whether a line carries anything in this direction.
    pub fn reaches(&self, from: usize, to: usize) -> bool {
        let off = |n: usize| self.nodes[n].on().is_none();
        !off(from) && !off(to) && !self.cut.contains(&(from, to))
    }

    /// What arrives of a message: it may be lost, come twice, or be cut off.
    fn through(&mut self, from: usize, to: usize, message: Vec<u8>) -> Vec<Vec<u8>> {
        if !self.reaches(from, to) {
            return Vec::new();
        }
        let bad = !self.healing && self.rng.u64(0..1_000) < self.bad_line;
        match self.rng.u8(0..3) {
            _ if !bad => vec![message],
            0 => Vec::new(),
            1 => vec![message.clone(), message],
            _ => {
                let end = self.rng.usize(0..=message.len());
                vec![message[..end].to_vec()]
            }
        }
    }

    fn latency(&mut self) -> u64 {
        self.rng.u64(1..200)
    }

    /// A line to a PC that has just ended.
    pub fn hears_of_the_end_of(&mut self, n: usize, ended: usize) {
        if self.nodes[n].listening && self.nodes[n].line == Some(ended) {
            self.step(n, Event::Failed(Trouble::Unreachable));
        }
    }
}
