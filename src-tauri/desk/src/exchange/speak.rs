//! This PC speaks with its hub: the [machine](sync::peer) decides, this carries it out.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use domain::id::IncarnationId;
use store::{ReceiveRefused, StoreFailed};
use sync::client::{Client, News, Unanswered};
use sync::frame;
use sync::have::Have;
use sync::peer::{Action, Event, Peer, Ticks, Trouble};
use sync::round::{Ask, Exchange, Logs, Ready, Reply, Taken, VERSION};
use sync::tls::{Expect, Identity, PublicKey};
use tokio::time::Instant;

use super::link::Shared;
use super::status::Part;
use crate::now::Now;

/// Whom to speak with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Whom {
    /// Any PC of the branch that answers is good to exchange with: who is the hub now is learnt from it.
    pub keys: Vec<PublicKey>,
    /// Where the hub may be found, likeliest first.
    pub addresses: Vec<String>,
    /// Where others were the hub before.
    pub hubs_before: Vec<String>,
    /// What a hub of the branch answers to on the LAN.
    pub branch: u64,
}

/// What broke an exchange off.
pub(super) enum Broken {
    Line(Unanswered),
    Ours(StoreFailed),
}

impl From<Unanswered> for Broken {
    fn from(cause: Unanswered) -> Self {
        Self::Line(cause)
    }
}

impl From<StoreFailed> for Broken {
    fn from(cause: StoreFailed) -> Self {
        Self::Ours(cause)
    }
}

impl Broken {
    fn trouble(&self) -> Trouble {
        match self {
            Self::Line(cause) => cause.trouble(),
            Self::Ours(_) => Trouble::Ours,
        }
    }

    fn code(&self) -> String {
        match self {
            Self::Line(cause) => cause.to_string(),
            Self::Ours(failed) => failed.code(),
        }
    }
}

/// Speaks until it is dropped.
pub(super) async fn speak(shared: &Shared, identity: &Identity, seed: u64) {
    let begun = Instant::now();
    let mut speaking = Speaking::new(shared, identity);
    let mut peer = Peer::new(seed);
    let mut line: Option<News> = None;
    let mut wake: Option<Ticks> = None;
    let mut wrote = shared.desk.wrote.subscribe();
    let mut events: VecDeque<Event> = [Event::Began].into();
    let mut code = None;
    loop {
        let event = match events.pop_front() {
            Some(event) => event,
            None => tokio::select! {
                _ = wrote.changed() => Event::Wrote,
                heard = next(&mut line) => match heard {
                    Ok(number) => Event::Heard {
                        news: speaking.exchange.is_news(number),
                    },
                    Err(cause) => Event::Failed(cause.trouble()),
                },
                () = until(begun, wake) => {
                    wake = None;
                    Event::Woke
                }
                () = shared.nudged() => Event::NetworkReturned,
            },
        };
        if let Event::Failed(_) = event {
            line = None;
        }
        let now = begun.elapsed().as_millis() as Ticks;
        for action in peer.step(event, now) {
            let done = match action {
                Action::WakeAt(at) => {
                    wake = Some(at);
                    continue;
                }
                Action::Listen => match speaking.listen().await {
                    Ok(opened) => {
                        line = Some(opened);
                        continue;
                    }
                    Err(broken) => Err(broken),
                },
                Action::Round => tokio::select! {
                    held = speaking.round() => held.map(|taken| {
                        shared.spoke(speaking.client.as_ref().map(|(address, _)| address));
                        events.push_back(Event::Rounded(taken));
                    }),
                    // The old line is not waited for.
                    () = shared.nudged() => {
                        events.push_back(Event::Failed(Trouble::Unreachable));
                        events.push_back(Event::NetworkReturned);
                        speaking.client = None;
                        continue;
                    }
                },
                Action::Yield(log) => speaking.give_way(log).await,
            };
            match done {
                Ok(()) => code = None,
                Err(broken) => {
                    code = Some(broken.code());
                    speaking.client = None;
                    events.push_back(Event::Failed(broken.trouble()));
                    break;
                }
            }
        }
        let refused = peer.refused().first().map(|refusal| refusal.code.clone());
        shared.stands(
            Part::Member,
            &peer,
            &speaking.exchange,
            peer.trouble().and(code.clone()).or(refused),
        );
    }
}

async fn next(line: &mut Option<News>) -> Result<u64, Unanswered> {
    match line {
        Some(line) => line.next().await,
        None => std::future::pending().await,
    }
}

async fn until(begun: Instant, wake: Option<Ticks>) {
    match wake {
        Some(at) => tokio::time::sleep_until(begun + Duration::from_millis(at)).await,
        None => std::future::pending().await,
    }
}

/// One side of an exchange with somebody.
pub(super) struct Speaking<'s> {
    shared: &'s Shared,
    identity: &'s Identity,
    /// Only there; otherwise wherever the hub is found.
    only: Option<&'s str>,
    /// Only with who has a key above this one.
    above: Option<PublicKey>,
    /// The line that answered last.
    client: Option<(String, Client)>,
    exchange: Exchange,
}

impl<'s> Speaking<'s> {
    /// With the hub, wherever it is found.
    pub fn new(shared: &'s Shared, identity: &'s Identity) -> Self {
        Self {
            shared,
            identity,
            only: None,
            above: None,
            client: None,
            exchange: Exchange::remembering(shared.remembered()),
        }
    }

    /// With whoever of the branch is there.
    pub fn to(shared: &'s Shared, identity: &'s Identity, address: &'s str) -> Self {
        Self {
            only: Some(address),
            ..Self::new(shared, identity)
        }
    }

    /// From now on nothing is said to who has a lower key than this PC.
    pub fn only_where_key_is_above_ours(&mut self) {
        self.above = Some(self.identity.public());
        self.client = None;
    }

    /// Holds one round.
    pub async fn round(&mut self) -> Result<Taken, Broken> {
        let (ask, segments) = self.exchange.ask(&*self.shared.desk)?;
        let next = self.exchange.then(&ask, &segments).map(|theirs| {
            let desk = Arc::clone(&self.shared.desk);
            tokio::task::spawn_blocking(move || {
                let (segments, more) = desk.beyond(&theirs, frame::FULL)?;
                Ok::<_, StoreFailed>(Ready {
                    theirs,
                    segments,
                    more,
                })
            })
        });
        let (reply, segments) = self.said(&ask, &segments).await?;
        if let Some(next) = next
            && let Ok(Ok(ready)) = next.await
        {
            self.exchange.got_ready(ready);
        }
        let taken = self
            .exchange
            .take(&*self.shared.desk, &ask, reply, &segments)?;
        Ok(taken)
    }

    async fn listen(&self) -> Result<News, Broken> {
        match &self.client {
            Some((_, client)) => Ok(client.listen().await?),
            None => Err(Unanswered::Unreachable.into()),
        }
    }

    /// Says something to the hub, wherever it is found.
    async fn said(
        &mut self,
        ask: &Ask,
        segments: &[Vec<u8>],
    ) -> Result<(Reply, Vec<Vec<u8>>), Broken> {
        let message = frame::write(ask, segments);
        let mut last = Unanswered::Unreachable;
        let mut whom = self.shared.whom().unwrap_or_default();
        whom.keys
            .retain(|key| self.above.is_none_or(|own| *key > own));
        let known = self.client.take();
        let mut tries: VecDeque<String> = match self.only {
            Some(only) => [only.to_owned()].into(),
            None => {
                let last = known.iter().map(|(address, _)| address.clone());
                last.chain(whom.addresses).collect()
            }
        };
        let mut asked_around = self.only.is_some();
        loop {
            if tries.is_empty() && !asked_around {
                // It may be elsewhere than it was.
                asked_around = true;
                tries.extend(super::found(whom.branch).await);
            }
            let Some(address) = tries.pop_front() else {
                return Err(last.into());
            };
            let client = match &known {
                Some((same, client)) if *same == address => client.clone(),
                _ => Client::new(self.identity, Expect::OneOf(whom.keys.clone()), &address)?,
            };
            match client.round(message.clone()).await {
                Ok(answer) => {
                    let read = frame::read::<Reply>(&answer).map_err(|_| Unanswered::Garbled)?;
                    if read.0.v != VERSION {
                        return Err(Unanswered::Denied("hub_version".to_owned()).into());
                    }
                    self.client = Some((address, client));
                    return Ok(read);
                }
                Err(Unanswered::Unreachable) => {}
                // Who is there and answers something else is told before who is not there.
                Err(other) => last = other,
            }
        }
    }

    /// Lets the hub's log of this name be the one: fetches it from where both agree, and sets apart what is only here.
    pub async fn give_way(&mut self, log: IncarnationId) -> Result<(), Broken> {
        let desk = &self.shared.desk;
        let Some(end) = desk.have()?.0.get(&log).map(|at| at.seq) else {
            return Ok(());
        };
        let now = Now(self.shared.now());
        // Ever further back; a log begins where everyone agrees.
        let mut back = 1_000;
        loop {
            let from = end.saturating_sub(back);
            let theirs = self.whole(log, from).await?;
            match desk.give_way(log, &theirs, now) {
                Ok(()) => return Ok(()),
                Err(ReceiveRefused::Gap { .. }) if from > 0 => back = back.saturating_mul(8),
                Err(ReceiveRefused::Failed(failed)) => return Err(failed.into()),
                Err(refused) => return Err(Unanswered::Denied(refused.to_string()).into()),
            }
        }
    }

    /// The hub's segments of one log, from the one that holds what comes after `from`.
    async fn whole(&mut self, log: IncarnationId, from: u64) -> Result<Vec<Vec<u8>>, Broken> {
        let mut have: Have = self.shared.desk.have()?;
        let (mut all, mut reached) = (Vec::new(), from);
        loop {
            match have.0.get_mut(&log) {
                Some(at) => at.seq = reached,
                None => return Ok(all),
            }
            let ask = Ask {
                v: VERSION,
                have: have.clone(),
                giving: false,
            };
            let (reply, segments) = self.said(&ask, &[]).await?;
            let heads = segments.into_iter().filter_map(|packed| {
                let head = domain::log::Segment::head(&packed).ok()?;
                (head.incarnation == log).then_some((head.last, packed))
            });
            let before = all.len();
            for (last, packed) in heads {
                reached = reached.max(last);
                all.push(packed);
            }
            if all.len() == before || reached >= reply.have.seq(log) {
                return Ok(all);
            }
        }
    }
}
