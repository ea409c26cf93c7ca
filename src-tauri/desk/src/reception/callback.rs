//! Calls that nobody answered in time, and calling back.

use domain::id::VisitId;
use domain::role::Role;
use domain::rows::{Callback, Visit, VisitKind};
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::fields::VisitFields;
use super::log::{LoggedVisit, log};
use super::missing::missing;
use super::waiting::waits;
use crate::customers::PhoneNumber;
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{SALES, Verb};
use crate::work::{Acted, Work};

/// Whoever sees it on the telephone.
pub const LOG_MISSED_CALL: Verb = Verb::new("log_missed_call", SALES);
/// Whose caller it is, reception, managers; anybody, for nobody's.
pub const CALL_BACK: Verb = Verb::new("call_back", SALES);
/// Whoever may call them back; each time is written down.
pub const REVEAL_VISIT_PHONE: Verb = Verb::new("reveal_visit_phone", SALES);

/// What the telephone shows of a call that was missed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LogMissedCall {
    /// In any usual spelling.
    pub phone: Option<String>,
    /// Where one knows.
    pub name: Option<String>,
    /// Now, when not said.
    pub at: Option<Moment>,
}

/// An attempt to call back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CallBack {
    /// The call that it answers.
    pub visit: VisitId,
    /// Whether they answered.
    pub reached: bool,
    /// What was said, or why nobody was reached.
    pub note: Option<String>,
}

/// Which call.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RevealVisitPhone {
    /// Which.
    pub id: VisitId,
}

/// Notes a call that nobody answered. A known number finds its customer; an unknown one makes no card before somebody
/// has spoken to them.
///
/// # Errors
/// [`Code::PhoneMissing`] when there is nothing to call back; those of numbers; [`Code::InTheFuture`].
pub fn log_missed_call(work: &mut Work<'_>, ask: LogMissedCall) -> Outcome<LoggedVisit> {
    if ask
        .phone
        .as_deref()
        .is_none_or(|phone| phone.trim().is_empty())
    {
        return Err(Problem::refused(Code::PhoneMissing).with("field", "phone"));
    }
    let fields = VisitFields {
        phone: Some(ask.phone),
        name: ask.name.map(Some),
        arrived: ask.at.map(Some),
        missed: Some(Some(true)),
        ..VisitFields::default()
    };
    log(work, VisitKind::Call, fields)
}

/// Writes an attempt down. Whoever is reached waits no more, and their record is to be completed.
///
/// # Errors
/// [`Code::CalledBack`], [`Code::NotYours`]; [`Code::NotFound`] for what is no call, or waits for none.
pub fn call_back(work: &mut Work<'_>, ask: CallBack) -> Outcome<Acted> {
    let before = call(work, ask.visit)?;
    if before.called_back.is_some() {
        return Err(Problem::refused(Code::CalledBack));
    }
    if !waits(&before) {
        return Err(Problem::refused(Code::NotFound));
    }
    let note = match &ask.note {
        Some(note) => {
            text::optional(note, text::NOTE).map_err(|problem| problem.with("field", "note"))?
        }
        None => None,
    };
    let at = work.now.moment();
    let subject = before.customer.map_or(before.id.0, |customer| customer.0);
    let tried = Callback {
        id: work.new_id::<Uuid>(),
        visit: before.id,
        staff: work.me.id,
        at,
        reached: ask.reached,
        note: note.clone(),
    };
    work.insert(subject, &tried);
    if ask.reached {
        let sells = work.me.is(&[Role::Consultant, Role::Dcc]);
        let mut after = Visit {
            called_back: Some(at),
            talk: before.talk.clone().or(note),
            consultant: before.consultant.or(sells.then_some(work.me.id)),
            ..before.clone()
        };
        after.missing = missing(work.house, &after);
        work.update(subject, &before, &after)?;
    }
    Ok(work.acted())
}

/// Shows a caller's number in full to whoever calls back. Who looked, and when, stands in the history.
///
/// # Errors
/// [`Code::NotYours`]; [`Code::NotFound`] for what is no call, or has no number.
pub fn reveal_visit_phone(work: &mut Work<'_>, ask: RevealVisitPhone) -> Outcome<PhoneNumber> {
    let visit = call(work, ask.id)?;
    let digits = visit.phone.ok_or(Problem::refused(Code::NotFound))?;
    work.note(visit.customer.map_or(visit.id.0, |customer| customer.0));
    let phone = domain::phone::Phone::parse(&digits).map_or(digits, |phone| phone.grouped());
    Ok(PhoneNumber { phone })
}

/// A call that this person may answer.
fn call(work: &Work<'_>, id: VisitId) -> Outcome<Visit> {
    let visit: Visit = work
        .tables
        .get(id)?
        .filter(|visit: &Visit| visit.kind == VisitKind::Call)
        .ok_or(Problem::refused(Code::NotFound))?;
    if work.me.may_see(visit.consultant) {
        Ok(visit)
    } else {
        Err(Problem::refused(Code::NotYours))
    }
}
