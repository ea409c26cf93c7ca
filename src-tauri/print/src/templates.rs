//! The papers that are shipped. A template imports `frame.typ` and reads `data.json`; nothing else is there for it.

/// 来店(电)登记表 as the sheet of a day.
pub const DAILY_SHEET: &str = include_str!("../../../assets/print/daily-sheet.typ");
/// 意向客户级别状况表: customers × the days of a month.
pub const LEVEL_SHEET: &str = include_str!("../../../assets/print/level-sheet.typ");

/// What all papers share: page, head, tables, lines to sign on.
pub(crate) const FRAME: &str = include_str!("../../../assets/print/frame.typ");
