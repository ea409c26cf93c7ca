//! Why a command ended early, and the exit code that tells a script so.

/// What a command returns.
pub type Outcome<T = ()> = Result<T, Stop>;

/// The reasons to end without success.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// The command line makes no sense.
    Usage(String),
    /// The machine lacks something that must be installed by hand.
    Missing(String),
    /// A step went wrong.
    Failed(String),
    /// Something failed and the screen already says what.
    Told,
    /// Ctrl+C, or the terminal or the build server asked us to go.
    Interrupted,
}

impl Stop {
    /// A failure with its cause: `"cannot read a.json: no such file"`.
    pub fn because(what: impl std::fmt::Display, cause: impl std::fmt::Display) -> Self {
        Self::Failed(format!("{what}: {cause}"))
    }

    /// What to print on the way out, if anything is left to be said.
    pub fn message(&self) -> Option<String> {
        match self {
            Self::Usage(message) => Some(format!(
                "{message}\n`cargo xtask --help` lists the commands."
            )),
            Self::Missing(message) => Some(message.clone()),
            Self::Failed(message) => Some(format!("failed: {message}")),
            Self::Told => None,
            Self::Interrupted => Some("interrupted".to_owned()),
        }
    }

    /// 1 something failed, 2 wrong use or missing software, 130 interrupted.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Failed(_) | Self::Told => 1,
            Self::Usage(_) | Self::Missing(_) => 2,
            Self::Interrupted => 130,
        }
    }
}
