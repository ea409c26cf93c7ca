//! Whose turn it is, said by hand: the order of a day, what keeps a consultant from receiving, a turn passed over.

use domain::id::{StaffId, by_rule};
use domain::role::Role;
use domain::rows::{Duty, DutyState, Staff, TurnSkip};
use domain::when::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::problem::{Code, Outcome, Problem};
use crate::verb::{COUNTER, SALES, Verb};
use crate::work::{Acted, Work};

/// Reception and managers for everybody, everyone for themselves.
pub const SET_DUTY: Verb = Verb::new("set_duty", SALES);
/// Reception and managers.
pub const ARRANGE_TURNS: Verb = Verb::new("arrange_turns", COUNTER);
/// Reception and managers for everybody, everyone for themselves.
pub const SKIP_TURN: Verb = Verb::new("skip_turn", SALES);

/// What keeps somebody from receiving today.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SetDuty {
    /// Who.
    pub staff: StaffId,
    /// Nothing: they are back.
    pub state: Option<DutyState>,
}

/// The order of a day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ArrangeTurns {
    /// Today, when not said.
    pub day: Option<Day>,
    /// Who receives, first to last. Whoever is left out is off.
    pub staff: Vec<StaffId>,
}

/// A turn that is passed over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SkipTurn {
    /// Whose.
    pub staff: StaffId,
    /// Code of `turn_skip_reasons`.
    pub reason: String,
}

/// Says what keeps somebody from receiving, or that they are back.
///
/// # Errors
/// [`Code::NotYours`] for a colleague's state, [`Code::StaffUnknown`], [`Code::NothingChanged`].
pub fn set_duty(work: &mut Work<'_>, ask: SetDuty) -> Outcome<Acted> {
    may_say(work, ask.staff)?;
    let day = work.now.day();
    let before = duty_of(work, ask.staff, day)?;
    if before.state == ask.state {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let after = Duty {
        state: ask.state,
        since: ask.state.map(|_| work.now.moment()),
        ..before
    };
    work.put(ask.staff.0, &after)?;
    Ok(work.acted())
}

/// Puts the consultants in order for a day.
///
/// # Errors
/// [`Code::StaffUnknown`] for whoever does not receive customers, [`Code::NothingChanged`].
pub fn arrange_turns(work: &mut Work<'_>, ask: ArrangeTurns) -> Outcome<Acted> {
    let day = ask.day.unwrap_or(work.now.day());
    for staff in &ask.staff {
        receives(work, *staff)?;
    }
    let now = work.now.moment();
    for staff in receivers(work)? {
        let before = duty_of(work, staff.id, day)?;
        let place = ask.staff.iter().position(|one| *one == staff.id);
        let place = place.map(|at| at as i64 + 1);
        let was_off = before.state == Some(DutyState::Off);
        let (state, since) = match place {
            Some(_) if was_off => (None, None),
            None if !was_off => (Some(DutyState::Off), Some(now)),
            _ => (before.state, before.since),
        };
        let after = Duty {
            place,
            state,
            since,
            ..before.clone()
        };
        if after != before {
            work.put(staff.id.0, &after)?;
        }
    }
    work.must_change()?;
    Ok(work.acted())
}

/// Passes a turn over: whoever is next after them receives, and they stand behind.
///
/// # Errors
/// [`Code::NotYours`] for a colleague's turn, [`Code::StaffUnknown`], [`Code::NotInList`].
pub fn skip_turn(work: &mut Work<'_>, ask: SkipTurn) -> Outcome<Acted> {
    may_say(work, ask.staff)?;
    work.house.must_have("turn_skip_reasons", &ask.reason)?;
    let skip = TurnSkip {
        id: work.new_id::<Uuid>(),
        staff: ask.staff,
        at: work.now.moment(),
        reason: ask.reason,
    };
    work.insert(ask.staff.0, &skip);
    Ok(work.acted())
}

/// A party has gone: whoever signed or drove with it is free, unless another is still with them.
pub(super) fn free_again(
    work: &mut Work<'_>,
    visit: domain::id::VisitId,
    staff: StaffId,
) -> Outcome<()> {
    let before = duty_of(work, staff, work.now.day())?;
    let with_a_party = matches!(before.state, Some(DutyState::Signing | DutyState::Driving));
    let others = work
        .tables
        .open_visits()?
        .iter()
        .any(|open| open.id != visit && open.consultant == Some(staff));
    if with_a_party && !others {
        let after = Duty {
            state: None,
            since: None,
            ..before
        };
        work.put(staff.0, &after)?;
    }
    Ok(())
}

fn may_say(work: &Work<'_>, staff: StaffId) -> Outcome<()> {
    receives(work, staff)?;
    if work.me.is(COUNTER) || work.me.id == staff {
        Ok(())
    } else {
        Err(Problem::refused(Code::NotYours))
    }
}

fn receives(work: &Work<'_>, staff: StaffId) -> Outcome<()> {
    let known: Option<Staff> = work.tables.get(staff)?;
    if known.is_some_and(|staff| staff.active)
        && work.tables.roles_of(staff)?.contains(&Role::Consultant)
    {
        Ok(())
    } else {
        Err(Problem::refused(Code::StaffUnknown))
    }
}

fn receivers(work: &Work<'_>) -> Outcome<Vec<Staff>> {
    super::turn::receivers(work.tables)
}

/// What is written of somebody's day, or a blank.
fn duty_of(work: &Work<'_>, staff: StaffId, day: Day) -> Outcome<Duty> {
    let id: Uuid = by_rule(staff.0, "duty", &day.to_string());
    Ok(work.tables.get(id)?.unwrap_or(Duty {
        id,
        staff,
        day,
        place: None,
        state: None,
        since: None,
    }))
}
