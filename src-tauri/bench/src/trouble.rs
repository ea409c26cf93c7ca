//! Why a run ends without success: it could not measure, or what it measured did something wrong.

use std::fmt;

/// A sentence for whoever started the run.
pub struct Trouble(String);

/// What a step of a run comes to.
pub type Outcome<T = ()> = Result<T, Trouble>;

impl Trouble {
    /// With this sentence.
    pub fn new(sentence: impl fmt::Display) -> Self {
        Self(sentence.to_string())
    }

    /// What was being done when it happened.
    pub fn during(self, step: impl fmt::Display) -> Self {
        Self(format!("{step}: {}", self.0))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Trouble {
    fn from(cause: E) -> Self {
        let mut sentence = cause.to_string();
        let mut below = cause.source();
        while let Some(cause) = below {
            sentence = format!("{sentence}: {cause}");
            below = cause.source();
        }
        Self(sentence)
    }
}
