//! Taking an act back: fields return to what they held, new rows are hidden, states go back. What somebody changed since stays.

use std::collections::BTreeMap;

use domain::id::{ActId, StaffId, by_rule};
use domain::log::{Change, Fields, Name};
use domain::rows::{self, Undone};
use domain::table::Merge;
use domain::value::Value;
use domain::workflow;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::desk::Desk;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::{Me, Session};
use crate::verb::{ADMIN, CUSTOMER_READERS, MANAGERS, Verb};
use crate::work::Work;

/// One's own acts; managers everybody's.
pub const UNDO: Verb = Verb::new("undo", CUSTOMER_READERS);

/// What can be taken back. The door's verbs cannot, nor what was only looked at, nor an undo.
const CAN: &[&str] = &[
    "log_walk_in",
    "log_call",
    "leave_visit",
    "complete_visit",
    "log_missed_call",
    "call_back",
    "reassign_visit",
    "set_duty",
    "arrange_turns",
    "skip_turn",
    "set_weather",
    "close_day",
    "check_day",
    "add_customer",
    "edit_customer",
    "settle_field",
    "set_level",
    "add_phone",
    "remove_phone",
    "reassign_customer",
    "merge_customers",
    "unmerge_customers",
    "add_person",
    "edit_person",
    "remove_person",
    "add_tag",
    "remove_tag",
    "add_rival",
    "edit_rival",
    "remove_rival",
    "claim_customer",
    "withdraw_claim",
    "decide_claim",
    "finish_card",
    "log_contact",
    "plan_card",
    "skip_card",
    "make_appointment",
    "change_appointment",
    "cancel_appointment",
    "mark_no_show",
    "review_contact",
    "review_contacts",
    "import_register",
    "import_customers",
    "import_catalogue",
    "change_house",
    "set_rule",
];

/// Which act.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoAsk {
    /// Which.
    pub act: ActId,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoDone {
    /// The act of taking back.
    pub act: ActId,
    /// Rows that are as before.
    pub reverted: u64,
    /// Rows that stay, because somebody changed them since.
    pub kept: u64,
}

/// Acts of authority: taking one back is one too, signed by an administrator.
const OF_AUTHORITY: &[&str] = &["change_house", "set_rule"];
/// Administrators.
const UNDO_SIGNED: Verb = Verb::signed("undo", ADMIN);

/// Takes an act back, with the right that the act itself needed.
///
/// # Errors
/// As [`undo`]; [`Code::PasswordNeeded`] and [`Code::NotAllowed`] for acts of authority.
pub fn take_back(desk: &Desk, session: &Session, ask: UndoAsk, now: Now) -> Outcome<UndoDone> {
    let done = desk.look(&UNDO, &session.me, now, |look| {
        Ok(look.tables.act(ask.act)?)
    })?;
    let authority = done.is_some_and(|done| OF_AUTHORITY.contains(&done.verb.as_str()));
    let verb = if authority { &UNDO_SIGNED } else { &UNDO };
    Ok(desk
        .perform(verb, session, now, |work| undo(work, ask))?
        .answer)
}

/// Whether somebody may take an act back.
pub(crate) fn may_undo(me: &Me, verb: &str, actor: StaffId) -> bool {
    CAN.contains(&verb) && (actor == me.id || me.is(MANAGERS))
}

/// Takes an act back, row by row.
///
/// # Errors
/// [`Code::CannotUndo`] for somebody else's, or one that cannot be taken back, or was already; [`Code::ChangedSince`] when nothing of
/// it is as it was.
fn undo(work: &mut Work<'_>, ask: UndoAsk) -> Outcome<UndoDone> {
    let done = work
        .tables
        .act(ask.act)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if !may_undo(work.me, &done.verb, done.actor) || work.tables.is_undone(ask.act)? {
        return Err(Problem::refused(Code::CannotUndo));
    }
    let (mut reverted, mut kept) = (0, 0);
    for (subject, changes) in &done.entries {
        // Whoever was met again since keeps their card.
        let met_since = work.tables.acts_since(*subject, ask.act)?;
        for (key, change) in by_row(changes) {
            match reversal(work, &key.0, key.1, &change, met_since)? {
                Reversal::Fields(fields, base) => {
                    work.change(*subject, key.0, key.1, fields, base);
                    reverted += 1;
                }
                Reversal::Step(noun, row, to) => {
                    work.step(*subject, noun, row, to, None)?;
                    reverted += 1;
                }
                Reversal::Nothing => {}
                Reversal::Kept => kept += 1,
            }
        }
    }
    if reverted == 0 {
        return Err(Problem::refused(Code::ChangedSince));
    }
    let subject = done
        .entries
        .first()
        .map_or(Uuid::nil(), |(subject, _)| *subject);
    work.insert(
        subject,
        &Undone {
            id: by_rule(ask.act.0, "undo", ""),
            act: ask.act,
        },
    );
    Ok(UndoDone {
        act: work.act,
        reverted,
        kept,
    })
}

enum Reversal {
    Fields(Fields, Fields),
    Step(&'static str, Uuid, &'static str),
    Nothing,
    Kept,
}

/// An act's changes, one per row.
fn by_row(changes: &[Change]) -> BTreeMap<(Name, Uuid), Change> {
    let mut rows: BTreeMap<(Name, Uuid), Change> = BTreeMap::new();
    for change in changes {
        match rows.get_mut(&(change.table.clone(), change.row)) {
            Some(known) => {
                known.fields.extend(change.fields.clone());
                for (field, value) in &change.base {
                    known
                        .base
                        .entry(field.clone())
                        .or_insert_with(|| value.clone());
                }
            }
            None => {
                rows.insert((change.table.clone(), change.row), change.clone());
            }
        }
    }
    rows
}

fn reversal(
    work: &Work<'_>,
    noun: &str,
    row: Uuid,
    change: &Change,
    met_since: bool,
) -> Outcome<Reversal> {
    let Some(table) = rows::table(noun) else {
        return Ok(Reversal::Kept);
    };
    if noun == "step" {
        return step_back(work, change);
    }
    let now = work
        .tables
        .fields(noun, row, change.fields.keys().map(AsRef::as_ref))?;
    if now != change.fields {
        return Ok(Reversal::Kept);
    }
    let was_made = change.base.is_empty() && !change.fields.contains_key("void");
    if was_made {
        if met_since && matches!(noun, "customer" | "phone") {
            return Ok(Reversal::Kept);
        }
        // A claim that somebody has answered stands, with the answer.
        if noun == "claim"
            && work
                .tables
                .state(noun, row)?
                .is_some_and(|state| state != "asked")
        {
            return Ok(Reversal::Kept);
        }
        let void = |void: bool| Fields::from([("void".into(), Value::Bool(void))]);
        return Ok(Reversal::Fields(void(true), void(false)));
    }
    if table.merge == Merge::Facts {
        return Ok(Reversal::Kept);
    }
    Ok(Reversal::Fields(change.base.clone(), change.fields.clone()))
}

/// A state goes back where its workflow says so, and nobody has moved it since.
fn step_back(work: &Work<'_>, change: &Change) -> Outcome<Reversal> {
    let text = |field: &str| change.fields.get(field).and_then(|value| value.as_text());
    let (Some(noun), Some(row), Some(to)) = (
        text("noun"),
        change.fields.get("row").and_then(Value::as_id),
        text("to"),
    ) else {
        return Ok(Reversal::Kept);
    };
    let Some(workflow) = workflow::of(noun) else {
        return Ok(Reversal::Kept);
    };
    if work.tables.last_step(noun, row)? != Some(change.row) {
        return Ok(Reversal::Kept);
    }
    Ok(match workflow.undone(to) {
        Some(back) => Reversal::Step(workflow.noun, row, back),
        None => Reversal::Nothing,
    })
}
