//! While an op is merged: which fields did another log write meanwhile?

use domain::planted::{Bug, planted};
use domain::table::Table;
use domain::value::Value;
use uuid::Uuid;

use super::Apply;
use crate::concurrent::{self, Place};
use crate::error::Outcome;
use crate::stamps::{Stamps, Writing};

impl Apply<'_> {
    /// Works out which fields are contested now.
    pub(super) fn contested(&mut self) -> Outcome<()> {
        let places = std::mem::take(&mut self.contests);
        concurrent::settle(
            places,
            self.incarnations.edition.tables,
            self.log.unwrap_or(self.conn),
            self.conn,
        )
    }

    /// Notes of fields that are written again which writing comes before the one that will hold them. Answers whether anything is new.
    pub(super) fn note_before(
        &mut self,
        table: &'static Table,
        row: Uuid,
        writing: Writing,
        (fields, stamps): (&[(u32, &str, &Value)], &mut Stamps),
    ) -> bool {
        let mut noted = false;
        for (bit, _, _) in fields {
            let Some(holder) = stamps.of(*bit).filter(|holder| *holder != writing) else {
                continue;
            };
            let before = if self.wins(table, *bit, writing, holder) {
                holder
            } else {
                writing
            };
            let known = stamps.before(*bit);
            if known.is_some_and(|known| self.order(known) >= self.order(before)) {
                continue;
            }
            stamps.set_before(before, *bit);
            noted = true;
            // Two logs met in this field, now or the last time: whether that is a contest is for the values to say.
            let met = known.is_some_and(|known| known.n != holder.n);
            if holder.n != writing.n || (met && !planted(Bug::ContestedForEver)) {
                self.contests.insert(Place {
                    table: table.name,
                    row,
                    bit: *bit,
                });
            }
        }
        noted
    }
}
