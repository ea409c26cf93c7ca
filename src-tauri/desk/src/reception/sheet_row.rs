//! A line of the daily sheet.

use domain::id::VisitId;
use domain::rows::{Frequency, Gender, Visit, VisitKind, VisitResult};
use domain::when::Moment;
use serde::Serialize;
use ts_rs::TS;

use super::view::masked;
use crate::names::Names;

/// A party or a call.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SheetRow {
    /// Its number on the sheet, from 1 in each of its lists.
    pub no: u32,
    /// Which.
    pub id: VisitId,
    /// How they came.
    pub kind: VisitKind,
    /// When they came in, or the phone rang.
    pub arrived: Moment,
    /// When they went; not yet, and never for a call.
    pub left: Option<Moment>,
    /// How long they stayed.
    pub minutes: Option<i64>,
    /// Persons.
    pub party_size: Option<i64>,
    /// As said.
    pub name: Option<String>,
    /// As seen.
    pub gender: Option<Gender>,
    /// Masked.
    pub phone: Option<String>,
    /// Where they live.
    pub area: Option<String>,
    /// Code of `sources`.
    pub source: Option<String>,
    /// Code of `sub_sources`.
    pub sub_source: Option<String>,
    /// Code of `events`.
    pub event: Option<String>,
    /// Code of `purposes`.
    pub purpose: Option<String>,
    /// What they came to see.
    pub model: Option<String>,
    /// What else they look at.
    pub competitor: Option<String>,
    /// Code of `levels`.
    pub level: Option<String>,
    /// First time, again, invited; first where nobody knew them and nothing was said.
    pub frequency: Frequency,
    /// Who received them, as colleagues say it.
    pub consultant: Option<String>,
    /// Whether they drove.
    pub test_drive: Option<bool>,
    /// Whether WeChat was added.
    pub wechat: Option<bool>,
    /// Filed or not; filed where a number was left and nothing was said.
    pub result: Option<VisitResult>,
    /// Code of `not_filed_reasons`.
    pub not_filed_reason: Option<String>,
    /// Calls: code of `call_reasons`, or in words.
    pub call_reason: Option<String>,
    /// Calls: nobody answered in time.
    pub missed: bool,
    /// Calls: the caller was reached again.
    pub called_back: Option<Moment>,
    /// Traits, decision maker.
    pub remark: Option<String>,
    /// Something that the house asks for is still missing.
    pub incomplete: bool,
}

pub(super) fn sheet_row(no: u32, visit: &Visit, names: &Names) -> SheetRow {
    SheetRow {
        no,
        id: visit.id,
        kind: visit.kind,
        arrived: visit.arrived,
        left: visit.left.filter(|_| visit.kind != VisitKind::Call),
        minutes: visit
            .left
            .filter(|_| visit.kind != VisitKind::Call)
            .map(|left| visit.arrived.minutes_until(left)),
        party_size: visit.party_size,
        name: visit.name.clone(),
        gender: visit.gender,
        phone: visit.phone.as_deref().map(masked),
        area: visit.area.clone(),
        source: visit.source.clone(),
        sub_source: visit.sub_source.clone(),
        event: visit.event.clone(),
        purpose: visit.purpose.clone(),
        model: visit.model.clone(),
        competitor: visit.competitor.clone(),
        level: visit.level.clone(),
        frequency: frequency(visit),
        consultant: names.of(visit.consultant),
        test_drive: visit.test_drive,
        wechat: visit.wechat,
        result: result(visit),
        not_filed_reason: visit.not_filed_reason.clone(),
        call_reason: visit.call_reason.clone(),
        missed: visit.missed == Some(true),
        called_back: visit.called_back,
        remark: visit.remark.clone(),
        incomplete: !visit.missing.is_empty(),
    }
}

/// Whom nobody knew comes for the first time: leaving them out would make the first visits' retention look better than it is.
pub(super) fn frequency(visit: &Visit) -> Frequency {
    visit.frequency.unwrap_or(Frequency::First)
}

/// Whether the party left name and number.
pub(super) fn result(visit: &Visit) -> Option<VisitResult> {
    visit.result.or_else(|| {
        (visit.phone.is_some() || visit.customer.is_some()).then_some(VisitResult::Filed)
    })
}
