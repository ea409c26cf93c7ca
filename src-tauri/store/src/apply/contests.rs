//! While an op is merged: which fields did another log write meanwhile?

use domain::table::Table;
use domain::value::Value;
use uuid::Uuid;

use super::Apply;
use crate::concurrent::Place;
use crate::error::Outcome;
use crate::stamps::{Stamps, Writing};

impl Apply<'_> {
    /// Works out which fields are contested now.
    pub(super) fn contested(&mut self) -> Outcome<()> {
        self.contests
            .settle(self.log.unwrap_or(self.conn), self.conn)
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
            let latest = stamps
                .before(*bit)
                .is_none_or(|known| self.order(known) < self.order(before));
            if latest {
                stamps.set_before(before, *bit);
                noted = true;
                if holder.n != writing.n {
                    self.contests.suspect(Place {
                        table: table.name,
                        row,
                        bit: *bit,
                    });
                }
            }
        }
        noted
    }
}
