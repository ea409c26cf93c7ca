//! Where PDFs lie: those that a viewer shows in a folder for this account alone, gone with the sitting; those that a person saves
//! where the person says.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::PaperFile;
use crate::problem::{Code, Outcome, Problem};

/// Opens a file as the system does on a double click; the shell has it.
pub type Viewer = fn(&Path) -> io::Result<()>;

/// The folder of opened papers.
pub(super) struct Folder(PathBuf);

impl Folder {
    /// What an earlier run left there is removed.
    pub fn fresh(folder: PathBuf) -> Self {
        let folder = Self(folder);
        folder.clear();
        folder
    }

    /// Removes everything. A file that the viewer still holds on Windows goes at the next chance.
    pub fn clear(&self) {
        drop(fs::remove_dir_all(&self.0));
    }

    /// A new file below a name that nobody can guess.
    pub fn write(&self, name: &str, mark: Uuid, pdf: &[u8]) -> Outcome<PathBuf> {
        let folder = self.0.join(mark.simple().to_string());
        let file = folder.join(format!("{name}.pdf"));
        let written = private_folder(&self.0)
            .and_then(|()| private_folder(&folder))
            .and_then(|()| fs::write(&file, pdf));
        written.map_err(|cause| not_written(&cause, &file))?;
        Ok(file)
    }
}

/// Replaces the file as a whole: a full disk leaves the old one.
pub(super) fn save(path: &str, pdf: &[u8]) -> Outcome<PaperFile> {
    let file = PathBuf::from(path);
    if !file.is_absolute() || file.file_name().is_none() {
        return Err(Problem::refused(Code::BadRequest).with("field", "path"));
    }
    let file = if file.extension().is_none() {
        file.with_extension("pdf")
    } else {
        file
    };
    let mut beside = file.clone().into_os_string();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let written = fs::File::create(&beside)
        .and_then(|mut new| new.write_all(pdf).and_then(|()| new.sync_all()))
        .and_then(|()| fs::rename(&beside, &file));
    if let Err(cause) = written {
        drop(fs::remove_file(&beside));
        return Err(not_written(&cause, &file));
    }
    Ok(PaperFile {
        path: file.display().to_string(),
    })
}

fn not_written(cause: &io::Error, file: &Path) -> Problem {
    if cause.kind() == io::ErrorKind::StorageFull {
        Problem::failed(Code::DiskFull)
    } else {
        Problem::failed(Code::PaperNotWritten).with("path", file.display())
    }
}

#[cfg(unix)]
fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

/// Below an account's own application data a folder is for that account alone already.
#[cfg(not(unix))]
fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}
