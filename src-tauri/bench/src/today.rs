//! A consultant's day: whom to contact next.

use rusqlite::{Connection, params};
use serde_json::json;

use crate::bare::{self, Key};
use crate::book::Book;
use crate::branch::{Branch, ask};
use crate::figure::{Figure, Report};
use crate::timing::Series;
use crate::trouble::{Outcome, Trouble};

/// Times each day is asked for.
const ASKED: usize = 300;
/// Asked first and not counted.
const UNCOUNTED: usize = 10;
/// Cards that the desk lists of each part of the day, and days that it looks ahead.
const LISTED: u32 = 50;
const AHEAD: i64 = 7;

/// Measures.
///
/// # Errors
/// When the branch cannot be made or opened.
pub fn measure(customers: u64, report: &mut Report) -> Outcome {
    let branch = Branch::kept(customers)?;
    let conn = bare::reader(&branch, &Key::of(&branch)?)?;
    for consultant in Book::read()?.consultants {
        let door = branch.signed_in(&consultant.name)?;
        let mut times = Series::default();
        for _ in 0..UNCOUNTED {
            ask(&door, "today", json!({}), branch.now())?;
        }
        let mut day = json!(null);
        for _ in 0..ASKED {
            day = times.time(|| ask(&door, "today", json!({}), branch.now()))?;
        }
        door.close()?;
        let me = day["staff"]
            .as_str()
            .and_then(|id| uuid::Uuid::parse_str(id).ok())
            .ok_or(Trouble::new("a day is somebody's"))?;
        let floor = floor(&conn, &branch, me)?;
        let listed = |part: &str| day[part].as_array().map_or(0, Vec::len);
        let name = format!(
            "today, {} of {} late, {} due, {} to come",
            listed("overdue"),
            day["overdue_count"],
            listed("due"),
            listed("upcoming")
        );
        report.add(
            Figure::new(name, "ms", &times)
                .against("their index entries, by SQL", &floor)
                .p99_at_most(2.0),
        );

        let late = bare::number(&conn, LATE, params![me, branch.now().day().to_string()])?;
        if day["overdue_count"] != late {
            report.broken(format!(
                "{}: {} late cards are told, {late} are in the tables",
                consultant.name, day["overdue_count"]
            ));
        }
    }
    Ok(())
}

/// From the tables themselves, not from the index that the desk reads.
const LATE: &str = "
    SELECT count(*) FROM (
      SELECT card.id
      FROM card
      JOIN customer ON customer.id = card.customer AND customer.void = 0 AND customer.owner = ?1
      WHERE card.state = 'open' AND card.void = 0 AND card.due < ?2
        AND (card.rule IS NULL OR NOT EXISTS (
          SELECT 1 FROM card AS earlier
          WHERE earlier.customer = card.customer AND earlier.state = 'open' AND earlier.void = 0 AND earlier.rule IS NOT NULL
            AND (earlier.due, earlier.id) < (card.due, card.id))))";

/// The same cards, read from their index and nothing else.
fn floor(conn: &Connection, branch: &Branch, me: uuid::Uuid) -> Outcome<Series> {
    let today = branch.now().day();
    let ranges = [
        ("".to_owned(), today.plus(-1).to_string()),
        (today.to_string(), today.to_string()),
        (today.plus(1).to_string(), today.plus(AHEAD).to_string()),
    ];
    let mut times = Series::default();
    for _ in 0..ASKED {
        times.time(|| -> rusqlite::Result<usize> {
            let mut statement = conn.prepare_cached("SELECT card FROM open_card WHERE owner = ?1 AND due BETWEEN ?2 AND ?3 ORDER BY due, card LIMIT ?4")?;
            let mut cards = 0;
            for (from, until) in &ranges {
                cards += statement.query_map(params![me, from, until, LISTED], |row| row.get::<_, uuid::Uuid>(0))?.collect::<Result<Vec<_>, _>>()?.len();
            }
            Ok(cards)
        })?;
    }
    Ok(times)
}
