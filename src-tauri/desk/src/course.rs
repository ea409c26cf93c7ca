//! How far a long work of this program is, and the wish to stop it: an import, a copy, a check. Asked from another thread while
//! it runs. One at a time is watched: the later of two is the one that somebody waits for.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use ts_rs::TS;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// A sheet is unpacked.
    Reading,
    /// Its rows are understood.
    Understanding,
    /// Its rows are written.
    Saving,
    /// A copy is made and read back.
    Copying,
    /// A copy is brought back.
    Restoring,
    /// The file is checked.
    Checking,
    /// The tables are made anew.
    Rebuilding,
    /// A branch is joined.
    Joining,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Of it.
    pub done: u64,
    /// Of how much; 0 when that is not known.
    pub total: u64,
}

/// The long work of this program.
#[derive(Debug, Default)]
pub(crate) struct Course {
    now: Mutex<Option<Progress>>,
    stop: AtomicBool,
}

impl Course {
    /// Begins; an old wish to stop is forgotten. Over when the answer is dropped, however that comes.
    pub fn begin(&self, phase: Phase) -> Step<'_> {
        self.stop.store(false, Ordering::SeqCst);
        self.set(Some(Progress {
            phase,
            done: 0,
            total: 0,
        }));
        Step { course: self }
    }

    /// Somebody wants it to stop.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// How far it is; nothing when nothing runs.
    pub fn now(&self) -> Option<Progress> {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, progress: Option<Progress>) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}

/// A work under way.
pub(crate) struct Step<'c> {
    course: &'c Course,
}

impl Step<'_> {
    /// Tells how far it is; answers whether to go on.
    pub fn tell(&self, phase: Phase, done: u64, total: u64) -> ControlFlow<()> {
        self.course.set(Some(Progress { phase, done, total }));
        if self.course.stop.load(Ordering::SeqCst) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl Drop for Step<'_> {
    fn drop(&mut self) {
        self.course.set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_to_stop_is_heard_once_and_forgotten_by_the_next_work() {
        let course = Course::default();
        let first = course.begin(Phase::Copying);
        assert!(first.tell(Phase::Copying, 1, 2).is_continue());
        course.stop();
        assert!(first.tell(Phase::Copying, 2, 2).is_break());
        drop(first);
        assert_eq!(course.now(), None);
        let second = course.begin(Phase::Checking);
        assert!(second.tell(Phase::Checking, 1, 2).is_continue());
    }
}
