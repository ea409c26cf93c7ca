//! What else a customer looks at: one row per model, so that two people who note different ones both keep theirs.

use domain::id::{CustomerId, by_rule};
use domain::rows::Rival;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::edit::workable;
use crate::form::{form, money, note};
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{OWNERS, Verb};
use crate::work::{Acted, Work};

/// The owner, and managers.
pub const ADD_RIVAL: Verb = Verb::new("add_rival", OWNERS);
/// The owner, and managers.
pub const EDIT_RIVAL: Verb = Verb::new("edit_rival", OWNERS);
/// The owner, and managers.
pub const REMOVE_RIVAL: Verb = Verb::new("remove_rival", OWNERS);

form! {
    /// What is known of a model that a customer compares with ours.
    RivalFields of Rival {
        /// Price heard there, in fen.
        price: i64 = money,
        /// What they like or miss about it.
        note: String = note,
    }
}

/// A model that a customer looks at.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddRival {
    /// Who looks.
    pub customer: CustomerId,
    /// Brand and model, as said.
    pub model: String,
    /// What is known of it.
    pub fields: Option<RivalFields>,
}

/// What else is known of it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditRival {
    /// Which.
    pub id: Uuid,
    /// Fields that are not named stay.
    pub fields: RivalFields,
}

/// Which rival.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveRival {
    /// Which.
    pub id: Uuid,
}

/// Notes a model that a customer compares with ours. One that was taken off once is there again, as it was.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NameMissing`], [`Code::NothingChanged`] when it is there; those of the fields.
pub fn add_rival(work: &mut Work<'_>, ask: AddRival) -> Outcome<Acted> {
    let customer = workable(work, ask.customer)?;
    let model = text::required(&ask.model, text::LINE)?;
    let fields = ask.fields.unwrap_or_default().checked(&work.checks())?;
    let id = rival_id(customer.id, &model);
    if work.tables.get::<Rival>(id)?.is_some() {
        return Err(Problem::refused(Code::NothingChanged));
    }
    let mut row = Rival {
        id,
        customer: customer.id,
        model,
        price: None,
        note: None,
    };
    if work.tables.has_row("rival", id)? {
        work.unvoid(customer.id.0, &row);
        let empty = row.clone();
        fields.fill(&mut row);
        work.update(customer.id.0, &empty, &row)?;
    } else {
        fields.fill(&mut row);
        work.insert(customer.id.0, &row);
    }
    Ok(work.acted())
}

/// Writes what was heard of a rival.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`], [`Code::NothingChanged`]; those of the fields.
pub fn edit_rival(work: &mut Work<'_>, ask: EditRival) -> Outcome<Acted> {
    let before = rival_of(work, ask.id)?;
    let fields = ask.fields.checked(&work.checks())?;
    let mut after = before.clone();
    fields.fill(&mut after);
    work.update(before.customer.0, &before, &after)?;
    work.must_change()?;
    Ok(work.acted())
}

/// Takes a rival off the card.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`].
pub fn remove_rival(work: &mut Work<'_>, ask: RemoveRival) -> Outcome<Acted> {
    let rival = rival_of(work, ask.id)?;
    work.void(rival.customer.0, &rival);
    Ok(work.acted())
}

fn rival_of(work: &Work<'_>, id: Uuid) -> Outcome<Rival> {
    let rival: Rival = work
        .tables
        .get(id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    workable(work, rival.customer)?;
    Ok(rival)
}

/// What stands between models where several are named in one field.
const BETWEEN: &[char] = &['、', '，', ',', '；', ';', '/', '／', '\n'];

/// The models that a field names, each once.
pub(crate) fn rivals_in<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut models: Vec<String> = Vec::new();
    for model in texts.flat_map(|text| text.split(BETWEEN)) {
        let model = model.trim();
        if !model.is_empty() && !models.iter().any(|known| known == model) {
            models.push(model.to_owned());
        }
    }
    models
}

/// Notes the models that a visit names.
pub(crate) fn note_rivals(
    work: &mut Work<'_>,
    customer: CustomerId,
    text: Option<&str>,
    new: bool,
) -> Outcome<()> {
    add_rivals(work, customer, rivals_in(text.into_iter()), new)
}

/// Notes models on a card; those that stand there already stay as they are.
pub(crate) fn add_rivals(
    work: &mut Work<'_>,
    customer: CustomerId,
    models: Vec<String>,
    new: bool,
) -> Outcome<()> {
    for model in models {
        let row = Rival {
            id: rival_id(customer, &model),
            customer,
            model,
            price: None,
            note: None,
        };
        if new || !work.tables.has_row("rival", row.id)? {
            work.insert(customer.0, &row);
        } else if work.tables.get::<Rival>(row.id)?.is_none() {
            // Taken off once, and named again.
            work.unvoid(customer.0, &row);
        }
    }
    Ok(())
}

/// The id under which a model stands on a card.
pub(super) fn rival_id(customer: CustomerId, model: &str) -> Uuid {
    by_rule(customer.0, "rival", &model.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_in_one_cell_are_told_apart_and_each_stands_once() {
        let cells = ["凯美瑞、雅阁 / 帕萨特", "雅阁"];
        assert_eq!(rivals_in(cells.into_iter()), ["凯美瑞", "雅阁", "帕萨特"]);
    }
}
