//! Backups are made while people write, believed only after they were read back, and bring everything back.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as a test does")]

mod making;
mod pc;
mod restoring;
