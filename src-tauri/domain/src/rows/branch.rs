//! The showroom itself and the PCs that write its log.

use crate::id::{BranchId, DeviceId};
use crate::rows;
use uuid::Uuid;

rows! {
    /// The showroom. One row per store.
    Branch(BranchId) in "branch", Fields signed {
        /// As it stands over the door and on papers.
        name: String,
        /// The brand sold, as the catalogue spells it.
        brand: Option<String>,
        /// Ed25519 key in hex, held by the printed recovery key: the root of whom to believe.
        root_key: String,
        /// A branch to look around in; nothing in it is real.
        demo: bool,
    }
}

rows! {
    /// A PC enrolled in the branch.
    Device(DeviceId) in "device", Fields signed {
        /// Ed25519 key in hex; its log's segments are sealed with it.
        key: String,
        /// Two characters that begin its document numbers.
        code: String,
        /// As people call it: where it stands.
        name: Option<String>,
    }
}

rows! {
    /// A PC that was shut out. What it wrote beyond the place named here is kept and does not count. The id is made from the device.
    Revocation(Uuid) in "revocation", Facts signed {
        /// Which.
        device: DeviceId,
        /// A version vector as JSON: incarnation → seq of the last op that counts. A log that is not named does not count.
        kept: String,
        /// Why, in the administrator's words.
        reason: Option<String>,
    }
}

rows! {
    /// A PC is the hub from here on: the others speak with it, and it confirms claims. The id is made from the epoch, so that of two that
    /// take over at once one is the hub.
    Hub(Uuid) in "hub", Facts signed {
        /// One more than that of the hub before. The greatest is the present one.
        epoch: i64,
        /// Which PC.
        device: DeviceId,
        /// Where it answers, `host:port`, as far as somebody said so; otherwise it is looked for on the LAN.
        address: Option<String>,
        /// What it knew when it took over, a version vector as JSON: what hubs before it confirmed later is not confirmed.
        known: String,
    }
}
