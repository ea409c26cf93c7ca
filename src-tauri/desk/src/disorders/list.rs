//! Everything of the branch that did not go together, for whoever is responsible.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{CustomerId, StaffId};
use domain::role::Role;
use domain::when::Moment;
use serde::Serialize;
use store::{Acts, Deed};
use ts_rs::TS;
use uuid::Uuid;

use super::contested::{ContestedField, Devices, contested};
use crate::commands;
use crate::customers::{Rows, seen};
use crate::desk::Look;
use crate::names::Names;
use crate::problem::Outcome;
use crate::verb::{MANAGERS, Verb};
use crate::work::Nothing;

/// Managers look after it.
pub const DISORDERS: Verb = Verb::new("disorders", MANAGERS);

/// Told at once; more waits until some were dismissed.
const MOST: u32 = 200;

/// What did not go together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DisordersView {
    /// Fields written on two PCs at once.
    pub fields: Vec<ContestedField>,
    /// Steps that were not possible any more.
    pub steps: Vec<StepThere>,
    /// What somebody did without ever having had a role for it: by a program that does not ask.
    pub breaches: Vec<ActsThere>,
    /// What was decided without being entitled to it: it does not count.
    pub withheld: Vec<ActsThere>,
}

/// A step that was not possible any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepThere {
    /// To be dismissed by.
    pub step: Uuid,
    /// Of what: the wire name of its table.
    pub noun: String,
    /// Whose, where it is a customer's.
    pub customer: Option<CustomerId>,
    /// As colleagues say it.
    pub customer_name: Option<String>,
    /// Where it was to go.
    pub to: String,
    /// Where it stands.
    pub state: String,
    /// By whom.
    pub by_name: Option<String>,
    /// On which PC.
    pub device: Option<String>,
    /// When it was entered.
    pub at: Moment,
}

/// Acts alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActsThere {
    /// What was done.
    pub verb: String,
    /// How often.
    #[ts(type = "number")]
    pub count: u64,
    /// By whom.
    pub by: StaffId,
    /// As colleagues say it.
    pub by_name: Option<String>,
    /// On which PC, the last of them.
    pub device: Option<String>,
    /// When the last was entered.
    pub at: Moment,
}

/// What did not go together.
///
/// # Errors
/// The machine's.
pub fn disorders(look: &Look<'_>, _: Nothing) -> Outcome<DisordersView> {
    let names = Names::read(look.tables)?;
    let devices = Devices::read(look.tables)?;
    let told = |acts: Acts| {
        let (by_name, device, at) = named(acts.last, &names, &devices);
        ActsThere {
            verb: acts.verb,
            count: acts.count,
            by: acts.last.actor,
            by_name,
            device,
            at,
        }
    };
    Ok(DisordersView {
        fields: contested(look, None)?,
        steps: steps(look, &names, &devices)?,
        breaches: breaches(look)?.into_iter().map(told).collect(),
        withheld: look.tables.withheld()?.into_iter().map(told).collect(),
    })
}

fn steps(look: &Look<'_>, names: &Names, devices: &Devices) -> Outcome<Vec<StepThere>> {
    let rows = Rows::new(look.tables, look.now.day())?;
    let mut all = Vec::new();
    for found in look.tables.illegal_steps(MOST)? {
        let shown = look.tables.shown_as(CustomerId(found.subject))?;
        let glance = look.tables.glance(shown)?;
        let customer = glance.as_ref().map(|_| shown);
        let customer_name = glance.map(|glance| seen(look.me, rows.row(glance), true).name);
        let (by_name, device, at) = named(found.by, names, devices);
        all.push(StepThere {
            step: found.step.id,
            noun: found.step.noun,
            customer,
            customer_name,
            to: found.step.to,
            state: found.state,
            by_name,
            device,
            at,
        });
    }
    Ok(all)
}

/// What people did for which they never had a role. Nobody is hindered by it: a role that was given elsewhere may be on its way.
fn breaches(look: &Look<'_>) -> Outcome<Vec<Acts>> {
    let mut roles: BTreeMap<StaffId, Vec<Role>> = BTreeMap::new();
    for (staff, code) in look.tables.roles_ever()? {
        roles
            .entry(staff)
            .or_default()
            .extend(Role::from_code(&code));
    }
    let verbs: BTreeSet<(&str, &[Role])> = commands::verbs()
        .map(|verb| (verb.name, verb.roles))
        .collect();
    let mut all = Vec::new();
    for (actor, done) in look.tables.deeds()? {
        let mut of_that_name = verbs.iter().filter(|(name, _)| *name == done).peekable();
        let held = roles.get(&actor).map_or(&[][..], Vec::as_slice);
        // What a newer version calls something is not for this one to judge.
        if of_that_name.peek().is_some()
            && !of_that_name.any(|(_, may)| may.iter().any(|role| held.contains(role)))
        {
            all.extend(look.tables.acts_of(actor, &done)?);
        }
    }
    Ok(all)
}

/// Who, where and when, in words.
fn named(deed: Deed, names: &Names, devices: &Devices) -> (Option<String>, Option<String>, Moment) {
    (
        names.of(Some(deed.actor)),
        devices.of(deed.device),
        deed.entered_at,
    )
}
