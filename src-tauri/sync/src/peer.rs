//! When a PC speaks with its hub: a machine without a clock, a socket or a thread.
//!
//! It is told what happened and when, and answers what is to be done. A round follows whatever happens here or there; while nothing
//! happens nobody polls, the hub says when there is news. After a failure it waits, twice as long each time and never the same, up to
//! [`LONGEST_WAIT`]; when the network returns it does not wait.

use domain::id::IncarnationId;
use domain::planted::{Bug, planted};

use crate::round::{Refusal, Taken};

/// Milliseconds of some clock that only goes forward.
pub type Ticks = u64;

/// The first wait after a failure.
const FIRST_WAIT: Ticks = 500;
/// No wait is longer: whoever plugs a cable in sees it work.
pub const LONGEST_WAIT: Ticks = 30_000;
/// The same for whom the hub does not let in: somebody has to do something first.
const LONGEST_WAIT_OUTSIDE: Ticks = 300_000;
/// Rounds in a row that may find a log in disorder.
const MOST_MENDED: u32 = 5;
/// A listening line on which nothing was heard for so long is taken for dead. The hub says something every 15 s.
pub const SILENCE: Ticks = 45_000;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// There is a hub to speak with; or another one than before.
    Began,
    /// Something was written here.
    Wrote,
    /// The hub says that it has news, or that it is still there.
    Heard {
        /// It has something that it had not when we last asked.
        news: bool,
    },
    /// The network is there again, or the PC woke up, or somebody asks for it.
    NetworkReturned,
    /// The time named by [`Action::WakeAt`] has come.
    Woke,
    /// A round was held.
    Rounded(Taken),
    /// A round or the listening line broke off.
    Failed(Trouble),
}

/// Why it broke off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody answers.
    Unreachable,
    /// The hub cannot just now, and says so: a full disk, too many at once.
    Unable,
    /// The hub does not let us in: waiting alone will not mend it.
    Refused,
    /// Our own machine failed.
    Ours,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Hold a round.
    Round,
    /// Open the listening line.
    Listen,
    /// Come back at this time.
    WakeAt(Ticks),
    /// A log is another there: set apart what is only here, and say it again in our own.
    Yield(IncarnationId),
}

/// What people are told in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Everything that is known there is known here, and the other way round, as far as one can know.
    Synced,
    /// It is just being exchanged.
    Busy,
    /// Nobody answers; work goes on.
    Offline,
    /// Somebody has to do something.
    Attention,
}

/// The machine.
#[derive(Debug)]
pub struct Peer {
    rounding: bool,
    /// Something happened during the round.
    again: bool,
    listening: bool,
    failures: u32,
    wake: Option<Ticks>,
    trouble: Option<Trouble>,
    heard: Ticks,
    refused: Vec<Refusal>,
    mended: u32,
    jitter: u64,
    begun: bool,
}

impl Peer {
    /// A machine whose waits are its own: two PCs with different seeds do not come back at the same moment.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            rounding: false,
            again: false,
            listening: false,
            failures: 0,
            wake: None,
            trouble: None,
            heard: 0,
            refused: Vec::new(),
            mended: 0,
            jitter: seed | 1,
            begun: false,
        }
    }

    /// Takes what happened, says what to do.
    pub fn step(&mut self, event: Event, now: Ticks) -> Vec<Action> {
        match event {
            Event::Began => {
                *self = Self::new(self.jitter);
                self.begun = true;
                self.heard = now;
                self.round()
            }
            _ if !self.begun => Vec::new(),
            Event::Wrote => self.round_unless_waiting(),
            Event::Heard { news } => {
                self.heard = now;
                if news {
                    self.round_unless_waiting()
                } else {
                    Vec::new()
                }
            }
            Event::NetworkReturned => {
                self.failures = 0;
                self.wake = None;
                self.round()
            }
            Event::Woke => self.woke(now),
            Event::Rounded(taken) => self.rounded(taken, now),
            Event::Failed(trouble) => self.failed(trouble, now),
        }
    }

    /// In one word; `waiting` are ops here that the hub is not known to have.
    #[must_use]
    pub fn state(&self, waiting: u64) -> State {
        match self.trouble {
            Some(Trouble::Refused | Trouble::Ours | Trouble::Unable) => State::Attention,
            Some(Trouble::Unreachable) => State::Offline,
            None if !self.refused.is_empty() => State::Attention,
            None if self.rounding || waiting > 0 => State::Busy,
            None => State::Synced,
        }
    }

    /// What stops it, if anything does.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        self.trouble
    }

    /// What one side did not take of the other in the last round.
    #[must_use]
    pub fn refused(&self) -> &[Refusal] {
        &self.refused
    }

    fn round(&mut self) -> Vec<Action> {
        if self.rounding {
            self.again = true;
            return Vec::new();
        }
        self.rounding = true;
        self.again = false;
        vec![Action::Round]
    }

    /// While nobody answers the next try comes in its time, and takes along what was written.
    fn round_unless_waiting(&mut self) -> Vec<Action> {
        if self.trouble.is_some() {
            return Vec::new();
        }
        self.round()
    }

    fn woke(&mut self, now: Ticks) -> Vec<Action> {
        match self.wake {
            Some(at) if at <= now => {
                self.wake = None;
                if self.trouble.is_some() {
                    return self.round();
                }
                if self.listening && now >= self.heard + SILENCE {
                    self.listening = false;
                    return self.round();
                }
                self.watch()
            }
            Some(at) => vec![Action::WakeAt(at)],
            None => Vec::new(),
        }
    }

    fn rounded(&mut self, taken: Taken, now: Ticks) -> Vec<Action> {
        self.rounding = false;
        self.failures = 0;
        self.trouble = None;
        self.wake = None;
        self.heard = now;
        self.refused = taken.refused;
        let mut actions: Vec<Action> = taken.forked.into_iter().map(Action::Yield).collect();
        if actions.is_empty() {
            self.mended = 0;
        } else if self.mended < MOST_MENDED {
            self.mended += 1;
            self.again = true;
        } else {
            // It did not help: not again and again.
            return self.failed(Trouble::Ours, now);
        }
        if taken.again || self.again {
            actions.extend(self.round());
        } else if !self.listening {
            self.listening = true;
            actions.push(Action::Listen);
        }
        actions.extend(self.watch());
        actions
    }

    fn failed(&mut self, trouble: Trouble, now: Ticks) -> Vec<Action> {
        // The first thing that breaks off on a line that was well is tried again at once.
        let at_once = self.trouble.is_none() && self.failures == 0 && self.listening;
        self.rounding = false;
        self.again = false;
        self.listening = false;
        self.failures = self.failures.saturating_add(1);
        if at_once && trouble == Trouble::Unreachable {
            return self.round();
        }
        self.trouble = Some(trouble);
        let longest = match trouble {
            Trouble::Refused => LONGEST_WAIT_OUTSIDE,
            _ => LONGEST_WAIT,
        };
        let wait = FIRST_WAIT
            .saturating_mul(1 << self.failures.min(10))
            .min(longest);
        // Between half of it and all of it.
        let wait = wait / 2 + self.random() % (wait / 2 + 1);
        if planted(Bug::NeverTriedAgain) {
            return Vec::new();
        }
        self.wake = Some(now + wait);
        vec![Action::WakeAt(now + wait)]
    }

    /// Looks after the listening line.
    fn watch(&mut self) -> Vec<Action> {
        if !self.listening {
            return Vec::new();
        }
        let at = self.heard + SILENCE;
        self.wake = Some(at);
        vec![Action::WakeAt(at)]
    }

    /// Xorshift: waits need no better chance.
    fn random(&mut self) -> u64 {
        self.jitter ^= self.jitter << 13;
        self.jitter ^= self.jitter >> 7;
        self.jitter ^= self.jitter << 17;
        self.jitter
    }
}

#[cfg(test)]
mod tests;
