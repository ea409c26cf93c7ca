//! The statements behind a page of customers: which index leads, what is looked at row by row, and where the cursor goes on.

use rusqlite::types::Value as Sql;

use super::glance::{COLUMNS, Glance};
use super::page::{Cursor, CustomerSort, PageAsk, SCANNED};

/// Values by number.
#[derive(Default)]
pub(super) struct Values(pub Vec<Sql>);

impl Values {
    fn place(&mut self, value: Sql) -> String {
        self.0.push(value);
        format!("?{}", self.0.len())
    }
}

/// Which rows: what an index leads to, and what is looked at row by row.
pub(super) struct Parts {
    pub source: String,
    pub led: Vec<String>,
    pub seen: Vec<String>,
    pub values: Values,
    /// How many of the values the source and `led` use; they come first.
    pub leading: usize,
}

impl PageAsk {
    pub(super) fn cursor(&self, glance: &Glance) -> Cursor {
        Cursor {
            key: match self.sort {
                CustomerSort::Recent => glance.last_contact.0.to_string(),
                CustomerSort::Next => glance
                    .next_due
                    .map(|day| day.to_string())
                    .unwrap_or_default(),
                CustomerSort::Name => domain::find::sort_key(&glance.name),
            },
            customer: glance.customer,
        }
    }

    pub(super) fn order(&self) -> &'static str {
        match self.sort {
            CustomerSort::Recent => "last_contact DESC, customer DESC",
            CustomerSort::Next => "next_due, customer",
            CustomerSort::Name => "sort_name, customer",
        }
    }

    /// What comes after the cursor.
    pub(super) fn beyond(&self, values: &mut Values) -> Option<String> {
        let after = self.after.as_ref()?;
        let customer = values.place(Sql::Blob(after.customer.0.as_bytes().to_vec()));
        Some(match self.sort {
            CustomerSort::Recent => {
                let at = after.key.parse().unwrap_or(i64::MAX);
                let at = values.place(Sql::Integer(at));
                format!("(last_contact, customer) < ({at}, {customer})")
            }
            CustomerSort::Next => {
                let day = values.place(Sql::Text(after.key.clone()));
                format!("(next_due, customer) > ({day}, {customer})")
            }
            CustomerSort::Name => {
                let name = values.place(Sql::Text(after.key.clone()));
                format!("(sort_name, customer) > ({name}, {customer})")
            }
        })
    }

    fn of_owner(&self, values: &mut Values) -> Option<String> {
        let owner = values.place(Sql::Blob(self.owner?.0.as_bytes().to_vec()));
        Some(format!("owner = {owner}"))
    }

    fn of_levels(&self, values: &mut Values) -> Option<String> {
        if self.levels.is_empty() {
            return None;
        }
        let places: Vec<String> = (self.levels.iter())
            .map(|level| values.place(Sql::Text(level.clone())))
            .collect();
        Some(format!("level IN ({})", places.join(", ")))
    }

    fn late(&self, values: &mut Values) -> Option<String> {
        let day = values.place(Sql::Text(self.overdue_on?.to_string()));
        Some(format!("next_due IS NOT NULL AND next_due < {day}"))
    }

    fn planned(&self) -> Option<String> {
        (self.sort == CustomerSort::Next).then(|| "next_due IS NOT NULL".to_owned())
    }

    fn tagged(&self, values: &mut Values) -> Option<String> {
        let label = values.place(Sql::Text(self.tag.clone()?));
        Some(format!(
            "EXISTS (SELECT 1 FROM tag WHERE label = {label} AND tag.customer = glance.customer AND void = 0)"
        ))
    }

    /// Through the index of whoever has the tag.
    pub(super) fn by_tag(&self) -> Parts {
        let mut values = Values::default();
        let label = values.place(Sql::Text(self.tag.clone().unwrap_or_default()));
        let leading = values.0.len();
        let mut seen = Vec::new();
        seen.extend(self.of_owner(&mut values));
        seen.extend(self.of_levels(&mut values));
        seen.extend(self.late(&mut values));
        seen.extend(self.planned());
        Parts {
            // CROSS: from the tag to its customers, never the other way.
            source: format!(
                "(SELECT customer AS tagged FROM tag WHERE label = {label} AND void = 0) CROSS JOIN glance ON glance.customer = tagged"
            ),
            led: Vec::new(),
            seen,
            values,
            leading,
        }
    }

    /// Through the index of the next contact.
    pub(super) fn by_due(&self) -> Parts {
        let mut values = Values::default();
        let index = if self.owner.is_some() {
            "glance_owner_next"
        } else {
            "glance_next"
        };
        let mut led = Vec::new();
        led.extend(self.of_owner(&mut values));
        led.extend(self.late(&mut values));
        led.extend(self.planned());
        let leading = values.0.len();
        let mut seen = Vec::new();
        seen.extend(self.of_levels(&mut values));
        seen.extend(self.tagged(&mut values));
        Parts {
            source: format!("glance INDEXED BY {index}"),
            led,
            seen,
            values,
            leading,
        }
    }

    /// Through the index of the order.
    pub(super) fn by_order(&self) -> Parts {
        let mut values = Values::default();
        let owned = if self.owner.is_some() { "_owner" } else { "" };
        let order = match self.sort {
            CustomerSort::Recent => "recent",
            CustomerSort::Next => return self.by_due(),
            CustomerSort::Name => "name",
        };
        let led = self.of_owner(&mut values).into_iter().collect();
        let leading = values.0.len();
        let mut seen = Vec::new();
        seen.extend(self.of_levels(&mut values));
        seen.extend(self.late(&mut values));
        seen.extend(self.tagged(&mut values));
        Parts {
            source: format!("glance INDEXED BY glance{owned}_{order}"),
            led,
            seen,
            values,
            leading,
        }
    }

    /// By the order, from the cursor on.
    pub(super) fn on_the_way(&self) -> Parts {
        let mut parts = self.by_order();
        parts.led.extend(self.beyond(&mut parts.values));
        parts
    }

    /// What fits among the next so many.
    pub(super) fn walk(&self, parts: &Parts) -> String {
        format!(
            "SELECT {COLUMNS} FROM (SELECT {COLUMNS} FROM {} WHERE {} ORDER BY {} LIMIT {SCANNED}) AS glance WHERE {} LIMIT {}",
            parts.source,
            all(&parts.led),
            self.order(),
            all(&parts.seen),
            self.limit + 1
        )
    }

    /// The row up to which a walk has looked: key and customer, as they stand in the index.
    pub(super) fn cut(&self, parts: &Parts) -> String {
        let key = match self.sort {
            CustomerSort::Recent => "CAST(last_contact AS TEXT)",
            CustomerSort::Next => "next_due",
            CustomerSort::Name => "sort_name",
        };
        format!(
            "SELECT {key}, customer FROM {} WHERE {} ORDER BY {} LIMIT 1 OFFSET {}",
            parts.source,
            all(&parts.led),
            self.order(),
            SCANNED - 1
        )
    }

    /// Through the index of the levels.
    pub(super) fn by_level(&self) -> Parts {
        let mut values = Values::default();
        let owned = if self.owner.is_some() { "_owner" } else { "" };
        let mut led = Vec::new();
        led.extend(self.of_owner(&mut values));
        led.extend(self.of_levels(&mut values));
        let leading = values.0.len();
        let mut seen = Vec::new();
        seen.extend(self.late(&mut values));
        seen.extend(self.planned());
        seen.extend(self.tagged(&mut values));
        Parts {
            source: format!("glance INDEXED BY glance{owned}_level"),
            led,
            seen,
            values,
            leading,
        }
    }
}

pub(super) fn all(conditions: &[String]) -> String {
    if conditions.is_empty() {
        "1 = 1".to_owned()
    } else {
        conditions.join(" AND ")
    }
}
