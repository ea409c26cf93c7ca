//! The server.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use sync::frame;
use sync::host::{Denied, HEARTBEAT, Host, INVITATION, KNOCK, MOST_KNOCK, NEWS, ROUND};
use sync::tls::{self, Identity};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};
use tokio_rustls::TlsAcceptor;

use crate::beacon;
use crate::line::{Caller, Lines};
use crate::rendezvous::Rendezvous;

/// The server could not begin.
#[derive(Debug, thiserror::Error)]
pub enum HubFailed {
    /// Another program has the port.
    #[error("port_in_use")]
    PortInUse,
    /// Anything else of the operating system.
    #[error("hub_failed")]
    Io(#[source] std::io::Error),
}

impl From<std::io::Error> for HubFailed {
    fn from(cause: std::io::Error) -> Self {
        match cause.kind() {
            std::io::ErrorKind::AddrInUse => Self::PortInUse,
            _ => Self::Io(cause),
        }
    }
}

/// A server that answers until it is dropped.
pub struct Hub {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Hub {
    /// Begins to answer at an address; port 0 takes a free one. On the LAN it is found by its own fingerprint and by the `branch`'s tag.
    ///
    /// # Errors
    /// [`HubFailed`].
    pub fn start(
        host: Arc<dyn Host>,
        identity: &Identity,
        address: SocketAddr,
        branch: u64,
    ) -> Result<Self, HubFailed> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .thread_name("hub")
            .build()?;
        let socket = std::net::TcpListener::bind(address)?;
        socket.set_nonblocking(true)?;
        let address = socket.local_addr()?;
        let acceptor = TlsAcceptor::from(Arc::new(tls::server(identity)));
        let names = [tls::fingerprint(&identity.public()), branch];
        let (stop, stopped) = watch::channel(false);
        let thread = std::thread::Builder::new()
            .name("hub".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    tokio::select! {
                        () = serve(host, socket, acceptor, stopped) => {}
                        never = beacon::answer_on(address.ip(), address.port(), &names) => match never {},
                    }
                });
                // Whoever is in the middle of a round may end it.
                runtime.shutdown_timeout(Duration::from_secs(5));
            })?;
        Ok(Self {
            address,
            stop,
            thread: Some(thread),
        })
    }

    /// Where it answers.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

#[derive(Clone)]
struct Door {
    host: Arc<dyn Host>,
    rendezvous: Arc<Rendezvous>,
    stopped: watch::Receiver<bool>,
}

async fn serve(
    host: Arc<dyn Host>,
    socket: std::net::TcpListener,
    acceptor: TlsAcceptor,
    mut stopped: watch::Receiver<bool>,
) {
    let Ok(lines) = TcpListener::from_std(socket).and_then(|socket| Lines::new(socket, acceptor))
    else {
        return;
    };
    let door = Door {
        host,
        rendezvous: Arc::default(),
        stopped: stopped.clone(),
    };
    let pairing = Router::new()
        .route(
            &format!("{INVITATION}{{name}}"),
            put(invite).get(hold).post(answer).delete(withdraw),
        )
        .route(&format!("{KNOCK}{{name}}"), post(knock))
        .layer(DefaultBodyLimit::max(MOST_KNOCK));
    let routes = Router::new()
        .route(ROUND, post(round))
        .route(NEWS, get(news))
        .layer(DefaultBodyLimit::max(frame::MOST_BYTES))
        .merge(pairing)
        .with_state(door);
    let server = axum::serve(
        lines,
        routes.into_make_service_with_connect_info::<Caller>(),
    );
    tokio::select! {
        _ = server => {}
        _ = stopped.wait_for(|stop| *stop) => {}
    }
}

/// Why somebody is not answered, as an answer.
struct No(Denied);

impl IntoResponse for No {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::BAD_REQUEST);
        let body = serde_json::json!({ "code": self.0.code }).to_string();
        (status, body).into_response()
    }
}

/// Does what may wait for a disk where nobody else waits for it.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Denied> + Send + 'static,
) -> Result<T, No> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(No),
        Err(_) => Err(No(Denied::unable("hub_failed"))),
    }
}

async fn round(
    State(door): State<Door>,
    ConnectInfo(Caller(key)): ConnectInfo<Caller>,
    message: Bytes,
) -> Result<Vec<u8>, No> {
    apart(move || {
        let device = door.host.admit(&key)?;
        door.host.round(device, &message)
    })
    .await
}

async fn news(
    State(mut door): State<Door>,
    ConnectInfo(Caller(key)): ConnectInfo<Caller>,
) -> Result<Body, No> {
    let host = Arc::clone(&door.host);
    apart(move || host.admit(&key)).await?;
    let mut news = door.host.news();
    // What there is already, so that nothing falls between a round and this line.
    news.mark_changed();
    let (say, said) = mpsc::channel::<Bytes>(1);
    tokio::spawn(async move {
        let heartbeat = Duration::from_secs(HEARTBEAT);
        loop {
            tokio::select! {
                changed = news.changed() => if changed.is_err() {
                    return;
                },
                // The same again: whatever was missed is heard now.
                () = tokio::time::sleep(heartbeat) => {}
                () = say.closed() => return,
                _ = door.stopped.wait_for(|stop| *stop) => return,
            }
            let line = format!("{}\n", *news.borrow_and_update());
            // Who was shut out meanwhile hears nothing more.
            let host = Arc::clone(&door.host);
            if apart(move || host.admit(&key)).await.is_err()
                || say.send(line.into()).await.is_err()
            {
                return;
            }
        }
    });
    Ok(Body::from_stream(Said(said)))
}

/// Only who is of the branch invites.
async fn admitted(door: &Door, key: sync::tls::PublicKey) -> Result<(), No> {
    let host = Arc::clone(&door.host);
    apart(move || host.admit(&key)).await.map(drop)
}

async fn invite(
    State(door): State<Door>,
    ConnectInfo(Caller(key)): ConnectInfo<Caller>,
    Path(name): Path<String>,
) -> Result<(), No> {
    admitted(&door, key).await?;
    door.rendezvous.invite(&name, key).map_err(No)
}

async fn hold(
    State(door): State<Door>,
    ConnectInfo(Caller(key)): ConnectInfo<Caller>,
    Path(name): Path<String>,
) -> Result<Vec<u8>, No> {
    admitted(&door, key).await?;
    door.rendezvous.hold(&name, key).await.map_err(No)
}

async fn answer(
    State(door): State<Door>,
    ConnectInfo(Caller(key)): ConnectInfo<Caller>,
    Path(name): Path<String>,
    answer: Bytes,
) -> Result<(), No> {
    admitted(&door, key).await?;
    door.rendezvous
        .answer(&name, key, answer.to_vec())
        .map_err(No)
}

async fn withdraw(
    State(door): State<Door>,
    ConnectInfo(Caller(key)): ConnectInfo<Caller>,
    Path(name): Path<String>,
) -> Result<(), No> {
    admitted(&door, key).await?;
    door.rendezvous.withdraw(&name, key);
    Ok(())
}

async fn knock(
    State(door): State<Door>,
    Path(name): Path<String>,
    knock: Bytes,
) -> Result<Vec<u8>, No> {
    door.rendezvous
        .knock(&name, knock.to_vec())
        .await
        .map_err(No)
}

/// Lines, as they are said.
struct Said(mpsc::Receiver<Bytes>);

impl futures_core::Stream for Said {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|line| line.map(Ok))
    }
}
