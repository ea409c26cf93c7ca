//! What is printed: a look becomes data, a template sets it, pages are shown, and the PDF goes to the system's own viewer, which
//! prints. Each paper that leaves the program is noted in the log. Adding one: its kind, its look, its template.

mod daily_sheet;
mod files;
mod kept;
mod level_sheet;
mod words;

use domain::id::StaffId;
use domain::when::Day;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::desk::Look;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{SALES, Verb};
use crate::work::{Acted, Work};

pub use files::Viewer;
pub(crate) use kept::Papers;

/// Pages on the screen. The paper's own look says who may see what stands on it.
pub const PREVIEW_PAPER: Verb = Verb::new("preview_paper", SALES);
/// To the system's viewer, and so to a printer.
pub const OPEN_PAPER: Verb = Verb::new("open_paper", SALES);
/// Into a file that the person names.
pub const SAVE_PAPER: Verb = Verb::new("save_paper", SALES);

/// Pages of one answer at most.
pub const PAGES: u32 = 20;
/// Pixels across a page, where nothing is said.
const WIDTH: u32 = 1_400;
/// As wide as a page may be asked for.
const WIDEST: u32 = 2_800;

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// 来店(电)登记表 of a day.
    DailySheet,
    /// 意向客户级别状况表 of a month.
    LevelSheet,
}

/// The language of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum PaperLang {
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// Traditional Chinese.
    #[serde(rename = "zh-TW")]
    ZhTw,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// Which pages of which paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PreviewPaper {
    /// Which paper.
    pub paper: PaperKind,
    /// Of which day, or of the month that has it; today, when not said.
    pub day: Option<Day>,
    /// Whose, where a paper is somebody's; as its own look has it, when not said.
    pub staff: Option<StaffId>,
    /// In which language.
    pub lang: PaperLang,
    /// The first page wanted, from 0.
    pub from: Option<u32>,
    /// How many; 20 at most.
    pub count: Option<u32>,
    /// Pixels across; 2,800 at most.
    pub width: Option<u32>,
}

/// Which paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OpenPaper {
    /// Which paper.
    pub paper: PaperKind,
    /// Of which day, or of the month that has it; today, when not said.
    pub day: Option<Day>,
    /// Whose, where a paper is somebody's; as its own look has it, when not said.
    pub staff: Option<StaffId>,
    /// In which language.
    pub lang: PaperLang,
}

/// Which paper, and where to.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SavePaper {
    /// Which paper.
    pub paper: PaperKind,
    /// Of which day, or of the month that has it; today, when not said.
    pub day: Option<Day>,
    /// Whose, where a paper is somebody's; as its own look has it, when not said.
    pub staff: Option<StaffId>,
    /// In which language.
    pub lang: PaperLang,
    /// The file; what stands there is replaced.
    pub path: String,
}

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PageImage {
    /// PNG in base64.
    pub png: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// Pages of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperPages {
    /// Those asked for, as far as the paper has them.
    pub pages: Vec<PageImage>,
    /// The first of them, from 0.
    pub from: u32,
    /// How many the paper has.
    pub page_count: u32,
}

/// Where the file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperFile {
    /// The whole path.
    pub path: String,
}

/// A paper ready to be set.
pub(crate) struct Copy {
    template: &'static str,
    data: Value,
    /// The file's name, without its ending.
    pub(crate) name: String,
    /// In whose history it is noted.
    pub(crate) subject: Uuid,
}

impl PaperKind {
    /// Who may see what stands on it.
    pub(crate) fn verb(self) -> &'static Verb {
        match self {
            Self::DailySheet => &crate::reception::DAILY_SHEET,
            Self::LevelSheet => &crate::customers::LEVEL_SHEET,
        }
    }

    /// What stands on it.
    pub(crate) fn copy(
        self,
        look: &Look<'_>,
        day: Option<Day>,
        staff: Option<StaffId>,
        lang: PaperLang,
    ) -> Outcome<Copy> {
        let day = day.unwrap_or_else(|| look.now.day());
        match self {
            Self::DailySheet => daily_sheet::copy(look, day, lang),
            Self::LevelSheet => level_sheet::copy(look, day, staff, lang),
        }
    }
}

/// Which pages, of what width; sanely bounded.
pub(crate) fn range(ask: &PreviewPaper) -> Outcome<(u32, u32, u32)> {
    let width = ask.width.unwrap_or(WIDTH);
    if !(200..=WIDEST).contains(&width) {
        return Err(Problem::refused(Code::BadRequest).with("field", "width"));
    }
    Ok((
        ask.from.unwrap_or(0),
        ask.count.unwrap_or(PAGES).min(PAGES),
        width,
    ))
}

/// Notes that a paper goes out; before it does, so that none leaves unseen.
pub(crate) fn note(work: &mut Work<'_>, subject: Uuid) -> Outcome<Acted> {
    work.note(subject);
    Ok(work.acted())
}
