//! The cells of one row by what they mean, each read as its type. What cannot be read becomes a problem and stays as raw text.
//! Refuses to know what kind of row it is: that is the readers of registers, customers and catalogues.

use super::book::Row;
use super::draft::Kept;
use super::field::Field;
use super::fold::{cut, tidy};
use super::lists::Choice;
use super::synonyms::key;
use super::table::Table;
use super::values::{colleague, count, money};
use super::{Cell, Problem, ProblemCode};
use crate::phone::{self, Phone};
use crate::when::{Day, DayHint, read_day};

/// Characters of a problem's value.
const SHOWN: usize = 200;
/// Characters of a note: what one cell of a spreadsheet can hold, and some more.
const LONGEST_NOTE: usize = 40_000;
/// Characters of any other text.
const LONGEST: usize = 500;

/// One row of a table while it is read.
pub(super) struct Cells<'t, 'a> {
    pub(super) table: &'t Table<'a>,
    pub(super) row: &'a Row,
    /// The last filled cell of every column, for `同上`.
    above: &'t mut Vec<Option<&'a Cell>>,
    problems: &'t mut Vec<Problem>,
    pub(super) kept: Kept,
}

impl<'t, 'a> Cells<'t, 'a> {
    pub(super) fn new(
        table: &'t Table<'a>,
        row: &'a Row,
        above: &'t mut Vec<Option<&'a Cell>>,
        problems: &'t mut Vec<Problem>,
    ) -> Self {
        above.resize(table.columns.len(), None);
        Self {
            table,
            row,
            above,
            problems,
            kept: Kept::new(),
        }
    }

    /// The filled cell of a column, by its place in the table's columns.
    pub(super) fn cell(&mut self, at: usize) -> Option<&'a Cell> {
        let cell = self.table.resolved(self.row, &self.table.columns[at]);
        let synonyms = &self.table.lists.synonyms;
        if let Cell::Text(text) = cell
            && synonyms.says_ditto(text)
        {
            return self.above[at];
        }
        if cell.is_blank() {
            return None;
        }
        self.above[at] = Some(cell);
        Some(cell)
    }

    /// A problem of a column whose raw text is kept.
    pub(super) fn refuse(&mut self, at: usize, code: ProblemCode, raw: &str) {
        self.report(at, code, raw);
        self.kept
            .push((self.table.columns[at].heading.clone(), raw.to_owned()));
    }

    /// A problem of a column.
    pub(super) fn report(&mut self, at: usize, code: ProblemCode, raw: &str) {
        let column = self.table.columns[at].heading.clone();
        self.problems.push(Problem {
            row: self.row.number,
            column,
            code,
            value: cut(raw, SHOWN).0.to_owned(),
        });
    }

    /// Every problem so far.
    pub(super) fn problems(&mut self) -> &mut Vec<Problem> {
        self.problems
    }

    /// A problem of the whole row.
    pub(super) fn report_row(&mut self, column: &str, code: ProblemCode, raw: &str) {
        self.problems.push(Problem {
            row: self.row.number,
            column: column.to_owned(),
            code,
            value: cut(raw, SHOWN).0.to_owned(),
        });
    }

    /// The first filled column of a field that says something, and its text.
    pub(super) fn said(&mut self, field: Field) -> Option<(usize, String)> {
        let table = self.table;
        table.of(field).iter().find_map(|at| self.said_in(*at))
    }

    /// The same, where a word that says that nothing is known (`不详`) says something; signs alone (`/`) do not.
    pub(super) fn worded(&mut self, field: Field) -> Option<(usize, String)> {
        let table = self.table;
        table.of(field).iter().find_map(|at| {
            self.filled(*at).filter(|(_, text)| {
                !self.says_nothing(text) || text.contains(char::is_alphanumeric)
            })
        })
    }

    fn said_in(&mut self, at: usize) -> Option<(usize, String)> {
        self.filled(at).filter(|(_, text)| !self.says_nothing(text))
    }

    fn filled(&mut self, at: usize) -> Option<(usize, String)> {
        match self.cell(at)? {
            Cell::Error(text) => {
                self.refuse(at, ProblemCode::CellError, text);
                None
            }
            cell => Some((at, cell.text())),
        }
    }

    fn says_nothing(&self, text: &str) -> bool {
        self.table.lists.synonyms.says_nothing(text)
    }

    /// A short text.
    pub(super) fn text(&mut self, field: Field) -> Option<String> {
        let (at, text) = match self.ticked(field) {
            Some(ticked) => ticked,
            None => self.said(field)?,
        };
        let tidy = tidy(&text);
        let (short, too_long) = cut(&tidy, LONGEST);
        if too_long {
            self.refuse(at, ProblemCode::TextTooLong, &text);
        }
        Some(short.to_owned()).filter(|text| !text.is_empty())
    }

    /// Notes of all columns of a field, the further ones with their headings.
    pub(super) fn note(&mut self, field: Field) -> Option<String> {
        let table = self.table;
        let mut all = String::new();
        for (nth, at) in table.of(field).iter().enumerate() {
            let Some((_, text)) = self.said_in(*at) else {
                continue;
            };
            let note = tidy(&text);
            let heading = table.columns[*at].heading.as_str();
            if !all.is_empty() {
                all.push('\n');
            }
            if nth > 0 && !heading.is_empty() {
                all.push_str(heading);
                all.push('：');
            }
            let (short, too_long) = cut(&note, LONGEST_NOTE);
            all.push_str(short);
            if too_long {
                self.report(*at, ProblemCode::TextTooLong, &text);
            }
        }
        Some(all).filter(|all| !all.is_empty())
    }

    /// A colleague's name.
    pub(super) fn colleague(&mut self, field: Field) -> Option<String> {
        let (_, text) = self.said(field)?;
        Some(cut(&colleague(&text), LONGEST).0.to_owned()).filter(|name| !name.is_empty())
    }

    /// The heading of the ticked one of several columns.
    fn ticked(&mut self, field: Field) -> Option<(usize, String)> {
        let table = self.table;
        let mut first: Option<(usize, String)> = None;
        for at in table.of(field) {
            let Some(tick) = &table.columns[*at].tick else {
                continue;
            };
            let Some((_, text)) = self.said_in(*at) else {
                continue;
            };
            let yes = match table.answer(&text) {
                // Under 是 | 否 or N the tick is a word that also means no.
                Some(yes) => yes || key(&text) == key(tick),
                None => {
                    key(&text) == key(tick)
                        || same(&table.choose(field, &text), &table.choose(field, tick))
                }
            };
            match (&first, yes, table.answer(&text)) {
                (None, true, _) => first = Some((*at, tick.clone())),
                (Some(_), true, _) => self.refuse(*at, ProblemCode::SeveralChoices, &text),
                (_, false, None) => self.refuse(*at, ProblemCode::UnknownChoice, &text),
                _ => {}
            }
        }
        first
    }

    /// The code of a choice.
    pub(super) fn choice(&mut self, field: Field) -> Option<String> {
        let (at, text) = match self.ticked(field) {
            Some(ticked) => ticked,
            None if self
                .table
                .of(field)
                .iter()
                .any(|at| self.table.columns[*at].tick.is_some()) =>
            {
                return None;
            }
            None => self.stated(field)?,
        };
        match self.table.choose(field, &text) {
            Choice::Nothing => None,
            Choice::One(code) => Some(code),
            Choice::Several(code) => {
                self.refuse(at, ProblemCode::SeveralChoices, &text);
                Some(code)
            }
            Choice::Unknown => self.answered(field, at, &text).or_else(|| {
                self.refuse(at, ProblemCode::UnknownChoice, &text);
                None
            }),
        }
    }

    /// As [`Self::said`], where `未留档` is an answer and not a missing one.
    fn stated(&mut self, field: Field) -> Option<(usize, String)> {
        let table = self.table;
        table.of(field).iter().find_map(|at| match self.cell(*at) {
            Some(Cell::Error(_)) => self.said_in(*at),
            cell => cell.map(|cell| (*at, cell.text())),
        })
    }

    /// Yes and no under headings that ask: 是否首次, 是否留档, 是否置换.
    fn answered(&self, field: Field, at: usize, text: &str) -> Option<String> {
        let yes = self.table.answer(text)?;
        let heading = key(&self.table.columns[at].heading);
        let code = match (field, yes) {
            (Field::Frequency, true) if heading.contains('首') => "first",
            (Field::Frequency, false) if heading.contains('首') => "again",
            (Field::Result, true) => "filed",
            (Field::Result, false) => "not_filed",
            (Field::PurchaseType, true) if heading.contains("置换") || heading.contains("换购") => {
                "replacement"
            }
            (Field::PurchaseType, true) if heading.contains("首购") => "first",
            _ => return None,
        };
        Some(code.to_owned())
    }

    /// The code of a choice, or the text where it is on no list.
    pub(super) fn choice_or_text(&mut self, field: Field) -> Option<String> {
        let text = self.text(field)?;
        match self.table.choose(field, &text) {
            Choice::One(code) => Some(code),
            Choice::Nothing => None,
            Choice::Several(_) | Choice::Unknown => Some(text),
        }
    }

    /// Yes or no; a word of its own counts as yes where `word_is_yes`, and comes back beside it.
    pub(super) fn yes_no(
        &mut self,
        field: Field,
        word_is_yes: impl Fn(&str, &str) -> bool,
    ) -> (Option<bool>, Option<String>) {
        let found = match self.ticked(field) {
            Some(ticked) => Some(ticked),
            None if self
                .table
                .of(field)
                .iter()
                .any(|at| self.table.columns[*at].tick.is_some()) =>
            {
                None
            }
            None => self.stated(field),
        };
        let Some((at, text)) = found else {
            return (None, None);
        };
        let synonyms = &self.table.lists.synonyms;
        let yes = match self.row.cell(self.table.columns[at].index as usize) {
            Cell::Bool(yes) if self.table.columns[at].tick.is_none() => Some(*yes),
            _ => self.table.answer(&text),
        };
        if yes.is_some() {
            return (yes, None);
        }
        if synonyms.says_nothing(&text) {
            return (None, None);
        }
        if word_is_yes(&self.table.columns[at].heading, &text) {
            return (Some(true), Some(tidy(&text)));
        }
        self.refuse(at, ProblemCode::YesNoUnreadable, &text);
        (None, None)
    }

    /// Fen.
    pub(super) fn money(&mut self, field: Field) -> Option<i64> {
        let (at, text) = self.said(field)?;
        match money(&text, &self.table.columns[at].heading) {
            Ok(None) => None,
            Ok(Some((fen, doubt))) => {
                if let Some(code) = doubt {
                    self.refuse(at, code, &text);
                }
                Some(fen)
            }
            Err(code) => {
                self.refuse(at, code, &text);
                None
            }
        }
    }

    /// A count from 1 to `most`.
    pub(super) fn count(&mut self, field: Field, most: i64) -> Option<i64> {
        let (at, text) = self.said(field)?;
        count(&text, most).unwrap_or_else(|code| {
            self.refuse(at, code, &text);
            None
        })
    }

    /// A day.
    pub(super) fn day(&mut self, field: Field, hint: &DayHint) -> Option<Day> {
        let (at, text) = self.said(field)?;
        let cell = self.cell(at)?;
        read_day(cell, hint).map_or_else(
            |why| {
                self.refuse(at, why.into(), &text);
                None
            },
            Some,
        )
    }

    /// Every number of the row with the words beside them.
    pub(super) fn phones(&mut self, beside_name: Vec<Phone>) -> (Vec<Phone>, Option<String>) {
        let table = self.table;
        let mut phones: Vec<Phone> = Vec::new();
        let mut notes: Vec<String> = Vec::new();
        for at in table
            .of(Field::Phone)
            .iter()
            .chain(table.of(Field::OtherPhone))
        {
            let Some((_, text)) = self.said_in(*at) else {
                continue;
            };
            let reading = phone::read(&text);
            let words_alone =
                reading.phones.is_empty() && reading.doubtful.is_none() && !reading.rest.is_empty();
            if let Some(code) = reading
                .doubtful
                .map(ProblemCode::from)
                .or(words_alone.then_some(ProblemCode::PhoneWords))
            {
                self.refuse(*at, code, &text);
            }
            for phone in reading.phones {
                if !phones.contains(&phone) {
                    phones.push(phone);
                }
            }
            if !words_alone && !reading.rest.is_empty() {
                notes.push(reading.rest);
            }
        }
        for phone in beside_name {
            if !phones.contains(&phone) {
                phones.push(phone);
            }
        }
        (
            phones,
            Some(notes.join(" ")).filter(|note| !note.is_empty()),
        )
    }
}

fn same(a: &Choice, b: &Choice) -> bool {
    matches!((a, b), (Choice::One(a), Choice::One(b)) if a == b)
}
