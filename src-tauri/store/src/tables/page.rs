//! One page of customers, from a cursor on. Whatever the filters are, a call reads a bounded number of rows: a page may come back
//! short with a cursor to go on from, and a count may say "and more".

use domain::id::{CustomerId, StaffId};
use domain::when::Day;
use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

use super::glance::{COLUMNS, Glance, read};
use crate::Reader;
use crate::error::Outcome;

/// Rows that one call looks at, at most, where filters leave gaps in the order; counts go no further either.
const SCANNED: u64 = 10_000;
/// So many customers under one filter are gathered and sorted; with more of them, the order's own index soon meets a pageful.
const FEW: u64 = 4_000;

/// How a list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CustomerSort {
    /// Latest contact first.
    #[default]
    Recent,
    /// Next contact first; only those who have one.
    Next,
    /// By pinyin.
    Name,
}

/// The row after which a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// What the list is ordered by: milliseconds, a day, or a name's key.
    pub key: String,
    /// Who, where several share the key.
    pub customer: CustomerId,
}

/// Which customers, in which order, from where on.
#[derive(Debug, Clone, Default)]
pub struct PageAsk {
    /// Of one owner.
    pub owner: Option<StaffId>,
    /// Of these levels; all when empty.
    pub levels: Vec<String>,
    /// Only those whose next contact was due before this day.
    pub overdue_on: Option<Day>,
    /// Only those with this tag.
    pub tag: Option<String>,
    /// Order.
    pub sort: CustomerSort,
    /// As the page before says.
    pub after: Option<Cursor>,
    /// Rows at most.
    pub limit: u32,
}

/// Customers of a page and how many there are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// In the order asked for.
    pub customers: Vec<Glance>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<Cursor>,
    /// Of all pages together, as far as they were counted.
    pub total: u64,
    /// There are more than were counted.
    pub more: bool,
}

/// Values by number.
#[derive(Default)]
struct Values(Vec<Sql>);

impl Values {
    fn place(&mut self, value: Sql) -> String {
        self.0.push(value);
        format!("?{}", self.0.len())
    }
}

/// Which rows: what an index leads to, and what is looked at row by row.
struct Parts {
    source: String,
    led: Vec<String>,
    seen: Vec<String>,
    values: Values,
    /// How many of the values the source and `led` use; they come first.
    leading: usize,
}

impl PageAsk {
    fn cursor(&self, glance: &Glance) -> Cursor {
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

    fn order(&self) -> &'static str {
        match self.sort {
            CustomerSort::Recent => "last_contact DESC, customer DESC",
            CustomerSort::Next => "next_due, customer",
            CustomerSort::Name => "sort_name, customer",
        }
    }

    /// What comes after the cursor.
    fn beyond(&self, values: &mut Values) -> Option<String> {
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
    fn by_tag(&self) -> Parts {
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
    fn by_due(&self) -> Parts {
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
    fn by_order(&self) -> Parts {
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

    /// Through the index of the levels.
    fn by_level(&self) -> Parts {
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

fn all(conditions: &[String]) -> String {
    if conditions.is_empty() {
        "1 = 1".to_owned()
    } else {
        conditions.join(" AND ")
    }
}

impl Reader<'_> {
    /// One page of customers.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn customers_page(&self, ask: &PageAsk) -> Outcome<Page> {
        let few = self.few(ask)?;
        let (total, more) = self.count_page(ask, few.as_ref())?;
        let only_levels = ask.sort == CustomerSort::Recent
            && !ask.levels.is_empty()
            && ask.overdue_on.is_none()
            && ask.tag.is_none();
        let (customers, next) = match few {
            Some(parts) => self.gathered(ask, parts)?,
            None if only_levels => self.of_each_level(ask)?,
            None => self.walked(ask)?,
        };
        Ok(Page {
            customers,
            next,
            total,
            more,
        })
    }

    /// The filter that alone leaves few enough to be gathered.
    fn few(&self, ask: &PageAsk) -> Outcome<Option<Parts>> {
        let mut candidates = Vec::new();
        if ask.tag.is_some() {
            candidates.push(ask.by_tag());
        }
        // In the order of the next contact its index serves as it is.
        if ask.overdue_on.is_some() && ask.sort != CustomerSort::Next {
            candidates.push(ask.by_due());
        }
        for parts in candidates {
            let sql = format!(
                "SELECT count(*) FROM (SELECT 1 FROM {} WHERE {} LIMIT {})",
                parts.source,
                all(&parts.led),
                FEW + 1
            );
            let leading = &parts.values.0[..parts.leading];
            let count = self
                .conn
                .prepare_cached(&sql)?
                .query_row(params_from_iter(leading), |row| row.get::<_, i64>(0))?
                as u64;
            if count <= FEW {
                return Ok(Some(parts));
            }
        }
        Ok(None)
    }

    /// All that fit, sorted.
    fn gathered(&self, ask: &PageAsk, mut parts: Parts) -> Outcome<(Vec<Glance>, Option<Cursor>)> {
        let mut conditions = parts.led;
        conditions.append(&mut parts.seen);
        conditions.extend(ask.beyond(&mut parts.values));
        let sql = format!(
            "SELECT {COLUMNS} FROM {} WHERE {} ORDER BY {} LIMIT {}",
            parts.source,
            all(&conditions),
            ask.order(),
            ask.limit + 1
        );
        let found = self.glances(&sql, &parts.values)?;
        Ok(page_of(ask, found))
    }

    /// Level by level, each in its own index; together in the order.
    fn of_each_level(&self, ask: &PageAsk) -> Outcome<(Vec<Glance>, Option<Cursor>)> {
        let mut found = Vec::new();
        for level in &ask.levels {
            let one = PageAsk {
                levels: vec![level.clone()],
                ..ask.clone()
            };
            let mut parts = one.by_level();
            parts.led.extend(ask.beyond(&mut parts.values));
            let sql = format!(
                "SELECT {COLUMNS} FROM {} WHERE {} ORDER BY {} LIMIT {}",
                parts.source,
                all(&parts.led),
                ask.order(),
                ask.limit + 1
            );
            found.extend(self.glances(&sql, &parts.values)?);
        }
        found.sort_by_key(|glance| std::cmp::Reverse((glance.last_contact, glance.customer)));
        Ok(page_of(ask, found))
    }

    /// Along the order's index, past what does not fit, so far and no further.
    fn walked(&self, ask: &PageAsk) -> Outcome<(Vec<Glance>, Option<Cursor>)> {
        let mut parts = ask.by_order();
        parts.led.extend(ask.beyond(&mut parts.values));
        let (source, led, order) = (&parts.source, all(&parts.led), ask.order());
        let sql = format!(
            "SELECT {COLUMNS} FROM (SELECT {COLUMNS} FROM {source} WHERE {led} ORDER BY {order} LIMIT {SCANNED}) AS glance WHERE {} LIMIT {}",
            all(&parts.seen),
            ask.limit + 1
        );
        let found = self.glances(&sql, &parts.values)?;
        let full = found.len() > ask.limit as usize;
        let (customers, next) = page_of(ask, found);
        if full || parts.seen.is_empty() {
            return Ok((customers, next));
        }
        // The row up to which this call has looked: every value is named, also those that only the filters use.
        let sql = format!(
            "SELECT {COLUMNS} FROM {source} WHERE {led} AND ({} OR 1) ORDER BY {order} LIMIT 1 OFFSET {}",
            all(&parts.seen),
            SCANNED - 1
        );
        let last = self.glances(&sql, &parts.values)?.pop();
        Ok((customers, last.map(|last| ask.cursor(&last))))
    }

    fn count_page(&self, ask: &PageAsk, few: Option<&Parts>) -> Outcome<(u64, bool)> {
        let own;
        let parts = match few {
            Some(parts) => parts,
            None => {
                own = if !ask.levels.is_empty() {
                    ask.by_level()
                } else if ask.overdue_on.is_some() {
                    ask.by_due()
                } else {
                    ask.by_order()
                };
                &own
            }
        };
        // Few are counted whole; else so many are looked at and no more.
        let (led, seen) = match few {
            Some(parts) => ([parts.led.as_slice(), &parts.seen].concat(), Vec::new()),
            None => (parts.led.clone(), parts.seen.clone()),
        };
        let (led, seen) = (all(&led), all(&seen));
        let sql = format!(
            "SELECT count(*), coalesce(sum(hit), 0) FROM (SELECT ({seen}) IS TRUE AS hit FROM {} WHERE {led} LIMIT {})",
            parts.source,
            SCANNED + 1
        );
        let (looked, hits): (i64, i64) = self
            .conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&parts.values.0), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        Ok(((hits as u64).min(SCANNED), looked as u64 > SCANNED))
    }

    fn glances(&self, sql: &str, values: &Values) -> Outcome<Vec<Glance>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let found = statement.query_map(params_from_iter(&values.0), read)?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

/// Cuts what was read to a page: one more than asked for says that there is another.
fn page_of(ask: &PageAsk, mut found: Vec<Glance>) -> (Vec<Glance>, Option<Cursor>) {
    let more = found.len() > ask.limit as usize;
    found.truncate(ask.limit as usize);
    let next = found.last().filter(|_| more).map(|last| ask.cursor(last));
    (found, next)
}
