//! Everything that happened with a customer: the log of one person.

use domain::id::{ActId, CustomerId, StaffId};
use domain::log::Change;
use domain::value::Value;
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use store::Logged;
use ts_rs::TS;

use super::card::{masked_id, opened};
use crate::desk::Look;
use crate::names::Names;
use crate::problem::{Code, Outcome, Problem};
use crate::reception::masked;
use crate::undo;
use crate::verb::{CUSTOMER_READERS, Verb};

/// Whoever may open the card.
pub const TIMELINE: Verb = Verb::new("timeline", CUSTOMER_READERS);

/// Whose, and from where on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TimelineAsk {
    /// Whose.
    pub customer: CustomerId,
    /// As the page before says.
    pub before: Option<String>,
    /// Entries at most.
    pub limit: Option<u32>,
}

/// What sort of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// They came.
    Visit,
    /// They rang.
    Call,
    /// We contacted them.
    Contact,
    /// The card was changed.
    Edit,
    /// The level was changed.
    Level,
    /// Something was planned, or skipped.
    Plan,
    /// A sheet told of them.
    Import,
    /// Anything else: a number was shown, an act was taken back.
    Other,
}

/// A field that changed. Raw values: codes, days, milliseconds; people by name; numbers masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    /// Table.
    pub table: String,
    /// Field.
    pub field: String,
    /// Before; nothing when it was empty or is not known.
    pub from: Option<String>,
    /// After.
    pub to: Option<String>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineEntry {
    /// To be undone by.
    pub act: ActId,
    /// When it happened, as the user says.
    pub at: Moment,
    /// When it was written down.
    pub entered_at: Moment,
    /// What was done: a command's name.
    pub verb: String,
    /// By whom.
    pub actor_name: Option<String>,
    /// What sort.
    pub kind: TimelineKind,
    /// What was said, where something was.
    pub title: Option<String>,
    /// What changed.
    pub changes: Vec<FieldChange>,
    /// Whether the one who looks may take it back.
    pub undoable: bool,
    /// It was taken back.
    pub undone: bool,
}

/// One page, latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelinePage {
    /// Latest first.
    pub entries: Vec<TimelineEntry>,
    /// What to ask for the page after; nothing on the last.
    pub next: Option<String>,
}

/// A customer's history.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`].
pub fn timeline(look: &Look<'_>, ask: TimelineAsk) -> Outcome<TimelinePage> {
    let customer = opened(look, ask.customer)?;
    let limit = ask.limit.unwrap_or(30).clamp(1, 200);
    let before = ask.before.as_deref().map(place).transpose()?;
    let names = Names::read(look.tables)?;
    let found = look.tables.history(customer.id.0, before, limit)?;
    let next = (found.len() == limit as usize)
        .then(|| {
            found
                .last()
                .map(|last| format!("{},{},{}", last.happened_at.0, last.place.0, last.place.1))
        })
        .flatten();
    let mut entries = Vec::with_capacity(found.len());
    for logged in found {
        entries.push(entry(look, &names, logged)?);
    }
    Ok(TimelinePage { entries, next })
}

fn place(text: &str) -> Outcome<(Moment, i64, u64)> {
    let bad = || Problem::refused(Code::BadRequest).with("field", "before");
    let mut parts = text.split(',');
    let mut number = || {
        parts
            .next()
            .and_then(|part| part.parse::<i64>().ok())
            .ok_or_else(bad)
    };
    let (at, n, seq) = (number()?, number()?, number()?);
    Ok((Moment(at), n, u64::try_from(seq).map_err(|_| bad())?))
}

fn entry(look: &Look<'_>, names: &Names, logged: Logged) -> Outcome<TimelineEntry> {
    let undone = look.tables.is_undone(logged.act)?;
    Ok(TimelineEntry {
        act: logged.act,
        at: logged.happened_at,
        entered_at: logged.entered_at,
        actor_name: names.of(Some(logged.actor)),
        kind: kind(&logged),
        title: title(&logged.changes),
        changes: logged
            .changes
            .iter()
            .filter(|change| shows(change))
            .flat_map(|change| changes(names, change))
            .collect(),
        undoable: !undone && undo::may_undo(look.me, &logged.verb, logged.actor),
        undone,
        verb: logged.verb,
    })
}

fn kind(logged: &Logged) -> TimelineKind {
    let writes = |table: &str, field: &str| {
        logged
            .changes
            .iter()
            .any(|change| change.table == table && change.fields.contains_key(field))
    };
    match logged.verb.as_str() {
        "log_call" | "log_missed_call" | "call_back" => TimelineKind::Call,
        "log_walk_in" | "leave_visit" | "complete_visit" | "reassign_visit" => TimelineKind::Visit,
        "finish_card" | "log_contact" => TimelineKind::Contact,
        "plan_card" | "skip_card" => TimelineKind::Plan,
        "set_level" => TimelineKind::Level,
        "import_register" | "import_customers" => TimelineKind::Import,
        "edit_customer" | "add_customer" | "add_phone" | "remove_phone" | "reassign_customer" => {
            TimelineKind::Edit
        }
        _ if writes("visit", "arrived") => TimelineKind::Visit,
        _ => TimelineKind::Other,
    }
}

/// What was said: the words of a contact, or of a visit.
fn title(changes: &[Change]) -> Option<String> {
    let said = |table: &str, field: &str| {
        changes
            .iter()
            .filter(|change| change.table == table)
            .find_map(|change| change.fields.get(field)?.as_text())
    };
    said("contact", "content")
        .or_else(|| said("visit", "talk"))
        .or_else(|| said("visit", "remark"))
        .or_else(|| said("callback", "note"))
        .or_else(|| said("card", "note"))
        .map(str::to_owned)
}

/// Rows that tell a person something; steps and cards by rule are the machinery behind it.
fn shows(change: &Change) -> bool {
    matches!(
        change.table.as_ref(),
        "customer" | "phone" | "visit" | "contact"
    ) || (change.table == "card" && !change.fields.contains_key("rule"))
}

fn changes(names: &Names, change: &Change) -> Vec<FieldChange> {
    const HIDDEN: &[&str] = &[
        "customer", "import", "missing", "staff", "card", "entered", "made_for", "visit", "kept",
    ];
    let fields = change
        .fields
        .iter()
        .filter(|(field, _)| !HIDDEN.contains(&field.as_ref()));
    fields
        .map(|(field, value)| FieldChange {
            table: change.table.to_string(),
            field: field.to_string(),
            from: change
                .base
                .get(field)
                .and_then(|value| shown(names, field, value)),
            to: shown(names, field, value),
        })
        .collect()
}

fn shown(names: &Names, field: &str, value: &Value) -> Option<String> {
    if value.is_null() {
        return None;
    }
    let text = value.shown();
    Some(match field {
        "owner" | "consultant" | "transferred_to" => {
            names.of(value.as_id().map(StaffId)).unwrap_or_default()
        }
        "digits" | "phone" => masked(&text),
        "id_number" => masked_id(&text),
        _ => text,
    })
}
