//! How a table declares itself: its wire name, how its rows merge, its columns.
//!
//! One declaration ([`rows!`](crate::rows!)) gives the struct that the rules work with, the fields that the log carries and the
//! columns that the store creates. Adding a field is one line here and one in a migration; a test compares the two.
//! Refuses tables with more than 64 fields: the store keeps the winner of each field in a bit set of that size.

use crate::value::{Kind, Misfit, Value};

/// How two versions of a row become one, whatever order they arrive in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    /// Never changed: the first writing stands. Only `void` may follow.
    Facts,
    /// The last writer wins, field by field.
    Fields,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Wire and SQL name.
    pub name: &'static str,
    /// How it is stored.
    pub kind: Kind,
}

/// A declared table. Beside its columns each has `id`, `void` (hidden, never deleted) and the store's own `stamps`.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Wire and SQL name, fixed for ever.
    pub name: &'static str,
    /// How rows merge.
    pub merge: Merge,
    /// Written by acts of authority alone: see [`authority`](crate::authority).
    pub signed: bool,
    /// In the order in which they were added; never reordered, because a field's position is its bit.
    pub columns: &'static [Column],
}

/// The tables that a version of the program knows.
#[derive(Debug, Clone, Copy)]
pub struct Catalogue(pub &'static [&'static Table]);

impl Catalogue {
    /// The table with this wire name; `None` for one that only a newer version knows.
    #[must_use]
    pub fn table(self, name: &str) -> Option<&'static Table> {
        self.0.iter().copied().find(|table| table.name == name)
    }
}

/// The bit of `void` in a row's stamps; the columns follow.
pub const VOID_BIT: u32 = 0;

impl Table {
    /// The bit of a field in a row's stamps: 0 for `void`, then the columns in order.
    #[must_use]
    pub fn bit(&self, field: &str) -> Option<u32> {
        if field == "void" {
            return Some(VOID_BIT);
        }
        self.columns
            .iter()
            .position(|column| column.name == field)
            .map(|at| at as u32 + 1)
    }

    /// The name of the field with this bit.
    #[must_use]
    pub fn field(&self, bit: u32) -> Option<&'static str> {
        match bit {
            VOID_BIT => Some("void"),
            _ => self.columns.get(bit as usize - 1).map(|column| column.name),
        }
    }

    /// How a field is stored.
    #[must_use]
    pub fn kind(&self, field: &str) -> Option<Kind> {
        match self.bit(field)? {
            VOID_BIT => Some(Kind::Bool),
            bit => self.columns.get(bit as usize - 1).map(|column| column.kind),
        }
    }
}

/// A struct that is a row of a declared table.
pub trait Row: Sized {
    /// Its table.
    const TABLE: &'static Table;
    /// The kind of id that names it.
    type Id: From<uuid::Uuid> + Copy;
    /// Its id.
    fn id(&self) -> uuid::Uuid;
    /// Every field except `void`, in the order of the columns.
    fn values(&self) -> Vec<Value>;
    /// From the columns, in order.
    ///
    /// # Errors
    /// [`Misfit`] when a value does not fit: a newer version wrote it.
    fn from_values(id: uuid::Uuid, values: &[Value]) -> Result<Self, Misfit>;
}

/// Declares a table and its row. See [`crate::rows`] for all of them.
#[macro_export]
macro_rules! rows {
    (@) => { false };
    (@ signed) => { true };
    ($(#[$doc:meta])* $row:ident($id:ty) in $table:literal, $merge:ident $($signed:ident)? { $($(#[$fdoc:meta])* $field:ident: $kind:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $row {
            /// Who or what this is, for ever.
            pub id: $id,
            $($(#[$fdoc])* pub $field: $kind,)+
        }

        impl $crate::table::Row for $row {
            const TABLE: &'static $crate::table::Table = &$crate::table::Table {
                name: $table,
                merge: $crate::table::Merge::$merge,
                signed: $crate::rows!(@ $($signed)?),
                columns: &[$($crate::table::Column {
                    name: stringify!($field),
                    kind: <$kind as $crate::value::Field>::KIND,
                }),+],
            };
            type Id = $id;
            fn id(&self) -> uuid::Uuid {
                uuid::Uuid::from(self.id)
            }
            fn values(&self) -> Vec<$crate::value::Value> {
                vec![$($crate::value::Field::to_value(&self.$field)),+]
            }
            fn from_values(id: uuid::Uuid, values: &[$crate::value::Value]) -> Result<Self, $crate::value::Misfit> {
                let mut values = values.iter();
                Ok(Self {
                    id: id.into(),
                    $($field: $crate::value::Field::from_value(values.next().ok_or($crate::value::Misfit)?)?,)+
                })
            }
        }
    };
}
