//! This PC's own: names of things, counters, PINs, half-filled forms. No op, not rebuilt, not synced.

use domain::id::StaffId;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::Store;
use crate::error::Outcome;

pub(crate) fn meta(conn: &Connection, name: &str) -> Outcome<Option<String>> {
    Ok(conn
        .query_row(
            "SELECT value FROM local_meta WHERE name = ?1",
            [name],
            |row| row.get(0),
        )
        .optional()?)
}

pub(crate) fn set_meta(conn: &Connection, name: &str, value: &str) -> Outcome<()> {
    conn.execute("INSERT INTO local_meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", [name, value])?;
    Ok(())
}

impl Store {
    /// One of this PC's own settings.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn meta(&self, name: &str) -> Outcome<Option<String>> {
        meta(&self.conn, name)
    }

    /// Writes one of this PC's own settings.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn set_meta(&mut self, name: &str, value: &str) -> Outcome<()> {
        set_meta(&self.conn, name, value)
    }

    /// A person's PIN on this PC: its hash and the failures since it last fitted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pin(&self, staff: StaffId) -> Outcome<Option<(String, u32)>> {
        Ok(self
            .conn
            .query_row(
                "SELECT hash, failures FROM local_pin WHERE staff = ?1",
                [staff.0],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?)
    }

    /// Keeps a new PIN.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn set_pin(&mut self, staff: StaffId, hash: &str) -> Outcome<()> {
        self.conn.execute(
            "INSERT INTO local_pin (staff, hash, failures) VALUES (?1, ?2, 0) ON CONFLICT (staff) DO UPDATE SET hash = excluded.hash, failures = 0",
            params![staff.0, hash],
        )?;
        Ok(())
    }

    /// Forgets a PIN, when its person leaves or the password was reset.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn forget_pin(&mut self, staff: StaffId) -> Outcome<()> {
        self.conn
            .execute("DELETE FROM local_pin WHERE staff = ?1", [staff.0])?;
        Ok(())
    }

    /// Writes the failure counter; on the disk before the PIN is looked at, so that pulling the plug wins nothing.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn set_pin_failures(&mut self, staff: StaffId, failures: u32) -> Outcome<()> {
        self.conn.execute(
            "UPDATE local_pin SET failures = ?2 WHERE staff = ?1",
            params![staff.0, failures],
        )?;
        Ok(())
    }
}

impl Store {
    /// Keeps a form that is half filled, so that it outlives a pulled plug. Somebody else's of this id stays as it is.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn keep_draft(&mut self, staff: StaffId, id: Uuid, draft: &str) -> Outcome<()> {
        self.conn.execute(
            "INSERT INTO local_draft (id, staff, draft) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET draft = excluded.draft WHERE staff = excluded.staff",
            params![id, staff.0, draft],
        )?;
        Ok(())
    }

    /// Forgets a form of one's own: it was logged, or dropped.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn drop_draft(&mut self, staff: StaffId, id: Uuid) -> Outcome<()> {
        self.conn.execute(
            "DELETE FROM local_draft WHERE id = ?1 AND staff = ?2",
            params![id, staff.0],
        )?;
        Ok(())
    }
}

impl crate::Reader<'_> {
    /// The half-filled forms of a person on this PC.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn drafts(&self, staff: StaffId) -> Outcome<Vec<(Uuid, String)>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, draft FROM local_draft WHERE staff = ?1 ORDER BY id")?;
        let found = statement.query_map([staff.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The next number of a counter of this PC, such as the card numbers of a month. Part of the act that uses it.
    ///
    /// # Errors
    /// When the machine fails, or when only reading.
    pub fn count_up(&self, counter: &str) -> Outcome<i64> {
        let mut statement =
            self.conn.prepare_cached("INSERT INTO local_counter (name, value) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value")?;
        Ok(statement.query_row([counter], |row| row.get(0))?)
    }

    /// Who has a PIN on this PC.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn with_pin(&self) -> Outcome<Vec<StaffId>> {
        let mut statement = self.conn.prepare_cached("SELECT staff FROM local_pin")?;
        let found = statement.query_map([], |row| row.get(0).map(StaffId))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
