//! This PC as the hub: its own store answers the others.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::id::DeviceId;
use domain::log::{Segment, Vector};
use store::StoreFailed;
use sync::frame;
use sync::have::Have;
use sync::host::{Denied, Host};
use sync::round::{self, Ask, Logs, Ready, Refusal, VERSION};
use sync::tls::PublicKey;
use tokio::sync::watch;

use super::link::Shared;

/// Answers from an open store.
pub(super) struct Served {
    shared: Arc<Shared>,
    /// What whoever asked last will ask for next, got ready while they were at work.
    ready: Arc<Mutex<Option<Ready>>>,
}

impl Served {
    pub fn new(shared: Arc<Shared>) -> Self {
        Self {
            shared,
            ready: Arc::default(),
        }
    }

    /// Gets ready what is asked for next by whoever was given this.
    fn get_ready(&self, ask: &Ask, given: &[Vec<u8>]) {
        let mut theirs = ask.have.vector();
        for head in given.iter().filter_map(|packed| Segment::head(packed).ok()) {
            theirs.0.insert(head.incarnation, head.last);
        }
        let (shared, ready) = (Arc::clone(&self.shared), Arc::clone(&self.ready));
        tokio::task::spawn_blocking(move || {
            if let Ok((segments, more)) = shared.desk.beyond(&theirs, frame::FULL) {
                *lock(&ready) = Some(Ready {
                    theirs,
                    segments,
                    more,
                });
            }
        });
    }
}

fn lock(ready: &Mutex<Option<Ready>>) -> MutexGuard<'_, Option<Ready>> {
    ready.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The desk's logs, with what was got ready.
struct Ahead<'s>(&'s Served);

impl Logs for Ahead<'_> {
    type Failed = StoreFailed;

    fn at(&self) -> u64 {
        self.0.shared.desk.at()
    }

    fn have(&self) -> Result<Have, StoreFailed> {
        self.0.shared.desk.have()
    }

    fn beyond(&self, theirs: &Vector, most: usize) -> Result<(Vec<Vec<u8>>, bool), StoreFailed> {
        let ready = lock(&self.0.ready).take_if(|ready| ready.theirs == *theirs);
        match ready {
            Some(ready) => Ok((ready.segments, ready.more)),
            None => self.0.shared.desk.beyond(theirs, most),
        }
    }

    fn keep(&self, segments: &[Vec<u8>]) -> Result<Vec<Refusal>, StoreFailed> {
        self.0.shared.desk.keep(segments)
    }
}

impl Host for Served {
    fn admit(&self, key: &PublicKey) -> Result<DeviceId, Denied> {
        let found = self.shared.desk.read(|tables| {
            let device = tables.device_of_key(key)?;
            let shut_out = match &device {
                Some(device) => tables.is_shut_out(device.id)?,
                None => false,
            };
            Ok((device, shut_out))
        });
        match found {
            Ok((Some(device), false)) => {
                self.shared.saw(device.id);
                Ok(device.id)
            }
            Ok((Some(_), true)) => Err(Denied::not_yours("device_shut_out")),
            Ok((None, _)) => Err(Denied::not_yours("device_unknown")),
            Err(problem) => Err(Denied::unable(problem.code.key())),
        }
    }

    fn round(&self, _: DeviceId, message: &[u8]) -> Result<Vec<u8>, Denied> {
        let (ask, segments) =
            frame::read::<Ask>(message).map_err(|garbled| Denied::garbled(&garbled.to_string()))?;
        if ask.v != VERSION {
            return Err(Denied::not_yours("hub_version"));
        }
        // Before anything is kept: keeping tells the desk that there is something to apply.
        if ask.giving {
            self.shared.desk.more_comes();
        }
        let (reply, segments) = round::answer(&Ahead(self), &ask, &segments).map_err(unable)?;
        if reply.more && !segments.is_empty() {
            self.get_ready(&ask, &segments);
        }
        Ok(frame::write(&reply, &segments))
    }

    fn news(&self) -> watch::Receiver<u64> {
        self.shared.desk.news.subscribe()
    }
}

/// The machine here cannot just now; the other tries again.
fn unable(failed: StoreFailed) -> Denied {
    Denied::unable(match failed {
        StoreFailed::DiskFull => "hub_disk_full",
        _ => "hub_failed",
    })
}
