//! How often a PIN may be tried: five failures close the store, and then only the password opens it.
//!
//! The counter is written down *before* each check, so that pulling the plug during one gives no further try; it knows no
//! clock, so that changing the time gives none either. It does no writing itself: the caller keeps it in the store.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Failures after which the store closes.
pub const PIN_MAX_FAILURES: u8 = 5;

/// Too many wrong PINs: the store closes and only the password opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.code())]
pub struct PinClosed;

impl PinClosed {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        "pin_closed"
    }
}

/// How often a wrong PIN was given since the last right one. Kept per user by the caller; nothing but success or the
/// password sets it back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinAttempts {
    /// Attempts that are wrong or whose outcome was never written down.
    pub failures: u8,
}

impl PinAttempts {
    /// Counts an attempt as failed in advance. Write `self` down durably, then check the PIN.
    ///
    /// # Errors
    /// [`PinClosed`] when there were five already: no check takes place.
    pub fn before_check(&mut self) -> Result<(), PinClosed> {
        if self.is_closed() {
            return Err(PinClosed);
        }
        self.failures += 1;
        Ok(())
    }

    /// The PIN was right, or the password was given. Write `self` down.
    pub fn after_success(&mut self) {
        self.failures = 0;
    }

    /// Whether only the password opens now. After a failed check this means: close.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.failures >= PIN_MAX_FAILURES
    }

    /// Attempts left, for the screen.
    #[must_use]
    pub fn left(&self) -> u8 {
        PIN_MAX_FAILURES.saturating_sub(self.failures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_failures_close_and_a_sixth_attempt_is_not_even_checked() {
        let mut attempts = PinAttempts::default();
        for left in (0..5).rev() {
            assert!(!attempts.is_closed());
            assert_eq!(attempts.before_check(), Ok(()));
            assert_eq!(attempts.left(), left);
        }
        assert!(attempts.is_closed());
        assert_eq!(attempts.before_check(), Err(PinClosed));
        assert_eq!(attempts.failures, 5);
    }

    #[test]
    fn a_right_pin_at_the_fifth_attempt_starts_anew() {
        let mut attempts = PinAttempts { failures: 4 };
        assert_eq!(attempts.before_check(), Ok(()));
        attempts.after_success();
        assert_eq!(attempts, PinAttempts::default());
    }

    #[test]
    fn pulling_the_plug_during_a_check_costs_the_attempt() {
        let mut attempts = PinAttempts::default();
        for _ in 0..PIN_MAX_FAILURES {
            attempts.before_check().expect("still open");
            let written = serde_json::to_string(&attempts).expect("written");
            // The process dies here; the next one reads what was written.
            attempts = serde_json::from_str(&written).expect("read");
        }
        assert_eq!(attempts.before_check(), Err(PinClosed));
    }

    #[test]
    fn a_counter_beyond_reason_is_closed_too() {
        let mut attempts = PinAttempts { failures: 255 };
        assert_eq!(attempts.before_check(), Err(PinClosed));
        assert_eq!(attempts.left(), 0);
    }
}
