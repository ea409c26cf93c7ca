//! Connections: accepted, proven, and handed to the server with the key that the other side has shown.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use sync::tls::{PublicKey, shown};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// Who does not get through the handshake in this time is cut off.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Handshakes at once; more wait at the door.
const AT_ONCE: usize = 64;

/// A line whose other side has proven a key.
pub struct Line {
    pub key: PublicKey,
    pub stream: TlsStream<TcpStream>,
}

/// Proven lines, one after the other. Handshakes go on beside each other, so that who stalls holds up nobody.
pub struct Lines {
    proven: mpsc::Receiver<(Line, SocketAddr)>,
    address: SocketAddr,
}

impl Lines {
    pub fn new(socket: TcpListener, acceptor: TlsAcceptor) -> io::Result<Self> {
        let address = socket.local_addr()?;
        let (give, proven) = mpsc::channel(AT_ONCE);
        let room = Arc::new(Semaphore::new(AT_ONCE));
        tokio::spawn(async move {
            while !give.is_closed() {
                let Ok(place) = Arc::clone(&room).acquire_owned().await else {
                    return;
                };
                let accepted = tokio::select! {
                    accepted = socket.accept() => accepted,
                    () = give.closed() => return,
                };
                let Ok((stream, from)) = accepted else {
                    // Out of files, mostly: it passes.
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                };
                let (acceptor, give) = (acceptor.clone(), give.clone());
                tokio::spawn(async move {
                    let line = tokio::time::timeout(HANDSHAKE, prove(acceptor, stream)).await;
                    drop(place);
                    if let Ok(Some(line)) = line {
                        // Nobody listens any more: the server was stopped.
                        drop(give.send((line, from)).await);
                    }
                });
            }
        });
        Ok(Self { proven, address })
    }
}

async fn prove(acceptor: TlsAcceptor, stream: TcpStream) -> Option<Line> {
    // An answer is small and is waited for.
    stream.set_nodelay(true).ok()?;
    let stream = acceptor.accept(stream).await.ok()?;
    let key = shown(stream.get_ref().1.peer_certificates()?.first()?)?;
    Some(Line { key, stream })
}

impl Listener for Lines {
    type Io = TlsStream<TcpStream>;
    type Addr = Caller;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.proven.recv().await {
            Some((line, _)) => (line.stream, Caller(line.key)),
            // Stopped: the server is about to be dropped.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        let _ = self.address;
        Ok(Caller([0; 32]))
    }
}

/// Who asks: the key that they have proven.
#[derive(Debug, Clone, Copy)]
pub struct Caller(pub PublicKey);

impl Connected<IncomingStream<'_, Lines>> for Caller {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        *stream.remote_addr()
    }
}
