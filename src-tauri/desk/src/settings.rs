//! The house's own lists and rules, changed by an administrator.

use domain::id::by_rule;
use domain::rows::{HouseItem, HouseRule, Visit};
use domain::table::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Look;
use crate::house::{House, Item, Rules};
use crate::problem::{Code, Outcome, Problem};
use crate::text;
use crate::verb::{ADMIN, EVERYONE, Verb};
use crate::work::{Acted, Work};

/// Everyone's forms are made of it.
pub const HOUSE: Verb = Verb::new("house", EVERYONE);
/// Administrators.
pub const CHANGE_HOUSE: Verb = Verb::signed("change_house", ADMIN);
/// Administrators.
pub const SET_RULE: Verb = Verb::signed("set_rule", ADMIN);

/// Items of one list at most.
const MOST_ITEMS: usize = 200;

/// A list as it is to be: items that are left out are no longer offered, and none is ever lost.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeHouse {
    /// Which list.
    pub list: String,
    /// In their order.
    pub items: Vec<Item>,
}

/// One rule as it is to be.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRule {
    /// A field of the rules.
    pub name: String,
    /// Of that field's shape.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
}

/// The house's lists and rules.
///
/// # Errors
/// None: they are read already.
pub fn house(look: &Look<'_>, _: crate::work::Nothing) -> Outcome<House> {
    Ok(look.house.clone())
}

/// Changes a list.
///
/// # Errors
/// [`Code::NotInList`] for a list that does not exist; [`Code::NameMissing`] for an item without words; [`Code::OutOfRange`] for intervals.
pub fn change_house(work: &mut Work<'_>, ask: ChangeHouse) -> Outcome<Acted> {
    let Some(branch) = work.tables.branch()? else {
        return Err(Problem::broken("a store without a branch"));
    };
    if !work.house.lists.contains_key(&ask.list) || ask.items.len() > MOST_ITEMS {
        return Err(Problem::refused(Code::NotInList).with("list", &ask.list));
    }
    let present: Vec<HouseItem> = work
        .tables
        .house_items()?
        .into_iter()
        .filter(|item| item.list == ask.list)
        .collect();
    let mut kept = Vec::new();
    for (place, item) in (1..).zip(ask.items) {
        let code = match text::optional(&item.code, 40)? {
            Some(code) => code,
            // A new choice needs a code that no other has ever had; nobody reads it.
            None => format!("own_{}", work.new_id::<uuid::Uuid>().simple()),
        };
        let row = HouseItem {
            id: by_rule(branch.id.0, &ask.list, &code),
            list: ask.list.clone(),
            label_zh_cn: text::required(&item.label.zh_cn, text::LINE)?,
            label_zh_tw: text::optional(&item.label.zh_tw, text::LINE)?
                .unwrap_or_else(|| item.label.zh_cn.clone()),
            label_en: text::optional(&item.label.en, text::LINE)?
                .unwrap_or_else(|| item.label.zh_cn.clone()),
            code,
            place,
            active: item.active,
            interval: days(item.interval)?,
            within: days(item.within)?,
            parent: item.parent,
        };
        if kept.contains(&row.id) {
            return Err(Problem::refused(Code::BadRequest).with("field", &row.code));
        }
        kept.push(row.id);
        match present.iter().find(|known| known.id == row.id) {
            Some(before) => {
                work.update(branch.id.0, before, &row)?;
            }
            None => work.insert(branch.id.0, &row),
        }
    }
    for before in present.iter().filter(|item| !kept.contains(&item.id)) {
        work.update(
            branch.id.0,
            before,
            &HouseItem {
                active: false,
                ..before.clone()
            },
        )?;
    }
    work.must_change()?;
    Ok(work.acted())
}

fn days(days: Option<i32>) -> Outcome<Option<i64>> {
    match days {
        Some(days) if !(1..=365).contains(&days) => Err(Problem::refused(Code::OutOfRange)
            .with("from", 1)
            .with("to", 365)),
        days => Ok(days.map(i64::from)),
    }
}

/// Changes a rule.
///
/// # Errors
/// [`Code::BadRequest`] for a rule that does not exist or a value of another shape; [`Code::OutOfRange`].
pub fn set_rule(work: &mut Work<'_>, ask: SetRule) -> Outcome<Acted> {
    let Some(branch) = work.tables.branch()? else {
        return Err(Problem::broken("a store without a branch"));
    };
    let bad = || Problem::refused(Code::BadRequest).with("field", &ask.name);
    let mut rules = serde_json::to_value(&work.house.rules).map_err(|_| bad())?;
    let before = rules.get(&ask.name).cloned().ok_or_else(bad)?;
    rules[&ask.name] = ask.value.clone();
    let rules: Rules = serde_json::from_value(rules).map_err(|_| bad())?;
    let is_asked_of_a_visit = |field: &String| {
        Visit::TABLE
            .columns
            .iter()
            .any(|column| column.name == field)
    };
    if !rules
        .complete_walk_in
        .iter()
        .chain(&rules.complete_call)
        .chain(&rules.complete_event)
        .all(is_asked_of_a_visit)
    {
        return Err(bad());
    }
    for (number, from, to) in [
        (rules.lock_after_minutes, 1, 240),
        (rules.lock_after_minutes_reception, 1, 240),
        (rules.review_days, 1, 60),
        (rules.appointment_grace_minutes, 0, 240),
    ] {
        if !(from..=to).contains(&number) {
            return Err(Problem::refused(Code::OutOfRange)
                .with("from", from)
                .with("to", to));
        }
    }
    if ask.name == "messages" {
        crate::messages::check(&rules.messages, work.house)?;
    }
    let row = |value: &serde_json::Value| HouseRule {
        id: by_rule(branch.id.0, "rule", &ask.name),
        name: ask.name.clone(),
        value: value.to_string(),
    };
    match work
        .tables
        .house_rules()?
        .into_iter()
        .any(|known| known.name == ask.name)
    {
        true => {
            work.update(branch.id.0, &row(&before), &row(&ask.value))?;
        }
        // A rule that came with a newer version of the program.
        false => work.insert(branch.id.0, &row(&ask.value)),
    }
    work.must_change()?;
    Ok(work.acted())
}
