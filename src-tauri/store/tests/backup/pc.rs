//! A PC with its keys, its data folder and a second folder for backups.

#![allow(dead_code, reason = "not every test file uses everything of a PC")]

use domain::id::{ActId, BranchId, DeviceId, Ids, StaffId};
use domain::log::{Act, Change, Entry, Fields};
use domain::value::Value;
use domain::when::Moment;
use store::backup::{Backup, BackupFailed, Kept, Restored, Unlock};
use store::keys::{
    DataKey, DeviceKey, DeviceSigner, Member, Password, Policy, RecoveryKey, Slots, SlotsFailed,
    UserKeys,
};
use store::{Cipher, Decided, FolderLock, Store, StoreFailed, Writer};
use tempfile::TempDir;
use uuid::Uuid;

pub const BRANCH: BranchId = BranchId(Uuid::from_u128(0xb));
pub const WANG: Uuid = Uuid::from_u128(0x11);
pub const PASSWORD: &str = "wang fang 2026";
/// 2026-03-01 09:30 in China.
pub const MORNING: Moment = Moment(1_772_328_600_000);

pub struct Pc {
    pub store: Store,
    pub lock: FolderLock,
    pub data_key: DataKey,
    pub device_key: DeviceKey,
    pub recovery_key: RecoveryKey,
    pub slots: Slots,
    pub folder: TempDir,
    pub second: TempDir,
    ids: Ids,
}

impl Pc {
    pub fn new(n: u8) -> Self {
        Self::in_folder(n, tempfile::tempdir().unwrap()).unwrap()
    }

    /// With its data in this folder, where there may be no room for it.
    pub fn in_folder(n: u8, folder: TempDir) -> Result<Self, StoreFailed> {
        let (data_key, device_key, recovery_key) = (
            DataKey::create(),
            DeviceKey::create(),
            RecoveryKey::create(),
        );
        let device = DeviceId(Uuid::from_u128(0xd0 + u128::from(n)));
        let mut slots = Slots::create(BRANCH.0, device.0, &data_key, &device_key);
        slots
            .set_recovery(recovery_key.root().public(), &data_key)
            .unwrap();
        let second = tempfile::tempdir().unwrap();
        let lock = FolderLock::take(folder.path())?;
        if let Err(SlotsFailed::Io(cause)) = slots.save(folder.path()) {
            return Err(cause.into());
        }
        let signer = DeviceSigner::create();
        let writer = Writer {
            branch: BRANCH,
            device,
            key: signer.signing_key().clone(),
            ids: Ids::from_seed([n; 32]),
        };
        let mut store = Store::create(
            folder.path(),
            &cipher(&data_key, &slots),
            writer,
            &recovery_key.root().public().sign,
        )?;
        store.keep_signer(&signer.seal(device.0, &data_key))?;
        let mut pc = Self {
            store,
            lock,
            data_key,
            device_key,
            recovery_key,
            slots,
            folder,
            second,
            ids: Ids::from_seed([n + 100; 32]),
        };
        let key = signer
            .public()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>();
        let enrolment = entry("device", device.0, &[("key", &key), ("code", "01")]);
        let root = pc.recovery_key.root();
        let sign = |message: &[u8]| domain::log::to_hex(&root.sign(message));
        let id = pc.ids.draw(MORNING);
        commit(&mut pc.store, Some(&sign), id, vec![enrolment])?;
        Ok(pc)
    }

    /// With a user who has a password, stretched as the product does.
    pub fn with_wang(n: u8) -> Self {
        let mut pc = Self::new(n);
        let (keys, seed) =
            UserKeys::create(WANG, &Password::typed(PASSWORD), &Policy::production());
        let member = Member {
            user: WANG,
            roles: vec!["admin".into()],
            public: keys.public(),
            seed,
        };
        pc.slots.put(member, &pc.data_key, &pc.device_key).unwrap();
        pc.slots.save(pc.folder.path()).unwrap();
        pc
    }

    pub fn cipher(&self) -> Cipher {
        cipher(&self.data_key, &self.slots)
    }

    pub fn device(&self) -> DeviceId {
        DeviceId(self.slots.device())
    }

    /// Writes one customer.
    pub fn customer(&mut self, name: &str) {
        self.try_customer(name).unwrap();
    }

    /// Writes one customer, where there may be no room.
    pub fn try_customer(&mut self, name: &str) -> Result<(), StoreFailed> {
        customer(&mut self.store, &mut self.ids, name)
    }

    /// Writes many customers in one act.
    pub fn many_customers(&mut self, count: u32) {
        let entries = (0..count).map(|n| {
            let row: Uuid = self.ids.draw::<ActId>(MORNING).0;
            entry(
                "customer",
                row,
                &[
                    ("name", &format!("王{n}")),
                    ("level", "B"),
                    ("code", "1"),
                    ("card_day", "2026-03-01"),
                ],
            )
        });
        let entries = entries.collect();
        commit(&mut self.store, None, self.ids.draw(MORNING), entries).unwrap();
    }

    pub fn customers(&mut self, count: u32) {
        (0..count).for_each(|n| self.customer(&format!("王{n}")));
    }

    pub fn prepare(&mut self) -> Backup {
        let cipher = self.cipher();
        Backup::prepare(&mut self.store, &cipher, &self.data_key, &self.slots).unwrap()
    }

    pub fn back_up(&mut self, now: Moment) -> Result<Kept, BackupFailed> {
        self.prepare().make(self.second.path(), now, None)
    }

    /// Leaves the folder, as the program does when it ends.
    pub fn close(self) -> Closed {
        self.store.close().unwrap();
        drop(self.lock);
        Closed {
            folder: self.folder,
            second: self.second,
            data_key: self.data_key,
            device_key: self.device_key,
            recovery_key: self.recovery_key,
        }
    }
}

/// The same PC after the program ended.
pub struct Closed {
    pub folder: TempDir,
    pub second: TempDir,
    pub data_key: DataKey,
    pub device_key: DeviceKey,
    pub recovery_key: RecoveryKey,
}

pub fn cipher(data_key: &DataKey, slots: &Slots) -> Cipher {
    Cipher::new(data_key.sqlcipher_pragma(slots.cipher_salt()))
}

/// Opens a data folder with its data key, as signing in does.
pub fn open(folder: &std::path::Path, data_key: &DataKey) -> Result<Store, StoreFailed> {
    let (slots, _) = Slots::load(folder).unwrap();
    Store::open(folder, &cipher(data_key, &slots), |sealed| {
        let signer = DeviceSigner::open(&sealed.unwrap(), slots.device(), data_key).unwrap();
        Ok(Writer {
            branch: BRANCH,
            device: DeviceId(slots.device()),
            key: signer.signing_key().clone(),
            ids: Ids::from_seed([77; 32]),
        })
    })
}

pub fn restore(
    kept: &Kept,
    folder: &std::path::Path,
    unlock: &Unlock<'_>,
) -> Result<Restored, BackupFailed> {
    store::backup::restore(
        &kept.file,
        folder,
        unlock,
        MORNING,
        Ids::from_seed([5; 32]),
        None,
    )
}

pub fn customer(store: &mut Store, ids: &mut Ids, name: &str) -> Result<(), StoreFailed> {
    let row: Uuid = ids.draw::<ActId>(MORNING).0;
    write(
        store,
        ids,
        "customer",
        row,
        &[
            ("name", name),
            ("level", "B"),
            ("code", "1"),
            ("card_day", "2026-03-01"),
        ],
    )
}

fn write(
    store: &mut Store,
    ids: &mut Ids,
    table: &str,
    row: Uuid,
    fields: &[(&str, &str)],
) -> Result<(), StoreFailed> {
    commit(
        store,
        None,
        ids.draw(MORNING),
        vec![entry(table, row, fields)],
    )
}

fn entry(table: &str, row: Uuid, fields: &[(&str, &str)]) -> Entry {
    let fields: Fields = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned().into(), Value::Text((*value).to_owned())))
        .collect();
    Entry {
        subject: row,
        changes: vec![Change {
            table: table.to_owned().into(),
            row,
            fields,
            base: Fields::new(),
        }],
    }
}

fn commit(
    store: &mut Store,
    sign: Option<store::Sign<'_>>,
    id: ActId,
    entries: Vec<Entry>,
) -> Result<(), StoreFailed> {
    let act = Act {
        id,
        verb: "test",
        actor: StaffId(Uuid::nil()),
        happened_at: MORNING,
        entered_at: MORNING,
        entries,
    };
    store
        .commit::<(), StoreFailed>(sign, None, |_, _| {
            Ok(Decided {
                act: Some(act),
                answer: (),
            })
        })
        .map(drop)
}

/// Names of what lies in a folder, sorted.
pub fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Everything in a folder: paths and contents.
pub fn contents(
    folder: &std::path::Path,
) -> std::collections::BTreeMap<std::path::PathBuf, Vec<u8>> {
    let mut all = std::collections::BTreeMap::new();
    for name in names(folder) {
        let path = folder.join(name);
        if path.is_dir() {
            all.extend(contents(&path));
        } else {
            all.insert(path.clone(), std::fs::read(path).unwrap());
        }
    }
    all
}
