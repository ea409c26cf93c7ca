//! A showroom's old register taken in, as the window does it: read, understood, shown, committed.

mod catalogue;
pub mod plain;
mod register;

use std::path::Path;
use std::time::Instant;

use desk::door::Door;
use serde_json::{Value, json};

use crate::bare::{self, Key};
use crate::book::Book;
use crate::branch::{Branch, ask, folder};
use crate::figure::{Figure, Report};
use crate::os;
use crate::timing::Series;
use crate::trouble::{Outcome, Trouble};
use register::Register;

/// Rows of the register; fewer for a smaller branch.
const ROWS: u64 = 100_000;
/// Times the CSV is taken in, each time into a new branch.
const TIMES: usize = 3;

/// Seconds that the parts took.
#[derive(Default)]
struct Course {
    read: Series,
    commit: Series,
    whole: Series,
    peak: Option<f64>,
}

/// Measures.
///
/// # Errors
/// When a branch cannot be made or opened.
pub fn measure(customers: u64, report: &mut Report) -> Outcome {
    let book = Book::read()?;
    let register = Register::draw(&book, usize::try_from(ROWS.min(customers.max(100)))?);
    let csv = folder()?.join("register.csv");
    let xlsx = folder()?.join("register.xlsx");
    register.write_csv(&csv)?;
    register.write_xlsx(&xlsx)?;

    let (mut course, mut projected, mut everything) =
        (Course::default(), Series::default(), Series::default());
    for _ in 0..TIMES {
        let branch = Branch::fresh("import")?;
        take_in(&branch, &book, &csv, &register, &mut course, report)?;
        plain::insert(&branch, plain::PROJECTED, &mut projected)?;
        plain::insert(&branch, plain::EVERYTHING, &mut everything)?;
        branch.remove()?;
    }
    tell(
        "csv",
        &course,
        &register,
        &[(PROJECTED, &projected), (EVERYTHING, &everything)],
        report,
    );

    let (mut course, mut projected) = (Course::default(), Series::default());
    let branch = Branch::fresh("import")?;
    take_in(&branch, &book, &xlsx, &register, &mut course, report)?;
    plain::insert(&branch, plain::PROJECTED, &mut projected)?;
    branch.remove()?;
    tell(
        "xlsx",
        &course,
        &register,
        &[(PROJECTED, &projected)],
        report,
    );
    catalogue::measure(&book, report)?;
    for file in [csv, xlsx] {
        std::fs::remove_file(file)?;
    }
    Ok(())
}

const PROJECTED: &str = "bare insert of the rows it makes";
const EVERYTHING: &str = "bare insert of those, their log and their index rows";

fn take_in(
    branch: &Branch,
    book: &Book,
    file: &Path,
    register: &Register,
    course: &mut Course,
    report: &mut Report,
) -> Outcome {
    let door = branch.signed_in(&book.manager)?;
    os::forget_peak();
    let begun = Instant::now();
    let preview = read(&door, branch, file, "register")?;
    course.read.note(begun.elapsed().as_secs_f64());
    let committing = Instant::now();
    let done = ask(
        &door,
        "commit_import",
        json!({ "id": preview["id"] }),
        branch.now(),
    )?;
    course.commit.note(committing.elapsed().as_secs_f64());
    course.whole.note(begun.elapsed().as_secs_f64());
    course.peak = [course.peak, os::peak_mb()]
        .into_iter()
        .flatten()
        .reduce(f64::max);
    door.close()?;

    let counted = |name: &str| done[name].as_u64().unwrap_or_default() as usize;
    for (name, expected) in [
        ("rows_read", register.rows.len()),
        ("contacts", register.rows.len()),
        ("customers_new", register.people),
    ] {
        if counted(name) != expected {
            report.broken(format!(
                "{}: {name} is {}, not {expected}",
                file.display(),
                counted(name)
            ));
        }
    }
    let conn = bare::reader(branch, &Key::of(branch)?)?;
    let visits = bare::number(
        &conn,
        "SELECT count(*) FROM visit WHERE import IS NOT NULL",
        [],
    )?;
    if visits != register.rows.len() as i64 {
        report.broken(format!(
            "{}: {visits} visits are in the store, not {}",
            file.display(),
            register.rows.len()
        ));
    }
    Ok(())
}

/// Reads and understands a file; answers the preview.
fn read(door: &Door, branch: &Branch, file: &Path, kind: &str) -> Outcome<Value> {
    let preview = ask(
        door,
        "read_import",
        json!({ "path": file, "kind": kind }),
        branch.now(),
    )?;
    if preview["id"].is_null() {
        Err(Trouble::new("a preview without an id"))
    } else {
        Ok(preview)
    }
}

/// The lines of one kind of file.
fn tell(
    form: &str,
    course: &Course,
    register: &Register,
    floors: &[(&str, &Series)],
    report: &mut Report,
) {
    let rows = register.rows.len() as f64;
    let rate = |series: &Series| series.map(|seconds| rows / seconds);
    report.add(
        Figure::new(
            format!("import {form}, {rows} rows: read and committed"),
            "s",
            &course.whole,
        )
        .peak(course.peak)
        .p50_at_most(20.0 * (rows / ROWS as f64).max(0.05)),
    );
    report.add(
        Figure::new(
            format!("import {form}: read and committed"),
            "rows/s",
            &rate(&course.whole),
        )
        .p50_at_least(5_000.0),
    );
    report.add(Figure::new(
        format!("import {form}: of this, read, understood, shown"),
        "s",
        &course.read,
    ));
    for (name, floor) in floors {
        report.add(
            Figure::new(
                format!("import {form}: committed"),
                "rows/s",
                &rate(&course.commit),
            )
            .against(*name, &rate(floor))
            .ratio_at_least(0.5),
        );
    }
}
