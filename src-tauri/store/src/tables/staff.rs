//! Who works here and as what.

use domain::id::StaffId;
use domain::planted::{Bug, planted};
use domain::role::Role;
use domain::rows::{Branch, Staff, StaffRole};

use rusqlite::OptionalExtension;

use crate::Reader;
use crate::error::Outcome;

impl Reader<'_> {
    /// The showroom.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn branch(&self) -> Outcome<Option<Branch>> {
        Ok(self.rows("1 = 1 ORDER BY id LIMIT 1", [])?.pop())
    }

    /// Everyone, also who has left, in the order in which they came.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn staff(&self) -> Outcome<Vec<Staff>> {
        self.rows("1 = 1 ORDER BY name, id", [])
    }

    /// The roles of a person. A role that only a newer version knows gives no rights here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn roles_of(&self, staff: StaffId) -> Outcome<Vec<Role>> {
        let rows: Vec<StaffRole> = self.rows("staff = ?1", [staff.0])?;
        let mut roles: Vec<Role> = rows
            .iter()
            .filter_map(|row| Role::from_code(&row.role))
            .collect();
        roles.sort_unstable();
        roles.dedup();
        Ok(roles)
    }

    /// Everyone's roles, as rows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn all_roles(&self) -> Outcome<Vec<StaffRole>> {
        self.rows("1 = 1", [])
    }

    /// With what this PC's document numbers begin: its two characters, and of a later life of its log three more, because an earlier
    /// one may have counted further than is known here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pc_code(&self) -> Outcome<Option<String>> {
        let Some(incarnation) = crate::local::meta(self.conn, "incarnation")?
            .and_then(|id| uuid::Uuid::parse_str(&id).ok())
        else {
            return Ok(None);
        };
        let mut statement = self.conn.prepare_cached("SELECT device.code FROM incarnation JOIN device ON device.id = incarnation.device WHERE incarnation.id = ?1")?;
        let code: Option<String> = statement
            .query_row([incarnation], |row| row.get(0))
            .optional()?
            .flatten();
        if crate::local::meta(self.conn, crate::LATER_LIFE)?.is_none() || planted(Bug::NumbersTwice)
        {
            return Ok(code);
        }
        let life = crate::keys::letters(&incarnation.as_bytes()[..3]);
        Ok(code.map(|code| code + &life))
    }

    /// How many PCs were ever enrolled.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_devices(&self) -> Outcome<u64> {
        Ok(self
            .conn
            .query_row("SELECT count(*) FROM device", [], |row| {
                row.get::<_, i64>(0)
            })? as u64)
    }
}
