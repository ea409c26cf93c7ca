//! A country's catalogue of cars, where there is one to take in.

use std::path::Path;
use std::time::Instant;

use serde_json::json;

use super::read;
use crate::bare::{self, Key};
use crate::book::Book;
use crate::branch::{Branch, ask};
use crate::figure::{Figure, Report};
use crate::timing::Series;
use crate::trouble::Outcome;

/// Beside the checkout, on machines that have it.
const CATALOGUE: &str = "../shared/data/catalogue.csv";

/// Measures, or says that there is no catalogue.
pub fn measure(book: &Book, report: &mut Report) -> Outcome {
    let file = Path::new(CATALOGUE);
    if !file.exists() {
        println!("No catalogue here: left out.");
        return Ok(());
    }
    let branch = Branch::fresh("import")?;
    let door = branch.signed_in(&book.manager)?;
    let before = bare::number(
        &bare::reader(&branch, &Key::of(&branch)?)?,
        "SELECT count(*) FROM trim",
        [],
    )?;
    let begun = Instant::now();
    let preview = read(&door, &branch, file, "catalogue")?;
    let done = ask(
        &door,
        "commit_import",
        json!({ "id": preview["id"] }),
        branch.now(),
    )?;
    let mut whole = Series::default();
    whole.note(begun.elapsed().as_secs_f64());
    door.close()?;
    let mut plain = Series::default();
    super::plain::insert(&branch, &["trim"], &mut plain)?;
    let rows = done["rows_read"].as_f64().unwrap_or_default();
    let figure = Figure::new(
        format!("import catalogue, {rows} trims: read and committed"),
        "s",
        &whole,
    );
    report.add(figure.against("bare insert of the trims", &plain));
    let after = bare::number(
        &bare::reader(&branch, &Key::of(&branch)?)?,
        "SELECT count(*) FROM trim",
        [],
    )?;
    if Some(after - before) != done["trims"].as_i64() {
        report.broken(format!(
            "{} trims are told, {} are in the store",
            done["trims"],
            after - before
        ));
    }
    branch.remove()
}
