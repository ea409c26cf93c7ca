//! The PCs of the branch, and which of them is the hub.

use domain::id::{DeviceId, IncarnationId};
use domain::log::Vector;
use domain::rows::{Device, Hub, Revocation};
use domain::when::Moment;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::Reader;
use crate::error::Outcome;

impl Reader<'_> {
    /// Every PC that was enrolled, by its code.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn devices(&self) -> Outcome<Vec<Device>> {
        self.rows("1 = 1 ORDER BY code, id", [])
    }

    /// The PC that shows this key.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn device_of_key(&self, key: &[u8; 32]) -> Outcome<Option<Device>> {
        Ok(self
            .rows("key = ?1 ORDER BY id LIMIT 1", [domain::log::to_hex(key)])?
            .pop())
    }

    /// The PCs that were shut out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn revocations(&self) -> Outcome<Vec<Revocation>> {
        self.rows("1 = 1 ORDER BY id", [])
    }

    /// Whether a PC was shut out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_shut_out(&self, device: DeviceId) -> Outcome<bool> {
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM revocation WHERE device = ?1 AND void = 0")?
            .exists([device.0])?)
    }

    /// This PC.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn own_device(&self) -> Outcome<Option<DeviceId>> {
        let Some(incarnation) = self
            .meta("incarnation")?
            .and_then(|id| Uuid::parse_str(&id).ok())
        else {
            return Ok(None);
        };
        Ok(self
            .conn
            .prepare_cached("SELECT device FROM incarnation WHERE id = ?1")?
            .query_row([incarnation], |row| row.get(0).map(DeviceId))
            .optional()?)
    }

    /// How far every log stands in the tables.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn vector(&self) -> Outcome<Vector> {
        self.vector_where("1 = 1", [])
    }

    /// The same of the logs of one PC.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn vector_of(&self, device: DeviceId) -> Outcome<Vector> {
        self.vector_where("device = ?1", [device.0])
    }

    fn vector_where(&self, condition: &str, params: impl rusqlite::Params) -> Outcome<Vector> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, applied FROM incarnation WHERE applied > 0 AND {condition}"
        ))?;
        let found = statement.query_map(params, |row| {
            Ok((IncarnationId(row.get(0)?), row.get::<_, i64>(1)? as u64))
        })?;
        Ok(Vector(found.collect::<Result<_, _>>()?))
    }

    /// The present hub, where there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hub(&self) -> Outcome<Option<Hub>> {
        Ok(self.rows("1 = 1 ORDER BY epoch DESC LIMIT 1", [])?.pop())
    }

    /// Every PC that ever was the hub, the latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hubs(&self) -> Outcome<Vec<Hub>> {
        self.rows("1 = 1 ORDER BY epoch DESC, id", [])
    }

    /// When something was last entered on each PC, as far as it is here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_entered_by_device(&self) -> Outcome<Vec<(DeviceId, Moment)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT incarnation.device, max(log.entered_at) FROM incarnation JOIN log ON log.n = incarnation.n AND log.seq = incarnation.applied GROUP BY incarnation.device",
        )?;
        let found =
            statement.query_map([], |row| Ok((DeviceId(row.get(0)?), Moment(row.get(1)?))))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Acts that stand in the logs here beyond a vector: how many there are, and the first `most` of them, as verb and when entered.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn acts_beyond(
        &self,
        vector: &Vector,
        most: usize,
    ) -> Outcome<(u64, Vec<(String, Moment)>)> {
        let mut logs = self
            .conn
            .prepare_cached("SELECT n, id, applied FROM incarnation ORDER BY n")?;
        let logs = logs.query_map([], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                IncarnationId(row.get(1)?),
                row.get::<_, i64>(2)? as u64,
            ))
        })?;
        let (mut count, mut first) = (0, Vec::new());
        for log in logs {
            let (n, id, applied) = log?;
            let from = vector.of(id);
            if applied <= from {
                continue;
            }
            let mut statement = self.conn.prepare_cached(
                "SELECT verb, entered_at FROM log WHERE n = ?1 AND seq > ?2 AND nth = ops ORDER BY seq",
            )?;
            let mut acts = statement.query(params![n, from as i64])?;
            while let Some(act) = acts.next()? {
                count += 1;
                if first.len() < most {
                    first.push((act.get(0)?, Moment(act.get(1)?)));
                }
            }
        }
        Ok((count, first))
    }
}
