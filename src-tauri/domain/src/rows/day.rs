//! The showroom's day: whose turn it is to receive, and the daily sheet that closes it.

use crate::id::StaffId;
use crate::when::{Day, Moment};
use crate::{codes, rows};
use uuid::Uuid;

codes! {
    /// What keeps a consultant from receiving the next party. Being with one (接待中) is seen from the open visits.
    DutyState {
        /// 签约中: not to be disturbed.
        Signing = "signing",
        /// 试驾: out on a drive.
        Driving = "driving",
        /// 休息.
        Resting = "resting",
        /// 不在岗.
        Off = "off",
    }
}

rows! {
    /// A consultant's place in the turn of a day (值班顺序). The id is made from the person and the day.
    Duty(Uuid) in "duty", Fields {
        /// Who.
        staff: StaffId,
        /// On which day.
        day: Day,
        /// Place in the order of that day, from 1; as on the last day that was arranged, when not set.
        place: Option<i64>,
        /// What keeps them from receiving.
        state: Option<DutyState>,
        /// Since when.
        since: Option<Moment>,
    }
}

rows! {
    /// A turn that was passed over.
    TurnSkip(Uuid) in "turn_skip", Facts {
        /// Whose.
        staff: StaffId,
        /// When.
        at: Moment,
        /// Code of `turn_skip_reasons`.
        reason: String,
    }
}

rows! {
    /// A day of the showroom: the head and the foot of its daily sheet. Open or closed is folded from its steps. The id is
    /// made from the branch and the day.
    BusinessDay(Uuid) in "business_day", Fields {
        /// Which.
        day: Day,
        /// Code of `weathers`.
        weather: Option<String>,
        /// What was special about it.
        note: Option<String>,
        /// The receptionist who hands the sheet over.
        signed_by: Option<StaffId>,
        /// When.
        signed_at: Option<Moment>,
        /// The manager who took it.
        checked_by: Option<StaffId>,
        /// When.
        checked_at: Option<Moment>,
    }
}
