//! Calls into the operating system: private files and folders, syncing a folder, and the system's store of secrets.
//!
//! Windows has the Credential Manager (kept on this machine only: the default would travel with a domain profile), macOS
//! the login keychain. On Linux there is none here: its secret service would cost an executor and some ninety crates, or
//! libdbus and a prompt that may wait for ever; not keyutils either, which forgets at reboot.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// What the system's store of secrets said.
#[cfg_attr(not(any(windows, target_os = "macos")), allow(dead_code))]
pub(super) enum SystemAnswer {
    /// The kept bytes.
    Kept(zeroize::Zeroizing<Vec<u8>>),
    /// It answered and has nothing.
    Nothing,
    /// There is a store, yet it did not answer: locked, refused by the person, no log-on session.
    Silent,
    /// There is no such store on this system.
    NoStore,
}

/// Makes (or empties) a file that only its user may read and write.
pub(super) fn create_private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let file = options.open(path)?;
    make_private(path)?;
    Ok(file)
}

/// Makes a folder, and those above it, that only its user may enter. On Windows the user's profile is that already.
pub(super) fn create_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Takes every right from others, if they have any.
pub(super) fn make_private(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mut permissions = fs::metadata(path)?.permissions();
        if permissions.mode() & 0o077 != 0 {
            permissions.set_mode(permissions.mode() & 0o700);
            fs::set_permissions(path, permissions)?;
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Makes a rename in this folder durable. Windows journals it and has no such call.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    match File::open(path)?.sync_all() {
        // Some network and shared file systems cannot; nothing better can be done there.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => {}
        done => done?,
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Whether another program holds the file, which passes: Windows' access denied, sharing and lock violation.
pub(super) fn is_held_by_another(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

#[cfg(any(windows, target_os = "macos"))]
mod system {
    use keyring_core::api::CredentialStoreApi;
    use keyring_core::{Entry, Error};
    use zeroize::Zeroizing;

    use super::SystemAnswer;

    const SERVICE: &str = "forecourt";
    const ACCOUNT: &str = "device-key";

    #[cfg(windows)]
    fn entry() -> Result<Entry, Error> {
        let here_only = std::collections::HashMap::from([("persistence", "Local")]);
        windows_native_keyring_store::Store::new()?.build(SERVICE, ACCOUNT, Some(&here_only))
    }

    #[cfg(target_os = "macos")]
    fn entry() -> Result<Entry, Error> {
        apple_native_keyring_store::keychain::Store::new()?.build(SERVICE, ACCOUNT, None)
    }

    pub(in super::super) fn read_system_store() -> SystemAnswer {
        match entry().and_then(|entry| entry.get_secret()) {
            Ok(bytes) => SystemAnswer::Kept(Zeroizing::new(bytes)),
            Err(Error::NoEntry) => SystemAnswer::Nothing,
            Err(_) => SystemAnswer::Silent,
        }
    }

    pub(in super::super) fn write_system_store(secret: &[u8]) -> bool {
        entry().and_then(|entry| entry.set_secret(secret)).is_ok()
    }
}

#[cfg(not(any(windows, target_os = "macos")))]
mod system {
    use super::SystemAnswer;

    pub(in super::super) fn read_system_store() -> SystemAnswer {
        SystemAnswer::NoStore
    }

    pub(in super::super) fn write_system_store(_secret: &[u8]) -> bool {
        false
    }
}

pub(super) use system::{read_system_store, write_system_store};
