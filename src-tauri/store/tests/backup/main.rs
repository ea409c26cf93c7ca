//! Backups are made while people write, believed only after they were read back, and bring everything back.

mod making;
mod pc;
mod restoring;
