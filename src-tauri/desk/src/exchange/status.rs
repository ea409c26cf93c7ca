//! How it stands with the other PCs, in one word and for who wants to know more.

use domain::when::Moment;
use serde::Serialize;
use sync::peer::State;
use ts_rs::TS;

/// In one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExchangeState {
    /// The only PC, as far as it knows.
    #[default]
    Alone,
    /// Everything is there and here.
    Synced,
    /// It is being exchanged.
    Busy,
    /// Nobody answers; work goes on.
    Offline,
    /// Somebody has to do something.
    Attention,
}

impl From<State> for ExchangeState {
    fn from(state: State) -> Self {
        match state {
            State::Synced => Self::Synced,
            State::Busy => Self::Busy,
            State::Offline => Self::Offline,
            State::Attention => Self::Attention,
        }
    }
}

/// What this PC is among the others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// There is no hub.
    #[default]
    Alone,
    /// The others speak with this one.
    Hub,
    /// It speaks with the hub.
    Member,
}

/// How it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ExchangeStatus {
    /// In one word.
    pub state: ExchangeState,
    /// What this PC is.
    pub part: Part,
    /// Acts here that the hub is not known to have.
    #[ts(type = "number")]
    pub waiting: u64,
    /// When the hub was last spoken with.
    pub last_contact: Option<Moment>,
    /// What stops it: a code of the words.
    pub trouble: Option<String>,
    /// Where the hub answers, or this one does.
    pub address: Option<String>,
}
