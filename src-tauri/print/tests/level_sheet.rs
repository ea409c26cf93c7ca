//! The level sheet: customers × the days of a month.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod kit;

use kit::{LANGUAGES, run_on, text, words};
use print::{Fonts, paper, templates};
use serde_json::{Value, json};

fn data(lang: &str, rows: &[Value], days: usize) -> Value {
    json!({
        "lang": lang, "words": words(lang), "branch": "长沙河西店", "brand": "广汽本田", "month": "2026年3月", "days": days,
        "weekends": [1, 7, 8, 14, 15, 21, 22, 28, 29], "consultant": "李强", "printed": "2026-03-31 18:05", "rows": rows,
    })
}

fn customer(no: usize, days: usize) -> Value {
    let cells: Vec<&str> = (1..=days)
        .map(|day| match (day + no) % 9 {
            0 => "*",
            4 => "A",
            _ => "",
        })
        .collect();
    json!({ "no": no, "name": format!("客户{no:03}"), "phone": "138****8000", "model": "雅阁", "consultant": "李强", "first": "B", "cells": cells, "last": "A" })
}

#[test]
fn every_customer_has_a_row_and_every_day_a_column() {
    let rows: Vec<Value> = (1..=120).map(|no| customer(no, 31)).collect();
    let sheet = paper(
        templates::LEVEL_SHEET,
        &data("zh-CN", &rows, 31),
        Fonts::of_this_pc(),
    )
    .unwrap();
    let found = text(&sheet);
    assert_eq!(
        found.matches("月末").count(),
        sheet.pages() + 1,
        "the headings of each page, and the key"
    );
    let found = run_on(&found);
    for no in 1..=120 {
        assert!(found.contains(&format!("客户{no:03}")), "客户{no:03}");
    }
    assert!(found.contains("28293031"), "{found}");
}

#[test]
fn a_month_without_prospects_and_a_short_one_are_sheets_too() {
    for lang in LANGUAGES {
        let sheet = paper(
            templates::LEVEL_SHEET,
            &data(lang, &[], 28),
            Fonts::of_this_pc(),
        )
        .unwrap();
        assert_eq!(sheet.pages(), 1);
        let said = run_on(words(lang)["no_prospects"].as_str().unwrap());
        assert!(run_on(&text(&sheet)).contains(&said), "{lang}");
    }
}
