//! The numbers of PCs, with which their document numbers begin. Two PCs that were enrolled where neither knew of the other may have the
//! same one; the hub says whose it is, and the other is given another.

use domain::holds::Standing;
use domain::id::DeviceId;
use domain::rows::Device;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::customers;
use crate::holds::{code_hold, hold_code, holders};
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{ADMIN, Verb};
use crate::work::{Acted, Work};

/// Administrators give a PC another number.
pub const RENUMBER_DEVICE: Verb = Verb::signed("renumber_device", ADMIN);

/// Which PC.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenumberDevice {
    /// Which.
    pub device: DeviceId,
}

/// The next number that nobody has.
///
/// # Errors
/// The machine's.
pub(crate) fn take_code(work: &mut Work<'_>, device: DeviceId) -> Outcome<String> {
    let mut n = work.tables.count_devices()?;
    let devices = work.tables.devices()?;
    loop {
        n += 1;
        let code = format!("{n:02}");
        if devices.iter().all(|known| known.code != code) {
            hold_code(work, device, &code);
            return Ok(code);
        }
    }
}

/// Whether the hub said that the number of this PC is another's.
pub(crate) fn is_anothers(tables: &store::Reader<'_>, device: &Device) -> Outcome<bool> {
    let own = code_hold(device.id, &device.code);
    let holders = holders(tables, &device.code)?;
    Ok(holders
        .iter()
        .any(|(hold, standing)| hold.id == own && *standing == Standing::Refused))
}

/// Gives a PC another number, and new ones to the customers whose number somebody else has as well.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NothingChanged`] where the number is nobody else's.
pub fn renumber_device(work: &mut Work<'_>, ask: RenumberDevice) -> Outcome<Acted> {
    let devices = work.tables.devices()?;
    let device = devices.into_iter().find(|device| device.id == ask.device);
    let before = device.ok_or(Problem::refused(Code::NotFound))?;
    if !is_anothers(work.tables, &before)? {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let own = code_hold(before.id, &before.code);
    for (hold, _) in holders(work.tables, &before.code)? {
        if hold.id == own {
            work.void(before.id.0, &hold);
        }
    }
    let after = Device {
        code: take_code(work, before.id)?,
        ..before.clone()
    };
    work.update(before.id.0, &before, &after)?;
    let twice = work.tables.customers_numbered_twice(&before.code)?;
    let own = work.tables.own_device()? == Some(before.id);
    let pc = if own { &after.code } else { &work.house.pc };
    customers::renumber(work, &twice, pc)?;
    Ok(work.acted())
}
