//! A visit as lists show it: numbers masked, people by name.

use domain::id::{CustomerId, StaffId, VisitId};
use domain::phone::Phone;
use domain::rows::{Frequency, Gender, Visit, VisitKind, VisitResult};
use domain::when::Moment;
use serde::Serialize;
use ts_rs::TS;

use super::missing::is_traffic;
use crate::house::House;
use crate::names::Names;
use crate::session::Me;

/// Here, or gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VisitState {
    /// Here now.
    Open,
    /// Gone, or a call that is over.
    Left,
}

/// An imported cell that could not be read, as it stood in the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptCell {
    /// The column's heading.
    pub heading: String,
    /// What stood there.
    pub raw: String,
}

/// One row of the board or the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VisitRow {
    /// Which.
    pub id: VisitId,
    /// How they came.
    pub kind: VisitKind,
    /// Here or gone.
    pub state: VisitState,
    /// Their card.
    pub customer: Option<CustomerId>,
    /// As said at the counter.
    pub name: Option<String>,
    /// As seen.
    pub gender: Option<Gender>,
    /// Masked.
    pub phone: Option<String>,
    /// Persons.
    pub party_size: Option<i64>,
    /// When they came in, or the phone rang.
    pub arrived: Moment,
    /// When they went.
    pub left: Option<Moment>,
    /// First time, again, invited.
    pub frequency: Option<Frequency>,
    /// Code of `purposes`.
    pub purpose: Option<String>,
    /// Who receives them.
    pub consultant: Option<StaffId>,
    /// The same, as colleagues say it.
    pub consultant_name: Option<String>,
    /// What they came to see.
    pub model: Option<String>,
    /// Code of `levels`.
    pub level: Option<String>,
    /// Code of `sources`.
    pub source: Option<String>,
    /// Code of `drinks`: what was offered.
    pub drink: Option<String>,
    /// Code of `events`.
    pub event: Option<String>,
    /// Whether it counts as sales traffic; nobody else is asked for anything.
    pub sales: bool,
    /// Filed or not; nothing while nobody said.
    pub result: Option<VisitResult>,
    /// A call that nobody answered in time.
    pub missed: bool,
    /// Fields that still make it 待补全.
    pub missing: Vec<String>,
    /// Traits, decision maker.
    pub remark: Option<String>,
    /// Imported cells that could not be read.
    pub kept: Vec<KeptCell>,
    /// Whether the one who looks may complete it.
    pub mine: bool,
}

/// The row that a list shows.
pub(crate) fn row_of(visit: &Visit, open: bool, names: &Names, me: &Me, house: &House) -> VisitRow {
    VisitRow {
        id: visit.id,
        kind: visit.kind,
        state: if open {
            VisitState::Open
        } else {
            VisitState::Left
        },
        customer: visit.customer,
        name: visit.name.clone(),
        gender: visit.gender,
        phone: visit.phone.as_deref().map(masked),
        party_size: visit.party_size,
        arrived: visit.arrived,
        left: visit.left,
        frequency: visit.frequency,
        purpose: visit.purpose.clone(),
        consultant: visit.consultant,
        consultant_name: names.of(visit.consultant),
        model: visit.model.clone(),
        level: visit.level.clone(),
        source: visit.source.clone(),
        drink: visit.drink.clone(),
        event: visit.event.clone(),
        sales: is_traffic(house, visit),
        result: visit.result,
        missed: visit.missed == Some(true),
        missing: visit
            .missing
            .split(',')
            .filter(|field| !field.is_empty())
            .map(str::to_owned)
            .collect(),
        remark: visit.remark.clone(),
        kept: kept_cells(visit.kept.as_deref()),
        mine: me.may_see(visit.consultant),
    }
}

/// A number as lists show it. What is no number is shown as its last digits at most.
pub(crate) fn masked(digits: &str) -> String {
    match Phone::parse(digits) {
        Ok(phone) => phone.masked(),
        Err(_) => "****".to_owned(),
    }
}

/// Raw cells, from the JSON in which a row keeps them.
pub(crate) fn kept_cells(kept: Option<&str>) -> Vec<KeptCell> {
    let cells: Vec<(String, String)> = kept
        .and_then(|kept| serde_json::from_str(kept).ok())
        .unwrap_or_default();
    cells
        .into_iter()
        .map(|(heading, raw)| KeptCell { heading, raw })
        .collect()
}
