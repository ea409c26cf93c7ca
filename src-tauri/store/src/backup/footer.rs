//! The end of a backup file, and how it is read by who has nothing but the file.
//!
//! `database ‖ slots ‖ footer (160)`, numbers big-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 16 | `forecourt-backup` |
//! | 4 | version of this form |
//! | 4, 8 | bytes of slots, bytes of database |
//! | 8, 8 | moment (ms since 1970, UTC), ops in the log |
//! | 16, 16, 16 | branch, device, cipher salt |
//! | 32 | SHA-256 over the heads of every log |
//! | 32 | SHA-256 over all of the above and the slots |
//!
//! The checksum tells accidents before anybody types a key; what the key protects is checked by the cipher and the slots. Nothing
//! here names a person.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use domain::id::{BranchId, DeviceId};
use domain::when::Moment;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::errors::BackupFailed;
use crate::keys::{CipherSalt, Slots};

const MAGIC: &[u8; 16] = b"forecourt-backup";
const VERSION: u32 = 1;
/// Bytes of a footer.
pub(super) const LEN: usize = 160;
const SUM: usize = LEN - 32;
/// More than any branch's slots ever have; what says more is damaged.
const MOST_SLOTS: u64 = 4 << 20;

/// What a backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footer {
    /// When it was made.
    pub moment: Moment,
    /// Ops in its log.
    pub ops: u64,
    /// The showroom.
    pub branch: BranchId,
    /// The PC that made it.
    pub device: DeviceId,
    /// Bytes of the database, which come first in the file.
    pub(super) database: u64,
    /// The salt of its cipher: the first bytes of the file, kept twice.
    pub(super) salt: CipherSalt,
    /// SHA-256 over the heads of every log: what the copied log must end with.
    pub(super) heads: [u8; 32],
    /// The slot file as it was.
    pub(super) slots: Vec<u8>,
}

impl Footer {
    /// Reads the end of a backup file. Nothing is decrypted.
    ///
    /// # Errors
    /// [`BackupFailed::Unreadable`] for whatever is no whole backup, [`BackupFailed::Newer`]; the machine's.
    pub fn read(file: &Path) -> Result<Self, BackupFailed> {
        let mut file = File::open(file).map_err(unreadable)?;
        let whole = file.metadata().map_err(unreadable)?.len();
        let mut end = [0; LEN];
        let at = whole
            .checked_sub(LEN as u64)
            .ok_or(BackupFailed::Unreadable)?;
        file.seek(SeekFrom::Start(at))
            .and_then(|_| file.read_exact(&mut end))
            .map_err(unreadable)?;
        let slots_len = u64::from(u32::from_be_bytes(part(&end, 20)));
        let from = at
            .checked_sub(slots_len)
            .filter(|_| slots_len <= MOST_SLOTS && end.starts_with(MAGIC))
            .ok_or(BackupFailed::Unreadable)?;
        let mut slots = vec![0; slots_len as usize];
        file.seek(SeekFrom::Start(from))
            .and_then(|_| file.read_exact(&mut slots))
            .map_err(unreadable)?;
        Self::from_parts(&end, slots, from)
    }

    /// From the last bytes of a file, the slots before them, and the length of what comes before those.
    fn from_parts(end: &[u8; LEN], slots: Vec<u8>, before: u64) -> Result<Self, BackupFailed> {
        if end[SUM..] != Self::sum(&end[..SUM], &slots) {
            return Err(BackupFailed::Unreadable);
        }
        if u32::from_be_bytes(part(end, 16)) > VERSION {
            return Err(BackupFailed::Newer);
        }
        let id = |at| Uuid::from_bytes(part(end, at));
        let footer = Self {
            database: u64::from_be_bytes(part(end, 24)),
            moment: Moment(i64::from_be_bytes(part(end, 32))),
            ops: u64::from_be_bytes(part(end, 40)),
            branch: BranchId(id(48)),
            device: DeviceId(id(64)),
            salt: part(end, 80),
            heads: part(end, 96),
            slots,
        };
        if footer.database == before && footer.bytes() == *end {
            Ok(footer)
        } else {
            Err(BackupFailed::Unreadable)
        }
    }

    /// The last bytes of the file.
    pub(super) fn bytes(&self) -> [u8; LEN] {
        let mut bytes = Vec::with_capacity(LEN);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_be_bytes());
        bytes.extend_from_slice(&(self.slots.len() as u32).to_be_bytes());
        bytes.extend_from_slice(&self.database.to_be_bytes());
        bytes.extend_from_slice(&self.moment.0.to_be_bytes());
        bytes.extend_from_slice(&self.ops.to_be_bytes());
        bytes.extend_from_slice(self.branch.0.as_bytes());
        bytes.extend_from_slice(self.device.0.as_bytes());
        bytes.extend_from_slice(&self.salt);
        bytes.extend_from_slice(&self.heads);
        let sum = Self::sum(&bytes, &self.slots);
        bytes.extend_from_slice(&sum);
        bytes.try_into().expect("the parts are 160 bytes together")
    }

    /// The slots that the file carries.
    pub fn slots(&self) -> Result<Slots, BackupFailed> {
        Ok(Slots::from_bytes(&self.slots)?)
    }

    fn sum(footer: &[u8], slots: &[u8]) -> [u8; 32] {
        Sha256::new()
            .chain_update(footer)
            .chain_update(slots)
            .finalize()
            .into()
    }
}

fn part<const N: usize>(bytes: &[u8; LEN], at: usize) -> [u8; N] {
    let mut part = [0; N];
    part.copy_from_slice(&bytes[at..at + N]);
    part
}

/// A file that is not there or is a folder is no backup; a disk that fails is told as such.
fn unreadable(cause: io::Error) -> BackupFailed {
    match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::IsADirectory | io::ErrorKind::UnexpectedEof => {
            BackupFailed::Unreadable
        }
        _ => cause.into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn footer() -> Footer {
        Footer {
            moment: Moment(1_772_000_000_000),
            ops: 7,
            branch: BranchId(Uuid::from_u128(1)),
            device: DeviceId(Uuid::from_u128(2)),
            database: 3,
            salt: [4; 16],
            heads: [5; 32],
            slots: b"slots".to_vec(),
        }
    }

    fn read(content: &[u8]) -> Result<Footer, BackupFailed> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.backup");
        std::fs::write(&file, content).unwrap();
        Footer::read(&file)
    }

    fn whole() -> Vec<u8> {
        [b"db!".as_slice(), b"slots", &footer().bytes()].concat()
    }

    #[test]
    fn a_footer_reads_back_as_it_was_written() {
        assert_eq!(read(&whole()).unwrap(), footer());
    }

    #[test]
    fn every_changed_byte_of_slots_and_footer_is_refused_and_so_is_every_cut() {
        let sound = whole();
        for place in 3..sound.len() {
            let mut damaged = sound.clone();
            damaged[place] ^= 1;
            assert!(
                matches!(read(&damaged), Err(BackupFailed::Unreadable)),
                "byte {place}"
            );
        }
        for len in 0..sound.len() {
            assert!(
                matches!(read(&sound[..len]), Err(BackupFailed::Unreadable)),
                "{len} bytes"
            );
            assert!(
                matches!(
                    read(&sound[sound.len() - len..]),
                    Err(BackupFailed::Unreadable)
                ),
                "the last {len} bytes"
            );
        }
    }

    #[test]
    fn a_backup_of_a_newer_version_is_told_from_a_damaged_one() {
        let mut end = footer().bytes();
        end[19] = 2;
        let sum = Footer::sum(&end[..SUM], b"slots");
        end[SUM..].copy_from_slice(&sum);
        let content = [b"db!".as_slice(), b"slots", &end].concat();
        assert!(matches!(read(&content), Err(BackupFailed::Newer)));
    }

    #[test]
    fn what_is_not_there_or_is_a_folder_is_no_backup() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(
            Footer::read(folder.path()),
            Err(BackupFailed::Unreadable)
        ));
        assert!(matches!(
            Footer::read(&folder.path().join("none")),
            Err(BackupFailed::Unreadable)
        ));
    }

    proptest! {
        #[test]
        fn whatever_stands_at_the_end_is_read_or_refused(content in prop::collection::vec(any::<u8>(), 0..400), forged in any::<bool>()) {
            let mut content = content;
            if let (true, Some(at)) = (forged, content.len().checked_sub(LEN)) {
                content[at..at + 16].copy_from_slice(MAGIC);
            }
            prop_assert!(read(&content).is_err(), "a checksum does not come about by chance");
        }
    }
}
