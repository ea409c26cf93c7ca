//! The import of the window: whoever sits there reads, corrects and commits it.

use super::Door;
use crate::import::{AdjustImport, CommitImport, ImportDone, ImportPreview, ReadImport};
use crate::now::Now;
use crate::problem::Outcome;

impl Door {
    /// Reads a file and shows what taking it in would do.
    ///
    /// # Errors
    /// As [`crate::import::Imports::read`].
    pub fn read_import(&self, ask: &ReadImport, now: Now) -> Outcome<ImportPreview> {
        let (desk, session) = self.signed_in()?;
        let id = self.inside().ids(&self.place.seed).draw(now.moment());
        self.imports.read(&desk, &session, ask, id, now)
    }

    /// The same after a correction.
    ///
    /// # Errors
    /// As [`crate::import::Imports::adjust`].
    pub fn adjust_import(&self, ask: AdjustImport, now: Now) -> Outcome<ImportPreview> {
        let (desk, session) = self.signed_in()?;
        self.imports.adjust(&desk, &session, ask, now)
    }

    /// Takes it in.
    ///
    /// # Errors
    /// As [`crate::import::Imports::commit`].
    pub fn commit_import(&self, ask: &CommitImport, now: Now) -> Outcome<ImportDone> {
        let (desk, session) = self.signed_in()?;
        Ok(self.imports.commit(&desk, &session, ask, now)?.answer)
    }

    /// Stops what runs, and forgets what was read.
    ///
    /// # Errors
    /// [`crate::problem::Code::NotSignedIn`].
    pub fn cancel_import(&self) -> Outcome<()> {
        self.signed_in()?;
        self.imports.cancel();
        Ok(())
    }
}
