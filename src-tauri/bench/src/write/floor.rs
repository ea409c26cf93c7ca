//! What the disk takes for the least that can be called saved: 4 KiB more in a file of the same folder, synced.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use crate::branch::Branch;
use crate::timing::Series;
use crate::trouble::Outcome;

const PAGE: [u8; 4096] = [0x5a; 4096];

/// A file that grows.
pub struct Floor {
    file: File,
    path: PathBuf,
}

impl Floor {
    /// Begins one in the store's folder.
    pub fn begin(branch: &Branch) -> Outcome<Self> {
        let path = branch.data().join("floor.tmp");
        Ok(Self {
            file: File::create(&path)?,
            path,
        })
    }

    /// Appends a page and waits until it is on the disk.
    pub fn append(&mut self, times: &mut Series) -> Outcome {
        times.time(|| {
            self.file
                .write_all(&PAGE)
                .and_then(|()| self.file.sync_data())
        })?;
        Ok(())
    }
}

impl Drop for Floor {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.path));
    }
}
