//! Who has a scarce thing: what was held, granted and handed over, as [`domain::holds`] wants it.

use std::collections::BTreeSet;

use domain::holds::{Epoch, Grant, Held, Standing, standings, to_grant};
use domain::id::{DeviceId, IncarnationId};
use domain::log::{Order, Vector};
use domain::rows::{Hold, HoldGrant};
use domain::table::Row as _;
use rusqlite::params;
use uuid::Uuid;

use crate::Reader;
use crate::error::{Outcome, StoreFailed};
use crate::stamps::Stamps;

impl Reader<'_> {
    /// Everyone who holds this thing, and how their hold stands; whoever wrote first comes first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn holds_of(&self, thing: &str, key: &str) -> Outcome<Vec<(Hold, Standing)>> {
        let mut held = self.held(thing, key)?;
        held.sort_by_key(|hold| hold.order);
        let standings = standings(&held, &self.grants(thing, key)?, &self.epochs()?);
        let mut all = Vec::new();
        for hold in held {
            let row: Option<Hold> = self.get(hold.id)?;
            all.extend(row.zip(standings.get(&hold.id).copied()));
        }
        Ok(all)
    }

    /// The holds that the hub may grant: among those of which nothing has been said yet, or, after somebody took over, `all`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn holds_to_grant(&self, all: bool) -> Outcome<Vec<Uuid>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT thing, key FROM hold WHERE void = 0 AND (?1 OR NOT EXISTS (SELECT 1 FROM hold_grant WHERE hold_grant.hold = hold.id)) ORDER BY thing, key",
        )?;
        let things: BTreeSet<(String, String)> = statement
            .query_map([all], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let epochs = self.epochs()?;
        let mut granted = Vec::new();
        for (thing, key) in things {
            let held = self.held(&thing, &key)?;
            let standings = standings(&held, &self.grants(&thing, &key)?, &epochs);
            granted.extend(to_grant(&held, &standings));
        }
        Ok(granted)
    }

    fn held(&self, thing: &str, key: &str) -> Outcome<Vec<Held>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, begins, ends, \"of\", stamps FROM hold WHERE thing = ?1 AND key = ?2 AND void = 0",
        )?;
        let mut found = statement.query(params![thing, key])?;
        let mut all = Vec::new();
        while let Some(row) = found.next()? {
            let id: Uuid = row.get(0)?;
            let Some(of) = row.get(3)? else { continue };
            let written = self.written_at(&row.get::<_, Vec<u8>>(4)?, Hold::TABLE.bit("thing"));
            let Some((order, _)) = written? else { continue };
            all.push(Held {
                id,
                thing: (thing.to_owned(), key.to_owned()),
                span: (
                    row.get::<_, Option<i64>>(1)?.unwrap_or(i64::MIN),
                    row.get::<_, Option<i64>>(2)?.unwrap_or(i64::MAX),
                ),
                of,
                order,
            });
        }
        Ok(all)
    }

    fn grants(&self, thing: &str, key: &str) -> Outcome<Vec<Grant>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT hold_grant.hold, hold_grant.epoch, hold_grant.stamps FROM hold JOIN hold_grant ON hold_grant.hold = hold.id WHERE hold.thing = ?1 AND hold.key = ?2 AND hold_grant.void = 0",
        )?;
        let mut found = statement.query(params![thing, key])?;
        let mut all = Vec::new();
        while let Some(row) = found.next()? {
            let written = self.written_at(&row.get::<_, Vec<u8>>(2)?, HoldGrant::TABLE.bit("hold"));
            if let (Some(epoch), Some((order, by))) = (row.get(1)?, written?) {
                all.push(Grant {
                    hold: row.get(0)?,
                    epoch,
                    by,
                    order,
                });
            }
        }
        Ok(all)
    }

    fn epochs(&self) -> Outcome<Vec<Epoch>> {
        let hubs = self.hubs()?.into_iter();
        Ok(hubs
            .map(|hub| Epoch {
                number: hub.epoch,
                device: hub.device,
                // One that cannot be read knew nothing: then nothing of before counts, and all is granted anew.
                known: serde_json::from_str::<Vector>(&hub.known).unwrap_or_default(),
            })
            .collect())
    }

    /// Where and on which PC a field was written.
    fn written_at(&self, stamps: &[u8], bit: Option<u32>) -> Outcome<Option<(Order, DeviceId)>> {
        let stamps = Stamps::read(stamps).ok_or_else(|| StoreFailed::Damaged("stamps".into()))?;
        let Some(writing) = bit.and_then(|bit| stamps.of(bit)) else {
            return Ok(None);
        };
        let (incarnation, device) = self
            .conn
            .prepare_cached("SELECT id, device FROM incarnation WHERE n = ?1")?
            .query_row([writing.n], |row| {
                Ok((IncarnationId(row.get(0)?), DeviceId(row.get(1)?)))
            })?;
        let order = Order {
            clock: writing.clock,
            incarnation,
            seq: writing.seq,
        };
        Ok(Some((order, device)))
    }
}
