//! A version of the program after this one: customers have one more field, there is one more table, and one more verb writes both.
//!
//! For whoever has to know that two versions work beside each other, and that the older one loses nothing by an upgrade.

use std::sync::OnceLock;

use domain::id::CustomerId;
use domain::rows::{CATALOGUE, Customer};
use domain::table::{Catalogue, Column, Row, Table};
use domain::value::{Kind, Misfit, Value};
use store::{Edition, MIGRATIONS, Migration};
use uuid::Uuid;

domain::rows! {
    /// Something that a customer wishes for.
    Wish(Uuid) in "wish", Fields {
        /// Whose.
        customer: CustomerId,
        /// What.
        what: String,
    }
}

/// A customer's card, as far as the next version knows more of it.
#[derive(Debug, Clone, PartialEq)]
pub struct NextCustomer {
    /// Whose.
    pub id: CustomerId,
    /// What friends call them.
    pub nickname: Option<String>,
}

const KNOWN: usize = Customer::TABLE.columns.len();

const COLUMNS: [Column; KNOWN + 1] = {
    let mut all = [Column {
        name: "nickname",
        kind: Kind::Text,
    }; KNOWN + 1];
    let mut at = 0;
    while at < KNOWN {
        all[at] = Customer::TABLE.columns[at];
        at += 1;
    }
    all
};

impl Row for NextCustomer {
    const TABLE: &'static Table = &Table {
        name: Customer::TABLE.name,
        merge: Customer::TABLE.merge,
        signed: Customer::TABLE.signed,
        columns: &COLUMNS,
    };
    type Id = CustomerId;

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn values(&self) -> Vec<Value> {
        let nickname = self.nickname.clone().map_or(Value::Null, Value::Text);
        let others = std::iter::repeat_n(Value::Null, KNOWN);
        others.chain([nickname]).collect()
    }

    fn from_values(id: Uuid, values: &[Value]) -> Result<Self, Misfit> {
        let nickname = match values.last() {
            Some(Value::Text(name)) => Some(name.clone()),
            _ => None,
        };
        Ok(Self {
            id: id.into(),
            nickname,
        })
    }
}

const UPGRADE: &str = "
ALTER TABLE customer ADD COLUMN nickname TEXT;
CREATE TABLE wish (
  id BLOB NOT NULL PRIMARY KEY,
  void INTEGER NOT NULL DEFAULT 0,
  customer BLOB,
  what TEXT,
  stamps BLOB NOT NULL
) STRICT, WITHOUT ROWID;
";

/// The version itself.
pub fn next() -> Edition {
    static NEXT: OnceLock<Edition> = OnceLock::new();
    *NEXT.get_or_init(|| {
        let as_next = |table: &&'static Table| {
            if table.name == Customer::TABLE.name {
                NextCustomer::TABLE
            } else {
                *table
            }
        };
        let tables = CATALOGUE.0.iter().map(as_next).chain([Wish::TABLE]);
        let one_more = Migration {
            sql: UPGRADE,
            compatible_with: 1,
        };
        let migrations = MIGRATIONS.iter().copied().chain([one_more]);
        Edition {
            tables: Catalogue(tables.collect::<Vec<_>>().leak()),
            migrations: migrations.collect::<Vec<_>>().leak(),
        }
    })
}
