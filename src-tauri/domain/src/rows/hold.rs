//! Who has a scarce thing to themselves: see [`holds`](crate::holds).

use crate::rows;
use uuid::Uuid;

rows! {
    /// Somebody wants a thing that only one can have. Hidden, it is given back.
    Hold(Uuid) in "hold", Facts {
        /// What kind of thing.
        thing: String,
        /// Which.
        key: String,
        /// From when on, in ms since 1970; always, when not said.
        begins: Option<i64>,
        /// Until when, exclusive; for ever, when not said.
        ends: Option<i64>,
        /// For which row: what is wanted twice for the same row is wanted once.
        of: Uuid,
    }
}

rows! {
    /// The hub says that this one has it. The id is made from the hold and the epoch.
    HoldGrant(Uuid) in "hold_grant", Facts {
        /// Which.
        hold: Uuid,
        /// In which epoch of the hub.
        epoch: i64,
    }
}
