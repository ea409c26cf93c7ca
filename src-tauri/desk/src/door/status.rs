//! What the screen needs to know before anybody is signed in, and who.

use std::path::Path;

use domain::id::StaffId;
use domain::role::Role;
use serde::{Deserialize, Serialize};
use store::keys::{DeviceKey, DeviceKeyPlace, Slots, SlotsFailed};
use ts_rs::TS;
use uuid::Uuid;

use super::{DEMO, Door};
use crate::problem::{Outcome, Problem};

const PEOPLE: &str = "people.sealed";
const LAST_LOGIN: &str = "last_login.sealed";

/// How the program stands at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DoorState {
    /// No branch here yet.
    Empty,
    /// The password is needed.
    Closed,
    /// A PIN returns.
    Locked,
    /// Somebody is signed in.
    Open,
}

/// Where the device key is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKeyKept {
    /// In the system's own store of secrets.
    System,
    /// In a file that only this account can read.
    File,
}

/// Somebody who can sign in on this PC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// Who.
    pub id: Uuid,
    /// As colleagues say it.
    pub name: String,
    /// What is typed.
    pub login: String,
    /// Whether there is a PIN on this PC; known while open.
    pub has_pin: bool,
}

/// Who is signed in, and what they may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Me")]
pub struct MeView {
    /// Who.
    pub id: Uuid,
    /// As colleagues say it.
    pub name: String,
    /// As what.
    pub roles: Vec<Role>,
    /// Whether there is a PIN on this PC.
    pub has_pin: bool,
    /// The password was given out and is to be replaced.
    pub one_time_password: bool,
    /// Names of the commands that this person may use; filled in by the list of commands.
    pub can: Vec<String>,
}

/// Everything that the frame of the screen depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DoorStatus {
    /// How we stand.
    pub state: DoorState,
    /// The showroom, while open.
    pub branch: Option<String>,
    /// The brand, while open.
    pub brand: Option<String>,
    /// Nothing here is real.
    pub demo: bool,
    /// Who is signed in.
    pub me: Option<MeView>,
    /// Who can sign in (closed) or switch by PIN (locked, open).
    pub people: Vec<Person>,
    /// Who signed in last on this PC.
    pub last_login: Option<String>,
    /// The recovery key was typed back.
    pub recovery_confirmed: bool,
    /// Minutes without input until the screen locks.
    pub lock_after_minutes: u32,
    /// Where the device key is, once there is one.
    pub device_key: Option<DeviceKeyKept>,
    /// Which file, where it is one.
    pub device_key_path: Option<String>,
    /// The program's version.
    pub version: String,
    /// Where the data is.
    pub data_folder: String,
}

impl Door {
    /// How we stand.
    ///
    /// # Errors
    /// When the store is open and cannot be read. A damaged slot file is told by signing in, not here.
    pub fn status(&self) -> Outcome<DoorStatus> {
        let inside = self.inside();
        let folder = &inside.folder;
        let mut status = DoorStatus {
            state: DoorState::Closed,
            branch: None,
            brand: None,
            demo: folder.file_name().is_some_and(|name| name == DEMO)
                && *folder != self.place.folder,
            me: None,
            people: Vec::new(),
            last_login: None,
            recovery_confirmed: true,
            lock_after_minutes: 0,
            device_key: None,
            device_key_path: None,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            data_folder: folder.display().to_string(),
        };
        let Some(open) = &inside.open else {
            match Slots::load(folder) {
                Err(SlotsFailed::Missing) => status.state = DoorState::Empty,
                Err(_) => {}
                Ok((slots, _)) => {
                    if let Ok(Some((device, place))) =
                        self.keyring(folder).find(|key| slots.is_bound_to(key))
                    {
                        status.people = read_people(folder, &device);
                        status.last_login = read_sealed(folder, LAST_LOGIN, &device);
                        tell_place(&mut status, &place);
                    }
                }
            }
            return Ok(status);
        };
        tell_place(&mut status, &open.keys.device_place);
        let house = open.desk.house()?;
        status.branch = Some(house.branch.clone());
        status.brand = Some(house.brand.clone());
        let (with_pin, mine, confirmed) = open.desk.read(|tables| {
            let mine = tables.get::<domain::rows::Staff>(open.session.me.id)?;
            Ok((
                tables.with_pin()?,
                mine,
                tables.meta("recovery_confirmed")?.is_some(),
            ))
        })?;
        status.people = read_people(folder, &open.keys.device);
        for person in &mut status.people {
            person.has_pin = with_pin.contains(&StaffId(person.id));
        }
        status.recovery_confirmed = status.demo || confirmed;
        let me = &open.session.me;
        let reception = me.roles.contains(&Role::Receptionist);
        status.lock_after_minutes = if reception {
            house.rules.lock_after_minutes_reception
        } else {
            house.rules.lock_after_minutes
        };
        status.state = if open.locked {
            DoorState::Locked
        } else {
            DoorState::Open
        };
        if !open.locked {
            status.me = Some(MeView {
                id: me.id.0,
                name: me.name.clone(),
                roles: me.roles.clone(),
                has_pin: with_pin.contains(&me.id),
                one_time_password: mine.is_some_and(|staff| staff.one_time_password),
                can: Vec::new(),
            });
        }
        Ok(status)
    }
}

fn tell_place(status: &mut DoorStatus, place: &DeviceKeyPlace) {
    (status.device_key, status.device_key_path) = match place {
        DeviceKeyPlace::System => (Some(DeviceKeyKept::System), None),
        DeviceKeyPlace::File(path) => (Some(DeviceKeyKept::File), Some(path.display().to_string())),
    };
}

/// Keeps the sign-in list for the time when the store is closed: sealed by the device key, so that a copied folder names nobody.
pub(super) fn keep_people(
    folder: &Path,
    device: &DeviceKey,
    people: Vec<(StaffId, String, String)>,
) -> Outcome<()> {
    let people: Vec<Person> = people
        .into_iter()
        .map(|(id, name, login)| Person {
            id: id.0,
            name,
            login,
            has_pin: false,
        })
        .collect();
    let text = serde_json::to_vec(&people)
        .map_err(|_| Problem::broken("a list of people always has a JSON form"))?;
    keep_sealed(folder, PEOPLE, device, &text);
    Ok(())
}

/// Who signs in next is most likely who signed in last.
pub(super) fn keep_last_login(folder: &Path, device: &DeviceKey, login: &str) {
    keep_sealed(folder, LAST_LOGIN, device, login.as_bytes());
}

/// A convenience and nothing more: where it cannot be written, the name is typed.
fn keep_sealed(folder: &Path, file: &str, device: &DeviceKey, text: &[u8]) {
    drop(std::fs::write(
        folder.join(file),
        device.seal_note(file, text),
    ));
}

fn read_sealed(folder: &Path, file: &str, device: &DeviceKey) -> Option<String> {
    let sealed = std::fs::read(folder.join(file)).ok()?;
    String::from_utf8(device.open_note(file, &sealed).ok()?.to_vec()).ok()
}

fn read_people(folder: &Path, device: &DeviceKey) -> Vec<Person> {
    read_sealed(folder, PEOPLE, device)
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}
