//! What people do in a showroom, one file per verb. The only author of acts.
//!
//! Requests come in, views go out; permission stands beside each verb; everything written goes through one funnel,
//! [`desk::Desk::perform`]. Window and command line are thin over [`commands`]. Refuses to know windows, terminals and the clock.

pub mod appointments;
pub mod cards;
pub mod catalogue;
pub mod claims;
pub mod commands;
mod course;
pub mod customers;
mod demo;
pub mod desk;
pub mod disorders;
pub mod door;
pub mod erasures;
pub mod exchange;
pub mod form;
mod holds;
pub mod house;
pub mod import;
pub mod messages;
mod names;
pub mod now;
pub mod papers;
pub mod problem;
mod put;
pub mod reception;
pub mod reviews;
pub mod search;
pub mod session;
pub mod settings;
pub mod team;
mod text;
pub mod undo;
pub mod verb;
pub mod work;

/// How keys are kept and passwords stretched: chosen by whoever says where the data is.
pub use store::keys;
