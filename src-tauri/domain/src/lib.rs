//! The trade and its log, as types and rules.
//!
//! Pure: no I/O, no clock, no randomness, no SQL, no Tauri. What comes in from outside (time, ids, words) is passed in;
//! what a constructor here lets through cannot be wrong later.

pub mod authority;
pub mod find;
pub mod holds;
pub mod id;
pub mod log;
pub mod message;
pub mod phone;
pub mod planted;
pub mod role;
pub mod rows;
pub mod sheet;
pub mod table;
pub mod value;
pub mod when;
pub mod workflow;
