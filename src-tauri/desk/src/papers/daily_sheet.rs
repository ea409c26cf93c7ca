//! The daily sheet as its template wants it: every value a text in the paper's language.

use domain::rows::{Frequency, Gender, VisitKind, VisitResult};
use domain::when::Day;
use serde::Serialize;
use serde_json::{Value, json};

use super::words::Words;
use super::{Copy, PaperLang};
use crate::desk::Look;
use crate::problem::{Outcome, Problem};
use crate::reception::{DailySheet, DailySheetAsk, SheetRow, SheetSignature, daily_sheet, day_id};

pub(super) fn copy(look: &Look<'_>, day: Day, lang: PaperLang) -> Outcome<Copy> {
    let sheet = daily_sheet(look, DailySheetAsk { day: Some(day) })?;
    let words = Words::of(lang, look.house)?;
    let subject = day_id(look.tables, day)?;
    Ok(Copy {
        template: print::templates::DAILY_SHEET,
        name: format!("{} {day}", words.get("daily_sheet_file")),
        subject: subject.ok_or(Problem::broken("a store without its branch"))?,
        data: data(look, &sheet, &words),
    })
}

fn data(look: &Look<'_>, sheet: &DailySheet, words: &Words<'_>) -> Value {
    let rows =
        |rows: &[SheetRow]| -> Vec<Value> { rows.iter().map(|row| line(row, words)).collect() };
    let totals = &sheet.totals;
    json!({
        "lang": words.lang,
        "words": words.all(),
        "branch": look.house.branch,
        "brand": look.house.brand,
        "day": words.full_day(sheet.day),
        "weather": words.label("weathers", sheet.weather.as_deref()),
        "note": sheet.note.clone().unwrap_or_default(),
        "printed": words.printed(look),
        "open": if totals.open > 0 { words.fill("still_open", &[("n", totals.open.to_string())]) } else { String::new() },
        "parties": rows(&sheet.parties),
        "calls": rows(&sheet.calls),
        "others": rows(&sheet.others),
        "totals": plain(totals),
        "retention": percent(totals.first_filed, totals.first_unsold),
        "consultants": sheet.consultants.iter().map(|one| json!({
            "name": one.name.clone().unwrap_or_else(|| words.get("nobody")),
            "received": one.received, "calls": one.calls, "first": one.first, "filed": one.filed, "test_drives": one.test_drives,
        })).collect::<Vec<_>>(),
        "foot": plain(&sheet.foot),
        "signed": signature(sheet.signed.as_ref(), words),
        "checked": signature(sheet.checked.as_ref(), words),
    })
}

fn line(row: &SheetRow, words: &Words<'_>) -> Value {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let tick = |yes: Option<bool>| match yes {
        Some(true) => words.get("ticked"),
        Some(false) => words.get("unticked"),
        None => String::new(),
    };
    let source = [
        words.label("sources", row.source.as_deref()),
        words.label("sub_sources", row.sub_source.as_deref()),
        words.label("events", row.event.as_deref()),
    ];
    json!({
        "no": row.no,
        "kind": words.get(kind(row.kind)),
        "arrived": row.arrived.clock_time().to_string(),
        "left": row.left.map(|left| {
            // Whoever stayed past midnight did not leave before they came.
            let days = row.arrived.day().days_until(left.day());
            let time = left.clock_time().to_string();
            if days > 0 { format!("{time} +{days}") } else { time }
        }).unwrap_or_default(),
        "stay": row.minutes.map(|minutes| words.stay(minutes)).unwrap_or_default(),
        "people": row.party_size.map(|people| people.to_string()).unwrap_or_default(),
        "name": name(row, words),
        "phone": text(&row.phone),
        "area": text(&row.area),
        "source": distinct(source),
        "purpose": words.label("purposes", row.purpose.as_deref()),
        "model": text(&row.model),
        "competitor": text(&row.competitor),
        "level": text(&row.level),
        "frequency": words.get(match row.frequency {
            Frequency::First => "first",
            Frequency::Again => "again",
            Frequency::Invited => "invited",
        }),
        "consultant": text(&row.consultant),
        "drive": tick(row.test_drive),
        "wechat": tick(row.wechat),
        "result": match row.result {
            Some(VisitResult::Filed) => words.get("filed"),
            Some(VisitResult::NotFiled) => distinct([
                words.get("not_filed"),
                words.label("not_filed_reasons", row.not_filed_reason.as_deref()),
                String::new(),
            ]),
            None => String::new(),
        },
        "reason": words.label("call_reasons", row.call_reason.as_deref()),
        "answered": match (row.missed, row.called_back) {
            (false, _) => words.get("answered"),
            (true, None) => words.get("missed"),
            (true, Some(at)) => words.fill("called_back", &[("at", at.clock_time().to_string())]),
        },
        "remark": shortened(row.remark.as_deref().unwrap_or_default()),
        "incomplete": row.incomplete,
    })
}

fn kind(kind: VisitKind) -> &'static str {
    match kind {
        VisitKind::WalkIn => "kind_walk_in",
        VisitKind::Call => "kind_call",
        VisitKind::Event => "kind_event",
        VisitKind::Other => "kind_other",
    }
}

/// 张先生; what was said at the counter may have the title already.
fn name(row: &SheetRow, words: &Words<'_>) -> String {
    let Some(name) = &row.name else {
        return String::new();
    };
    let title = match row.gender {
        Some(Gender::Male) => words.get("mister"),
        Some(Gender::Female) => words.get("miss"),
        None => return name.clone(),
    };
    let titled = ["先生", "女士", "小姐", "太太", "Mr", "Ms", "Mrs"]
        .iter()
        .any(|title| name.ends_with(title) || name.starts_with(&format!("{title} ")));
    if titled {
        name.clone()
    } else {
        words.fill("titled", &[("name", name.clone()), ("title", title)])
    }
}

fn signature(signature: Option<&SheetSignature>, words: &Words<'_>) -> Value {
    json!({
        "name": signature.and_then(|one| one.name.clone()).unwrap_or_default(),
        "at": signature.and_then(|one| one.at).map(|at| words.moment(at)).unwrap_or_default(),
    })
}

/// A line of a form, not the whole story: a remark may have 4,000 characters.
fn shortened(text: &str) -> String {
    const MOST: usize = 160;
    let mut characters = text.chars();
    let mut short: String = characters.by_ref().take(MOST).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}

/// Those that say something, each once.
fn distinct(parts: [String; 3]) -> String {
    let mut said: Vec<String> = Vec::new();
    for part in parts {
        if !part.is_empty() && !said.contains(&part) {
            said.push(part);
        }
    }
    said.join(" / ")
}

/// 67 %; a dash where there is nothing to measure.
fn percent(part: u32, whole: u32) -> String {
    if whole == 0 {
        "—".to_owned()
    } else {
        // Half up, as the trade rounds.
        format!(
            "{}%",
            (u64::from(part) * 200 + u64::from(whole)) / (u64::from(whole) * 2)
        )
    }
}

fn plain(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
