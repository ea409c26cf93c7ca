//! Looking at the tables. Voided rows do not show, nor do rows that lack what their declaration requires.

use domain::log::Fields;
use domain::table::{Catalogue, Row};
use domain::value::Value;
use rusqlite::{Connection, OptionalExtension, Params, params};
use uuid::Uuid;

use crate::columns::from_sql;
use crate::error::Outcome;

/// Bytes that the statements of the widest tables take: they are spelt once for every row that is read.
const STATEMENT: usize = 1_024;

/// A look at the tables at one moment. Queries stand in `tables/`, one file per noun.
pub struct Reader<'c> {
    pub(crate) conn: &'c Connection,
    known: Catalogue,
}

impl<'c> Reader<'c> {
    pub(crate) fn new(conn: &'c Connection, known: Catalogue) -> Self {
        Self { conn, known }
    }
}

impl Reader<'_> {
    /// The row with this id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn get<R: Row>(&self, id: R::Id) -> Outcome<Option<R>>
    where
        Uuid: From<R::Id>,
    {
        let id = Uuid::from(id);
        if R::TABLE.name == "customer" {
            // By any of their ids, with what stands on all of their cards.
            let found = self.customer(id.into())?;
            return Ok(found.and_then(|customer| {
                R::from_values(customer.id.0, &domain::table::Row::values(&customer)).ok()
            }));
        }
        Ok(self.rows("id = ?1", [id])?.pop())
    }

    /// Rows by a condition in SQL, with its order and limit. Orphans and rows of a newer version are left out.
    pub(crate) fn rows<R: Row>(&self, condition: &str, params: impl Params) -> Outcome<Vec<R>> {
        let table = R::TABLE;
        let mut sql = String::with_capacity(STATEMENT);
        sql.push_str("SELECT id");
        for column in table.columns {
            sql.extend([", \"", column.name, "\""]);
        }
        sql.extend([" FROM ", table.name, " WHERE void = 0 AND ", condition]);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut found = statement.query(params)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let mut values = Vec::with_capacity(table.columns.len());
            for (at, column) in (1..).zip(table.columns) {
                values.push(from_sql(column.kind, row.get_ref(at)?).unwrap_or(Value::Null));
            }
            rows.extend(R::from_values(row.get(0)?, &values).ok());
        }
        Ok(rows)
    }

    /// The ids of a table's rows that show, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ids_of(&self, noun: &str) -> Outcome<Vec<Uuid>> {
        let Some(table) = self.known.table(noun) else {
            return Ok(Vec::new());
        };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id FROM {} WHERE void = 0 ORDER BY id",
            table.name
        ))?;
        let found = statement.query_map([], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Whether there is a row with this id, hidden or not.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_row(&self, noun: &str, row: Uuid) -> Outcome<bool> {
        let Some(table) = self.known.table(noun) else {
            return Ok(false);
        };
        Ok(self
            .conn
            .prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?1", table.name))?
            .query_row([row], |_| Ok(()))
            .optional()?
            .is_some())
    }

    /// One of this PC's own settings.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn meta(&self, name: &str) -> Outcome<Option<String>> {
        crate::local::meta(self.conn, name)
    }

    /// What the fields of a row hold now, voided or not: the base of a change. Empty when there is no such row.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn fields<'n>(
        &self,
        noun: &str,
        row: Uuid,
        names: impl Iterator<Item = &'n str>,
    ) -> Outcome<Fields> {
        let Some(table) = self.known.table(noun) else {
            return Ok(Fields::new());
        };
        let names: Vec<&str> = names.filter(|name| table.bit(name).is_some()).collect();
        if names.is_empty() {
            return Ok(Fields::new());
        }
        let columns = names
            .iter()
            .map(|name| format!("\"{name}\""))
            .collect::<Vec<_>>()
            .join(", ");
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {columns} FROM {noun} WHERE id = ?1"))?;
        let fields = statement
            .query_row([row], |found| {
                names
                    .iter()
                    .enumerate()
                    .map(|(at, name)| {
                        let value = table.kind(name).and_then(|kind| {
                            found
                                .get_ref(at)
                                .ok()
                                .and_then(|value| from_sql(kind, value))
                        });
                        Ok(((*name).to_owned().into(), value.unwrap_or(Value::Null)))
                    })
                    .collect()
            })
            .optional()?;
        Ok(fields.unwrap_or_default())
    }

    /// The state of a row with a workflow.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn state(&self, noun: &str, row: Uuid) -> Outcome<Option<String>> {
        let Some(workflow) = domain::workflow::of(noun) else {
            return Ok(None);
        };
        Ok(self
            .conn
            .prepare_cached(&format!(
                "SELECT state FROM {} WHERE id = ?1",
                workflow.noun
            ))?
            .query_row([row], |found| found.get(0))
            .optional()?)
    }

    /// The latest step of a row, which the next one follows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_step(&self, noun: &str, row: Uuid) -> Outcome<Option<Uuid>> {
        // `+`: by its row, not through all steps of the noun.
        let mut statement = self.conn.prepare_cached("SELECT id FROM step WHERE row = ?2 AND +noun = ?1 AND void = 0 ORDER BY id DESC LIMIT 1")?;
        Ok(statement
            .query_row(params![noun, row], |found| found.get(0))
            .optional()?)
    }

    /// Whether a newer version of the program wrote into this row: it is shown, but not edited, until the upgrade.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn newer(&self, noun: &str, row: Uuid) -> Outcome<bool> {
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM newer WHERE noun = ?1 AND row = ?2")?
            .exists(params![noun, row])?)
    }
}
