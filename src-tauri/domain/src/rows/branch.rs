//! The showroom itself and the PCs that write its log.

use crate::id::{BranchId, DeviceId};
use crate::rows;

rows! {
    /// The showroom. One row per store.
    Branch(BranchId) in "branch", Fields {
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
    Device(DeviceId) in "device", Fields {
        /// Ed25519 key in hex; its log's segments are sealed with it.
        key: String,
        /// Two characters that begin its document numbers.
        code: String,
    }
}
