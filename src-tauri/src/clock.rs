//! The one place where the system's clock is read.

use std::time::{SystemTime, UNIX_EPOCH};

use desk::now::Now;
use domain::when::Moment;

/// The present.
pub(crate) fn now() -> Now {
    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    // A clock before 1970 is wrong; order does not depend on it.
    Now(Moment(since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })))
}
