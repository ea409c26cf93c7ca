//! The first search after reopening a store whose file the system has not cached. Signing in is not counted; what it reads is warm.

use fastrand::Rng;

use super::inputs::{Kind, Stock};
use super::{COLD, FLOOR, Seeker, look_up, request};
use crate::bare::{self, Key};
use crate::branch::{Branch, SEED, ask};
use crate::figure::{Figure, Report};
use crate::os;
use crate::timing::Series;
use crate::trouble::Outcome;

/// Measures.
pub fn measure(
    branch: &Branch,
    key: &Key,
    stock: &Stock,
    seekers: &[Seeker],
    report: &mut Report,
) -> Outcome {
    if !forget(branch)? {
        println!("The system cannot be asked to forget a file: nothing is measured cold.");
        return Ok(());
    }
    let floor = floor(branch, key, stock)?;
    report.add(Figure::new(format!("{FLOOR}, cold file"), "ms", &floor));
    let mut read = 0;
    let mut asked = 0;
    for seeker in seekers {
        for kind in Kind::ALL {
            let inputs = {
                let conn = bare::reader(branch, key)?;
                stock.inputs(&conn, kind, seeker.owner, 3 * COLD)?
            };
            let mut times = Series::default();
            // Not those that were asked for warm.
            for input in inputs.iter().rev().take(COLD) {
                forget(branch)?;
                let door = branch.signed_in(&seeker.name)?;
                let before = os::disk_reads();
                let request = request(&input.text);
                times.time(|| ask(&door, "search", request, branch.now()))?;
                read += os::disk_reads()
                    .zip(before)
                    .map_or(0, |(after, before)| after - before);
                asked += 1;
                door.close()?;
            }
            let figure = Figure::new(
                format!("search {}, {}, cold file", kind.name(), seeker.role),
                "ms",
                &times,
            );
            report.add(figure.against(FLOOR, &floor).p99_at_most(10.0));
        }
    }
    println!(
        "Cold: the file was dropped from the system's cache with posix_fadvise(DONTNEED) before each sign-in; the first search then read {} KiB from the disk on average.",
        read / 1024 / asked.max(1)
    );
    Ok(())
}

/// One lookup on a connection of its own, the schema read and nothing else.
fn floor(branch: &Branch, key: &Key, stock: &Stock) -> Outcome<Series> {
    let mut rng = Rng::with_seed(SEED);
    let mut times = Series::default();
    for _ in 0..2 * COLD {
        forget(branch)?;
        let conn = bare::reader(branch, key)?;
        look_up(&mut times, &conn, stock.any(&mut rng))?;
    }
    Ok(times)
}

/// Empties the system's cache of the store's files; answers whether it can be asked for.
fn forget(branch: &Branch) -> Outcome<bool> {
    let file = branch.file();
    let wal = file.with_extension("db-wal");
    Ok(os::drop_from_cache(&file)? && (!wal.exists() || os::drop_from_cache(&wal)?))
}
