//! The shape of the file. Migrations are linear, additive and never edited after release; each one's checksum is tested.
//!
//! `user_version` counts migrations; the compatibility number in `local_meta` says which program can still write the file.

use domain::table::Catalogue;
use rusqlite::Connection;

use crate::error::{Outcome, StoreFailed};

/// One step of the file's shape.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Makes it.
    pub sql: &'static str,
    /// How many steps a program must know at least to write the file afterwards.
    pub compatible_with: i64,
}

/// A version of the program, as far as stores are concerned.
#[derive(Debug, Clone, Copy)]
pub struct Edition {
    /// What it reads out of the log.
    pub tables: Catalogue,
    /// What it makes of older files, each step once.
    pub migrations: &'static [Migration],
}

impl Edition {
    /// This program.
    pub const THIS: Self = Self {
        tables: domain::rows::CATALOGUE,
        migrations: MIGRATIONS,
    };

    /// Which it is among those that open the same file: each knows more steps than the one before.
    #[must_use]
    pub fn number(self) -> i64 {
        self.migrations.len() as i64
    }
}

/// All that there were.
pub const MIGRATIONS: &[Migration] = &[Migration {
    sql: concat!(
        include_str!("migrations/0001_first.sql"),
        "\n",
        include_str!("search/schema.sql")
    ),
    compatible_with: 1,
}];

/// Brings the file to the shape that an edition knows, each step in a transaction of its own.
pub(crate) fn migrate(conn: &mut Connection, edition: Edition) -> Outcome<()> {
    let knows = edition.number();
    let at: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if at > knows {
        let needs: String = conn.query_row(
            "SELECT value FROM local_meta WHERE name = 'compatible_with'",
            [],
            |row| row.get(0),
        )?;
        let needs = needs.parse().unwrap_or(i64::MAX);
        return if needs > knows {
            Err(StoreFailed::Newer { needs, knows })
        } else {
            Ok(())
        };
    }
    for (number, migration) in (1..).zip(edition.migrations).skip(at as usize) {
        let step = conn.transaction()?;
        step.execute_batch(migration.sql)?;
        step.execute(
            "INSERT INTO local_meta (name, value) VALUES ('compatible_with', ?1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [migration.compatible_with.to_string()],
        )?;
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
    }
    Ok(())
}

/// The statements that made every table and index, sorted by name: what `schema.sql` keeps a snapshot of.
///
/// # Errors
/// When the file cannot be read.
pub fn schema(conn: &Connection) -> Outcome<String> {
    let mut statement = conn.prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_words_%' AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
    )?;
    let all = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut text = String::new();
    for sql in all {
        text.push_str(&sql?);
        text.push_str(";\n\n");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::log::to_hex;
    use domain::rows::TABLES;
    use sha2::{Digest, Sha256};

    fn fresh() -> Connection {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn, Edition::THIS).unwrap();
        conn
    }

    #[test]
    fn the_columns_of_every_table_are_those_that_its_declaration_names() {
        let conn = fresh();
        for table in TABLES {
            let mut statement = conn
                .prepare("SELECT name FROM pragma_table_info(?1)")
                .unwrap();
            let columns: Vec<String> = statement
                .query_map([table.name], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            // Not in this order: what a migration adds comes last.
            let mut declared = vec!["id", "void", "stamps"];
            declared.extend(table.columns.iter().map(|column| column.name));
            declared.extend(domain::workflow::of(table.name).map(|_| "state"));
            let in_order = |mut names: Vec<_>| {
                names.sort_unstable();
                names
            };
            let columns = columns.iter().map(String::as_str).collect();
            assert_eq!(
                in_order(columns),
                in_order(declared),
                "table {}",
                table.name
            );
        }
    }

    #[test]
    fn a_file_that_asks_for_more_than_we_know_is_declined_politely() {
        let mut conn = fresh();
        conn.pragma_update(None, "user_version", Edition::THIS.number() + 1)
            .unwrap();
        assert!(
            migrate(&mut conn, Edition::THIS).is_ok(),
            "a newer file that we can still write is opened"
        );
        conn.execute(
            "UPDATE local_meta SET value = '99' WHERE name = 'compatible_with'",
            [],
        )
        .unwrap();
        assert!(matches!(
            migrate(&mut conn, Edition::THIS),
            Err(StoreFailed::Newer { needs: 99, .. })
        ));
    }

    #[test]
    fn released_migrations_are_never_edited() {
        // The SHA-256 of each migration's text, in order; one line per migration, added when it is written. Before the first
        // release a changed 0001 is frozen again: put the value that the failing test prints here. After a release a failure
        // means that the change belongs into a new migration.
        const RELEASED: &[&str] =
            &["48596c4fb69d6fe6bfcd904a8e77691e1538dc54fa81fc3124a20edab92ffe49"];
        let now: Vec<String> = MIGRATIONS
            .iter()
            .map(|migration| to_hex(&Sha256::digest(migration.sql.as_bytes())))
            .collect();
        assert_eq!(
            now, RELEASED,
            "a migration is missing here, or one of them was edited"
        );
    }
}
