//! The PCs of the branch: which there are, which is the hub, which was shut out.

use std::collections::BTreeMap;

use domain::id::{BranchId, DeviceId, by_rule};
use domain::log::Vector;
use domain::rows::{Device, Hub, Revocation};
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::status::ExchangeStatus;
use crate::door::Door;
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{ADMIN, EVERYONE, MANAGERS, Verb};
use crate::work::{Acted, Work};

/// Everyone sees which PCs there are and how it stands.
pub const DEVICES: Verb = Verb::new("devices", EVERYONE);
/// Administrators say which PC is the hub.
pub const MAKE_HUB: Verb = Verb::signed("make_hub", ADMIN);
/// Managers tell this PC where the hub is.
pub const HUB_IS_AT: Verb = Verb::new("hub_is_at", MANAGERS);
/// Administrators say what a PC is called.
pub const RENAME_DEVICE: Verb = Verb::signed("rename_device", ADMIN);
/// Administrators shut a PC out.
pub const SHUT_OUT: Verb = Verb::signed("shut_out", ADMIN);

/// Waiting acts that are shown.
const SHOWN: usize = 20;

/// Which PC is to be the hub.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MakeHub {
    /// This one, when not said.
    pub device: Option<DeviceId>,
    /// Where it answers, `host:port`, for networks on which it is not found by itself.
    pub address: Option<String>,
}

/// Where the hub is, on networks where it is not found by itself.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct HubIsAt {
    /// `host:port`; nothing to look for it again.
    pub address: Option<String>,
}

/// What a PC is called.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenameDevice {
    /// Which.
    pub device: DeviceId,
    /// Such as where it stands.
    pub name: String,
}

/// Which PC is shut out, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ShutOut {
    /// Which.
    pub device: DeviceId,
    /// For the others to read.
    pub reason: Option<String>,
}

/// A PC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeviceView {
    /// Which.
    pub id: DeviceId,
    /// Begins its document numbers.
    pub code: String,
    /// The hub has said that this number is another PC's.
    pub code_taken: bool,
    /// As people call it.
    pub name: Option<String>,
    /// This one.
    pub me: bool,
    /// The hub.
    pub hub: bool,
    /// Shut out, and why.
    pub shut_out: bool,
    /// In the administrator's words.
    pub reason: Option<String>,
    /// When something was last entered on it, as far as that is known here.
    pub last_entered: Option<Moment>,
    /// When it last spoke with the hub, as far as that is known here.
    pub last_contact: Option<Moment>,
}

/// The PCs of the branch, and how it stands with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DevicesView {
    /// This PC's line.
    pub status: ExchangeStatus,
    /// By code.
    pub devices: Vec<DeviceView>,
    /// What was done here and the hub is not known to have, the earliest first; not more than a screen shows.
    pub waiting: Vec<WaitingAct>,
}

/// An act that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingAct {
    /// What was done.
    pub verb: String,
    /// When it was entered.
    pub at: Moment,
}

/// Makes a PC the hub: the one that was it before, where there was one, confirms nothing any more.
///
/// # Errors
/// [`Code::NotFound`] for a PC that is not of the branch, or was shut out; [`Code::NothingChanged`]; [`Code::AddressUnreadable`].
pub fn make_hub(work: &mut Work<'_>, ask: MakeHub) -> Outcome<Acted> {
    let own = work.tables.own_device()?;
    let device = ask.device.or(own).ok_or(Problem::refused(Code::NotFound))?;
    enrolled(work, device)?;
    let address = text::optional(ask.address.as_deref().unwrap_or_default(), 100)?;
    if address
        .as_deref()
        .is_some_and(|address| !is_address(address))
    {
        return Err(Problem::refused(Code::AddressUnreadable));
    }
    let present = work.tables.hub()?;
    if let Some(present) = &present
        && present.device == device
        && present.address == address
    {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let epoch = present.map_or(1, |present| present.epoch + 1);
    let branch = branch(work)?;
    work.insert(
        device.0,
        &Hub {
            id: by_rule(branch.0, "hub", &epoch.to_string()),
            epoch,
            device,
            address,
            known: json(&work.tables.vector()?)?,
        },
    );
    Ok(work.acted())
}

/// Calls a PC something.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NameMissing`], [`Code::TextTooLong`].
pub fn rename_device(work: &mut Work<'_>, ask: RenameDevice) -> Outcome<Acted> {
    let before = enrolled(work, ask.device)?;
    let after = Device {
        name: Some(text::required(&ask.name, 40)?),
        ..before.clone()
    };
    work.update(before.id.0, &before, &after)?;
    work.must_change()?;
    Ok(work.acted())
}

/// Shuts a PC out: what is here of its log counts, what it writes later does not.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::OwnDevice`] for the PC at which one sits; [`Code::DeviceIsHub`].
pub fn shut_out(work: &mut Work<'_>, ask: ShutOut) -> Outcome<Acted> {
    let device = enrolled(work, ask.device)?.id;
    if work.tables.own_device()? == Some(device) {
        return Err(Problem::refused(Code::OwnDevice));
    }
    if work.tables.hub()?.is_some_and(|hub| hub.device == device) {
        return Err(Problem::refused(Code::DeviceIsHub));
    }
    work.insert(
        device.0,
        &Revocation {
            id: by_rule(device.0, "revoke", ""),
            device,
            kept: json(&work.tables.vector_of(device)?)?,
            reason: text::optional(ask.reason.as_deref().unwrap_or_default(), 200)?,
        },
    );
    Ok(work.acted())
}

fn enrolled(work: &Work<'_>, device: DeviceId) -> Outcome<Device> {
    let known: Option<Device> = work.tables.get(device)?;
    let known = known.ok_or(Problem::refused(Code::NotFound))?;
    if work.tables.is_shut_out(device)? {
        return Err(Problem::refused(Code::NotFound));
    }
    Ok(known)
}

fn branch(work: &Work<'_>) -> Outcome<BranchId> {
    let branch = work.tables.branch()?;
    branch
        .map(|branch| branch.id)
        .ok_or_else(|| Problem::broken("a store without its branch"))
}

fn json(vector: &Vector) -> Outcome<String> {
    serde_json::to_string(vector).map_err(|_| Problem::broken("a vector always has a JSON form"))
}

/// A host and a port, where something was typed.
fn address(typed: Option<&str>) -> Outcome<Option<String>> {
    let address = text::optional(typed.unwrap_or_default(), 100)?;
    if address
        .as_deref()
        .is_some_and(|address| !is_address(address))
    {
        return Err(Problem::refused(Code::AddressUnreadable));
    }
    Ok(address)
}

/// Whether a text can be a host and a port.
fn is_address(text: &str) -> bool {
    text.rsplit_once(':').is_some_and(|(host, port)| {
        !host.is_empty()
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-.[]:".contains(c))
            && port.parse::<u16>().is_ok_and(|port| port > 0)
    })
}

impl Door {
    /// Which PCs there are and how it stands with them.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`]; the machine's.
    pub fn devices(&self) -> Outcome<DevicesView> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&DEVICES)?;
        let (status, seen) = self.line();
        let theirs = self.theirs();
        devices(&desk, status, &seen, theirs.as_ref())
    }
}

impl Door {
    /// Tells this PC where the hub is.
    ///
    /// # Errors
    /// [`Code::AddressUnreadable`]; [`Code::NotSignedIn`], [`Code::NotAllowed`].
    pub fn hub_is_at(&self, ask: &HubIsAt) -> Outcome<()> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&HUB_IS_AT)?;
        let address = address(ask.address.as_deref())?.unwrap_or_default();
        desk.store().set_meta(super::link::ADDRESS, &address)?;
        desk.parts.notify_one();
        Ok(())
    }
}

/// Which PCs there are.
///
/// # Errors
/// The machine's.
pub fn devices(
    desk: &crate::desk::Desk,
    status: ExchangeStatus,
    seen: &BTreeMap<DeviceId, Moment>,
    theirs: Option<&Vector>,
) -> Outcome<DevicesView> {
    desk.read(|tables| {
        let own = tables.own_device()?;
        let hub = tables.hub()?.map(|hub| hub.device);
        let gone: BTreeMap<DeviceId, Revocation> = tables
            .revocations()?
            .into_iter()
            .map(|gone| (gone.device, gone))
            .collect();
        let entered: BTreeMap<Uuid, Moment> = tables
            .last_entered_by_device()?
            .into_iter()
            .map(|(device, at)| (device.0, at))
            .collect();
        let view = |device: Device| -> Outcome<DeviceView> {
            Ok(DeviceView {
                code_taken: super::is_anothers(tables, &device)?,
                me: own == Some(device.id),
                hub: hub == Some(device.id),
                shut_out: gone.contains_key(&device.id),
                reason: gone.get(&device.id).and_then(|gone| gone.reason.clone()),
                last_entered: entered.get(&device.id.0).copied(),
                last_contact: seen.get(&device.id).copied(),
                id: device.id,
                code: device.code,
                name: device.name,
            })
        };
        let devices = tables.devices()?.into_iter().map(view);
        let devices = devices.collect::<Outcome<_>>()?;
        let waiting = match theirs {
            Some(theirs) if status.waiting > 0 => tables.acts_beyond(theirs, SHOWN)?.1,
            _ => Vec::new(),
        };
        let waiting = waiting.into_iter();
        Ok(DevicesView {
            status,
            devices,
            waiting: waiting.map(|(verb, at)| WaitingAct { verb, at }).collect(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_is_a_host_and_a_port() {
        for good in [
            "192.168.1.20:47800",
            "reception-pc:1",
            "[fe80::1]:47800",
            "a.b.cn:80",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "192.168.1.20",
            ":80",
            "pc:",
            "pc:0",
            "pc:99999",
            "a/b:80",
            "http://a:80",
            "a b:80",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
