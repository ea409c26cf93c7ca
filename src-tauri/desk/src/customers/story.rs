//! How an act reads in a customer's story: what sort it is, what was said, and which fields changed.

use domain::id::{CustomerId, StaffId};
use domain::log::Change;
use domain::value::Value;
use store::Logged;

use super::card::masked_id;
use super::list::Rows;
use super::recognise::seen;
use super::timeline::{FieldChange, TimelineKind};
use crate::desk::Look;
use crate::names::Names;
use crate::problem::Outcome;
use crate::reception::masked;

/// Whether an entry is of one of these sorts; of none named, everything is.
pub(super) fn fits(logged: &Logged, kinds: &[TimelineKind]) -> bool {
    kinds.is_empty()
        || kinds.contains(&kind(logged))
        // A contact after which they stand elsewhere tells of the level as well.
        || (kinds.contains(&TimelineKind::Level) && writes(logged, "customer", "level"))
}

fn writes(logged: &Logged, table: &str, field: &str) -> bool {
    logged
        .changes
        .iter()
        .any(|change| change.table == table && change.fields.contains_key(field))
}

/// What sort of thing happened.
pub(super) fn kind(logged: &Logged) -> TimelineKind {
    match logged.verb.as_str() {
        "log_call" | "log_missed_call" | "call_back" => TimelineKind::Call,
        "log_walk_in" | "leave_visit" | "complete_visit" | "reassign_visit" => TimelineKind::Visit,
        "finish_card" | "log_contact" => TimelineKind::Contact,
        "plan_card" | "skip_card" => TimelineKind::Plan,
        "set_level" => TimelineKind::Level,
        "import_register" | "import_customers" => TimelineKind::Import,
        "edit_customer" | "settle_field" | "add_customer" | "add_phone" | "remove_phone"
        | "reassign_customer" | "add_person" | "edit_person" | "remove_person" | "add_tag"
        | "remove_tag" | "add_rival" | "edit_rival" | "remove_rival" => TimelineKind::Edit,
        _ if writes(logged, "visit", "arrived") => TimelineKind::Visit,
        _ => by_table(logged),
    }
}

/// By what was written, for acts that have no line of their own.
fn by_table(logged: &Logged) -> TimelineKind {
    let touches = |table: &str| logged.changes.iter().any(|change| change.table == table);
    if logged.verb == "undo" {
        TimelineKind::Other
    } else if touches("appointment") {
        TimelineKind::Appointment
    } else if touches("review") {
        TimelineKind::Review
    } else {
        TimelineKind::Other
    }
}

/// Tells acts of one customer.
pub(crate) struct Teller<'t> {
    look: &'t Look<'t>,
    pub names: Names,
}

impl<'t> Teller<'t> {
    pub fn new(look: &'t Look<'t>) -> Outcome<Self> {
        Ok(Self {
            look,
            names: Names::read(look.tables)?,
        })
    }

    /// What was said: the words of a contact, or of a visit; or whom a change is about.
    pub fn title(&self, changes: &[Change]) -> Outcome<Option<String>> {
        let said = |table: &str, field: &str| {
            changes
                .iter()
                .filter(|change| change.table == table)
                .find_map(|change| change.fields.get(field)?.as_text())
        };
        let words = said("contact", "content")
            .or_else(|| said("visit", "talk"))
            .or_else(|| said("visit", "remark"))
            .or_else(|| said("callback", "note"))
            .or_else(|| said("card", "note"))
            .or_else(|| said("review", "remark"))
            .or_else(|| said("appointment", "note"))
            .or_else(|| said("claim", "reason"))
            .or_else(|| said("claim", "answer"));
        if let Some(words) = words {
            return Ok(Some(words.to_owned()));
        }
        for change in changes {
            let about = matches!(change.table.as_ref(), "person" | "rival")
                && !change.base.is_empty()
                && !change.fields.contains_key("void");
            if let (true, Some(field)) = (about, name_of_row(&change.table)) {
                return self.held(change, field);
            }
        }
        Ok(None)
    }

    /// What changed, as far as it tells a person something.
    pub fn changes(&self, changes: &[Change]) -> Outcome<Vec<FieldChange>> {
        let mut all = Vec::new();
        for change in changes.iter().filter(|change| shows(change)) {
            match change.fields.get("void") {
                Some(Value::Bool(void)) => all.extend(self.hidden(change, *void)?),
                _ => self.fields(change, &mut all)?,
            }
        }
        Ok(all)
    }

    fn fields(&self, change: &Change, all: &mut Vec<FieldChange>) -> Outcome<()> {
        for (field, value) in &change.fields {
            // When a step was taken is when the act was.
            let own = change.table == "step" && field == "at";
            if !own && !HIDDEN.contains(&field.as_ref()) {
                let from = match change.base.get(field) {
                    Some(value) => self.shown(field, value)?,
                    None => None,
                };
                all.push(FieldChange {
                    table: table_of(change),
                    field: field.to_string(),
                    from,
                    to: self.shown(field, value)?,
                });
            }
        }
        Ok(())
    }

    /// A row that was taken away, or is there again, by its name.
    fn hidden(&self, change: &Change, void: bool) -> Outcome<Option<FieldChange>> {
        let Some(field) = name_of_row(&change.table) else {
            return Ok(None);
        };
        let name = self.held(change, field)?;
        let (from, to) = if void { (name, None) } else { (None, name) };
        Ok(Some(FieldChange {
            table: table_of(change),
            field: field.to_owned(),
            from,
            to,
        }))
    }

    fn held(&self, change: &Change, field: &str) -> Outcome<Option<String>> {
        let fields = self
            .look
            .tables
            .fields(&change.table, change.row, std::iter::once(field))?;
        match fields.get(field) {
            Some(value) => self.shown(field, value),
            None => Ok(None),
        }
    }

    /// A value, as the one who looks may see it.
    pub fn shown(&self, field: &str, value: &Value) -> Outcome<Option<String>> {
        if value.is_null() {
            return Ok(None);
        }
        let text = value.shown();
        Ok(match field {
            "owner" | "consultant" | "transferred_to" | "by" | "decided_by" => {
                self.names.of(value.as_id().map(StaffId))
            }
            "referrer" => self.customer(value)?,
            "digits" | "phone" => Some(masked(&text)),
            "id_number" => Some(masked_id(&text)),
            _ => Some(text),
        })
    }

    fn customer(&self, value: &Value) -> Outcome<Option<String>> {
        let Some(id) = value.as_id() else {
            return Ok(None);
        };
        let rows = Rows::new(self.look.tables, self.look.now.day())?;
        let glance = self.look.tables.glance(CustomerId(id))?;
        Ok(glance.map(|glance| seen(self.look.me, rows.row(glance), true).name))
    }
}

/// Whether a field of these tables tells a person something.
pub(crate) fn tells(table: &str, field: &str) -> bool {
    let own = matches!(table, "step" | "merged" | "erasure");
    !own && field != "void" && !HIDDEN.contains(&field)
}

const HIDDEN: &[&str] = &[
    "customer", "import", "missing", "staff", "card", "entered", "made_for", "visit", "kept",
    "contact", "person", "read_at", "noun", "row", "follows", "actor",
];

/// The field by which people call a row.
fn name_of_row(table: &str) -> Option<&'static str> {
    match table {
        "person" => Some("name"),
        "tag" => Some("label"),
        "rival" => Some("model"),
        "phone" => Some("digits"),
        _ => None,
    }
}

/// A step tells of the row that it moves.
fn table_of(change: &Change) -> String {
    match change.fields.get("noun").and_then(Value::as_text) {
        Some(noun) if change.table == "step" => noun.to_owned(),
        _ => change.table.to_string(),
    }
}

/// Rows that tell a person something; other steps, and cards by rule, are the machinery behind it.
fn shows(change: &Change) -> bool {
    match change.table.as_ref() {
        "customer" | "phone" | "visit" | "contact" | "person" | "tag" | "rival" | "claim"
        | "appointment" | "review" => true,
        "card" => !change.fields.contains_key("rule"),
        "step" => matches!(
            change.fields.get("noun").and_then(Value::as_text),
            Some("claim" | "appointment")
        ),
        _ => false,
    }
}
