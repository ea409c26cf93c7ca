//! What a PC does while nobody waits.

use crate::problem::Outcome;

use super::Door;

impl Door {
    /// Moves what was saved into place, merges the search index and finishes what erasing left to do, a little at a time. For a timer;
    /// nobody waits for it.
    /// Answers whether there may be more to do.
    ///
    /// # Errors
    /// The machine's; nothing is lost then.
    pub fn tidy(&self) -> Outcome<bool> {
        let mut inside = self.inside();
        let folder = inside.folder.clone();
        let Some(open) = &mut inside.open else {
            return Ok(false);
        };
        open.tidier.tidy()?;
        match open.desk.purge()? {
            store::Purge::Done => open.desk.tidy_search(),
            store::Purge::GoOn => Ok(true),
            store::Purge::EmptyTheLog => {
                let erased = open.desk.store().erased()?;
                store::erase::list(&folder, &erased)?;
                if open.tidier.empty()? {
                    open.desk.store().purged()?;
                }
                Ok(false)
            }
        }
    }
}
