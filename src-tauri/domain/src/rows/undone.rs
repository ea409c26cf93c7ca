//! What was taken back.

use crate::id::ActId;
use crate::rows;
use uuid::Uuid;

rows! {
    /// An act that another act took back. The id is made from the act, so that it is taken back once, on whatever PC.
    Undone(Uuid) in "undone", Facts {
        /// Which.
        act: ActId,
    }
}
