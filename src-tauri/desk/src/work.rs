//! What a verb may do: look at the tables, and write rows. The rows become an act when the verb is through.
//!
//! A verb does not see what it has written itself; it decides first and writes then.

use std::collections::HashMap;

use domain::id::{ActId, Ids};
use domain::log::{Change, Entry, Fields, Name};
use domain::rows::Step;
use domain::table::Row;
use domain::value::Value;
use domain::when::Moment;
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;
use uuid::Uuid;

use crate::form::Checks;
use crate::house::House;
use crate::now::Now;
use crate::problem::{Code, Outcome, Problem};
use crate::session::Me;

/// The request of commands that need none.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// What is answered for an act that needs no other answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Acted {
    /// To be undone by.
    pub act: ActId,
}

/// The hands of a verb.
pub struct Work<'w> {
    /// The tables as they are.
    pub tables: &'w Reader<'w>,
    /// Who acts.
    pub me: &'w Me,
    /// When.
    pub now: Now,
    /// The house's data.
    pub house: &'w House,
    /// The act in the making.
    pub act: ActId,
    ids: &'w mut Ids,
    entries: Vec<Entry>,
    /// Subject → its entry: an act has one op per subject, however many rows are touched for its sake.
    places: HashMap<Uuid, usize>,
    happened_at: Moment,
}

impl<'w> Work<'w> {
    pub(crate) fn new(
        tables: &'w Reader<'w>,
        me: &'w Me,
        now: Now,
        house: &'w House,
        ids: &'w mut Ids,
    ) -> Self {
        let act = ids.draw(now.moment());
        Self {
            tables,
            me,
            now,
            house,
            act,
            ids,
            entries: Vec::new(),
            places: HashMap::new(),
            happened_at: now.moment(),
        }
    }

    pub(crate) fn into_entries(self) -> (Vec<Entry>, Moment) {
        (self.entries, self.happened_at)
    }

    /// Says when it happened, where that is not now. The machine's own time is kept beside it.
    ///
    /// # Errors
    /// [`Code::InTheFuture`] when it has not happened yet.
    pub fn happened(&mut self, at: Option<Moment>) -> Outcome<()> {
        if let Some(at) = at {
            // A minute of grace: two PCs' clocks are never quite the same.
            if at.0 > self.now.moment().0 + 60_000 {
                return Err(Problem::refused(Code::InTheFuture));
            }
            self.happened_at = at;
        }
        Ok(())
    }

    /// A new id.
    pub fn new_id<T: From<Uuid>>(&mut self) -> T {
        self.ids.draw(self.now.moment())
    }

    /// Notes the act in a subject's history without touching a row: a reveal, a print.
    pub fn note(&mut self, subject: Uuid) {
        self.entry(subject);
    }

    /// Writes a new row.
    pub fn insert<R: Row>(&mut self, subject: Uuid, row: &R) {
        let fields = row_fields(row)
            .filter(|(_, value)| !value.is_null())
            .collect();
        self.change(subject, R::TABLE.name, row.id(), fields, Fields::new());
    }

    /// Writes what differs between two versions of a row; `false` when nothing does.
    ///
    /// # Errors
    /// [`Code::WrittenByNewer`] when a newer version of the program wrote into the row.
    pub fn update<R: Row>(&mut self, subject: Uuid, before: &R, after: &R) -> Outcome<bool> {
        let changed: Vec<_> = row_fields(before)
            .zip(row_fields(after))
            .filter(|(before, after)| before.1 != after.1)
            .collect();
        if changed.is_empty() {
            return Ok(false);
        }
        if self.tables.newer(R::TABLE.name, before.id())? {
            return Err(Problem::refused(Code::WrittenByNewer));
        }
        let (base, fields): (Fields, Fields) = changed.into_iter().unzip();
        self.change(subject, R::TABLE.name, before.id(), fields, base);
        Ok(true)
    }

    /// Hides a row. Nothing is deleted.
    pub fn void<R: Row>(&mut self, subject: Uuid, row: &R) {
        self.set_void::<R>(subject, row.id(), true);
    }

    /// Shows a hidden row again; also undoes a hiding that another PC did meanwhile.
    pub fn unvoid<R: Row>(&mut self, subject: Uuid, row: &R) {
        self.set_void::<R>(subject, row.id(), false);
    }

    fn set_void<R: Row>(&mut self, subject: Uuid, row: Uuid, void: bool) {
        let fields = |void: bool| [("void".into(), Value::Bool(void))].into();
        self.change(subject, R::TABLE.name, row, fields(void), fields(!void));
    }

    /// What the checks of a form may look at.
    #[must_use]
    pub fn checks(&self) -> Checks<'w> {
        Checks {
            house: self.house,
            tables: self.tables,
        }
    }

    /// Refuses an act without effect, so that no empty line stands in the log.
    ///
    /// # Errors
    /// [`Code::NothingChanged`].
    pub fn must_change(&self) -> Outcome<()> {
        if self.entries.is_empty() {
            Err(Problem::refused(Code::NothingChanged))
        } else {
            Ok(())
        }
    }

    /// The answer of an act that needs no other.
    #[must_use]
    pub fn acted(&self) -> Acted {
        Acted { act: self.act }
    }

    /// When it happened.
    #[must_use]
    pub fn happened_at(&self) -> Moment {
        self.happened_at
    }

    /// Moves a row with a workflow to another state.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn step(
        &mut self,
        subject: Uuid,
        noun: &str,
        row: Uuid,
        to: &str,
        reason: Option<String>,
    ) -> Outcome<()> {
        let follows = self.tables.last_step(noun, row)?;
        let step = self.new_step(noun, row, to, self.happened_at);
        self.insert(
            subject,
            &Step {
                follows,
                reason,
                ..step
            },
        );
        Ok(())
    }

    /// Moves a row that this act makes to another state, at a moment of its own.
    pub fn first_step(&mut self, subject: Uuid, noun: &str, row: Uuid, to: &str, at: Moment) {
        let step = self.new_step(noun, row, to, at);
        self.insert(subject, &step);
    }

    fn new_step(&mut self, noun: &str, row: Uuid, to: &str, at: Moment) -> Step {
        Step {
            id: self.new_id(),
            noun: noun.to_owned(),
            row,
            follows: None,
            to: to.to_owned(),
            at,
            actor: self.me.id,
            reason: None,
        }
    }

    /// Writes fields of any row. Verbs use the typed forms above; undo and erasure use this one.
    pub fn change(
        &mut self,
        subject: Uuid,
        table: impl Into<Name>,
        row: Uuid,
        fields: Fields,
        base: Fields,
    ) {
        let change = Change {
            table: table.into(),
            row,
            fields,
            base,
        };
        self.entry(subject).changes.push(change);
    }

    fn entry(&mut self, subject: Uuid) -> &mut Entry {
        let place = *self.places.entry(subject).or_insert_with(|| {
            self.entries.push(Entry {
                subject,
                changes: Vec::new(),
            });
            self.entries.len() - 1
        });
        &mut self.entries[place]
    }
}

fn row_fields<R: Row>(row: &R) -> impl Iterator<Item = (Name, Value)> {
    R::TABLE
        .columns
        .iter()
        .map(|column| Name::from(column.name))
        .zip(row.values())
}
