//! What a hub does for those who ask it, whatever keeps its logs: a branch's store, or head office's database.

use domain::id::DeviceId;
use tokio::sync::watch;

use crate::tls::PublicKey;

/// Where a round is held.
pub const ROUND: &str = "/v1/round";
/// Where the hub says how far its news are: a line with a number for each, and the last one again now and then.
pub const NEWS: &str = "/v1/news";
/// Where an invitation is held open: asked for over and over, it brings who knocks. A name follows.
pub const INVITATION: &str = "/v1/invitation/";
/// Where whoever was invited knocks. A name follows.
pub const KNOCK: &str = "/v1/knock/";
/// Bytes that a knock and its answer may have.
pub const MOST_KNOCK: usize = 64 << 10;
/// Seconds after which a hub without news says that it is still there.
pub const HEARTBEAT: u64 = 15;

/// Why somebody is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denied {
    /// Whose move it is.
    pub nature: Nature,
    /// A code of `docs/sync-protocol.md`.
    pub code: String,
}

/// Whose move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Not for this PC: somebody has to do something.
    NotYours,
    /// What was said is no message.
    Garbled,
    /// Not just now: try again.
    Unable,
}

impl Denied {
    /// Not for this PC.
    #[must_use]
    pub fn not_yours(code: &str) -> Self {
        Self {
            nature: Nature::NotYours,
            code: code.to_owned(),
        }
    }

    /// No message.
    #[must_use]
    pub fn garbled(code: &str) -> Self {
        Self {
            nature: Nature::Garbled,
            code: code.to_owned(),
        }
    }

    /// Not just now.
    #[must_use]
    pub fn unable(code: &str) -> Self {
        Self {
            nature: Nature::Unable,
            code: code.to_owned(),
        }
    }

    /// As a status of HTTP.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self.nature {
            Nature::NotYours => 403,
            Nature::Garbled => 400,
            Nature::Unable => 503,
        }
    }
}

/// A hub's logs and doors. Its answers may take as long as a disk does; whoever asks waits on a thread of their own.
pub trait Host: Send + Sync + 'static {
    /// The PC that a key belongs to.
    ///
    /// # Errors
    /// [`Denied`] for who is not enrolled, or was shut out.
    fn admit(&self, key: &PublicKey) -> Result<DeviceId, Denied>;

    /// Holds a round.
    ///
    /// # Errors
    /// [`Denied`]; what was kept until then is kept.
    fn round(&self, with: DeviceId, message: &[u8]) -> Result<Vec<u8>, Denied>;

    /// Counts what is written or kept here.
    fn news(&self) -> watch::Receiver<u64>;
}
