//! The asking side's line to a hub: HTTP over the [line](crate::tls) that both sides prove themselves on.
//!
//! It goes straight to the address that it is given: no proxy, no redirect, no name that something else would have to look up. Every
//! answer has an end, and every wait.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use reqwest::StatusCode;
use reqwest::redirect::Policy;
use serde::Deserialize;

use crate::frame;
use crate::host::{INVITATION, KNOCK, MOST_KNOCK, NEWS, ROUND};
use crate::peer::{SILENCE, Trouble};
use crate::tls::{self, Another, Expect, Identity};

/// Longer than any LAN takes to find a machine that is there.
const CONNECT: Duration = Duration::from_secs(5);
/// Without a byte for so long, a round is given up.
const STALLED: Duration = Duration::from_secs(30);

/// There was no answer that could be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unanswered {
    /// Nobody is there, or the line broke.
    #[error("hub_unreachable")]
    Unreachable,
    /// Another machine answers than the one that was meant.
    #[error("hub_is_another")]
    Another,
    /// The hub does not let this PC in.
    #[error("{0}")]
    Denied(String),
    /// The hub cannot just now.
    #[error("{0}")]
    Unable(String),
    /// What came is no answer.
    #[error("hub_not_understood")]
    Garbled,
}

impl Unanswered {
    /// As the [machine](crate::peer) takes it.
    #[must_use]
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::Unreachable => Trouble::Unreachable,
            Self::Unable(_) => Trouble::Unable,
            Self::Another | Self::Denied(_) | Self::Garbled => Trouble::Refused,
        }
    }
}

impl From<reqwest::Error> for Unanswered {
    fn from(cause: reqwest::Error) -> Self {
        let mut at: Option<&(dyn std::error::Error + 'static)> = cause.source();
        while let Some(error) = at {
            if is_another(error) {
                return Self::Another;
            }
            // An error of input or output does not name what it wraps as its cause.
            let inner = error
                .downcast_ref::<io::Error>()
                .and_then(|error| error.get_ref());
            at = match inner {
                Some(inner) => Some(inner),
                None => error.source(),
            };
        }
        Self::Unreachable
    }
}

fn is_another(error: &(dyn std::error::Error + 'static)) -> bool {
    match error.downcast_ref::<rustls::Error>() {
        Some(rustls::Error::Other(other)) => other.0.downcast_ref::<Another>().is_some(),
        _ => false,
    }
}

/// A line to a hub.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
}

impl Client {
    /// To an address, `host:port`. Nothing is opened yet.
    ///
    /// # Errors
    /// [`Unanswered::Garbled`] for what is no address.
    pub fn new(identity: &Identity, hub: Expect, address: &str) -> Result<Self, Unanswered> {
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::client(identity, hub))
            .http1_only()
            .no_proxy()
            .redirect(Policy::none())
            .connect_timeout(CONNECT)
            .read_timeout(STALLED)
            .tcp_nodelay(true)
            .build()
            .map_err(|_| Unanswered::Garbled)?;
        let base = format!("https://{address}");
        reqwest::Url::parse(&base).map_err(|_| Unanswered::Garbled)?;
        Ok(Self { http, base })
    }

    /// Holds a round: a message there, a message back.
    ///
    /// # Errors
    /// [`Unanswered`]; whether the message arrived is then not known.
    pub async fn round(&self, message: Vec<u8>) -> Result<Vec<u8>, Unanswered> {
        let sent = self.http.post(self.at(ROUND)).body(message).send().await?;
        whole(checked(sent).await?, frame::MOST_BYTES).await
    }

    /// Opens the listening line.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn listen(&self) -> Result<News, Unanswered> {
        let line = self
            .http
            .get(self.at(NEWS))
            .timeout(Duration::MAX)
            .send()
            .await?;
        Ok(News {
            line: checked(line).await?,
            rest: Vec::new(),
        })
    }

    /// Opens an invitation.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn invite(&self, name: &str) -> Result<(), Unanswered> {
        let sent = self.http.put(self.named(INVITATION, name)).send().await?;
        checked(sent).await.map(drop)
    }

    /// Holds an invitation open for a while; answers who knocked, or nothing.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn hold(&self, name: &str) -> Result<Option<Vec<u8>>, Unanswered> {
        let sent = self.http.get(self.named(INVITATION, name)).send().await?;
        let knock = whole(checked(sent).await?, MOST_KNOCK).await?;
        Ok((!knock.is_empty()).then_some(knock))
    }

    /// Answers who knocked; an empty answer sends them away.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn answer(&self, name: &str, answer: Vec<u8>) -> Result<(), Unanswered> {
        let at = self.named(INVITATION, name);
        let sent = self.http.post(at).body(answer).send().await?;
        checked(sent).await.map(drop)
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn withdraw(&self, name: &str) -> Result<(), Unanswered> {
        let sent = self
            .http
            .delete(self.named(INVITATION, name))
            .send()
            .await?;
        checked(sent).await.map(drop)
    }

    /// Knocks, and waits for the answer.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub async fn knock(&self, name: &str, knock: Vec<u8>) -> Result<Vec<u8>, Unanswered> {
        /// Longer than the hub waits for whoever invited.
        const PATIENCE: Duration = Duration::from_secs(40);
        let at = self.named(KNOCK, name);
        let sent = self.http.post(at).timeout(PATIENCE).body(knock).send();
        whole(checked(sent.await?).await?, MOST_KNOCK).await
    }

    fn named(&self, path: &str, name: &str) -> String {
        format!("{}{path}{name}", self.base)
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

/// The listening line.
#[derive(Debug)]
pub struct News {
    line: reqwest::Response,
    rest: Vec<u8>,
}

impl News {
    /// The next that the hub says: the number of its latest news.
    ///
    /// # Errors
    /// [`Unanswered`] when the line broke, or fell silent.
    pub async fn next(&mut self) -> Result<u64, Unanswered> {
        /// A line is a number.
        const MOST: usize = 64;
        loop {
            if let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.rest.drain(..=end).collect();
                let text = String::from_utf8_lossy(&line);
                return text.trim().parse().map_err(|_| Unanswered::Garbled);
            }
            if self.rest.len() > MOST {
                return Err(Unanswered::Garbled);
            }
            let silence = Duration::from_millis(SILENCE);
            let chunk = tokio::time::timeout(silence, self.line.chunk()).await;
            match chunk.map_err(|_| Unanswered::Unreachable)?? {
                Some(bytes) => self.rest.extend_from_slice(&bytes),
                None => return Err(Unanswered::Unreachable),
            }
        }
    }
}

#[derive(Deserialize)]
struct Refusal {
    code: String,
}

/// The answer, or why there is none.
async fn checked(response: reqwest::Response) -> Result<reqwest::Response, Unanswered> {
    /// A code is short.
    const MOST: usize = 4_096;
    let status = response.status();
    if status == StatusCode::OK {
        return Ok(response);
    }
    let body = whole(response, MOST).await?;
    let code = serde_json::from_slice(&body)
        .map(|Refusal { code }| code)
        .map_err(|_| Unanswered::Garbled)?;
    Err(match status {
        StatusCode::FORBIDDEN => Unanswered::Denied(code),
        StatusCode::SERVICE_UNAVAILABLE => Unanswered::Unable(code),
        _ => Unanswered::Garbled,
    })
}

async fn whole(mut response: reqwest::Response, most: usize) -> Result<Vec<u8>, Unanswered> {
    let mut all = Vec::new();
    while let Some(bytes) = response.chunk().await? {
        if all.len() + bytes.len() > most {
            return Err(Unanswered::Garbled);
        }
        all.extend_from_slice(&bytes);
    }
    Ok(all)
}
