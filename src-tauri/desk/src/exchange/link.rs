//! The thread that keeps the line while a store is open.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use domain::id::DeviceId;
use domain::log::{Vector, from_hex};
use domain::when::Moment;
use hub::{Hub, HubFailed};
use sync::peer::Peer;
use sync::round::{Exchange, Logs};
use sync::tls::{self, Identity};
use tokio::sync::{Notify, watch};

use super::host::Served;
use super::others;
use super::speak::{self, Whom};
use super::status::{ExchangeState, ExchangeStatus, Part};
use super::{Wire, applying};
use crate::commands::Noun;
use crate::desk::Desk;
use crate::problem::Outcome;

/// Name of this PC's setting: where somebody said that the hub is.
pub(super) const ADDRESS: &str = "hub_address";
/// Name of this PC's note: where the hub was last found.
pub(super) const FOUND: &str = "hub_found";
/// Name of this PC's note: how far every log is with the hub.
const HUB_HAS: &str = "hub_has";
/// Noted so often while everything is there: a durable write each, for when the plug is pulled.
const NOTE_EVERY: Duration = Duration::from_secs(60);
/// What cannot be done just now is tried again after so long.
pub(super) const AGAIN: Duration = Duration::from_secs(5);

/// What the thread and the rest of the program share.
pub(crate) struct Shared {
    pub desk: Arc<Desk>,
    pub wire: Arc<Wire>,
    device: DeviceId,
    status: Mutex<ExchangeStatus>,
    /// How far every log is with the hub, as far as we were told.
    theirs: Mutex<Vector>,
    /// When that was last noted for the next start.
    noted: Mutex<Option<Instant>>,
    /// When the hub was last asked by whom.
    seen: Mutex<BTreeMap<DeviceId, Moment>>,
    /// Somebody, or something, says that it is worth a try.
    nudge: Notify,
    /// People and their keys changed.
    pub people: Box<dyn Fn() + Send + Sync>,
}

/// The line of an open store; ends when it is dropped.
pub(crate) struct Link {
    shared: Arc<Shared>,
    stop: watch::Sender<bool>,
    runtime: tokio::runtime::Handle,
    thread: Option<JoinHandle<()>>,
}

impl Link {
    /// Begins. `people` is called when people or their keys were changed elsewhere.
    pub fn begin(
        desk: Arc<Desk>,
        wire: Arc<Wire>,
        device: DeviceId,
        people: Box<dyn Fn() + Send + Sync>,
    ) -> std::io::Result<Self> {
        let shared = Arc::new(Shared {
            desk,
            wire,
            device,
            status: Mutex::default(),
            theirs: Mutex::default(),
            noted: Mutex::default(),
            seen: Mutex::default(),
            nudge: Notify::new(),
            people,
        });
        let (stop, stopped) = watch::channel(false);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let kept = Arc::clone(&shared);
        let handle = runtime.handle().clone();
        let thread = std::thread::Builder::new()
            .name("exchange".to_owned())
            .spawn(move || {
                runtime.block_on(keep_the_line(kept, stopped));
                runtime.shutdown_timeout(Duration::from_secs(5));
            })?;
        Ok(Self {
            shared,
            stop,
            runtime: handle,
            thread: Some(thread),
        })
    }

    /// How it stands.
    pub fn status(&self) -> ExchangeStatus {
        self.shared.status().clone()
    }

    /// How far every log is with the hub, as far as we were told.
    pub fn theirs(&self) -> Vector {
        self.shared
            .theirs
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// When each PC last asked this one, where it is the hub.
    pub fn seen(&self) -> BTreeMap<DeviceId, Moment> {
        self.shared
            .seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Does something else on the same thread.
    pub fn spawn(
        &self,
        work: impl Future<Output = ()> + Send + 'static,
    ) -> tokio::task::AbortHandle {
        self.runtime.spawn(work).abort_handle()
    }

    /// It is worth a try: the network is there again, or somebody asks for it.
    pub fn nudge(&self) {
        self.shared.nudge.notify_one();
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Shared {
    fn status(&self) -> std::sync::MutexGuard<'_, ExchangeStatus> {
        self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The present.
    pub fn now(&self) -> Moment {
        (self.wire.clock)()
    }

    /// Writes down how it stands, and tells the screens when that is another word.
    fn set(&self, change: impl FnOnce(&mut ExchangeStatus)) {
        let mut status = self.status();
        let before = status.clone();
        change(&mut status);
        let told = ExchangeStatus {
            last_contact: before.last_contact,
            ..status.clone()
        };
        drop(status);
        if told != before {
            (self.wire.touched)(&[Noun::Exchange]);
        }
    }

    /// How it stands with the hub.
    pub fn stands(&self, part: Part, peer: &Peer, exchange: &Exchange, trouble: Option<String>) {
        let have = self.desk.have();
        let waiting = have.map_or(0, |have| exchange.waiting(&have.vector()));
        let acts = if waiting == 0 {
            0
        } else {
            let counted = self
                .desk
                .read(|tables| Ok(tables.acts_beyond(exchange.theirs(), 0)?.0));
            counted.unwrap_or(waiting)
        };
        exchange
            .theirs()
            .clone_into(&mut self.theirs.lock().unwrap_or_else(PoisonError::into_inner));
        let noted = *self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting == 0 && noted.is_none_or(|noted| noted.elapsed() > NOTE_EVERY) {
            self.remember();
        }
        self.set(|status| {
            status.part = part;
            status.state = peer.state(waiting).into();
            status.waiting = acts;
            status.trouble = trouble;
        });
    }

    /// How far every log was with the hub when this PC last knew.
    pub fn remembered(&self) -> Vector {
        let noted = self.desk.store().meta(HUB_HAS).ok().flatten();
        noted
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Notes that for the next start. Without it everything would be said to wait until the hub is met.
    fn remember(&self) {
        *self.noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        let theirs = self.theirs.lock().unwrap_or_else(PoisonError::into_inner);
        if !theirs.0.is_empty()
            && let Ok(text) = serde_json::to_string(&*theirs)
        {
            drop(self.desk.store().set_meta(HUB_HAS, &text));
        }
    }

    /// The hub has just answered, at this address.
    pub fn spoke(&self, address: Option<&String>) {
        let now = (self.wire.clock)();
        if let Some(address) = address
            && self.status().address.as_ref() != Some(address)
        {
            // A note for the next start; without it the hub is looked for again.
            drop(self.desk.store().set_meta(FOUND, address));
        }
        self.set(|status| {
            status.last_contact = Some(now);
            status.address = address.cloned();
        });
    }

    /// A PC has just asked.
    pub fn saw(&self, device: DeviceId) {
        let now = (self.wire.clock)();
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(device, now);
    }

    /// Waits until it is worth a try.
    pub async fn nudged(&self) {
        self.nudge.notified().await;
    }

    /// What this PC is to do.
    fn play(&self) -> Outcome<Play> {
        let typed = self.desk.store().meta(ADDRESS)?;
        self.desk.read(|tables| {
            Ok(match tables.hub()? {
                None => Play::Alone,
                Some(hub) if hub.device == self.device => Play::Hub,
                Some(_) => Play::Member(typed),
            })
        })
    }

    /// Whom to speak with, as things stand now.
    pub fn whom(&self) -> Outcome<Whom> {
        let typed = self.desk.store().meta(ADDRESS)?;
        let found = self.desk.store().meta(FOUND)?;
        self.desk.read(|tables| {
            let mut keys = Vec::new();
            for device in tables.devices()? {
                if device.id != self.device && !tables.is_shut_out(device.id)? {
                    keys.extend(from_hex(&device.key));
                }
            }
            let hubs = tables.hubs()?;
            let said = hubs.first().and_then(|hub| hub.address.clone());
            let mut addresses: Vec<String> = Vec::new();
            for address in [typed, found, said].into_iter().flatten() {
                if !address.is_empty() && !addresses.contains(&address) {
                    addresses.push(address);
                }
            }
            let others = hubs.into_iter().filter(|hub| hub.device != self.device);
            Ok(Whom {
                keys,
                addresses,
                hubs_before: others.filter_map(|hub| hub.address).collect(),
                branch: branch_tag(tables)?,
            })
        })
    }

    fn identity(&self) -> Option<Identity> {
        let store = self.desk.store();
        let key = store.key();
        Identity::new(key.as_bytes(), key.verifying_key().to_bytes()).ok()
    }
}

/// What hubs of the branch answer to on the LAN.
fn branch_tag(tables: &store::Reader<'_>) -> Outcome<u64> {
    let root = tables
        .branch()?
        .and_then(|branch| from_hex(&branch.root_key));
    Ok(root.map_or(0, |root| tls::branch_tag(&root)))
}

/// What there is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Play {
    Alone,
    Hub,
    /// With what somebody typed about where the hub is.
    Member(Option<String>),
}

async fn keep_the_line(shared: Arc<Shared>, mut stopped: watch::Receiver<bool>) {
    let applying = tokio::spawn(applying::apply(Arc::clone(&shared)));
    let watching = tokio::spawn(watch_the_network(Arc::clone(&shared)));
    let mut seed = u64::from_be_bytes(
        shared.device.0.as_bytes()[8..]
            .try_into()
            .unwrap_or_default(),
    );
    loop {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let play = shared.play().unwrap_or(Play::Alone);
        tokio::select! {
            () = act(&shared, &play, seed) => tokio::time::sleep(AGAIN).await,
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

/// Does it; comes back only where it could not begin.
async fn act(shared: &Arc<Shared>, play: &Play, seed: u64) {
    let Some(identity) = shared.identity() else {
        return;
    };
    match play {
        Play::Alone => {
            shared.set(|status| *status = ExchangeStatus::default());
            std::future::pending().await
        }
        Play::Member(_) => speak::speak(shared, &identity, seed).await,
        Play::Hub => {
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
            if hub.is_some() {
                others::reach(shared, &identity).await;
            }
        }
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
