//! The lives of the PCs' logs that this store has seen, by the small numbers that it keeps them under, and what this program
//! understands of them.

use std::collections::BTreeMap;

use domain::id::{DeviceId, IncarnationId};
use domain::log::{Hash, Vector};
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::error::{Outcome, StoreFailed};
use crate::migrate::Edition;

/// How far one incarnation's log is here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tail {
    pub id: IncarnationId,
    pub device: DeviceId,
    pub seq: u64,
    /// How far it stands in the log and the tables; what lies beyond waits in its segments.
    pub applied: u64,
    /// The clock that its last op counted with.
    pub clock: u64,
    pub head: Hash,
}

#[derive(Debug, Clone)]
pub(crate) struct Incarnations {
    all: BTreeMap<i64, Tail>,
    pub edition: Edition,
}

impl Incarnations {
    pub fn read(conn: &Connection, edition: Edition) -> Outcome<Self> {
        let mut statement =
            conn.prepare("SELECT n, id, device, seq, clock, head, applied FROM incarnation")?;
        let mut found = statement.query([])?;
        let mut all = BTreeMap::new();
        while let Some(row) = found.next()? {
            let head: Vec<u8> = row.get(5)?;
            let head = Hash(
                head.try_into()
                    .map_err(|_| StoreFailed::Damaged("head of a log".into()))?,
            );
            let tail = Tail {
                id: IncarnationId(row.get::<_, Uuid>(1)?),
                device: DeviceId(row.get::<_, Uuid>(2)?),
                seq: row.get::<_, i64>(3)? as u64,
                applied: row.get::<_, i64>(6)? as u64,
                clock: row.get::<_, i64>(4)? as u64,
                head,
            };
            all.insert(row.get(0)?, tail);
        }
        Ok(Self { all, edition })
    }

    /// The incarnation with this local number. A number that the file does not know is damage; it sorts first.
    pub fn id(&self, n: i64) -> IncarnationId {
        self.all
            .get(&n)
            .map_or(IncarnationId(Uuid::nil()), |tail| tail.id)
    }

    pub fn number(&self, id: IncarnationId) -> Option<i64> {
        self.all
            .iter()
            .find(|(_, tail)| tail.id == id)
            .map(|(n, _)| *n)
    }

    pub fn tail(&self, n: i64) -> Option<&Tail> {
        self.all.get(&n)
    }

    /// Every log, by its local number.
    pub fn all(&self) -> impl Iterator<Item = (i64, &Tail)> {
        self.all.iter().map(|(n, tail)| (*n, tail))
    }

    pub fn greatest_clock(&self) -> u64 {
        self.all.values().map(|tail| tail.clock).max().unwrap_or(0)
    }

    pub fn vector(&self) -> Vector {
        // A log that was begun and has nothing yet is as one that nobody has seen.
        let begun = self.all.values().filter(|tail| tail.seq > 0);
        Vector(begun.map(|tail| (tail.id, tail.seq)).collect())
    }

    /// Writes the same numbers into another file.
    pub fn copy_to(&self, conn: &Connection) -> Outcome<()> {
        for (n, tail) in &self.all {
            conn.execute(
                "INSERT INTO incarnation (n, id, device, seq, clock, head, applied) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    n,
                    tail.id.0,
                    tail.device.0,
                    tail.seq as i64,
                    tail.clock as i64,
                    tail.head.0,
                    tail.applied as i64
                ],
            )?;
        }
        Ok(())
    }

    /// Begins a log that has not been seen before.
    pub fn begin(
        &mut self,
        conn: &Connection,
        id: IncarnationId,
        device: DeviceId,
    ) -> Outcome<i64> {
        let n = self.all.last_key_value().map_or(1, |(n, _)| n + 1);
        let tail = Tail {
            id,
            device,
            seq: 0,
            applied: 0,
            clock: 0,
            head: Hash::ZERO,
        };
        conn.execute("INSERT INTO incarnation (n, id, device, seq, clock, head, applied) VALUES (?1, ?2, ?3, 0, 0, ?4, 0)", params![n, id.0, device.0, tail.head.0])?;
        self.all.insert(n, tail);
        Ok(n)
    }

    /// Writes how far a log has come.
    pub fn advance(&mut self, conn: &Connection, n: i64, tail: Tail) -> Outcome<()> {
        conn.prepare_cached(
            "UPDATE incarnation SET seq = ?2, clock = ?3, head = ?4, applied = ?5 WHERE n = ?1",
        )?
        .execute(params![
            n,
            tail.seq as i64,
            tail.clock as i64,
            tail.head.0,
            tail.applied as i64
        ])?;
        self.all.insert(n, tail);
        Ok(())
    }
}
