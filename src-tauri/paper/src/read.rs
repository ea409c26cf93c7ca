//! The one door: a path or bytes in, rows of cells out.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use domain::sheet::Workbook;

use crate::sniff::{Content, sniff};
use crate::{Limits, Unreadable, delimited, package, xls, xlsx};

/// How far reading has come; the unit is the format's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Done, at most `total`.
    pub done: u64,
    /// In all.
    pub total: u64,
}

/// Asked now and then: go on, or stop.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Reads a file with the usual [`Limits`].
///
/// # Errors
/// Why there are no rows.
pub fn read(path: &Path) -> Result<Workbook, Unreadable> {
    read_watched(path, &Limits::default(), &mut |_| ControlFlow::Continue(()))
}

/// Reads a file, asking now and then whether to go on.
///
/// # Errors
/// Why there are no rows; [`Unreadable::Stopped`] when told to stop.
pub fn read_watched(
    path: &Path,
    limits: &Limits,
    watch: &mut Watch,
) -> Result<Workbook, Unreadable> {
    let file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(Unreadable::Broken);
    }
    let most = limits.packed.max(limits.text);
    let mut bytes = Vec::new();
    // One byte more than allowed, so that a file that grows meanwhile is noticed.
    file.take(most + 1).read_to_end(&mut bytes)?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    read_bytes(&name, &bytes, limits, watch)
}

/// Reads a file that is in memory already. `file_name` is used for nothing but the dates that may stand in it.
///
/// # Errors
/// Why there are no rows; [`Unreadable::Stopped`] when told to stop.
pub fn read_bytes(
    file_name: &str,
    bytes: &[u8],
    limits: &Limits,
    watch: &mut Watch,
) -> Result<Workbook, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    let content = sniff(bytes);
    let most = if content == Content::Text {
        limits.text
    } else {
        limits.packed
    };
    if bytes.len() as u64 > most {
        return Err(Unreadable::TooBig);
    }
    let read = AssertUnwindSafe(|| match content {
        Content::Zip => package::vet(bytes, limits, watch)
            .and_then(|vetted| xlsx::read(bytes, &vetted, limits, watch)),
        Content::Compound => xls::read(bytes, limits, watch),
        Content::Text => delimited::read(bytes, limits, watch),
        Content::Markup => Err(Unreadable::OtherFormat),
        Content::Other => Err(Unreadable::NotATable),
    });
    let mut book = catch_unwind(read).unwrap_or(Err(Unreadable::Broken))?;
    if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Unreadable::Empty);
    }
    for sheet in &mut book.sheets {
        file_name.clone_into(&mut sheet.file);
    }
    Ok(book)
}
