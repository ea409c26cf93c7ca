//! Forms: what a person fills in or changes of a row, field by field, with the check of each field beside it.
//!
//! A field that is not named stays as it is; one that is named as nothing is cleared.

use domain::id::StaffId;
use domain::phone::Phone;
use domain::rows::Staff;
use domain::when::Moment;
use serde::{Deserialize, Deserializer};
use store::Reader;

use crate::house::House;
use crate::problem::{Code, Outcome, Problem};
use crate::text;

/// What checks may look at.
pub struct Checks<'c> {
    /// Lists that codes have to be in.
    pub house: &'c House,
    /// Rows that ids have to name.
    pub tables: &'c Reader<'c>,
}

/// A place in a row that a form fills.
pub trait Slot<T> {
    /// Fills it, or clears it where a row can be without.
    fn put(&mut self, value: Option<T>);
    /// What it holds.
    fn held(&self) -> Option<T>;
}

impl<T: Clone> Slot<T> for Option<T> {
    fn put(&mut self, value: Option<T>) {
        *self = value;
    }
    fn held(&self) -> Option<T> {
        self.clone()
    }
}

macro_rules! always_there {
    ($($type:ty),+) => {$(
        impl Slot<$type> for $type {
            fn put(&mut self, value: Option<$type>) {
                if let Some(value) = value {
                    *self = value;
                }
            }
            fn held(&self) -> Option<$type> {
                Some(self.clone())
            }
        }
    )+};
}
always_there!(String, Moment, bool);

/// Declares a form of a row. Each line is a field of the row under the same name, its type, and its check.
macro_rules! form {
    ($(#[$doc:meta])* $form:ident of $row:ty { $($(#[$field_doc:meta])* $field:ident: $type:ty = $check:expr,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(default, deny_unknown_fields)]
        #[ts(optional_fields = nullable)]
        pub struct $form {
            $($(#[$field_doc])*
            #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "crate::form::named")]
            pub $field: Option<Option<$type>>,)+
        }

        impl $form {
            /// Every field, put in order or refused.
            ///
            /// # Errors
            /// Those of the checks, with the field's name.
            pub fn checked(self, checks: &crate::form::Checks<'_>) -> crate::problem::Outcome<Self> {
                Ok(Self {
                    $($field: match self.$field {
                        Some(Some(value)) => Some(($check)(checks, value)
                            .map_err(|problem: crate::problem::Problem| problem.with("field", stringify!($field)))?),
                        other => other,
                    },)+
                })
            }

            /// Fills the named fields of a row.
            pub fn fill(self, row: &mut $row) {
                $(if let Some(value) = self.$field {
                    crate::form::Slot::put(&mut row.$field, value);
                })+
            }

            /// What a row holds.
            #[must_use]
            pub fn of(row: &$row) -> Self {
                Self { $($field: Some(crate::form::Slot::held(&row.$field)),)+ }
            }
        }
    };
}
pub(crate) use form;

/// Reads a field that was named, so that nothing can be told from not named.
///
/// # Errors
/// Those of the value.
pub(crate) fn named<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// A single line.
pub(crate) fn line(_: &Checks<'_>, value: String) -> Outcome<Option<String>> {
    text::optional(&value, text::LINE)
}

/// A free text.
pub(crate) fn note(_: &Checks<'_>, value: String) -> Outcome<Option<String>> {
    text::optional(&value, text::NOTE)
}

/// A code of a house list.
pub(crate) fn choice(
    list: &'static str,
) -> impl Fn(&Checks<'_>, String) -> Outcome<Option<String>> {
    move |checks, value| match text::optional(&value, text::LINE)? {
        Some(code) => checks.house.must_have(list, &code).map(|()| Some(code)),
        None => Ok(None),
    }
}

/// A number within bounds.
pub(crate) fn number(from: i64, to: i64) -> impl Fn(&Checks<'_>, i64) -> Outcome<Option<i64>> {
    move |_, value| {
        if (from..=to).contains(&value) {
            Ok(Some(value))
        } else {
            Err(Problem::refused(Code::OutOfRange)
                .with("from", from)
                .with("to", to))
        }
    }
}

/// Whatever its type allows.
pub(crate) fn any<T>(_: &Checks<'_>, value: T) -> Outcome<Option<T>> {
    Ok(Some(value))
}

/// A telephone number, normalised.
pub(crate) fn phone(_: &Checks<'_>, value: String) -> Outcome<Option<String>> {
    if value.trim().is_empty() {
        return Ok(None);
    }
    read_phone(&value).map(|phone| Some(phone.as_str().to_owned()))
}

/// A telephone number as somebody typed it.
///
/// # Errors
/// [`Code::PhoneTooShort`], [`Code::PhoneTooLong`], [`Code::PhoneUnreadable`].
pub(crate) fn read_phone(text: &str) -> Outcome<Phone> {
    use domain::phone::PhoneRefused;
    Phone::parse(text).map_err(|cause| {
        let numbers = domain::phone::read(text).phones.len();
        if numbers > 1 {
            // A pasted list, whatever stands between the numbers.
            return Problem::refused(Code::PhoneSeveral).with("numbers", numbers);
        }
        let digits = digits(text);
        Problem::refused(match cause {
            PhoneRefused::Empty => Code::PhoneMissing,
            PhoneRefused::TooShort => Code::PhoneTooShort,
            PhoneRefused::TooLong => Code::PhoneTooLong,
            _ => Code::PhoneUnreadable,
        })
        .with("value", text.chars().take(40).collect::<String>())
        .with("digits", digits)
    })
}

/// How many digits a person sees in what they typed, without the country's.
fn digits(text: &str) -> usize {
    let digits: String = text
        .chars()
        .filter_map(|c| {
            if c.is_ascii_digit() {
                Some(c)
            } else {
                full_width(c)
            }
        })
        .collect();
    let abroad = text.trim_start().starts_with(['+', '＋']);
    if abroad {
        digits.strip_prefix("86").unwrap_or(&digits).len()
    } else {
        digits.len()
    }
}

fn full_width(c: char) -> Option<char> {
    ('０'..='９')
        .contains(&c)
        .then(|| char::from_digit(c as u32 - '０' as u32, 10))
        .flatten()
}

/// Fen, up to a thousand million yuan.
pub(crate) fn money(_: &Checks<'_>, fen: i64) -> Outcome<Option<i64>> {
    const MOST_YUAN: i64 = 1_000_000_000;
    if (0..=MOST_YUAN * 100).contains(&fen) {
        Ok(Some(fen))
    } else {
        Err(Problem::refused(Code::OutOfRange)
            .with("from", 0)
            .with("to", MOST_YUAN))
    }
}

/// Somebody who works here.
pub(crate) fn colleague(checks: &Checks<'_>, value: StaffId) -> Outcome<Option<StaffId>> {
    match checks.tables.get::<Staff>(value)? {
        Some(staff) if staff.active => Ok(Some(value)),
        _ => Err(Problem::refused(Code::StaffUnknown)),
    }
}
