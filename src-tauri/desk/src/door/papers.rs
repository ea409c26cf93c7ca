//! Papers of the window: whoever sits there looks at them, opens and saves them.

use std::sync::Arc;

use super::Door;
use crate::now::Now;
use crate::papers::{
    OPEN_PAPER, OpenPaper, PREVIEW_PAPER, PaperFile, PaperPages, Papers, PreviewPaper, SAVE_PAPER,
    SavePaper, Viewer, note, range,
};
use crate::problem::{Code, Outcome, Problem};
use crate::session::Session;

impl Door {
    /// Says what opens a file in the system's own viewer; without it nothing is opened.
    #[must_use]
    pub fn viewing_with(self, viewer: Viewer) -> Self {
        self.papers().view_with(viewer);
        self
    }

    /// Pages of a paper.
    ///
    /// # Errors
    /// [`Code::NoChineseFont`]; those of the look.
    pub fn preview_paper(&self, ask: &PreviewPaper, now: Now) -> Outcome<PaperPages> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&PREVIEW_PAPER)?;
        let (from, count, width) = range(ask)?;
        let copy = desk.look(ask.paper.verb(), &session.me, now, |look| {
            ask.paper.copy(look, ask.day, ask.staff, ask.lang)
        })?;
        let pages = self.papers().pages(&copy, from, count, width)?;
        self.still(&session)?;
        Ok(pages)
    }

    /// Shows a paper in the system's viewer, which prints. Noted before the file is made.
    ///
    /// # Errors
    /// As [`Door::preview_paper`]; [`Code::NoViewer`] with the file.
    pub fn open_paper(&self, ask: &OpenPaper, now: Now) -> Outcome<PaperFile> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&OPEN_PAPER)?;
        let copy = desk.look(ask.paper.verb(), &session.me, now, |look| {
            ask.paper.copy(look, ask.day, ask.staff, ask.lang)
        })?;
        let pdf = self.papers().pdf(&copy)?;
        let noted = desk.perform(&OPEN_PAPER, &session, now, |work| note(work, copy.subject))?;
        // The act's id has 74 bits that nobody can guess.
        let shown = self.papers().show(&copy.name, noted.answer.act.0, &pdf);
        self.still(&session)?;
        shown
    }

    /// Saves a paper where the person says. Noted before the file is made.
    ///
    /// # Errors
    /// As [`Door::preview_paper`]; [`Code::PaperNotWritten`], [`Code::DiskFull`].
    pub fn save_paper(&self, ask: &SavePaper, now: Now) -> Outcome<PaperFile> {
        let (desk, session) = self.signed_in()?;
        session.me.must(&SAVE_PAPER)?;
        let copy = desk.look(ask.paper.verb(), &session.me, now, |look| {
            ask.paper.copy(look, ask.day, ask.staff, ask.lang)
        })?;
        let pdf = self.papers().pdf(&copy)?;
        desk.perform(&SAVE_PAPER, &session, now, |work| note(work, copy.subject))?;
        self.papers().save(&ask.path, &pdf)
    }

    fn papers(&self) -> Arc<Papers> {
        Arc::clone(&self.inside().papers)
    }

    /// Setting a long paper takes a while: whoever was locked out meanwhile leaves nothing behind.
    fn still(&self, session: &Arc<Session>) -> Outcome<()> {
        let gone = match self.signed_in() {
            Ok((_, sitting)) if Arc::ptr_eq(&sitting, session) => return Ok(()),
            Ok(_) => Problem::refused(Code::NotSignedIn),
            Err(problem) => problem,
        };
        self.papers().forget();
        Err(gone)
    }
}
