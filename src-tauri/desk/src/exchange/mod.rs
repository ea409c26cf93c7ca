//! One branch, many PCs: what this PC does so that all of them show the same.
//!
//! A PC is the *hub*, or speaks with it, or is alone. Which, says the log itself ([`hub`](domain::rows::Hub) rows, acts of authority); so a
//! change of roles reaches every PC as everything else does. While the store is open a thread of its own keeps the line: what is written
//! goes out, what comes is applied and told to the screens. Nobody waits for it, and nothing depends on it.

mod applying;
mod codes;
mod devices;
mod host;
mod invite;
mod join;
mod link;
mod logs;
mod others;
mod pairing;
mod play;
mod speak;
mod status;

pub use codes::{RENUMBER_DEVICE, RenumberDevice, renumber_device};
pub(crate) use codes::{is_anothers, take_code};
pub use devices::{
    DEVICES, DeviceView, DevicesView, HUB_IS_AT, HubIsAt, MAKE_HUB, MakeHub, RENAME_DEVICE,
    RenameDevice, SHUT_OUT, ShutOut, WaitingAct, devices, make_hub, rename_device, shut_out,
};
pub(crate) use invite::Invitations;
pub use invite::{INVITE, Invitation, InvitationState, enrol};
pub use join::JoinBranch;
pub(crate) use link::Link;
pub use status::{ExchangeState, ExchangeStatus, Part};

use std::net::IpAddr;

use domain::when::Moment;

use crate::commands::Noun;

/// The port that a hub answers on, where nobody says otherwise.
pub const PORT: u16 = 47_800;

/// Tells the screens which nouns changed.
pub type Tell = Box<dyn Fn(&[Noun]) + Send + Sync>;

/// What the program around gives to the line.
pub struct Wire {
    /// The present.
    pub clock: fn() -> Moment,
    /// Told which nouns changed without anybody here having done it.
    pub touched: Tell,
    /// Where a hub listens: all addresses of this PC, or for tests only its own.
    pub listen: IpAddr,
    /// And on which port; 0 takes a free one.
    pub port: u16,
}

/// Where a hub may be, asked of the LAN.
async fn found(sought: u64) -> Vec<String> {
    let places = sync::beacon::find(sought, PORT).await.unwrap_or_default();
    places.iter().map(ToString::to_string).collect()
}
