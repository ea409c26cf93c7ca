//! The models that can be bought, as they are typed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Look;
use crate::problem::Outcome;
use crate::verb::{CUSTOMER_READERS, Verb};

/// Whoever writes a model down.
pub const SUGGEST_MODELS: Verb = Verb::new("suggest_models", CUSTOMER_READERS);

/// What was typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestModels {
    /// Part of a series' name.
    pub text: String,
}

/// Series whose names contain a text, the house's own brand first.
///
/// # Errors
/// The machine's.
pub fn suggest_models(look: &Look<'_>, ask: SuggestModels) -> Outcome<Vec<String>> {
    let text = ask.text.trim();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let brand = Some(look.house.brand.as_str()).filter(|brand| !brand.is_empty());
    Ok(look.tables.series_like(text, brand, 8)?)
}
