//! PCs that write straight into their stores, without desk or people.

#![allow(dead_code, reason = "each test file uses a part")]

pub mod hearing;
pub mod pages;

use domain::authority::erasure::{asked_message, subjects_text};
use domain::id::{ActId, BranchId, CardId, CustomerId, DeviceId, ErasureId, Ids, StaffId, VisitId};
use domain::log::{Act, Change, Entry, Fields, to_hex};
use domain::rows::{Card, Customer, Erasure, Merged, Step, Visit, VisitKind};
use domain::table::Row;
use domain::value::Value;
use domain::when::Moment;
use ed25519_dalek::{Signer, SigningKey};
use proptest::prelude::*;
use store::{Cipher, Decided, Purge, Store, StoreFailed, Writer};
use tempfile::TempDir;
use uuid::Uuid;
use zeroize::Zeroizing;

pub const BRANCH: BranchId = BranchId(Uuid::from_u128(0xb));

/// What somebody does. Few people and rows, so that PCs often touch the same ones.
#[derive(Debug, Clone)]
pub enum Deed {
    NewCustomer {
        who: u8,
        name: u8,
    },
    Edit {
        who: u8,
        field: u8,
        value: u8,
    },
    Hide {
        who: u8,
        hidden: bool,
    },
    Visit {
        visit: u8,
        who: u8,
    },
    Step {
        card: u8,
        to: u8,
    },
    Plan {
        card: u8,
        who: u8,
        day: u8,
    },
    Unknown {
        who: u8,
    },
    /// Two cards become one, or two again.
    Merge {
        who: u8,
        other: u8,
        apart: bool,
    },
    /// An act of authority: by one of three people, or by who holds the root key.
    Decree {
        by: u8,
        what: What,
        whom: u8,
    },
    /// A changed program takes somebody in without anybody's signature.
    Forge {
        whom: u8,
    },
    ManyCustomers {
        count: u32,
    },
}

/// What is decided.
#[derive(Debug, Clone, Copy)]
pub enum What {
    /// Somebody works here, as an administrator.
    Admit,
    /// Somebody has left.
    Dismiss,
    /// Somebody is no administrator any more.
    Demote,
    /// A rule of the house.
    Rule,
    /// A PC is shut out, with what is here of its log.
    ShutOut,
    /// A new seal for one's own password.
    Seal,
    /// Nothing is left of a customer; somebody else had asked.
    Erase,
}

/// Decides with the root key.
pub const ROOT: u8 = 3;

pub fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..4u8, any::<u8>()).prop_map(|(who, name)| Deed::NewCustomer { who, name }),
        (0..4u8, 0..5u8, any::<u8>()).prop_map(|(who, field, value)| Deed::Edit {
            who,
            field,
            value
        }),
        (0..4u8, any::<bool>()).prop_map(|(who, hidden)| Deed::Hide { who, hidden }),
        (0..4u8, 0..4u8).prop_map(|(visit, who)| Deed::Visit { visit, who }),
        (0..4u8, 0..3u8).prop_map(|(card, to)| Deed::Step { card, to }),
        (0..4u8, 0..4u8, 1..28u8).prop_map(|(card, who, day)| Deed::Plan { card, who, day }),
        (0..4u8).prop_map(|who| Deed::Unknown { who }),
        (0..4u8, 0..4u8, any::<bool>()).prop_map(|(who, other, apart)| Deed::Merge {
            who,
            other,
            apart
        }),
        (0..16u8, what(), 0..3u8).prop_map(|(by, what, whom)| Deed::Decree {
            by: (by % 5).min(ROOT),
            what,
            whom
        }),
    ]
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        3 => Just(What::Admit),
        2 => Just(What::Dismiss),
        1 => Just(What::Demote),
        3 => Just(What::Rule),
        1 => Just(What::ShutOut),
        1 => Just(What::Seal),
        1 => Just(What::Erase),
    ]
}

pub struct Pc {
    pub store: Store,
    ids: Ids,
    clock: i64,
    key: SigningKey,
    n: u8,
    folder: TempDir,
}

fn key(n: u8) -> SigningKey {
    SigningKey::from_bytes(&[n; 32])
}

fn persons_key(who: u8) -> SigningKey {
    key(150 + who)
}

fn person(who: u8) -> StaffId {
    StaffId(Uuid::from_u128(0x50 + u128::from(who)))
}

fn device(n: u8) -> DeviceId {
    DeviceId(Uuid::from_u128(0xd0 + u128::from(n)))
}

fn cipher(n: u8) -> Cipher {
    let digits = format!("{n:02x}").repeat(48);
    Cipher::new(Zeroizing::new(format!("x'{digits}'")))
}

fn writer(n: u8) -> Writer {
    Writer {
        branch: BRANCH,
        device: device(n),
        key: key(n),
        ids: Ids::from_seed([n; 32]),
    }
}

pub fn three_pcs() -> [Pc; 3] {
    [1, 2, 3].map(|n| {
        let mut pc = Pc::alone(n);
        for other in [1, 2, 3] {
            pc.store
                .trust(device(other), key(other).verifying_key().as_bytes())
                .unwrap();
        }
        pc
    })
}

impl Pc {
    pub fn alone(n: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = persons_key(ROOT).verifying_key();
        let store = Store::create(folder.path(), &cipher(n), writer(n), root.as_bytes()).unwrap();
        // Clocks that disagree by years: order must not depend on them being right.
        Self {
            store,
            ids: Ids::from_seed([n + 100; 32]),
            clock: i64::from(n) * 100_000_000_000,
            key: key(n),
            n,
            folder,
        }
    }

    /// Everything that the files of this PC hold, page by page and without the cipher.
    pub fn plain_bytes(&self) -> Vec<u8> {
        pages::plain_bytes(self.folder.path(), &[self.n; 32])
    }

    /// How many customers are found by a word.
    pub fn found_by(&self, word: &str) -> usize {
        let query = domain::find::Query::parse(word).unwrap();
        self.store.read().find(&query, None, 10).unwrap().len()
    }

    /// The device's own signature.
    pub fn seal(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }

    pub fn customers(&self) -> Vec<String> {
        self.store
            .dump()
            .unwrap()
            .into_iter()
            .filter(|line| line.starts_with("customer "))
            .collect()
    }

    /// Does it, unless this PC knows that they may not, or that it was shut out.
    pub fn act(&mut self, deed: &Deed) {
        match self.try_act(deed) {
            Ok(()) | Err(StoreFailed::NotBelieved | StoreFailed::ShutOut | StoreFailed::Erased) => {
            }
            Err(failed) => panic!("{failed:?}"),
        }
    }

    pub fn try_act(&mut self, deed: &Deed) -> Result<(), StoreFailed> {
        self.clock += 1_000;
        let at = Moment(self.clock);
        let entries = match deed {
            Deed::ManyCustomers { count } => (0..*count)
                .map(|n| new_customer(1_000 + u128::from(n), 1))
                .collect(),
            Deed::Decree { by, what, whom } => vec![self.decree(*by, *what, *whom)],
            Deed::Forge { whom } => vec![self.decree(*whom, What::Admit, *whom)],
            other => {
                let mut entry = entry(other, &mut self.ids, at);
                if matches!(other, Deed::Edit { .. } | Deed::Hide { .. }) {
                    self.seen(&mut entry);
                }
                vec![entry]
            }
        };
        let (actor, key) = match deed {
            Deed::Decree { by, .. } => (person(*by), Some(persons_key(*by))),
            _ => (StaffId(Uuid::nil()), None),
        };
        let act = Act {
            id: self.ids.draw::<ActId>(at),
            verb: "test",
            actor,
            happened_at: at,
            entered_at: at,
            entries,
        };
        let sign =
            key.map(|key| move |message: &[u8]| domain::log::to_hex(&key.sign(message).to_bytes()));
        self.store.commit::<(), StoreFailed>(
            sign.as_ref().map(|sign| sign as store::Sign<'_>),
            None,
            |_, _| {
                Ok(Decided {
                    act: Some(act),
                    answer: (),
                })
            },
        )?;
        Ok(())
    }

    /// A change says over what it was made.
    fn seen(&self, entry: &mut Entry) {
        for change in &mut entry.changes {
            let names = change.fields.keys().map(AsRef::as_ref);
            let tables = self.store.read();
            change.base = tables.fields(&change.table, change.row, names).unwrap();
        }
    }

    /// Fields that two wrote without knowing of each other: what stands, and what does not.
    pub fn contested(&self) -> Vec<(String, String, String)> {
        let found = self.store.read().contested(None, 100).unwrap();
        let shown = Value::shown;
        found
            .iter()
            .map(|field| {
                let (stands, other) = (shown(&field.stands.value), shown(&field.other.value));
                (field.field.clone(), stands, other)
            })
            .collect()
    }

    /// Does what erasing leaves to do, to its end.
    pub fn purge(&mut self) {
        let mut tidier = self.store.tidier(&cipher(self.n)).unwrap();
        loop {
            match self.store.purge(64).unwrap() {
                Purge::GoOn => {}
                Purge::EmptyTheLog => {
                    assert!(tidier.empty().unwrap());
                    self.store.purged().unwrap();
                }
                Purge::Done => return,
            }
        }
    }

    /// The same PC after its program was ended and started again, from a copy of its folder.
    pub fn reopened(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(self.folder.path()).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
        }
        let store = Store::open(folder.path(), &cipher(self.n), |_| Ok(writer(self.n))).unwrap();
        Self {
            store,
            ids: self.ids.clone(),
            clock: self.clock,
            key: self.key.clone(),
            n: self.n,
            folder,
        }
    }

    /// A copy draws other ids and salts than its original, as real randomness would.
    pub fn other_chances(&mut self) {
        let seed = [self.n + 50; 32];
        self.ids = Ids::from_seed(seed);
        let mut writer = writer(self.n);
        writer.ids = Ids::from_seed(seed);
        let folder = self.folder.path();
        let closed = tempfile::tempdir().unwrap();
        let root = persons_key(ROOT).verifying_key();
        let idle = Store::create(closed.path(), &cipher(9), self::writer(9), root.as_bytes());
        drop(std::mem::replace(&mut self.store, idle.unwrap()));
        self.store = Store::open(folder, &cipher(self.n), |_| Ok(writer)).unwrap();
    }

    /// As a restore does.
    pub fn begin_new_life(&mut self) {
        self.store.begin_new_life().unwrap();
    }

    /// How many entries the history of a customer has.
    pub fn history_of(&self, who: u8) -> usize {
        let history = self.store.read().history(customer(who), None, 100);
        history.unwrap().len()
    }

    /// The first act of a branch: one person, made an administrator by the root.
    pub fn found(&mut self) {
        self.act(&Deed::Decree {
            by: ROOT,
            what: What::Admit,
            whom: 0,
        });
    }

    fn decree(&self, by: u8, what: What, whom: u8) -> Entry {
        let staff = person(whom).0;
        let role = domain::id::by_rule(staff, "role", "admin");
        match what {
            What::Admit => {
                let mut entry = set(staff, "staff", staff, "active", Value::Bool(true));
                let key = to_hex(persons_key(whom).verifying_key().as_bytes());
                for (table, row, field, value) in [
                    ("staff", staff, "name", text(whom)),
                    ("staff", staff, "sign_key", text(key)),
                    ("staff_role", role, "staff", text(staff)),
                    ("staff_role", role, "role", text("admin")),
                    ("staff_role", role, "void", Value::Bool(false)),
                ] {
                    entry
                        .changes
                        .extend(set(staff, table, row, field, value).changes);
                }
                entry
            }
            What::Dismiss => set(staff, "staff", staff, "active", Value::Bool(false)),
            What::Demote => set(staff, "staff_role", role, "void", Value::Bool(true)),
            What::Rule => {
                let row = Uuid::from_u128(0x60 + u128::from(whom));
                set(row, "house_rule", row, "value", text(self.clock))
            }
            What::ShutOut => {
                let gone = device(whom + 1).0;
                let kept = serde_json::to_string(&self.store.vector()).unwrap();
                let row = domain::id::by_rule(gone, "revoke", "");
                let mut entry = set(gone, "revocation", row, "device", text(gone));
                entry
                    .changes
                    .extend(set(gone, "revocation", row, "kept", text(kept)).changes);
                entry
            }
            What::Erase => {
                let id = Uuid::from_u128(0xe0 + u128::from(whom));
                let asker = u8::from(by == 0);
                let subjects = subjects_text(&[customer(whom)].into());
                let message = asked_message(BRANCH, id, &subjects);
                let erasure = Erasure {
                    id: ErasureId(id),
                    subjects,
                    reason: "asked".into(),
                    asked_by: Some(person(asker)),
                    asked_signature: Some(to_hex(&persons_key(asker).sign(&message).to_bytes())),
                    by: person(by),
                    at: Moment(self.clock),
                };
                insert(id, &erasure)
            }
            What::Seal => set(
                person(by).0,
                "staff",
                person(by).0,
                "sealed_seed",
                text(self.clock),
            ),
        }
    }
}

fn insert<R: Row>(subject: Uuid, row: &R) -> Entry {
    let fields: Fields = R::TABLE
        .columns
        .iter()
        .map(|column| column.name.into())
        .zip(row.values())
        .filter(|(_, value)| !value.is_null())
        .collect();
    Entry {
        subject,
        changes: vec![Change {
            table: R::TABLE.name.into(),
            row: row.id(),
            fields,
            base: Fields::new(),
        }],
    }
}

fn set(subject: Uuid, table: &str, row: Uuid, field: &str, value: Value) -> Entry {
    Entry {
        subject,
        changes: vec![Change {
            table: table.to_owned().into(),
            row,
            fields: [(field.to_owned().into(), value)].into(),
            base: Fields::new(),
        }],
    }
}

fn text(value: impl ToString) -> Value {
    Value::Text(value.to_string())
}

fn customer(who: u8) -> Uuid {
    Uuid::from_u128(0xc0 + u128::from(who))
}

fn new_customer(id: u128, name: u8) -> Entry {
    let id = CustomerId(Uuid::from_u128(id));
    let values: Vec<Value> = Customer::TABLE
        .columns
        .iter()
        .map(|column| match column.name {
            "code" => text("01-2603-0001"),
            "card_day" => text("2026-03-01"),
            "name" => text(format!("王{name}")),
            "level" => text("B"),
            _ => Value::Null,
        })
        .collect();
    insert(id.0, &Customer::from_values(id.0, &values).unwrap())
}

fn entry(deed: &Deed, ids: &mut Ids, at: Moment) -> Entry {
    match *deed {
        Deed::NewCustomer { who, name } => new_customer(0xc0 + u128::from(who), name),
        Deed::Edit { who, field, value } => {
            let field = ["name", "level", "model", "plate", "owner"][usize::from(field)];
            let value = if field == "owner" {
                text(Uuid::from_u128(u128::from(value % 3)))
            } else {
                text(value)
            };
            set(customer(who), "customer", customer(who), field, value)
        }
        Deed::Hide { who, hidden } => set(
            customer(who),
            "customer",
            customer(who),
            "void",
            Value::Bool(hidden),
        ),
        Deed::Merge { who, other, apart } => {
            let ids = [who, other].map(|who| CustomerId(customer(who)));
            let merged = Merged::of(ids[0], ids[1], ActId(Uuid::nil()));
            let mut entry = insert(customer(who), &merged);
            let void = Value::Bool(apart);
            entry
                .changes
                .extend(set(customer(who), "merged", merged.id, "void", void).changes);
            entry
        }
        Deed::Visit { visit, who } => {
            let id = VisitId(Uuid::from_u128(0xf0 + u128::from(visit)));
            let values: Vec<Value> = Visit::TABLE
                .columns
                .iter()
                .map(|column| match column.name {
                    "kind" => text(VisitKind::WalkIn.code()),
                    "customer" => text(customer(who)),
                    "arrived" => Value::Int(at.0),
                    "missing" => text("phone"),
                    _ => Value::Null,
                })
                .collect();
            insert(customer(who), &Visit::from_values(id.0, &values).unwrap())
        }
        Deed::Step { card, to } => {
            let step = Step {
                id: ids.draw(at),
                noun: "card".into(),
                row: Uuid::from_u128(0xa0 + u128::from(card)),
                follows: None,
                to: ["done", "skipped", "open"][usize::from(to)].into(),
                at,
                actor: StaffId(Uuid::nil()),
                reason: None,
            };
            insert(customer(card), &step)
        }
        Deed::Plan { card, who, day } => {
            let due = format!("2026-03-{day:02}").parse().unwrap();
            let row = Card {
                id: CardId(Uuid::from_u128(0xa0 + u128::from(card))),
                customer: CustomerId(customer(who)),
                rule: (day % 2 == 0).then(|| "level".to_owned()),
                note: None,
                way: None,
                due,
                expires: due,
                made_for: None,
                visit: None,
            };
            insert(customer(who), &row)
        }
        Deed::Unknown { who } => set(
            customer(who),
            "customer",
            customer(who),
            "a_field_of_next_year",
            text("?"),
        ),
        Deed::ManyCustomers { .. } | Deed::Decree { .. } | Deed::Forge { .. } => {
            unreachable!("made above")
        }
    }
}
