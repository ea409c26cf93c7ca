//! Everything that happened with a customer: the log of one person, narrowed to what one looks for.

use domain::id::{ActId, CustomerId};
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use store::Logged;
use ts_rs::TS;

use super::card::opened;
use super::story::{Teller, fits, kind};
use crate::desk::Look;
use crate::problem::{Code, Outcome, Problem};
use crate::undo;
use crate::verb::{CUSTOMER_READERS, Verb};

/// Entries that one call reads at most, when it looks for some sorts only.
const READ: u32 = 500;

/// Whoever may open the card.
pub const TIMELINE: Verb = Verb::new("timeline", CUSTOMER_READERS);

/// Whose, and from where on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TimelineAsk {
    /// Whose.
    pub customer: CustomerId,
    /// Only of these sorts; everything, when not said.
    pub kinds: Option<Vec<TimelineKind>>,
    /// As the page before says.
    pub before: Option<String>,
    /// Entries at most.
    pub limit: Option<u32>,
}

/// What sort of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// They came.
    Visit,
    /// They rang.
    Call,
    /// We contacted them.
    Contact,
    /// The card was changed.
    Edit,
    /// The level was changed.
    Level,
    /// Something was planned, or skipped.
    Plan,
    /// A time was agreed, changed, kept or not.
    Appointment,
    /// A manager remarked on a contact.
    Review,
    /// A sheet told of them.
    Import,
    /// Anything else: a number was shown, an act was taken back.
    Other,
}

/// A field that changed. Raw values: codes, days, milliseconds; people by name; numbers masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    /// Table.
    pub table: String,
    /// Field.
    pub field: String,
    /// Before; nothing when it was empty or is not known.
    pub from: Option<String>,
    /// After.
    pub to: Option<String>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineEntry {
    /// To be undone by.
    pub act: ActId,
    /// When it happened, as the user says.
    pub at: Moment,
    /// When it was written down.
    pub entered_at: Moment,
    /// What was done: a command's name.
    pub verb: String,
    /// By whom.
    pub actor_name: Option<String>,
    /// What sort.
    pub kind: TimelineKind,
    /// What was said, where something was.
    pub title: Option<String>,
    /// What changed.
    pub changes: Vec<FieldChange>,
    /// Whether the one who looks may take it back.
    pub undoable: bool,
    /// It was taken back.
    pub undone: bool,
}

/// One page, latest first. Where few entries are of the sorts asked for, a page may be short and go on all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelinePage {
    /// Latest first.
    pub entries: Vec<TimelineEntry>,
    /// What to ask for the page after; nothing on the last.
    pub next: Option<String>,
}

/// A customer's history.
///
/// # Errors
/// [`Code::NotFound`], [`Code::NotYours`].
pub fn timeline(look: &Look<'_>, ask: TimelineAsk) -> Outcome<TimelinePage> {
    let customer = opened(look, ask.customer)?;
    let limit = ask.limit.unwrap_or(30).clamp(1, 200);
    let mut before = ask.before.as_deref().map(place).transpose()?;
    let kinds = ask.kinds.unwrap_or_default();
    let teller = Teller::new(look)?;
    let mut entries = Vec::with_capacity(limit as usize);
    let mut read = 0;
    loop {
        let part = if kinds.is_empty() { limit } else { READ / 5 };
        let found = look.tables.history(customer.id.0, before, part)?;
        let last = found.len() < part as usize;
        for logged in found {
            read += 1;
            before = Some((logged.happened_at, logged.place.0, logged.place.1));
            if fits(&logged, &kinds) {
                entries.push(entry(look, &teller, logged)?);
            }
            if entries.len() == limit as usize {
                break;
            }
        }
        let full = entries.len() == limit as usize;
        if full || last || read >= READ {
            let more = full || !last;
            let next = before
                .filter(|_| more)
                .map(|(at, n, seq)| format!("{},{n},{seq}", at.0));
            return Ok(TimelinePage { entries, next });
        }
    }
}

fn place(text: &str) -> Outcome<(Moment, i64, u64)> {
    let bad = || Problem::refused(Code::BadRequest).with("field", "before");
    let mut parts = text.split(',');
    let mut number = || {
        parts
            .next()
            .and_then(|part| part.parse::<i64>().ok())
            .ok_or_else(bad)
    };
    let (at, n, seq) = (number()?, number()?, number()?);
    Ok((Moment(at), n, u64::try_from(seq).map_err(|_| bad())?))
}

fn entry(look: &Look<'_>, teller: &Teller<'_>, logged: Logged) -> Outcome<TimelineEntry> {
    let undone = look.tables.is_undone(logged.act)?;
    Ok(TimelineEntry {
        act: logged.act,
        at: logged.happened_at,
        entered_at: logged.entered_at,
        actor_name: teller.names.of(Some(logged.actor)),
        kind: kind(&logged),
        title: teller.title(&logged.changes)?,
        changes: teller.changes(&logged.changes)?,
        undoable: !undone && undo::may_undo(look.me, &logged.verb, logged.actor),
        undone,
        verb: logged.verb,
    })
}
