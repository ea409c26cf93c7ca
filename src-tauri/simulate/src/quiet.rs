//! The end of a run: every fault is healed, and then nothing may happen any more.

use crate::check;
use crate::world::World;

impl World<'_> {
    /// Lets everything happen that people do, then heals every fault, then waits until nothing happens any more.
    pub fn run(&mut self) {
        while self.tally.acts + self.tally.refused < self.ops && self.wrong.is_empty() {
            if !self.next() {
                break;
            }
        }
        self.heal();
        self.become_quiet();
        for _ in 0..3 {
            let inside = check::inside(self);
            let Some(one) = inside.first() else { return };
            if !self.wrong.is_empty() || check::hub(self, &inside).is_some() {
                return;
            }
            // As people do: where the hub is gone another PC takes its place.
            self.decides(*one, "make_hub", serde_json::json!({}));
            self.become_quiet();
        }
    }

    /// Faults end, everything that can be is switched on.
    fn heal(&mut self) {
        self.healing = true;
        self.cut.clear();
        for n in 0..self.nodes.len() {
            self.nodes[n].skew = 0;
            if !self.nodes[n].gone {
                if let Some(desk) = self.nodes[n].on() {
                    drop(desk.store().limit_pages(None));
                } else {
                    self.nodes[n].start();
                    // Who was on all the time is not told that anything was mended.
                    self.began(n);
                }
            }
        }
    }

    /// Until no PC has anything to say: in so many rounds, or something speaks for ever.
    fn become_quiet(&mut self) {
        /// For one PC; each has what every other wrote to fetch and its own to give.
        const MOST_ROUNDS: u64 = 60;
        let most = self.tally.rounds + MOST_ROUNDS * self.nodes.len() as u64;
        let end = self.time + 3_600_000;
        while self.time < end && self.wrong.is_empty() && self.next() {
            if self.tally.rounds > most {
                self.wrong
                    .push(format!("no quiet within {MOST_ROUNDS} rounds for each PC"));
            }
        }
        for n in 0..self.nodes.len() {
            if let Some(desk) = self.nodes[n].on()
                && let Err(failed) = desk.apply()
            {
                self.wrong.push(format!("PC {n} applies: {failed}"));
            }
        }
    }
}
