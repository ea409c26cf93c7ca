//! How often an act has the disk synced, counted by the system while another process saves. Left out, and said, where nobody can count.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::branch::folder;
use crate::figure::{Figure, Report};
use crate::timing::Series;
use crate::trouble::{Outcome, Trouble};

const FEW: u32 = 20;
const MANY: u32 = 120;
const SYNCS: &str = "trace=fsync,fdatasync,sync_file_range,syncfs,sync,msync";

/// Counts.
pub fn count(customers: u64, report: &mut Report) -> Outcome {
    let trace = folder()?.join("syncs.trace");
    let counted = syncs(customers, FEW, &trace)?.zip(syncs(customers, MANY, &trace)?);
    drop(std::fs::remove_file(&trace));
    let Some((few, many)) = counted else {
        println!("Syncs are not counted: strace is not here, or may not watch.");
        return Ok(());
    };
    // Opening and closing cost the same in both.
    let each = (many as f64 - few as f64) / f64::from(MANY - FEW);
    let mut series = Series::default();
    (FEW..MANY).for_each(|_| series.note(each));
    report.add(Figure::new("log_walk_in, syncs of the disk", "syncs", &series).exactly(1.0));
    if each < 1.0 {
        report.broken(format!(
            "{each} syncs for each walk-in: an answer was given before it was on the disk"
        ));
    }
    Ok(())
}

/// Syncs of a whole process that logs so many walk-ins.
fn syncs(customers: u64, acts: u32, trace: &Path) -> Outcome<Option<usize>> {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-e", SYNCS, "-o"])
        .arg(trace)
        .arg(std::env::current_exe()?);
    command.args([
        "saves",
        "--customers",
        &customers.to_string(),
        "--acts",
        &acts.to_string(),
    ]);
    let Ok(ended) = command.stdout(Stdio::null()).output() else {
        return Ok(None);
    };
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stderr);
        // Our own words, or those of who may not watch.
        return if said.contains("failed: ") {
            Err(Trouble::new(said.trim()))
        } else {
            Ok(None)
        };
    }
    let text = std::fs::read_to_string(trace)?;
    Ok(Some(
        text.lines()
            .filter(|line| line.contains("sync") && !line.contains("resumed>"))
            .count(),
    ))
}
