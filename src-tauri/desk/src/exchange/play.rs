//! What this PC is to the others, as things stand: nobody, their hub, or one who speaks with a hub; and doing that.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hub::{Hub, HubFailed};
use tokio::sync::watch;

use super::applying;
use super::host::Served;
use super::link::{AGAIN, Shared};
use super::status::{ExchangeState, ExchangeStatus, Part};
use super::{others, speak};

/// What there is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Play {
    Alone,
    Hub,
    /// With what somebody typed about where the hub is.
    Member(Option<String>),
}

pub(super) async fn keep_the_line(shared: Arc<Shared>, mut stopped: watch::Receiver<bool>) {
    let applying = tokio::spawn(applying::apply(Arc::clone(&shared)));
    let watching = tokio::spawn(watch_the_network(Arc::clone(&shared)));
    let mut seed = u64::from_be_bytes(
        shared.device.0.as_bytes()[8..]
            .try_into()
            .unwrap_or_default(),
    );
    let mut serving = None;
    loop {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let play = shared.play().unwrap_or(Play::Alone);
        tokio::select! {
            () = act(&shared, &play, seed, &mut serving) => tokio::time::sleep(AGAIN).await,
            () = another(&shared, &play) => {}
            _ = stopped.wait_for(|stop| *stop) => break,
        }
    }
    applying.abort();
    watching.abort();
    shared.remember();
}

/// Waits until there is something else to do.
async fn another(shared: &Shared, play: &Play) {
    loop {
        shared.desk.parts.notified().await;
        if shared.play().is_ok_and(|now| now != *play) {
            return;
        }
    }
}

/// Does it; comes back only where it could not begin. `serving` is what answers others, or still does so from before.
async fn act(shared: &Arc<Shared>, play: &Play, seed: u64, serving: &mut Option<Hub>) {
    let Some(identity) = shared.identity() else {
        return;
    };
    match play {
        Play::Alone => {
            shared.set(|status| *status = ExchangeStatus::default());
            std::future::pending().await
        }
        Play::Member(_) => {
            tokio::join!(speak::speak(shared, &identity, seed), retire(serving));
        }
        Play::Hub => {
            *serving = None;
            let address = SocketAddr::new(shared.wire.listen, shared.wire.port);
            let branch = shared.whom().map(|whom| whom.branch).unwrap_or_default();
            let host = Arc::new(Served::new(Arc::clone(shared)));
            let (state, trouble, hub) = match Hub::start(host, &identity, address, branch) {
                Ok(hub) => (ExchangeState::Synced, None, Some(hub)),
                Err(HubFailed::PortInUse) => {
                    (ExchangeState::Attention, Some("hub_port_in_use"), None)
                }
                Err(HubFailed::Io(_)) => (ExchangeState::Attention, Some("hub_failed"), None),
            };
            shared.set(|status| {
                *status = ExchangeStatus {
                    state,
                    part: Part::Hub,
                    waiting: 0,
                    last_contact: None,
                    trouble: trouble.map(str::to_owned),
                    address: hub.as_ref().map(|hub| hub.address().to_string()),
                }
            });
            *serving = hub;
            if serving.is_some() {
                others::reach(shared, &identity).await;
            }
        }
    }
}

/// Who is no longer the hub still answers for a while: so everyone hears from it who is.
async fn retire(serving: &mut Option<Hub>) {
    const STILL: Duration = Duration::from_secs(60);
    if serving.is_some() {
        tokio::time::sleep(STILL).await;
        *serving = None;
    }
}

/// Notices that this PC's addresses are others than before: a cable was plugged in, a lid opened.
async fn watch_the_network(shared: Arc<Shared>) {
    /// Asks nobody but the own system.
    const EVERY: Duration = Duration::from_secs(3);
    let mut before = sync::beacon::addresses();
    loop {
        tokio::time::sleep(EVERY).await;
        let now = sync::beacon::addresses();
        if now != before && !now.is_empty() {
            shared.nudge.notify_one();
        }
        before = now;
    }
}
