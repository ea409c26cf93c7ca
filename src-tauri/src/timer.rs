//! What happens by itself: the daily copy, locking after the machine slept, coming to the front when started again.

use std::sync::Arc;
use std::time::Duration;

use desk::door::Door;
use desk::now::Now;
use tauri::{Emitter, WebviewWindow};

use crate::clock;
use crate::instance::Instance;

const TICK: Duration = Duration::from_secs(1);
/// Ticks between two looks whether a copy is due.
const BACKUP_EVERY: u32 = 300;
/// Ticks between two tidyings.
const TIDY_EVERY: u32 = 60;
/// Steps of one tidying at most: many after a large import, one or none on other days.
const TIDY_STEPS: u32 = 120;
/// A tick that took this long slept: lid closed, machine suspended.
const SLEPT_MS: i64 = 60_000;
/// Tells the screens that the door was locked from here.
const LOCKED: &str = "locked";

/// Starts the thread; it ends with the process.
pub(crate) fn start(window: WebviewWindow, door: Arc<Door>, instance: Instance) {
    std::thread::spawn(move || {
        let mut last = clock::now();
        let mut ticks = 0u32;
        loop {
            std::thread::sleep(TICK);
            let now = clock::now();
            if slept(last, now) && door.lock().is_ok() {
                drop(window.emit(LOCKED, ()));
            }
            last = now;
            if instance.knocked() {
                drop(window.unminimize().and_then(|()| window.set_focus()));
            }
            ticks = ticks.wrapping_add(1);
            if ticks.is_multiple_of(TIDY_EVERY) {
                tidy(&door);
            }
            if ticks % BACKUP_EVERY == BACKUP_EVERY / 10
                && door.back_up_if_due(now).is_ok_and(|made| made)
            {
                drop(window.emit("touched", ["backup"]));
            }
        }
    });
}

/// Step by step, so that nobody waits for more than one; what cannot be tidied now is tidied later.
fn tidy(door: &Door) {
    for _ in 0..TIDY_STEPS {
        if !door.tidy().unwrap_or(false) {
            break;
        }
    }
}

fn slept(last: Now, now: Now) -> bool {
    now.moment().0 - last.moment().0 > SLEPT_MS
}
