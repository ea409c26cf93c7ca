//! The data key: what everything on this PC is encrypted with, and the keys made from it.
//!
//! One per PC, 32 random bytes, made once. It exists in memory while the store is open and on disk only inside slots.
//! Each use has its own sub-key, so that a leak of one (a key handed to a backup target, say) opens nothing else.

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use super::secret::{SECRET_LEN, Secret, random_bytes};

/// Bytes of SQLCipher's salt: what the first 16 bytes of an encrypted database file hold.
pub const CIPHER_SALT_LEN: usize = 16;

/// SQLCipher's salt. Not secret, yet without it the file cannot be read: it is kept in the slot file and its copy, so
/// that damage to the first bytes of the database does not cost the whole.
pub type CipherSalt = [u8; CIPHER_SALT_LEN];

/// The key of this PC's data. Never cloned, printed or serialised; overwritten when dropped.
pub struct DataKey(Secret);

impl DataKey {
    /// A new one, for a new store.
    #[must_use]
    pub fn create() -> Self {
        Self(Secret::random())
    }

    /// The key of the SQLCipher file.
    #[must_use]
    pub fn database(&self) -> Secret {
        self.0.derive("forecourt/data-key/v1/database")
    }

    /// The key of photos, papers and strokes; each box is bound to its blob's id.
    #[must_use]
    pub fn blobs(&self) -> Secret {
        self.0.derive("forecourt/data-key/v1/blobs")
    }

    /// The key of the log segments kept outside the database.
    #[must_use]
    pub fn log(&self) -> Secret {
        self.0.derive("forecourt/data-key/v1/log")
    }

    /// The key of backups.
    #[must_use]
    pub fn backup(&self) -> Secret {
        self.0.derive("forecourt/data-key/v1/backup")
    }

    /// The key under which this PC's signing key is sealed.
    pub(super) fn signer(&self) -> Secret {
        self.0.derive("forecourt/data-key/v1/signer")
    }

    /// What is mixed into every PIN's hash: the hash alone, taken out of the store, cannot be searched.
    pub(super) fn pin_pepper(&self) -> Secret {
        self.0.derive("forecourt/data-key/v1/pin")
    }

    /// The key that authenticates the slot file as a whole.
    pub(super) fn slots(&self) -> Secret {
        self.0.derive("forecourt/data-key/v1/slots")
    }

    /// The raw key and salt as SQLCipher reads them: `x'` 64 + 32 hex digits `'`, for
    /// `PRAGMA key = "x'…'"` and `ATTACH … KEY "x'…'"`. With a raw key no password is stretched.
    #[must_use]
    pub fn sqlcipher_pragma(&self, salt: &CipherSalt) -> Zeroizing<String> {
        pragma(&self.database(), salt)
    }

    /// The same for a backup, which has a key and a salt of its own.
    #[must_use]
    pub fn backup_pragma(&self, salt: &CipherSalt) -> Zeroizing<String> {
        pragma(&self.backup(), salt)
    }

    /// For wrapping in a slot.
    pub(super) fn secret(&self) -> &Secret {
        &self.0
    }

    /// From an opened slot.
    pub(super) fn from_secret(secret: Secret) -> Self {
        Self(secret)
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(…)")
    }
}

fn pragma(key: &Secret, salt: &CipherSalt) -> Zeroizing<String> {
    // The full length at once: a string that grows leaves its beginning behind in freed memory.
    let mut text = Zeroizing::new(String::with_capacity(
        3 + 2 * (SECRET_LEN + CIPHER_SALT_LEN),
    ));
    text.push_str("x'");
    HEXLOWER.encode_append(key.as_bytes(), &mut text);
    HEXLOWER.encode_append(salt, &mut text);
    text.push('\'');
    text
}

/// A salt for a new database.
pub(crate) fn new_cipher_salt() -> CipherSalt {
    random_bytes()
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    #[test]
    fn every_use_has_its_own_key_and_gets_it_again() {
        let key = DataKey::create();
        let all = [
            key.database(),
            key.blobs(),
            key.log(),
            key.backup(),
            key.signer(),
            key.pin_pepper(),
            key.slots(),
        ];
        for (i, one) in all.iter().enumerate() {
            assert_ne!(one, key.secret());
            for other in &all[i + 1..] {
                assert_ne!(one, other);
            }
        }
        assert_eq!(key.database(), key.database());
    }

    #[test]
    fn the_pragma_is_a_raw_key_of_64_digits_and_a_salt_of_32() {
        let key = DataKey::create();
        let text = key.sqlcipher_pragma(&[0xee; 16]);
        assert_eq!(text.len(), 99);
        assert_eq!(text.capacity(), 99);
        assert!(text.starts_with("x'") && text.ends_with(&format!("{}'", "ee".repeat(16))));
        assert_ne!(
            text,
            key.backup_pragma(&[0xee; 16]),
            "a backup has its own key"
        );
    }

    #[test]
    fn the_cipher_takes_key_and_salt_and_opens_even_when_the_first_bytes_of_the_file_are_lost() {
        let folder = tempfile::tempdir().expect("folder");
        let file = folder.path().join("book.db");
        let key = DataKey::create();
        let salt = new_cipher_salt();
        let open = |pragma: &str| {
            let book = Connection::open(&file).expect("opens");
            book.execute_batch(&format!("PRAGMA key = \"{pragma}\";"))
                .expect("keyed");
            book
        };
        let book = open(&key.sqlcipher_pragma(&salt));
        book.execute_batch(
            "CREATE TABLE note (text TEXT) STRICT; INSERT INTO note VALUES ('展厅');",
        )
        .expect("written");
        drop(book);
        let read = |pragma: &str| {
            open(pragma).query_row("SELECT text FROM note", [], |row| row.get::<_, String>(0))
        };

        let mut bytes = std::fs::read(&file).expect("read");
        assert_eq!(bytes[..16], salt, "the salt is the one we chose");
        bytes[..16].fill(0);
        std::fs::write(&file, bytes).expect("damaged");

        assert_eq!(
            read(&key.sqlcipher_pragma(&salt)).expect("still opens"),
            "展厅"
        );
        assert!(read(&DataKey::create().sqlcipher_pragma(&salt)).is_err());
        let key_alone = format!("x'{}'", HEXLOWER.encode(key.database().as_bytes()));
        assert!(
            read(&key_alone).is_err(),
            "without the kept salt the file would be lost"
        );
    }

    #[test]
    fn printing_a_data_key_shows_nothing_of_it() {
        assert_eq!(format!("{:?}", DataKey::create()), "DataKey(…)");
    }
}
