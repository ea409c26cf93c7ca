//! What was kept comes into the tables, beside the line and behind it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::link::{AGAIN, Shared};
use crate::commands::Noun;
use crate::now::Now;

/// Applies what was kept, whenever something was.
pub(super) async fn apply(shared: Arc<Shared>) {
    loop {
        until_all_is_here(&shared).await;
        let here = Arc::clone(&shared);
        let applied = tokio::task::spawn_blocking(move || {
            let (mut committed, more) = here.desk.apply_some()?;
            if let Ok(granted) = here.desk.grant_holds(&committed, Now(here.now())) {
                committed.tables.extend(granted.tables);
            }
            if committed.tables.contains("staff") || committed.tables.contains("staff_role") {
                (here.people)();
            }
            Ok::<_, store::StoreFailed>((Noun::touched(&committed), more))
        })
        .await;
        match applied {
            Ok(Ok((nouns, more))) => {
                if !nouns.is_empty() {
                    (shared.wire.touched)(&nouns);
                }
                if !more {
                    shared.desk.kept.notified().await;
                }
            }
            // A full disk, mostly: what was kept stays, and is tried again.
            Ok(Err(_)) => tokio::time::sleep(AGAIN).await,
            Err(_) => return,
        }
    }
}

/// Whoever gives a lot is not made to wait for the tables: what came is applied when all of it is here, or in a while.
async fn until_all_is_here(shared: &Shared) {
    /// Between one round and the next.
    const NEXT: Duration = Duration::from_millis(200);
    const A_WHILE: Duration = Duration::from_secs(3);
    let mut more_comes = shared.desk.more_comes.subscribe();
    let waited = Instant::now();
    loop {
        let said: Option<Instant> = *more_comes.borrow_and_update();
        if said.is_none_or(|said| said.elapsed() >= NEXT) || waited.elapsed() >= A_WHILE {
            return;
        }
        // Until it is said again, or was not.
        let _ = tokio::time::timeout(NEXT, more_comes.changed()).await;
    }
}
