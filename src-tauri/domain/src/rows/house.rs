//! House rules: data that a dealer changes in the settings, never code.

use crate::rows;
use uuid::Uuid;

rows! {
    /// One choice of one list: a level, a source, a reason.
    HouseItem(Uuid) in "house_item", Fields signed {
        /// Which list, such as `sources`.
        list: String,
        /// Stands in the records for ever.
        code: String,
        /// Simplified Chinese.
        label_zh_cn: String,
        /// Traditional Chinese.
        label_zh_tw: String,
        /// English.
        label_en: String,
        /// Place in the list, from 1.
        place: i64,
        /// Still offered.
        active: bool,
        /// Levels: days until the next contact.
        interval: Option<i64>,
        /// Levels: days within which the purchase is expected.
        within: Option<i64>,
        /// Sub-sources: code of the source above.
        parent: Option<String>,
    }
}

rows! {
    /// One setting, as JSON.
    HouseRule(Uuid) in "house_rule", Fields signed {
        /// Such as `next_day_call`.
        name: String,
        /// JSON.
        value: String,
    }
}

rows! {
    /// How a person matched the columns of a sheet once: the next sheet with the same headings is read the same way.
    ImportLayout(Uuid) in "import_layout", Fields {
        /// Of the headings.
        fingerprint: String,
        /// JSON: column → field.
        columns: String,
    }
}
