//! Answers who looks for this hub on the LAN.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use sync::beacon::{answer, asked};
use tokio::net::UdpSocket;

/// Answers to these names until it is dropped. Where the port is taken nobody is answered, and the address has to be typed.
pub async fn answer_on(listen: IpAddr, port: u16, names: &[u64]) -> Infallible {
    let Ok(socket) = UdpSocket::bind(SocketAddr::new(listen, port)).await else {
        return std::future::pending().await;
    };
    let mut datagram = [0; 64];
    loop {
        let Ok((length, from)) = socket.recv_from(&mut datagram).await else {
            // Windows says so when an earlier answer reached nobody.
            tokio::task::yield_now().await;
            continue;
        };
        if let Some(sought) = asked(&datagram[..length]).filter(|sought| names.contains(sought)) {
            drop(socket.send_to(&answer(sought, port), from).await);
        }
    }
}
