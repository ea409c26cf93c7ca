//! The import between reading and committing: it lives in memory only, and goes when the door closes.

use std::sync::{Arc, Mutex, PoisonError};

use domain::sheet::{Drafts, Layout, Problem as CellProblem, SheetKind, Workbook};
use uuid::Uuid;

use crate::course::Course;
use crate::problem::{Code, Outcome, Problem};

/// The import under way. One per program.
pub struct Imports {
    pending: Mutex<Option<Arc<Pending>>>,
    pub(super) course: Arc<Course>,
}

/// A file that was read and understood, and not yet taken in.
pub(super) struct Pending {
    pub id: Uuid,
    /// Its name, for the screen.
    pub file: String,
    pub book: Arc<Workbook>,
    /// One per sheet.
    pub layouts: Vec<Layout>,
    /// What the rows are taken for.
    pub kind: SheetKind,
    /// Sheets whose rows are taken.
    pub sheets: Vec<usize>,
    /// The person corrected columns: to be remembered.
    pub corrected: bool,
    /// Problems that previews list at most.
    pub listed: usize,
    pub reading: Read,
}

/// The rows of all sheets that are taken.
pub(super) struct Read {
    pub drafts: Drafts,
    pub rows_read: usize,
    pub left_out: usize,
    pub problems: Vec<CellProblem>,
}

impl Imports {
    /// None yet; what runs is told by the course.
    pub(crate) fn new(course: Arc<Course>) -> Self {
        Self {
            pending: Mutex::default(),
            course,
        }
    }

    /// Stops what runs and forgets what was read.
    pub fn cancel(&self) {
        self.course.stop();
        self.forget();
    }

    /// Forgets what was read.
    pub(crate) fn forget(&self) {
        *self.pending() = None;
    }

    pub(super) fn keep(&self, pending: Pending) -> Arc<Pending> {
        let pending = Arc::new(pending);
        *self.pending() = Some(Arc::clone(&pending));
        pending
    }

    /// # Errors
    /// [`Code::ImportGone`].
    pub(super) fn take(&self, id: Uuid) -> Outcome<Arc<Pending>> {
        self.pending()
            .as_ref()
            .filter(|pending| pending.id == id)
            .cloned()
            .ok_or(Problem::refused(Code::ImportGone))
    }

    fn pending(&self) -> std::sync::MutexGuard<'_, Option<Arc<Pending>>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Imports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Imports(…)")
    }
}
