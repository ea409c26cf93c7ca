//! Reading a file and understanding it, sheet by sheet.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::sheet::{self, Drafts, Layout, Mapping, SheetKind, Workbook};
use domain::when::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::layout::{lists, synonyms};
use super::pending::{Imports, Pending, Read};
use super::preview::{AdjustImport, ImportPreview, preview};
use crate::course::{Phase, Step};
use crate::desk::{Desk, Look};
use crate::house::House;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::Session;
use crate::verb::{MANAGERS, Verb};

/// Managers and administrators take sheets in.
pub const READ_IMPORT: Verb = Verb::new("read_import", MANAGERS);

/// Which file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadImport {
    /// Its path on this PC.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// What it is to be taken for; recognised, when not said.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<SheetKind>,
    /// Problems that previews list at most: as many as a screen can show, when it is not said. The count is of all.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub listed: Option<u32>,
}

/// Problems that a screen can show.
const LISTED: u32 = 500;

impl Imports {
    /// Reads a file, recognises what its sheets and columns are, and shows what taking it in would do.
    ///
    /// # Errors
    /// The codes of unreadable files; [`Code::Cancelled`].
    pub fn read(
        &self,
        desk: &Desk,
        session: &Session,
        ask: &ReadImport,
        id: Uuid,
        now: Now,
    ) -> Outcome<ImportPreview> {
        session.me.must(&READ_IMPORT)?;
        let step = self.course.begin(Phase::Reading);
        let read = read_book(&step, &ask.path).and_then(|book| {
            let layouts = recognise(desk, &book, ask.kind)?;
            let file = ask
                .path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            let kind = ask.kind.unwrap_or_else(|| {
                chief(&layouts).map_or(SheetKind::Unknown, |(layout, _)| layout.kind)
            });
            let sheets = wanted(&book, &layouts, kind);
            let layouts = layouts.into_iter().map(|(layout, _)| layout).collect();
            understand(
                &step,
                desk,
                now,
                Pending {
                    id,
                    file,
                    book: Arc::new(book),
                    layouts,
                    kind,
                    sheets,
                    corrected: false,
                    listed: ask.listed.unwrap_or(LISTED) as usize,
                    reading: nothing(),
                },
            )
        });
        drop(step);
        self.show(desk, session, now, read?)
    }

    /// The same after a correction by the person.
    ///
    /// # Errors
    /// [`Code::ImportGone`]; as [`read`](Self::read).
    pub fn adjust(
        &self,
        desk: &Desk,
        session: &Session,
        ask: AdjustImport,
        now: Now,
    ) -> Outcome<ImportPreview> {
        session.me.must(&READ_IMPORT)?;
        let before = self.take(ask.id)?;
        let mut layouts = before.layouts.clone();
        let mut sheets = before.sheets.clone();
        let mut corrected = before.corrected;
        if let Some(sheet) = ask.sheet {
            let sheet = usize::try_from(sheet).ok().filter(|at| *at < layouts.len());
            sheets = vec![sheet.ok_or(Problem::refused(Code::BadRequest).with("field", "sheet"))?];
        }
        let kind = ask.kind.unwrap_or(before.kind);
        if ask.kind.is_some() && kind != before.kind {
            for (sheet, layout) in before.book.sheets.iter().zip(&mut layouts) {
                *layout = sheet::recognise_as(kind, sheet, synonyms());
            }
        }
        if let Some(columns) = ask.columns {
            corrected = true;
            for at in &sheets {
                let Some(layout) = layouts.get_mut(*at) else {
                    continue;
                };
                let mut mapping = layout.mapping();
                mapping.kind = kind;
                for choice in &columns {
                    let field = choice.field.as_deref().map(|code| {
                        sheet::Field::from_code(code)
                            .ok_or(Problem::refused(Code::NotInList).with("value", code))
                    });
                    mapping.columns.insert(choice.index, field.transpose()?);
                }
                *layout = layout.corrected(&mapping);
            }
        }
        let step = self.course.begin(Phase::Understanding);
        let pending = Pending {
            id: before.id,
            file: before.file.clone(),
            book: Arc::clone(&before.book),
            layouts,
            kind,
            sheets,
            corrected,
            listed: before.listed,
            reading: nothing(),
        };
        let read = understand(&step, desk, now, pending);
        drop(step);
        self.show(desk, session, now, read?)
    }

    fn show(
        &self,
        desk: &Desk,
        session: &Session,
        now: Now,
        pending: Pending,
    ) -> Outcome<ImportPreview> {
        let pending = self.keep(pending);
        desk.look(&READ_IMPORT, &session.me, now, |look: &Look<'_>| {
            preview(look, &pending)
        })
    }
}

fn read_book(step: &Step<'_>, path: &Path) -> Outcome<Workbook> {
    let mut watch =
        |progress: paper::Progress| step.tell(Phase::Reading, progress.done, progress.total);
    paper::read_watched(path, &paper::Limits::default(), &mut watch)
        .map_err(|cause| unreadable(cause, path))
}

fn understand(step: &Step<'_>, desk: &Desk, now: Now, mut pending: Pending) -> Outcome<Pending> {
    pending.reading = rows(step, &pending, &*desk.house()?, now.day())?;
    Ok(pending)
}

fn rows(step: &Step<'_>, pending: &Pending, house: &House, today: Day) -> Outcome<Read> {
    let lists = lists(house);
    let mut all: Option<Read> = None;
    for at in &pending.sheets {
        let (Some(sheet), Some(layout)) = (pending.book.sheet(*at), pending.layouts.get(*at))
        else {
            continue;
        };
        let mut watch =
            |done: usize, total: usize| step.tell(Phase::Understanding, done as u64, total as u64);
        let reading = sheet::read_rows_watched(sheet, layout, &lists, today, &mut watch)
            .ok_or(Problem::refused(Code::Cancelled))?;
        let read = Read {
            drafts: reading.drafts,
            rows_read: reading.rows_read,
            left_out: reading.left_out,
            problems: reading.problems,
        };
        all = Some(match all {
            None => read,
            Some(before) => before.and(read),
        });
    }
    Ok(all.unwrap_or_else(nothing))
}

impl Read {
    /// The rows of a further sheet of the same kind.
    fn and(mut self, further: Self) -> Self {
        match (&mut self.drafts, further.drafts) {
            (Drafts::Register(rows), Drafts::Register(more)) => rows.extend(more),
            (Drafts::Customers(rows), Drafts::Customers(more)) => rows.extend(more),
            (Drafts::Catalogue(rows), Drafts::Catalogue(more)) => rows.extend(more),
            _ => {}
        }
        self.rows_read += further.rows_read;
        self.left_out += further.left_out;
        self.problems.extend(further.problems);
        self
    }
}

fn nothing() -> Read {
    Read {
        drafts: Drafts::Register(Vec::new()),
        rows_read: 0,
        left_out: 0,
        problems: Vec::new(),
    }
}

/// How each sheet is laid out, and whether it is taken by default: as somebody said for the same headings before, or as it looks.
fn recognise(
    desk: &Desk,
    book: &Workbook,
    kind: Option<SheetKind>,
) -> Outcome<Vec<(Layout, bool)>> {
    let mut layouts = Vec::with_capacity(book.sheets.len());
    for chosen in sheet::choose(book, kind, synonyms()) {
        let fingerprint = chosen.layout.fingerprint();
        let kept = desk.read(|tables| Ok(tables.import_layout(&fingerprint)?))?;
        let mapping: Option<Mapping> =
            kept.and_then(|kept| serde_json::from_str(&kept.columns).ok());
        let layout = match mapping {
            Some(mapping) if kind.is_none_or(|kind| kind == mapping.kind) => {
                chosen.layout.corrected(&mapping)
            }
            _ => chosen.layout,
        };
        layouts.push((layout, chosen.wanted));
    }
    Ok(layouts)
}

/// The sheet that says what the file is.
fn chief(layouts: &[(Layout, bool)]) -> Option<&(Layout, bool)> {
    layouts
        .iter()
        .find(|(layout, wanted)| *wanted && layout.kind != SheetKind::Unknown)
        .or_else(|| layouts.iter().find(|(_, wanted)| *wanted))
        .or_else(|| layouts.first())
}

/// All sheets that are wanted and of the file's kind: a sheet per day or month is one register.
fn wanted(book: &Workbook, layouts: &[(Layout, bool)], kind: SheetKind) -> Vec<usize> {
    let same: Vec<usize> = (0..book.sheets.len())
        .filter(|at| {
            layouts
                .get(*at)
                .is_some_and(|(layout, wanted)| *wanted && layout.kind == kind)
        })
        .collect();
    if same.is_empty() { vec![0] } else { same }
}

fn unreadable(cause: paper::Unreadable, path: &Path) -> Problem {
    let file = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    match cause {
        paper::Unreadable::Stopped => Problem::refused(Code::Cancelled),
        other => Problem::refused(Code::from_key(other.code()).unwrap_or(Code::FileUnreadable))
            .with("file", file),
    }
}
