//! Whose turn it is. Whoever received, or was passed over, longest ago comes first; before them whoever has not yet today,
//! in the order of the day.

use domain::id::StaffId;
use domain::role::Role;
use domain::rows::{DutyState, Staff, Visit};
use domain::when::{ClockTime, Day, Moment};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use crate::house::House;
use crate::problem::Outcome;

/// A place in the turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RotaPlace {
    /// Who.
    pub staff: StaffId,
    /// As colleagues say it.
    pub name: String,
    /// With a party now (接待中).
    pub busy: bool,
    /// What else keeps them from receiving.
    pub state: Option<DutyState>,
    /// Since when: the state, else the party they are with.
    pub since: Option<Moment>,
    /// Parties of sales traffic today.
    pub received_today: u64,
    /// Why their turn was passed over, when that was their last turn today: code of `turn_skip_reasons`.
    pub skipped: Option<String>,
}

impl RotaPlace {
    /// Whether the next party may be theirs.
    pub fn free(&self) -> bool {
        !self.busy && self.state.is_none()
    }
}

/// Consultants who work here, in the order of the list.
pub(super) fn receivers(tables: &Reader<'_>) -> Outcome<Vec<Staff>> {
    let mut receivers = Vec::new();
    for staff in tables.staff()?.into_iter().filter(|staff| staff.active) {
        if tables.roles_of(staff.id)?.contains(&Role::Consultant) {
            receivers.push(staff);
        }
    }
    Ok(receivers)
}

/// Everyone in the order of whose turn it is; whoever is off stands at the end.
pub(super) fn rota(
    tables: &Reader<'_>,
    house: &House,
    open: &[Visit],
    today: Day,
) -> Outcome<Vec<RotaPlace>> {
    let midnight = Moment::from_day_time(today, ClockTime::MIDNIGHT);
    let received = tables.received_since(midnight, &house.rules.traffic_purposes)?;
    let skipped = tables.skipped_since(midnight)?;
    let duty = tables.duty_of(today)?;
    // A day that nobody arranged carries on the order of the last one that somebody did.
    let order = match tables.last_arranged(today)? {
        Some(day) if day == today => duty.clone(),
        Some(day) => tables.duty_of(day)?,
        None => Vec::new(),
    };
    let mut places = Vec::new();
    for staff in receivers(tables)? {
        let turn = received.iter().find(|(who, _, _)| *who == staff.id);
        let skip = skipped.iter().rfind(|skip| skip.staff == staff.id);
        let (at, skip_at) = (turn.map(|(_, _, at)| *at), skip.map(|skip| skip.at));
        let day = duty.iter().find(|duty| duty.staff == staff.id);
        let state = day.and_then(|duty| duty.state);
        let with = open
            .iter()
            .filter(|visit| visit.consultant == Some(staff.id))
            .map(|visit| visit.arrived)
            .min();
        let place = RotaPlace {
            staff: staff.id,
            busy: with.is_some(),
            state,
            since: day
                .filter(|_| state.is_some())
                .and_then(|duty| duty.since)
                .or(with),
            received_today: turn.map_or(0, |(_, n, _)| *n),
            skipped: skip
                .filter(|_| skip_at > at)
                .map(|skip| skip.reason.clone()),
            name: staff.name,
        };
        let arranged = order
            .iter()
            .find(|duty| duty.staff == place.staff)
            .and_then(|duty| duty.place);
        let key = (
            state == Some(DutyState::Off),
            at.max(skip_at),
            arranged.unwrap_or(i64::MAX),
        );
        places.push((key, place));
    }
    places.sort_by_key(|(key, _)| *key);
    Ok(places.into_iter().map(|(_, place)| place).collect())
}
