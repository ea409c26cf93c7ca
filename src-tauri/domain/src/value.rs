//! What a field of a row may hold, in the log and in the tables alike.

use serde::{Deserialize, Deserializer, Serialize, de};
use uuid::Uuid;

use crate::when::{Day, Moment};

/// One field's value. In the log it is plain JSON: `null`, an integer, a text or a boolean; floating point never enters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Not known, or taken back.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A count, fen of money, or milliseconds since 1970.
    Int(i64),
    /// A text, a day as `YYYY-MM-DD`, or an id in its usual spelling.
    Text(String),
}

/// By hand, because every field of every op is read so: an untagged enum tries one shape after the other, and makes an error of
/// each that does not fit.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Shapes;

        impl de::Visitor<'_> for Shapes {
            type Value = Value;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("null, an integer, a text or a boolean")
            }

            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }

            fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
                Ok(Value::Bool(yes))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Int(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
                i64::try_from(number)
                    .map(Value::Int)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(number), &self))
            }

            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.to_owned()))
            }

            fn visit_string<E>(self, text: String) -> Result<Value, E> {
                Ok(Value::Text(text))
            }
        }

        deserializer.deserialize_any(Shapes)
    }
}

impl Value {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// The text, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The id, where it is the spelling of one.
    #[must_use]
    pub fn as_id(&self) -> Option<Uuid> {
        self.as_text().and_then(|text| Uuid::parse_str(text).ok())
    }

    /// As a person would read it: an empty text for nothing.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(yes) => yes.to_string(),
            Self::Int(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// The value has another shape than the field: a broken file or a newer version of the program wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a value does not fit its field")]
pub struct Misfit;

/// A Rust type that a field may have.
pub trait Field: Sized {
    /// What the column declares.
    const KIND: Kind;
    /// Into the log's shape.
    fn to_value(&self) -> Value;
    /// Back from it.
    ///
    /// # Errors
    /// [`Misfit`] when the value is of another kind.
    fn from_value(value: &Value) -> Result<Self, Misfit>;
}

/// How a column is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 16 bytes.
    Id,
    /// A signed integer.
    Int,
    /// 0 or 1.
    Bool,
    /// UTF-8.
    Text,
}

impl<T: Field> Field for Option<T> {
    const KIND: Kind = T::KIND;
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Field::to_value)
    }
    fn from_value(value: &Value) -> Result<Self, Misfit> {
        if value.is_null() {
            Ok(None)
        } else {
            T::from_value(value).map(Some)
        }
    }
}

impl Field for String {
    const KIND: Kind = Kind::Text;
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_value(value: &Value) -> Result<Self, Misfit> {
        value.as_text().map(str::to_owned).ok_or(Misfit)
    }
}

impl Field for i64 {
    const KIND: Kind = Kind::Int;
    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
    fn from_value(value: &Value) -> Result<Self, Misfit> {
        if let Value::Int(number) = value {
            Ok(*number)
        } else {
            Err(Misfit)
        }
    }
}

impl Field for bool {
    const KIND: Kind = Kind::Bool;
    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }
    fn from_value(value: &Value) -> Result<Self, Misfit> {
        if let Value::Bool(yes) = value {
            Ok(*yes)
        } else {
            Err(Misfit)
        }
    }
}

impl Field for Moment {
    const KIND: Kind = Kind::Int;
    fn to_value(&self) -> Value {
        Value::Int(self.0)
    }
    fn from_value(value: &Value) -> Result<Self, Misfit> {
        i64::from_value(value).map(Moment)
    }
}

impl Field for Day {
    const KIND: Kind = Kind::Text;
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: &Value) -> Result<Self, Misfit> {
        value
            .as_text()
            .and_then(|text| text.parse().ok())
            .ok_or(Misfit)
    }
}

macro_rules! id_fields {
    ($($name:ident),*) => {$(
        impl Field for crate::id::$name {
            const KIND: Kind = Kind::Id;
            fn to_value(&self) -> Value {
                Value::Text(self.0.to_string())
            }
            fn from_value(value: &Value) -> Result<Self, Misfit> {
                value.as_id().map(Self).ok_or(Misfit)
            }
        }
    )*};
}
id_fields!(
    BranchId,
    DeviceId,
    IncarnationId,
    ActId,
    StaffId,
    CustomerId,
    PhoneId,
    VisitId,
    CardId,
    ContactId,
    PersonId,
    AppointmentId,
    ClaimId,
    ReviewId,
    ErasureId
);

impl Field for uuid::Uuid {
    const KIND: Kind = Kind::Id;
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: &Value) -> Result<Self, Misfit> {
        value.as_id().ok_or(Misfit)
    }
}

/// Gives an enum of codes a wire spelling, fixed for ever, and makes it a field.
///
/// A code of a newer version is a [`Misfit`] here: the row is then read-only until the upgrade.
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every one, in the order in which a form shows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The spelling in the log and on the wire.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The one with this spelling.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::value::Field for $name {
            const KIND: $crate::value::Kind = $crate::value::Kind::Text;
            fn to_value(&self) -> $crate::value::Value {
                $crate::value::Value::Text(self.code().to_owned())
            }
            fn from_value(value: &$crate::value::Value) -> Result<Self, $crate::value::Misfit> {
                value.as_text().and_then(Self::from_code).ok_or($crate::value::Misfit)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_reads_back_as_it_was_written_and_nothing_else_is_one() {
        for text in [
            "null",
            "true",
            "-9223372036854775808",
            "9223372036854775807",
            r#""王女士\n""#,
        ] {
            let value: Value = serde_json::from_str(text).expect(text);
            assert_eq!(serde_json::to_string(&value).expect("JSON"), text);
        }
        for text in ["9223372036854775808", "1.5", "[]", "{}"] {
            assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
        }
    }
}
