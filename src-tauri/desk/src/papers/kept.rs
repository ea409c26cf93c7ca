//! What a sitting has of papers: the one that was set last, and the folder of those that were opened. Both go when the sitting ends.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use print::{Fonts, Paper, PrintFailed};

use super::files::{Folder, Viewer};
use super::{Copy, PageImage, PaperFile, PaperPages, files};
use crate::problem::{Code, Outcome, Problem};

/// The papers of a sitting. One per program.
pub(crate) struct Papers {
    folder: Folder,
    viewer: Mutex<Option<Viewer>>,
    /// The last one, so that turning a page does not set all of them again.
    last: Mutex<Option<(String, Arc<Paper>)>>,
}

impl Papers {
    /// Opened papers lie in a folder below; what an earlier run left there is removed.
    pub fn below(folder: PathBuf) -> Self {
        Self {
            folder: Folder::fresh(folder),
            viewer: Mutex::new(None),
            last: Mutex::new(None),
        }
    }

    /// Says what opens a file.
    pub fn view_with(&self, viewer: Viewer) {
        *held(&self.viewer) = Some(viewer);
    }

    /// Forgets the pages and removes the files.
    pub fn forget(&self) {
        *held(&self.last) = None;
        self.folder.clear();
    }

    /// Pages as pictures.
    pub fn pages(&self, copy: &Copy, from: u32, count: u32, width: u32) -> Outcome<PaperPages> {
        let paper = self.set(copy)?;
        let page_count = paper.pages() as u32;
        let until = from.saturating_add(count).min(page_count);
        let pages = (from..until).map(|page| picture(&paper, page, width));
        Ok(PaperPages {
            pages: pages.collect::<Outcome<_>>()?,
            from,
            page_count,
        })
    }

    /// The PDF.
    pub fn pdf(&self, copy: &Copy) -> Outcome<Vec<u8>> {
        self.set(copy)?.pdf().map_err(failed)
    }

    /// Shows a PDF in the system's viewer.
    ///
    /// # Errors
    /// [`Code::NoViewer`] with the file, which stays until the sitting ends.
    pub fn show(&self, name: &str, mark: uuid::Uuid, pdf: &[u8]) -> Outcome<PaperFile> {
        let file = self.folder.write(name, mark, pdf)?;
        let path = file.display().to_string();
        let viewer = *held(&self.viewer);
        match viewer.map(|view| view(&file)) {
            Some(Ok(())) => Ok(PaperFile { path }),
            _ => Err(Problem::failed(Code::NoViewer).with("path", path)),
        }
    }

    /// Writes a PDF where the person wants it.
    pub fn save(&self, path: &str, pdf: &[u8]) -> Outcome<PaperFile> {
        files::save(path, pdf)
    }

    fn set(&self, copy: &Copy) -> Outcome<Arc<Paper>> {
        let key = copy.template.to_owned() + &copy.data.to_string();
        if let Some((known, paper)) = &*held(&self.last)
            && *known == key
        {
            return Ok(Arc::clone(paper));
        }
        let paper = print::paper(copy.template, &copy.data, Fonts::of_this_pc()).map_err(failed)?;
        let paper = Arc::new(paper);
        *held(&self.last) = Some((key, Arc::clone(&paper)));
        Ok(paper)
    }
}

fn picture(paper: &Paper, page: u32, width: u32) -> Outcome<PageImage> {
    let png = paper.page_png(page as usize, width).map_err(failed)?;
    // The header of a PNG: 8 bytes of signature, 8 of its first block, then width and height.
    let number = |at: usize| {
        png.get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map(u32::from_be_bytes)
    };
    let (Some(width), Some(height)) = (number(16), number(20)) else {
        return Err(Problem::broken("a picture without size"));
    };
    Ok(PageImage {
        png: data_encoding::BASE64.encode(&png),
        width,
        height,
    })
}

fn failed(cause: PrintFailed) -> Problem {
    match cause {
        PrintFailed::NoChineseFont => Problem::failed(Code::NoChineseFont),
        // What Typst says may quote the data.
        PrintFailed::Template(_) => Problem::broken("a template does not fit its data"),
        PrintFailed::NoPicture => Problem::broken("a page cannot be drawn"),
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl std::fmt::Debug for Papers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Papers(…)")
    }
}
