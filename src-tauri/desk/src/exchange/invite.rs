//! A new PC is invited: a code is shown at a PC of the branch, and when it is typed at the new one, that one is enrolled.
//!
//! The one who invites signs the enrolment; so their password has to have been given in this sitting. The hub only brings both together.

use std::sync::{Arc, Mutex, PoisonError};

use domain::id::DeviceId;
use domain::log::to_hex;
use domain::rows::Device;
use domain::when::Moment;
use serde::Serialize;
use store::keys::{PairingCode, RootPublic};
use sync::client::{Client, Unanswered};
use sync::tls::{Expect, Identity, PublicKey, fingerprint};
use tokio::sync::oneshot;
use ts_rs::TS;

use super::pairing::{self, Welcome};
use crate::commands::Noun;
use crate::desk::Desk;
use crate::door::Door;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::Session;
use crate::text;
use crate::verb::{ADMIN, Verb};
use crate::work::Work;

/// Administrators let a PC in.
pub const INVITE: Verb = Verb::signed("enrol_device", ADMIN);

/// For so long a code is good.
const GOOD_FOR_MS: i64 = 10 * 60_000;
/// So often somebody may err.
const MOST_WRONG: u32 = 5;

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// Nobody has typed the code yet.
    Open,
    /// A PC has joined.
    Joined,
    /// The time is over.
    Expired,
    /// Too many wrong tries: somebody else may be at it.
    Spoilt,
    /// The line to the hub broke.
    Failed,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Invitation {
    /// What is typed at the new PC.
    pub code: String,
    /// Until when it is good.
    pub until: Moment,
    /// Where the new PC finds the hub, should it not find it by itself.
    pub address: Option<String>,
    /// What became of it.
    pub state: InvitationState,
    /// What the PC that joined is called.
    pub joined: Option<String>,
}

/// The invitation that this PC holds open.
#[derive(Clone, Default)]
pub(crate) struct Invitations(Arc<Mutex<Option<Held>>>);

struct Held {
    shown: Invitation,
    /// Under which it stands at the hub.
    name: String,
    client: Client,
    task: tokio::task::AbortHandle,
}

impl Invitations {
    fn held(&self) -> std::sync::MutexGuard<'_, Option<Held>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets it; at the hub it is soon over, since nobody holds it open any more.
    pub fn forget(&self) {
        if let Some(held) = self.held().take() {
            held.task.abort();
        }
    }

    fn end(&self, code: &str, state: InvitationState, joined: Option<String>) {
        if let Some(held) = &mut *self.held()
            && held.shown.code == code
        {
            held.shown.state = state;
            held.shown.joined = joined;
        }
    }
}

impl Door {
    /// Invites a PC.
    ///
    /// # Errors
    /// [`Code::PasswordNeeded`], [`Code::NotAllowed`]; [`Code::HubMissing`] while no PC is the hub; [`Code::HubUnreachable`].
    pub fn invite(&self, now: Now) -> Outcome<Invitation> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&INVITE)?;
        if session.keys.is_none() {
            return Err(Problem::refused(Code::PasswordNeeded));
        }
        let root = self
            .root()
            .ok_or_else(|| Problem::broken("a branch without its root"))?;
        let invitations = self.invitations();
        let clock = self.clock().ok_or(Problem::refused(Code::HubMissing))?;
        let tell = self
            .tell(&[Noun::Exchange])
            .ok_or(Problem::refused(Code::HubMissing))?;
        let (hub_key, hub) = hub_of(&desk)?;
        let line = self.line().0;
        let address = line.address.ok_or(Problem::failed(Code::HubUnreachable))?;
        let identity = identity(&desk)?;
        let client = Client::new(&identity, Expect::OneOf(vec![hub_key]), &address)
            .map_err(|_| Problem::failed(Code::HubUnreachable))?;
        let code = PairingCode::create(fingerprint(&hub_key));
        let (name, line) = (code.name(), client.clone());
        let until = Moment(now.moment().0 + GOOD_FOR_MS);
        let shown = Invitation {
            code: code.printed().to_string(),
            until,
            address: Some(address),
            state: InvitationState::Open,
            joined: None,
        };
        let holding = Holding {
            desk,
            session,
            client,
            code,
            root,
            hub,
            until,
            shown: shown.code.clone(),
            invitations: invitations.clone(),
            clock,
            tell: Box::new(tell),
        };
        invitations.forget();
        let (opened, wait) = oneshot::channel();
        let task = self.spawn(async move {
            let name = holding.code.name();
            let told = opened.send(holding.client.invite(&name).await);
            if let Ok(()) = told {
                holding.hold().await;
            }
        });
        let task = task.ok_or(Problem::failed(Code::HubUnreachable))?;
        // Only a code that somebody can knock with is shown.
        match wait.blocking_recv() {
            Ok(Ok(())) => {}
            Ok(Err(cause)) => return Err(super::join::problem(&cause)),
            Err(_) => return Err(Problem::failed(Code::HubUnreachable)),
        }
        *invitations.held() = Some(Held {
            shown: shown.clone(),
            name,
            client: line,
            task,
        });
        Ok(shown)
    }

    /// What became of the invitation, if there is one.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`].
    pub fn invitation(&self) -> Outcome<Option<Invitation>> {
        let (_, session) = self.signed_in()?;
        session.me.must(&INVITE)?;
        Ok(self
            .invitations()
            .held()
            .as_ref()
            .map(|held| held.shown.clone()))
    }

    /// Takes it back.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`].
    pub fn withdraw_invitation(&self) -> Outcome<()> {
        let (_, session) = self.signed_in()?;
        session.me.must(&INVITE)?;
        let held = self.invitations().held().take();
        if let Some(Held {
            task, client, name, ..
        }) = held
        {
            task.abort();
            let (told, wait) = oneshot::channel();
            let telling = self.spawn(async move {
                drop(told.send(client.withdraw(&name).await));
            });
            if telling.is_some() {
                // Whether the hub heard it or not: nobody answers under this code any more.
                drop(wait.blocking_recv());
            }
        }
        Ok(())
    }
}

/// The present hub and its key.
fn hub_of(desk: &Desk) -> Outcome<(PublicKey, DeviceId)> {
    desk.read(|tables| {
        let hub = tables.hub()?.ok_or(Problem::refused(Code::HubMissing))?;
        let device: Option<Device> = tables.get(hub.device)?;
        let key = device.and_then(|device| domain::log::from_hex(&device.key));
        let key = key.ok_or_else(|| Problem::broken("a hub without a key"))?;
        Ok((key, hub.device))
    })
}

/// This PC's own key, to be shown.
pub(super) fn identity(desk: &Desk) -> Outcome<Identity> {
    let store = desk.store();
    let key = store.key();
    Identity::new(key.as_bytes(), key.verifying_key().to_bytes())
        .map_err(|_| Problem::broken("a key of ours can be shown"))
}

/// Holds an invitation open until somebody came, or it is over.
struct Holding {
    desk: Arc<Desk>,
    session: Arc<Session>,
    client: Client,
    code: PairingCode,
    root: RootPublic,
    hub: DeviceId,
    until: Moment,
    shown: String,
    invitations: Invitations,
    clock: fn() -> Moment,
    /// The screen that shows the code looks again.
    tell: Box<dyn Fn() + Send>,
}

impl Holding {
    async fn hold(self) {
        let name = self.code.name();
        let mut wrong = 0;
        let (state, joined) = loop {
            if (self.clock)() >= self.until {
                break (InvitationState::Expired, None);
            }
            if wrong >= MOST_WRONG {
                break (InvitationState::Spoilt, None);
            }
            let knock = match self.client.hold(&name).await {
                Ok(Some(knock)) => knock,
                Ok(None) => continue,
                Err(Unanswered::Unreachable | Unanswered::Unable(_)) => {
                    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                    continue;
                }
                Err(_) => break (InvitationState::Failed, None),
            };
            match self.let_in(&knock) {
                Ok((called, welcome)) => {
                    if self.client.answer(&name, welcome).await.is_ok() {
                        break (InvitationState::Joined, Some(called));
                    }
                }
                Err(_) => {
                    wrong += 1;
                    drop(self.client.answer(&name, Vec::new()).await);
                }
            }
        };
        drop(self.client.withdraw(&name).await);
        self.invitations.end(&self.shown, state, joined);
        (self.tell)();
    }

    /// Enrols whoever knocked rightly; gives what they are called and the answer.
    fn let_in(&self, bytes: &[u8]) -> Outcome<(String, Vec<u8>)> {
        let (key, knock) = pairing::read_knock(&self.code, bytes)
            .ok_or(Problem::refused(Code::PairingCodeWrong))?;
        let called = text::required(&knock.name, 40)?;
        let now = Now((self.clock)());
        self.desk.perform(&INVITE, &self.session, now, |work| {
            enrol(work, knock.device, &key, Some(called.clone()))
        })?;
        let devices = self.desk.read(|tables| Ok(tables.devices()?))?;
        let welcome = Welcome {
            branch: self
                .desk
                .read(|tables| Ok(tables.branch()?))?
                .ok_or_else(|| Problem::broken("a store without its branch"))?
                .id,
            root: self.root,
            devices: devices
                .into_iter()
                .map(|device| (device.id, device.key))
                .collect(),
            hub: self.hub,
        };
        Ok((called, pairing::welcome(&self.code, &key, &welcome)))
    }
}

/// A PC takes its place in the branch: its key stands in the log, so that its segments are believed.
///
/// # Errors
/// The machine's.
pub fn enrol(
    work: &mut Work<'_>,
    id: DeviceId,
    key: &PublicKey,
    name: Option<String>,
) -> Outcome<()> {
    let code = super::take_code(work, id)?;
    work.insert(
        id.0,
        &Device {
            id,
            key: to_hex(key),
            code,
            name,
        },
    );
    Ok(())
}
