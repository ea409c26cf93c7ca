//! What taking a file in would do, before anything is written.

use domain::sheet::{Drafts, Field, Layout, SheetKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::finding::RowProblem;
use super::party::Parties;
use super::pending::Pending;
use super::{customers, register};
use crate::desk::Look;
use crate::names::Names;
use crate::problem::Outcome;
use crate::reception::masked;

/// A column of the sheet and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportColumn {
    /// From 0.
    pub index: u32,
    /// As the sheet has it.
    pub heading: String,
    /// Field code; nothing when it is left out.
    pub field: Option<String>,
    /// A few of its cells.
    pub sample: Vec<String>,
}

/// A consultant's name that nobody here has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnknownConsultant {
    /// As the sheet has it.
    pub name: String,
    /// In how many rows.
    pub rows: u32,
}

/// A number in whose rows several consultants stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SharedPhone {
    /// Masked.
    pub phone: String,
    /// The owner: the first row's, or the store's.
    pub owner: String,
    /// The others; they are told.
    pub others: Vec<String>,
}

/// A correction by the person. What is not named stays.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AdjustImport {
    /// Which import.
    pub id: Uuid,
    /// What the rows are to be taken for.
    pub kind: Option<SheetKind>,
    /// The one sheet to take.
    pub sheet: Option<u32>,
    /// Columns to be taken for something else.
    pub columns: Option<Vec<ColumnChoice>>,
}

/// What a column is to be taken for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ColumnChoice {
    /// From 0.
    pub index: u32,
    /// Field code; nothing to leave it out.
    pub field: Option<String>,
}

/// What taking the file in would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPreview {
    /// Names the import.
    pub id: Uuid,
    /// The file's name.
    pub file: String,
    /// What the rows are taken for.
    pub kind: SheetKind,
    /// Names of all sheets.
    pub sheets: Vec<String>,
    /// The sheet whose columns are shown.
    pub sheet: u32,
    /// All sheets whose rows are taken.
    pub sheets_taken: Vec<u32>,
    /// The heading's first and last row.
    pub header_rows: Vec<u32>,
    /// Columns of the sheet.
    pub columns: Vec<ImportColumn>,
    /// What a column can be taken for.
    pub field_choices: Vec<String>,
    /// Rows of data, without titles and sub-totals.
    pub rows_read: u64,
    /// Visits that are made.
    pub contacts: u64,
    /// Customers that are made.
    pub customers_new: u64,
    /// Rows of customers who are there already, in the store or above.
    pub customers_joined: u64,
    /// Rows without a number.
    pub without_phone: u64,
    /// Rows that cannot be taken.
    pub left_out: u64,
    /// The first of them.
    pub problems: Vec<RowProblem>,
    /// Of all.
    pub problem_count: u64,
    /// Told, never created.
    pub unknown_consultants: Vec<UnknownConsultant>,
    /// Told.
    pub shared_phones: Vec<SharedPhone>,
    /// Trims of a catalogue.
    pub trims: u64,
}

/// The figures of an import: the same before and after.
#[derive(Debug, Default)]
pub(super) struct Figures {
    pub contacts: u64,
    pub customers_new: u64,
    pub customers_joined: u64,
    pub without_phone: u64,
    pub trims: u64,
    pub problems: Vec<RowProblem>,
    pub unknown: Vec<UnknownConsultant>,
    pub shared: Vec<SharedPhone>,
}

pub(super) fn preview(look: &Look<'_>, pending: &Pending) -> Outcome<ImportPreview> {
    let names = Names::read(look.tables)?;
    let figures = match &pending.reading.drafts {
        Drafts::Register(drafts) => of_register(&register::plan(look.tables, drafts)?, &names),
        Drafts::Customers(drafts) => of_customers(&customers::plan(look.tables, drafts)?, &names),
        Drafts::Catalogue(drafts) => Figures {
            trims: drafts.len() as u64,
            ..Figures::default()
        },
    };
    let problems = all_problems(pending, &figures);
    let sheet = pending.sheets.first().copied().unwrap_or(0);
    let layout = pending.layouts.get(sheet);
    Ok(ImportPreview {
        id: pending.id,
        file: pending.file.clone(),
        kind: pending.kind,
        sheets: pending
            .book
            .sheets
            .iter()
            .map(|sheet| sheet.name.clone())
            .collect(),
        sheet: sheet as u32,
        sheets_taken: pending.sheets.iter().map(|at| *at as u32).collect(),
        header_rows: layout
            .and_then(|layout| layout.header)
            .map(|(first, last)| vec![first, last])
            .unwrap_or_default(),
        columns: layout.map(columns).unwrap_or_default(),
        field_choices: Field::ALL
            .iter()
            .filter(|field| field.fits(pending.kind))
            .map(|field| field.code().to_owned())
            .collect(),
        rows_read: pending.reading.rows_read as u64,
        contacts: figures.contacts,
        customers_new: figures.customers_new,
        customers_joined: figures.customers_joined,
        without_phone: figures.without_phone,
        left_out: pending.reading.left_out as u64,
        problem_count: problems.len() as u64,
        problems: problems.into_iter().take(pending.listed).collect(),
        unknown_consultants: figures.unknown,
        shared_phones: figures.shared,
        trims: figures.trims,
    })
}

/// What the sheet's cells are to blame for, and what the store knows otherwise, in the order of the rows.
pub(super) fn all_problems(pending: &Pending, figures: &Figures) -> Vec<RowProblem> {
    let mut problems: Vec<RowProblem> = pending
        .reading
        .problems
        .iter()
        .map(RowProblem::from)
        .chain(figures.problems.iter().cloned())
        .collect();
    problems.sort_by_key(|problem| problem.row);
    problems
}

fn columns(layout: &Layout) -> Vec<ImportColumn> {
    let column = |column: &domain::sheet::Column| ImportColumn {
        index: column.index,
        heading: column.heading.clone(),
        field: column.field.map(|field| field.code().to_owned()),
        sample: column.samples.clone(),
    };
    layout.columns.iter().map(column).collect()
}

pub(super) fn of_register(plan: &register::Plan<'_>, names: &Names) -> Figures {
    Figures {
        contacts: plan.drafts.len() as u64,
        without_phone: plan.without_phone,
        ..of_parties(&plan.parties, names)
    }
}

pub(super) fn of_customers(plan: &customers::Plan<'_>, names: &Names) -> Figures {
    let figures = of_parties(&plan.parties, names);
    Figures {
        customers_new: figures.customers_new + plan.without_phone(),
        without_phone: plan.without_phone(),
        ..figures
    }
}

fn of_parties(parties: &Parties, names: &Names) -> Figures {
    let unknown = parties
        .unknown
        .iter()
        .map(|(name, rows)| UnknownConsultant {
            name: name.clone(),
            rows: *rows,
        });
    Figures {
        customers_new: parties.customers_new(),
        customers_joined: parties.customers_joined(),
        problems: parties.problems.clone(),
        unknown: unknown.collect(),
        shared: shared(parties, names),
        ..Figures::default()
    }
}

fn shared(parties: &Parties, names: &Names) -> Vec<SharedPhone> {
    let shared = parties
        .parties
        .iter()
        .filter(|party| !party.others.is_empty());
    shared
        .map(|party| SharedPhone {
            phone: party
                .phones
                .first()
                .map(|(digits, _)| masked(digits))
                .unwrap_or_default(),
            owner: names.of(party.owner).unwrap_or_default(),
            others: party.others.clone(),
        })
        .collect()
}
