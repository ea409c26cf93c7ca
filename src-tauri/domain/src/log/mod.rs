//! The log: what people did, in an order that every PC agrees on, in a chain that cannot be changed unseen.
//!
//! Pure: knows neither SQL nor network nor clock. `store` keeps it, `sync` carries it.

mod act;
mod chain;
mod op;
mod order;
mod segment;
mod vector;

pub use act::{Act, Entry};
pub use chain::{Hash, Salt, body_hash, from_hex, head_after, seal_message, to_hex};
pub use op::{Change, Fields, Header, Name, Op, body};
pub use order::{ABSURD, Clock, Order, counted, next};
pub use segment::{Contents, Head, Line, Misshapen, Segment};
pub use vector::Vector;
