//! Mistakes that others have made, put in on purpose: a simulation that does not find them proves nothing.
//!
//! Only a build with the feature `planted` has them, one at a time; in every other they are compiled to nothing.

/// One mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Bug {
    /// An act came into the log, and the tables did not hear of it.
    TablesApartFromLog = 1,
    /// What was sent is counted as received, answered or not.
    CountedUnanswered,
    /// After a failure nothing is tried again before something new is written.
    NeverTriedAgain,
    /// The last writer wins whole rows.
    WholeRows,
    /// Whatever comes last stands.
    LastToCome,
    /// A log may have a hole.
    HolesInLogs,
    /// What a PC that was shut out writes goes on to count.
    ShutOutInVain,
    /// Two logs of one name are taken for one.
    ForkUnseen,
    /// A disk of yesterday goes on as if nothing had been.
    OldDiskGoesOn,
    /// Of a row that moves only the new owner's lists are derived.
    OldParentStale,
    /// What was reached by steps is never folded anew.
    StepsFoldedOnce,
    /// Steps that became possible are told as impossible for ever.
    ExceptionsStay,
    /// Who may decide is judged once, when the decision comes.
    JudgedOnce,
    /// Two lives of a PC count their papers on from the same number.
    NumbersTwice,
    /// Each answer is a reason for another question.
    NeverQuiet,
    /// Of two cards that became one only one is derived.
    HalfAMerge,
    /// Two values stay contested when somebody has said which is right.
    ContestedForEver,
    /// What was written before somebody knew of the end of a log stays in the tables.
    CutTooLate,
    /// When the disk is full, memory goes on from what was not written.
    MemoryAheadOfDisk,
    /// The hub tells only what it wrote itself.
    HubTellsItsOwn,
    /// What two copies of a disk wrote after they parted is given up.
    ForkGivenUp,
    /// A number that two cards have stops everything.
    UniqueNumbers,
    /// After an upgrade what the older version passed on is not looked at again.
    NeverUnderstood,
}

impl Bug {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::TablesApartFromLog,
        Self::CountedUnanswered,
        Self::NeverTriedAgain,
        Self::WholeRows,
        Self::LastToCome,
        Self::HolesInLogs,
        Self::ShutOutInVain,
        Self::ForkUnseen,
        Self::OldDiskGoesOn,
        Self::OldParentStale,
        Self::StepsFoldedOnce,
        Self::ExceptionsStay,
        Self::JudgedOnce,
        Self::NumbersTwice,
        Self::NeverQuiet,
        Self::HalfAMerge,
        Self::ContestedForEver,
        Self::CutTooLate,
        Self::MemoryAheadOfDisk,
        Self::HubTellsItsOwn,
        Self::ForkGivenUp,
        Self::UniqueNumbers,
        Self::NeverUnderstood,
    ];
}

#[cfg(feature = "planted")]
static PRESENT: std::sync::atomic::AtomicU8 = std::sync::atomic::AtomicU8::new(0);

/// Puts one in, in place of any other; or takes it out.
#[cfg(feature = "planted")]
pub fn plant(bug: Option<Bug>) {
    PRESENT.store(
        bug.map_or(0, |bug| bug as u8),
        std::sync::atomic::Ordering::Relaxed,
    );
}

/// Whether this one is in.
#[cfg(feature = "planted")]
#[must_use]
pub fn planted(bug: Bug) -> bool {
    PRESENT.load(std::sync::atomic::Ordering::Relaxed) == bug as u8
}

/// No.
#[cfg(not(feature = "planted"))]
#[must_use]
#[inline(always)]
pub const fn planted(_: Bug) -> bool {
    false
}
