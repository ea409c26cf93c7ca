//! Fields of a customer that two people wrote and did not know of each other.

use std::collections::BTreeMap;

use domain::id::{CustomerId, DeviceId};
use domain::when::Moment;
use serde::Serialize;
use store::{Reader, Said};
use ts_rs::TS;
use uuid::Uuid;

use crate::customers::{Rows, Teller, seen, tells};
use crate::desk::Look;
use crate::problem::Outcome;

/// Told at once; more waits until some were settled.
const MOST: u32 = 200;

/// A field with both its values. Raw values: codes, days; people by name; numbers masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContestedField {
    /// Wire name of the table.
    pub table: String,
    /// Which row.
    pub row: Uuid,
    /// Which field.
    pub field: String,
    /// Whose.
    pub customer: CustomerId,
    /// As colleagues say it.
    pub customer_name: String,
    /// What stands: it was written later.
    pub stands: SaidThere,
    /// What does not stand.
    pub other: SaidThere,
}

/// A value, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SaidThere {
    /// Nothing, where the field was emptied.
    pub value: Option<String>,
    /// By whom.
    pub by_name: Option<String>,
    /// On which PC.
    pub device: Option<String>,
    /// When it was entered.
    pub at: Moment,
}

/// Contested fields of one customer, or of everyone; the latest first.
///
/// # Errors
/// The machine's.
pub fn contested(look: &Look<'_>, customer: Option<CustomerId>) -> Outcome<Vec<ContestedField>> {
    let found = look.tables.contested(customer.map(|id| id.0), MOST)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let teller = Teller::new(look)?;
    let devices = Devices::read(look.tables)?;
    let rows = Rows::new(look.tables, look.now.day())?;
    let mut all = Vec::new();
    for field in found {
        if !tells(&field.table, &field.field) {
            continue;
        }
        let shown = look.tables.shown_as(CustomerId(field.subject))?;
        let Some(glance) = look.tables.glance(shown)? else {
            continue;
        };
        let there = |said: &Said| -> Outcome<SaidThere> {
            Ok(SaidThere {
                value: teller.shown(&field.field, &said.value)?,
                by_name: teller.names.of(Some(said.by.actor)),
                device: devices.of(said.by.device),
                at: said.by.entered_at,
            })
        };
        let (stands, other) = (there(&field.stands)?, there(&field.other)?);
        all.push(ContestedField {
            table: field.table,
            row: field.row,
            field: field.field,
            customer: shown,
            customer_name: seen(look.me, rows.row(glance), true).name,
            stands,
            other,
        });
    }
    Ok(all)
}

/// What the PCs are called.
pub(super) struct Devices(BTreeMap<DeviceId, String>);

impl Devices {
    pub fn read(tables: &Reader<'_>) -> Outcome<Self> {
        let devices = tables.devices()?.into_iter();
        Ok(Self(
            devices
                .map(|device| (device.id, device.name.unwrap_or(device.code)))
                .collect(),
        ))
    }

    /// Nothing for one that is not known here.
    pub fn of(&self, device: DeviceId) -> Option<String> {
        self.0.get(&device).cloned()
    }
}
