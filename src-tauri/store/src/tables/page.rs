//! One page of customers, from a cursor on. Whatever the filters are, a call reads a bounded number of rows: a page may come back
//! short with a cursor to go on from, and a count may say "and more".

use domain::id::{CustomerId, StaffId};
use domain::when::Day;
use rusqlite::{OptionalExtension, params_from_iter};

use super::glance::{COLUMNS, Glance, read};
use super::page_parts::{Parts, Values, all};
use crate::Reader;
use crate::error::Outcome;

/// Rows that one call looks at, at most, where filters leave gaps in the order.
pub(super) const SCANNED: u64 = 4_000;
/// As far as an index alone counts.
const COUNTED: u64 = 10_000;
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
            candidates.push(("tag WHERE label = ?1 AND void = 0".to_owned(), ask.by_tag()));
        }
        // In the order of the next contact its index serves as it is.
        if ask.overdue_on.is_some() && ask.sort != CustomerSort::Next {
            let parts = ask.by_due();
            candidates.push((format!("{} WHERE {}", parts.source, all(&parts.led)), parts));
        }
        for (rows, parts) in candidates {
            let sql = format!(
                "SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {})",
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
        let parts = ask.on_the_way();
        let sql = ask.walk(&parts);
        let found = self.glances(&sql, &parts.values)?;
        let full = found.len() > ask.limit as usize;
        let (customers, next) = page_of(ask, found);
        if full || parts.seen.is_empty() {
            return Ok((customers, next));
        }
        let sql = ask.cut(&parts);
        let mut statement = self.conn.prepare_cached(&sql)?;
        // What only the filters use is not named there.
        let used = statement.parameter_count();
        let next = statement
            .query_row(params_from_iter(&parts.values.0[..used]), |row| {
                Ok(Cursor {
                    key: row.get(0)?,
                    customer: CustomerId(row.get(1)?),
                })
            })
            .optional()?;
        Ok((customers, next))
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
        // An index alone is counted quickly; rows that must be looked at are not.
        let most = if few.is_some() || seen.is_empty() {
            COUNTED
        } else {
            SCANNED
        };
        let (led, seen) = (all(&led), all(&seen));
        let sql = format!(
            "SELECT count(*), coalesce(sum(hit), 0) FROM (SELECT ({seen}) IS TRUE AS hit FROM {} WHERE {led} LIMIT {})",
            parts.source,
            most + 1
        );
        let (looked, hits): (i64, i64) = self
            .conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&parts.values.0), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        Ok(((hits as u64).min(most), looked as u64 > most))
    }

    /// The statements that read along an index, for looking at their plans.
    #[cfg(test)]
    pub(super) fn page_statements(&self, ask: &PageAsk) -> Vec<String> {
        let parts = ask.on_the_way();
        vec![ask.walk(&parts), ask.cut(&parts)]
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
