//! The day in figures, as the daily sheet has them. Parties count, never persons; who did not come to look at cars stands apart.

use domain::rows::{Frequency, Visit, VisitKind};
use serde::Serialize;
use ts_rs::TS;

use super::missing::is_traffic;
use crate::house::House;

/// The day's figures. All but `others` and `open` are of sales traffic alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Totals {
    /// Parties that came in, also to an event.
    pub walk_ins: u32,
    /// Calls; missed ones among them.
    pub calls: u32,
    /// Calls that nobody answered in time.
    pub missed: u32,
    /// Persons in those parties; a party without a number of persons counts as one.
    pub people: i64,
    /// Came for the first time.
    pub first: u32,
    /// Came again.
    pub again: u32,
    /// Were invited.
    pub invited: u32,
    /// Left a number.
    pub with_phone: u32,
    /// Did not.
    pub without_phone: u32,
    /// First visits, and parties of whom nobody said how often they came: what first-visit retention (首次留档率) counts.
    pub first_visits: u32,
    /// Of those, the ones who left a number.
    pub first_filed: u32,
    /// Parties that came for something else than to look at cars.
    pub others: u32,
    /// Still here, whatever they came for.
    pub open: u32,
}

impl Totals {
    /// Counts a visit of the day.
    pub(super) fn count(&mut self, house: &House, visit: &Visit) {
        if !is_traffic(house, visit) {
            self.others += 1;
            return;
        }
        let filed = visit.phone.is_some() || visit.customer.is_some();
        if visit.kind == VisitKind::Call {
            self.calls += 1;
            // Nobody has spoken to whoever was missed: nothing more can be said of them.
            if visit.missed == Some(true) && visit.called_back.is_none() {
                self.missed += 1;
                return;
            }
        } else {
            self.walk_ins += 1;
            self.people += visit.party_size.unwrap_or(1);
            if matches!(visit.frequency, None | Some(Frequency::First)) {
                self.first_visits += 1;
                self.first_filed += u32::from(filed);
            }
        }
        match visit.frequency {
            Some(Frequency::First) => self.first += 1,
            Some(Frequency::Again) => self.again += 1,
            Some(Frequency::Invited) => self.invited += 1,
            None => {}
        }
        if filed {
            self.with_phone += 1;
        } else {
            self.without_phone += 1;
        }
    }
}
