//! The register: who came, who called, who receives them, and what is still to be written down.

mod attach;
mod board;
mod callback;
mod complete;
mod day;
mod duty;
mod fields;
mod leave;
mod log;
mod missing;
mod quick;
mod reassign;
mod sheet;
mod sheet_foot;
mod sheet_row;
mod sheet_totals;
mod totals;
mod turn;
mod view;
mod waiting;

pub use board::{RECEPTION, ReceptionAsk, ReceptionView, reception};
pub use callback::{
    CALL_BACK, CallBack, LOG_MISSED_CALL, LogMissedCall, REVEAL_VISIT_PHONE, RevealVisitPhone,
    call_back, log_missed_call, reveal_visit_phone,
};
pub use complete::{
    COMPLETE_VISIT, CompleteVisit, VISIT, VisitAsk, VisitView, complete_visit, visit,
};
pub use day::{
    CHECK_DAY, CLOSE_DAY, CloseDay, DayAsk, DaySheet, DayState, REOPEN_DAY, SET_WEATHER,
    SetWeather, check_day, close_day, reopen_day, set_weather,
};
pub use duty::{
    ARRANGE_TURNS, ArrangeTurns, SET_DUTY, SKIP_TURN, SetDuty, SkipTurn, arrange_turns, set_duty,
    skip_turn,
};
pub use fields::VisitFields;
pub use leave::{LEAVE_VISIT, LeaveVisit, leave_visit};
pub use log::{LOG_CALL, LOG_WALK_IN, LogVisit, LoggedVisit, Recognition, log_call, log_walk_in};
pub use quick::{PARSE_QUICK_ENTRY, QuickEntry, QuickPart, QuickText, parse_quick_entry};
pub use reassign::{REASSIGN_VISIT, ReassignVisit, reassign_visit};
pub use sheet::{DAILY_SHEET, DailySheet, DailySheetAsk, SheetSignature, daily_sheet};
pub use sheet_foot::{LevelCount, SheetFoot};
pub use sheet_row::SheetRow;
pub use sheet_totals::{SheetConsultant, SheetTotals};
pub use totals::Totals;
pub use turn::RotaPlace;
pub use view::{KeptCell, VisitRow, VisitState};
pub use waiting::{CallbackTried, WaitingCall};

pub(crate) use attach::new_customer;
pub(crate) use board::incomplete;
pub(crate) use day::day_id;
pub(crate) use log::empty_visit;
pub(crate) use missing::missing;
pub(crate) use view::{kept_cells, masked};
