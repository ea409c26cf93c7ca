//! Finding anyone: every kind of input, as somebody who sees everyone and as a consultant, warm and after reopening a cold file.

mod answers;
mod cold;
mod inputs;
mod peers;
mod warm;

use crate::bare::{self, Key};
use crate::book::Book;
use crate::branch::{Branch, ask, sign_in};
use crate::figure::{Figure, Report};
use crate::timing::Series;
use crate::trouble::Outcome;
use inputs::{Kind, Stock};
use serde_json::{Value, json};

/// Times each kind is asked for, warm.
const WARM: usize = 300;
/// Times each kind is asked for, each time after reopening a cold file.
const COLD: usize = 12;

/// Somebody who looks for customers.
pub struct Seeker {
    /// Also the login.
    pub name: String,
    /// Said in the report.
    pub role: &'static str,
    /// Whose customers they see; everybody's, when nothing.
    pub owner: Option<uuid::Uuid>,
}

/// Measures.
///
/// # Errors
/// When the branch cannot be made or opened.
pub fn measure(customers: u64, report: &mut Report) -> Outcome {
    let branch = Branch::kept(customers)?;
    let key = Key::of(&branch)?;
    let conn = bare::reader(&branch, &key)?;
    let stock = Stock::read(&conn)?;
    let seekers = seekers(&branch)?;

    read_whole_file(&branch)?;
    let floor = warm::floor(&conn, &stock)?;
    report.add(Figure::new(format!("{FLOOR}, warm"), "ms", &floor));
    for seeker in &seekers {
        let door = branch.signed_in(&seeker.name)?;
        for kind in Kind::ALL {
            let inputs = stock.inputs(&conn, kind, seeker.owner, WARM)?;
            let times = warm::time(&door, &branch, &inputs)?;
            let figure = Figure::new(
                format!("search {}, {}, warm", kind.name(), seeker.role),
                "ms",
                &times,
            )
            .p99_at_most(2.0);
            report.add(match seeker.owner {
                None => figure.against(
                    "LIKE over the same store",
                    &peers::time(&conn, kind, &inputs)?,
                ),
                Some(_) => figure.against(FLOOR, &floor),
            });
            for wrong in answers::wrong(&door, &branch, seeker, &inputs)? {
                report.broken(format!("search {}, {}: {wrong}", kind.name(), seeker.role));
            }
        }
        door.close()?;
    }
    drop(conn);
    cold::measure(&branch, &key, &stock, &seekers, report)
}

const FLOOR: &str = "one lookup by primary key";

/// The manager, who sees everyone, and the first consultant.
fn seekers(branch: &Branch) -> Outcome<[Seeker; 2]> {
    let book = Book::read()?;
    let door = branch.door()?;
    sign_in(&door, &book.manager)?;
    let staff = ask(&door, "staff_list", json!({}), branch.now())?;
    door.close()?;
    let consultant = &book.consultants[0].name;
    let row = staff
        .as_array()
        .into_iter()
        .flatten()
        .find(|row| row["name"] == **consultant);
    let id = row
        .and_then(|row| row["id"].as_str())
        .and_then(|id| uuid::Uuid::parse_str(id).ok());
    Ok([
        Seeker {
            name: book.manager,
            role: "sees all",
            owner: None,
        },
        Seeker {
            name: consultant.clone(),
            role: "consultant",
            owner: Some(id.unwrap_or_default()),
        },
    ])
}

/// What is asked of the desk.
fn request(text: &str) -> Value {
    json!({ "text": text })
}

/// Warm means: the system has the file in its cache. SQLite's own cache is as large as the application has it.
fn read_whole_file(branch: &Branch) -> Outcome {
    let mut file = std::fs::File::open(branch.file())?;
    std::io::copy(&mut file, &mut std::io::sink())?;
    Ok(())
}

/// The fastest that the same file answers anything.
fn look_up(times: &mut Series, conn: &rusqlite::Connection, id: uuid::Uuid) -> Outcome {
    let found = times.time(|| {
        let mut statement =
            conn.prepare_cached("SELECT name, level, owner FROM customer WHERE id = ?1")?;
        statement.query_row([id], |row| {
            Ok((
                row.get::<_, Option<String>>(0)?,
                row.get::<_, Option<String>>(1)?,
                row.get::<_, Option<uuid::Uuid>>(2)?,
            ))
        })
    });
    Ok(found.map(drop)?)
}
