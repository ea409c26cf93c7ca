//! This PC, still empty, joins a branch: with the code that a PC of the branch shows.
//!
//! It makes its own keys, knocks at the hub, is enrolled by whoever invited it, and takes in the branch's logs. Cut off on the way, it is
//! as empty as before, and joins with another code.

use std::time::Duration;

use domain::id::{DeviceId, Ids};
use domain::log::from_hex;
use serde::Deserialize;
use store::keys::{DataKey, DeviceSigner, PairingCode, Slots};
use store::{Cipher, Store, Writer};
use sync::client::{Client, Unanswered};
use sync::frame;
use sync::round::{Exchange, Reply};
use sync::tls::{Expect, Identity};
use ts_rs::TS;

use super::pairing::{self, Knock, Welcome};
use crate::course::{Phase, Step};
use crate::desk::Desk;
use crate::door::Door;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::text;

/// The code, and what this PC is to be called.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct JoinBranch {
    /// As the other screen shows it; case, spaces and dashes do not matter.
    pub code: String,
    /// Such as where it stands.
    pub name: String,
    /// Where the hub is, `host:port`, on networks where it is not found by itself.
    pub address: Option<String>,
}

impl Door {
    /// Joins a branch with an empty data folder. Afterwards its people sign in here.
    ///
    /// # Errors
    /// [`Code::StoreExists`]; [`Code::PairingCodeTypo`], [`Code::PairingCodeWrong`], [`Code::PairingTooOften`],
    /// [`Code::PairingNoAnswer`]; [`Code::HubUnreachable`], [`Code::HubIsAnother`]; the machine's.
    pub fn join_branch(&self, ask: &JoinBranch, now: Now) -> Outcome<()> {
        let code =
            PairingCode::parse(&ask.code).map_err(|_| Problem::refused(Code::PairingCodeTypo))?;
        let name = text::required(&ask.name, 40)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(store::StoreFailed::from)?;
        let addresses = match text::optional(ask.address.as_deref().unwrap_or_default(), 100)? {
            Some(address) => vec![address],
            None => runtime.block_on(super::found(code.fingerprint())),
        };
        let step = self.course.begin(Phase::Joining);
        self.fill_the_folder(|making| {
            let device: DeviceId = making.ids.draw(now.moment());
            let signer = DeviceSigner::create();
            let key = signer.signing_key();
            let identity = Identity::new(key.as_bytes(), signer.public())
                .map_err(|_| Problem::broken("a key of ours can be shown"))?;
            let expect = Expect::Fingerprint(code.fingerprint());
            let knock = Knock { device, name };
            let (client, address, welcome) =
                runtime.block_on(knocked(&identity, &expect, &addresses, &code, &knock))?;
            let data = DataKey::create();
            let mut slots = Slots::create(welcome.branch.0, device.0, &data, making.device_key);
            slots
                .set_recovery(welcome.root, &data)
                .map_err(crate::door::slots_refused)?;
            let cipher = Cipher::new(data.sqlcipher_pragma(slots.cipher_salt()));
            let writer = Writer {
                branch: welcome.branch,
                device,
                key: key.clone(),
                ids: Ids::from_seed(making.ids.bytes()),
            };
            let mut made = Store::create(making.folder, &cipher, writer, &welcome.root.sign)?;
            made.keep_signer(&signer.seal(device.0, &data))?;
            made.set_meta(super::link::FOUND, &address)?;
            for (id, key) in &welcome.devices {
                let key = from_hex(key).ok_or(Problem::refused(Code::PairingCodeWrong))?;
                made.trust(*id, &key)?;
            }
            let desk = Desk::new(made, cipher);
            runtime.block_on(take_in(&desk, &client, &step))?;
            let people = desk.read(|tables| Ok(tables.staff()?))?;
            if people.is_empty() {
                // Without anybody who could sign in nothing was won.
                return Err(Problem::failed(Code::HubUnreachable));
            }
            Ok((desk, data, slots))
        })
    }
}

/// Knocks at each address until one answers; gives the line, where it is, and the welcome.
async fn knocked(
    identity: &Identity,
    expect: &Expect,
    addresses: &[String],
    code: &PairingCode,
    knock: &Knock,
) -> Outcome<(Client, String, Welcome)> {
    let mut last = Unanswered::Unreachable;
    for address in addresses {
        let Ok(client) = Client::new(identity, expect.clone(), address) else {
            return Err(Problem::refused(Code::AddressUnreadable));
        };
        let said = pairing::knock(code, &identity.public(), knock);
        match client.knock(&code.name(), said).await {
            Ok(answer) => {
                let welcome = pairing::read_welcome(code, &identity.public(), &answer)
                    .ok_or(Problem::refused(Code::PairingCodeWrong))?;
                return Ok((client, address.clone(), welcome));
            }
            Err(Unanswered::Unreachable) => {}
            Err(other) => last = other,
        }
    }
    Err(problem(&last))
}

/// Takes in the branch's logs.
async fn take_in(desk: &Desk, client: &Client, step: &Step<'_>) -> Outcome<()> {
    /// The enrolment may be on its way to the hub yet.
    const TRIES: u32 = 100;
    const BETWEEN: Duration = Duration::from_millis(100);
    let mut exchange = Exchange::default();
    let mut denied = 0;
    let mut rounds = 0;
    loop {
        let (ask, segments) = exchange.ask(desk)?;
        let answer = match client.round(frame::write(&ask, &segments)).await {
            Err(Unanswered::Denied(code)) if code == "device_unknown" && denied < TRIES => {
                denied += 1;
                tokio::time::sleep(BETWEEN).await;
                continue;
            }
            answer => answer.map_err(|cause| problem(&cause))?,
        };
        let (reply, segments) =
            frame::read::<Reply>(&answer).map_err(|_| Problem::failed(Code::HubNotUnderstood))?;
        let taken = exchange.take(desk, &ask, reply, &segments)?;
        desk.apply()?;
        rounds += 1;
        if step.tell(Phase::Joining, rounds, 0).is_break() {
            return Err(Problem::refused(Code::Cancelled));
        }
        if !taken.again {
            return Ok(());
        }
    }
}

/// Why there was no answer, in words.
pub(super) fn problem(cause: &Unanswered) -> Problem {
    let code = Code::from_key(&cause.to_string()).unwrap_or(Code::HubNotUnderstood);
    match cause {
        Unanswered::Denied(_) => Problem::refused(code),
        _ => Problem::failed(code),
    }
}
