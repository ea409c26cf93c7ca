//! What only the operating system does: showing a file in the program that it keeps for such files.

use std::io;
use std::path::Path;

/// Opens a file as a double click does. Does not wait for the viewer to be closed.
///
/// # Errors
/// When there is no such program, or it cannot be started.
#[cfg(not(target_os = "linux"))]
pub(crate) fn view(file: &Path) -> io::Result<()> {
    opener::open(file).map_err(io::Error::other)
}

/// The same through the desktop's own openers. Whether there is a viewer they say only by how they end, which crates do not wait
/// for: a paper would be called open that nobody sees.
///
/// # Errors
/// As above.
#[cfg(target_os = "linux")]
pub(crate) fn view(file: &Path) -> io::Result<()> {
    let mut failed = io::Error::from(io::ErrorKind::NotFound);
    for words in [&["xdg-open"][..], &["gio", "open"]] {
        match launch(words, file) {
            Ok(()) => return Ok(()),
            Err(cause) => failed = cause,
        }
    }
    Err(failed)
}

#[cfg(target_os = "linux")]
fn launch(words: &[&str], file: &Path) -> io::Result<()> {
    use std::process::{Command, Stdio};
    use std::time::Duration;

    /// Openers that have found no viewer have said so by now; one still running is the viewer itself.
    const PATIENCE: Duration = Duration::from_secs(3);
    const LOOK: Duration = Duration::from_millis(50);

    let (program, rest) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut opener = Command::new(program)
        .args(rest)
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut waited = Duration::ZERO;
    while waited < PATIENCE {
        if let Some(ended) = opener.try_wait()? {
            return if ended.success() {
                Ok(())
            } else {
                Err(io::ErrorKind::NotFound.into())
            };
        }
        std::thread::sleep(LOOK);
        waited += LOOK;
    }
    // Somebody has to take leave of it when the viewer is closed.
    std::thread::spawn(move || drop(opener.wait()));
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn an_opener_that_finds_no_viewer_is_believed() {
        let paper = Path::new("paper.pdf");
        assert!(launch(&["true"], paper).is_ok());
        assert!(launch(&["false"], paper).is_err());
        assert!(launch(&["no-such-program"], paper).is_err());
    }
}
