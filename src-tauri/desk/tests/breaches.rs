//! A program that does not ask who may: what people do with it counts, since nobody can tell in time, and is told to the managers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use desk::commands::on_desk;
use desk::desk::Desk;
use desk::keys::{DataKey, DeviceSigner};
use desk::now::Now;
use desk::session::{Me, Session};
use domain::id::{BranchId, DeviceId, Ids, StaffId};
use domain::role::Role;
use domain::when::Moment;
use serde_json::{Value, json};
use store::{Cipher, Store, Writer};
use tempfile::TempDir;
use uuid::Uuid;

const NOW: Now = Now(Moment(1_772_330_400_000));

/// A store in which nobody was ever given a role.
fn desk() -> (Desk, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let cipher = Cipher::new(DataKey::create().sqlcipher_pragma(&[7; 16]));
    let signer = DeviceSigner::create();
    let writer = Writer {
        branch: BranchId(Uuid::from_u128(1)),
        device: DeviceId(Uuid::from_u128(2)),
        key: signer.signing_key().clone(),
        ids: Ids::from_seed([7; 32]),
    };
    let store = Store::create(folder.path(), &cipher, writer, &signer.public()).unwrap();
    (Desk::new(store, cipher), folder)
}

/// Somebody of whom their own program believes that they have a role.
fn claiming(role: Role) -> Session {
    Session {
        me: Me {
            id: StaffId(Uuid::from_u128(9)),
            name: "李四".into(),
            roles: vec![role],
        },
        keys: None,
    }
}

fn ok(desk: &Desk, name: &str, ask: Value) -> Value {
    on_desk(desk, &claiming(Role::GeneralManager), name, ask, NOW)
        .unwrap()
        .answer
}

#[test]
fn what_somebody_did_without_ever_having_had_a_role_for_it_is_told_with_how_often_and_when() {
    let (desk, _folder) = desk();
    let nothing = ok(&desk, "disorders", json!({}));
    assert_eq!(nothing["breaches"], json!([]));
    for phone in ["13800138000", "13900139000"] {
        let ask = json!({ "fields": { "phone": phone } });
        ok(&desk, "log_walk_in", ask);
    }
    let told = ok(&desk, "disorders", json!({}))["breaches"].clone();
    let told = told.as_array().unwrap();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["verb"], "log_walk_in");
    assert_eq!(told[0]["count"], 2);
    assert_eq!(told[0]["by"], json!(StaffId(Uuid::from_u128(9))));
    assert_eq!(told[0]["at"], json!(NOW.moment()));
}
