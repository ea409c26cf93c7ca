//! Reads the rows of a sheet by its layout. Refuses to drop a row of data silently: what is left out is a problem with its
//! row number.

use std::ops::ControlFlow;

use super::book::Sheet;
use super::cells::Cells;
use super::draft::Drafts;
use super::field::SheetKind;
use super::layout::{Column, Hint, Layout};
use super::line::{Line, Lines};
use super::lists::Lists;
use super::register::Register;
use super::table::Table;
use super::{Problem, catalogue, customers};
use crate::when::Day;

/// Rows between two questions whether to go on.
const STEP: usize = 1_000;

/// What is asked between rows, with the rows done and their total: go on, or stop.
pub type Watch<'a> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'a;

/// What a sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What it was read as.
    pub kind: SheetKind,
    /// Its rows.
    pub drafts: Drafts,
    /// Rows of data, those that had to be left out included.
    pub rows_read: usize,
    /// Rows of data that had to be left out; each is a problem.
    pub left_out: usize,
    /// In the order of the rows.
    pub problems: Vec<Problem>,
}

/// Reads every row. A layout of an unknown kind gives an empty reading.
#[must_use]
pub fn read_rows(sheet: &Sheet, layout: &Layout, lists: &Lists, today: Day) -> Reading {
    let go_on = &mut |_: usize, _: usize| ControlFlow::Continue(());
    read_rows_watched(sheet, layout, lists, today, go_on).unwrap_or_else(|| Reading {
        kind: layout.kind,
        drafts: Drafts::Register(Vec::new()),
        rows_read: 0,
        left_out: 0,
        problems: Vec::new(),
    })
}

/// As [`read_rows`], asking every thousand rows whether to go on; `None` when told to stop.
#[must_use]
pub fn read_rows_watched(
    sheet: &Sheet,
    layout: &Layout,
    lists: &Lists,
    today: Day,
    watch: &mut Watch,
) -> Option<Reading> {
    let mut reading = Reader {
        kind: layout.kind,
        rows: Rows::of(layout.kind),
        rows_read: 0,
        left_out: 0,
        problems: Vec::new(),
    };
    for part in parts(sheet, layout) {
        reading.part(sheet, &part, lists, today, watch)?;
    }
    Some(reading.finish())
}

/// One table of the sheet: its heading lines and the places of its rows.
struct Part<'a> {
    header: Option<(u32, u32)>,
    columns: &'a [Column],
    hint: &'a Hint,
    from: usize,
    to: usize,
}

fn parts<'a>(sheet: &Sheet, layout: &'a Layout) -> Vec<Part<'a>> {
    let behind = |number: u32| sheet.rows.partition_point(|row| row.number <= number);
    let before = |number: u32| sheet.rows.partition_point(|row| row.number < number);
    let mut parts = vec![Part {
        header: layout.header,
        columns: &layout.columns,
        hint: &layout.hint,
        from: layout.header.map_or(0, |h| behind(h.1)),
        to: sheet.rows.len(),
    }];
    for section in &layout.further {
        if let Some(last) = parts.last_mut() {
            last.to = before(section.header.0).max(last.from);
        }
        parts.push(Part {
            header: Some(section.header),
            columns: &section.columns,
            hint: &section.hint,
            from: behind(section.header.1),
            to: sheet.rows.len(),
        });
    }
    parts
}

/// The drafts while they are made.
enum Rows {
    Register(Register),
    Customers(Vec<super::CustomerDraft>),
    Catalogue(catalogue::Catalogue),
    None,
}

impl Rows {
    fn of(kind: SheetKind) -> Self {
        match kind {
            SheetKind::Register => Self::Register(Register::default()),
            SheetKind::Customers => Self::Customers(Vec::new()),
            SheetKind::Catalogue => Self::Catalogue(catalogue::Catalogue::default()),
            SheetKind::Unknown => Self::None,
        }
    }
}

struct Reader {
    kind: SheetKind,
    rows: Rows,
    rows_read: usize,
    left_out: usize,
    problems: Vec<Problem>,
}

impl Reader {
    fn part(
        &mut self,
        sheet: &Sheet,
        part: &Part,
        lists: &Lists,
        today: Day,
        watch: &mut Watch,
    ) -> Option<()> {
        let hint = Hint {
            year: part.hint.year,
            ..part.hint.clone()
        };
        let table = Table::new(sheet, part.columns, &hint, lists, today);
        let lines = Lines::new(&table, self.kind, part.header);
        let mut above = Vec::new();
        let (mut foot, mut last_data) = (false, None);
        if let Rows::Register(register) = &mut self.rows {
            register.begin(&table);
        }
        for at in part.from..part.to {
            if at % STEP == 0 && watch(at, sheet.rows.len()).is_break() {
                return None;
            }
            let row = &sheet.rows[at];
            let near = if let Rows::Register(register) = &self.rows {
                register.near()
            } else {
                None
            };
            match lines.line(row, near, foot) {
                Line::Other => {}
                Line::Foot => foot = true,
                Line::Banner(day) => {
                    foot = false;
                    if let Rows::Register(register) = &mut self.rows {
                        register.carry(day);
                    }
                }
                Line::Continuation
                    if last_data == row.number.checked_sub(1) && last_data.is_some() =>
                {
                    let mut cells = Cells::new(&table, row, &mut above, &mut self.problems);
                    match &mut self.rows {
                        Rows::Register(register) => register.go_on(&mut cells),
                        Rows::Customers(rows) => customers::go_on(rows, &mut cells),
                        Rows::Catalogue(_) | Rows::None => {}
                    }
                    last_data = Some(row.number);
                }
                Line::Data | Line::Continuation => {
                    let cells = Cells::new(&table, row, &mut above, &mut self.problems);
                    let taken = match &mut self.rows {
                        Rows::Register(register) => register.row(cells),
                        Rows::Customers(rows) => customers::row(rows, cells),
                        Rows::Catalogue(catalogue) => catalogue.row(cells),
                        Rows::None => return Some(()),
                    };
                    self.rows_read += 1;
                    self.left_out += usize::from(!taken);
                    last_data = taken.then_some(row.number);
                }
            }
        }
        Some(())
    }

    fn finish(self) -> Reading {
        let drafts = match self.rows {
            Rows::Register(register) => Drafts::Register(register.rows),
            Rows::Customers(rows) => Drafts::Customers(rows),
            Rows::Catalogue(catalogue) => Drafts::Catalogue(catalogue.rows),
            Rows::None => Drafts::Register(Vec::new()),
        };
        Reading {
            kind: self.kind,
            drafts,
            rows_read: self.rows_read,
            left_out: self.left_out,
            problems: self.problems,
        }
    }
}
