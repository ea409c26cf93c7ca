//! The hub says who has a scarce thing: see [`domain::holds`].

use domain::id::{ActId, DeviceId, by_rule};
use domain::rows::{Hold, HoldGrant};
use store::Committed;
use uuid::Uuid;

use crate::desk::Desk;
use crate::now::Now;
use crate::problem::Outcome;
use crate::session::Session;
use crate::verb::{ADMIN, Verb};
use crate::work::Work;

/// Nobody does it: the program, where it is the hub.
const GRANT_HOLDS: Verb = Verb::new("grant_holds", ADMIN);

/// Tables on which it depends what may be granted.
const HELD: &[&str] = &["hold", "hub"];

impl Desk {
    /// Grants what may be granted, where this PC is the hub or the only one, after something was written or came.
    ///
    /// # Errors
    /// The machine's; what was not granted is at the next occasion.
    pub fn grant_holds(&self, after: &Committed, now: Now) -> Outcome<Committed> {
        if !HELD.iter().any(|table| after.tables.contains(table)) {
            return Ok(Committed::default());
        }
        // What the hub before granted may not count any more.
        let all = after.tables.contains("hub");
        let done = self.perform(&GRANT_HOLDS, &Session::of_nobody(), now, |work| {
            grant(work, all)
        })?;
        Ok(done.committed)
    }
}

fn grant(work: &mut Work<'_>, all: bool) -> Outcome<Option<ActId>> {
    let Some(epoch) = own_epoch(work)? else {
        return Ok(None);
    };
    for hold in work.tables.holds_to_grant(all)? {
        let grant = HoldGrant {
            id: by_rule(hold, "grant", &epoch.to_string()),
            hold,
            epoch,
        };
        work.insert(hold, &grant);
    }
    Ok(Some(work.act))
}

/// In which epoch this PC is the hub; 0 where there is no hub because there is no other PC.
fn own_epoch(work: &Work<'_>) -> Outcome<Option<i64>> {
    let own = work.tables.own_device()?;
    Ok(match work.tables.hub()? {
        Some(hub) => (own == Some(hub.device)).then_some(hub.epoch),
        None => (work.tables.count_devices()? <= 1).then_some(0),
    })
}

/// The number of a PC, which begins its document numbers.
const PC_CODE: &str = "pc_code";

/// Holds a number for a PC.
pub(crate) fn hold_code(work: &mut Work<'_>, device: DeviceId, code: &str) {
    let hold = Hold {
        id: code_hold(device, code),
        thing: PC_CODE.to_owned(),
        key: code.to_owned(),
        begins: None,
        ends: None,
        of: device.0,
    };
    work.insert(device.0, &hold);
}

/// The hold of a PC on its number.
pub(crate) fn code_hold(device: DeviceId, code: &str) -> Uuid {
    by_rule(device.0, PC_CODE, code)
}

/// Everyone who holds this number, and how their hold stands.
pub(crate) fn holders(
    tables: &store::Reader<'_>,
    code: &str,
) -> Outcome<Vec<(Hold, domain::holds::Standing)>> {
    Ok(tables.holds_of(PC_CODE, code)?)
}
