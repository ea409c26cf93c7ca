//! The number by which the index is ordered: the minute of the last touch, and a place within it.
//! Refuses to give one number to two customers.

use rusqlite::{Connection, OptionalExtension};

/// Places within one minute, as a power of two.
const PLACE_BITS: u32 = 10;
/// Places within one minute.
pub(super) const PLACES: i64 = 1 << PLACE_BITS;

/// The first number of a minute since 1970.
pub(super) fn of_minute(minute: u64) -> i64 {
    // No clock, however wrong, reaches past what fits.
    (minute.min(u64::MAX >> (PLACE_BITS + 2)) << PLACE_BITS).cast_signed()
}

/// The minute of a number.
fn minute(recency: i64) -> u64 {
    recency.max(0).cast_unsigned() >> PLACE_BITS
}

/// A number that no customer has yet: `wanted`, or behind the last one in use in its minute, or in a later minute when
/// more than [`PLACES`] customers share it.
pub(super) fn free(conn: &Connection, wanted: i64) -> rusqlite::Result<i64> {
    let mut last = conn.prepare_cached("SELECT recency FROM search_docs WHERE recency >= ?1 AND recency < ?2 ORDER BY recency DESC LIMIT 1")?;
    let mut from = wanted;
    loop {
        let end = of_minute(minute(from) + 1);
        match last
            .query_row([from, end], |row| row.get::<_, i64>(0))
            .optional()?
        {
            None => return Ok(from),
            Some(used) if used + 1 < end => return Ok(used + 1),
            Some(_) => from = end,
        }
    }
}
