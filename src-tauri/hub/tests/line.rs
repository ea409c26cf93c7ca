//! Who is let in, and what is answered to whatever else comes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use domain::id::DeviceId;
use ed25519_dalek::SigningKey;
use hub::{Host, Hub};
use sync::client::{Client, Unanswered};
use sync::host::Denied;
use sync::tls::{Expect, Identity, PublicKey, fingerprint};
use tokio::sync::watch;

/// Knows one PC, and answers what it is told.
struct Place {
    knows: PublicKey,
    news: watch::Sender<u64>,
}

impl Host for Place {
    fn admit(&self, key: &PublicKey) -> Result<DeviceId, Denied> {
        if *key == self.knows {
            Ok(DeviceId(domain::id::Uuid::nil()))
        } else {
            Err(Denied::not_yours("device_unknown"))
        }
    }

    fn round(&self, _: DeviceId, message: &[u8]) -> Result<Vec<u8>, Denied> {
        match message {
            b"full" => Err(Denied::unable("hub_disk_full")),
            b"garbage" => Err(Denied::garbled("message_broken")),
            other => Ok(other.to_vec()),
        }
    }

    fn news(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }
}

fn identity(n: u8) -> Identity {
    let key = SigningKey::from_bytes(&[n; 32]);
    Identity::new(&[n; 32], key.verifying_key().to_bytes()).unwrap()
}

/// A hub with the key 1 that knows the PC with the key 2.
fn hub() -> (Hub, Arc<Place>) {
    let place = Arc::new(Place {
        knows: identity(2).public(),
        news: watch::Sender::new(7),
    });
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let hub = Hub::start(
        Arc::clone(&place) as Arc<dyn Host>,
        &identity(1),
        address,
        0,
    );
    (hub.unwrap(), place)
}

fn client(n: u8, expect: Expect, hub: &Hub) -> Client {
    Client::new(&identity(n), expect, &hub.address().to_string()).unwrap()
}

fn the_hub() -> Expect {
    Expect::OneOf(vec![identity(9).public(), identity(1).public()])
}

#[tokio::test]
async fn a_pc_that_the_hub_knows_is_answered() {
    let (hub, _) = hub();
    let client = client(2, the_hub(), &hub);
    assert_eq!(client.round(b"hello".to_vec()).await.unwrap(), b"hello");
    let long = vec![5; 9 << 20];
    assert_eq!(client.round(long.clone()).await.unwrap(), long);
}

#[tokio::test]
async fn a_pc_that_it_does_not_know_is_told_so_and_hears_nothing() {
    let (hub, _) = hub();
    let stranger = client(3, the_hub(), &hub);
    let unknown = || Unanswered::Denied("device_unknown".to_owned());
    assert_eq!(stranger.round(b"hello".to_vec()).await, Err(unknown()));
    assert_eq!(stranger.listen().await.err(), Some(unknown()));
    assert_eq!(stranger.invite("name").await, Err(unknown()));
    assert_eq!(stranger.answer("name", vec![1]).await, Err(unknown()));
}

#[tokio::test]
async fn another_machine_in_the_hubs_place_is_spoken_with_by_nobody() {
    let (hub, _) = hub();
    let other = Expect::OneOf(vec![identity(9).public()]);
    let refused = client(2, other, &hub).round(b"hello".to_vec()).await;
    assert_eq!(refused, Err(Unanswered::Another));
    let by_code = Expect::Fingerprint(fingerprint(&identity(1).public()));
    assert!(
        client(2, by_code, &hub)
            .round(b"hello".to_vec())
            .await
            .is_ok()
    );
    let by_wrong_code = Expect::Fingerprint(fingerprint(&identity(9).public()));
    let refused = client(2, by_wrong_code, &hub)
        .round(b"hello".to_vec())
        .await;
    assert_eq!(refused, Err(Unanswered::Another));
}

#[tokio::test]
async fn what_the_hub_cannot_or_does_not_understand_is_told_with_its_code() {
    let (hub, _) = hub();
    let client = client(2, the_hub(), &hub);
    let full = client.round(b"full".to_vec()).await;
    assert_eq!(full, Err(Unanswered::Unable("hub_disk_full".to_owned())));
    assert_eq!(
        client.round(b"garbage".to_vec()).await,
        Err(Unanswered::Garbled)
    );
    let too_long = vec![0; sync::frame::MOST_BYTES + 1];
    assert!(client.round(too_long).await.is_err());
    assert!(client.round(b"still there".to_vec()).await.is_ok());
}

#[tokio::test]
async fn news_come_as_they_happen_and_the_first_at_once() {
    let (hub, place) = hub();
    let mut news = client(2, the_hub(), &hub).listen().await.unwrap();
    assert_eq!(news.next().await, Ok(7));
    place.news.send_replace(8);
    assert_eq!(news.next().await, Ok(8));
    drop(hub);
    assert!(news.next().await.is_err(), "a hub that ends says so");
}

#[tokio::test]
async fn nobody_is_there_after_the_hub_has_ended() {
    let (hub, _) = hub();
    let client = client(2, the_hub(), &hub);
    drop(hub);
    assert_eq!(
        client.round(b"hello".to_vec()).await,
        Err(Unanswered::Unreachable)
    );
}

#[test]
fn whoever_speaks_no_tls_or_an_old_one_gets_nothing() {
    let (hub, _) = hub();
    // What a program of TLS 1.2 says first: a ClientHello of version 3.3 without the extension for later versions.
    let mut hello = vec![
        0x16, 0x03, 0x01, 0x00, 0x2d, 0x01, 0x00, 0x00, 0x29, 0x03, 0x03,
    ];
    hello.extend([7; 32]);
    hello.extend([0x00, 0x00, 0x02, 0x00, 0x2f, 0x01, 0x00]);
    for said in [
        b"GET /v1/round HTTP/1.1\r\n\r\n".to_vec(),
        hello,
        vec![0xff; 4_000],
    ] {
        let mut line = TcpStream::connect(hub.address()).unwrap();
        line.set_read_timeout(Some(Duration::from_secs(15)))
            .unwrap();
        line.write_all(&said).unwrap();
        let mut heard = Vec::new();
        // An alert at most, and the end.
        let _ = line.read_to_end(&mut heard);
        assert!(heard.len() < 64, "{heard:?}");
        assert!(!heard.starts_with(b"HTTP"));
    }
}

#[tokio::test]
async fn who_stalls_in_the_handshake_holds_up_nobody() {
    let (hub, _) = hub();
    let stalled: Vec<TcpStream> = (0..20)
        .map(|_| TcpStream::connect(hub.address()).unwrap())
        .collect();
    assert!(
        client(2, the_hub(), &hub)
            .round(b"hello".to_vec())
            .await
            .is_ok()
    );
    drop(stalled);
}
