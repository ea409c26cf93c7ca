//! Finding the hub on a LAN without anybody typing an address: one question to everyone, and the hub answers.
//!
//! Nothing secret is said and nothing is believed: the answer is a place to try, and the line there proves itself. A question names what is
//! looked for, a hub's [fingerprint](crate::tls::fingerprint) or a [branch](crate::tls::branch_tag), so that of several branches on one
//! network only the right hub answers.

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::time::{Instant, timeout_at};

/// Asked first, and again while nobody answers.
const AGAIN: Duration = Duration::from_millis(400);
/// For so long altogether.
const PATIENCE: Duration = Duration::from_millis(1_600);
const QUESTION: &[u8] = b"forecourt hub? 1 ";
const ANSWER: &[u8] = b"forecourt hub! 1 ";

/// The question for a hub or for any of a branch.
#[must_use]
pub fn question(sought: u64) -> Vec<u8> {
    [QUESTION, format!("{sought:016x}").as_bytes()].concat()
}

/// What is asked for.
#[must_use]
pub fn asked(datagram: &[u8]) -> Option<u64> {
    number(datagram.strip_prefix(QUESTION)?)
}

/// The answer of a hub: where its line is.
#[must_use]
pub fn answer(sought: u64, port: u16) -> Vec<u8> {
    [ANSWER, format!("{sought:016x} {port}").as_bytes()].concat()
}

/// The port in the answer of the hub that was asked for.
#[must_use]
pub fn answered(datagram: &[u8], sought: u64) -> Option<u16> {
    let said = datagram.strip_prefix(ANSWER)?;
    let (who, port) = said.split_at_checked(16)?;
    let port = std::str::from_utf8(port).ok()?.strip_prefix(' ')?;
    (number(who)? == sought).then(|| port.parse().ok())?
}

fn number(digits: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(digits)
        .ok()
        .filter(|text| text.len() == 16)?;
    u64::from_str_radix(text, 16).ok()
}

/// Asks the LAN for a hub, which listens on `port`; where it may be, the first that answered first.
///
/// # Errors
/// The operating system's.
pub async fn find(sought: u64, port: u16) -> io::Result<Vec<SocketAddr>> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).await?;
    socket.set_broadcast(true)?;
    let question = question(sought);
    let end = Instant::now() + PATIENCE;
    let mut found = Vec::new();
    while found.is_empty() && Instant::now() < end {
        for place in everyone() {
            // A network that is down, or does not let broadcasts through, is no reason to give up on the others.
            drop(socket.send_to(&question, (place, port)).await);
        }
        let until = (Instant::now() + AGAIN).min(end);
        let mut datagram = [0; 64];
        while let Ok(heard) = timeout_at(until, socket.recv_from(&mut datagram)).await {
            let Ok((length, from)) = heard else { continue };
            if let Some(port) = answered(&datagram[..length], sought) {
                let place = SocketAddr::new(from.ip(), port);
                if !found.contains(&place) {
                    found.push(place);
                }
                break;
            }
        }
    }
    Ok(found)
}

/// This PC itself, and everyone on each of its networks.
fn everyone() -> BTreeSet<Ipv4Addr> {
    let mut all = BTreeSet::from([Ipv4Addr::LOCALHOST, Ipv4Addr::BROADCAST]);
    for interface in if_addrs::get_if_addrs().unwrap_or_default() {
        if let if_addrs::IfAddr::V4(address) = interface.addr {
            all.extend(address.broadcast);
        }
    }
    all
}

/// This PC's addresses, for noticing that the network is another.
#[must_use]
pub fn addresses() -> BTreeSet<IpAddr> {
    let all = if_addrs::get_if_addrs().unwrap_or_default().into_iter();
    all.filter(|interface| !interface.is_loopback())
        .map(|interface| interface.ip())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hub_hears_who_is_meant_and_is_heard() {
        assert_eq!(question(0xab), b"forecourt hub? 1 00000000000000ab");
        assert_eq!(asked(&question(0xab)), Some(0xab));
        assert_eq!(
            answer(0xab, 47_800),
            b"forecourt hub! 1 00000000000000ab 47800"
        );
        assert_eq!(answered(&answer(0xab, 47_800), 0xab), Some(47_800));
        assert_eq!(answered(&answer(0xab, 47_800), 0xac), None);
    }

    #[test]
    fn whatever_else_comes_is_passed_over() {
        for datagram in [
            &b""[..],
            b"forecourt hub? 1 ",
            b"forecourt hub? 1 00000000000000g0",
            &[0xff; 64],
        ] {
            assert_eq!(asked(datagram), None);
            assert_eq!(answered(datagram, 0), None);
        }
        assert_eq!(
            answered(b"forecourt hub! 1 0000000000000000 99999", 0),
            None
        );
    }
}
