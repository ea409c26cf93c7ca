//! The line to the other PCs: which port a hub takes here, and who is told when something comes.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, OnceLock};

use desk::exchange::{PORT, Wire};
use tauri::{AppHandle, Emitter};

use crate::call::TOUCHED;
use crate::clock;

/// Names another port, for networks where the usual one is taken, and for tests.
pub const HUB_PORT: &str = "FORECOURT_HUB_PORT";

/// The window, once there is one.
pub(crate) type Window = Arc<OnceLock<AppHandle>>;

/// What the desk is given to keep the line with.
pub(crate) fn wire(window: &Window) -> Wire {
    let window = Arc::clone(window);
    let named = std::env::var(HUB_PORT)
        .ok()
        .and_then(|port| port.parse().ok());
    Wire {
        clock: || clock::now().moment(),
        touched: Box::new(move |nouns| {
            if let Some(window) = window.get() {
                // A window that is closing hears nothing; that is all right.
                drop(window.emit(TOUCHED, nouns));
            }
        }),
        listen: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        port: named.unwrap_or(PORT),
    }
}
