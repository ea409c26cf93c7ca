//! What every test here needs: the shipped words and lists, and a sheet read from end to end.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot be set up fails, and one that is skipped says so"
)]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use domain::sheet::{
    Column, CustomerDraft, Drafts, Field, Layout, Lists, Reading, SheetKind, Synonyms, TrimDraft,
    VisitDraft, Workbook, choose, read_rows,
};
use domain::when::Day;
use paper::{Limits, Unreadable, read_bytes};

pub fn synonyms() -> Synonyms {
    Synonyms::from_json(include_str!("../../../../assets/house/import.json")).unwrap()
}

pub fn lists() -> Lists {
    Lists::from_json(
        &synonyms(),
        include_str!("../../../../assets/house/lists.json"),
    )
    .unwrap()
}

pub fn today() -> Day {
    "2026-04-02".parse().unwrap()
}

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// A file of real data beside the workspace; `None` where it is absent.
pub fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(name);
    if !path.exists() {
        eprintln!("skipped: {} is absent", path.display());
        return None;
    }
    Some(path)
}

pub fn open(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    read_bytes("file.bin", bytes, &Limits::default(), &mut |_| {
        ControlFlow::Continue(())
    })
}

/// Every wanted sheet of a workbook with its layout and rows.
pub struct Read {
    pub layouts: Vec<Layout>,
    pub readings: Vec<Reading>,
}

pub fn all(book: &Workbook) -> Read {
    as_kind(book, None)
}

pub fn as_kind(book: &Workbook, kind: Option<SheetKind>) -> Read {
    let wanted: Vec<_> = choose(book, kind, &synonyms())
        .into_iter()
        .filter(|chosen| chosen.wanted)
        .collect();
    let readings = wanted
        .iter()
        .map(|chosen| {
            read_rows(
                book.sheet(chosen.sheet).unwrap(),
                &chosen.layout,
                &lists(),
                today(),
            )
        })
        .collect();
    Read {
        layouts: wanted.into_iter().map(|chosen| chosen.layout).collect(),
        readings,
    }
}

impl Read {
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.layouts[0]
            .columns
            .iter()
            .find(|column| column.field == Some(field))
    }

    pub fn visits(&self) -> Vec<VisitDraft> {
        let of = |reading: &Reading| match &reading.drafts {
            Drafts::Register(rows) => rows.clone(),
            other => panic!("no register but {other:?}"),
        };
        self.readings.iter().flat_map(of).collect()
    }

    pub fn customers(&self) -> Vec<CustomerDraft> {
        let of = |reading: &Reading| match &reading.drafts {
            Drafts::Customers(rows) => rows.clone(),
            other => panic!("no customers but {other:?}"),
        };
        self.readings.iter().flat_map(of).collect()
    }

    pub fn trims(&self) -> Vec<TrimDraft> {
        let of = |reading: &Reading| match &reading.drafts {
            Drafts::Catalogue(rows) => rows.clone(),
            other => panic!("no catalogue but {other:?}"),
        };
        self.readings.iter().flat_map(of).collect()
    }

    /// Row and code of every problem.
    pub fn problems(&self) -> Vec<(u32, &'static str)> {
        self.readings
            .iter()
            .flat_map(|reading| {
                reading
                    .problems
                    .iter()
                    .map(|problem| (problem.row, problem.code.code()))
            })
            .collect()
    }

    pub fn rows_read(&self) -> usize {
        self.readings.iter().map(|reading| reading.rows_read).sum()
    }
}
