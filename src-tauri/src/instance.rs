//! One window per data folder: a second start brings the first window to the front.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

const LOCK: &str = "window.lock";
const KNOCK: &str = "window.knock";

/// Held as long as the window is open; the system lets go of it when the process ends, however it ends.
pub(crate) struct Instance {
    knock: PathBuf,
    _lock: File,
}

impl Instance {
    /// `None` when a window is open already; it has been told to come to the front.
    pub fn first(folder: &Path) -> io::Result<Option<Self>> {
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(LOCK))?;
        let knock = folder.join(KNOCK);
        match lock.try_lock() {
            Ok(()) => {
                drop(fs::remove_file(&knock));
                Ok(Some(Self { knock, _lock: lock }))
            }
            Err(fs::TryLockError::WouldBlock) => fs::write(&knock, b"").map(|()| None),
            Err(fs::TryLockError::Error(cause)) => Err(cause),
        }
    }

    /// Whether somebody started the program again since the last time this was asked.
    pub fn knocked(&self) -> bool {
        fs::remove_file(&self.knock).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_start_knocks_at_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = Instance::first(folder.path()).unwrap().unwrap();
        assert!(!first.knocked());
        assert!(Instance::first(folder.path()).unwrap().is_none());
        assert!(first.knocked());
        assert!(!first.knocked());
    }
}
