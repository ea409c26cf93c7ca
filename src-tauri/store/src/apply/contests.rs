//! While an op is merged: which fields did another log write meanwhile?

use domain::authority::Cuts;
use domain::log::Change;
use domain::table::Table;
use domain::value::Value;
use uuid::Uuid;

use super::Apply;
use crate::columns::from_sql;
use crate::concurrent::{Place, Writings};
use crate::error::Outcome;
use crate::stamps::{Stamps, Writing};

impl Apply<'_> {
    /// Works out which fields are contested now.
    pub(super) fn contested(&mut self, cuts: &Cuts) -> Outcome<()> {
        if self.contests.is_empty() {
            return Ok(());
        }
        let mut folding: Vec<(i64, u64)> = self.folding.into_iter().collect();
        let log = self.log.unwrap_or(self.conn);
        let mut statement = log.prepare_cached("SELECT n, last FROM local_folding")?;
        let found =
            statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?;
        for act in found {
            folding.push(act?);
        }
        let writings = Writings {
            log,
            incarnations: self.incarnations,
            cuts,
            folding,
        };
        self.contests.settle(&writings, self.conn)
    }

    /// Looks for fields that another log wrote meanwhile.
    pub(super) fn suspect(
        &mut self,
        table: &'static Table,
        change: &Change,
        writing: Writing,
        fields: &[(u32, &str, &Value)],
        stamps: &Stamps,
    ) -> Outcome<()> {
        for (bit, name, value) in fields {
            let Some(holder) = stamps.of(*bit).filter(|holder| holder.n != writing.n) else {
                continue;
            };
            let base = change.base.get(*name);
            let later = self.wins(table, *bit, writing, holder);
            if later && base.is_none() {
                continue;
            }
            let held = self.held(table, change.row, name)?;
            if held.as_ref() != Some(*value) && (!later || held.as_ref() != base) {
                self.contests.suspect(Place {
                    table: table.name,
                    row: change.row,
                    bit: *bit,
                });
            }
        }
        Ok(())
    }

    /// What a field holds.
    fn held(&self, table: &Table, row: Uuid, field: &str) -> Outcome<Option<Value>> {
        let Some(kind) = table.kind(field) else {
            return Ok(None);
        };
        Ok(self
            .prepared(&format!(
                r#"SELECT "{field}" FROM {} WHERE id = ?1"#,
                table.name
            ))?
            .query_row([row], |found| Ok(from_sql(kind, found.get_ref(0)?)))?)
    }
}
