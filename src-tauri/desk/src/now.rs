//! The present moment, passed in: tests, demo data and simulations choose it.

use domain::when::{Day, Moment};

/// When a command is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now(pub Moment);

impl Now {
    /// The moment.
    #[must_use]
    pub fn moment(self) -> Moment {
        self.0
    }

    /// The day in China, whatever the PC's time zone says.
    #[must_use]
    pub fn day(self) -> Day {
        self.0.day()
    }
}
