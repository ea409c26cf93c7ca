//! Rows of a register: one visit or call each, with its day. Refuses a row whose day cannot be told, and nothing else.

use super::cells::Cells;
use super::draft::VisitDraft;
use super::field::Field;
use super::problem::forget_cells;
use super::table::Table;
use super::values::{NameReading, name};
use super::{Cell, ProblemCode};
use crate::rows::{Frequency, Gender, VisitKind, VisitResult};
use crate::when::{ClockTime, Day, DayHint, read_day, read_day_time};

/// Persons in one party, rings of one call.
const MOST_PERSONS: i64 = 99;
/// Seconds until a call is put through.
const MOST_SECONDS: i64 = 3_600;

/// The day of the rows before, which an empty cell repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Carried {
    #[default]
    None,
    Day(Day),
    /// The cell above holds no day: the rows below it have none either.
    Bad,
}

/// The rows read so far.
#[derive(Debug, Default)]
pub(super) struct Register {
    pub(super) rows: Vec<VisitDraft>,
    carried: Carried,
    last: Option<Day>,
    kind: Option<VisitKind>,
    /// The date cell of the row before and what it said: days repeat from row to row.
    read: Option<(Cell, Day, Option<ClockTime>)>,
}

impl Register {
    /// A new table begins.
    pub(super) fn begin(&mut self, table: &Table) {
        self.kind = table.hint.visit.or(self.kind);
        self.read = None;
        let dated = table.has(Field::Date) || table.has(Field::DayOfMonth);
        let hint = table.day_hint(None);
        let titled = table
            .hint
            .day
            .as_ref()
            .and_then(|day| read_day(&Cell::Text(day.clone()), &hint).ok());
        match titled {
            Some(day) => self.carried = Carried::Day(day),
            None if dated => self.carried = Carried::None,
            None => {}
        }
    }

    /// A day that the rows below repeat.
    pub(super) fn carry(&mut self, day: Day) {
        (self.carried, self.last) = (Carried::Day(day), Some(day));
    }

    /// A day near the next one.
    pub(super) fn near(&self) -> Option<Day> {
        self.last
    }

    /// Reads a row; `false` when it had to be left out.
    pub(super) fn row(&mut self, mut cells: Cells) -> bool {
        let number = cells.row.number;
        let Some((day, time)) = self.day(&mut cells) else {
            return false;
        };
        if day > cells.table.today && cells.table.hint.year != Some(day.year()) {
            let at = cells.table.of(Field::Date).first().copied();
            let heading = at.map_or_else(String::new, |at| cells.table.columns[at].heading.clone());
            cells.report_row(&heading, ProblemCode::DateInFuture, &day.to_string());
        }
        let (arrived, left) = times(&mut cells, time);
        let NameReading {
            name,
            gender,
            phones,
            ..
        } = person(&mut cells);
        let stated = cells
            .choice(Field::Gender)
            .and_then(|code| Gender::from_code(&code));
        let (mut phones, phone_note) = cells.phones(phones);
        let phone = if phones.is_empty() {
            None
        } else {
            Some(phones.remove(0))
        };
        let kind = cells
            .choice(Field::Kind)
            .and_then(|code| VisitKind::from_code(&code))
            .or(self.kind)
            .unwrap_or(VisitKind::WalkIn);
        let (wechat, wechat_id) = cells.yes_no(Field::Wechat, is_account);
        let (test_drive, _) = cells.yes_no(Field::TestDrive, |heading, _| {
            heading.contains('车') || heading.contains('車')
        });
        let yes_no = |cells: &mut Cells, field: Field| cells.yes_no(field, |_, _| false).0;
        let draft = VisitDraft {
            row: number,
            day,
            arrived,
            left,
            kind,
            name,
            gender: stated.or(gender),
            phone,
            other_phones: phones,
            phone_note,
            consultant: cells.colleague(Field::Consultant),
            party_size: cells.count(Field::PartySize, MOST_PERSONS),
            weather: cells.choice(Field::Weather),
            transport: cells.choice(Field::Transport),
            purpose: cells.choice(Field::Purpose),
            frequency: cells
                .choice(Field::Frequency)
                .and_then(|code| Frequency::from_code(&code)),
            area: cells.text(Field::Area),
            source: cells.choice(Field::Source),
            current_car: cells.text(Field::CurrentCar),
            model: cells.text(Field::Model),
            colour: cells.choice_or_text(Field::Colour),
            competitor: cells.text(Field::Competitor),
            level: cells.choice(Field::Level),
            purchase_type: cells.choice(Field::PurchaseType),
            test_drive,
            quoted_price: cells.money(Field::QuotedPrice),
            wechat,
            wechat_id,
            talk: cells.note(Field::Talk),
            drink: cells.choice(Field::Drink),
            result: cells
                .choice(Field::Result)
                .and_then(|code| VisitResult::from_code(&code)),
            not_filed_reason: cells.choice(Field::NotFiledReason),
            remark: cells.note(Field::Remark),
            rings: cells.count(Field::Rings, MOST_PERSONS),
            greeting_given: yes_no(&mut cells, Field::GreetingGiven),
            call_reason: cells.text(Field::CallReason),
            transferred_to: cells.colleague(Field::TransferredTo),
            transfer_seconds: cells.count(Field::TransferSeconds, MOST_SECONDS),
            connected: yes_no(&mut cells, Field::Connected),
            summary_agreed: yes_no(&mut cells, Field::SummaryAgreed),
            next_contact_offered: cells.choice(Field::NextContactOffered),
            callback_promised: yes_no(&mut cells, Field::CallbackPromised),
            kept: std::mem::take(&mut cells.kept),
        };
        self.rows.push(draft);
        true
    }

    /// Words that stand in the line below belong to the row above.
    pub(super) fn go_on(&mut self, cells: &mut Cells) {
        let (talk, remark) = (cells.note(Field::Talk), cells.note(Field::Remark));
        if let Some(row) = self.rows.last_mut() {
            append(&mut row.talk, talk);
            append(&mut row.remark, remark);
        }
    }

    fn day(&mut self, cells: &mut Cells) -> Option<(Day, Option<ClockTime>)> {
        let hint = cells.table.day_hint(self.last);
        let said = in_parts(cells, &hint).or_else(|| {
            // A day that is not known is not the day above.
            let (at, text) = cells.worded(Field::Date)?;
            let cell = cells.cell(at)?;
            if let Some((before, day, time)) = &self.read
                && before == cell
                && self.last == Some(*day)
            {
                return Some(Ok((*day, *time)));
            }
            let read = read_day_time(cell, &hint)
                .map_err(|_| (cells.table.columns[at].heading.clone(), text));
            self.read = read
                .as_ref()
                .ok()
                .map(|(day, time)| (cell.clone(), *day, *time));
            Some(read)
        });
        match said {
            Some(Ok((day, time))) => {
                self.carry(day);
                return Some((day, time));
            }
            Some(Err((heading, raw))) => {
                forget_cells_of(cells);
                cells.report_row(&heading, ProblemCode::RowWithoutDate, &raw);
                self.carried = Carried::Bad;
                return None;
            }
            None => {}
        }
        if let Carried::Day(day) = self.carried {
            return Some((day, None));
        }
        let heading = cells
            .table
            .of(Field::Date)
            .first()
            .map_or("", |at| cells.table.columns[*at].heading.as_str());
        cells.report_row(heading, ProblemCode::RowWithoutDate, "");
        None
    }
}

fn forget_cells_of(cells: &mut Cells) {
    let row = cells.row.number;
    forget_cells(cells.problems(), row);
}

type Said = Result<(Day, Option<ClockTime>), (String, String)>;

/// Year, month and day in columns of their own.
fn in_parts(cells: &mut Cells, hint: &DayHint) -> Option<Said> {
    let (at, day) = cells.said(Field::DayOfMonth)?;
    let number = |text: Option<(usize, String)>| {
        let digits: String = text?.1.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    };
    let month = number(cells.said(Field::Month))
        .or(hint.month)
        .or(hint.near.map(Day::month));
    let year = number(cells.said(Field::Year))
        .and_then(|year| i32::try_from(year).ok())
        .map(|year| if year < 100 { 2000 + year } else { year });
    let year = year.or(hint.default_year).or(hint.near.map(Day::year));
    let hint = DayHint {
        default_year: year,
        month,
        ..*hint
    };
    let text = match month {
        Some(month) if day.trim().len() <= 4 => format!("{month}月{}", day.trim()),
        _ => day.clone(),
    };
    let read = read_day(&Cell::Text(text), &hint).map(|day| (day, None));
    Some(read.map_err(|_| (cells.table.columns[at].heading.clone(), day)))
}

/// Arrival and departure; one cell may hold both.
fn times(cells: &mut Cells, of_day: Option<ClockTime>) -> (Option<ClockTime>, Option<ClockTime>) {
    let (arrived, span) = time(cells, Field::Arrived);
    let (left, late) = time(cells, Field::Left);
    let (arrived, left) = (arrived.or(of_day), late.or(left).or(span));
    match (arrived, left) {
        (Some(from), Some(to)) if to < from => {
            let at = cells
                .table
                .of(Field::Left)
                .first()
                .or(cells.table.of(Field::Arrived).first())
                .copied();
            if let Some(at) = at {
                let raw = cells.cell(at).map(Cell::text).unwrap_or_default();
                cells.refuse(at, ProblemCode::LeftBeforeArrived, &raw);
            }
            (arrived, None)
        }
        both => both,
    }
}

fn time(cells: &mut Cells, field: Field) -> (Option<ClockTime>, Option<ClockTime>) {
    let Some((at, text)) = cells.said(field) else {
        return (None, None);
    };
    let Some(cell) = cells.cell(at) else {
        return (None, None);
    };
    match cells.table.times(cell) {
        Ok((from, to)) => (Some(from), to),
        // A date without a time in a column of times says nothing more.
        Err(_) if read_day(cell, &cells.table.day_hint(None)).is_ok() => (None, None),
        Err(why) => {
            cells.refuse(at, why.into(), &text);
            (None, None)
        }
    }
}

/// The name with what is written beside it.
pub(super) fn person(cells: &mut Cells) -> NameReading {
    let Some((at, text)) = cells.said(Field::Name) else {
        return NameReading::default();
    };
    let reading = name(&text, &cells.table.lists.synonyms);
    if let Some(code) = reading.problem {
        cells.refuse(at, code, &text);
    }
    reading
}

/// An account rather than an answer: Latin letters and digits.
pub(super) fn is_account(_: &str, text: &str) -> bool {
    let text = text.trim();
    (5..=40).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'@' | b'.'))
}

/// More words behind those that are there.
pub(super) fn append(to: &mut Option<String>, more: Option<String>) {
    match (to.as_mut(), more) {
        (Some(text), Some(more)) => {
            text.push('\n');
            text.push_str(&more);
        }
        (None, Some(more)) => *to = Some(more),
        _ => {}
    }
}
