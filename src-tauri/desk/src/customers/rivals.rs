//! What else a customer looks at: one row per model, so that two people who note different ones both keep theirs.

use domain::id::{CustomerId, by_rule};
use domain::rows::Rival;
use uuid::Uuid;

use crate::problem::Outcome;
use crate::work::Work;

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
