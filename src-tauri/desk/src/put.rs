//! Writing a row whose id a rule makes: it may be there, or hidden since somebody took it back.

use domain::log::Fields;
use domain::table::Row;
use domain::value::Value;
use uuid::Uuid;

use crate::problem::{Code, Outcome, Problem};
use crate::work::Work;

impl Work<'_> {
    /// Writes a row new, or what differs from the one that is there, or shows a hidden one again as it is now.
    ///
    /// # Errors
    /// [`Code::WrittenByNewer`] when a newer version of the program wrote into the row.
    pub fn put<R: Row>(&mut self, subject: Uuid, row: &R) -> Outcome<()>
    where
        Uuid: From<R::Id>,
    {
        let (table, id) = (R::TABLE, row.id());
        if let Some(before) = self.tables.get::<R>(id.into())? {
            self.update(subject, &before, row)?;
            return Ok(());
        }
        if !self.tables.has_row(table.name, id)? {
            self.insert(subject, row);
            return Ok(());
        }
        if self.tables.newer(table.name, id)? {
            return Err(Problem::refused(Code::WrittenByNewer));
        }
        let names = table.columns.iter().map(|column| column.name);
        let base = self
            .tables
            .fields(table.name, id, names.clone().chain(["void"]))?;
        let mut fields: Fields = names.map(Into::into).zip(row.values()).collect();
        fields.insert("void".into(), Value::Bool(false));
        self.change(subject, table.name, id, fields, base);
        Ok(())
    }
}
