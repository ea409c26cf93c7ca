//! Who works here.

use crate::id::StaffId;
use crate::rows;
use uuid::Uuid;

rows! {
    /// A member of staff.
    Staff(StaffId) in "staff", Fields signed {
        /// As colleagues say it.
        name: String,
        /// What is typed to sign in; unique by the id being made from it.
        login: String,
        /// Who has left keeps their name on what they did, and opens nothing.
        active: bool,
        /// Ed25519 key in hex: signs acts of authority.
        sign_key: String,
        /// X25519 key in hex: PCs seal their data key to it.
        agree_key: String,
        /// The private seed under the password, as JSON.
        sealed_seed: String,
        /// The password was given out by an administrator and is to be replaced at the first sign-in.
        one_time_password: bool,
    }
}

rows! {
    /// One role of one person: a person can hold several, and two administrators may change different ones at once.
    StaffRole(Uuid) in "staff_role", Fields signed {
        /// Whose.
        staff: StaffId,
        /// A code of [`crate::role::Role`].
        role: String,
    }
}
