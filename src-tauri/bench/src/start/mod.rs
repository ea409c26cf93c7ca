//! From the process to a screen that can be used, and what it takes of the memory, each beside a Tauri window with one word in it.

#[cfg(target_os = "linux")]
mod empty;
#[cfg(target_os = "linux")]
mod painted;
#[cfg(target_os = "linux")]
pub(crate) mod program;
#[cfg(target_os = "linux")]
mod signed_in;

use crate::figure::Report;
use crate::trouble::Outcome;

/// Windows are looked at as the X server sees them: elsewhere nothing is measured.
#[cfg(not(target_os = "linux"))]
pub fn measure(_customers: u64, _report: &mut Report) -> Outcome {
    println!("The start is measured on Linux only: left out.");
    Ok(())
}

/// Measures.
///
/// # Errors
/// When there is no screen, no application (`FORECOURT_APP`) or no empty window to compare with.
#[cfg(target_os = "linux")]
pub fn measure(customers: u64, report: &mut Report) -> Outcome {
    use crate::book::Book;
    use crate::branch::Branch;
    use program::Program;

    let app = program::app()?;
    let empty = empty::program(&app)?;
    let branch = Branch::kept(customers)?;
    // Whoever signed in last is chosen on the screen: only the password is typed.
    let receptionist = Book::read()?.receptionist;
    branch.signed_in(&receptionist)?.close()?;
    let [app, empty] = [app, empty].map(|path| Program {
        path,
        branch: &branch,
    });
    painted::measure(&app, &empty, report)?;
    signed_in::measure(&app, &empty, report)
}
