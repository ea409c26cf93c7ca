//! The number by which the index is ordered: the minute of the last touch, a mark of whose customer it is, and a place.
//! Refuses to give one number to two customers.

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

/// Places within one minute of one mark, as a power of two.
const PLACE_BITS: u32 = 10;
/// Bits of a mark.
const MARK_BITS: u32 = 10;
/// Places within one minute of one mark.
pub(super) const PLACES: u64 = 1 << PLACE_BITS;

/// Some bits of an owner's name: enough to pass over most customers of others without reading anything of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark(u16);

impl Mark {
    pub fn of(owner: &str) -> Self {
        let hash = Sha256::digest(owner.as_bytes());
        Self(u16::from_be_bytes([hash[0], hash[1]]) & ((1 << MARK_BITS) - 1))
    }

    /// Of the customer with this number.
    pub fn within(recency: i64) -> Self {
        Self((recency >> PLACE_BITS) as u16 & ((1 << MARK_BITS) - 1))
    }
}

/// The first number of a minute since 1970 and a mark.
fn first(minute: u64, mark: Mark) -> i64 {
    // No clock, however wrong, reaches past what fits.
    let minute = minute.min(u64::MAX >> (MARK_BITS + PLACE_BITS + 2));
    ((minute << MARK_BITS | u64::from(mark.0)) << PLACE_BITS).cast_signed()
}

/// A number that no customer has yet: behind the last one in use in this minute, or in a later minute when it is full.
pub(super) fn free(conn: &Connection, minute: u64, mark: Mark) -> rusqlite::Result<i64> {
    let mut last = conn.prepare_cached("SELECT recency FROM search_docs WHERE recency >= ?1 AND recency < ?2 ORDER BY recency DESC LIMIT 1")?;
    let mut minute = minute;
    loop {
        let from = first(minute, mark);
        let end = from + PLACES.cast_signed();
        match last
            .query_row([from, end], |row| row.get::<_, i64>(0))
            .optional()?
        {
            None => return Ok(from),
            Some(used) if used + 1 < end => return Ok(used + 1),
            Some(_) => minute += 1,
        }
    }
}
