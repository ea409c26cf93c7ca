//! What only the operating system knows: whose a folder is.

use std::fs;
use std::io;
use std::path::Path;

/// Takes a fresh folder away from every other account of the PC.
#[cfg(unix)]
pub(crate) fn only_for_this_account(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

/// Folders below an account's own application data are for that account alone on Windows already.
#[cfg(not(unix))]
pub(crate) fn only_for_this_account(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether other accounts could write into the folder, and so replace files under us.
#[cfg(unix)]
pub(crate) fn open_to_others(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::metadata(folder)?.permissions().mode() & 0o002 != 0)
}

/// See [`only_for_this_account`].
#[cfg(not(unix))]
pub(crate) fn open_to_others(_folder: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Makes a rename in this folder durable.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// NTFS journals renames; a directory cannot be opened for syncing there.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
