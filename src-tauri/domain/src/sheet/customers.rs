//! Rows of a customer list: one person or company each. Refuses only a row with neither a name nor a number.

use super::cells::Cells;
use super::draft::CustomerDraft;
use super::field::Field;
use super::problem::forget_cells;
use super::register::{append, is_account, person};
use super::values::NameReading;
use super::{Cell, ProblemCode};
use crate::rows::Gender;
use crate::when::{Day, DayHint};

/// A birthday in the last ten years is the year that was missing.
const YOUNGEST: i32 = 10;

/// Reads a row; `false` when it had to be left out.
pub(super) fn row(rows: &mut Vec<CustomerDraft>, mut cells: Cells) -> bool {
    let number = cells.row.number;
    let today = cells.table.today;
    let past = cells.table.day_hint(None);
    let NameReading {
        name,
        gender,
        phones,
        ..
    } = person(&mut cells);
    let (mut phones, phone_note) = cells.phones(phones);
    if name.is_none() && phones.is_empty() && cells.kept.is_empty() {
        forget_cells(cells.problems(), number);
        let first = cells
            .row
            .filled()
            .next()
            .map(|(_, cell)| cell.text())
            .unwrap_or_default();
        cells.report_row("", ProblemCode::RowWithoutCustomer, &first);
        return false;
    }
    let stated = cells
        .choice(Field::Gender)
        .and_then(|code| Gender::from_code(&code));
    let birthday = birthday(
        &mut cells,
        &DayHint {
            earliest_year: 1900,
            default_year: None,
            month: None,
            ..past
        },
    );
    // A day to come lies near today: January follows December.
    let coming = DayHint {
        near: Some(today),
        default_year: None,
        month: None,
        today: None,
        ..past
    };
    let phone = if phones.is_empty() {
        None
    } else {
        Some(phones.remove(0))
    };
    let (added, account) = cells.yes_no(Field::Wechat, |_, _| true);
    let wechat = account
        .filter(|_| added == Some(true))
        .filter(|text| is_account("", text) || text.chars().any(char::is_alphanumeric));
    let draft = CustomerDraft {
        row: number,
        code: cells.text(Field::Code),
        card_day: cells.day(Field::CardDate, &past),
        name,
        gender: stated.or(gender),
        phone,
        other_phones: phones,
        phone_note,
        owner: cells.colleague(Field::Owner),
        level: cells.choice(Field::Level),
        source: cells.choice(Field::Source),
        birthday,
        age_band: cells.choice(Field::AgeBand),
        wechat,
        company: cells.text(Field::Company),
        industry: cells.text(Field::Industry),
        company_size: cells.text(Field::CompanySize),
        id_kind: cells.choice(Field::IdKind),
        id_number: cells.text(Field::IdNumber),
        address: cells.text(Field::Address),
        postcode: cells.text(Field::Postcode),
        family: cells.text(Field::Family),
        occupation: cells.text(Field::Occupation),
        best_time: cells.choice(Field::BestTime),
        preferred_way: cells.choice(Field::PreferredWay),
        model: cells.text(Field::Model),
        colour: cells.choice_or_text(Field::Colour),
        budget: cells.money(Field::Budget),
        main_use: cells.choice(Field::MainUse),
        buyer_kind: cells.choice(Field::BuyerKind),
        focus_points: cells.text(Field::FocusPoints),
        decider: cells.text(Field::Decider),
        driver: cells.text(Field::Driver),
        current_car: cells.text(Field::CurrentCar),
        purchase_window: cells.choice(Field::PurchaseWindow),
        purchase_type: cells.choice(Field::PurchaseType),
        competitor: cells.text(Field::Competitor),
        buying_step: cells.choice(Field::BuyingStep),
        priorities: cells.text(Field::Priorities),
        plate: cells.text(Field::Plate),
        vin: cells.text(Field::Vin).map(|vin| vin.to_uppercase()),
        insurance_until: cells.day(Field::InsuranceUntil, &coming),
        last_contact: cells.day(Field::LastContact, &past),
        next_contact: cells.day(Field::NextContact, &coming),
        remark: cells.note(Field::Remark),
        kept: std::mem::take(&mut cells.kept),
    };
    rows.push(draft);
    true
}

/// Words that stand in the line below belong to the row above.
pub(super) fn go_on(rows: &mut [CustomerDraft], cells: &mut Cells) {
    let remark = cells.note(Field::Remark);
    if let Some(row) = rows.last_mut() {
        append(&mut row.remark, remark);
    }
}

fn birthday(cells: &mut Cells, hint: &DayHint) -> Option<Day> {
    let day = cells.day(Field::Birthday, hint)?;
    if day.year() <= cells.table.today.year() - YOUNGEST {
        return Some(day);
    }
    let at = *cells.table.of(Field::Birthday).first()?;
    let raw = cells.cell(at).map(Cell::text).unwrap_or_default();
    cells.refuse(at, ProblemCode::DateYearMissing, &raw);
    None
}
