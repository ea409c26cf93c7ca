//! Taking a file in: one act, whole or not at all, and the columns remembered for next time.

use domain::id::{ActId, by_rule};
use domain::rows::ImportLayout;
use domain::sheet::{Drafts, SheetKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::finding::RowProblem;
use super::pending::{Imports, Pending};
use super::preview::{Figures, all_problems, of_customers, of_register};
use super::{catalogue, customers, register};
use crate::course::Phase;
use crate::desk::{Desk, Done};
use crate::names::Names;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::Session;
use crate::verb::{MANAGERS, Verb};
use crate::work::Work;

/// A register.
pub const IMPORT_REGISTER: Verb = Verb::new("import_register", MANAGERS);
/// A customer list.
pub const IMPORT_CUSTOMERS: Verb = Verb::new("import_customers", MANAGERS);
/// A catalogue.
pub const IMPORT_CATALOGUE: Verb = Verb::new("import_catalogue", MANAGERS);

/// Which import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CommitImport {
    /// As the preview says.
    pub id: Uuid,
}

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportDone {
    /// To be undone by.
    pub act: ActId,
    /// Rows of data, without titles and sub-totals.
    pub rows_read: u64,
    /// Visits that were made.
    pub contacts: u64,
    /// Customers that were made.
    pub customers_new: u64,
    /// Rows of customers who were there already, in the store or above.
    pub customers_joined: u64,
    /// All of them.
    pub problems: Vec<RowProblem>,
    /// Trims that are new or changed.
    pub trims: u64,
}

impl Imports {
    /// Takes in what was read.
    ///
    /// # Errors
    /// [`Code::ImportGone`], [`Code::ColumnsUnknown`], [`Code::NothingToImport`], [`Code::Cancelled`]; then nothing was written.
    pub fn commit(
        &self,
        desk: &Desk,
        session: &Session,
        ask: &CommitImport,
        now: Now,
    ) -> Outcome<Done<ImportDone>> {
        let pending = self.take(ask.id)?;
        let verb = match pending.kind {
            SheetKind::Register => &IMPORT_REGISTER,
            SheetKind::Customers => &IMPORT_CUSTOMERS,
            SheetKind::Catalogue => &IMPORT_CATALOGUE,
            SheetKind::Unknown => return Err(Problem::refused(Code::ColumnsUnknown)),
        };
        if pending.reading.drafts.is_empty() {
            return Err(
                Problem::refused(Code::NothingToImport).with("rows", pending.reading.rows_read)
            );
        }
        let step = self.course.begin(Phase::Saving);
        let mut watch = |done: u64, total: u64| step.tell(Phase::Saving, done, total).is_continue();
        let done = desk.perform_watched(verb, session, now, Some(&mut watch), |work| {
            take_in(work, &pending)
        });
        if done.is_ok() {
            self.forget();
        }
        done
    }
}

fn take_in(work: &mut Work<'_>, pending: &Pending) -> Outcome<ImportDone> {
    let names = Names::read(work.tables)?;
    let figures = match &pending.reading.drafts {
        Drafts::Register(drafts) => {
            let plan = register::plan(work.tables, drafts)?;
            let figures = of_register(&plan, &names);
            plan.write(work)?;
            figures
        }
        Drafts::Customers(drafts) => {
            let plan = customers::plan(work.tables, drafts)?;
            let figures = of_customers(&plan, &names);
            plan.write(work)?;
            figures
        }
        Drafts::Catalogue(drafts) => Figures {
            trims: catalogue::write(work, drafts)?,
            ..Figures::default()
        },
    };
    if pending.corrected {
        remember(work, pending)?;
    }
    work.must_change()?;
    Ok(ImportDone {
        act: work.act,
        rows_read: pending.reading.rows_read as u64,
        contacts: figures.contacts,
        customers_new: figures.customers_new,
        customers_joined: figures.customers_joined,
        problems: all_problems(pending, &figures),
        trims: figures.trims,
    })
}

/// The next sheet with the same headings is read as this one was corrected.
fn remember(work: &mut Work<'_>, pending: &Pending) -> Outcome<()> {
    let Some(branch) = work.tables.branch()? else {
        return Err(Problem::broken("a store without a branch"));
    };
    for layout in pending
        .sheets
        .iter()
        .filter_map(|at| pending.layouts.get(*at))
    {
        let fingerprint = layout.fingerprint();
        let columns = serde_json::to_string(&layout.mapping())
            .map_err(|_| Problem::broken("columns always have a JSON form"))?;
        let row = ImportLayout {
            id: by_rule(branch.id.0, "layout", &fingerprint),
            fingerprint: fingerprint.clone(),
            columns,
        };
        match work.tables.import_layout(&fingerprint)? {
            Some(before) => {
                work.update(branch.id.0, &before, &row)?;
            }
            None => work.insert(branch.id.0, &row),
        }
    }
    Ok(())
}
