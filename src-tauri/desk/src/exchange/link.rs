//! The thread that keeps the line while a store is open.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use domain::id::DeviceId;
use domain::log::{Vector, from_hex};
use domain::when::Moment;
use sync::peer::Peer;
use sync::round::{Exchange, Logs};
use sync::tls::{self, Identity};
use tokio::sync::{Notify, watch};

use super::Wire;
use super::play::{Play, keep_the_line};
use super::speak::Whom;
use super::status::{ExchangeStatus, Part};
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
    pub device: DeviceId,
    status: Mutex<ExchangeStatus>,
    /// How far every log is with the hub, as far as we were told.
    theirs: Mutex<Vector>,
    /// When that was last noted for the next start.
    noted: Mutex<Option<Instant>>,
    /// When the hub was last asked by whom.
    seen: Mutex<BTreeMap<DeviceId, Moment>>,
    /// Somebody, or something, says that it is worth a try.
    pub nudge: Notify,
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
    pub fn set(&self, change: impl FnOnce(&mut ExchangeStatus)) {
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
    pub fn remember(&self) {
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
    pub fn play(&self) -> Outcome<Play> {
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

    pub fn identity(&self) -> Option<Identity> {
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
