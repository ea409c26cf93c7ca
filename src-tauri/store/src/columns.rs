//! Values as columns, and the statements that write them.

use std::fmt::Write as _;

use domain::value::{Kind, Value};
use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use uuid::Uuid;

/// Whether a value can stand in a column.
pub(crate) fn fits(kind: Option<Kind>, value: &Value) -> bool {
    match (kind, value) {
        (None, _) => false,
        (Some(_), Value::Null)
        | (Some(Kind::Int), Value::Int(_))
        | (Some(Kind::Bool), Value::Bool(_))
        | (Some(Kind::Text), Value::Text(_)) => true,
        (Some(Kind::Id), value) => value.as_id().is_some(),
        _ => false,
    }
}

/// A value as a column holds it.
pub(crate) fn sql(kind: Option<Kind>, value: &Value) -> ToSqlOutput<'_> {
    ToSqlOutput::Owned(match value {
        Value::Text(text) if kind == Some(Kind::Id) => {
            Uuid::parse_str(text).map_or(Sql::Null, |id| Sql::Blob(id.as_bytes().to_vec()))
        }
        Value::Text(text) => return ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        Value::Null => Sql::Null,
        Value::Bool(yes) => Sql::Integer(i64::from(*yes)),
        Value::Int(number) => Sql::Integer(*number),
    })
}

/// A column as the log would spell it.
pub(crate) fn from_sql(kind: Kind, value: ValueRef<'_>) -> Option<Value> {
    Some(match (kind, value) {
        (_, ValueRef::Null) => Value::Null,
        (Kind::Bool, ValueRef::Integer(number)) => Value::Bool(number != 0),
        (Kind::Int, ValueRef::Integer(number)) => Value::Int(number),
        (Kind::Id, ValueRef::Blob(bytes)) => Value::Text(Uuid::from_slice(bytes).ok()?.to_string()),
        (Kind::Text, ValueRef::Text(bytes)) => {
            Value::Text(std::str::from_utf8(bytes).ok()?.to_owned())
        }
        _ => return None,
    })
}

/// Bytes that the statements of the widest tables take: they are spelt once for every row that is written.
const STATEMENT: usize = 1024;

/// Writes a new row: its id, its stamps, the columns named.
pub(crate) fn insert<'n>(table: &str, names: impl Iterator<Item = &'n str> + Clone) -> String {
    let mut statement = String::with_capacity(STATEMENT);
    let _ = write!(statement, "INSERT INTO {table} (id, stamps");
    for name in names.clone() {
        let _ = write!(statement, r#", "{name}""#);
    }
    statement.push_str(") VALUES (?1, ?2");
    for (at, _) in (3..).zip(names) {
        let _ = write!(statement, ", ?{at}");
    }
    statement.push(')');
    statement
}

/// Writes the columns named of a row.
pub(crate) fn update<'n>(table: &str, names: impl Iterator<Item = &'n str>) -> String {
    let mut statement = String::with_capacity(STATEMENT);
    let _ = write!(statement, "UPDATE {table} SET stamps = ?2");
    for (at, name) in (3..).zip(names) {
        let _ = write!(statement, r#", "{name}" = ?{at}"#);
    }
    statement.push_str(" WHERE id = ?1");
    statement
}
