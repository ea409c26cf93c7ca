//! Carries bytes between a PC and its hub, and counts them.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::trouble::Outcome;

/// Bytes that passed.
#[derive(Debug, Default)]
struct Passed {
    up: AtomicU64,
    down: AtomicU64,
    cut: AtomicBool,
}

/// Takes connections on to a port until the program ends, unless the line is cut.
#[derive(Debug)]
pub struct Relay {
    passed: Arc<Passed>,
    pub port: u16,
}

impl Relay {
    /// Begins.
    ///
    /// # Errors
    /// When there is no port.
    pub fn to(hub: u16) -> Outcome<Self> {
        let door = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = door.local_addr()?.port();
        let passed = Arc::new(Passed::default());
        let counted = Arc::clone(&passed);
        std::thread::spawn(move || {
            for client in door.incoming().flatten() {
                if counted.cut.load(Ordering::Relaxed) {
                    continue;
                }
                let Ok(server) = TcpStream::connect((Ipv4Addr::LOCALHOST, hub)) else {
                    continue;
                };
                drop(client.set_nodelay(true).and(server.set_nodelay(true)));
                let (Ok(client_too), Ok(server_too)) = (client.try_clone(), server.try_clone())
                else {
                    continue;
                };
                let (up, down) = (Arc::clone(&counted), Arc::clone(&counted));
                std::thread::spawn(move || carry(client, server, &up.up));
                std::thread::spawn(move || carry(server_too, client_too, &down.down));
            }
        });
        Ok(Self { passed, port })
    }

    /// Lets nobody through any more, or everybody again. Whoever speaks already speaks on.
    pub fn cut(&self, cut: bool) {
        self.passed.cut.store(cut, Ordering::Relaxed);
    }

    /// Bytes that went to the hub, and from it, since this was asked last.
    pub fn passed(&self) -> (u64, u64) {
        (
            self.passed.up.swap(0, Ordering::Relaxed),
            self.passed.down.swap(0, Ordering::Relaxed),
        )
    }
}

/// Until one of them hangs up, as either may whenever it likes.
fn carry(mut from: TcpStream, mut to: TcpStream, bytes: &AtomicU64) {
    let mut chunk = vec![0; 1 << 16];
    while let Ok(length @ 1..) = from.read(&mut chunk) {
        bytes.fetch_add(length as u64, Ordering::Relaxed);
        if to.write_all(&chunk[..length]).is_err() {
            break;
        }
    }
    drop(to.shutdown(Shutdown::Both));
}
