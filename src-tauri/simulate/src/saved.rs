//! What somebody was told is saved: it has to be everywhere in the end.

use domain::id::ActId;

use crate::node::Saved;
use crate::world::World;

impl World<'_> {
    /// What a PC wrote after its copy was made, and nobody else has, is lost with the disk: nobody can bring that back.
    pub fn forget_what_only_it_had(&mut self, n: usize) {
        let then = self.nodes[n].saved_then;
        let mut saved = std::mem::take(&mut self.nodes[n].saved);
        let mut at = 0;
        saved.retain(|saved| {
            at += 1;
            at <= then || (0..self.nodes.len()).any(|other| other != n && self.has(other, saved))
        });
        self.nodes[n].saved = saved;
    }

    /// Whether a PC has an act. By its name: after two copies of one disk went on, another act may stand in the same place.
    fn has(&self, n: usize, saved: &Saved) -> bool {
        let Some(desk) = self.nodes[n].on() else {
            return false;
        };
        // What was kept and not applied is here as well.
        desk.apply().is_ok() && desk.store().read().has_act(saved.act).unwrap_or(false)
    }

    /// Notes an act of which somebody was told that it is saved.
    pub fn saved(&mut self, n: usize, act: ActId) {
        let Some(desk) = self.nodes[n].on() else {
            return;
        };
        let store = desk.store();
        let log = store.own_log();
        let seq = store.vector().of(log);
        drop(store);
        self.nodes[n].saved.push(Saved { act, log, seq });
    }
}
