//! Logging a walk-in: on the disk when it is answered, with one sync and little besides.

mod acts;
mod floor;
mod syncs;

use acts::{Acts, Party};
use floor::Floor;

use crate::bare::{self, Key};
use crate::book::Book;
use crate::branch::Branch;
use crate::figure::{Figure, Report};
use crate::timing::Series;
use crate::trouble::Outcome;

/// Walk-ins of each kind of party.
const EACH: usize = 300;
/// Walk-ins after each of which the window's timer tidies.
const TIDIED: usize = 60;
/// Walk-ins between two tidyings while the others are measured: the log file stays far below its limit.
const BETWEEN: usize = 100;

/// Measures.
///
/// # Errors
/// When the branch cannot be made or opened.
pub fn measure(customers: u64, report: &mut Report) -> Outcome {
    let branch = Branch::kept(customers)?;
    syncs::count(customers, report)?;

    let receptionist = Book::read()?.receptionist;
    let door = branch.signed_in(&receptionist)?;
    let conn = bare::reader(&branch, &Key::of(&branch)?)?;
    let before = visits(&conn)?;
    let mut acts = Acts::new(&door, &branch, &conn)?;
    let mut floor = Floor::begin(&branch)?;
    let mut bytes = Series::default();
    let (mut new, mut known, mut bare) = (Series::default(), Series::default(), Series::default());
    for party in [Party::New, Party::Known] {
        acts.log(party, &mut Series::default())?;
    }
    for n in 0..EACH {
        // One after the other, so that a disturbed disk disturbs both.
        for (party, times) in [(Party::New, &mut new), (Party::Known, &mut known)] {
            floor.append(&mut bare)?;
            let before = wal(&branch);
            acts.log(party, times)?;
            // Until it is begun anew the log file grows by what is written.
            if 2 * (n + 1) <= BETWEEN {
                bytes.note((wal(&branch) - before) as f64 / 1024.0);
            }
        }
        if 2 * (n + 1) % BETWEEN == 0 {
            door.tidy()?;
            // The first after tidying begins the log file anew; it is measured below.
            acts.log(Party::New, &mut Series::default())?;
        }
    }
    let mut tidied = Series::default();
    for n in 0..TIDIED {
        door.tidy()?;
        acts.log(
            if n % 2 == 0 { Party::New } else { Party::Known },
            &mut tidied,
        )?;
    }
    drop(floor);
    let logged = acts.logged();
    acts.leave_all()?;
    door.close()?;

    let mut all = new.clone();
    all.extend(&known);
    let sync = bare.p50().unwrap_or_default();
    report.add(Figure::new("log_walk_in", "ms", &all).against(FLOOR, &bare));
    report.add(
        Figure::new(
            "log_walk_in, beyond the floor",
            "ms",
            &all.map(|ms| ms - sync),
        )
        .p50_at_most(1.0),
    );
    report.add(Figure::new("log_walk_in, somebody new", "ms", &new).against(FLOOR, &bare));
    report.add(Figure::new("log_walk_in, somebody known", "ms", &known).against(FLOOR, &bare));
    report.add(Figure::new("log_walk_in, each after tidying", "ms", &tidied).against(FLOOR, &bare));
    report.add(Figure::new(
        "log_walk_in, written before the sync",
        "KiB",
        &bytes,
    ));

    // What was answered is there when the store is opened again.
    drop(conn);
    let conn = bare::reader(&branch, &Key::of(&branch)?)?;
    let after = visits(&conn)?;
    if after - before != logged {
        report.broken(format!(
            "{logged} walk-ins were answered and {} are in the store",
            after - before
        ));
    }
    Ok(())
}

/// Logs so many walk-ins and nothing else, for whoever counts the syncs of the process.
///
/// # Errors
/// The desk's.
pub fn save(customers: u64, acts: u32) -> Outcome {
    let branch = Branch::kept(customers)?;
    let door = branch.signed_in(&Book::read()?.receptionist)?;
    let conn = bare::reader(&branch, &Key::of(&branch)?)?;
    let mut logging = Acts::new(&door, &branch, &conn)?;
    for n in 0..acts {
        logging.log(
            if n % 2 == 0 { Party::New } else { Party::Known },
            &mut Series::default(),
        )?;
    }
    drop(conn);
    door.close()?;
    Ok(())
}

const FLOOR: &str = "4 KiB appended and synced";

fn visits(conn: &rusqlite::Connection) -> Outcome<i64> {
    bare::number(conn, "SELECT count(*) FROM visit", [])
}

/// Length of the write-ahead file.
fn wal(branch: &Branch) -> u64 {
    std::fs::metadata(branch.file().with_extension("db-wal")).map_or(0, |file| file.len())
}
