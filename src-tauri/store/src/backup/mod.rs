//! Backups: whole, encrypted, verified copies of the store in a second folder, and the way back from one.
//!
//! One file each, `forecourt-<day>-<time>-<device>.backup`: the copied database under a key of its own, then the slots that the
//! recovery key opens, then a footer ([`Footer`]) that says what is where. So one file and the key on paper are enough on a
//! bare machine.
//!
//! **Making one:** [`Backup::prepare`] with the store for a moment, [`Backup::make`] without it, while people write on. It is
//! written under another name, synced, opened and checked (cipher, pages, every hash and seal of the log), and only then gets
//! its name. The last [`KEPT`] of a device stay. **Restoring one:** [`restore`], which puts the present store aside, never
//! deletes it, and can be cut off at any step: the folder then holds the old store or, at the latest when it is next taken,
//! the new one.
//!
//! It asks no clock, makes no folder that is missing (it may be a disk that is not plugged in), and deletes nothing but its own
//! unfinished files and the oldest of its own backups, after a newer one was found sound.

mod copy;
mod errors;
mod footer;
mod kept;
mod make;
mod names;
mod place;
mod restore;

pub use errors::BackupFailed;
pub use footer::Footer;
pub use kept::{KEPT, Kept, due, kept};
pub use make::Backup;
pub(crate) use place::finish;
pub use restore::{Restored, Unlock, restore};
