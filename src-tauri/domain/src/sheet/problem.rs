//! What was wrong with a row or a cell, as a code with the place and the text. Refuses sentences: words are the catalogue's.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::phone::PhoneRefused;
use crate::when::{DayRefused, TimeRefused};

codes! {
    /// Why a cell could not be taken as it stands, or a row had to be left out.
    ProblemCode {
        /// A register row without a usable day: left out.
        RowWithoutDate = "row_without_date",
        /// A customer without a name and without a number: left out.
        RowWithoutCustomer = "row_without_customer",
        /// A catalogue row without brand, series or trim: left out.
        RowWithoutTrim = "row_without_trim",
        /// A day after today, kept as written.
        DateInFuture = "date_in_future",
        /// No spelling of a day that is known here.
        DateUnreadable = "date_unreadable",
        /// No calendar has it.
        DateImpossible = "date_impossible",
        /// Nothing says which year.
        DateYearMissing = "date_year_missing",
        /// A real day, but not of this trade's time.
        DateOutOfRange = "date_out_of_range",
        /// No spelling of a time that is known here.
        TimeUnreadable = "time_unreadable",
        /// No clock shows it.
        TimeImpossible = "time_impossible",
        /// They left before they came.
        LeftBeforeArrived = "left_before_arrived",
        /// A number with too few digits.
        PhoneTooShort = "phone_too_short",
        /// A number with too many digits.
        PhoneTooLong = "phone_too_long",
        /// Stars stand for some of the digits.
        PhoneMasked = "phone_masked",
        /// No such numbers are given out.
        PhoneUnknown = "phone_unknown",
        /// A spreadsheet rounded the number.
        PhoneDigitsLost = "phone_digits_lost",
        /// Words where a number is expected.
        PhoneWords = "phone_words",
        /// A word that is on none of the house's lists.
        UnknownChoice = "unknown_choice",
        /// Several choices where one is asked for: the first is taken.
        SeveralChoices = "several_choices",
        /// Neither yes nor no.
        YesNoUnreadable = "yes_no_unreadable",
        /// Not a number.
        NumberUnreadable = "number_unreadable",
        /// A number that cannot be meant, such as 400 persons.
        NumberOutOfRange = "number_out_of_range",
        /// From–to where one number is asked for: the upper one is taken.
        NumberRange = "number_range",
        /// The cell is `#REF!` or another error of the spreadsheet.
        CellError = "cell_error",
        /// Longer than the field: cut.
        TextTooLong = "text_too_long",
        /// Not a name: digits, or a telephone number alone.
        NameUnreadable = "name_unreadable",
    }
}

impl From<PhoneRefused> for ProblemCode {
    fn from(why: PhoneRefused) -> Self {
        match why {
            PhoneRefused::TooShort => Self::PhoneTooShort,
            PhoneRefused::TooLong => Self::PhoneTooLong,
            PhoneRefused::Masked => Self::PhoneMasked,
            PhoneRefused::DigitsLost => Self::PhoneDigitsLost,
            PhoneRefused::Words | PhoneRefused::Empty | PhoneRefused::Several => Self::PhoneWords,
            PhoneRefused::Unknown => Self::PhoneUnknown,
        }
    }
}

impl From<DayRefused> for ProblemCode {
    fn from(why: DayRefused) -> Self {
        match why {
            DayRefused::Empty | DayRefused::Unreadable => Self::DateUnreadable,
            DayRefused::NoSuchDay => Self::DateImpossible,
            DayRefused::YearMissing => Self::DateYearMissing,
            DayRefused::OutOfRange => Self::DateOutOfRange,
        }
    }
}

impl From<TimeRefused> for ProblemCode {
    fn from(why: TimeRefused) -> Self {
        match why {
            TimeRefused::Empty | TimeRefused::Unreadable => Self::TimeUnreadable,
            TimeRefused::NoSuchTime => Self::TimeImpossible,
        }
    }
}

/// One problem of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The sheet's own row number, from 1.
    pub row: u32,
    /// The heading of the column; empty where the whole row is meant and no column is to blame.
    pub column: String,
    /// What is wrong.
    pub code: ProblemCode,
    /// What the cell says, at most 200 characters of it.
    pub value: String,
}

/// Problems of a row that is left out are reported once, by the row's own code.
pub(super) fn forget_cells(problems: &mut Vec<Problem>, row: u32) {
    while problems.last().is_some_and(|problem| problem.row == row) {
        problems.pop();
    }
}
