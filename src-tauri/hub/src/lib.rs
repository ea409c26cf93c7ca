//! Answers the PCs of a branch: HTTP over a line on which both sides prove themselves, in front of whatever keeps the logs.
//!
//! It decides nothing. Who may ask and what is answered is for the [`Host`] behind it to say; here stand the limits of a server in a room
//! full of strangers: bytes, time, connections.

mod beacon;
mod line;
mod rendezvous;
mod serve;

pub use serve::{Hub, HubFailed};
pub use sync::host::Host;
