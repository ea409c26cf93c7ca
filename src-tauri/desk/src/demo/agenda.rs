//! What is going to happen in the showroom, in the order of its time.

use std::collections::BTreeMap;

use domain::id::{CustomerId, VisitId};
use domain::rows::DutyState;
use domain::when::{Day, Moment};

use super::counter::{Party, Served};
use super::follow_up::Due;
use super::people::Person;

/// Something that happens. Consultants and customers by their place in the lists of the showroom.
pub(super) enum Thing {
    /// The receptionist notes the weather and puts the consultants in order.
    Opening { off: Option<usize> },
    /// A party comes in.
    Party(Party),
    /// It goes.
    Leaving {
        visit: VisitId,
        with: Option<usize>,
        who: Option<usize>,
    },
    /// Their record is completed.
    Completing(Served),
    /// The card gets what was learnt about the customer.
    Card(usize),
    /// The telephone rings, and is answered; the caller is promised a call by then, where that is said.
    Call { promised: Promise },
    /// It rings in vain.
    Missed { waits: bool },
    /// Somebody calls back, and asks a caller who has no card who they are.
    CallingBack {
        call: VisitId,
        by: usize,
        reached: bool,
        asks: Option<Person>,
    },
    /// A consultant looks at the cards of the day.
    Morning { who: usize, until: Moment },
    /// A card is worked.
    Contact(Due),
    /// Somebody with an appointment does not come, and it is written down.
    NoShow(usize),
    /// Somebody with an appointment calls it off.
    Cancelling(usize),
    /// Somebody is told at which time to come.
    Inviting {
        who: usize,
        at: Moment,
        comes: Comes,
    },
    /// A turn is passed over.
    Skip { who: usize, reason: &'static str },
    /// What keeps a consultant from receiving, or nothing any more.
    Duty {
        who: usize,
        state: Option<DutyState>,
    },
    /// The manager reads contacts, all but the latest.
    Review { keep: usize },
    /// A consultant asks for another's customer.
    Claim(usize),
    /// The manager's word on it.
    Deciding { claim: usize, customer: CustomerId },
    /// The day's sheet is signed.
    Closing,
    /// The manager takes a sheet over.
    Checking(Day),
}

/// Whether a caller is promised a call.
#[derive(Clone, Copy)]
pub(super) enum Promise {
    /// As it comes; they are called back in time.
    Any,
    /// By then; nobody has called yet.
    By(Moment),
    /// By then; tried once in vain.
    Tried(Moment),
}

/// What becomes of an appointment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Comes {
    /// They come about then, and go.
    Kept,
    /// They come, and are still here.
    Here,
    /// They do not come.
    Not,
    /// They call it off.
    Cancels,
    /// It lies ahead, or they are late.
    Unknown,
}

/// What lies ahead.
#[derive(Default)]
pub(super) struct Agenda {
    things: BTreeMap<(Moment, u32), Thing>,
    noted: u32,
}

impl Agenda {
    pub fn note(&mut self, at: Moment, thing: Thing) {
        self.noted += 1;
        self.things.insert((at, self.noted), thing);
    }

    /// The next thing up to a moment.
    pub fn next(&mut self, until: Moment) -> Option<(Moment, Thing)> {
        let first = self.things.first_entry()?;
        if first.key().0 > until {
            return None;
        }
        let ((at, _), thing) = first.remove_entry();
        Some((at, thing))
    }
}
