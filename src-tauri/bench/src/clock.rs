//! The one place where the system's clock is read as a date; durations come from `Instant`.

use std::time::{SystemTime, UNIX_EPOCH};

use desk::now::Now;
use domain::when::Moment;

/// The present.
pub fn now() -> Now {
    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Now(Moment(since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })))
}
