//! How far a long import is, and the wish to stop it. Asked from another thread while it runs.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use ts_rs::TS;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// The file is unpacked.
    Reading,
    /// Rows are understood.
    Checking,
    /// Rows are written.
    Saving,
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

/// The one import of this program.
#[derive(Debug, Default)]
pub(super) struct Course {
    now: Mutex<Option<Progress>>,
    stop: AtomicBool,
}

impl Course {
    /// Begins; an old wish to stop is forgotten.
    pub fn begin(&self) {
        self.stop.store(false, Ordering::SeqCst);
    }

    /// Tells how far it is; answers whether to go on.
    pub fn tell(&self, phase: Phase, done: u64, total: u64) -> ControlFlow<()> {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Progress { phase, done, total });
        if self.stop.load(Ordering::SeqCst) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Over, one way or the other.
    pub fn end(&self) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    pub fn now(&self) -> Option<Progress> {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
