//! Our own rules about the tree, each a pure judgement that returns its findings, one line each.

pub mod crates;
pub mod files;
pub mod help;
pub mod imports;
pub mod words;

use std::path::{Path, PathBuf};

use crate::stamp::files_below;
use crate::stop::{Outcome, Stop};

/// The text of every file below a folder whose name ends with one of `kinds`, with its path from the
/// folder; nothing in a folder called like one of `skip`.
fn texts_below(folder: &Path, skip: &[&str], kinds: &[&str]) -> Outcome<Vec<(PathBuf, String)>> {
    let mut texts = Vec::new();
    for path in files_below(folder, skip)? {
        if path
            .extension()
            .is_some_and(|kind| kinds.iter().any(|known| kind == *known))
        {
            let text = std::fs::read_to_string(&path)
                .map_err(|cause| Stop::because(path.display(), cause))?;
            let name = path
                .strip_prefix(folder)
                .map_or(path.clone(), PathBuf::from);
            texts.push((name, text));
        }
    }
    Ok(texts)
}
