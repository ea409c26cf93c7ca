//! The register: who came, who called, who receives them, and what is still to be written down.

mod attach;
mod board;
mod complete;
mod fields;
mod leave;
mod log;
mod missing;
mod quick;
mod sheet;
mod sheet_foot;
mod sheet_row;
mod sheet_totals;
mod view;

pub use board::{RECEPTION, ReceptionAsk, ReceptionView, RotaPlace, Totals, reception};
pub use complete::{
    COMPLETE_VISIT, CompleteVisit, VISIT, VisitAsk, VisitView, complete_visit, visit,
};
pub use fields::VisitFields;
pub use leave::{LEAVE_VISIT, LeaveVisit, leave_visit};
pub use log::{LOG_CALL, LOG_WALK_IN, LogVisit, LoggedVisit, Recognition, log_call, log_walk_in};
pub use quick::{PARSE_QUICK_ENTRY, QuickEntry, QuickPart, QuickText, parse_quick_entry};
pub use sheet::{DAILY_SHEET, DailySheet, DailySheetAsk, SheetSignature, daily_sheet};
pub use sheet_foot::{LevelCount, SheetFoot};
pub use sheet_row::SheetRow;
pub use sheet_totals::{SheetConsultant, SheetTotals};
pub use view::{KeptCell, VisitRow, VisitState};

pub(crate) use attach::new_customer;
pub(crate) use board::incomplete;
pub(crate) use log::empty_visit;
pub(crate) use missing::missing;
pub(crate) use view::{kept_cells, masked};
