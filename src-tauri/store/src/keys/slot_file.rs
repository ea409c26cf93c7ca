//! `slots.json` and its copy `slots.json.1` in the data folder.
//!
//! One form only: a file that is not byte for byte what would be written again is refused, and a checksum over it all
//! tells accidental damage before anyone types a password (the authentication under the data key is checked after).
//! Saving replaces the file, then the copy, each atomically: at every moment one of the two is whole. Both say the same,
//! because a copy from before would keep the slot of a user who was removed. A damaged file is set aside, never deleted.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::errors::SlotsFailed;
use super::slot_table::{Table, VERSION};
use super::slots::Slots;
use super::{file, hex};

/// Name of the slot file in the data folder.
pub const SLOT_FILE: &str = "slots.json";

/// Which of the two files was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotSource {
    /// The slot file itself.
    File,
    /// Its copy: the file was missing or damaged; the next [`Slots::save`] makes it whole.
    Copy,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    table: Table,
    #[serde(with = "hex")]
    mac: Vec<u8>,
    #[serde(with = "hex")]
    sum: [u8; 32],
}

/// The least that every version of the form has.
#[derive(Deserialize)]
struct AnyForm {
    table: AnyTable,
}

#[derive(Deserialize)]
struct AnyTable {
    version: u32,
}

impl Slots {
    /// The content of the slot file, also for the header of a backup.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let form = Form {
            table: self.table.clone(),
            mac: self.mac.clone(),
            sum: sum(&self.table, &self.mac),
        };
        let mut bytes = serde_json::to_vec_pretty(&form)
            .expect("a table of ids, numbers and text has a form in JSON");
        bytes.push(b'\n');
        bytes
    }

    /// Reads such content.
    ///
    /// # Errors
    /// [`SlotsFailed::Damaged`] for anything that [`Slots::to_bytes`] would not write; `NewerVersion`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SlotsFailed> {
        let any: AnyForm = serde_json::from_slice(bytes).map_err(|_| SlotsFailed::Damaged)?;
        if any.table.version > VERSION {
            return Err(SlotsFailed::NewerVersion(any.table.version));
        }
        let form: Form = serde_json::from_slice(bytes).map_err(|_| SlotsFailed::Damaged)?;
        let slots = Self {
            table: form.table,
            mac: form.mac,
        };
        if slots.table.version != VERSION || slots.to_bytes() != bytes {
            return Err(SlotsFailed::Damaged);
        }
        Ok(slots)
    }

    /// Reads the slot file of a data folder, or its copy when the file is missing or damaged. A copy that fell behind
    /// (a crash between the two writes of a save) is brought up to date.
    ///
    /// # Errors
    /// [`SlotsFailed`] about the file itself, when the copy does not help.
    pub fn load(data_folder: &Path) -> Result<(Self, SlotSource), SlotsFailed> {
        let (path, copy) = paths(data_folder);
        match read(&path) {
            Ok(slots) => {
                let bytes = slots.to_bytes();
                if !matches!(file::read(&copy), Ok(Some(there)) if there == bytes) {
                    // On a full or read-only disk the book opens all the same.
                    let _ = set_aside_unless_ours(&copy)
                        .and_then(|()| file::write_atomically(&copy, &bytes));
                }
                Ok((slots, SlotSource::File))
            }
            Err(failed) => match read(&copy) {
                Ok(slots) => Ok((slots, SlotSource::Copy)),
                Err(copy_failed) => Err(match (failed, copy_failed) {
                    (SlotsFailed::Missing, copy_failed) => copy_failed,
                    (failed, _) => failed,
                }),
            },
        }
    }

    /// Writes the slot file and its copy, durably. When this fails half-way, the file or the copy is whole.
    ///
    /// # Errors
    /// [`SlotsFailed::Io`]
    pub fn save(&self, data_folder: &Path) -> Result<(), SlotsFailed> {
        let bytes = self.to_bytes();
        let (path, copy) = paths(data_folder);
        for path in [path, copy] {
            // Also for the sake of a full disk: who can come in already is not kept out by it.
            if file::read(&path).is_ok_and(|present| present.as_deref() == Some(&bytes[..])) {
                continue;
            }
            set_aside_unless_ours(&path)
                .and_then(|()| file::write_atomically(&path, &bytes))
                .map_err(SlotsFailed::Io)?;
        }
        Ok(())
    }
}

fn paths(data_folder: &Path) -> (PathBuf, PathBuf) {
    let path = data_folder.join(SLOT_FILE);
    let copy = file::with_suffix(&path, ".1");
    (path, copy)
}

fn read(path: &Path) -> Result<Slots, SlotsFailed> {
    let bytes = file::read(path)
        .map_err(SlotsFailed::Io)?
        .ok_or(SlotsFailed::Missing)?;
    Slots::from_bytes(&bytes)
}

/// Before replacing: evidence of damage, and the file of a newer version, are kept.
fn set_aside_unless_ours(path: &Path) -> std::io::Result<()> {
    match file::read(path)? {
        Some(bytes) if Slots::from_bytes(&bytes).is_err() => file::set_aside(path).map(drop),
        _ => Ok(()),
    }
}

fn sum(table: &Table, mac: &[u8]) -> [u8; 32] {
    Sha256::new()
        .chain_update(table.canonical())
        .chain_update(mac)
        .finalize()
        .into()
}

#[cfg(test)]
#[path = "slot_file_tests.rs"]
mod tests;
