//! PCs that write straight into their stores, without desk or people.

use domain::id::{ActId, BranchId, CardId, CustomerId, DeviceId, Ids, StaffId, VisitId};
use domain::log::{Act, Change, Entry, Fields};
use domain::rows::{Card, Customer, Step, Visit, VisitKind};
use domain::table::Row;
use domain::value::Value;
use domain::when::Moment;
use ed25519_dalek::{Signer, SigningKey};
use proptest::prelude::*;
use store::{Cipher, Decided, Store, StoreFailed, Writer};
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
    #[allow(dead_code, reason = "not every test file uses every deed")]
    ManyCustomers {
        count: u32,
    },
}

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
    ]
}

pub struct Pc {
    pub store: Store,
    ids: Ids,
    clock: i64,
    key: SigningKey,
    _folder: TempDir,
}

fn key(n: u8) -> SigningKey {
    SigningKey::from_bytes(&[n; 32])
}

fn device(n: u8) -> DeviceId {
    DeviceId(Uuid::from_u128(0xd0 + u128::from(n)))
}

pub fn three_pcs() -> [Pc; 3] {
    [1, 2, 3].map(|n| {
        let mut pc = Pc::alone(n);
        for other in [1, 2, 3] {
            pc.store
                .trust(device(other), &key(other).verifying_key())
                .unwrap();
        }
        pc
    })
}

impl Pc {
    pub fn alone(n: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let cipher = Cipher::new(Zeroizing::new(format!(
            "x'{}'",
            format!("{n:02x}").repeat(48)
        )));
        let writer = Writer {
            branch: BRANCH,
            device: device(n),
            key: key(n),
            ids: Ids::from_seed([n; 32]),
        };
        let store = Store::create(folder.path(), &cipher, writer).unwrap();
        // Clocks that disagree by years: order must not depend on them being right.
        Self {
            store,
            ids: Ids::from_seed([n + 100; 32]),
            clock: i64::from(n) * 100_000_000_000,
            key: key(n),
            _folder: folder,
        }
    }

    /// The device's own signature.
    #[allow(dead_code, reason = "not every test file forges segments")]
    pub fn seal(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }

    #[allow(dead_code, reason = "not every test file looks at customers")]
    pub fn customers(&self) -> Vec<String> {
        self.store
            .dump()
            .unwrap()
            .into_iter()
            .filter(|line| line.starts_with("customer "))
            .collect()
    }

    pub fn act(&mut self, deed: &Deed) {
        self.clock += 1_000;
        let at = Moment(self.clock);
        let entries = match deed {
            Deed::ManyCustomers { count } => (0..*count)
                .map(|n| new_customer(1_000 + u128::from(n), 1))
                .collect(),
            other => vec![entry(other, &mut self.ids, at)],
        };
        let act = Act {
            id: self.ids.draw::<ActId>(at),
            verb: "test",
            actor: StaffId(Uuid::nil()),
            happened_at: at,
            entered_at: at,
            entries,
        };
        self.store
            .commit::<(), StoreFailed>(None, None, |_, _| {
                Ok(Decided {
                    act: Some(act),
                    answer: (),
                })
            })
            .unwrap();
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
        Deed::ManyCustomers { .. } => unreachable!("made above"),
    }
}
