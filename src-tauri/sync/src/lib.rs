//! Carries logs between a PC and its hub, and between a hub and head office.
//!
//! Three layers, each of which can be tested without the next. [`peer`] decides, from what happened and the time, when to speak
//! ([`peer::Peer::step`]); [`round`] says what is said in one exchange; [`frame`] how it stands in bytes. None of them knows SQL, the
//! trade, a socket or a clock.

pub mod beacon;
pub mod client;
pub mod frame;
pub mod have;
pub mod host;
pub mod peer;
pub mod round;
pub mod tls;
