//! 意向客户级别状况表 as its template wants it: whose, of which month, a customer a row.

use domain::id::StaffId;
use domain::when::Day;
use serde_json::{Value, json};

use super::words::Words;
use super::{Copy, PaperLang};
use crate::customers::{LevelSheet, LevelSheetAsk, SheetDay, SheetRow, level_sheet};
use crate::desk::Look;
use crate::problem::{Outcome, Problem};

/// Rows of one print: of everybody's customers the hottest come first, and nobody turns a hundred pages.
const MOST: usize = 1_000;

pub(super) fn copy(
    look: &Look<'_>,
    day: Day,
    staff: Option<StaffId>,
    lang: PaperLang,
) -> Outcome<Copy> {
    let mut after = None;
    let mut rows = Vec::new();
    let sheet = loop {
        let page = LevelSheetAsk {
            month: Some(day),
            staff,
            after,
            limit: None,
        };
        let mut sheet = level_sheet(look, page)?;
        rows.append(&mut sheet.rows);
        after = sheet.next.take().filter(|_| rows.len() < MOST);
        if after.is_none() {
            break sheet;
        }
    };
    rows.truncate(MOST);
    let words = Words::of(lang, look.house)?;
    let branch = look.tables.branch()?;
    let month = words.full_month(sheet.month);
    Ok(Copy {
        template: print::templates::LEVEL_SHEET,
        name: format!(
            "{} {}",
            words.get("level_sheet"),
            &sheet.month.to_string()[..7]
        ),
        subject: branch
            .ok_or(Problem::broken("a store without its branch"))?
            .id
            .0,
        data: json!({
            "lang": words.lang,
            "words": words.all(),
            "branch": look.house.branch,
            "brand": look.house.brand,
            "month": month,
            "days": sheet.days,
            "weekends": weekends(&sheet),
            "consultant": whose(look, &sheet)?,
            "printed": words.printed(look),
            "rows": (1..).zip(&rows).map(|(no, row)| line(no, row, sheet.days)).collect::<Vec<_>>(),
        }),
    })
}

/// The days on which offices rest.
fn weekends(sheet: &LevelSheet) -> Vec<i64> {
    (1..=i64::from(sheet.days))
        .filter(|day| sheet.month.plus(day - 1).weekday() > 5)
        .collect()
}

fn whose(look: &Look<'_>, sheet: &LevelSheet) -> Outcome<String> {
    let Some(staff) = sheet.staff else {
        return Ok(String::new());
    };
    let row = look.tables.get::<domain::rows::Staff>(staff)?;
    Ok(row.map(|staff| staff.name).unwrap_or_default())
}

fn line(no: usize, row: &SheetRow, days: u32) -> Value {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let cell = |day: u32| -> String {
        match row.days.iter().find(|one| one.day == day) {
            Some(SheetDay { planned: true, .. }) => "*".to_owned(),
            Some(done) => done.level.clone().unwrap_or_else(|| "·".to_owned()),
            None => String::new(),
        }
    };
    json!({
        "no": no,
        "name": row.customer.name,
        "phone": text(&row.customer.phone),
        "model": text(&row.customer.model),
        "consultant": text(&row.customer.owner_name),
        "first": text(&row.start),
        "cells": (1..=days).map(cell).collect::<Vec<_>>(),
        "last": text(&row.end),
    })
}
