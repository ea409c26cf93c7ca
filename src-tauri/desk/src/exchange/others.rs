//! The hub looks for other hubs of the branch: one that was it before and has not heard of the change, or one that took over in another
//! half of a network that was cut. Whoever is reached hears of everything, and so of who is the hub now.

use std::collections::BTreeSet;
use std::time::Duration;

use sync::tls::Identity;
use tokio::time::Instant;

use super::link::Shared;
use super::speak::{Broken, Speaking};

/// Between two tries to reach hubs of before, until each was reached once.
const EVERY: Duration = Duration::from_secs(5);
/// Between two questions to the LAN.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// Rounds with one of them; more is no exchange any more.
const MOST_ROUNDS: usize = 1_000;

/// Looks for them until it is dropped.
pub(super) async fn reach(shared: &Shared, identity: &Identity) {
    let whom = shared.whom().unwrap_or_default();
    let mut before: BTreeSet<String> = whom.hubs_before.into_iter().collect();
    let mut looked: Option<Instant> = None;
    loop {
        let mut places: Vec<String> = before.iter().cloned().collect();
        if looked.is_none_or(|at| at.elapsed() >= LOOK_EVERY) {
            looked = Some(Instant::now());
            places.extend(super::found(whom.branch).await);
        }
        for address in places {
            if exchange(shared, identity, &address).await.is_ok() {
                before.remove(&address);
            }
        }
        let wait = if before.is_empty() { LOOK_EVERY } else { EVERY };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = shared.nudged() => looked = None,
        }
    }
}

/// Everything that one side has and the other lacks. Of two hubs that have different logs of one name the one with the lower key gives way:
/// were it whoever asks, both might do so at once, and would only have changed places.
async fn exchange(shared: &Shared, identity: &Identity, address: &str) -> Result<(), Broken> {
    let mut speaking = Speaking::to(shared, identity, address);
    let mut gave_way = false;
    for _ in 0..MOST_ROUNDS {
        let taken = speaking.round().await?;
        if !taken.forked.is_empty() && !gave_way {
            gave_way = true;
            speaking.only_where_key_is_above_ours();
            for log in taken.forked {
                speaking.give_way(log).await?;
            }
        } else if !taken.again {
            break;
        }
    }
    Ok(())
}
