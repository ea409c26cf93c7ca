//! The log after a restore: another life, that is never taken for the one before.

use desk::door::staff_id;
use domain::id::{BranchId, DeviceId, Ids};
use domain::log::Vector;
use serde_json::json;
use store::keys::{DeviceSigner, Password, Policy, Slots};
use store::{Cipher, FolderLock, Store, Writer};

use crate::support::{ADMIN, Branch, place};
use crate::{copy, customer, put_aside, with_paper};

/// How far every life of the log is, read from the closed store.
fn lives(branch: &Branch) -> Vector {
    let place = place(&branch.folder);
    let (slots, _) = Slots::load(&place.folder).unwrap();
    let (device_key, _) = place.keyring.read_or_create().unwrap();
    let user = staff_id(BranchId(slots.branch()), ADMIN.0).0;
    let data = slots
        .unlock(
            user,
            &Password::typed(ADMIN.1),
            &device_key,
            &Policy::cheap_for_tests(),
        )
        .unwrap()
        .data_key;
    let _lock = FolderLock::take(&place.folder).unwrap();
    let cipher = Cipher::new(data.sqlcipher_pragma(slots.cipher_salt()));
    let store = Store::open(&place.folder, &cipher, |sealed| {
        let key = DeviceSigner::open(&sealed.unwrap(), slots.device(), &data)
            .unwrap()
            .signing_key()
            .clone();
        Ok(Writer {
            branch: BranchId(slots.branch()),
            device: DeviceId(slots.device()),
            key,
            ids: Ids::from_seed([1; 32]),
        })
    });
    store.unwrap().vector()
}

#[test]
fn after_a_restore_the_log_begins_another_life_and_is_sound() {
    let branch = Branch::new();
    customer(&branch, "赵丽颖", "13800138000");
    let file = copy(&branch);
    branch.door.close().unwrap();
    let before = lives(&branch);
    assert_eq!(before.0.len(), 1);
    branch.as_(ADMIN.0);
    customer(&branch, "钱先生", "13900139000");
    branch.ok("restore", with_paper(&branch, &file));
    branch.as_(ADMIN.0);
    customer(&branch, "孙女士", "13700137000");
    let checked = branch.ok("verify", json!({}));
    assert_eq!(checked["ok"], true, "{checked}");
    branch.door.close().unwrap();
    let after = lives(&branch);
    let (old, seq) = before.0.iter().next().unwrap();
    assert_eq!(
        after.0.get(old),
        Some(seq),
        "the life of the copy ends where the copy does"
    );
    let new: Vec<u64> = after
        .0
        .iter()
        .filter(|(life, _)| *life != old)
        .map(|(_, seq)| *seq)
        .collect();
    assert!(
        matches!(new[..], [n] if n > 0),
        "what is written now is in a life of its own: {after:?}"
    );

    // Twice the same copy: two lives that are not taken for one another.
    branch.as_(ADMIN.0).later(1);
    branch.ok("restore", with_paper(&branch, &file));
    branch.as_(ADMIN.0);
    customer(&branch, "李女士", "13600136000");
    branch.door.close().unwrap();
    let again = lives(&branch);
    assert!(
        again
            .0
            .keys()
            .filter(|life| *life != old)
            .all(|life| !after.0.contains_key(life))
    );
    assert_eq!(put_aside(&branch).len(), 2);
}
