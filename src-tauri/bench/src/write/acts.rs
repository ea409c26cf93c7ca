//! Walk-ins as the receptionist logs them.

use desk::door::Door;
use fastrand::Rng;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value, json};

use crate::book::Book;
use crate::branch::{Branch, SEED, ask};
use crate::people::People;
use crate::timing::Series;
use crate::trouble::{Outcome, Trouble};

/// Who comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// Somebody whose number nobody knows: a card is made.
    New,
    /// Somebody who has a card.
    Known,
}

/// Logs walk-ins.
pub struct Acts<'a> {
    door: &'a Door,
    branch: &'a Branch,
    conn: &'a Connection,
    people: People,
    rng: Rng,
    consultants: Vec<String>,
    logged: i64,
}

impl<'a> Acts<'a> {
    /// At this door.
    pub fn new(door: &'a Door, branch: &'a Branch, conn: &'a Connection) -> Outcome<Self> {
        let book = Book::read()?;
        let board = ask(door, "reception", json!({}), branch.now())?;
        let rota = board["rota"].as_array().into_iter().flatten();
        let consultants: Vec<String> = rota
            .filter_map(|place| place["staff"].as_str())
            .map(str::to_owned)
            .collect();
        if consultants.is_empty() {
            return Err(Trouble::new("nobody could receive a party"));
        }
        // Another run of the same store draws other people; numbers that are there already are passed over.
        let seed = SEED.wrapping_add(visits_so_far(conn)?);
        Ok(Self {
            door,
            branch,
            conn,
            people: People::new(&book, seed),
            rng: Rng::with_seed(seed),
            consultants,
            logged: 0,
        })
    }

    /// Logs one; only the command is timed.
    pub fn log(&mut self, party: Party, times: &mut Series) -> Outcome {
        let fields = match party {
            Party::New => self.somebody_new()?,
            Party::Known => json!({ "phone": self.known_phone()? }),
        };
        // A few to the minute: more than any showroom sees.
        let now = self.branch.minutes_later(self.logged / 4);
        let request = json!({ "fields": fields });
        let answer = times.time(|| ask(self.door, "log_walk_in", request, now))?;
        self.logged += 1;
        let expected = if party == Party::New { "new" } else { "known" };
        if answer["recognised"] != expected {
            return Err(Trouble::new(format!(
                "a party that is {expected} was taken for {}",
                answer["recognised"]
            )));
        }
        Ok(())
    }

    /// How many so far.
    pub fn logged(&self) -> i64 {
        self.logged
    }

    /// Everybody goes home, so that the next run finds an empty showroom.
    pub fn leave_all(&self) -> Outcome {
        let now = self.branch.minutes_later(self.logged / 4 + 1);
        let board = ask(self.door, "reception", json!({}), now)?;
        for visit in board["open"].as_array().into_iter().flatten() {
            ask(self.door, "leave_visit", json!({ "id": visit["id"] }), now)?;
        }
        Ok(())
    }

    fn somebody_new(&mut self) -> Outcome<Value> {
        let phone = loop {
            let phone = self.people.phone();
            if self
                .conn
                .prepare_cached("SELECT 1 FROM phone WHERE digits = ?1")?
                .query_row([&phone], |_| Ok(()))
                .optional()?
                .is_none()
            {
                break phone;
            }
        };
        Ok(json!({
            "name": self.people.name(),
            "phone": phone,
            "party_size": 2,
            "transport": "car",
            "source": "walk_in",
            "model": self.people.model(),
            "talk": self.people.talk(),
            "consultant": self.consultants[self.rng.usize(..self.consultants.len())],
        }))
    }

    /// A number of the store, by chance: the first one behind digits that were drawn.
    fn known_phone(&mut self) -> Outcome<String> {
        let from = format!("13{:09}", self.rng.u64(..1_000_000_000));
        let mut statement = self.conn.prepare_cached(
            "SELECT digits FROM phone WHERE digits >= ?1 AND void = 0
             UNION ALL SELECT digits FROM phone WHERE digits < ?1 AND digits LIKE '1%' AND void = 0 LIMIT 1",
        )?;
        Ok(statement.query_row([from], |row| row.get(0))?)
    }
}

fn visits_so_far(conn: &Connection) -> Outcome<u64> {
    Ok(crate::bare::number(conn, "SELECT count(*) FROM visit", [])?.unsigned_abs())
}
