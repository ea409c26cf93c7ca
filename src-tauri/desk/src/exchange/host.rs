//! This PC as the hub: its own store answers the others.

use std::sync::Arc;

use domain::id::DeviceId;
use store::StoreFailed;
use sync::frame;
use sync::host::{Denied, Host};
use sync::round::{self, Ask, VERSION};
use sync::tls::PublicKey;
use tokio::sync::watch;

use super::link::Shared;

/// Answers from an open store.
pub(super) struct Served(pub Arc<Shared>);

impl Host for Served {
    fn admit(&self, key: &PublicKey) -> Result<DeviceId, Denied> {
        let found = self.0.desk.read(|tables| {
            let device = tables.device_of_key(key)?;
            let shut_out = match &device {
                Some(device) => tables.is_shut_out(device.id)?,
                None => false,
            };
            Ok((device, shut_out))
        });
        match found {
            Ok((Some(device), false)) => {
                self.0.saw(device.id);
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
        let (reply, segments) = round::answer(&*self.0.desk, &ask, &segments).map_err(unable)?;
        Ok(frame::write(&reply, &segments))
    }

    fn news(&self) -> watch::Receiver<u64> {
        self.0.desk.news.subscribe()
    }
}

/// The machine here cannot just now; the other tries again.
fn unable(failed: StoreFailed) -> Denied {
    Denied::unable(match failed {
        StoreFailed::DiskFull => "hub_disk_full",
        _ => "hub_failed",
    })
}
