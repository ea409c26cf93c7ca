//! A branch as every run begins with it: made once, copied for each run. Its ids come from seeds, so that the same run is the same in
//! every process; only keys are drawn anew, and nothing is ordered by keys.

use std::path::{Path, PathBuf};

use desk::desk::Desk;
use desk::house::shipped_rows;
use desk::keys::{Policy, RecoveryKey, UserKeys};
use desk::now::Now;
use desk::session::{Me, Session, Signer};
use desk::verb::{ADMIN, Verb};
use domain::id::{BranchId, DeviceId, Ids, StaffId};
use domain::log::to_hex;
use domain::role::Role;
use domain::rows::{Branch, Device, Hub, Staff, StaffRole};
use domain::when::Moment;
use ed25519_dalek::SigningKey;
use store::{Cipher, Store, Writer};
use uuid::Uuid;
use zeroize::Zeroizing;

/// The showroom.
pub const BRANCH: BranchId = BranchId(Uuid::from_u128(0xb));
/// When every run begins, as true clocks say: 1 March 2026, nine in the morning.
pub const BEGIN: Moment = Moment(1_772_326_800_000);

const FOUND: Verb = Verb::signed("set_up_branch", ADMIN);

/// Who works here, and as what.
const PEOPLE: &[(&str, &[Role])] = &[
    ("周敏", &[Role::Admin, Role::SalesManager]),
    ("陈经理", &[Role::Admin, Role::SalesManager]),
    ("前台小林", &[Role::Receptionist]),
    ("李强", &[Role::Consultant]),
    ("王芳", &[Role::Consultant]),
];

/// The branch on the disk, once per PC.
pub struct Template {
    folder: tempfile::TempDir,
    sessions: Vec<Session>,
}

/// The key that a PC seals its log with.
pub fn device_key(device: u64) -> SigningKey {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&device.to_be_bytes());
    seed[31] = 1;
    SigningKey::from_bytes(&seed)
}

/// The id of a PC.
pub fn device_id(device: u64) -> DeviceId {
    DeviceId(Uuid::from_u128(0xd000 + u128::from(device)))
}

/// The key of every file: nobody's secret.
pub const KEY: [u8; 32] = [0x5a; 32];

/// With that key, and a salt as little secret.
pub fn cipher() -> Cipher {
    let salt = "5a".repeat(16);
    Cipher::new(Zeroizing::new(format!("x'{}{salt}'", to_hex(&KEY))))
}

/// Who writes on a PC, with chances of its own.
pub fn writer(device: u64, chance: u64) -> Writer {
    let mut seed = [3; 32];
    seed[..8].copy_from_slice(&device.to_be_bytes());
    seed[8..16].copy_from_slice(&chance.to_be_bytes());
    Writer {
        branch: BRANCH,
        device: device_id(device),
        key: device_key(device),
        ids: Ids::from_seed(seed),
    }
}

impl Template {
    /// Makes it, for so many PCs, in a folder that is as fast as the machine has one.
    pub fn make(pcs: u64) -> Self {
        let folder = fast_folder();
        let root = RecoveryKey::create().root();
        let mut sessions = Vec::new();
        let mut seeds = Vec::new();
        let mut rows = Vec::new();
        for (n, (name, roles)) in (1u128..).zip(PEOPLE) {
            let id = StaffId(Uuid::from_u128(0x5000 + n));
            let password = desk::keys::Password::typed("a password of a simulation");
            let (keys, seed) = UserKeys::create(id.0, &password, &Policy::production());
            rows.push((id, *name, *roles, keys.public()));
            seeds.push(serde_json::to_string(&seed).expect("a seal has a JSON form"));
            sessions.push(Session {
                me: Me {
                    id,
                    name: (*name).to_owned(),
                    roles: roles.to_vec(),
                },
                keys: Some(Signer::User(keys)),
            });
        }
        let first = folder.path().join("0");
        let founder = create(&first, 0, &root.public().sign);
        let session = Session {
            me: Me {
                id: rows[0].0,
                name: rows[0].1.to_owned(),
                roles: vec![Role::Admin],
            },
            keys: Some(Signer::Root(root)),
        };
        let founded = founder.perform(&FOUND, &session, Now(BEGIN), |work| {
            work.insert(
                BRANCH.0,
                &Branch {
                    id: BRANCH,
                    name: "长沙河西店".to_owned(),
                    brand: None,
                    root_key: String::new(),
                    demo: false,
                },
            );
            for device in 0..pcs {
                let id = device_id(device);
                work.insert(
                    BRANCH.0,
                    &Device {
                        id,
                        key: to_hex(device_key(device).verifying_key().as_bytes()),
                        code: format!("{:02}", device + 1),
                        name: None,
                    },
                );
            }
            work.insert(
                BRANCH.0,
                &Hub {
                    id: domain::id::by_rule(BRANCH.0, "hub", "1"),
                    epoch: 1,
                    device: device_id(0),
                    address: None,
                    known: "{}".to_owned(),
                },
            );
            let (items, rules) = shipped_rows(BRANCH.0);
            items.iter().for_each(|item| work.insert(BRANCH.0, item));
            rules.iter().for_each(|rule| work.insert(BRANCH.0, rule));
            for ((id, name, roles, public), seed) in rows.iter().zip(seeds) {
                work.insert(
                    id.0,
                    &Staff {
                        id: *id,
                        name: (*name).to_owned(),
                        login: (*name).to_owned(),
                        active: true,
                        sign_key: to_hex(&public.sign),
                        agree_key: to_hex(&public.agree),
                        sealed_seed: seed,
                        one_time_password: false,
                    },
                );
                for role in *roles {
                    work.insert(
                        id.0,
                        &StaffRole {
                            id: domain::id::by_rule(id.0, "role", role.code()),
                            staff: *id,
                            role: role.code().to_owned(),
                        },
                    );
                }
            }
            Ok(())
        });
        founded.expect("the root founds a branch");
        let root = match &session.keys {
            Some(Signer::Root(root)) => root.public().sign,
            _ => unreachable!("it was just put there"),
        };
        let (segments, _) = founder
            .store()
            .segments_beyond(&domain::log::Vector::default(), usize::MAX)
            .expect("a fresh log can be read");
        for device in 1..pcs {
            let desk = create(&folder.path().join(device.to_string()), device, &root);
            let mut store = desk.store();
            store
                .trust(device_id(0), device_key(0).verifying_key().as_bytes())
                .expect("written");
            for segment in &segments {
                store.receive(segment).expect("the founder is believed");
            }
        }
        drop(founder);
        Self { folder, sessions }
    }

    /// The folder of a PC as it begins.
    pub fn of(&self, device: u64) -> PathBuf {
        self.folder.path().join(device.to_string())
    }

    /// Everyone's sitting, in the order of [`PEOPLE`]: one who decides, another, reception, two who sell.
    pub fn sessions(&self) -> &[Session] {
        &self.sessions
    }
}

fn create(folder: &Path, device: u64, root: &[u8; 32]) -> Desk {
    std::fs::create_dir_all(folder).expect("a folder of our own");
    let store = Store::create(folder, &cipher(), writer(device, 0), root);
    Desk::new(store.expect("a new store"), cipher())
}

/// In memory where the system has such a place: what is tested is what happens, not the disk.
pub fn fast_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    made.expect("a folder for what is thrown away")
}
