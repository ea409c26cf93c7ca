//! A field was filled or corrected. The last to write wins, field by field; whoever wrote over another's words is told of them.

use domain::id::{ActId, CustomerId};
use domain::rows::Customer;
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fields::CustomerFields;
use super::source;
use crate::cards::may_work;
use crate::names::Names;
use crate::problem::{Code, Outcome, Problem};
use crate::verb::{OWNERS, Verb};
use crate::work::Work;

/// The owner, and managers. Reception writes what a visit tells.
pub const EDIT_CUSTOMER: Verb = Verb::new("edit_customer", OWNERS);

/// Entries of the history in which the other's writing is looked for.
const LOOKED: u32 = 200;

/// Whose, and what.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EditCustomer {
    /// Whose.
    pub id: CustomerId,
    /// Fields that are not named stay.
    pub fields: CustomerFields,
    /// What the named fields held when the typing began; not compared, when not said.
    pub seen: Option<CustomerFields>,
}

/// A field that somebody else had changed meanwhile.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChangedMeanwhile {
    /// Which.
    pub field: String,
    /// What they wrote: to be sent as `fields` where theirs is to stand.
    pub theirs: CustomerFields,
    /// Who.
    pub by: Option<String>,
    /// When.
    pub at: Option<Moment>,
}

/// What was saved, and what stood there.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CustomerEdited {
    /// To be undone by.
    pub act: ActId,
    /// Fields that others had changed since they were seen.
    pub changed_meanwhile: Vec<ChangedMeanwhile>,
}

/// Changes fields of a card.
///
/// # Errors
/// [`Code::NotYours`], [`Code::NothingChanged`], [`Code::WrittenByNewer`]; those of the fields.
pub fn edit_customer(work: &mut Work<'_>, ask: EditCustomer) -> Outcome<CustomerEdited> {
    let before = workable(work, ask.id)?;
    let fields = ask.fields.checked(&work.checks())?;
    let mut after = before.clone();
    fields.clone().fill(&mut after);
    source::agree(work, &fields, &mut after)?;
    let changed_meanwhile = match &ask.seen {
        Some(seen) => meanwhile(work, &before, &fields, seen)?,
        None => Vec::new(),
    };
    work.update(before.id.0, &before, &after)?;
    work.must_change()?;
    Ok(CustomerEdited {
        act: work.act,
        changed_meanwhile,
    })
}

type Map = serde_json::Map<String, serde_json::Value>;

fn map(fields: &CustomerFields) -> Map {
    match serde_json::to_value(fields) {
        Ok(serde_json::Value::Object(map)) => map,
        _ => Map::new(),
    }
}

/// The fields that are written now and hold something else than what was seen.
fn meanwhile(
    work: &Work<'_>,
    before: &Customer,
    fields: &CustomerFields,
    seen: &CustomerFields,
) -> Outcome<Vec<ChangedMeanwhile>> {
    let (held, named, seen) = (map(&CustomerFields::of(before)), map(fields), map(seen));
    let differs = |field: &&String| {
        // The ID number is seen masked.
        field.as_str() != "id_number"
            && seen
                .get(*field)
                .is_some_and(|seen| held.get(*field) != Some(seen))
            && held.get(*field) != named.get(*field)
    };
    let changed: Vec<&String> = named.keys().filter(differs).collect();
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::read(work.tables)?;
    let history = work.tables.history(before.id.0, None, LOOKED)?;
    let mut all = Vec::with_capacity(changed.len());
    for field in changed {
        let theirs = Map::from_iter([(field.clone(), held[field].clone())]);
        let theirs = serde_json::from_value(serde_json::Value::Object(theirs))
            .map_err(|_| Problem::broken("a field of a card reads as it was written"))?;
        let entry = history.iter().find(|entry| {
            entry.changes.iter().any(|change| {
                change.table == "customer" && change.fields.contains_key(field.as_str())
            })
        });
        all.push(ChangedMeanwhile {
            field: field.clone(),
            theirs,
            by: entry.and_then(|entry| names.of(Some(entry.actor))),
            at: entry.map(|entry| entry.entered_at),
        });
    }
    Ok(all)
}

/// The customer, for whoever may change them.
pub(crate) fn workable(work: &Work<'_>, id: CustomerId) -> Outcome<Customer> {
    let customer: Customer = work
        .tables
        .get(id)?
        .ok_or(Problem::refused(Code::NotFound))?;
    if may_work(work.me, &customer) {
        Ok(customer)
    } else {
        Err(Problem::refused(Code::NotYours))
    }
}
