//! All that a template can reach: itself, the frame, the data.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Array, Bytes, Datetime, Dict, Duration, Str, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::{Fonts, PrintFailed, templates};

/// A template, its data and the fonts.
pub(crate) struct Desk<'f> {
    library: LazyHash<Library>,
    main: Source,
    frame: Source,
    data: (FileId, Bytes),
    fonts: &'f Fonts,
}

impl<'f> Desk<'f> {
    pub fn new(
        template: &str,
        data: &serde_json::Value,
        families: Vec<String>,
        fonts: &'f Fonts,
    ) -> Result<Self, PrintFailed> {
        let families: Array = families
            .into_iter()
            .map(|family| Value::Str(Str::from(family)))
            .collect();
        let mut inputs = Dict::new();
        inputs.insert("families".into(), Value::Array(families));
        Ok(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            main: Source::new(id("main.typ")?, template.to_owned()),
            frame: Source::new(id("frame.typ")?, templates::FRAME.to_owned()),
            data: (id("data.json")?, Bytes::from_string(data.to_string())),
            fonts,
        })
    }
}

fn id(path: &str) -> Result<FileId, PrintFailed> {
    let path = VirtualPath::new(path).map_err(|_| PrintFailed::Template(path.to_owned()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.frame]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 {
            Ok(self.data.1.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, face: usize) -> Option<Font> {
        self.fonts.font(face)
    }

    /// Papers are dated by their data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
