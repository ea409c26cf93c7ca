//! The models that can be bought.

use rusqlite::params;

use crate::Reader;
use crate::error::Outcome;

impl Reader<'_> {
    /// Names of series that contain a text, those of a brand first, then those still on sale.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn series_like(&self, text: &str, brand: Option<&str>, limit: u32) -> Outcome<Vec<String>> {
        let mut statement = self.conn.prepare_cached(include_str!("series_like.sql"))?;
        let found = statement.query_map(params![text, brand, limit], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Brands, makers, series and trims in the catalogue.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_trims(&self) -> Outcome<u64> {
        Ok(self
            .conn
            .query_row("SELECT count(*) FROM trim WHERE void = 0", [], |row| {
                row.get::<_, i64>(0)
            })? as u64)
    }
}
